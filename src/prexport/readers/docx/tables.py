"""Rows and cells of a table, and which of them are headers."""

from __future__ import annotations

from collections.abc import Iterator

from prexport.document.outline import Scope
from prexport.opc import Element
from prexport.readers.docx.names import W, is_on, value
from prexport.records import dataclass

_FIRST_COLUMN = 0x0080  # 17.4.55, the bits of tblLook
_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "ins", "customXml", "moveTo"))


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: its paragraphs, and what it is the header of."""

    paragraphs: tuple[Element, ...]
    scope: Scope


def rows_of(table: Element) -> list[list[TableCell]]:
    """The cells of a table, row by row; tables in a cell count as text of the cell."""
    has_row_headers = _has_row_headers(table)
    return [
        [
            TableCell(
                tuple(cell.iter(W + "p")),
                "column" if is_header else "row" if has_row_headers and place == 0 else "",
            )
            for place, cell in enumerate(_members(row, W + "tc"))
        ]
        for row in _members(table, W + "tr")
        for is_header in (is_on(row.find(f"{W}trPr/{W}tblHeader")),)
    ]


def _members(element: Element, tag: str) -> Iterator[Element]:
    levels = [iter(element)]
    while levels:
        child = next(levels[-1], None)
        if child is None:
            levels.pop()
        elif child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            levels.append(iter(child))


def _has_row_headers(table: Element) -> bool:
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None:
        return False
    if said := value(look, "firstColumn"):
        return said in ("1", "true", "on")
    try:
        return bool(int(value(look) or "0", 16) & _FIRST_COLUMN)
    except ValueError:
        return False
