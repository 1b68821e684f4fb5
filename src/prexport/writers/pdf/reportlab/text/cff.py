"""Glyph numbers kept in a subset CFF font (Adobe Technical Note 5176).

HarfBuzz numbers the glyphs of a subset anew. What a page says must not depend on what else the document shows,
so the old numbers are kept as the font's character identifiers: they stand in its charset.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

_CHARSET, _ENCODING, _CHAR_STRINGS, _PRIVATE = b"\x0f", b"\x10", b"\x11", b"\x12"
_ROS, _CID_COUNT, _FD_ARRAY, _FD_SELECT = b"\x0c\x1e", b"\x0c\x22", b"\x0c\x24", b"\x0c\x25"
_OFFSETS = (_ENCODING, _CHAR_STRINGS, _FD_ARRAY, _FD_SELECT)

Entry = tuple[bytes, list[bytes]]
"""An operator of a DICT and its operands, as they are encoded."""


def is_keyed_by_cid(data: bytes) -> bool:
    """Whether a CFF font has character identifiers; the others know names only."""
    names_end = _index(data, data[2])[1]
    (top,), _ = _index(data, names_end)
    return any(operator == _ROS for operator, _ in _entries(top))


def with_identifiers(data: bytes, identifiers: Sequence[int]) -> bytes:
    """Give a CID-keyed font whose glyph number n (from 1) has the character identifier `identifiers[n - 1]`."""
    names_end = _index(data, data[2])[1]
    (top,), top_end = _index(data, names_end)
    entries = [entry for entry in _entries(top) if entry[0] not in (_CHARSET, _CID_COUNT)]
    # Numbers of five bytes, so that the length is known before the values are.
    entries += [(_CID_COUNT, [_number(identifiers[-1] + 1)]), (_CHARSET, [_number(0)])]
    grown = len(_one_index(_dict(entries))) - (top_end - names_end)
    rest = bytearray(data[top_end:])
    moved: list[Entry] = []
    for operator, operands in entries:
        if operator in _OFFSETS:
            operands = [_number(_value(operands[0]) + grown)]
        elif operator == _CHARSET:
            operands = [_number(len(data) + grown)]
        if operator == _FD_ARRAY:
            _move_privates(rest, _value(operands[0]) - grown - top_end, grown)
        moved.append((operator, operands))
    charset = b"\x00" + b"".join(identifier.to_bytes(2, "big") for identifier in identifiers)
    return data[:names_end] + _one_index(_dict(moved)) + bytes(rest) + charset


def _move_privates(rest: bytearray, start: int, grown: int) -> None:
    """Private DICTs are found by their offset in the file, which stands in each Font DICT."""
    fonts, end = _index(bytes(rest), start)
    place = end - sum(map(len, fonts))
    for font in fonts:
        entries = [
            (name, [values[0], _number(_value(values[1]) + grown)] if name == _PRIVATE else values)
            for name, values in _entries(font)
        ]
        moved = _dict(entries)
        if len(moved) != len(font):
            raise ValueError("an offset of a CFF font is not written with five bytes")
        rest[place : place + len(font)] = moved
        place += len(font)


def _index(data: bytes, start: int) -> tuple[list[bytes], int]:
    """The objects of the INDEX at `start`, and where it ends."""
    count = int.from_bytes(data[start : start + 2], "big")
    if not count:
        return [], start + 2
    size = data[start + 2]
    table = start + 3
    base = table + (count + 1) * size - 1
    offsets = [
        base + int.from_bytes(data[table + number * size : table + (number + 1) * size], "big")
        for number in range(count + 1)
    ]
    return [data[begin:end] for begin, end in pairwise(offsets)], offsets[-1]


def _one_index(item: bytes) -> bytes:
    return b"\x00\x01\x02\x00\x01" + (len(item) + 1).to_bytes(2, "big") + item


def _entries(data: bytes) -> Iterator[Entry]:
    operands: list[bytes] = []
    place = 0
    while place < len(data):
        first = data[place]
        if first <= 21:
            length = 2 if first == 12 else 1
            yield data[place : place + length], operands
            operands = []
        else:
            length = _length(data, place)
            operands.append(data[place : place + length])
        place += length


def _length(data: bytes, place: int) -> int:
    first = data[place]
    if first == 30:  # a real number ends with a nibble of ones
        end = place + 1
        while data[end] & 0x0F != 0x0F:
            end += 1
        return end + 1 - place
    return {28: 3, 29: 5}.get(first, 1 if first <= 246 else 2)


def _dict(entries: Iterable[Entry]) -> bytes:
    return b"".join(b"".join(operands) + operator for operator, operands in entries)


def _number(value: int) -> bytes:
    return b"\x1d" + value.to_bytes(4, "big", signed=True)


def _value(operand: bytes) -> int:
    first = operand[0]
    if first in (28, 29):
        return int.from_bytes(operand[1:], "big", signed=True)
    if first <= 246:
        return first - 139
    return (first - 247) * 256 + operand[1] + 108 if first <= 250 else (251 - first) * 256 - operand[1] - 108
