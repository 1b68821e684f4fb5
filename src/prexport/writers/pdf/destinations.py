"""Places in a document that links and bookmarks jump to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from prexport.errors import InternalError
from prexport.writers.pdf.layout import Layout
from prexport.writers.pdf.structure import Element
from prexport.writers.pdf.syntax import Name, Ref, Value


class Destinations:
    """Where each element begins, as destinations (ISO 32000-2, 12.3.2).

    PDF/UA-2 (8.8) wants jumps to point at structure elements. Before it a jump can only name a point on a page:
    there destinations are named by the element's identifier, which says what they mean.
    """

    def __init__(
        self, layout: Layout, elements: Mapping[Element, Ref], pages: Sequence[Ref], *, structural: bool
    ) -> None:
        """`structural`: point at the structure element."""
        self._starts = layout.starts
        self._elements = elements
        self._pages = pages
        self._structural = structural
        self._named: dict[bytes, Value] = {}

    def to(self, element: Element) -> dict[str, Value]:
        """The entries of an annotation or a bookmark that jumps to `element`."""
        if element not in self._starts:
            raise InternalError(f"node {element.key} has no place in the layout to jump to")
        page, left, top = self._starts[element]
        place: list[Value] = [Name("XYZ"), left, top, None]
        on_page: list[Value] = [self._pages[page], *place]
        if self._structural:
            structure: list[Value] = [self._elements[element], *place]
            return {"A": {"S": Name("GoTo"), "D": on_page, "SD": structure}}
        name = element.identifier.encode()
        self._named[name] = on_page
        return {"Dest": name}

    def names(self) -> list[Value]:
        """All names given out so far with their places, as a name tree wants them."""
        return [part for name in sorted(self._named) for part in (name, self._named[name])]
