"""The words of a PDF as poppler's `pdftotext` gives them, as when a reader copies them."""

from __future__ import annotations

import re
import subprocess
import unicodedata

from prexport.brand.tokens import MILLIMETRES_PER_POINT, Page
from prexport.checks.printed_words import Extract, words

_LIST_MARK = re.compile(r"[•◦▪–]|\d+\.")


def is_right_to_left(text: str) -> bool:
    """Whether any of its letters is written from right to left."""
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)


def from_pdf_by_poppler(pdf: bytes, page: Page) -> Extract:
    """The words between the margins of a PDF as poppler's `pdftotext` gives them, without the marks of lists."""
    margins = page.margins
    area = {
        "-x": margins.start_mm,
        "-y": margins.top_mm,
        "-W": page.text_width_mm,
        "-H": page.height_mm - margins.top_mm - margins.bottom_mm,
    }
    # Letters may overhang the margins a little; poppler counts in pixels, which are points at 72 dpi.
    options = [f"{value / MILLIMETRES_PER_POINT:.0f}" for value in area.values()]
    crop = [part for pair in zip(area, options, strict=True) for part in pair]
    command = ["pdftotext", "-raw", "-nopgbrk", "-r", "72", *crop, "-", "-"]
    text = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode("utf-8")
    lines = (line.strip() for line in text.splitlines())
    return Extract("PDF by poppler", tuple(words(line) for line in lines if not _LIST_MARK.fullmatch(line)))
