"""Where lines may end (Unicode Standard Annex 14), told by ICU.

ICU also knows the words of scripts that are written without spaces (Thai, Lao, Khmer, Burmese), and which
characters must not begin or end a line of Chinese or Japanese (kinsoku).
"""

from __future__ import annotations

from functools import lru_cache

from icu4py.breakers import CharacterBreaker, LineBreaker
from icu4py.locale import Locale


def segments(text: str, lang: str) -> list[str]:
    """Take `text` apart after each place where a line may end; joined they are `text` again."""
    return list(LineBreaker(text, _locale(lang)))


def characters(text: str) -> list[str]:
    """Take `text` apart into what readers call characters (UAX 29), the places to break what fits nowhere."""
    return list(CharacterBreaker(text, "en"))


@lru_cache(maxsize=256)
def _locale(lang: str) -> Locale:
    # Strict: small kana and the prolonged sound mark don't begin a line, as in books and newspapers.
    return Locale(f"{lang}@lb=strict")
