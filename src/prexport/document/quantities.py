"""Numbers, counts and file sizes in words, in the language of the release (through Babel)."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING

from prexport.document.locales import in_digits_of, locale_for, numbering_system, tidied
from prexport.document.words import words_for, words_lang

if TYPE_CHECKING:
    from babel import Locale


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
    """Write a file size given in bytes: `512 bytes`, `840 kB`, `18.4 MB`; in English as `count_words`.

    Units are decimal (1 kB is 1000 bytes, SI); from megabytes on there is one decimal below 100.
    """
    spoken = words_lang(lang)
    words = words_for(spoken)
    if size < 1000:
        category = locale_for(spoken).plural_form(size)
        return words.bytes.fill(category, count=number_words(size, spoken))
    value = Decimal(size)
    for unit in (words.kilobytes, words.megabytes, words.gigabytes, words.terabytes):
        value /= 1000
        fine = unit is not words.kilobytes and value < 100
        rounded = value.quantize(Decimal("0.1") if fine else Decimal(1), ROUND_HALF_EVEN)
        if rounded < 1000:  # after rounding: 999.9 kB is told as 1 MB
            break
    return unit.fill(count=number_words(rounded, spoken))


def _symbols(lang: str, locale: Locale) -> str:
    """Name the numbering system whose decimal and grouping signs Babel has for this locale."""
    system = numbering_system(lang)
    return system if system in locale.number_symbols else "latn"
