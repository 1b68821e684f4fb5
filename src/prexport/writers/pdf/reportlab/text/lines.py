"""What goes into the text layer and what comes out: pieces of text in, lines of painted runs out.

All lengths are points. A line's coordinates start at the left edge of its column and at its base line.
"""

from __future__ import annotations

from typing import Literal

from prexport.brand.tokens import FaceRole
from prexport.document.tree import Direction
from prexport.records import dataclass
from prexport.writers.pdf.structure import Element

Slot = tuple[Element, int]
"""A structure element and the index of one of its parts that is a slot."""

Align = Literal["start", "center", "end"]

LINE_BREAK = "\n"
"""In a piece's text: the line ends here. It is said as a space, as `structure` has it."""

OPEN_ISOLATE: dict[Direction, str] = {"ltr": "\u2066", "rtl": "\u2067"}
CLOSE_ISOLATE = "\u2069"
"""Pieces of their own (slot None) around text that has another direction than what stands around it."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How text is set. `leading` is the distance of base lines, `colour` is "#rrggbb", `tracking` letter-spacing.

    `tabular`: figures of equal width that stand on the line, for tables.
    """

    face: FaceRole
    size: float
    leading: float
    bold: bool = False
    italic: bool = False
    colour: str = "#000000"
    tracking: float = 0.0
    tabular: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one style, one language and one slot; without a slot it is an artifact.

    `link` is whatever the caller wants to find again on the runs (None: no link); `rise` lifts the base line.
    """

    text: str
    style: TextStyle
    lang: str
    slot: Slot | None
    link: object | None = None
    rise: float = 0.0


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one font, size, colour, slot and link that follow each other both as read and as seen.

    To paint it, inside BT ... ET: set colour, `/font size Tf`, `1 0 0 1 x y Tm` (x from the line's left edge,
    y the base line plus `rise`), then `operators`: they show the glyphs, with their own /Span and
    /ReversedChars marks, and leave all text state as it was. `text` is what the run says: the characters of the
    release, in the order in which they are read.
    """

    font: str
    size: float
    x: float
    width: float
    operators: str
    text: str
    colour: str
    slot: Slot | None
    link: object | None
    rise: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `runs` stand in reading order, wherever they are on the line; x includes the alignment.

    `height` is how far the next line is below this one, `baseline` the distance from the line's top to its base
    line; `left` and `width` say where its ink is, without spaces at its end. `last`: the paragraph ends here
    (or a LINE_BREAK stood here); `hyphenated`: a word goes on in the next line.
    """

    runs: tuple[GlyphRun, ...]
    left: float
    width: float
    height: float
    baseline: float
    last: bool
    hyphenated: bool


@dataclass(frozen=True, slots=True)
class Extent:
    """How narrow text can become (its longest part that can't be broken), and how wide it is in one line."""

    narrowest: float
    widest: float
