"""The head of the release: letterhead, embargo banner, headline and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from prexport.document import tree
from prexport.writers.pdf.reportlab.flow import Item
from prexport.writers.pdf.reportlab.flowables import Box, Child, Fill, Paragraph, Picture
from prexport.writers.pdf.reportlab.logo import logo_operators
from prexport.writers.pdf.reportlab.room import Room
from prexport.writers.pdf.reportlab.settings import Setting, points
from prexport.writers.pdf.reportlab.text.lines import Line, Piece
from prexport.writers.pdf.reportlab.typesetter import Typesetter

_LINES = 3
_STEP_PT = 0.5
_TRIALS = 6  # halvings of the room: a line's length comes out within a hundredth of it
_MARK_SHARE = 0.6  # of the page's width, at most, for a mark with the publisher's name beside it


def letterhead(setter: Typesetter, node: tree.Letterhead, room: Room) -> Item:
    """Logo on one side, release line, number and date on the other, above the one accent rule."""
    brand, unit = setter.brand, setter.brand.unit_pt
    ltr, single = setter.direction == "ltr", brand.large_print
    mark, mark_width = _mark(setter, node.logo, room.width if single else room.width * _MARK_SHARE)
    aside = room.width if single else room.width - mark_width - 4 * unit
    lines = [
        Paragraph(
            setter.lines(
                line,
                setter.setting(line.role.value, line.lang).text,
                aside,
                "start" if single else "end",
            )
        )
        for line in node.lines
    ]
    deep = sum(line.height for line in lines)
    if single:
        mark_top, y = 0.0, mark.height + 3 * unit
        height = y + deep
    else:
        height = max(mark.height, deep)
        mark_top, y = height - mark.height, height - deep
    children = [Child(mark, 0.0 if ltr else room.width - mark_width, mark_top)]
    for line in lines:
        left = 0.0 if (single or not ltr) else room.width - aside
        children.append(Child(line, left, y))
        y += line.height
    rule = brand.lines.accent_pt
    whole = height + 4 * unit
    fills = [Fill(0.0, whole, room.width, rule, brand.print.accent)]
    return Item(Box(children, whole + rule, fills), room.start, room.width, 0.0, 9 * unit)


def _mark(setter: Typesetter, node: tree.Logo, most: float) -> tuple[Box, float]:
    """The logo, with the publisher's name beside a drawing that has no letters; and its width."""
    brand = setter.brand
    logo = brand.logo
    width, height = points(logo.width_mm), points(logo.height_mm)
    element = setter.owners[node.key]
    operators = logo_operators(logo.light_svg)
    if logo.names_publisher:
        return Box(
            [Child(Picture(width, height, (element, 0), operators=operators), 0.0, 0.0)], height
        ), width
    gap = 3 * brand.unit_pt
    # No leading of a paragraph: lines of a name that stand beside a mark belong closely together.
    style = setter.setting("heading-3", node.lang).text
    style = replace(style, face="headline", leading=round(style.size * 1.3, 2))
    name = Piece(node.alt, style, node.lang, (element, 0))
    room = min(most - width - gap, setter.width([name]) + 0.1)
    text = Paragraph(setter.set([name], room))
    whole = max(height, text.height)
    ltr = setter.direction == "ltr"
    drawing = Picture(width, height, None, operators=operators)
    children = [
        Child(drawing, 0.0 if ltr else room + gap, (whole - height) / 2),
        Child(text, width + gap if ltr else 0.0, (whole - text.height) / 2),
    ]
    return Box(children, whole), width + gap + room


def embargo(setter: Typesetter, node: tree.Paragraph, room: Room) -> Item:
    """The banner."""
    brand, unit = setter.brand, setter.brand.unit_pt
    setting = setter.setting("embargo", node.lang)
    inset = 5 * unit
    text = Paragraph(setter.lines(node, setting.text, room.width - 2 * inset))
    height = text.height + 6 * unit
    paper = Fill(0.0, 0.0, room.width, height, brand.print.embargo_paper, paper=True)
    return Item(
        Box([Child(text, inset, 3 * unit)], height, [paper]), room.start, room.width, 0.0, setting.after
    )


def headline(setter: Typesetter, node: tree.Heading, room: Room) -> Item:
    """The headline: three lines at most where that can be, and lines of like length."""
    for setting in _settings(setter, node.lang):
        pieces = setter.pieces(node, setting.text)
        lines = setter.set(pieces, room.width)
        if len(lines) <= _LINES:
            break
    lines, width = _balanced(setter, pieces, lines, room.width)
    return Item(Paragraph(lines, unbroken=True), room.start, width, 0.0, setting.after, keep=True)


def _settings(setter: Typesetter, lang: str) -> Iterator[Setting]:
    """The settings that a headline may have, the largest first; never smaller than a subheadline."""
    floor = setter.setting("subheadline", lang).text.size
    yield setter.setting("headline", lang)
    setting = setter.setting("headline-long", lang)
    yield setting
    style = setting.text
    leading = style.leading / style.size
    while (size := style.size - _STEP_PT) >= floor:
        style = replace(style, size=size, leading=round(leading * size, 2))
        yield replace(setting, text=style)


def _balanced(
    setter: Typesetter, pieces: Sequence[Piece], lines: Sequence[Line], width: float
) -> tuple[Sequence[Line], float]:
    """The narrowest setting that takes no more lines, and its width."""
    best, low, high = lines, width / 2, width
    for _ in range(_TRIALS if len(lines) > 1 else 0):
        middle = (low + high) / 2
        tried = setter.set(pieces, middle)
        if len(tried) > len(lines) or any(line.hyphenated for line in tried):
            low = middle
        else:
            best, high = tried, middle
    return best, high
