"""What stands in the margins of the pages: running header, page numbers. Artifacts, all of it."""

from __future__ import annotations

from collections.abc import Sequence

from prexport.document.tree import Document, plain
from prexport.writers.pdf.reportlab.canvas import Artifact, Sheet
from prexport.writers.pdf.reportlab.flowables import Paragraph
from prexport.writers.pdf.reportlab.settings import points
from prexport.writers.pdf.reportlab.text.lines import Align, Line, Piece
from prexport.writers.pdf.reportlab.typesetter import Typesetter

_HEADER_MM = 9  # from the paper's upper edge
_FOOTER_MM = 7  # from the end of the text
_HALF = 0.48  # of the text's width; what is left keeps the two apart
_MOST = 0.67


class Furniture:
    """The margins of all pages of one document."""

    def __init__(self, setter: Typesetter, document: Document) -> None:
        """Cuts the words to the room that they have."""
        self._setter = setter
        self._words = document.page_words
        self._style = setter.setting("running", document.lang).text
        width = setter.geometry.width
        publisher = document.metadata.publisher_names
        title = " ".join(plain(document.headline.runs).split())
        self._publisher = self._shortened(publisher, width * _HALF)
        self._footer = self._shortened(publisher, width * _MOST)
        self._headline = self._shortened(title, width * _HALF)

    def draw(self, sheet: Sheet, number: int, total: int) -> None:
        """Paint the margins of page `number`, counted from 1."""
        geometry = self._setter.geometry
        header = geometry.page_height - points(_HEADER_MM)
        footer = geometry.top - geometry.height - points(_FOOTER_MM)
        if number > 1:
            sheet.repeat(Artifact.HEADER)
            self._line(sheet, self._publisher, "start", header)
            self._line(sheet, self._headline, "end", header)
        sheet.repeat(Artifact.FOOTER)
        self._line(sheet, self._footer, "start", footer)
        said = self._words.page.replace("{n}", str(number)).replace("{total}", str(total))
        self._line(sheet, Paragraph(self._set(said)), "end", footer)
        sheet.repeat(None)

    def _line(self, sheet: Sheet, text: Paragraph, align: Align, top: float) -> None:
        geometry = self._setter.geometry
        at_left = (align == "start") == (self._setter.direction == "ltr")
        line = text.lines[0]
        x = geometry.left - line.left if at_left else geometry.left + geometry.width - line.left - line.width
        text.draw(sheet, x, top)

    def _piece(self, text: str) -> Piece:
        return Piece(text, self._style, self._words.lang, None)

    def _set(self, text: str) -> Sequence[Line]:
        return self._setter.set([self._piece(text)], self._setter.geometry.width * 2, "start")

    def _shortened(self, text: str, room: float) -> Paragraph:
        """As many whole words as fit, with an ellipsis where some are left out."""
        return Paragraph(self._set(self._fitting(text, room)))

    def _fitting(self, text: str, room: float) -> str:
        def fits(some: str) -> bool:
            return self._setter.width([self._piece(some)]) <= room

        if fits(text):
            return text
        words = text.split(" ")
        while len(words) > 1:
            words.pop()
            some = " ".join(words).rstrip(" ,;:–—-") + "…"
            if fits(some):
                return some
        kept = text
        while kept and not fits(kept + "…"):
            kept = kept[:-1]
        return kept + "…"
