"""Contacts: cards in two columns, each of them on one page."""

from __future__ import annotations

from collections.abc import Sequence

from prexport.document import tree
from prexport.document.tree import ParagraphRole
from prexport.writers.pdf.reportlab.flow import Item
from prexport.writers.pdf.reportlab.flowables import Box, Child, Fill, Paragraph
from prexport.writers.pdf.reportlab.room import Room
from prexport.writers.pdf.reportlab.typesetter import Typesetter


def cards(setter: Typesetter, nodes: Sequence[tree.Card], room: Room) -> list[Item]:
    """The items of neighbouring contacts: a row of two each, or one below the other in large print."""
    columns = 1 if setter.brand.large_print else 2
    gutter = setter.brand.lines.gutter_pt
    width = (room.width - gutter * (columns - 1)) / columns
    after = 6 * setter.brand.unit_pt
    flow = []
    for first in range(0, len(nodes), columns):
        row = [_card(setter, node, width) for node in nodes[first : first + columns]]
        children = []
        for number, box in enumerate(row):
            x = number * (width + gutter)
            children.append(Child(box, x if setter.direction == "ltr" else room.width - x - width, 0.0))
        flow.append(Item(Box(children, max(box.height for box in row)), room.start, room.width, 0.0, after))
    return flow


def _card(setter: Typesetter, node: tree.Card, width: float) -> Box:
    brand, unit = setter.brand, setter.brand.unit_pt
    line = brand.lines.mark_pt
    y = line + 2 * unit
    children: list[Child] = []
    for said in node.lines:
        if said.role is ParagraphRole.PERSON_NAME and children:
            y += 2 * unit
        text = Paragraph(setter.lines(said, setter.setting(said.role.value, said.lang).text, width))
        children.append(Child(text, 0.0, y))
        y += text.height
    return Box(children, y, [Fill(0.0, 0.0, width, line, brand.print.mark)])
