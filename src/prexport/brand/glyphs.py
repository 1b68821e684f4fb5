"""What a font file says of its characters: which it has, and how wide they are.

Read from `cmap`, `head`, `hhea` and `hmtx` (ISO/IEC 14496-22, 5.2) and nothing else. Every export asks this of several
fonts; HarfBuzz knows it, too, but to load it takes longer than all the answers.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Mapping
from functools import lru_cache
from itertools import count as count_from
from mmap import ACCESS_READ, mmap
from pathlib import Path

# Platform and encoding of the subtables that map Unicode, best first: the whole of it, then the first plane.
_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))


@lru_cache(maxsize=256)
def glyphs(path: Path, index: int = 0) -> Mapping[int, int]:
    """Give the number of the glyph for each code point that the font has one for; none if the file is damaged.

    `index` is the face of a collection.
    """
    try:
        with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
            return _mapped(data, _subtable(data, _table(data, index, b"cmap")))
    except (struct.error, ValueError):
        return {}


def width(path: Path, index: int, words: str) -> float:
    """Give the width of `words` in ems, letter beside letter as the font's `hmtx` has them: without kerning.

    Raises ValueError or struct.error for a damaged font.
    """
    advances, unit = _advances(path, index)
    mapped = glyphs(path, index)
    # Of the last glyphs, which are as wide as each other, the table names one only.
    last = len(advances) - 1
    return sum(advances[min(mapped.get(ord(character), 0), last)] for character in words) / unit


@lru_cache(maxsize=32)
def _advances(path: Path, index: int) -> tuple[array[int], int]:
    """The widths of the glyphs by their numbers, and how many of their units an em has."""
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        count = struct.unpack_from(">H", data, _table(data, index, b"hhea") + 34)[0]
        unit = struct.unpack_from(">H", data, _table(data, index, b"head") + 18)[0]
        # Each width is followed by a bearing.
        return _numbers(data, _table(data, index, b"hmtx"), 4 * count)[::2], unit


def _table(data: mmap, index: int, tag: bytes) -> int:
    """The place of a table in the file; raises ValueError if there is none."""
    start = struct.unpack_from(">I", data, 12 + 4 * index)[0] if data[:4] == b"ttcf" else 0
    for entry in range(struct.unpack_from(">H", data, start + 4)[0]):
        name, _, place, _ = struct.unpack_from(">4sIII", data, start + 12 + 16 * entry)
        if name == tag:
            return int(place)
    raise ValueError(f"the font has no table {tag!r}")


def _subtable(data: mmap, cmap: int) -> int:
    """The place of the subtable that maps most of Unicode; raises ValueError if none does."""
    found = {}
    for entry in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        platform, encoding, place = struct.unpack_from(">HHI", data, cmap + 4 + 8 * entry)
        found[platform, encoding] = cmap + place
    for kind in _UNICODE:
        if kind in found:
            return int(found[kind])
    raise ValueError("the font maps no Unicode")


def _mapped(data: mmap, place: int) -> dict[int, int]:
    """What a subtable maps to glyphs; raises ValueError for a format that fonts don't use."""
    match struct.unpack_from(">H", data, place)[0]:
        case 4:
            return _segments(data, place)
        case 12:
            return _groups(data, place)
        case other:
            raise ValueError(f"the font's cmap has format {other}")


def _groups(data: mmap, place: int) -> dict[int, int]:
    """Format 12: code points one after the other, with glyphs one after the other."""
    size = 12 * struct.unpack_from(">I", data, place + 12)[0]
    found: dict[int, int] = {}
    for first, last, glyph in struct.iter_unpack(">III", data[place + 16 : place + 16 + size]):
        found.update(zip(range(first, min(last, 0x10FFFF) + 1), count_from(glyph), strict=False))
        if not glyph:
            del found[first]
    return found


def _segments(data: mmap, place: int) -> dict[int, int]:
    """Format 4: segments, whose glyphs follow from a difference or stand in a list."""
    size = struct.unpack_from(">H", data, place + 6)[0]  # bytes of one array; a segment has two in each
    ends = _numbers(data, place + 14, size)
    starts = _numbers(data, place + 16 + size, size)
    differences = _numbers(data, place + 16 + 2 * size, size)
    offsets = _numbers(data, place + 16 + 3 * size, size)
    found: dict[int, int] = {}
    for segment, (start, end, difference, offset) in enumerate(
        zip(starts, ends, differences, offsets, strict=True)
    ):
        if start == 0xFFFF:
            break
        if offset:
            # The list is counted from where the offset itself stands.
            listed = _numbers(data, place + 16 + 3 * size + 2 * segment + offset, 2 * (end - start + 1))
            found.update(
                (start + step, (glyph + difference) & 0xFFFF) for step, glyph in enumerate(listed) if glyph
            )
        else:
            glyph_of = {code: (code + difference) & 0xFFFF for code in range(start, end + 1)}
            found.update((code, glyph) for code, glyph in glyph_of.items() if glyph)
    return found


def _numbers(data: mmap, place: int, size: int) -> array[int]:
    """`size` bytes as 16-bit numbers; raises ValueError if there are fewer."""
    numbers = array("H", data[place : place + size])
    if 2 * len(numbers) != size:
        raise ValueError("the font's cmap is cut off")
    if struct.pack("=H", 1) != struct.pack(">H", 1):
        numbers.byteswap()
    return numbers
