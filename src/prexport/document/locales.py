"""From a language tag to what Babel (CLDR) knows of it: the locale, its digits.

Babel is imported inside functions: it costs 30 ms, and each locale 5 to 15 ms once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from prexport.document.words import words_for
from prexport.release.languages import maximised, parse_tag

if TYPE_CHECKING:
    from babel import Locale

_ZEROES = {
    "adlm": "\U0001e950",
    "arab": "\u0660",
    "arabext": "\u06f0",
    "beng": "\u09e6",
    "cakm": "\U00011136",
    "deva": "\u0966",
    "fullwide": "\uff10",
    "gujr": "\u0ae6",
    "guru": "\u0a66",
    "khmr": "\u17e0",
    "knda": "\u0ce6",
    "laoo": "\u0ed0",
    "mlym": "\u0d66",
    "mymr": "\u1040",
    "nkoo": "\u07c0",
    "olck": "\u1c50",
    "orya": "\u0b66",
    "tamldec": "\u0be6",
    "telu": "\u0c66",
    "thai": "\u0e50",
    "tibt": "\u0f20",
}
"""The zero of each numbering system of CLDR that a living language counts in; the other digits follow it."""

# Thin and narrow no-break spaces are missing in many fonts; marks of direction are the writers' business.
_TIDY = str.maketrans(
    {"\u202f": "\u00a0", "\u2009": "\u00a0", "\u200e": None, "\u200f": None, "\u061c": None}
)


def value_lang(lang: str) -> str:
    """Say in which language dates, numbers and names for `lang` come out: `lang` itself where CLDR knows it.

    For a language that CLDR doesn't know it is the language of the words, so English.
    """
    return lang if _known_locale(lang) else words_for(lang).lang


@lru_cache(maxsize=256)
def locale_for(lang: str) -> Locale:
    """Give the locale whose formats fit `lang` best; never raises.

    The script must agree; the region counts only when the tag names it, so that plain `ar` doesn't become
    Egyptian, nor plain `es` Spanish.
    """
    from babel import Locale

    return Locale.parse(_known_locale(lang) or _known_locale(words_for(lang).lang) or "en")


@lru_cache(maxsize=256)
def numbering_system(lang: str) -> str:
    """Name the digits of `lang` as CLDR does: those that the tag asks for, else the locale's.

    So `ar-AE` writes 123 and `ar-EG` and `ar-SA` write ١٢٣, unless the tag is `ar-EG-u-nu-latn`.
    """
    wanted = parse_tag(lang).numbering
    if wanted == "latn" or wanted in _ZEROES:
        return wanted
    usual = locale_for(lang).default_numbering_system
    return usual if usual in _ZEROES else "latn"


def in_digits_of(lang: str, text: str) -> str:
    """Write the ASCII digits of a text with the digits of `lang`."""
    zero = _ZEROES.get(numbering_system(lang))
    if zero is None:
        return text
    return text.translate({ord("0") + n: chr(ord(zero) + n) for n in range(10)})


def tidied(text: str) -> str:
    """Take out of CLDR's text the characters that fonts lack or that would change the direction."""
    return text.translate(_TIDY)


@lru_cache(maxsize=256)
def _known_locale(lang: str) -> str:
    """Name the most specific locale that Babel has for `lang`, or "" for none."""
    from babel.localedata import exists

    full, region = maximised(lang), parse_tag(lang).region
    for script in (full.script, ""):
        for parts in ((full.language, script, region), (full.language, script)):
            name = "_".join(part for part in parts if part)
            if exists(name) and maximised(name).script == full.script and _has_months(name):
                return name
    return ""


def _has_months(name: str) -> bool:
    """Whether a locale is more than an empty frame, in which January is called M01."""
    from babel import Locale

    return bool(Locale.parse(name).months["format"]["wide"][1] != "M01")
