"""The size of a headline: the largest that keeps it within three lines, by the widths of the brand's own letters."""

from __future__ import annotations

import pytest
import uharfbuzz

from prexport.brand.coverage import choose_face
from prexport.brand.headline import set_headline, text_width
from prexport.brand.load import available_brands, load_brand
from prexport.brand.tokens import MILLIMETRES_PER_POINT, Brand

LONG = (
    "Cyberport Congratulates the Opening of Hong Kong Branch of The National Torch Academy of Innovation and "
    "Entrepreneurship (Zhongguancun)"
)


@pytest.fixture(params=available_brands())
def brand(request: pytest.FixtureRequest) -> Brand:
    return load_brand(request.param)


def shaped(brand: Brand, text: str, family: str) -> float:
    """The width of a text as HarfBuzz sets it, with kerning, in ems."""
    face = choose_face(brand.families[family], bold=True)
    assert face is not None
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(face.path.as_posix()), face.index))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    return float(sum(position.x_advance for position in buffer.glyph_positions) / font.face.upem)


@pytest.mark.parametrize("text", [LONG, "WAVE AWAY TO AVIATORS", "Αθήνα και Πειραιάς", "Новый причал открыт"])
def test_widths_are_those_of_the_brand_s_letters(brand: Brand, text: str) -> None:
    exact = shaped(brand, text, brand.headline[0])
    assert exact * 0.985 <= text_width(brand, text, "en", "headline", bold=True) <= exact * 1.04


def test_letters_that_join_are_measured_joined(brand: Brand) -> None:
    text = "أربعون عوّامة"
    family = brand.font_stack("ar", "headline")[0]
    assert text_width(brand, text, "ar", "headline", bold=True) == pytest.approx(shaped(brand, text, family))


def test_the_size_follows_from_the_length(brand: Brand) -> None:
    def role(headline: str, lang: str) -> str:
        return set_headline(headline, lang, brand, "a4").role

    assert role("Pier opens", "en") == "headline"
    assert role(LONG, "en") == "headline-long"
    assert role("海港局啟用啟德渡輪碼頭", "zh-Hant-HK") == "headline"
    assert role("海港局啟用啟德渡輪碼頭" * 6, "zh-Hant-HK") == "headline-long"


def test_a_headline_of_wide_letters_gets_smaller_than_one_of_narrow_letters(brand: Brand) -> None:
    wide, narrow = ("MWM WMW " * 16).strip(), ("ili jil " * 16).strip()
    assert len(wide) == len(narrow)
    sizes = [set_headline(text, "en", brand, "a4").size_pt for text in (wide, narrow)]
    assert sizes[0] < sizes[1]


def test_no_headline_is_smaller_than_a_subheadline(brand: Brand) -> None:
    setting = set_headline("Words without end " * 60, "en", brand, "a4")
    floor = brand.style("subheadline", "en").size_pt
    assert floor <= setting.size_pt < floor + 0.5
    assert setting.width_mm <= brand.page("a4").text_width_mm


def test_lines_are_of_like_length(brand: Brand) -> None:
    words = "A headline of a common length that fills about two lines of a page and a bit"
    setting = set_headline(words, "en", brand, "a4")
    whole = text_width(brand, words, "en", "headline", bold=True) * setting.size_pt * MILLIMETRES_PER_POINT
    assert whole / 2 < setting.width_mm < brand.page("a4").text_width_mm
