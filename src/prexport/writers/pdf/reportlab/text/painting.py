"""Segments of one line as runs: the operators that show them, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, groupby

from prexport.document.tree import Direction
from prexport.writers.pdf.reportlab.text.bidi import visual_order
from prexport.writers.pdf.reportlab.text.lines import GlyphRun, Piece
from prexport.writers.pdf.reportlab.text.session import Session
from prexport.writers.pdf.reportlab.text.shaping import SPACES, Segment
from prexport.writers.pdf.reportlab.text.units import Item, Paragraph, Unit
from prexport.writers.pdf.syntax import serialise


def paint(units: Sequence[Unit], paragraph: Paragraph, left: float, session: Session) -> tuple[GlyphRun, ...]:
    """The runs of a line of `paragraph` whose first glyph from the left stands at `left`."""
    pieces = paragraph.pieces
    if paragraph.mixed:
        return _mixed([item for unit in units for item in unit.items], paragraph, left, session)
    segments = _of_one_style(units)
    if segments:
        session.use(segments)
        return (_run(segments, pieces[units[0].piece], left, session, ends_line=True),)
    items = [item for unit in units for item in unit.items]
    segments = [item[0] for item in items]
    session.use(segments)
    runs: list[GlyphRun] = []
    start, x = 0, left
    segment, piece, _ = items[0]
    font = segment.font
    for end in range(1, len(items)):
        following = items[end]
        if following[1] == piece and following[0].font is font:
            continue
        run = _run(segments[start:end], pieces[piece], x, session)
        runs.append(run)
        x += run.width
        start = end
        segment, piece, _ = following
        font = segment.font
    runs.append(_run(segments[start:], pieces[piece], x, session, ends_line=True))
    return tuple(runs)


def _of_one_style(units: Sequence[Unit]) -> list[Segment]:
    """The segments of a line that is of one piece and one font, as most are, and plain; of other lines none."""
    piece = units[0].piece
    segments: list[Segment] = []
    for unit in units:
        segment = unit.plain
        if segment is None or unit.piece != piece:
            return []
        segments.append(segment)
    font = segments[0].font
    return segments if all([segment.font is font for segment in segments]) else []


def _mixed(
    items: Sequence[Item], paragraph: Paragraph, left: float, session: Session
) -> tuple[GlyphRun, ...]:
    """A line with right-to-left text: each item has a place of its own."""
    pieces = paragraph.pieces
    settled, hanging = _with_hanging_spaces(items, paragraph)
    session.use([item[0] for item in settled])
    order = visual_order([level for _, _, level in settled])
    widths = [segment.full * pieces[piece].style.size / 1000 for segment, piece, _ in settled]
    if paragraph.direction == "rtl":
        left -= sum(widths[hanging:])
    places = dict(zip(order, accumulate([widths[index] for index in order], initial=left), strict=False))
    return tuple(
        _run([segment], pieces[piece], places[index], session)
        for index, (segment, piece, _) in enumerate(settled)
    )


def _with_hanging_spaces(items: Sequence[Item], paragraph: Paragraph) -> tuple[list[Item], int]:
    """Spaces at the end of a line go the paragraph's way (UAX 9, L1); also the index of the first of them."""
    base = 1 if paragraph.direction == "rtl" else 0
    settled = list(items)
    spaces: list[Item] = []
    while settled:
        segment, piece, level = settled.pop()
        words = segment.text.rstrip(SPACES)
        tail = segment.text[len(words) :]
        setting = paragraph.settings[piece]
        if tail and segment.tail:
            spaces = [(told, piece, base) for told in setting.word(tail, "rtl" if base else "ltr")] + spaces
        if words:
            way: Direction = "rtl" if level % 2 else "ltr"
            whole = setting.word(words, way) if tail and segment.tail else (segment,)
            settled += [(told, piece, level) for told in whole]
            break
    return settled + spaces, len(settled)


def _run(
    segments: Sequence[Segment], piece: Piece, x: float, session: Session, *, ends_line: bool = False
) -> GlyphRun:
    style = piece.style
    size = style.size
    width = sum([segment.full for segment in segments])
    if ends_line:
        width -= segments[-1].full - segments[-1].ink
    return GlyphRun(
        session.name(segments[0].font),
        size,
        x,
        width * size / 1000,
        _operators(segments, size, session),
        "".join([segment.text for segment in segments]),
        style.colour,
        piece.slot,
        piece.link,
        piece.rise,
    )


def _operators(segments: Sequence[Segment], size: float, session: Session) -> str:
    for segment in segments:
        if not segment.plain:
            break
    else:
        return _operands([segment.shown for segment in segments])
    shown: list[str] = []
    for opaque, group in groupby(segments, session.needs_actual_text):
        alike = list(group)
        if opaque:
            # Spaces too: pdfium puts or leaves out some where a span ends.
            said = serialise("".join([segment.text for segment in alike])).decode("ascii")
            shown += (f"/Span<</ActualText {said}>>BDC", _show(alike, size), "EMC")
        elif alike[0].right_to_left:
            # Glyphs go from left to right, as fonts advance (ISO 32000-2, 14.8.2.5.3).
            shown += ("/ReversedChars BMC", _show(alike, size), "EMC")
        else:
            shown.append(_show(alike, size))
    return "\n".join(shown)


def _show(segments: Sequence[Segment], size: float) -> str:
    operators: list[str] = []
    operands: list[str] = []
    for segment in segments:
        if segment.shown:
            operands.append(segment.shown)
            continue
        if segment.right_to_left:
            operands.append(segment.tail)
        for raised, rise in segment.body:
            if rise:
                if any(operands):
                    operators.append(_operands(operands))
                    operands = []
                operators.append(f"{rise * size / 1000:.3f} Ts[{raised}]TJ 0 Ts")
            else:
                operands.append(raised)
        if not segment.right_to_left:
            operands.append(segment.tail)
    if any(operands):
        operators.append(_operands(operands))
    return "\n".join(operators)


def _operands(shown: Sequence[str]) -> str:
    return f"[{''.join(shown).replace('><', '')}]TJ"  # strings that follow each other are one
