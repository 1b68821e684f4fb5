"""Words of another language are known by their script where it tells one, and signs are left alone."""

from __future__ import annotations

import pytest

from prexport.document import tree
from prexport.document.compose import compose
from prexport.document.foreign import by_language
from prexport.release.model import Release


def told(text: str, lang: str = "en") -> list[tuple[str, str]]:
    pieces = list(by_language(text, lang))
    assert "".join(words for words, _ in pieces) == text
    return [(words, lang) for words, lang in pieces if lang]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by Γιώργος Παππάς, pupil", [("Γιώργος Παππάς", "el")]),
        ("the word τυφώνας.", [("τυφώνας", "el")]),
        ("said שלום עולם today", [("שלום עולם", "he")]),
        ("of צה״ל here", [("צה״ל", "he")]),
        ("in กรุงเทพ and 서울 once", [("กรุงเทพ", "th"), ("서울", "ko")]),
        ("from 東京のカフェ to", [("東京のカフェ", "ja")]),
        ("データセンター", [("データセンター", "ja")]),
    ],
)
def test_a_script_that_tells_a_language(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "naïve Łódź Việt Nam",
        "5 μm, 3 Ω and the angle αβ",
        "Москва, Київ",  # Cyrillic tells no language
        "مرحبا",
        "藍塘號",
        "संग्रहालय",
        "優の良品",  # one kana is decoration in Hong Kong
        "",
        "฿ 100",
    ],
)
def test_what_tells_no_language_is_the_author_s_to_mark(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("θάλασσα", "el-CY"),
        ("μῆνιν ἄειδε", "grc"),
        ("מוזיאון", "yi"),
        ("港の博物館", "ja-JP"),
        ("박물관", "ko-Kore-KR"),
        ("ไทย", "sou-Thai"),
    ],
)
def test_a_language_s_own_script_is_nothing_foreign(text: str, lang: str) -> None:
    assert told(text, lang) == []


def test_the_document_has_them_as_parts_in_their_language_and_direction() -> None:
    release = Release.model_validate(
        {
            "format": "prexport/1",
            "lang": "en",
            "issued": "2026-03-01",
            "publisher": {"name": "Museum"},
            "headline": "It opens",
            "body": [
                "The **ship שלום** and [θάλασσα in Greek](https://example.org) and [θάλασσα]{lang=grc}."
            ],
            "contacts": [{"people": [{"name": "Γιώργος Παππάς", "email": ["a@example.org"]}]}],
        }
    )
    document = compose(release, images={}, alts={}, identity="urn:x")
    parts: list[tuple[str, str, str]] = []

    def look(runs: tree.Runs) -> None:
        for run in runs:
            if isinstance(run, tree.Part):
                parts.append((tree.plain(run.children), run.lang, run.dir))
            look(getattr(run, "children", ()))

    (card,) = document.sections[0].body
    assert isinstance(card, tree.Card)
    for block in (*document.body, *card.lines):
        look(getattr(block, "runs", ()))
    assert parts[:3] == [("שלום", "he", "rtl"), ("θάλασσα", "el", "ltr"), ("θάλασσα", "grc", "ltr")]
    assert ("Γιώργος Παππάς", "el", "ltr") in parts
