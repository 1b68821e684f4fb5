"""Tables: a header row that repeats, rows that stay whole, horizontal rules only."""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import east_asian_width

from prexport.document.tree import Cell, Row, Table, plain
from prexport.writers.docx.markup import NOTHING, Xml, element, twips, w
from prexport.writers.docx.sheet import Sheet
from prexport.writers.docx.story import DocxParagraph
from prexport.writers.docx.style_ids import TABLE_STYLE

_JUSTIFICATION = {"start": "left", "center": "center", "end": "right"}
_LONGEST = 36  # half ems; what is longer breaks into lines anyway
_SHORTEST = 6
_FIRST_ROW, _FIRST_COLUMN, _NO_BANDS = 0x0020, 0x0080, 0x0600  # 17.4.55, tblLook


def table(table: Table, sheet: Sheet, paragraph: Callable[[Cell], DocxParagraph]) -> Xml:
    """The `w:tbl`; `paragraph` gives the text of a cell."""
    rows = (table.header, *table.rows)
    widths = column_widths(rows, twips(sheet.text_width_pt))
    has_row_headers = any(cell.scope == "row" for row in table.rows for cell in row.cells)
    return w(
        "tbl",
        _properties(table, sum(widths), has_row_headers=has_row_headers),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
        *(_row(row, widths, paragraph, is_header=row is table.header) for row in rows),
    )


def column_widths(rows: tuple[Row, ...], width: int) -> list[int]:
    """Share `width` (twips) among the columns, by the longest text in each."""
    shares = [
        max(_SHORTEST, min(_LONGEST, max(_length(cell) for cell in column)))
        for column in zip(*(row.cells for row in rows), strict=True)
    ]
    widths = [width * share // sum(shares) for share in shares]
    widths[-1] += width - sum(widths)
    return widths


def _length(cell: Cell) -> int:
    """How wide a text is, in half ems."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in plain(cell.runs))


def _properties(table: Table, width: int, *, has_row_headers: bool) -> Xml:
    look = _FIRST_ROW | _NO_BANDS | (_FIRST_COLUMN if has_row_headers else 0)
    headings = "; ".join(" ".join(plain(cell.runs).split()) for cell in table.header.cells)
    caption = " ".join(plain(table.caption.runs).split()) if table.caption else headings
    return w(
        "tblPr",
        w("tblStyle", val=TABLE_STYLE),
        w("bidiVisual") if table.dir == "rtl" else NOTHING,
        w("tblW", w=width, type="dxa"),
        w("tblLayout", type="fixed"),
        w(
            "tblLook",
            val=f"{look:04X}",
            firstRow=1,
            lastRow=0,
            firstColumn=int(has_row_headers),
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        ),
        w("tblCaption", val=caption),
        w("tblDescription", val=headings),
    )


def _row(row: Row, widths: list[int], paragraph: Callable[[Cell], DocxParagraph], *, is_header: bool) -> Xml:
    properties = w("trPr", w("cantSplit"), w("tblHeader") if is_header else NOTHING)
    cells = []
    for place, (cell, width) in enumerate(zip(row.cells, widths, strict=True)):
        words = paragraph(cell)
        if cell.align != "start":
            words.properties["jc"] = w("jc", val=_JUSTIFICATION[cell.align])
        if is_header:
            words.keep_with_next()
        edge = "left" if place == 0 else "right" if place == len(widths) - 1 else ""
        # The text of the outer columns is flush with the text around the table. In a table that runs from the
        # right LibreOffice takes these names for sides of the page: no harm is done without.
        edge = edge if row.dir == "ltr" else ""
        flush = w("tcMar", w(edge, w=0, type="dxa")) if edge else NOTHING
        cells.append(w("tc", w("tcPr", w("tcW", w=width, type="dxa"), flush), words.xml()))
    return element("w:tr", None, properties, *cells)
