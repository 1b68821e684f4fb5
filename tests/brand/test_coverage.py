"""Which family sets a text, what can't be shown, and what a writer has to embed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from prexport.brand import cjk
from prexport.brand.coverage import (
    FontRun,
    StyledText,
    choose_face,
    choose_family,
    font_runs,
    missing_characters,
    needed_faces,
    remedy,
)
from prexport.brand.load import load_brand

BRAND = load_brand("default")


@pytest.fixture
def no_cjk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make a machine that has fonts for Chinese, Japanese and Korean nowhere."""
    monkeypatch.delenv(cjk.FOLDER_VARIABLE, raising=False)
    monkeypatch.setattr(cjk, "PACKAGE", "no_such_package_of_fonts")
    monkeypatch.setattr(cjk, "_SYSTEM_FOLDERS", ())
    cjk._find.cache_clear()
    yield
    monkeypatch.undo()
    cjk._find.cache_clear()


@pytest.mark.parametrize(
    ("character", "lang", "family"),
    [
        ("a", "en", "IBM Plex Sans"),
        ("ộ", "vi", "IBM Plex Sans"),
        ("ж", "ru", "IBM Plex Sans"),
        ("ɓ", "ha", "Noto Sans"),
        ("a", "ar", "IBM Plex Sans Arabic"),
        ("ж", "ar", "IBM Plex Sans"),
        ("ب", "en", "IBM Plex Sans Arabic"),
        ("漢", "en", "Noto Sans CJK TC"),
        ("漢", "ja", "Noto Sans CJK JP"),
        ("“", "zh-Hans", "Noto Sans CJK SC"),
        ("“", "en", "IBM Plex Sans"),
        ("★", "en", "Noto Sans Symbols2"),
        ("𝒜", "en", "Noto Sans Math"),
    ],
)
def test_the_first_family_of_the_language_that_has_it(character: str, lang: str, family: str) -> None:
    assert choose_family(BRAND, character, lang) == family


def test_runs_are_split_where_the_family_changes_and_marks_stay_with_their_letter() -> None:
    assert font_runs(BRAND, "Cyberport 數碼港 ★", "en") == (
        FontRun("Cyberport ", "IBM Plex Sans"),
        FontRun("數碼港 ", "Noto Sans CJK TC"),
        FontRun("★", "Noto Sans Symbols2"),
    )
    # Plex has no combining macron for x: letter and mark come from one font that has both.
    assert font_runs(BRAND, "x\u0331y", "en")[0].text == "x\u0331"
    assert font_runs(BRAND, "می\u200cشود", "fa") == (FontRun("می\u200cشود", "IBM Plex Sans Arabic"),)
    assert font_runs(BRAND, "", "en") == ()


@given(st.text(max_size=40), st.sampled_from(["en", "ar", "th", "zh-Hant-HK"]))
def test_runs_joined_are_the_text(text: str, lang: str) -> None:
    assert "".join(run.text for run in font_runs(BRAND, text, lang)) == text


@given(st.text(max_size=20), st.sampled_from(["en", "ja"]))
def test_runs_and_missing_characters_agree(text: str, lang: str) -> None:
    lost = missing_characters(BRAND, text, lang)
    if all(run.shown for run in font_runs(BRAND, text, lang)):
        assert lost == ()
    assert set(lost) <= set(text)


def test_characters_that_no_font_has() -> None:
    assert missing_characters(BRAND, "Rocket 🚀, \ue000 and 𐤀, twice 𐤀", "en") == ("\ue000", "𐤀")
    assert missing_characters(BRAND, "joiner\u200d, mark\ufe0f, break\n, soft\u00adhyphen", "en") == ()


def test_the_remedy_for_rare_scripts_and_private_characters() -> None:
    assert remedy("𐤀") == "Write it with other characters, or add a font that has them to the brand's fonts."
    assert (
        remedy("\ue000")
        == "These are private characters, which only one font shows: write what they stand for."
    )


