"""Laid-out pages as a plain sequence: what is printed where, in the order in which it is read.

The walk follows the tree of boxes, which has the order of the markup, not the order of painting. Coordinates
are points from the lower left corner of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

from prexport.records import dataclass
from prexport.writers.pdf.layout import Rectangle
from prexport.writers.pdf.weasyprint.internals import AbsolutePlaceholder, Rendering, boxes

POINTS_PER_PIXEL = 0.75


class Artifact(Enum):
    """Content that belongs to no node, and what it is (ISO 32000-2, 14.8.2.2)."""

    LAYOUT = "/Type/Layout"
    HEADER = "/Type/Pagination/Subtype/Header/Attached[/Top]"
    FOOTER = "/Type/Pagination/Subtype/Footer/Attached[/Bottom]"
    REPEATED = "/Type/Pagination"


@dataclass(frozen=True, slots=True)
class Printed:
    """One leaf box: a piece of a line or a picture.

    `key` is the nearest node that it stands in; `text` is "" for a picture. `artifact` is set where the box
    can't be content: page furniture, generated decoration, the repeated header of a table.
    """

    box: Any
    page: int
    rectangle: Rectangle
    key: int
    text: str = ""
    marker: bool = False
    picture: bool = False
    artifact: Artifact | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """One rectangle of a link, on one line."""

    page: int
    rectangle: Rectangle
    key: int
    target: str


def text_of(box: Any) -> str:
    """The characters that a text box shows; "" for other boxes."""
    if not isinstance(box, boxes.TextBox):
        return ""
    text: str = box.pango_layout.text if hasattr(box, "pango_layout") else box.text
    # The zero-width space is WeasyPrint's own: it makes word spacing work on a lone space.
    return " " if text == " \u200b" else text


def walk(rendering: Rendering) -> Iterator[Printed | Area]:
    """Everything on all pages of `rendering`."""
    seen_headers: set[int] = set()
    for number, page in enumerate(rendering.pages):
        walker = _Walker(number, page.height, seen_headers)
        yield from walker.walk(page._page_box, 0, None)
        seen_headers |= walker.headers


def paint_in_reading_order(page: Any) -> None:
    """Make WeasyPrint paint what stands on a laid-out page in the order of the markup.

    CSS paints floats before the text around them, and positioned boxes (list markers) and clipped ones (pictures)
    after it (CSS 2, appendix E). Nothing overlaps here, so it looks the same; but who reads the content stream
    from its start to its end meets every marker before its item and every picture in its place.
    """
    pending = [page._page_box]
    while pending:
        box = pending.pop()
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        if box.is_outside_marker:
            box.style["position"] = "static"
        if box.style["float"] != "none":
            box.style["float"] = "none"
        if isinstance(box, boxes.ReplacedBox):
            box.style["overflow"] = "visible"
        elif not isinstance(box, boxes.TextBox):
            pending.extend(box.children)


class _Walker:
    def __init__(self, page: int, height: float, seen_headers: set[int]) -> None:
        self.page = page
        self.height = height
        self.seen_headers = seen_headers  # table headers that an earlier page has shown
        self.headers: set[int] = set()

    def walk(self, box: Any, key: int, artifact: Artifact | None) -> Iterator[Printed | Area]:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        element = box.element
        marker = False
        if isinstance(box, boxes.MarginBox):
            artifact = Artifact.HEADER if box.at_keyword.startswith("@top") else Artifact.FOOTER
        elif element is not None:
            mark = element.get("data-node")
            key = int(mark) if mark else key
            if "::" in box.element_tag:
                marker = box.element_tag.endswith("::marker")
                artifact = artifact if marker else Artifact.LAYOUT
        if isinstance(box, boxes.TableRowGroupBox) and box.is_header and element is not None:
            self.headers.add(id(element))
            if id(element) in self.seen_headers:
                artifact = Artifact.REPEATED

        if isinstance(box, boxes.TextBox):
            yield self._text(box, key, marker, artifact)
        elif isinstance(box, boxes.ReplacedBox):
            yield Printed(box, self.page, self._content(box), key, picture=True, artifact=artifact)
        else:
            if isinstance(box, boxes.InlineBox) and element is not None and box.element_tag == "a":
                x, y, width, height = box.hit_area()
                yield Area(self.page, self._rectangle(x, y, width, height), key, element.get("href"))
            for child in box.children:
                if marker and isinstance(child, boxes.TextBox):
                    yield self._text(child, key, True, artifact)
                else:
                    yield from self.walk(child, key, artifact)

    def _text(self, box: Any, key: int, marker: bool, artifact: Artifact | None) -> Printed:
        rectangle = self._rectangle(box.position_x, box.position_y, box.width, box.height)
        return Printed(box, self.page, rectangle, key, text_of(box), marker, artifact=artifact)

    def _content(self, box: Any) -> Rectangle:
        return self._rectangle(box.content_box_x(), box.content_box_y(), box.width, box.height)

    def _rectangle(self, x: float, y: float, width: float, height: float) -> Rectangle:
        scale = POINTS_PER_PIXEL
        bottom = (self.height - y - height) * scale
        return (x * scale, bottom, (x + width) * scale, bottom + height * scale)
