"""Frames around paragraphs: the bar of a quotation, the box of a callout, the banner, the rule over a headline.

Word draws one frame around neighbours whose borders and indents are the same. Borders are physical in Word
(17.3.1.17 "left side of the page"), indents are not: in right-to-left paragraphs `left` is where lines start.
"""

from __future__ import annotations

from enum import Enum, auto

from prexport.document.tree import Direction
from prexport.writers.docx.markup import Xml, twips, w
from prexport.writers.docx.sheet import LIST_STEP_PT, Sheet

_WIDEST_SPACE = 31  # pt; what Word lets lie between a border and the text


class Frame(Enum):
    """What stands around a paragraph."""

    NONE = auto()
    HEADLINE = auto()
    EMBARGO = auto()
    QUOTE = auto()
    CALLOUT = auto()
    DEFINITION = auto()


def frame_start_pt(frame: Frame, sheet: Sheet) -> float:
    """How far the text in `frame` is set in from the margin where lines start."""
    lines, unit = sheet.brand.lines, sheet.brand.unit_pt
    match frame:
        case Frame.QUOTE:
            return lines.quote_bar_pt + lines.quote_indent_pt
        case Frame.CALLOUT:
            return lines.mark_pt + lines.box_inset_pt
        case Frame.EMBARGO:
            return 5 * unit
        case Frame.DEFINITION:
            return LIST_STEP_PT
        case Frame.NONE | Frame.HEADLINE:
            return 0.0


def frame_end_pt(frame: Frame, sheet: Sheet) -> float:
    """How far the text in `frame` ends before the other margin."""
    match frame:
        case Frame.HEADLINE:
            return 0.0
        case Frame.EMBARGO:
            return 5 * sheet.brand.unit_pt
        case Frame.CALLOUT:
            return sheet.slack_pt + sheet.brand.lines.box_inset_pt
        case Frame.NONE | Frame.QUOTE | Frame.DEFINITION:
            return sheet.slack_pt


def frame_indent(
    frame: Frame, sheet: Sheet, direction: Direction, *, inside_pt: float = 0.0, hanging_pt: float = 0.0
) -> Xml:
    """The indents of a paragraph in `frame`, `inside_pt` further in.

    In text against the document's direction the measure still ends where it ends for all other text.
    """
    shift = 0.0 if direction == sheet.dir else sheet.slack_pt
    attributes = {
        "left": twips(frame_start_pt(frame, sheet) + inside_pt + shift),
        "right": twips(frame_end_pt(frame, sheet) - shift),
    }
    if hanging_pt:
        attributes["hanging"] = twips(hanging_pt)
    return w("ind", **attributes)


def frame_properties(frame: Frame, sheet: Sheet, direction: Direction) -> dict[str, Xml]:
    """The borders, ground and indents of a paragraph in `frame` whose lines run in `direction`."""
    palette, lines, unit = sheet.palette, sheet.brand.lines, sheet.brand.unit_pt
    start, end = ("left", "right") if direction == "ltr" else ("right", "left")
    match frame:
        case Frame.NONE:
            return {}
        case Frame.HEADLINE:
            rule = palette.border("top", "accent", lines.accent_pt, min(_WIDEST_SPACE, round(8 * unit)))
            return {"pBdr": w("pBdr", rule)}
        case Frame.EMBARGO:
            made = {
                side: palette.border(side, "embargo_paper", lines.hairline_pt, round(space * unit))
                for side, space in (("top", 3), ("left", 5), ("bottom", 3), ("right", 5))
            }
            ground = {"shd": palette.shading("embargo_paper")}
        case Frame.QUOTE:
            made, ground = {start: _quote_bar(sheet, start)}, {}
        case Frame.CALLOUT:
            inset = round(lines.box_inset_pt)
            made = {
                side: palette.border(side, "surface", lines.mark_pt, inset) for side in ("top", "bottom", end)
            }
            made[start] = palette.border(start, "mark", lines.mark_pt, inset)
            ground = {"shd": palette.shading("surface")}
        case Frame.DEFINITION:
            return {"ind": frame_indent(frame, sheet, direction)}
    borders = w("pBdr", *(made[side] for side in ("top", "left", "bottom", "right") if side in made))
    return {"pBdr": borders, "ind": frame_indent(frame, sheet, direction), **ground}


def against_the_grain(frame: Frame, sheet: Sheet, direction: Direction, *, narrow: bool) -> dict[str, Xml]:
    """What a paragraph needs beside its style when its lines don't run in the document's direction.

    `narrow` says whether its style keeps to the measure.
    """
    if direction == sheet.dir:
        return {}
    made = frame_properties(frame, sheet, direction)
    if frame is Frame.QUOTE:
        # The bar of the style has to go. The schema's order is left, right.
        start = "left" if direction == "ltr" else "right"
        bar = _quote_bar(sheet, start)
        sides = (bar if side == start else w(side, val="nil") for side in ("left", "right"))
        made["pBdr"] = w("pBdr", *sides)
    elif frame is Frame.NONE and narrow:
        made["ind"] = frame_indent(frame, sheet, direction)
    return made


def _quote_bar(sheet: Sheet, side: str) -> Xml:
    lines = sheet.brand.lines
    return sheet.palette.border(side, "mark", lines.quote_bar_pt, round(lines.quote_indent_pt))
