"""The Document as a flow: what every block looks like, apart from tables, photos, contacts and the head."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import assert_never

from prexport.document import tree
from prexport.document.tree import ListRole, ParagraphRole, SectionKind
from prexport.records import dataclass
from prexport.writers.pdf.reportlab.cards import cards
from prexport.writers.pdf.reportlab.flow import Frame, Item, framed, spaced, together
from prexport.writers.pdf.reportlab.flowables import Box, Fill, Paragraph
from prexport.writers.pdf.reportlab.photos import photos
from prexport.writers.pdf.reportlab.room import Room
from prexport.writers.pdf.reportlab.settings import Setting, points
from prexport.writers.pdf.reportlab.tables import table
from prexport.writers.pdf.reportlab.text.lines import Align, Piece
from prexport.writers.pdf.reportlab.typesetter import Typesetter
from prexport.writers.pdf.structure import Marker

_QUIET = frozenset({SectionKind.ABOUT, SectionKind.NOTES})
# What stands above and beside running text stays ragged and whole.
_RUNNING = frozenset({ParagraphRole.BODY, ParagraphRole.REPLACES, ParagraphRole.RIGHTS})
_DIVIDER_MM = 30
_TERM_MM = 28
_MARKER_GAP = 0.28  # em between a marker and its text: about a space


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks stand: how much room they have, and in what kind of thing.

    `role` is the style of paragraphs of no role of their own, `heading` that of headings ("": by level).
    `after` is the room after paragraphs where it isn't the style's own.
    """

    room: Room
    role: str = "body"
    heading: str = ""
    after: float | None = None
    quiet: bool = False