@pytest.mark.usefixtures("no_cjk")
def test_without_fonts_for_chinese_the_remedy_is_exact() -> None:
    assert missing_characters(BRAND, "數碼港 Cyberport", "zh-Hant-HK") == ("數", "港", "碼")
    assert remedy("數") == (
        "Fonts for Chinese, Japanese and Korean do not come with prexport. "
        f"Run `pip install {cjk.REQUIREMENT}`, or on Debian and Ubuntu `apt install fonts-noto-cjk`."
    )
    assert cjk.place() is None


def test_the_remedy_names_the_distribution_of_the_extra(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["optional-dependencies"]["cjk"] == [cjk.REQUIREMENT]


def test_the_extra_comes_before_the_system_and_a_named_folder_before_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(cjk.FOLDER_VARIABLE, raising=False)
    place = cjk.place()
    assert place is not None
    assert place.name == "manimgx_fonts_cjk", "goldens are made with the pinned package"
    half, whole = tmp_path / "half", tmp_path / "whole"
    for folder, weights in ((half, ("Regular",)), (whole, ("Regular", "Bold"))):
        folder.mkdir()
        for weight in weights:
            (folder / f"NotoSansCJK-{weight}.ttc").symlink_to(place / "NotoSansCJK-VF.otf.ttc")
    monkeypatch.setenv(cjk.FOLDER_VARIABLE, str(half))
    assert cjk.place() == place, "a folder without the bold weight does not count"
    monkeypatch.setenv(cjk.FOLDER_VARIABLE, str(whole))
    assert cjk.place() == whole
    assert [(face.weight, face.path.name, face.index) for face in cjk.find_faces("Noto Sans CJK HK")] == [
        (400, "NotoSansCJK-Regular.ttc", 4),
        (700, "NotoSansCJK-Bold.ttc", 4),
    ]


def test_the_face_nearest_to_what_is_asked_for() -> None:
    serif, mono, symbols = (
        BRAND.families[name] for name in ("IBM Plex Serif", "IBM Plex Mono", "Noto Sans Symbols2")
    )
    chosen = {
        (family.name, bold, italic): choose_face(family, bold=bold, italic=italic)
        for family in (serif, mono, symbols)
        for bold in (False, True)
        for italic in (False, True)
    }
    assert {key: face and face.path.stem for key, face in chosen.items()} == {
        ("IBM Plex Serif", False, False): "IBMPlexSerif-Regular",
        ("IBM Plex Serif", False, True): "IBMPlexSerif-Italic",
        ("IBM Plex Serif", True, False): "IBMPlexSerif-Bold",
        ("IBM Plex Serif", True, True): "IBMPlexSerif-BoldItalic",
        ("IBM Plex Mono", False, False): "IBMPlexMono-Regular",
        ("IBM Plex Mono", False, True): "IBMPlexMono-Regular",
        ("IBM Plex Mono", True, False): "IBMPlexMono-Bold",
        ("IBM Plex Mono", True, True): "IBMPlexMono-Bold",
        ("Noto Sans Symbols2", False, False): "NotoSansSymbols2-Regular",
        ("Noto Sans Symbols2", False, True): "NotoSansSymbols2-Regular",
        ("Noto Sans Symbols2", True, False): "NotoSansSymbols2-Regular",
        ("Noto Sans Symbols2", True, True): "NotoSansSymbols2-Regular",
    }


def test_only_the_faces_that_a_document_needs_in_a_stable_order() -> None:
    faces = needed_faces(
        BRAND,
        [
            StyledText("Pier opens", "en", "headline", bold=True),
            StyledText("today", "en", italic=True),
            StyledText("今日", "zh-Hant-HK", italic=True),
            StyledText("🚀", "en"),
        ],
    )
    assert [
        (face.family, face.weight, face.style, "".join(sorted(wanted))) for face, wanted in faces.items()
    ] == [
        ("IBM Plex Sans", 400, "italic", "adoty"),
        ("IBM Plex Serif", 700, "normal", " Peinoprs"),
        ("Noto Emoji", 400, "normal", "🚀"),
        ("Noto Sans CJK HK", 400, "normal", "今日"),
    ]
