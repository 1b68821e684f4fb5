"""Vague link texts, in every language that the toolkit has words for."""

from __future__ import annotations

import pytest

from prexport.document.words import words_for
from prexport.document.words.wordlist import available
from prexport.lint.vague import is_vague


@pytest.mark.parametrize("name", sorted(available()))
def test_every_language_with_words_has_vague_ones(name: str) -> None:
    words = words_for(name).vague_links
    assert len(words) > 10
    assert all(is_vague(word, name) for word in words)


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        ("Click here!", "en-HK"),
        ("» READ MORE …", "en"),
        ("請按此", "zh-Hant-HK"),
        ("按此", "yue"),
        ("こちら", "ja"),
        ("En savoir plus →", "fr-CA"),
        ("here", "de"),
    ],
)
def test_marks_case_and_regions_make_no_difference(words: str, lang: str) -> None:
    assert is_vague(words, lang)


@pytest.mark.parametrize(
    ("words", "lang"), [("Here comes the sun", "en"), ("hier", "en"), ("數碼港相片", "zh"), ("", "en")]
)
def test_what_names_its_target_is_not_vague(words: str, lang: str) -> None:
    assert not is_vague(words, lang)
