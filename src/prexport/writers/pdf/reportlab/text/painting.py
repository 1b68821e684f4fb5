"""Segments of one line as runs: the operators that show them, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, groupby

from prexport.document.tree import Direction
from prexport.writers.pdf.reportlab.text.bidi import visual_order
from prexport.writers.pdf.reportlab.text.lines import GlyphRun, Piece
from prexport.writers.pdf.reportlab.text.session import Session
from prexport.writers.pdf.reportlab.text.shaping import SPACES, Segment
from prexport.writers.pdf.reportlab.text.units import Item, Paragraph
from prexport.writers.pdf.syntax import serialise


def paint(items: Sequence[Item], paragraph: Paragraph, left: float, session: Session) -> tuple[GlyphRun, ...]:
    """The runs of a line of `paragraph` whose first glyph from the left stands at `left`."""
    pieces = paragraph.pieces
    if any(item[2] for item in items):
        return _mixed(items, paragraph, left, session)
    session.use([item[0] for item in items])
    runs: list[GlyphRun] = []
    start = 0
    x = left
    for end in range(1, len(items) + 1):
        segment, piece, _ = items[start]
        if end < len(items) and items[end][1] == piece and items[end][0].font is segment.font:
            continue
        run = _run([item[0] for item in items[start:end]], pieces[piece], x, session, end == len(items))
        runs.append(run)
        x += sum([item[0].full for item in items[start:end]]) * run.size / 1000
        start = end
    return tuple(runs)


def _mixed(
    items: Sequence[Item], paragraph: Paragraph, left: float, session: Session
) -> tuple[GlyphRun, ...]:
    """A line with right-to-left text: each item has a place of its own."""
    pieces = paragraph.pieces
    settled, hanging = _with_hanging_spaces(items, paragraph)
    session.use([item[0] for item in settled])
    order = visual_order([level for _, _, level in settled])
    widths = [settled[index][0].full * pieces[settled[index][1]].style.size / 1000 for index in order]
    if paragraph.direction == "rtl":
        left -= sum(
            [settled[index][0].full * pieces[settled[index][1]].style.size / 1000 for index in hanging]
        )
    places = dict(zip(order, accumulate(widths, initial=left), strict=False))
    return tuple(
        _run([segment], pieces[piece], places[index], session, False)
        for index, (segment, piece, _) in enumerate(settled)
    )


def _with_hanging_spaces(items: Sequence[Item], paragraph: Paragraph) -> tuple[list[Item], range]:
    """Spaces at the end of a line go the paragraph's way (rule L1); also the places of those items."""
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
    return settled + spaces, range(len(settled), len(settled) + len(spaces))


def _run(segments: Sequence[Segment], piece: Piece, x: float, session: Session, ends_line: bool) -> GlyphRun:
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


def _operators(segments: Sequence[Segment], size: float, session: Session) -> bytes:
    shown: list[bytes] = []
    for opaque, group in groupby(segments, session.needs_actual_text):
        alike = list(group)
        if opaque:
            # Spaces too: pdfium puts or leaves out some where a span ends.
            said = serialise("".join([segment.text for segment in alike]))
            shown += (b"/Span<</ActualText " + said + b">>BDC", _show(alike, size), b"EMC")
        elif alike[0].right_to_left:
            # Glyphs go from left to right, as fonts advance (ISO 32000-2, 14.8.2.5.3).
            shown += (b"/ReversedChars BMC", _show(alike, size), b"EMC")
        else:
            shown.append(_show(alike, size))
    return b"\n".join(shown)


def _show(segments: Sequence[Segment], size: float) -> bytes:
    operators: list[bytes] = []
    operands: list[bytes] = []
    for segment in segments:
        if segment.flat and not segment.right_to_left:
            operands += (segment.body[0][0], segment.tail)
            continue
        if segment.right_to_left:
            operands.append(segment.tail)
        for raised, rise in segment.body:
            if rise:
                if operands:
                    operators.append(b"[" + b"".join(operands) + b"]TJ")
                    operands = []
                operators.append(f"{rise * size / 1000:.3f} Ts[".encode() + raised + b"]TJ 0 Ts")
            else:
                operands.append(raised)
        if not segment.right_to_left:
            operands.append(segment.tail)
    if operands:
        operators.append(b"[" + b"".join(operands) + b"]TJ")
    return b"\n".join(operators)
