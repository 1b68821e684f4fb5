"""The words of an export as a machine takes them out: in reading order, alternative texts of pictures included.

- HTML: the text of `main` and the `alt` of its images.
- DOCX: the `w:t` of the body of `document.xml` and the `descr` of its drawings.
- PDF: the text and the `/Alt` of the elements of its tag tree, lines from right to left put in the order of
  reading; page furniture is no part of that.
- PDF by poppler: what `pdftotext` finds in the type area, as when a reader copies it; without alternative texts.

Spaces and invisible format characters (soft hyphens, bidi isolates, break opportunities) carry no words and are
left out everywhere.
"""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

import lxml.html
import pikepdf
from lxml import etree

from end_to_end.printed_strings import Said
from prexport.brand.tokens import MILLIMETRES_PER_POINT, Page
from prexport.readers.pdf.tags import Tag, read_tags

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LIST_MARK = re.compile(r"[•◦▪–]|\d+\.")
_INLINE_ROLES = frozenset({"Span", "Strong", "Em", "Link", "Reference", "Code", "Quote"})


def words(text: str) -> str:
    """The characters that carry words, composed (NFC)."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(each for each in composed if not each.isspace() and unicodedata.category(each) != "Cf")


@dataclass(frozen=True, slots=True)
class Extract:
    """The words of one file. `blocks` are its paragraphs, cells and captions, in reading order."""

    format: str
    blocks: tuple[str, ...]

    def missing(self, said: Sequence[Said]) -> str:
        """What of `said` doesn't come out in its order, as a message; "" when everything does.

        Each string is looked for after the end of the one before it, so that equal strings are told apart.
        """
        text, at = "".join(self.blocks), 0
        for each in said:
            found = [(text.find(wanted, at), wanted) for wanted in map(words, each.texts)]
            lost = [wanted for place, wanted in found if place < 0]
            if lost:
                return (
                    f"{self.format}: {each.where}: {lost[0]!r} doesn't come out after {text[max(0, at - 60) : at]!r};"
                    f" what follows there is {text[at : at + 160]!r}"
                )
            at = max(place + len(wanted) for place, wanted in found)
        return ""


def is_right_to_left(text: str) -> bool:
    """Whether any of its letters is written from right to left."""
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)


def from_html(page: bytes) -> Extract:
    """The words of a web page."""
    (main,) = lxml.html.document_fromstring(page.decode("utf-8")).iter("main")
    pieces: list[str] = []
    for event, element in etree.iterwalk(main, events=("start", "end")):
        if event == "start":
            pieces.append(element.get("alt", "") if element.tag == "img" else element.text or "")
        elif element is not main:
            pieces.append(element.tail or "")
    return Extract("HTML", tuple(filter(None, map(words, pieces))))


def from_docx(archive: bytes) -> Extract:
    """The words of a DOCX."""
    with zipfile.ZipFile(io.BytesIO(archive)) as parts:
        document = etree.fromstring(parts.read("word/document.xml"))
    pieces: list[str] = []
    for element in document.iter(f"{_W}t", f"{_DRAWING}docPr"):
        if next(element.iterancestors(_FALLBACK), None) is None:
            pieces.append(element.text or "" if element.tag == f"{_W}t" else element.get("descr", ""))
    return Extract("DOCX", tuple(filter(None, map(words, pieces))))


def from_pdf(pdf: bytes) -> Extract:
    """The words of a tagged PDF, block by block."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        roots = read_tags(opened).roots
    blocks: list[str] = [""]
    for root in roots:
        _gather(root, blocks)
    return Extract("PDF", tuple(filter(None, map(words, blocks))))


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


def _gather(tag: Tag, blocks: list[str]) -> None:
    """Add the text below `tag` to the last block; every element that is not inline begins one."""
    if tag.standard not in _INLINE_ROLES:
        blocks.append("")
    if tag.actual_text:
        blocks[-1] += tag.actual_text
        return
    if tag.alt:
        blocks[-1] += tag.alt
    for child in tag.children:
        if isinstance(child, str):
            blocks[-1] += child
        elif isinstance(child, Tag):
            _gather(child, blocks)
    if tag.standard not in _INLINE_ROLES:
        blocks.append("")
