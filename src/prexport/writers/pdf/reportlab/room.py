"""How much room something has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from prexport.records import dataclass

if TYPE_CHECKING:
    from prexport.writers.pdf.reportlab.typesetter import Typesetter

_QUIET_MEASURE = 0.92


@dataclass(frozen=True, slots=True)
class Room:
    """A column, in pt: `start` is from the start edge of the page's text.

    `whole`: it is as wide as the page's text, so that running text in it keeps to the measure.
    """

    start: float
    width: float
    whole: bool = False

    def of_text(self, setter: Typesetter, *, quiet: bool = False) -> Room:
        """The room for running text."""
        if not self.whole:
            return self
        measure = setter.geometry.measure * (_QUIET_MEASURE if quiet else 1.0)
        return Room(self.start, min(measure, self.width))

    def inset(self, start: float, end: float = 0.0) -> Room:
        """The room inside of it."""
        return replace(self, start=self.start + start, width=self.width - start - end, whole=False)
