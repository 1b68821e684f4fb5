"""The size and the header cells of a table."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from prexport.document.outline import Scope
from prexport.readers.html.elements import CELLS

_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_SCOPES: dict[str, Scope] = {"col": "column", "colgroup": "column", "row": "row", "rowgroup": "row"}


def size(table: Element) -> tuple[int, int]:
    """How many rows a table has, and how many cells its longest row."""
    cells = [sum(cell.tag in CELLS for cell in row) for row in _rows(table)]
    return len(cells), max(cells, default=0)


def scope(cell: Element) -> Scope:
    """Which cells a header cell is the header of; "" when it doesn't say."""
    return _SCOPES.get(cell.get("scope", "").strip().lower(), "")


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _GROUPS:
            yield from child.iterfind("tr")
