"""The words of an artefact as a machine takes them out: in reading order, alternative texts of pictures included.

- HTML: the text of `main` and the `alt` of its images.
- DOCX: the `w:t` of the body of the main part and the `descr` of its drawings.
- PDF: the text and the `/Alt` of the elements of its tag tree; page furniture is no part of that.

Spaces and invisible format characters (soft hyphens, bidi isolates, break opportunities) carry no words and are
left out everywhere. No outline is made on the way, so that a fault of the outlines hides nothing here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence

from prexport.checks.printed import Said
from prexport.opc import NAMESPACES, Package
from prexport.readers.pdf.tags import Tag, read_tags
from prexport.records import dataclass

_W = f"{{{NAMESPACES['w']}}}"
_DRAWING = f"{{{NAMESPACES['wp']}}}"
_FALLBACK = f"{{{NAMESPACES['mc']}}}Fallback"
_INLINE_ROLES = frozenset({"Span", "Strong", "Em", "Link", "Reference", "Code", "Quote"})


def words(text: str) -> str:
    """The characters that carry words, composed (NFC)."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(each for each in composed if not each.isspace() and unicodedata.category(each) != "Cf")


@dataclass(frozen=True, slots=True)
class Missing:
    """A string that doesn't come out at its place: `where` is its JSON Pointer, `elsewhere` that it does elsewhere."""

    where: str
    text: str
    elsewhere: bool
    after: str


@dataclass(frozen=True, slots=True)
class Extract:
    """The words of one file. `blocks` are its paragraphs, cells and captions, in reading order."""

    format: str
    blocks: tuple[str, ...]

    def lost(self, said: Sequence[Said]) -> Iterator[Missing]:
        """What of `said` doesn't come out in its order.

        Each string is looked for after the end of the one before it, so that equal strings are told apart.
        """
        text, at = "".join(self.blocks), 0
        for each in said:
            found = [
                (text.find(wanted, at), wanted, whole) for whole in each.texts for wanted in [words(whole)]
            ]
            gone = [(wanted, whole) for place, wanted, whole in found if place < 0]
            for wanted, whole in gone:
                yield Missing(each.where, whole, wanted in text, text[max(0, at - 60) : at])
            if not gone:
                at = max([at, *(place + len(wanted) for place, wanted, _ in found)])

    def missing(self, said: Sequence[Said]) -> str:
        """The first string that doesn't come out, as a message; "" when everything does."""
        for each in self.lost(said):
            return f"{self.format}: {each.where}: {words(each.text)!r} doesn't come out after {each.after!r}"
        return ""


def from_html(page: bytes) -> Extract:
    """The words of a web page."""
    import lxml.html
    from lxml import etree

    root = lxml.html.document_fromstring(page.decode("utf-8", "replace"))
    main = next(root.iter("main"), root)
    pieces: list[str] = []
    for event, element in etree.iterwalk(main, events=("start", "end")):
        if event == "start" and isinstance(element.tag, str):
            pieces.append(element.get("alt", "") if element.tag == "img" else element.text or "")
        elif event == "end" and element is not main:
            pieces.append(element.tail or "")
    return Extract("HTML", tuple(filter(None, map(words, pieces))))


def from_docx(archive: bytes) -> Extract:
    """The words of a DOCX."""
    package = Package(archive)
    pieces: list[str] = []
    for element in package.xml(package.main()).iter(f"{_W}t", f"{_DRAWING}docPr"):
        if next(element.iterancestors(_FALLBACK), None) is None:
            pieces.append(element.text or "" if element.tag == f"{_W}t" else element.get("descr", ""))
    return Extract("DOCX", tuple(filter(None, map(words, pieces))))


def from_pdf(pdf: bytes) -> Extract:
    """The words of a tagged PDF, block by block."""
    from prexport.pdf_file import open_pdf

    with open_pdf(pdf) as opened:
        roots = read_tags(opened).roots
    blocks: list[str] = [""]
    for root in roots:
        _gather(root, blocks)
    return Extract("PDF", tuple(filter(None, map(words, blocks))))


EXTRACTS: Mapping[str, Callable[[bytes], Extract]] = {"html": from_html, "docx": from_docx, "pdf": from_pdf}
"""How the words come out of each format."""


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
