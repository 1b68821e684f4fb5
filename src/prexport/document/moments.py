"""Dates and times in words, in the language of the release (through Babel)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal, assert_never

from prexport.document.locales import in_digits_of, locale_for, tidied
from prexport.document.words import words_for, words_lang
from prexport.release.dates import WrittenDate, zone
from prexport.release.languages import parse_tag

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from babel import Locale

_BUDDHIST_ERA, _COMMON_ERA = "พ.ศ.", "ค.ศ."
_BUDDHIST_OFFSET = 543


def date_words(written: WrittenDate, lang: str) -> str:
    """Write a date as precisely as its author did: `2025`, `June 2025`, `5 June 2025`, or with the time.

    A moment is told at the author's own offset: `5 June 2025, 09:00 (UTC+8)`.
    """
    match written.precision:
        case "year":
            return _part_words(date(written.year, 1, 1), "y", lang)
        case "month":
            return _part_words(date(written.year, written.month or 1, 1), "yMMMM", lang)
        case "day":
            return day_words(written, lang)
        case "moment":
            assert written.moment is not None
            return words_for(lang).date_and_time.fill(
                date=day_words(written, lang),
                time=_time_words(written.moment, lang),
                offset=_offset_words(written.moment),
            )
        case never:
            assert_never(never)


def day_words(written: WrittenDate, lang: str) -> str:
    """Write the day without the time, as a dateline does; a mere month or year stays one."""
    day = written.date
    if day is None:
        return date_words(written, lang)
    return _full_date(day, lang)


def year_words(year: int, lang: str) -> str:
    """Write a year as a bare number, as after a copyright sign: `2025`; in Thai with its era.

    Thailand counts from the Buddhist era, so does CLDR. The era is always written out, because a bare 2568
    or 2025 has to be guessed. `th-u-ca-gregory` keeps the common era.
    """
    if _is_thai(lang):
        return in_digits_of(lang, _thai_year(year, lang))
    return in_digits_of(lang, str(year))


def moment_words(until: WrittenDate, timezone: str, lang: str) -> str:
    """Write a moment so that nobody can mistake it: weekday, date, time, name of the time zone, offset.

    `Friday, 6 June 2025, 10:00 Hong Kong Time (UTC+8)`. `timezone` is an IANA name (ValueError for another).
    It is part of the toolkit's words, so it comes out in English where there are no words for `lang`. The clock
    has 24 hours in every language, since 12:00 a.m. is read both ways. A zone that CLDR has no name for in this
    language is told by its offset alone.
    """
    if until.moment is None:
        raise ValueError(f"no moment: {until}")
    spoken = words_lang(lang)
    words = words_for(spoken)
    rules = zone(timezone)
    there = until.moment.astimezone(rules)
    weekday = _pattern(there.date(), "EEEE", spoken)
    day = _full_date(there.date(), spoken)
    time = _time_words(there, spoken)
    offset = _offset_words(there)
    name = _zone_name(there, rules, locale_for(spoken))
    if not name:
        return words.moment.fill(weekday=weekday, date=day, time=time, offset=offset)
    return words.moment_in_zone.fill(weekday=weekday, date=day, time=time, zone=name, offset=offset)


def _full_date(day: date, lang: str) -> str:
    from babel.dates import format_date

    if _is_thai(lang):
        return in_digits_of(lang, f"{_pattern(day, 'd MMMM', lang)} {_thai_year(day.year, lang)}")
    return in_digits_of(lang, tidied(format_date(day, "long", locale=locale_for(lang))))


def _part_words(day: date, skeleton: Literal["y", "yMMMM"], lang: str) -> str:
    """Write the year, or the month and the year, of a day."""
    from babel.dates import format_skeleton

    if _is_thai(lang):
        month = f"{_pattern(day, 'MMMM', lang)} " if skeleton == "yMMMM" else ""
        return in_digits_of(lang, month + _thai_year(day.year, lang))
    return in_digits_of(lang, tidied(format_skeleton(skeleton, day, locale=locale_for(lang))))


def _time_words(moment: datetime, lang: str) -> str:
    from babel.dates import format_skeleton

    # Without its zone: Babel would move an aware time to UTC.
    clock = moment.replace(tzinfo=None)
    return in_digits_of(lang, tidied(format_skeleton("Hm", clock, locale=locale_for(lang))))


def _pattern(day: date, pattern: str, lang: str) -> str:
    from babel.dates import format_date

    return tidied(format_date(day, pattern, locale=locale_for(lang)))


def _is_thai(lang: str) -> bool:
    return locale_for(lang).language == "th"


def _thai_year(year: int, lang: str) -> str:
    if parse_tag(lang).calendar in ("gregory", "iso8601"):
        return f"{_COMMON_ERA} {year}"
    return f"{_BUDDHIST_ERA} {year + _BUDDHIST_OFFSET}"


def _offset_words(moment: datetime) -> str:
    """Write the offset from UTC, in the same letters and digits everywhere: `UTC+8`, `UTC−3:30`, `UTC`."""
    minutes = round((moment.utcoffset() or timedelta()).total_seconds() / 60)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "−"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def _zone_name(moment: datetime, rules: ZoneInfo, locale: Locale) -> str:
    """Name the zone: `British Summer Time` where clocks change, else without season: `Hong Kong Time`.

    Babel's own function isn't used: it trusts the daylight flag of the zone data, which Ireland's zone has
    the other way round, and its names made of countries come out wrong in several languages.
    """
    winter, summer = sorted(
        rules.utcoffset(datetime(moment.year, month, 1)) or timedelta() for month in (1, 7)
    )
    variants: tuple[str, ...] = ("generic", "standard")
    if winter != summer:
        variants = ("daylight",) if moment.utcoffset() == summer else ("standard",)
    for names in _names_of_zone(rules.key, locale):
        for variant in variants:
            name = names.get("long", {}).get(variant, "")
            if name.strip("∅"):  # CLDR: "this name is not inherited"
                return tidied(name)
    return ""


def _names_of_zone(key: str, locale: Locale) -> Iterator[Mapping[str, Mapping[str, str]]]:
    """Give the names of the zone itself, then those that it shares with others (Central European Time)."""
    from babel.core import get_global

    # CLDR files names under a zone's first spelling (Asia/Calcutta), the zone data under its latest.
    aliases = get_global("zone_aliases")
    latest = aliases.get(key, key)
    spellings = (latest, *sorted(old for old, new in aliases.items() if new == latest))
    for spelling in spellings:
        yield locale.time_zones.get(spelling, {})
    for spelling in spellings:
        yield locale.meta_zones.get(get_global("meta_zones").get(spelling, ""), {})
