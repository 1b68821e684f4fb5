"""What an engine hands over: painted pages, and what on them belongs to which structure element.

All lengths are points; coordinates are those of PDF (the origin is the page's lower left corner).
"""

from __future__ import annotations

from dataclasses import field

from prexport.records import dataclass
from prexport.writers.pdf.structure import Element
from prexport.writers.pdf.syntax import Ref, Serialised

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right, top."""


@dataclass(frozen=True, slots=True)
class Page:
    """One painted page: its size, its content stream and the resources that the stream names."""

    width: float
    height: float
    contents: Ref
    resources: Ref
    marks: int  # how many marked-content identifiers the stream uses, from 0


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked-content sequence: the index of its page and its identifier there."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class LinkArea:
    """One rectangle of a link; a link that breaks over lines has several."""

    element: Element
    page: int
    rectangle: Rectangle
    target: str


@dataclass(slots=True)
class Layout:
    """The pages of a document and the places of its elements.

    `objects` are the engine's own indirect objects (fonts, images, streams), numbered from 1: their bytes and
    whether they are streams. `content` maps an element and the index of one of its slots to the marked
    content that fills it, in reading order. `boxes` encloses the visible content of figures, `starts` is the
    page and the top left corner of where an element begins.
    """

    objects: list[tuple[Serialised, bool]] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    content: dict[tuple[Element, int], list[Mark]] = field(default_factory=dict)
    links: list[LinkArea] = field(default_factory=list)
    boxes: dict[Element, Rectangle] = field(default_factory=dict)
    starts: dict[Element, tuple[int, float, float]] = field(default_factory=dict)
