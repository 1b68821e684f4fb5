"""Language tags: taken apart, maximised, and their direction."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from prexport.document import direction
from prexport.document.direction import direction_of
from prexport.release.languages import Tag, maximise, parse_tag


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", Tag("en")),
        ("zh-Hant-HK", Tag("zh", "Hant", "HK")),
        ("ZH_HANT_hk", Tag("zh", "Hant", "HK")),
        ("es-419", Tag("es", "", "419")),
        ("zh-yue-HK", Tag("yue", "", "HK")),
        ("de-CH-1996", Tag("de", "", "CH")),
        ("ar-EG-u-nu-latn", Tag("ar", "", "EG", "latn")),
        ("th-u-ca-gregory-nu-thai", Tag("th", "", "", "thai", "gregory")),
        ("th-u-nu-ca-gregory", Tag("th", "", "", "", "gregory")),
        ("th-x-u-nu-thai", Tag("th")),
        ("x-klingon", Tag("und")),
        ("", Tag("und")),
        ("عربي", Tag("und")),
    ],
)
def test_parts_of_a_tag(lang: str, expected: Tag) -> None:
    assert parse_tag(lang) == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("zh-HK", "zh-Hant-HK"),
        ("zh", "zh-Hans-CN"),
        ("zh-Hant", "zh-Hant-TW"),
        ("zh-Hant-HK", "zh-Hant-HK"),
        ("en", "en-Latn-US"),
        ("en-HK", "en-Latn-HK"),
        ("pa-PK", "pa-Arab-PK"),
        ("sr-Latn", "sr-Latn-RS"),
        ("iw", "he-Hebr-IL"),
        ("cmn-Hant", "zh-Hant-TW"),
        ("sh", "sr-Latn-RS"),
        ("ar-EG-u-nu-latn", "ar-Arab-EG"),
        ("tlh", "tlh"),
        ("x-klingon", "und"),
    ],
)
def test_maximised_tags(lang: str, expected: str) -> None:
    assert maximise(lang) == expected


@given(st.from_regex(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", fullmatch=True))
def test_maximising_twice_changes_nothing(lang: str) -> None:
    assert maximise(maximise(lang)) == maximise(lang)


@pytest.mark.parametrize(
    "lang",
    [
        "ar",
        "ar-AE",
        "fa",
        "ur",
        "he",
        "iw",
        "yi",
        "ps",
        "sd",
        "ug",
        "ckb",
        "dv",
        "az-Arab",
        "ku-Arab",
        "pa-PK",
        "HE_il",
    ],
)
def test_right_to_left(lang: str) -> None:
    assert direction_of(lang) == "rtl"


@pytest.mark.parametrize(
    "lang",
    ["en", "zh-Hant-HK", "ar-Latn", "he-Latn", "az", "ku", "pa", "ug-KZ", "sd-IN", "tlh", "x-klingon", ""],
)
def test_left_to_right(lang: str) -> None:
    assert direction_of(lang) == "ltr"


def test_directions_are_those_of_cldr() -> None:
    from babel.core import get_global

    languages = direction._LANGUAGES | direction._REGIONS.keys()
    tags = [key.replace("_", "-") for key in get_global("likely_subtags")]
    known = [tag for tag in tags if parse_tag(tag).language in languages]
    assert len(known) > 80
    wrong = {tag: maximise(tag) for tag in known if direction_of(tag) != direction_of(maximise(tag))}
    assert wrong == {}


def test_every_language_with_a_locale_has_its_direction() -> None:
    from babel import Locale
    from babel.localedata import locale_identifiers

    # Mongolian script runs from top to bottom; laid on its side it is read from the left (Unicode, bidi class L).
    tags = [name.replace("_", "-") for name in locale_identifiers() if "_Mong" not in name]
    assert len(tags) > 500
    wrong = [tag for tag in tags if direction_of(tag) != Locale.parse(tag, sep="-").text_direction]
    assert wrong == []
