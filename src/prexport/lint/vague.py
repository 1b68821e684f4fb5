"""Link texts that tell nothing, in every language that the toolkit has words for."""

from __future__ import annotations

import unicodedata
from functools import cache

from prexport.document.words import words_for


def is_vague(words: str, lang: str) -> bool:
    """Tell whether the words of a link tell nothing, in its own language or in English."""
    bare = _bare(words)
    return any(bare in _vague_words(words_for(spoken).lang) for spoken in (lang, "en"))


@cache
def _vague_words(lang: str) -> frozenset[str]:
    return frozenset(_bare(phrase) for phrase in words_for(lang).vague_links)


def _bare(words: str) -> str:
    """The words in small letters, without marks and arrows around them.

    Folded, since small letters are not unique: a Greek word ends in ς, and folds to σ.
    """
    text = " ".join(words.replace("’", "'").split()).casefold()
    start, end = 0, len(text)
    while start < end and not _counts(text[start]):
        start += 1
    while end > start and not _counts(text[end - 1]):
        end -= 1
    return text[start:end]


def _counts(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"
