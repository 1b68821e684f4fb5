"""How languages write days of the Gregorian calendar in words (names of months and weekdays from CLDR)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from prexport.records import dataclass
from prexport.release.languages import maximised

# "today" and its neighbours, where a date in brackets may follow: 今日（6月5日）, "yesterday (4 June)".
_SHIFTS: dict[str, dict[str, int]] = {
    "en": {"today": 0, "yesterday": -1, "tomorrow": 1},
    "zh": {"今日": 0, "今天": 0, "昨日": -1, "昨天": -1, "明日": 1, "明天": 1},
    "ja": {"本日": 0, "今日": 0, "昨日": -1, "明日": 1},
    "ko": {"오늘": 0, "어제": -1, "내일": 1},
    "fr": {"aujourd'hui": 0, "aujourd’hui": 0, "hier": -1, "demain": 1},
    "de": {"heute": 0, "gestern": -1, "morgen": 1},
    "es": {"hoy": 0, "ayer": -1, "mañana": 1},
    "pt": {"hoje": 0, "ontem": -1, "amanhã": 1},
    "it": {"oggi": 0, "ieri": -1, "domani": 1},
    "ru": {"сегодня": 0, "вчера": -1, "завтра": 1},
    "ar": {"اليوم": 0, "أمس": -1, "غدا": 1, "غدًا": 1},
    "he": {"היום": 0, "אתמול": -1, "מחר": 1},
}
_EAST_ASIAN = {
    "zh": (
        r"(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})[日號号]",
        r"(?:星期|週|周|禮拜|礼拜)",
        "一二三四五六日",
    ),
    "ja": (r"(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})日", "", "月火水木金土日"),
    "ko": (r"(?:([0-9]{4})년 ?)?([0-9]{1,2})월 ?([0-9]{1,2})일", "", "월화수목금토일"),
}
_ERA = re.compile(r"(?:民國|民国|令和|平成|昭和|農曆|农历|旧暦|음력|단기)[^，。,.]{0,12}\Z")
_ERA_REACH = (
    16  # characters before a date in which an era can stand; a search from the start would be quadratic
)
_ORDINAL = r"(?:st|nd|rd|th|er|\.|º|°|ª)?"
_BEFORE_MONTH = r"(?:of |de |d'|d’|ב)?"
_BEFORE_YEAR = r"(?:,| de| del|،)? ?"


@dataclass(frozen=True, slots=True)
class Named:
    """A day or a month that a text names: `start` to `end` in the text; Monday is weekday 0."""

    start: int
    end: int
    month: int
    day: int
    year: int | None
    weekday: int | None


@dataclass(frozen=True, slots=True)
class Calendar:
    """The words of one language for days."""

    pattern: re.Pattern[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    shift: re.Pattern[str] | None
    shifts: Mapping[str, int]

    def find(self, text: str) -> Iterator[Named]:
        """Every day of the Gregorian calendar that the text names with day and month."""
        plain = _western_digits(text)
        for match in self.pattern.finditer(plain):
            parts = {name: value for name, value in match.groupdict().items() if value}
            month = self.months.get(_folded(parts.get("month") or parts.get("name") or ""), 0)
            day = int(parts.get("day") or parts.get("number") or 0)
            written = parts.get("year") or parts.get("late")
            year = int(written) if written else None
            if not 1 <= month <= 12 or not 1 <= day <= 31:
                continue
            if _ERA.search(plain, max(0, match.start() - _ERA_REACH), match.start()):
                continue
            if year is not None and not 1900 <= year <= 2100:
                continue  # a year of another era
            weekday = parts.get("weekday") or parts.get("after")
            named = self.weekdays.get(_folded(weekday)) if weekday else None
            yield Named(match.start(), match.end(), month, day, year, named)

    def shift_before(self, text: str, place: int) -> tuple[int, int] | None:
        """The word like "today" before a bracket at `place`: how many days from today, and where it begins."""
        match = self.shift.search(text, max(0, place - 20), place) if self.shift else None
        return (self.shifts[_folded(match[1])], match.start()) if match else None


@lru_cache(maxsize=64)
def calendar_for(lang: str) -> Calendar | None:
    """The words of a language, None when CLDR has none for it, or it counts in another calendar."""
    tag = maximised(lang)
    language = {"yue": "zh", "cmn": "zh"}.get(tag.language, tag.language)
    if language in _EAST_ASIAN:
        return _east_asian(language)
    if language in ("und", "fa", "ps", "am"):
        return None  # Iran, Afghanistan and Ethiopia have calendars of their own
    return _alphabetic(language, tag.region)


def _east_asian(language: str) -> Calendar:
    date, prefix, days = _EAST_ASIAN[language]
    date = date.replace("([0-9]{4})", "(?P<year>[0-9]{4})", 1)
    date = date.replace("([0-9]{1,2})", "(?P<month>[0-9]{1,2})", 1).replace(
        "([0-9]{1,2})", "(?P<day>[0-9]{1,2})", 1
    )
    suffix = {"ja": "(?:曜日?)?", "ko": "(?:요일)?"}.get(language, "")
    bracketed = rf"(?:[ ]?[(（](?:{prefix})?(?P<after>[{days}天]){suffix}[)）])?"
    pattern = re.compile(rf"(?<![0-9年년]){date}{bracketed}")
    months = {str(month): month for month in range(1, 13)} | {f"0{month}": month for month in range(1, 10)}
    weekdays = {day: number for number, day in enumerate(days)} | {"天": 6}
    return Calendar(pattern, months, weekdays, _shift_pattern(language), _shifts(language))


def _alphabetic(language: str, region: str) -> Calendar | None:
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(f"{language}_{region}" if region else language)
    except (UnknownLocaleError, ValueError):
        try:
            locale = Locale.parse(language)
        except (UnknownLocaleError, ValueError):
            return None
    months: dict[str, int] = {}
    for width in ("wide", "abbreviated"):
        for number, name in locale.months["format"][width].items():
            if len(name) > 2 and not any(character.isdigit() for character in name):
                months.setdefault(_folded(name), number)
    weekdays = {_folded(name): number for number, name in locale.days["format"]["wide"].items()}
    if not months:
        return None
    month = "|".join(re.escape(name) for name in sorted(months, key=len, reverse=True))
    weekday = "|".join(re.escape(name) for name in sorted(weekdays, key=len, reverse=True))
    year = rf"(?:{_BEFORE_YEAR}(?P<year>[0-9]{{4}})(?![0-9]))?"
    pattern = re.compile(
        rf"(?<!\w)(?:(?P<weekday>{weekday}),?،? (?:the |den |le |el |dem )?)?"
        rf"(?:(?<![0-9–—/.-])(?P<day>[0-9]{{1,2}}){_ORDINAL} {_BEFORE_MONTH}(?P<month>{month})\.?(?!\w){year}"
        rf"|(?P<name>{month})\.? (?P<number>[0-9]{{1,2}})(?![0-9:.–—-]){_ORDINAL}(?:, ?(?P<late>[0-9]{{4}})(?![0-9]))?)"
        rf"(?: \((?P<after>{weekday})\))?",
        re.IGNORECASE,
    )
    return Calendar(pattern, months, weekdays, _shift_pattern(language), _shifts(language))


def _shifts(language: str) -> Mapping[str, int]:
    return {_folded(word): days for word, days in _SHIFTS.get(language, {}).items()}


def _shift_pattern(language: str) -> re.Pattern[str] | None:
    words = _SHIFTS.get(language)
    if not words:
        return None
    return re.compile(rf"({'|'.join(map(re.escape, words))}) ?[(（]\s*\Z", re.IGNORECASE)


def _folded(word: str) -> str:
    return word.casefold().rstrip(".")


def _western_digits(text: str) -> str:
    """The text with 0 to 9 for every decimal digit of any script, character by character."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(c)) if unicodedata.category(c) == "Nd" else c for c in text)
