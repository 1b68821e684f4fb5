"""Names of languages, and of several things in one phrase; which language values come out in."""

from __future__ import annotations

import pytest

from prexport.document.language_names import join_words, language_name, language_names
from prexport.document.locales import locale_for, value_lang


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en-HK", "English"),
        ("zh-Hant-HK", "繁體中文"),
        ("zh-TW", "繁體中文"),
        ("zh", "简体中文"),
        ("yue", "粵語"),
        ("fr", "Français"),
        ("pt-BR", "Português"),
        ("ar", "العربية"),
        ("ru", "Русский"),
        ("el", "Ελληνικά"),
        ("ka", "ქართული"),
        ("sr-Latn", "Srpski"),
        ("iw", "עברית"),
        ("tlh", "Klingon"),
        ("x-klingon", "x-klingon"),
        ("", ""),
    ],
)
def test_language_in_itself(lang: str, expected: str) -> None:
    assert language_name(lang) == expected


def test_regions_only_where_names_would_be_the_same() -> None:
    assert language_names(["fr", "pt-BR", "zh-HK"]) == ("Français", "Português", "繁體中文")
    assert language_names(["pt-BR", "pt-PT", "fr"]) == ("Português (Brasil)", "Português europeu", "Français")
    assert language_names(["zh-HK", "zh-TW"]) == ("繁體中文（香港）", "繁體中文（台灣）")
    assert language_names(["en-HK", "en-GB"]) == ("English (Hong Kong)", "British English")
    assert language_names([]) == ()


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en-HK", "A, B and C"),
        ("en-US", "A, B, and C"),
        ("zh-HK", "A、B及C"),
        ("zh-TW", "A、B和C"),
        ("de", "A, B und C"),
        ("ar", "A وB وC"),
        ("fa", "A، B، و C"),
        ("tlh", "A, B, and C"),
    ],
)
def test_names_in_one_phrase(lang: str, expected: str) -> None:
    assert join_words(["A", "B", "C"], lang) == expected


def test_one_name_and_braces_stay_as_they_are() -> None:
    assert join_words(["{0}"], "en") == "{0}"
    assert join_words(["{1}", "{0}", "{2}"], "en-HK") == "{1}, {0} and {2}"


@pytest.mark.parametrize(
    ("lang", "locale"),
    [
        ("zh-HK", "zh_Hant_HK"),
        ("zh", "zh_Hans"),
        ("ar", "ar"),
        ("ar-EG", "ar_EG"),
        ("sr", "sr_Cyrl"),
        ("en-JP", "en"),
        ("pa-PK", "pa_Arab_PK"),
        ("es-419", "es_419"),
    ],
)
def test_locale_that_fits(lang: str, locale: str) -> None:
    assert str(locale_for(lang)) == locale
    assert value_lang(lang) == lang


@pytest.mark.parametrize("lang", ["tlh", "x-klingon", "ar-Latn", "zh-Latn", ""])
def test_english_where_cldr_knows_nothing(lang: str) -> None:
    assert str(locale_for(lang)) == "en"
    assert value_lang(lang) == "en"
