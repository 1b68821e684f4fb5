"""Tables: horizontal rules only, the header repeated on every page."""

from __future__ import annotations

from collections.abc import Sequence

from prexport.document import tree
from prexport.writers.pdf.reportlab.flow import Item
from prexport.writers.pdf.reportlab.flowables import Box, Child, Fill, Paragraph
from prexport.writers.pdf.reportlab.room import Room
from prexport.writers.pdf.reportlab.text.lines import TextStyle
from prexport.writers.pdf.reportlab.typesetter import Typesetter


def table(setter: Typesetter, node: tree.Table, room: Room) -> list[Item]:
    """Caption, header and rows, each an item."""
    return _Table(setter, node, room).items()


class _Table:
    def __init__(self, setter: Typesetter, node: tree.Table, room: Room) -> None:
        self._setter = setter
        self._node = node
        self._room = room
        self._lines = setter.brand.lines
        self._between = 4 * setter.brand.unit_pt  # between two cells of a row
        self._columns = self._widths()

    def items(self) -> list[Item]:
        brand, node, room, unit = self._setter.brand, self._node, self._room, self._setter.brand.unit_pt
        flow: list[Item] = []
        if node.caption is not None:
            setting = self._setter.setting("caption", node.caption.lang)
            text = Paragraph(self._setter.lines(node.caption, setting.text, room.width), unbroken=True)
            flow.append(Item(text, room.start, room.width, foot=2 * unit, keep=True))
        thick, thin = self._lines.mark_pt, self._lines.hairline_pt
        head = self._row(node.header, above=(thick, brand.print.mark), below=(thick, brand.print.mark))
        header = Item(head, room.start, room.width, keep=True)
        flow.append(header)
        for number, row in enumerate(node.rows):
            above = (thin, brand.print.rule) if number else (0.0, "")
            below = (thick, brand.print.mark) if number == len(node.rows) - 1 else (0.0, "")
            box = self._row(row, above=above, below=below)
            flow.append(Item(box, room.start, room.width, header=header if number else None))
        flow[0].before, flow[-1].after = 5 * unit, 7 * unit
        return flow

    def _style(self, cell: tree.Cell) -> TextStyle:
        return self._setter.setting("table-head" if cell.scope else "table-cell", cell.lang).text

    def _row(self, row: tree.Row, above: tuple[float, str], below: tuple[float, str]) -> Box:
        inset = self._lines.cell_inset_pt
        cells = [
            Paragraph(self._setter.lines(cell, self._style(cell), width, cell.align))
            for cell, width in zip(row.cells, self._columns, strict=True)
        ]
        text = max(cell.height for cell in cells)
        height = above[0] + inset + text + inset + below[0]
        heading = all(cell.scope == "column" for cell in row.cells)
        children, x = [], 0.0
        for cell, width in zip(cells, self._columns, strict=True):
            lower = text - cell.height if heading else 0.0  # the names of columns stand on one line
            left = x if self._setter.direction == "ltr" else self._room.width - x - width
            children.append(Child(cell, left, above[0] + inset + lower))
            x += width + self._between
        width = self._room.width
        rules = [
            Fill(0.0, y, width, line, colour)
            for y, (line, colour) in ((0.0, above), (height - below[0], below))
            if line
        ]
        return Box(children, height, rules)

    def _widths(self) -> Sequence[float]:
        """The widths of the columns: as wide as their text where that can be, never narrower than a word."""
        rows = (self._node.header, *self._node.rows)
        columns = list(zip(*(row.cells for row in rows), strict=True))
        room = self._room.width - self._between * (len(columns) - 1)
        least, most = [], []
        for cells in columns:
            extents = [self._setter.extent(cell, self._style(cell)) for cell in cells]
            least.append(max(extent.narrowest for extent in extents) + 0.1)
            most.append(max(extent.widest for extent in extents) + 0.1)
        if sum(most) <= room:
            spare = (room - sum(most)) / (sum(most) or 1.0)
            return [width + width * spare for width in most]
        if sum(least) >= room:
            return [width * room / sum(least) for width in least]
        share = (room - sum(least)) / (sum(most) - sum(least))
        return [low + (high - low) * share for low, high in zip(least, most, strict=True)]
