"""Places in a document that links and bookmarks jump to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from prexport.errors import InternalError
from prexport.writers.pdf.layout import Layout
from prexport.writers.pdf.structure import Element
from prexport.writers.pdf.syntax import Name, Ref, Value


class Destinations:
    """Where each element begins, as destinations (ISO 32000-2, 12.3.2)."""

    def __init__(
        self, layout: Layout, elements: Mapping[Element, Ref], pages: Sequence[Ref], *, structural: bool
    ) -> None:
        """`structural`: point at the structure element, not only at the page (PDF/UA-2 8.8)."""
        self._starts = layout.starts
        self._elements = elements
        self._pages = pages
        self._structural = structural

    def to(self, element: Element) -> dict[str, Value]:
        """The entries of an annotation or a bookmark that jumps to `element`."""
        if element not in self._starts:
            raise InternalError(f"node {element.key} has no place in the layout to jump to")
        page, left, top = self._starts[element]
        place: list[Value] = [Name("XYZ"), left, top, None]
        if not self._structural:
            return {"Dest": [self._pages[page], *place]}
        action: dict[str, Value] = {
            "S": Name("GoTo"),
            "D": [self._pages[page], *place],
            "SD": [self._elements[element], *place],
        }
        return {"A": action}
