"""Link texts that tell nothing, in every language that the toolkit has words for (`vague.toml`)."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib import resources

from prexport.release.languages import parse_tag

_BORROWED = {"yue": "zh", "cmn": "zh"}


def is_vague(words: str, lang: str) -> bool:
    """Tell whether the words of a link tell nothing, in its own language or in English."""
    language = parse_tag(lang).language
    bare = _bare(words)
    return bare in vague_words(_BORROWED.get(language, language)) or bare in vague_words("en")


@cache
def vague_words(language: str) -> frozenset[str]:
    """The vague phrases of a language; none for a language without words."""
    data = resources.files("prexport.lint").joinpath("vague.toml").read_text(encoding="utf-8")
    # Folded, since small letters are not unique: a Greek word ends in ς, and folds to σ.
    return frozenset(tomllib.loads(data).get(language, "").casefold().split("\n")) - {""}


def _bare(words: str) -> str:
    """The words in small letters, without marks and arrows around them."""
    text = " ".join(words.replace("’", "'").split()).casefold()
    start, end = 0, len(text)
    while start < end and not _counts(text[start]):
        start += 1
    while end > start and not _counts(text[end - 1]):
        end -= 1
    return text[start:end]


def _counts(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"
