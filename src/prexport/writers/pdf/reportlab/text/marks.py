"""Where directional marks go in lines from right to left, for those who extract text.

Programs guess from the places of codes in which order such lines are read, each with mistakes of its own about
numbers, punctuation and brackets. Marks (UAX 9) keep them from most; they are no text, but stand for what the
layout knows.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from prexport.records import dataclass

LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"
_QUOTES = "\u2018\u2019\u201c\u201d"
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_LIKE_NUMBERS = frozenset({"L", "EN", "AN", "ES", "ET", "CS"})
"""Bidirectional classes that extractors take for left to right, together with all neutral characters after them."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The character that stands before another on a line: its bidirectional class, and the way of its run."""

    kind: str
    right_to_left: bool


@lru_cache(maxsize=4096)
def is_parted(before: Neighbour | None, character: str, *, right_to_left: bool) -> bool:
    """Whether a right-to-left mark goes before a character."""
    kind = unicodedata.bidirectional(character)
    if before is None or kind in _RIGHT_TO_LEFT or not (right_to_left or before.right_to_left):
        return False
    return before.kind in _LIKE_NUMBERS or (before.kind == "NSM" and kind in _LIKE_NUMBERS)


@lru_cache(maxsize=4096)
def is_turned(character: str) -> bool:
    """Whether pdfium turns a character round, as if its shape were not turned already: it gets a mark before it."""
    return character in _QUOTES or bool(unicodedata.mirrored(character))


@lru_cache(maxsize=4096)
def after(character: str, *, right_to_left: bool) -> Neighbour:
    """What `character` is to what follows; where a left-to-right mark goes before it, it counts as such, too."""
    if right_to_left and is_turned(character):
        return Neighbour("L", True)
    return Neighbour(unicodedata.bidirectional(character), right_to_left)


@lru_cache(maxsize=4096)
def may_need_marks(character: str) -> bool:
    """Whether a right-to-left word with `character` may have marks inside."""
    return is_turned(character) or unicodedata.bidirectional(character) in _LIKE_NUMBERS