class Story:
    """Makes the flow of one document."""

    def __init__(self, setter: Typesetter) -> None:
        """`setter` sets the text."""
        self._setter = setter
        self._unit = setter.brand.unit_pt

    def blocks(self, blocks: Iterable[tree.Block], place: Place) -> list[Item]:
        """Blocks one after the other; neighbouring photos stand in rows, neighbouring contacts side by side."""
        flow: list[Item] = []
        for kind, group in groupby(blocks, key=type):
            nodes = list(group)
            if kind is tree.Figure:
                flow += photos(
                    self._setter, [node for node in nodes if isinstance(node, tree.Figure)], place.room
                )
            elif kind is tree.Card:
                flow += cards(
                    self._setter, [node for node in nodes if isinstance(node, tree.Card)], place.room
                )
            else:
                for node in nodes:
                    self._hold_on(flow, node)
                    flow += self._block(node, place)
        return flow

    def paragraph(self, node: tree.Paragraph, place: Place, *, align: Align = "start") -> Item:
        """A paragraph in its role's style."""
        role = node.role.value
        if node.role is ParagraphRole.BODY:
            role = place.role
        setting = self._setter.setting(role, node.lang)
        if node.role is ParagraphRole.BODY and place.after is not None:
            setting = setting.spaced(after=place.after)
        return self._item(node, setting, place.room.of_text(self._setter, quiet=place.quiet), align)

    def _hold_on(self, flow: list[Item], node: tree.Block) -> None:
        """What must not begin a page holds on to what stands before it."""
        if isinstance(node, tree.EndMark) and flow:
            flow[-1].keep = True

    def _block(self, node: tree.Block, place: Place) -> list[Item]:
        match node:
            case tree.Paragraph():
                return [self.paragraph(node, place)]
            case tree.Heading():
                return [self.heading(node, place)]
            case tree.Quote():
                return self._quote(node, place)
            case tree.List():
                return self.itemised(node, place)
            case tree.Definitions():
                return self._definitions(node, place)
            case tree.Table():
                return table(self._setter, node, place.room)
            case tree.Figure():
                return photos(self._setter, [node], place.room)
            case tree.Callout():
                return self._callout(node, place)
            case tree.Divider():
                return [self._divider(place)]
            case tree.EndMark():
                return [self._end_mark(node, place)]
            case tree.Card():
                return cards(self._setter, [node], place.room)
            case tree.Section():
                return self._section(node, place)
            case _:
                assert_never(node)

    def heading(self, node: tree.Heading, place: Place) -> Item:
        """A heading, which holds on to what follows it."""
        setting = self._setter.setting(place.heading or f"heading-{node.level}", node.lang)
        item = self._item(node, setting, place.room)
        item.keep = True
        return item

    def _item(
        self,
        node: tree.Paragraph | tree.Heading,
        setting: Setting,
        room: Room,
        align: Align = "start",
    ) -> Item:
        running = isinstance(node, tree.Paragraph) and node.role in _RUNNING
        lines = self._setter.lines(node, setting.text, room.width, align, running=running)
        unbroken = isinstance(node, tree.Heading) or node.role is ParagraphRole.ATTRIBUTION
        flowable = Paragraph(lines, unbroken=unbroken)
        return Item(flowable, room.start, room.width, setting.before, setting.after)

    def _section(self, node: tree.Section, place: Place) -> list[Item]:
        inner = replace(place, role="small", quiet=True) if node.kind in _QUIET else place
        return [self.heading(node.heading, place), *self.blocks(node.body, inner)]

    def _quote(self, node: tree.Quote, place: Place) -> list[Item]:
        brand, unit = self._setter.brand, self._unit
        outer = place.room.of_text(self._setter)
        inset = brand.lines.quote_bar_pt + brand.lines.quote_indent_pt
        inner = replace(place, room=outer.inset(inset), role="small" if place.quiet else "quote")
        body = self.blocks(node.body, inner)
        body[0].before = 0.0
        if node.attribution is not None:
            said_by = self.paragraph(node.attribution, inner)
            said_by.before, said_by.after = (0.0, unit) if node.attribution_first else (unit, 0.0)
            if node.attribution_first:
                said_by.keep = True
                body[-1].after = 0.0
                body = [said_by, *body]
            else:
                body[-1].keep = True
                body = [*body, said_by]
        else:
            body[-1].after = 0.0
        bar = Frame(outer.start, outer.width, bar=brand.print.mark, bar_width=brand.lines.quote_bar_pt)
        return _margins(framed(body, bar, 0.0), 5 * unit, 7 * unit)

    def itemised(self, node: tree.List, place: Place) -> list[Item]:
        """A list, each item's marker beside its first line."""
        unit = self._unit
        role = "summary" if node.role is ListRole.SUMMARY else place.role
        inner = replace(
            place,
            room=place.room.of_text(self._setter, quiet=place.quiet).inset(6 * unit),
            role=role,
            after=unit,
        )
        flow: list[Item] = []
        for number, item in enumerate(node.items, node.start):
            body = self.blocks(item.body, inner)
            body[-1].after = unit
            marker = f"{number}. " if node.ordered else "• "
            body[0].beside.append(self._marker(item, marker, role, inner.room))
            flow += body
        return spaced(flow, 0.0, 7 * unit if node.role is ListRole.SUMMARY else 3 * unit)

    def _marker(self, item: tree.Item, text: str, role: str, room: Room) -> tuple[Paragraph, float, float]:
        """A bullet or a number that ends where the item's text begins."""
        setter, label = self._setter, self._setter.owners[item.key]
        index = next(index for index, part in enumerate(label.parts) if isinstance(part, Marker))
        style = setter.setting(role, label.lang).text
        piece = Piece(text, style, label.lang, (label, index))
        width = setter.width([piece]) + 0.1
        return Paragraph(setter.set([piece], width)), room.start - width - _MARKER_GAP * style.size, width

    def _definitions(self, node: tree.Definitions, place: Place) -> list[Item]:
        setter, unit = self._setter, self._unit
        outer = place.room.of_text(setter, quiet=place.quiet)
        terms = [(item.term, setter.setting("term", item.term.lang).text) for item in node.items]
        longest = max(setter.extent(term, style).narrowest for term, style in terms)
        width = min(max(points(_TERM_MM), longest), outer.width / 2)
        inner = replace(place, room=outer.inset(width + 4 * unit))
        flow: list[Item] = []
        for item, (term, style) in zip(node.items, terms, strict=True):
            body = self.blocks(item.body, inner)
            body[0].before, body[-1].after = 0.0, 2 * unit
            label = Paragraph(setter.lines(term, style, width, "start"))
            body[0].beside.append((label, outer.start, width))
            height = sum(each.height for each in body)
            body[-1].foot += max(0.0, label.height - height)
            flow += together(body)
        return spaced(flow, 0.0, 4 * unit)

    def _callout(self, node: tree.Callout, place: Place) -> list[Item]:
        brand, unit = self._setter.brand, self._unit
        outer = place.room.of_text(self._setter)
        inset = brand.lines.box_inset_pt
        room = outer.inset(inset + brand.lines.mark_pt, inset)
        inner = replace(
            place, room=room, role="small" if place.quiet else "callout", heading="callout-heading"
        )
        title = [self.heading(node.heading, inner)] if node.heading else []
        flow = [*title, *self.blocks(node.body, inner)]
        flow[0].before = flow[-1].after = 0.0
        frame = Frame(
            outer.start,
            outer.width,
            paper=brand.print.surface,
            bar=brand.print.mark,
            bar_width=brand.lines.mark_pt,
        )
        return together(_margins(framed(flow, frame, inset), 5 * unit, 7 * unit))

    def _divider(self, place: Place) -> Item:
        brand = self._setter.brand
        width, line = points(_DIVIDER_MM), brand.lines.hairline_pt
        x = 0.0 if self._setter.direction == "ltr" else place.room.width - width
        rule = Box((), line, [Fill(x, 0.0, width, line, brand.print.mark)])
        return Item(rule, place.room.start, place.room.width, 8 * self._unit, 8 * self._unit)

    def _end_mark(self, node: tree.EndMark, place: Place) -> Item:
        setter = self._setter
        setting = setter.setting("end-mark", node.lang)
        room = place.room.of_text(setter)
        piece = Piece(node.text, setting.text, node.lang, (setter.owners[node.key], 0))
        lines = setter.set([piece], room.width, "center")
        return Item(Paragraph(lines), room.start, room.width, setting.before, setting.after)


def _margins(items: list[Item], before: float, after: float) -> list[Item]:
    """The same with just that much room around them: frames keep what is inside from what is outside."""
    items[0].before, items[-1].after = before, after
    return items
