"""What flows over the pages: paragraphs, pictures, and boxes of them that stay together.

Each knows its height once it is made, draws itself from its upper left corner on, and may split.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from prexport.records import dataclass
from prexport.writers.pdf.layout import Rectangle
from prexport.writers.pdf.reportlab.canvas import Sheet
from prexport.writers.pdf.reportlab.text.lines import Line, Slot
from prexport.writers.pdf.structure import Element

_UNDERLINE_BELOW = 1.5  # pt from the base line to the line's upper edge
_UNDERLINE = 0.5
_FEWEST_LINES = 2  # no line stands alone at the foot or the head of a page


class Flowable(Protocol):
    """Anything that takes room on a page; `height` in pt."""

    height: float

    def split(self, room: float, *, forced: bool = False) -> tuple[Flowable, Flowable] | None:
        """Two parts, the first at most `room` high; None when there is no good place.

        `forced`: any place will do, since it is too high for any page.
        """
        ...

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Paint it; x and top are its upper left corner."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class LinkTo:
    """What a run links to."""

    element: Element
    target: str


class Paragraph:
    """Lines of text."""

    __slots__ = ("_lines", "_unbroken", "height")

    def __init__(self, lines: Sequence[Line], *, unbroken: bool = False) -> None:
        """`unbroken`: all on one page."""
        self._lines = lines
        self._unbroken = unbroken
        self.height = sum(line.height for line in lines)

    @property
    def lines(self) -> Sequence[Line]:
        """Its lines."""
        return self._lines

    def split(self, room: float, *, forced: bool = False) -> tuple[Flowable, Flowable] | None:
        """At a line, at least two of them on either side."""
        used, count = 0.0, 0
        for line in self._lines:
            used += line.height
            if used > room + 0.01:
                break
            count += 1
        if not forced:
            count = min(count, len(self._lines) - _FEWEST_LINES)
            if self._unbroken or count < _FEWEST_LINES:
                return None
        elif not 0 < count < len(self._lines):
            return None
        return Paragraph(self._lines[:count]), Paragraph(self._lines[count:])

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Paint the lines, their links underlined."""
        for line in self._lines:
            base, bottom = top - line.baseline, top - line.height
            linked: tuple[LinkTo, float, float] | None = None
            for run in line.runs:
                left = x + run.x
                sheet.run(run, left, base + run.rise, top, bottom)
                link = run.link
                if not isinstance(link, LinkTo):
                    continue
                # Spaces at the end of a line hang over its edge.
                left, right = max(left, x + line.left), min(left + run.width, x + line.left + line.width)
                sheet.rule(left, base - _UNDERLINE_BELOW - _UNDERLINE, right - left, _UNDERLINE, run.colour)
                if linked and linked[0] is link:
                    linked = (link, min(linked[1], left), max(linked[2], right))
                    continue
                _annotate(sheet, linked, bottom, top)
                linked = (link, left, right)
            _annotate(sheet, linked, bottom, top)
            top = bottom


def _annotate(sheet: Sheet, linked: tuple[LinkTo, float, float] | None, bottom: float, top: float) -> None:
    if linked is not None:
        link, left, right = linked
        sheet.link(link.element, (left, bottom, right, top), link.target)


class Picture:
    """An image resource or operators that draw in the unit square; without a slot it is an artifact."""

    __slots__ = ("_name", "_operators", "_slot", "height", "width")

    def __init__(
        self, width: float, height: float, slot: Slot | None, *, name: str = "", operators: str = ""
    ) -> None:
        """Width and height in pt; either `name` or `operators`."""
        self.width = width
        self.height = height
        self._slot = slot
        self._name = name
        self._operators = operators

    def split(self, room: float, *, forced: bool = False) -> tuple[Flowable, Flowable] | None:
        """Never."""
        return None

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Paint it."""
        rectangle: Rectangle = (x, top - self.height, x + self.width, top)
        if self._name:
            sheet.picture(self._name, rectangle, self._slot)
        else:
            sheet.drawing(self._operators, rectangle, self._slot)


@dataclass(frozen=True, slots=True)
class Child:
    """A flowable in a box; x and y are from the box's upper left corner, downward."""

    flowable: Flowable
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Fill:
    """A rule or, as `paper`, a background in a box; x and y as in `Child`."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    paper: bool = False


class Box:
    """Flowables at fixed places, in reading order; it splits only where it is too high for a page."""

    __slots__ = ("_children", "_fills", "height")

    def __init__(self, children: Iterable[Child], height: float, fills: Iterable[Fill] = ()) -> None:
        """`height` is given, since there may be empty room at the end."""
        self._children = tuple(children)
        self._fills = tuple(fills)
        self.height = height

    def split(self, room: float, *, forced: bool = False) -> tuple[Flowable, Flowable] | None:
        """Through every child that is too long."""
        if not forced or room <= 0:
            return None
        above, below = [], []
        used = 0.0
        for child in self._children:
            end = child.y + child.flowable.height
            if end <= room:
                above.append(child)
                used = max(used, end)
            elif child.y < room and (parts := child.flowable.split(room - child.y, forced=True)):
                above.append(Child(parts[0], child.x, child.y))
                below.append(Child(parts[1], child.x, 0.0))
                used = max(used, child.y + parts[0].height)
            else:
                below.append(Child(child.flowable, child.x, max(0.0, child.y - room)))
        if not above:
            return None
        rest = max(child.y + child.flowable.height for child in below) if below else 0.0
        first = [fill for fill in self._fills if fill.y < room]
        return Box(above, used, first), Box(below, max(rest, self.height - room))

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Paint all of it."""
        for fill in self._fills:
            paint = sheet.paper if fill.paper else sheet.rule
            paint(x + fill.x, top - fill.y - fill.height, fill.width, fill.height, fill.colour)
        for child in self._children:
            child.flowable.draw(sheet, x + child.x, top - child.y)
