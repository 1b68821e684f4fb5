"""Numbers, counts and sizes in words."""

from __future__ import annotations

import pytest

from prexport.document.media_types import file_kind_words
from prexport.document.quantities import count_words, number_words, size_words


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1 kB"),
        (1499, "1 kB"),
        (999_499, "999 kB"),
        (999_500, "1 MB"),
        (1_000_000, "1 MB"),
        (1_049_000, "1 MB"),
        (1_050_001, "1.1 MB"),
        (18_400_000, "18.4 MB"),
        (99_940_000, "99.9 MB"),
        (312_400_000, "312 MB"),
        (999_960_000, "1 GB"),
        (4_700_000_000, "4.7 GB"),
        (2_000_000_000_000, "2 TB"),
        (2**53 - 1, "9,007 TB"),
    ],
)
def test_size(size: int, expected: str) -> None:
    assert size_words(size, "en-HK").replace("\u00a0", " ") == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("de", "18,4\u00a0MB"),
        ("fr", "18,4\u00a0Mo"),
        ("ru", "18,4\u00a0МБ"),
        ("ar-EG", "١٨٫٤\u00a0ميغابايت"),
        ("ar-AE", "18.4\u00a0ميغابايت"),
        ("sv", "18.4\u00a0MB"),  # no words for Swedish, so all of it is English
        ("x-klingon", "18.4\u00a0MB"),
    ],
)
def test_size_by_language(lang: str, expected: str) -> None:
    assert size_words(18_400_000, lang) == expected


@pytest.mark.parametrize(
    ("lang", "number", "expected"),
    [
        ("en-HK", 1234567, "1,234,567"),
        ("de", 1234567, "1.234.567"),
        ("fr", 1234567, "1\u00a0234\u00a0567"),
        ("hi", 1234567, "12,34,567"),
        ("ar-EG", 1234, "١٬٢٣٤"),
        ("ar-EG-u-nu-latn", 1234, "1,234"),
        ("mr", 1234, "१,२३४"),
        ("en-u-nu-thai", 1234, "๑,๒๓๔"),
        ("tlh", 1234, "1,234"),
    ],
)
def test_number(lang: str, number: int, expected: str) -> None:
    assert number_words(number, lang) == expected


def test_count_follows_the_plural_rules() -> None:
    assert [count_words(n, "ru") for n in (1, 2, 5, 21)] == ["1 файл", "2 файла", "5 файлов", "21 файл"]
    assert [count_words(n, "ar") for n in (1, 2, 3, 11)] == ["ملف واحد", "ملفان", "3 ملفات", "11 ملفًا"]
    assert count_words(2, "sv") == "2 files"


@pytest.mark.parametrize(
    ("mime", "expected"),
    [
        ("application/pdf", "PDF"),
        ("image/jpeg", "JPEG image"),
        ("IMAGE/JPEG; quality=high", "JPEG image"),
        ("application/zip", "ZIP archive"),
        ("text/html", "web page"),
        ("image/x-raw", "image"),
        ("application/x-thing", "application/x-thing"),
    ],
)
def test_kind_of_file(mime: str, expected: str) -> None:
    assert file_kind_words(mime, "en") == expected
