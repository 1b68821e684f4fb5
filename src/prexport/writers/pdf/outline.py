"""Bookmarks (ISO 32000-1, 12.3.3): every heading, nested as the headings are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from prexport.records import dataclass
from prexport.writers.pdf.destinations import Destinations
from prexport.writers.pdf.structure import Bookmark
from prexport.writers.pdf.syntax import Name, PdfFile, Ref, Value


@dataclass(slots=True)
class _Entry:
    bookmark: Bookmark | None
    ref: Ref
    children: list[_Entry] = field(default_factory=list)

    def count(self) -> int:
        """How many entries below are visible when all is open."""
        return sum(1 + child.count() for child in self.children)


def write_outline(file: PdfFile, bookmarks: Sequence[Bookmark], destinations: Destinations) -> Ref:
    """Write the outline, all open; returns its root."""
    top = _Entry(None, file.reserve())
    path = [(0, top)]
    for bookmark in bookmarks:
        while path[-1][0] >= bookmark.level:
            path.pop()
        entry = _Entry(bookmark, file.reserve())
        path[-1][1].children.append(entry)
        path.append((bookmark.level, entry))
    _write(file, top, {"Type": Name("Outlines")}, destinations)
    return top.ref


def _write(file: PdfFile, entry: _Entry, entries: dict[str, Value], destinations: Destinations) -> None:
    children = entry.children
    if children:
        entries |= {"First": children[0].ref, "Last": children[-1].ref, "Count": entry.count()}
    file.put(entry.ref, entries)
    for index, child in enumerate(children):
        assert child.bookmark is not None
        own: dict[str, Value] = {"Title": child.bookmark.title, "Parent": entry.ref}
        if index:
            own["Prev"] = children[index - 1].ref
        if index + 1 < len(children):
            own["Next"] = children[index + 1].ref
        _write(file, child, own | destinations.to(child.bookmark.element), destinations)
