"""A brand's print colours as the theme colours of Word, so that a new theme recolours the whole release."""

from __future__ import annotations

from collections.abc import Mapping

from prexport.brand.tokens import Scheme
from prexport.writers.docx.markup import Xml, eighths, w

THEME_COLOURS: Mapping[str, str] = {
    "dk1": "text",
    "lt1": "paper",
    "dk2": "muted",
    "lt2": "surface",
    "accent1": "accent",
    "accent2": "embargo_paper",
    "accent3": "mark",
    "accent4": "rule",
    "accent5": "embargo_ink",
    "accent6": "focus",
    "hlink": "link",
    "folHlink": "link",
}
"""The twelve slots of a theme (20.1.6.2), and the brand's colour in each."""

_NAMES = {
    "text": "text1",
    "paper": "background1",
    "muted": "text2",
    "surface": "background2",
    "accent": "accent1",
    "embargo_paper": "accent2",
    "mark": "accent3",
    "rule": "accent4",
    "embargo_ink": "accent5",
    "focus": "accent6",
    "link": "hyperlink",
}
"""What text, borders and shading call these slots (17.18.97)."""


class Palette:
    """The colours of one scheme, ready for Word."""

    def __init__(self, scheme: Scheme) -> None:
        """Take the colours of `scheme`."""
        self._scheme = scheme

    def hexadecimal(self, name: str) -> str:
        """`10201F` for the colour called `name`."""
        return self._scheme.colour(name).removeprefix("#").upper()

    def colour(self, name: str) -> Xml:
        """The colour of text."""
        return w("color", val=self.hexadecimal(name), themeColor=_NAMES[name])

    def shading(self, name: str) -> Xml:
        """The ground behind text."""
        return w("shd", val="clear", color="auto", fill=self.hexadecimal(name), themeFill=_NAMES[name])

    def border(self, side: str, name: str, width_pt: float, space_pt: int = 0) -> Xml:
        """One side of a paragraph, a table or a cell; `space_pt` lies between it and the text, 31 at most."""
        return w(
            side,
            val="single",
            sz=eighths(width_pt),
            space=space_pt,
            color=self.hexadecimal(name),
            themeColor=_NAMES[name],
        )
