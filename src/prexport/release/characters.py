"""What the inline subset and the rules ask about single characters: CJK or not, punctuation or not."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=8192)
def is_hangul(character: str) -> bool:
    """Tell whether the character is of the script Hangul (its blocks; UAX #24)."""
    code = ord(character)
    return (
        0x1100 <= code <= 0x11FF
        or 0x3131 <= code <= 0x318E
        or 0x3200 <= code <= 0x321E
        or 0x3260 <= code <= 0x327E
        or 0xA960 <= code <= 0xA97C
        or 0xAC00 <= code <= 0xD7FB
        or 0xFFA0 <= code <= 0xFFDC
    )


@lru_cache(maxsize=8192)
def is_cjk(character: str) -> bool:
    """Tell whether the character is set in a full or half em square: Han, kana, hangul, their punctuation.

    East Asian Width W, F or H (UAX #11) without emoji, or Hangul: the "CJK character" of the CJK-friendly
    amendment to CommonMark.
    """
    if is_hangul(character):
        return True
    if unicodedata.east_asian_width(character) not in "WFH":
        return False
    code = ord(character)
    symbol = unicodedata.category(character) in ("So", "Sk")
    # Wide symbols outside of the CJK blocks are emoji; those in 1F200-1F2FF are squared ideographs.
    return not symbol or 0x2E80 <= code <= 0xFFEF or 0x1F200 <= code <= 0x1F2FF


@lru_cache(maxsize=8192)
def is_punctuation(character: str) -> bool:
    """Tell whether CommonMark 0.31 counts the character as punctuation: Unicode categories P and S."""
    return unicodedata.category(character)[0] in "PS"


@lru_cache(maxsize=8192)
def is_space(character: str) -> bool:
    """Tell whether CommonMark counts the character as whitespace; "" stands for the text's edge and does."""
    return character == "" or character in "\t\n\f\r" or unicodedata.category(character) == "Zs"


def joins_without_space(before: str, after: str) -> bool:
    """Tell whether a line may be broken in the source between the two without meaning a space.

    So it is between Han, kana and their punctuation, where words aren't spaced; Hangul words are spaced.
    """
    return is_cjk(before) and is_cjk(after) and not is_hangul(before) and not is_hangul(after)
