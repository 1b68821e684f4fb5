"""One page being painted: marked content, artifacts, links, and the places of elements.

Everything is an artifact unless it comes with a slot. Rules, backgrounds and the like go into one artifact below
the text; text and pictures follow in reading order, in a new marked-content sequence where the slot changes.

ReportLab (5.1) draws the paths and knows the colours. Its canvas and its text objects know neither tags nor fonts
that they have not embedded themselves, and Platypus costs more to import than a document to write: pages are built
of flowables in its manner, by `pages`. `tests/writers/pdf/reportlab/test_canvas.py` guards what is used of it.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from reportlab.pdfgen.pathobject import PDFPathObject

from prexport.errors import UnusableBrand
from prexport.writers.pdf.layout import Layout, LinkArea, Mark, Rectangle
from prexport.writers.pdf.reportlab.text.lines import GlyphRun, Slot
from prexport.writers.pdf.roles import Role
from prexport.writers.pdf.structure import Element

_HEXADECIMAL = re.compile("#(?:[0-9a-fA-F]{3}){1,2}")


class Artifact(Enum):
    """Content that belongs to no node, and what it is (ISO 32000-2, 14.8.2.2)."""

    LAYOUT = "/Type/Layout"
    HEADER = "/Type/Pagination/Subtype/Header/Attached[/Top]"
    FOOTER = "/Type/Pagination/Subtype/Footer/Attached[/Bottom]"
    REPEATED = "/Type/Pagination"


class TextObjects:
    """The operators of one page in reading order; BT and ET stand around what is text."""

    __slots__ = ("_code", "_colour", "_font", "_inside")

    def __init__(self) -> None:
        """Nothing yet."""
        self._code: list[str] = []
        self._font: tuple[str, float] = ("", 0.0)
        self._colour = ""
        self._inside = False

    def end(self) -> None:
        """Close the text object if one is open."""
        if self._inside:
            self._code.append("ET")
            self._inside = False

    def operator(self, code: str) -> None:
        """Write operators that are no text."""
        self.end()
        self._code.append(code)

    def show(self, run: GlyphRun, x: float, y: float) -> None:
        """Paint glyphs; x and y are where their base line begins."""
        add = self._code.append
        if not self._inside:
            add("BT")
            self._inside = True
        if run.colour != self._colour:
            self._colour = run.colour
            add(fill_colour(run.colour))
        if (run.font, run.size) != self._font:
            self._font = (run.font, run.size)
            add(f"/{run.font} {run.size:g} Tf")
        add(f"1 0 0 1 {x:.2f} {y:.2f} Tm {run.operators}")

    def content(self) -> str:
        """All operators so far."""
        return "\n".join(self._code)


class Sheet:
    """One page; coordinates are those of PDF, in pt."""

    def __init__(
        self,
        layout: Layout,
        parents: dict[Element, Element],
        said: dict[Slot, list[str]],
        number: int,
    ) -> None:
        """Page `number` of `layout`, counted from 0.

        `parents` knows what element holds each element; `said` gathers what is printed for each slot.
        """
        self.marks = 0
        self._layout = layout
        self._parents = parents
        self._said = said
        self._figured: set[Element] = set()  # elements within a figure
        self._page = number
        self._text = TextObjects()
        self._open: Slot | Artifact | None = None
        self._papers: dict[str, PDFPathObject] = {}
        self._rules: dict[str, PDFPathObject] = {}
        self._artifact: Artifact | None = None

    # -------------------------------------------------------------- what is content

    def repeat(self, kind: Artifact | None) -> None:
        """From now on everything is an artifact of that kind; None: content is content again."""
        self._artifact = kind

    def run(self, run: GlyphRun, x: float, y: float, top: float, bottom: float) -> None:
        """Paint a run whose base line begins at x, y; `top` and `bottom` are its line's."""
        slot = self._artifact or run.slot or Artifact.LAYOUT
        if slot != self._open:
            self._begin(slot)
        self._text.show(run, x, y)
        if not isinstance(slot, Artifact):
            self._said.setdefault(slot, []).append(run.text)
            self._place(slot[0], (x, bottom, x + run.width, top))

    def picture(self, name: str, rectangle: Rectangle, slot: Slot | None) -> None:
        """Paint an image resource."""
        self._begin(self._artifact or slot or Artifact.LAYOUT)
        self._paint(f"/{name} Do", rectangle)
        if slot and not self._artifact:
            self._place(slot[0], rectangle)

    def drawing(self, operators: str, rectangle: Rectangle, slot: Slot | None) -> None:
        """Paint operators that draw in the unit square."""
        self._begin(self._artifact or slot or Artifact.LAYOUT)
        self._paint(operators, rectangle)
        if slot and not self._artifact:
            self._place(slot[0], rectangle)

    def link(self, element: Element, rectangle: Rectangle, target: str) -> None:
        """A place of a link."""
        if not self._artifact:
            self._layout.links.append(LinkArea(element, self._page, rectangle, target))

    def paper(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A background, below everything else."""
        _path(self._papers, colour).rect(x, y, width, height)

    def rule(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A line or a bar, as a rectangle of one colour; below all text."""
        _path(self._rules, colour).rect(x, y, width, height)

    def finish(self) -> bytes:
        """The page's content stream."""
        self._close()
        parts = []
        if self._papers or self._rules:
            parts.append(f"/Artifact <<{Artifact.LAYOUT.value}>> BDC")
            for layer in (self._papers, self._rules):
                parts += [f"{fill_colour(colour)} {path.getCode()} f" for colour, path in layer.items()]
            parts.append("EMC")
        parts.append(self._text.content())
        return "\n".join(parts).encode("latin-1")

    # -------------------------------------------------------------- marks and places

    def _begin(self, slot: Slot | Artifact) -> None:
        self._close()
        if isinstance(slot, Artifact):
            self._text.operator(f"/Artifact <<{slot.value}>> BDC")
        else:
            self._text.operator(f"/{slot[0].role.value} <</MCID {self.marks}>> BDC")
            self._layout.content.setdefault(slot, []).append(Mark(self._page, self.marks))
            self.marks += 1
        self._open = slot

    def _close(self) -> None:
        # A sequence lies wholly within a text object or has whole text objects in it (ISO 32000-1, 14.6.1).
        self._text.end()
        if self._open is not None:
            self._text.operator("EMC")
            self._open = None

    def _paint(self, operators: str, rectangle: Rectangle) -> None:
        left, bottom, right, top = rectangle
        matrix = f"{right - left:.3f} 0 0 {top - bottom:.3f} {left:.3f} {bottom:.3f} cm"
        self._text.operator(f"q {matrix} {operators} Q")

    def _place(self, element: Element, rectangle: Rectangle) -> None:
        """Note where an element and those that hold it begin, and what a figure covers."""
        layout = self._layout
        if element in layout.starts and element not in self._figured:
            return
        holder: Element | None = element
        while holder is not None:
            if holder not in layout.starts:
                layout.starts[holder] = (self._page, rectangle[0], rectangle[3])
            if holder.role is Role.FIGURE:
                self._figured.add(element)
                if layout.starts[holder][0] == self._page:
                    known = layout.boxes.get(holder, rectangle)
                    layout.boxes[holder] = _union(known, rectangle)
            holder = self._parents.get(holder)


@lru_cache(maxsize=64)
def fill_colour(colour: str) -> str:
    """The operator that fills with a colour, as CSS names it.

    Raises UnusableBrand for something that is no colour.
    """
    if _HEXADECIMAL.fullmatch(colour):
        digits = colour[1:] if len(colour) > 4 else "".join(2 * digit for digit in colour[1:])
        red, green, blue = (part / 255 for part in bytes.fromhex(digits))
        return f"{red:.4g} {green:.4g} {blue:.4g} rg"
    from reportlab.lib.colors import toColor

    try:
        made = toColor(colour)
    except ValueError as error:
        raise UnusableBrand(
            f"{colour!r} is no colour that can be drawn.", "Write it like #00545b in the brand's files."
        ) from error
    return f"{made.red:.4g} {made.green:.4g} {made.blue:.4g} rg"


def _path(layer: dict[str, PDFPathObject], colour: str) -> PDFPathObject:
    """The path of all that has that colour."""
    path = layer.get(colour)
    if path is None:
        path = layer[colour] = PDFPathObject()
    return path


def _union(a: Rectangle, b: Rectangle) -> Rectangle:
    return (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
