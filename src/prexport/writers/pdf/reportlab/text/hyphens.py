"""Where words may be broken: after soft hyphens of the author, and as the patterns of a language say."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from prexport.writers.pdf.reportlab.text.shaping import SOFT_HYPHEN

_WORD = re.compile(r"[^\W\d_]{5,}")
_LONGEST_WORD = 100


def break_offsets(text: str, lang: str, *, patterns: bool) -> list[int]:
    """How many characters of `text` may stand before a break, in ascending order.

    A word with soft hyphens is broken nowhere else. `patterns`: break other words as the language does.
    """
    if SOFT_HYPHEN in text:
        return [at + 1 for at, character in enumerate(text) if character == SOFT_HYPHEN][: _inner(text)]
    if not patterns:
        return []
    dictionary = _dictionary(lang)
    if dictionary is None:
        return []
    return [
        word.start() + offset
        for word in _WORD.finditer(text)
        if len(word.group()) <= _LONGEST_WORD
        for offset in dictionary.positions(word.group())
    ]


def _inner(text: str) -> int | None:
    """A soft hyphen at the very end breaks nothing."""
    return -1 if text.endswith(SOFT_HYPHEN) else None


@lru_cache(maxsize=64)
def _dictionary(lang: str) -> Any:
    import pyphen

    found = pyphen.language_fallback(lang.replace("-", "_"))
    return pyphen.Pyphen(lang=found, left=2, right=3) if found else None
