"""What all of a document's styles are derived from: brand, language, direction, paper."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from prexport.brand.tokens import BOLD, MILLIMETRES_PER_POINT, Brand, FaceRole, Page, TextStyle
from prexport.document.tree import Direction
from prexport.records import dataclass
from prexport.writers.docx.markup import Xml, half_points, twips, w
from prexport.writers.docx.palette import Palette
from prexport.writers.docx.scripts import Languages, document_languages, family
from prexport.writers.options import PageSize

LIST_STEP_PT = 18.0
"""How far each level of a list is set in; numbers hang in this space."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The look of one kind of document.

    `headline_role` is the brand's style of its headline, and `headline_pt` the size, which may be smaller.
    """

    brand: Brand
    page_size: PageSize
    lang: str
    dir: Direction
    headline_role: str
    headline_pt: float

    @property
    def page(self) -> Page:
        """The paper and its margins."""
        return self.brand.page(self.page_size)

    @property
    def palette(self) -> Palette:
        """The colours of print."""
        return Palette(self.brand.print)

    @property
    def languages(self) -> Languages:
        """The languages of unmarked text."""
        return document_languages(self.brand, self.lang)

    @property
    def text_width_pt(self) -> float:
        """Width between the margins."""
        return self.page.text_width_mm / MILLIMETRES_PER_POINT

    @property
    def measure_pt(self) -> float:
        """The longest line of running text."""
        return min(self.text_width_pt, self.brand.measure_mm / MILLIMETRES_PER_POINT)

    @property
    def slack_pt(self) -> float:
        """What running text leaves free at the end of the line."""
        return self.text_width_pt - self.measure_pt

    def style(self, role: str) -> TextStyle:
        """The brand's style for `role` in the document's language."""
        return _style(self, role)

    def complex_size_pt(self, role: str) -> float:
        """The size of letters of complex scripts (Arabic, Thai ...) in a paragraph of `role`."""
        if role != "headline":
            return self.brand.style(role, self.languages.complex).size_pt
        whole = self.brand.style(self.headline_role, self.lang).size_pt
        size = self.brand.style(self.headline_role, self.languages.complex).size_pt
        return round(2 * size * self.headline_pt / whole) / 2

    def fonts(self, face: FaceRole) -> Xml:
        """The families of the three slots for text set in `face`."""
        languages, brand = self.languages, self.brand
        latin = family(brand, languages.latin, face) if face == "mono" else self.latin_family(face)
        return w(
            "rFonts",
            ascii=latin,
            hAnsi=latin,
            eastAsia=family(brand, languages.east_asian, face),
            cs=family(brand, languages.complex, face),
        )

    def latin_family(self, face: FaceRole) -> str:
        """The family of Latin, Greek and Cyrillic letters in any document."""
        return {"text": self.brand.text, "headline": self.brand.headline, "mono": self.brand.mono}[face][0]

    def line(self, role: str) -> dict[str, str | int]:
        """The attributes of `w:spacing` that give the lines of `role` their distance.

        At least, not exactly: a picture or a tall letter in the line must not be cut off.
        """
        return {"line": twips(self.style(role).leading_pt), "lineRule": "atLeast"}

    def is_bold(self, role: str) -> bool:
        """Whether paragraphs of `role` are bold as a whole."""
        return self.style(role).weight >= BOLD

    def sizes(self, role: str) -> dict[str, Xml]:
        """The sizes of `role`: of Latin and East Asian, and of complex scripts."""
        return {
            "sz": w("sz", val=half_points(self.style(role).size_pt)),
            "szCs": w("szCs", val=half_points(self.complex_size_pt(role))),
        }


@lru_cache(maxsize=1024)
def _style(sheet: Sheet, role: str) -> TextStyle:
    if role == "headline":
        return replace(sheet.brand.style(sheet.headline_role, sheet.lang), size_pt=sheet.headline_pt)
    return sheet.brand.style(role, sheet.lang)
