"""Numbers, counts and file sizes in words, in the language of the release (through Babel)."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING

from prexport.document.locales import in_digits_of, locale_for, numbering_system, tidied
from prexport.document.words import words_for, words_lang

if TYPE_CHECKING:
    from babel import Locale

_UNITS = ("byte", "kilobyte", "megabyte", "gigabyte", "terabyte", "petabyte")
_LONG_UNITS = frozenset({"ar", "fa"})
"""Languages whose short units nobody uses in print (Arabic م.ب for megabyte)."""


def number_words(number: int | Decimal, lang: str) -> str:
    """Write a number with the digits, grouping and decimal sign of `lang`."""
    from babel.numbers import format_decimal

    locale = locale_for(lang)
    text = format_decimal(number, locale=locale, numbering_system=_symbols(lang, locale))
    return in_digits_of(lang, tidied(text))


def count_words(count: int, lang: str) -> str:
    """Say how many files there are: `1 file`, `12 files`; in English where there are no words for `lang`."""
    spoken = words_lang(lang)
    category = locale_for(spoken).plural_form(count)
    return words_for(spoken).files.fill(category, count=number_words(count, spoken))


def size_words(size: int, lang: str) -> str:
    """Write a file size given in bytes: `512 bytes`, `840 kB`, `18.4 MB`.

    Units are decimal (1 kB is 1000 bytes, as in SI and CLDR); from megabytes on there is one decimal below 100.
    """
    from babel.units import format_unit

    value, unit = _scaled(size)
    locale = locale_for(lang)
    text = format_unit(
        value,
        f"digital-{unit}",
        length="long" if unit == "byte" or locale.language in _LONG_UNITS else "short",
        locale=locale,
        numbering_system=_symbols(lang, locale),
    )
    return in_digits_of(lang, tidied(text))


def _scaled(size: int) -> tuple[Decimal, str]:
    """Bring a size into the unit in which it stays below 1000 after rounding."""
    value = Decimal(size)
    for unit in _UNITS:
        fine = unit not in ("byte", "kilobyte") and value < 100
        rounded = value.quantize(Decimal("0.1") if fine else Decimal(1), ROUND_HALF_EVEN)
        if rounded < 1000 or unit == _UNITS[-1]:
            break
        value /= 1000
    return rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded, unit


def _symbols(lang: str, locale: Locale) -> str:
    """Name the numbering system whose decimal and grouping signs Babel has for this locale."""
    system = numbering_system(lang)
    return system if system in locale.number_symbols else "latn"
