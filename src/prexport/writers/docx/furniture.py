"""What stands in the margins: the header from page 2 on, the footer with page numbers, the sections' properties."""

from __future__ import annotations

import re
from unicodedata import east_asian_width

from prexport.brand.tokens import MILLIMETRES_PER_POINT
from prexport.document.tree import Direction, Document, plain
from prexport.writers.docx.fields import field
from prexport.writers.docx.markup import NOTHING, Xml, declared, element, part, twips, w
from prexport.writers.docx.package import ContentType, Package, Part, Relation
from prexport.writers.docx.runs import Look, RunWriter
from prexport.writers.docx.sheet import Sheet
from prexport.writers.docx.story import DocxParagraph
from prexport.writers.docx.style_ids import ParagraphStyle

_HEADER_MM, _FOOTER_MM = 9.0, 10.0  # from the edge of the paper
_SHORTEST = 24  # half ems; as much of a name or headline is always shown
_BETWEEN = 6
_LINES_SHARE = 0.38  # of the width of the text, for label, date and the like
_GUTTER_PT = 24
_FIELD = re.compile(r"\{(n|total)\}")
_INSTRUCTIONS = {"n": "PAGE", "total": "NUMPAGES"}


class Furniture:
    """Headers and footers of one document, and the sections that refer to them."""

    def __init__(self, document: Document, sheet: Sheet, runs: RunWriter) -> None:
        """Take the words from `document`."""
        self._document = document
        self._sheet = sheet
        self._runs = runs
        self._references = NOTHING

    def put_into(self, package: Package, main: Part) -> None:
        """Add the parts, related to the main part."""
        references = []
        for kind, page, content in (
            ("header", "default", self._header()),
            ("footer", "default", self._footer()),
            ("footer", "first", self._footer()),
        ):
            content_type, relationship, root = {
                "header": (ContentType.HEADER, Relation.HEADER, "w:hdr"),
                "footer": (ContentType.FOOTER, Relation.FOOTER, "w:ftr"),
            }[kind]
            name = f"/word/{kind}-{page}.xml"
            added = package.add(name, content_type, part(root, declared("w", "r"), content.xml()))
            identifier = main.relationships.relate(relationship, added)
            references.append(element(f"w:{kind}Reference", {"w:type": page, "r:id": identifier}))
        self._references = Xml("".join(references))

    def letterhead_section(self) -> Xml:
        """Page 1 down to the letterhead's last line: two columns, no header, a footer."""
        width = self._sheet.text_width_pt
        # LibreOffice counts columns from the left even where text runs from the right: both are as wide there.
        lines = width * _LINES_SHARE if self._sheet.dir == "ltr" else (width - _GUTTER_PT) / 2
        return self._section(
            NOTHING,
            w(
                "cols",
                w("col", w=twips(width - lines - _GUTTER_PT), space=twips(_GUTTER_PT)),
                w("col", w=twips(lines)),
                num=2,
                equalWidth=0,
                space=twips(_GUTTER_PT),
            ),
            w("titlePg"),
        )

    def last_section(self) -> Xml:
        """All the rest."""
        return self._section(w("type", val="continuous"), w("cols", space=twips(_GUTTER_PT)), NOTHING)

    def _section(self, kind: Xml, columns: Xml, title_page: Xml) -> Xml:
        page = self._sheet.page
        margins = page.margins
        left, right = margins.start_mm, margins.end_mm
        if self._sheet.dir == "rtl":
            left, right = right, left
        return w(
            "sectPr",
            self._references,
            kind,
            w("pgSz", w=_paper(page.width_mm), h=_paper(page.height_mm)),
            w(
                "pgMar",
                top=_paper(margins.top_mm),
                right=_paper(right),
                bottom=_paper(margins.bottom_mm),
                left=_paper(left),
                header=_paper(_HEADER_MM),
                footer=_paper(_FOOTER_MM),
                gutter=0,
            ),
            columns,
            title_page,
            w("bidi") if self._sheet.dir == "rtl" else NOTHING,
        )

    def _header(self) -> DocxParagraph:
        document = self._document
        # Both on one line: the average letter is a little narrower than half an em.
        room = round(self._sheet.text_width_pt / self._sheet.style("running").size_pt / 0.46) - _BETWEEN
        publisher = _shortened(document.metadata.publisher_names, max(_SHORTEST, room // 2))
        headline = _shortened(
            " ".join(plain(document.headline.runs).split()), max(_SHORTEST, room - _half_ems(publisher))
        )
        look = Look(document.lang, document.dir)
        content = self._runs.words(publisher, look) + _TAB
        content += self._runs.words(headline, Look(document.headline.lang, document.headline.dir))
        return _line(ParagraphStyle.HEADER, Xml(content), document.dir)

    def _footer(self) -> DocxParagraph:
        document, words = self._document, self._document.page_words
        content = (
            self._runs.words(document.metadata.publisher_names, Look(document.lang, document.dir)) + _TAB
        )
        look = Look(words.lang, words.dir)
        # Every second piece is the name of a number.
        for place, piece in enumerate(_FIELD.split(words.page)):
            content += (
                field(_INSTRUCTIONS[piece], "1", self._runs.properties(look))
                if place % 2
                else self._runs.words(piece, look)
            )
        return _line(ParagraphStyle.FOOTER, Xml(content), document.dir)


_TAB = w("r", w("tab"))


def _line(style: ParagraphStyle, content: Xml, direction: Direction) -> DocxParagraph:
    made = DocxParagraph(style, content)
    if direction == "rtl":
        made.properties["bidi"] = w("bidi")
    return made


def _half_ems(words: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in words)


def _shortened(words: str, room: int) -> str:
    """As many whole words as take no more than `room` half ems."""
    if _half_ems(words) <= room:
        return words
    cut = words
    while _half_ems(cut) >= room:
        # Chinese and Japanese have no spaces to cut at.
        cut = cut.rpartition(" ")[0] or cut[:-1]
    return cut.rstrip(" ,;:–-") + "…"


def _paper(millimetres: float) -> int:
    return twips(millimetres / MILLIMETRES_PER_POINT)
