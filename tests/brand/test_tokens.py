"""What the tokens give to writers: sizes, leading and families by language, pages."""

from __future__ import annotations

import pytest

from prexport.brand.languages import script_keys
from prexport.brand.load import available_brands, load_brand
from prexport.brand.tokens import STYLE_ROLES, Brand
from prexport.document.tree import ParagraphRole

BRANDS = [load_brand(name) for name in available_brands()]


@pytest.mark.parametrize(
    ("lang", "key"),
    [
        ("en", "Latn"),
        ("vi", "Latn"),
        ("zh", "Hans"),
        ("zh-HK", "Hant-HK"),
        ("zh-MO", "Hant-HK"),
        ("zh-Hant-HK", "Hant-HK"),
        ("zh-TW", "Hant-TW"),
        ("yue", "Hant-HK"),
        ("ja", "Jpan-JP"),
        ("ko", "Kore-KR"),
        ("fa", "Arab-IR"),
        ("ur-PK", "Arab-PK"),
        ("he", "Hebr-IL"),
        ("mr", "Deva-IN"),
        ("th", "Thai-TH"),
        ("sr", "Cyrl-RS"),
        ("sr-Latn", "Latn-RS"),
        ("x-klingon", "Latn"),
    ],
)
def test_the_script_of_a_language(lang: str, key: str) -> None:
    assert key in script_keys(lang)


@pytest.mark.parametrize("brand", BRANDS, ids=lambda brand: brand.name)
class TestEveryBrand:
    def test_nothing_is_smaller_than_nine_and_a_half_points(self, brand: Brand) -> None:
        assert min(brand.style(role).size_pt for role in STYLE_ROLES) >= 9.5

    def test_sizes_are_halves_of_a_point_in_every_script(self, brand: Brand) -> None:
        for lang in ("en", "ar", "he", "hi", "th", "zh-Hant-HK", "ja"):
            for role in STYLE_ROLES:
                assert (brand.style(role, lang).size_pt * 2).is_integer(), (role, lang)

    def test_every_paragraph_of_a_document_has_a_style(self, brand: Brand) -> None:
        for role in ParagraphRole:
            assert brand.style(role).size_pt > 0

    def test_running_text_is_open_enough(self, brand: Brand) -> None:
        assert brand.style("body").leading == 1.5
        for lang in ("zh-Hant-HK", "zh-Hans", "ja", "ko"):
            assert brand.style("body", lang).leading == 1.7
        for lang in ("th", "hi"):
            assert brand.style("body", lang).leading > 1.7

    def test_right_to_left_scripts_are_a_size_larger(self, brand: Brand) -> None:
        for lang in ("ar", "fa", "ur", "he"):
            assert brand.style("body", lang).size_pt == 12

    def test_only_latin_greek_and_cyrillic_lean_and_are_spaced(self, brand: Brand) -> None:
        for lang in ("ar", "he", "hi", "th", "zh-Hant-HK", "zh-Hans", "ja", "ko"):
            assert not brand.script(lang).italic, lang
            assert brand.style("label", lang).tracking_em == 0, lang
        for lang in ("en", "vi", "el", "ru"):
            assert brand.script(lang).italic, lang

    def test_a_line_of_running_text_has_sixty_to_seventy_five_characters(self, brand: Brand) -> None:
        # English in IBM Plex Sans takes 0.47 em a character.
        assert 60 <= brand.measure_em / 0.47 <= 75
        for size in ("a4", "letter"):
            assert brand.measure_mm < brand.page(size).text_width_mm

    def test_space_before_a_heading_is_more_than_after_it(self, brand: Brand) -> None:
        for role in ("heading-2", "heading-3", "heading-4", "headline"):
            style = brand.style(role)
            assert style.before_pt > style.after_pt, role

    def test_all_space_is_a_multiple_of_the_unit(self, brand: Brand) -> None:
        for role in STYLE_ROLES:
            style = brand.style(role)
            assert (style.before_pt % brand.unit_pt, style.after_pt % brand.unit_pt) == (0, 0), role

    def test_two_weights(self, brand: Brand) -> None:
        assert {brand.style(role).weight for role in STYLE_ROLES} == {400, 700}

    def test_the_accent_is_kept_for_the_label(self, brand: Brand) -> None:
        assert [role for role in STYLE_ROLES if brand.style(role).colour == "accent"] == ["label"]

    def test_one_family_for_text_and_one_for_headlines(self, brand: Brand) -> None:
        assert (len(brand.text), len(brand.headline), len(brand.mono)) == (1, 1, 1)

    def test_an_unknown_role_is_an_error(self, brand: Brand) -> None:
        with pytest.raises(KeyError):
            brand.style("footnote")


def test_the_regional_shapes_come_first() -> None:
    brand = load_brand("default")
    first = {
        lang: brand.font_stack(lang)[0] for lang in ("zh-HK", "zh-TW", "zh-CN", "ja", "ko", "ar", "th", "en")
    }
    assert first == {
        "zh-HK": "Noto Sans CJK HK",
        "zh-TW": "Noto Sans CJK TC",
        "zh-CN": "Noto Sans CJK SC",
        "ja": "Noto Sans CJK JP",
        "ko": "Noto Sans CJK KR",
        "ar": "IBM Plex Sans Arabic",
        "th": "IBM Plex Sans Thai Looped",
        "en": "IBM Plex Sans",
    }
    assert brand.font_stack("th", "headline")[0] == "IBM Plex Sans Thai"
    assert brand.font_stack("en", "headline")[0] == "IBM Plex Serif"
    assert brand.font_stack("en", "mono")[:2] == ("IBM Plex Mono", "IBM Plex Sans")
