"""Rules over the tag tree of a PDF: headings, pictures, tables, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import pikepdf

from prexport.checks.flaws import Flaw
from prexport.checks.pdf.elements import STANDARD, Element, many
from prexport.lint.images import LONGEST_ALT, is_file_name

_HEADING = re.compile(r"H([1-6])")
_ROW_GROUPS = frozenset({"THead", "TBody", "TFoot"})
_IN_LIST = frozenset({"LI", "L", "Caption"})
_IN_ITEM = frozenset({"Lbl", "LBody"})
_MOST_CELLS = 100_000


def tree_flaws(elements: Sequence[Element]) -> Iterator[Flaw]:
    """Judge all elements, which stand in reading order."""
    yield from _roles(elements)
    yield from _headings(elements)
    for element in elements:
        match element.role:
            case "Figure" | "Formula":
                yield from _picture(element)
            case "Table":
                yield from _table(element)
            case "L":
                yield from _list(element)
            case "LI" if not any(child.role == "LBody" for child in element.children):
                yield Flaw("pdf-list-broken", "An item of a list has no body.", element.path)
            case _:
                pass


def _roles(elements: Sequence[Element]) -> Iterator[Flaw]:
    unknown = {
        element.written: element.path for element in reversed(elements) if element.role not in STANDARD
    }
    for role in sorted(unknown):
        yield Flaw(
            "pdf-role-unknown",
            f"No reader knows the tag {role}, and it stands for none they know.",
            unknown[role],
        )


def _headings(elements: Sequence[Element]) -> Iterator[Flaw]:
    headings = [(each, int(found[1])) for each in elements if (found := _HEADING.fullmatch(each.role))]
    if not headings:
        if elements and not any(each.role in ("H", "Title") for each in elements):
            yield Flaw("pdf-headings-missing", "Nothing in the PDF is a heading.")
        return
    first, level = headings[0]
    if level > 1:
        yield Flaw("pdf-heading-skipped", f"The first heading is of level {level}, not 1.", first.path)
    for (_, above), (element, level) in pairwise(headings):
        if level > above + 1:
            yield Flaw(
                "pdf-heading-skipped",
                f"A heading of level {level} follows one of level {above}.",
                element.path,
            )


def _picture(element: Element) -> Iterator[Flaw]:
    alt = element.text("/Alt")
    if not alt and not element.text("/ActualText"):
        yield Flaw("pdf-alt-missing", "A picture has no text alternative.", element.path)
    elif alt and is_file_name(alt):
        yield Flaw(
            "pdf-alt-file-name", f"The text alternative “{alt[:80]}” is the name of a file.", element.path
        )
    elif len(alt) > 2 * LONGEST_ALT:
        yield Flaw("pdf-alt-long", f"A text alternative has {len(alt)} characters.", element.path)


# ---------------------------------------------------------------- tables


def _table(table: Element) -> Iterator[Flaw]:
    rows = _rows(table)
    cells = [[cell for cell in row.children if cell.role in ("TH", "TD")] for row in rows]
    if not any(cells):
        yield Flaw("pdf-table-empty", "A table has no cells in its tags.", table.path)
        return
    headers = [cell for row in cells for cell in row if cell.role == "TH"]
    if not headers:
        yield Flaw("pdf-table-headers-missing", "A table has no header cells.", table.path)
    if not any(cell.attribute("Headers") is not None for row in cells for cell in row):
        for cell in headers:
            if cell.attribute("Scope") is None:
                yield Flaw("pdf-scope-missing", "A header cell doesn’t tell what it heads.", cell.path)
    yield from _dangling(cells)
    if problem := _irregular(cells):
        yield Flaw("pdf-table-irregular", problem, table.path)


def _dangling(cells: Sequence[Sequence[Element]]) -> Iterator[Flaw]:
    """The headers that cells name are there."""
    known = {cell.text("/ID") for row in cells for cell in row if cell.role == "TH"}
    for row in cells:
        for cell in row:
            for name in many(cell.attribute("Headers")):
                if str(name) not in known:
                    yield Flaw(
                        "pdf-headers-dangling",
                        f"A cell names a header “{name}” that the table doesn’t have.",
                        cell.path,
                    )


def _rows(table: Element) -> list[Element]:
    rows = []
    for child in table.children:
        if child.role == "TR":
            rows.append(child)
        elif child.role in _ROW_GROUPS:
            rows += [inner for inner in child.children if inner.role == "TR"]
    return rows


def _irregular(cells: Sequence[Sequence[Element]]) -> str:
    """What is uneven in a table, spans counted; "" when each row has as many cells as the others."""
    if sum(map(len, cells)) > _MOST_CELLS:
        return ""
    hanging: dict[int, int] = {}  # column -> rows that a cell above still reaches into
    widths: list[int] = []
    for row in cells:
        column = width = 0
        for cell in row:
            while hanging.get(column):
                hanging[column] -= 1
                column += 1
            across, down = _span(cell.attribute("ColSpan")), _span(cell.attribute("RowSpan"))
            for _ in range(across):
                hanging[column] = down - 1
                column += 1
        while hanging.get(column):
            hanging[column] -= 1
            column += 1
        width = column
        widths.append(width)
    for number, width in enumerate(widths, 1):
        if width != widths[0]:
            return f"Row {number} of a table has {width} cells, the first row has {widths[0]}."
    return ""


def _span(value: Any) -> int:
    return max(1, min(int(value), 1000)) if isinstance(value, int) else 1


# ---------------------------------------------------------------- lists


def _list(element: Element) -> Iterator[Flaw]:
    for child in element.children:
        if child.role not in _IN_LIST:
            yield Flaw("pdf-list-broken", f"In a list stands a {child.role} that is no item.", child.path)
    for child in element.children:
        if child.role == "LI":
            for part in child.children:
                if part.role not in _IN_ITEM:
                    yield Flaw("pdf-list-broken", f"In an item of a list stands a {part.role}.", part.path)
    labelled = any(
        part.role == "Lbl" for child in element.children if child.role == "LI" for part in child.children
    )
    numbering = element.attribute("ListNumbering")
    if labelled and not isinstance(numbering, pikepdf.Name):
        yield Flaw(
            "pdf-list-unnumbered", "A list doesn’t tell what its labels are (ListNumbering).", element.path
        )
