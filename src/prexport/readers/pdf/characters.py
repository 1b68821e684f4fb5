"""From the codes in a content stream to characters: ToUnicode maps, and the order of right-to-left text."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import Any

_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[|\])")


def to_unicode(font: Any) -> dict[int, str]:
    """The /ToUnicode map of a font with two-byte codes (ISO 32000-1, 9.10.3); empty when it has none."""
    if "/ToUnicode" not in font:
        return {}
    mapping: dict[int, str] = {}
    for kind, body in _SECTION.findall(font.ToUnicode.read_bytes()):
        if kind == b"bfchar":
            values = [bytes.fromhex(token.decode()) for token, _ in _TOKEN.findall(body)]
            for code, text in zip(values[::2], values[1::2], strict=True):
                mapping[int.from_bytes(code, "big")] = text.decode("utf-16-be")
        else:
            mapping |= _ranges(body)
    return mapping


def _ranges(body: bytes) -> dict[int, str]:
    mapping: dict[int, str] = {}
    tokens = iter(_TOKEN.findall(body))
    for first, _ in tokens:
        start, end = int(first, 16), int(next(tokens)[0], 16)
        value, bracket = next(tokens)
        if bracket:
            for code in range(start, end + 1):
                mapping[code] = bytes.fromhex(next(tokens)[0].decode()).decode("utf-16-be")
            next(tokens)
        else:
            text = bytes.fromhex(value.decode()).decode("utf-16-be")
            for code in range(start, end + 1):
                mapping[code] = text[:-1] + chr(ord(text[-1]) + code - start)
    return mapping


def logical(clusters: list[str]) -> str:
    """One line in the order of writing, from its clusters in the order of printing (left to right).

    Lines without right-to-left letters are in order already. In the others the whole line is turned round, and
    every stretch of left-to-right text in it turned back (the inverse of UAX #9, rule L2, for two levels).
    """
    if not any(_is_rtl(cluster) for cluster in clusters):
        return "".join(clusters)
    turned = clusters[::-1]
    levels = [_direction(cluster) for cluster in turned]
    strong = [index for index, level in enumerate(levels) if level]
    for before, after in pairwise(strong):
        if levels[before] == levels[after] == "L":
            levels[before + 1 : after] = ["L"] * (after - before - 1)
    result: list[str] = []
    index = 0
    while index < len(turned):
        end = index
        while end < len(turned) and levels[end] == "L":
            end += 1
        result.extend(reversed(turned[index:end]))
        if end == index:
            result.append(turned[index])
            end += 1
        index = end
    return "".join(result)


def _is_rtl(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)


def _direction(text: str) -> str:
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL"):
            return "R"
        if kind in ("L", "EN", "AN"):
            return "L"
    return ""
