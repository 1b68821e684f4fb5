"""What programs extract from a file of the archive engine, and what their searches find in it."""

from __future__ import annotations

import difflib
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from prexport.document.outline import Outline
from prexport.document.outline_of import outline_of
from prexport.document.outline_words import folded
from prexport.document.tree import Document
from writers.pdf.reportlab.made import RELEASES, archived, pdfs, prepared
from writers.test_pdf_scripts import FLOORS, READERS, assert_says, body, pdfium, poppler, printed

RIGHT_TO_LEFT = {"weather-buoys-ar", "ar", "he", "ur"}
LEFT_TO_RIGHT = [folder for folder in RELEASES if folder.name not in RIGHT_TO_LEFT]
BY_NAME = {folder.name: folder for folder in RELEASES}


def document(folder: Path) -> Document:
    found = prepared(folder).document
    assert found is not None
    return found


def outline(folder: Path) -> Outline:
    return outline_of(document(folder))


@cache
def words(folder: Path) -> bytes:
    """In the default brand, whose logo is no picture of the publisher's name."""
    return body(archived(document(folder)))


@pytest.mark.parametrize("folder", LEFT_TO_RIGHT, ids=lambda path: path.name)
def test_poppler_extracts_the_words_of_the_document(folder: Path, tmp_path: Path) -> None:
    assert_says(outline(folder), poppler(words(folder), tmp_path, "-raw"), left_to_right_only=True)


@pytest.mark.parametrize("folder", LEFT_TO_RIGHT, ids=lambda path: path.name)
def test_pdfium_extracts_the_words_of_the_document(folder: Path) -> None:
    assert_says(outline(folder), pdfium(words(folder)), left_to_right_only=True)


@pytest.mark.parametrize(("script", "reader"), FLOORS)
def test_right_to_left_words_come_out_as_often_as_from_the_default_engine(
    script: str, reader: str, tmp_path: Path
) -> None:
    expected = " ".join(printed(outline(BY_NAME[script]))).split()
    found = folded(READERS[reader](words(BY_NAME[script]), tmp_path)).split()
    blocks = difflib.SequenceMatcher(None, expected, found, autojunk=False).get_matching_blocks()
    share = sum(block.size for block in blocks) / len(expected)
    assert share >= FLOORS[script, reader], f"{share:.4f}"


@pytest.mark.parametrize(
    ("script", "searched"),
    [
        ("cyberport-hkntaie", "high-resolution photos"),
        ("lightship-logbooks", "Ninety-four years"),
        ("zh-Hant-HK", "數碼港"),
        ("th", "น้ำใส"),
        ("hi", "क्षत्रिय"),
        ("ja", "ヴィンテージ"),
        ("ko", "훑다"),
        ("vi", "ngưỡng cửa"),
        ("el", "ῥυθμός"),
        ("he", "הגלים"),
        ("ar", "السلامة"),
        ("ur", "دوسری"),
        ("symbols", "office staff"),
    ],
)
def test_a_search_finds(script: str, searched: str, tmp_path: Path) -> None:
    for name, data in pdfs(BY_NAME[script]).items():
        file = pypdfium2.PdfDocument(data)
        assert any(page.get_textpage().search(searched).get_next() for page in file), name
        assert searched in poppler(data, tmp_path), name
