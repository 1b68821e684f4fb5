"""Dates as authors give them: a year, a month of a year, a day, or a moment with its offset from UTC."""

from __future__ import annotations

import re
from datetime import date, datetime
from importlib import resources
from typing import Literal
from zoneinfo import ZoneInfo

from prexport.records import dataclass

_DAY = r"(?P<year>[0-9]{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12][0-9]|3[01]))?)?"
_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?"
_OFFSET = r"(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"

DAY_PATTERN = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
MOMENT_PATTERN = rf"^[0-9]{{4}}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T{_TIME}{_OFFSET}$"
DATE_PATTERN = rf"^[0-9]{{4}}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])(T{_TIME}{_OFFSET})?)?)?$"

_WRITTEN = re.compile(rf"{_DAY}(?P<clock>T{_TIME}{_OFFSET})?")

Precision = Literal["year", "month", "day", "moment"]


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as precise as its author made it.

    `text` is what stands in the file (ISO 8601). `month` and `day` are None when they aren't said; `moment`
    is the point in time, with its offset, when the file gives one.
    """

    text: str
    year: int
    month: int | None = None
    day: int | None = None
    moment: datetime | None = None

    @property
    def precision(self) -> Precision:
        """What the author said, and no more."""
        if self.moment is not None:
            return "moment"
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"

    @property
    def date(self) -> date | None:
        """The calendar day at the author's own offset, or None when only a month or year is known."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def __str__(self) -> str:
        """Return the text of the file."""
        return self.text


def parse_date(text: str) -> WrittenDate:
    """Read `2025`, `2025-06`, `2025-06-05` or `2025-06-05T09:00:00+08:00`; ValueError when it is none."""
    match = _WRITTEN.fullmatch(text)
    if match is None or (match["clock"] and not match["day"]):
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in match.group("year", "month", "day"))
    assert year is not None
    if year == 0:
        raise ValueError(text)
    if month and day:
        date(year, month, day)  # the 31st of June is a ValueError
    moment = datetime.fromisoformat(text) if match["clock"] else None
    return WrittenDate(text, year, month, day, moment)


def zone_names() -> frozenset[str]:
    """All IANA time zones of the `tzdata` package: the same on every machine, whatever the system has."""
    zones = resources.files("tzdata").joinpath("zones").read_text(encoding="ascii")
    return frozenset(zones.split())


def zone(name: str) -> ZoneInfo:
    """The rules of one time zone, from the `tzdata` package and never from the machine's own files."""
    if name not in zone_names():
        raise ValueError(name)
    with resources.files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)
