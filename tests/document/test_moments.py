"""Dates and times in words."""

from __future__ import annotations

import pytest

from prexport.document.moments import date_words, day_words, moment_words, year_words
from prexport.release.dates import parse_date

UNTIL = parse_date("2025-06-06T10:00:00+08:00")


@pytest.mark.parametrize(
    ("written", "lang", "expected"),
    [
        ("2025-06-05", "en-HK", "5 June 2025"),
        ("2025-06-05", "en-GB", "5 June 2025"),
        ("2025-06-05", "en-US", "June 5, 2025"),
        ("2025-06-05", "en", "June 5, 2025"),
        ("2025-06-05", "zh-HK", "2025年6月5日"),
        ("2025-06-05", "de-AT", "5. Juni 2025"),
        ("2025-01-05", "de-AT", "5. Jänner 2025"),
        ("2025-06-05", "ar", "5 يونيو 2025"),
        ("2025-06-05", "ar-AE", "5 يونيو 2025"),
        ("2025-06-05", "ar-EG", "٥ يونيو ٢٠٢٥"),
        ("2025-06-05", "ar-SA", "٥ يونيو ٢٠٢٥"),
        ("2025-06-05", "ar-SA-u-nu-latn", "5 يونيو 2025"),
        ("2025-06-05", "ar-LB", "٥ حزيران ٢٠٢٥"),
        ("2025-06-05", "th", "5 มิถุนายน พ.ศ. 2568"),
        ("2025-06", "th", "มิถุนายน พ.ศ. 2568"),
        ("2025", "th", "พ.ศ. 2568"),
        ("2025-06-05", "th-u-ca-gregory", "5 มิถุนายน ค.ศ. 2025"),
        ("2025-06-05", "th-u-nu-thai", "๕ มิถุนายน พ.ศ. ๒๕๖๘"),
        ("2025", "zh-Hant", "2025年"),
        ("2025-06", "ru", "июнь 2025\u00a0г."),
        ("2025-06-05", "sv", "5 juni 2025"),
        ("2025-06-05", "tlh", "June 5, 2025"),
        ("2025-06-05", "x-klingon", "June 5, 2025"),
        ("2025-06-05", "zh-Latn", "June 5, 2025"),
        ("2025-06-05T00:00:00+08:00", "en-HK", "5 June 2025, 00:00 (UTC+8)"),
        ("2025-06-05T23:59:00Z", "en-GB", "5 June 2025, 23:59 (UTC)"),
        ("2025-06-05T09:00:00-03:30", "fr", "5 juin 2025, 09:00 (UTC−3:30)"),
        ("0987-06-05", "en-GB", "5 June 987"),
    ],
)
def test_date_as_precise_as_written(written: str, lang: str, expected: str) -> None:
    assert date_words(parse_date(written), lang) == expected


def test_dateline_has_no_time() -> None:
    assert day_words(UNTIL, "en-HK") == "6 June 2025"
    assert day_words(parse_date("2025-06"), "en-HK") == "June 2025"


def test_year_alone() -> None:
    assert year_words(2025, "zh-Hant") == "2025"
    assert year_words(2025, "ar-EG") == "٢٠٢٥"
    assert year_words(2025, "th") == "พ.ศ. 2568"


@pytest.mark.parametrize(
    ("timezone", "expected"),
    [
        ("Asia/Hong_Kong", "Friday, 6 June 2025, 10:00 Hong Kong Time (UTC+8)"),
        ("Europe/London", "Friday, 6 June 2025, 03:00 British Summer Time (UTC+1)"),
        ("America/New_York", "Thursday, 5 June 2025, 22:00 Eastern Daylight Time (UTC−4)"),
        ("Asia/Kolkata", "Friday, 6 June 2025, 07:30 India Standard Time (UTC+5:30)"),
        ("Australia/Sydney", "Friday, 6 June 2025, 12:00 Australian Eastern Standard Time (UTC+10)"),
        # Ireland's zone data calls winter the exception, with a negative daylight saving.
        ("Europe/Dublin", "Friday, 6 June 2025, 03:00 Irish Standard Time (UTC+1)"),
        ("Etc/GMT+3", "Thursday, 5 June 2025, 23:00 (UTC−3)"),
        ("Etc/UTC", "Friday, 6 June 2025, 02:00 Coordinated Universal Time (UTC)"),
    ],
)
def test_moment_in_its_zone(timezone: str, expected: str) -> None:
    assert moment_words(UNTIL, timezone, "en-HK") == expected


@pytest.mark.parametrize(
    ("timezone", "name"),
    [
        ("Europe/London", "Greenwich Mean Time (UTC)"),
        ("Europe/Dublin", "Greenwich Mean Time (UTC)"),
        ("America/New_York", "Eastern Standard Time (UTC−5)"),
        ("Australia/Sydney", "Australian Eastern Daylight Time (UTC+11)"),
        ("Asia/Hong_Kong", "Hong Kong Time (UTC+8)"),
    ],
)
def test_zone_in_january(timezone: str, name: str) -> None:
    assert moment_words(parse_date("2025-01-06T10:00:00+08:00"), timezone, "en-GB").endswith(name)


def test_moment_is_in_the_language_of_the_words() -> None:
    assert moment_words(UNTIL, "Asia/Hong_Kong", "sv") == "Friday, June 6, 2025, 10:00 Hong Kong Time (UTC+8)"


def test_unknown_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="Mars/Base"):
        moment_words(UNTIL, "Mars/Base", "en")


def test_date_without_time_is_no_moment() -> None:
    with pytest.raises(ValueError, match="no moment: 2025-06-06"):
        moment_words(parse_date("2025-06-06"), "Asia/Hong_Kong", "en")


def test_no_character_that_fonts_lack() -> None:
    languages = ["en-US", "en-AU", "fr", "fr-CH", "fa", "he", "ru", "bg", "es-VE", "hy", "mr"]
    lines = [date_words(UNTIL, lang) + moment_words(UNTIL, "America/New_York", lang) for lang in languages]
    assert {char for char in "".join(lines) if char in "\u2009\u200e\u200f\u202f\u061c"} == set()
