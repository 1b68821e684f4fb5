"""Dates in words that contradict the date of issue, or their own weekday.

Only three forms are sure enough to speak of: a dateline typed into the first paragraph, "today (5 June)", and a
weekday beside its date. Only the Gregorian calendar is read: months and years of other calendars and eras
(民國114年, 令和7年, พ.ศ. 2568, ١٤٤٦ هـ) are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from prexport.findings import Fault
from prexport.lint.calendar_words import Calendar, Named, calendar_for
from prexport.lint.reading import Reading, Spoken, spoken
from prexport.release.model import Release

_PROSE = frozenset({"paragraph", "quote", "item", "definition", "note", "summary", "caption", "text", "cell"})
_LONGEST_PLACE = 60  # characters before the date of a dateline
# What ends a dateline: a dash, or the bracket that holds it.
_DATELINE_END = re.compile(r"[^.!?。！？]{0,30}?(?:[–—―]|\s--?\s|[)）】\]])")
# What a dateline's place ends with, and the brackets that Chinese and Japanese datelines stand in.
_PLACE_END = re.compile(r"[,，、،(（/／]\s*\Z|\A[(（【\[][^。]*\Z")
_NOT_A_PLACE = frozenset(
    [
        "am",
        "at",
        "by",
        "el",
        "em",
        "en",
        "from",
        "il",
        "im",
        "in",
        "le",
        "on",
        "since",
        "until",
        "в",
        "на",
        "с",
    ]
)
_DIGIT = re.compile(r"\d")
# Before this the calendars of Europe and Asia differ.
_FIRST_SURE_YEAR = 1930


def date_faults(release: Release, readings: Sequence[Reading]) -> Iterator[Fault]:
    """Judge the dates that stand in sentences."""
    issued = release.issued.date
    # A moment may already be another day where the release is read.
    slack = timedelta(days=1 if release.issued.moment is not None else 0)
    first = next((reading for reading in readings if reading.pointer in ("/body/0", "/body/0/text")), None)
    for reading in readings:
        if reading.field not in _PROSE:
            continue
        calendar = calendar_for(reading.lang)
        text = spoken(reading)
        if calendar is None or _DIGIT.search(text.text) is None:
            continue
        dates = list(calendar.find(text.text))
        for named in dates:
            yield from _weekday(named, reading, text, release.issued.year)
        if issued is None:
            continue
        for named in dates:
            yield from _relative(named, reading, text, calendar, issued, slack)
        if reading is first and dates:
            yield from _dateline(dates[0], reading, text, issued, slack)


def _weekday(named: Named, reading: Reading, text: Spoken, issued_year: int) -> Iterator[Fault]:
    if named.weekday is None:
        return
    # Without a year the date is near the release's own.
    years = [named.year] if named.year else [issued_year - 1, issued_year, issued_year + 1]
    days = [day for year in years if (day := _day(year, named.month, named.day))]
    if not days or days[0].year < _FIRST_SURE_YEAR or any(day.weekday() == named.weekday for day in days):
        return
    if named.year:
        message = f"This says {_said(named, text)}, but that day is a {_WEEKDAYS[days[0].weekday()]}."
    else:
        message = f"This says {_said(named, text)}, but around {issued_year} that day has another weekday."
    yield _fault(named, reading, text, message, "Look the day up, and correct the weekday or the date.")


def _relative(
    named: Named, reading: Reading, text: Spoken, calendar: Calendar, issued: date, slack: timedelta
) -> Iterator[Fault]:
    """Judge "today (5 June)", "yesterday (4 June)", "tomorrow (6 June)"."""
    before = calendar.shift_before(text.text, named.start)
    if before is None or reading.field == "quote":
        return
    shift, start = before
    meant = issued + timedelta(days=shift)
    if not _is_near(named, meant, slack):
        yield _fault(
            named,
            reading,
            text,
            f'This says "{text.text[start : named.end]})", but the release is issued on {issued.isoformat()}.',
            'Correct the date, or "issued".',
        )


def _dateline(
    named: Named, reading: Reading, text: Spoken, issued: date, slack: timedelta
) -> Iterator[Fault]:
    place = text.text[: named.start]
    words = place.strip("(（【[ ").split()
    if not 0 < len(place.strip()) <= _LONGEST_PLACE or not _PLACE_END.search(place):
        return
    if not words or words[0].casefold() in _NOT_A_PLACE or not _DATELINE_END.match(text.text, named.end):
        return
    if any(word[0].islower() and len(word) > 3 for word in words):
        return  # a sentence, not a place
    if not _is_near(named, issued, slack):
        yield _fault(
            named,
            reading,
            text,
            f"The dateline says {_said(named, text)}, but the release is issued on {issued.isoformat()}.",
            'Correct the date, or "issued".',
        )


def _is_near(named: Named, meant: date, slack: timedelta) -> bool:
    years = [named.year] if named.year else [meant.year - 1, meant.year, meant.year + 1]
    return any(
        abs(day - meant) <= slack for year in years if (day := _day(year, named.month, named.day)) is not None
    )


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _said(named: Named, text: Spoken) -> str:
    return f'"{text.text[named.start : named.end]}"'


def _fault(named: Named, reading: Reading, text: Spoken, message: str, mend: str) -> Fault:
    start = text.offset(named.start)
    length = text.offset(named.end - 1) + 1 - start
    return Fault("date-contradicts", reading.pointer, message, mend, offset=start, length=max(1, length))


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
