"""The direction of text (Unicode Standard Annex 9), told by FriBidi, the library that Pango uses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from prexport.document.tree import Direction
from prexport.errors import MissingTool

# Letters and numbers that go from right to left, and controls that say so.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_NAMES = ("libfribidi.so.0", "libfribidi.0.dylib", "fribidi-0.dll", "libfribidi-0.dll", "fribidi")
_PARAGRAPH: dict[Direction, int] = {"ltr": 0x110, "rtl": 0x111}  # FRIBIDI_PAR_LTR, FRIBIDI_PAR_RTL


def has_right_to_left(text: str) -> bool:
    """Whether some of `text` goes from right to left."""
    return not text.isascii() and bool(_RIGHT_TO_LEFT.search(text))


def embedding_levels(text: str, direction: Direction) -> list[int] | None:
    """The embedding level of each character; None when all of them are 0.

    Raises MissingTool without FriBidi.
    """
    if direction == "ltr" and not has_right_to_left(text):
        return None
    ffi, library = _library()
    length = len(text)
    string = ffi.new("uint32_t[]", list(map(ord, text)))
    types = ffi.new("uint32_t[]", length)
    brackets = ffi.new("uint32_t[]", length)
    levels = ffi.new("int8_t[]", length)
    base = ffi.new("uint32_t *", _PARAGRAPH[direction])
    library.fribidi_get_bidi_types(string, length, types)
    library.fribidi_get_bracket_types(string, length, types, brackets)
    if not library.fribidi_get_par_embedding_levels_ex(types, brackets, length, base, levels):
        raise MemoryError("FriBidi has no memory left")
    return list(levels)


def visual_order(levels: Sequence[int]) -> list[int]:
    """The indices of a line's items from left to right (rule L2)."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    if not odd:
        return order
    for level in range(max(levels), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            if levels[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end
    return order


@lru_cache(maxsize=1)
def _library() -> tuple[Any, Any]:
    from cffi import FFI

    ffi = FFI()
    ffi.cdef(
        """
        void fribidi_get_bidi_types(const uint32_t *, int, uint32_t *);
        void fribidi_get_bracket_types(const uint32_t *, int, const uint32_t *, uint32_t *);
        int8_t fribidi_get_par_embedding_levels_ex(
            const uint32_t *, const uint32_t *, int, uint32_t *, int8_t *);
        """
    )
    for name in _NAMES:
        try:
            return ffi, ffi.dlopen(name)
        except OSError:
            continue
    raise MissingTool(
        "Right-to-left text needs the FriBidi library, which is not there.",
        "Install Pango, which brings it and which the other engine (weasyprint) needs, too.",
    )
