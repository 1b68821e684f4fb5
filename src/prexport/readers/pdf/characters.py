"""From the codes in a content stream to characters: the ToUnicode maps of fonts."""

from __future__ import annotations

import re
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
