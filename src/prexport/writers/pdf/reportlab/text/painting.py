"""Segments of one line as runs: the operators that show them, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, groupby

from prexport.document.tree import Direction
from prexport.writers.pdf.reportlab.text import signs
from prexport.writers.pdf.reportlab.text.bidi import visual_order
from prexport.writers.pdf.reportlab.text.font import Font
from prexport.writers.pdf.reportlab.text.lines import GlyphRun, Piece
from prexport.writers.pdf.reportlab.text.marks import Neighbour, after, is_parted
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
        if _ends_with_hyphen(segments):
            shown = _show_ending(segments, pieces[units[0].piece].style.size, session)
        else:
            shown = _operators([segment.shown for segment in segments])
        return (_run(segments, pieces[units[0].piece], left, session, shown, ends_line=True),)
    items = [item for unit in units for item in unit.items]
    session.use([item[0] for item in items])
    runs: list[GlyphRun] = []
    start, x = 0, left
    for end in range(1, len(items) + 1):
        if end < len(items) and _is_alike(items[start], items[end]):
            continue
        segments = [item[0] for item in items[start:end]]
        piece = pieces[items[start][1]]
        show = _show_ending if end == len(items) and _ends_with_hyphen(segments) else _show
        shown = show(segments, piece.style.size, session)
        run = _run(segments, piece, x, session, shown, ends_line=end == len(items))
        runs.append(run)
        x += run.width
        start = end
    return tuple(runs)


def _is_alike(one: Item, other: Item) -> bool:
    return one[1:] == other[1:] and one[0].font is other[0].font


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


# ---------------------------------------------------------------- lines with right-to-left text


def _mixed(
    items: Sequence[Item], paragraph: Paragraph, left: float, session: Session
) -> tuple[GlyphRun, ...]:
    """Each right-to-left word and each stretch of left-to-right text has a place of its own."""
    pieces = paragraph.pieces
    towards_left = paragraph.direction == "rtl"
    settled, hanging = _with_hanging_spaces(items, paragraph)
    session.use([item[0] for item in settled])
    order = visual_order([level for _, _, level in settled])
    widths = [segment.full * pieces[piece].style.size / 1000 for segment, piece, _ in settled]
    if towards_left:
        left -= sum(widths[hanging:])
    visual = accumulate([widths[index] for index in order], initial=left)
    places = dict(zip(order, visual, strict=False))
    runs: list[GlyphRun] = []
    before: Neighbour | None = None
    last: Font | None = None
    start = 0
    while start < len(settled):
        segment, number, _ = settled[start]
        piece, end = pieces[number], start + 1
        if segment.right_to_left:
            shown = _word(segment, session, towards_left=towards_left)
        else:
            while end < len(settled) and _is_alike(settled[start], settled[end]):
                end += 1
            shown = _show([item[0] for item in settled[start:end]], piece.style.size, session)
        parted = towards_left and is_parted(before, segment.text[0], right_to_left=segment.right_to_left)
        if parted and runs and last is not None and last.has_outlines_of_truetype:
            runs[-1] = _with_mark(runs[-1], last, session)
        stretch = [item[0] for item in settled[start:end]]
        runs.append(_run(stretch, piece, places[start], session, shown))
        before = after(stretch[-1].text[-1], right_to_left=segment.right_to_left)
        last, start = segment.font, end
    return tuple(runs)


def _word(segment: Segment, session: Session, *, towards_left: bool) -> str:
    """The operators of a right-to-left word."""
    if not segment.font.has_outlines_of_truetype:
        return _told(segment.text, _reversed(_operators([segment.shown])))
    if session.tells(segment):
        return _reversed(_operators([segment.shown]))
    known = session.words.get((segment, towards_left))
    if known is None:
        codes = session.codes(segment.font)
        shown = signs.from_right(segment, codes, towards_left=towards_left)
        known = _operators([signs.operands(segment, shown, codes)])
        if len(shown) > 1:
            known = _reversed(known)
        session.words[segment, towards_left] = known
    return known


def _reversed(operators: str) -> str:
    # Glyphs go from left to right, as fonts advance (ISO 32000-2, 14.8.2.5.3).
    return f"/ReversedChars BMC\n{operators}\nEMC"


def _with_mark(run: GlyphRun, font: Font, session: Session) -> GlyphRun:
    """`run` with a directional mark at its left, which takes no room."""
    codes = session.codes(font)
    code = signs.mark(codes, 0).code
    operators = run.operators.replace("[", f"[<{code:04x}>{codes.width(code)}", 1)
    return GlyphRun(
        run.font,
        run.size,
        run.x,
        run.width,
        operators,
        run.text,
        run.colour,
        run.slot,
        run.link,
        run.rise,
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
        if tail:
            told = setting.word(tail, "rtl" if base else "ltr")
            spaces = [(space, piece, base) for space in told] + spaces
        if words:
            way: Direction = "rtl" if level % 2 else "ltr"
            whole = setting.word(words, way) if tail else (segment,)
            settled += [(part, piece, level) for part in whole]
            break
    return settled + spaces, len(settled)


# ---------------------------------------------------------------- runs


def _run(
    segments: Sequence[Segment],
    piece: Piece,
    x: float,
    session: Session,
    operators: str,
    *,
    ends_line: bool = False,
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
        operators,
        "".join([segment.text for segment in segments]),
        style.colour,
        piece.slot,
        piece.link,
        piece.rise,
    )


def _ends_with_hyphen(segments: Sequence[Segment]) -> bool:
    return segments[-1].text.endswith("-") and len(segments[-1].text) > 1


def _show_ending(segments: Sequence[Segment], size: float, session: Session) -> str:
    """The end of a line, with a hyphen that was written.

    pdfium takes one that ends a line for an added one, unless the break after it is said, too.
    """
    last = segments[-1]
    shown = (
        _operators([_operands(last, session)]) if last.font.has_outlines_of_truetype else _raised(last, size)
    )
    told = _told(f"{last.text}\u200b", shown)
    return f"{_show(segments[:-1], size, session)}\n{told}" if len(segments) > 1 else told


def _show(segments: Sequence[Segment], size: float, session: Session) -> str:
    """Left-to-right segments of one font."""
    if segments[0].font.has_outlines_of_truetype:
        return _operators([_operands(segment, session) for segment in segments])
    operators: list[str] = []
    for tells, group in groupby(segments, session.tells):
        alike = list(group)
        if tells:
            operators.append(_operators([segment.shown for segment in alike]))
        else:
            # Spaces too: pdfium puts or leaves out some where a span ends.
            shown = "\n".join([_raised(segment, size) for segment in alike])
            operators.append(_told("".join([segment.text for segment in alike]), shown))
    return "\n".join(operators)


def _operands(segment: Segment, session: Session) -> str:
    if segment.plain or session.tells(segment):
        return segment.shown
    known = session.operands.get(segment)
    if known is None:
        codes = session.codes(segment.font)
        known = signs.operands(segment, signs.together(segment, codes), codes)
        session.operands[segment] = known
    return known


def _raised(segment: Segment, size: float) -> str:
    if not segment.raised:
        return _operators([segment.shown])
    rows = [(f"{rise * size / 1000:.3f} Ts", _operators([shown])) for shown, rise in segment.raised]
    return "\n".join([line for row in rows for line in row]) + "\n0 Ts"


def _told(text: str, operators: str) -> str:
    """What glyphs of a font that can't have codes of our own stand for (ISO 32000-2, 14.9.4)."""
    said = serialise(text).decode("ascii")
    return f"/Span<</ActualText {said}>>BDC\n{operators}\nEMC"


def _operators(shown: Sequence[str]) -> str:
    return f"[{''.join(shown).replace('><', '')}]TJ"  # strings that follow each other are one
