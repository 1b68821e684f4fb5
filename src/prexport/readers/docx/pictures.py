"""Drawings: what they show, and what is said for them."""

from __future__ import annotations

from collections.abc import Mapping

from prexport.document.outline_words import folded
from prexport.errors import UnusableInput
from prexport.opc import Element, Package, Relationship
from prexport.readers.docx.names import DECORATIVE, WP, A, R
from prexport.readers.pictures import seen
from prexport.records import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: "" as `alt` is decoration, None a fault. `image` is its fingerprint, "" when nothing is there."""

    alt: str | None
    image: str


class Pictures:
    """The pictures of one part."""

    def __init__(self, package: Package, relationships: Mapping[str, Relationship]) -> None:
        """Look for the files in `package`."""
        self._package = package
        self._relationships = relationships

    def picture(self, drawing: Element) -> Picture:
        """A `w:drawing`."""
        return Picture(alternative(drawing), self._fingerprint(drawing))

    def _fingerprint(self, drawing: Element) -> str:
        blip = next(drawing.iter(A + "blip"), None)
        found = None if blip is None else self._relationships.get(blip.get(R + "embed", ""))
        if found is None or found.is_external or found.target not in self._package:
            return ""
        try:
            return seen(self._package.read(found.target))
        except UnusableInput:  # a damaged picture is one that nobody sees
            return ""


def alternative(drawing: Element) -> str | None:
    """What is said for a drawing: "" for decoration, None when nothing tells."""
    named = next(drawing.iter(WP + "docPr"), None)
    if named is None:
        return None
    told = folded(named.get("descr", "")).strip(" ")
    if told:
        return told
    marks = (mark.get("val", "1") for mark in named.iter(DECORATIVE))
    return "" if any(mark in ("1", "true") for mark in marks) else None
