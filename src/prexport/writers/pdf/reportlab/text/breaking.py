"""Paragraphs into lines: as much on each line as goes there, broken only where lines may end."""

from __future__ import annotations

from collections.abc import Sequence

from prexport.document.tree import Direction
from prexport.writers.pdf.reportlab.text.hyphens import break_offsets
from prexport.writers.pdf.reportlab.text.lines import Align, Extent, Line, Piece
from prexport.writers.pdf.reportlab.text.painting import paint
from prexport.writers.pdf.reportlab.text.session import Session
from prexport.writers.pdf.reportlab.text.units import LONGEST_LINE, Paragraph, Unit

_SLACK = 0.01  # points: sums of the same widths in another order differ a little


def break_lines(
    pieces: Sequence[Piece],
    widths: Sequence[float],
    align: Align,
    direction: Direction,
    lang: str,
    session: Session,
    *,
    hyphenate: bool = False,
) -> tuple[Line, ...]:
    """The lines of a paragraph.

    `widths` are those of the first line, the second ...; the last one is that of all further lines. `direction`
    and `lang` are the paragraph's. `hyphenate`: words may be broken as their language does; soft hyphens in the
    text always work. What is wider than a line is broken between any two characters.

    Raises InternalError for a character that no font of the brand shows, MissingTool where right-to-left text
    finds no FriBidi.
    """
    paragraph = Paragraph(pieces, direction, lang, session.fonts)
    filler = _Filler(paragraph, widths, align, session)
    filler.fill(paragraph.units(), hyphenate)
    return tuple(filler.lines)


def extent(pieces: Sequence[Piece], direction: Direction, lang: str, session: Session) -> Extent:
    """How narrow and how wide `pieces` are."""
    narrowest = widest = line = ink = 0.0
    for unit in Paragraph(pieces, direction, lang, session.fonts).units():
        narrowest = max(narrowest, unit.ink)
        ink = line + unit.ink
        line += unit.full
        widest = max(widest, ink)
        if unit.forced:
            line = 0.0
    return Extent(narrowest, widest)


class _Filler:
    def __init__(self, paragraph: Paragraph, room: Sequence[float], align: Align, session: Session) -> None:
        self.lines: list[Line] = []
        self._paragraph = paragraph
        self._room = room
        self._align = align
        self._session = session
        towards_right = paragraph.direction == "ltr"
        self._from_left = align != "center" and (align == "start") == towards_right
        self._height = max((piece.style.leading for piece in paragraph.pieces), default=0.0)
        self._baseline = _baseline(paragraph, self._height)

    def fill(self, units: list[Unit], hyphenate: bool) -> None:
        breakable = hyphenate or self._paragraph.soft
        start = at = 0
        filled, limit = 0.0, self._limit()
        while at < len(units):
            unit = units[at]
            if filled + unit.ink <= limit:
                at += 1
                filled += unit.full
                if not unit.forced:
                    continue
                self._end(units[start:at], filled, limit, last=True)
            elif breakable and (broken := self._broken(unit, limit - filled, hyphenate)):
                units[at : at + 1] = broken
                at += 1
                self._end(units[start:at], filled + broken[0].full, limit, hyphenated=True)
            elif at > start:
                self._end(units[start:at], filled, limit)
            elif len(small := self._paragraph.cut(unit)) > 1:
                units[at : at + 1] = small
                continue
            else:
                at += 1  # one character that is wider than the column
                self._end(units[start:at], unit.full, limit, last=unit.forced)
            start = at
            filled, limit = 0.0, self._limit()
        if at > start:
            self._end(units[start:at], filled, limit, last=True)

    def _limit(self) -> float:
        row = len(self.lines)
        return (self._room[row] if row < len(self._room) else self._room[-1]) + _SLACK

    def _broken(self, unit: Unit, width: float, patterns: bool) -> tuple[Unit, Unit] | None:
        """The longest part of a word that fits into `width` with its hyphen, and the rest."""
        if len(unit.parts) > 1:
            return None
        ((text, piece, _),) = unit.parts
        lang = self._paragraph.pieces[piece].lang
        offsets = [at for at in break_offsets(text, lang, patterns=patterns) if at <= LONGEST_LINE]
        fits: tuple[Unit, int] | None = None
        low, high = 0, len(offsets)
        while low < high:
            middle = (low + high) // 2
            head = self._paragraph.head(unit, offsets[middle])
            if head.ink <= width:
                fits, low = (head, offsets[middle]), middle + 1
            else:
                high = middle
        return (fits[0], self._paragraph.rest(unit, fits[1])) if fits else None

    def _end(
        self, units: list[Unit], full: float, limit: float, *, last: bool = False, hyphenated: bool = False
    ) -> None:
        """A line of `units`, which are `full` points wide with the spaces at their end."""
        width = full - units[-1].full + units[-1].ink
        left = 0.0 if self._from_left else self._left(limit - _SLACK - width)
        runs = paint(units, self._paragraph, left, self._session)
        self.lines.append(Line(runs, left, width, self._height, self._baseline, last, hyphenated))

    def _left(self, free: float) -> float:
        return free / 2 if self._align == "center" else free


def _baseline(paragraph: Paragraph, height: float) -> float:
    """As in CSS: what a line is higher than its letters is halved above and below them."""
    if not paragraph.pieces:
        return 0.0
    size = paragraph.pieces[0].style.size / 1000
    font = paragraph.settings[0].first
    return (height + (font.ascent + font.descent) * size) / 2
