"""How the paragraphs of a brand are set: its text styles in points, and the geometry of its pages."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from prexport.brand.tokens import MILLIMETRES_PER_POINT, Brand
from prexport.records import dataclass
from prexport.writers.pdf.reportlab.text.lines import TextStyle

_BOLD = 600


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set; `before` and `after` are the room around it, in pt."""

    text: TextStyle
    before: float
    after: float

    def spaced(self, *, before: float | None = None, after: float | None = None) -> Setting:
        """The same with other room around it."""
        return replace(
            self,
            before=self.before if before is None else before,
            after=self.after if after is None else after,
        )


@dataclass(frozen=True, slots=True)
class Geometry:
    """Where text stands on a page, in pt; `left` and `bottom` are from the paper's lower left corner."""

    page_width: float
    page_height: float
    left: float
    top: float
    width: float
    height: float
    measure: float


@lru_cache(maxsize=1024)
def setting(brand: Brand, role: str, lang: str) -> Setting:
    """The setting of a paragraph role or a role of `STYLE_ROLES` in text of `lang`."""
    style = brand.style(role, lang)
    text = TextStyle(
        face=style.face,
        size=style.size_pt,
        leading=style.leading_pt,
        bold=style.weight >= _BOLD,
        italic=style.italic,
        colour=brand.print.colour(style.colour),
        tracking=style.tracking_em * style.size_pt,
        tabular=role in ("table-head", "table-cell", "running"),
    )
    return Setting(text, style.before_pt, style.after_pt)


@lru_cache(maxsize=64)
def geometry(brand: Brand, page_size: str, lang: str, direction: str) -> Geometry:
    """The page of a document in `lang`."""
    page = brand.page(page_size)
    margins = page.margins
    width = points(page.text_width_mm)
    left = points(margins.start_mm if direction == "ltr" else margins.end_mm)
    # The measure holds as many ems in every script, but is never wider than the page.
    measure = brand.measure_em * brand.style("body", lang).size_pt
    return Geometry(
        page_width=page.width_pt,
        page_height=page.height_pt,
        left=left,
        top=page.height_pt - points(margins.top_mm),
        width=width,
        height=page.height_pt - points(margins.top_mm + margins.bottom_mm),
        measure=min(measure, width),
    )


def points(millimetres: float) -> float:
    """Millimetres in pt."""
    return millimetres / MILLIMETRES_PER_POINT


@lru_cache(maxsize=256)
def inside(brand: Brand, style: TextStyle, around: str, lang: str) -> TextStyle:
    """`style`, that of text in `around`, for a part in `lang`: its size beside the text around it."""
    one, other = brand.script(around), brand.script(lang)
    size = style.size * other.size / one.size
    return replace(
        style,
        size=size,
        italic=style.italic and other.italic,
        tracking=style.tracking if other.tracking else 0.0,
    )


@lru_cache(maxsize=256)
def bold(style: TextStyle) -> TextStyle:
    """`style`, but bold."""
    return replace(style, bold=True)


@lru_cache(maxsize=256)
def emphasised(brand: Brand, style: TextStyle, lang: str) -> TextStyle:
    """`style` for stressed words: slanted, or bold where the script knows no italics."""
    return replace(style, italic=True) if brand.script(lang).italic else replace(style, bold=True)


@lru_cache(maxsize=256)
def coloured(style: TextStyle, colour: str) -> TextStyle:
    """`style` in another colour."""
    return replace(style, colour=colour)


@lru_cache(maxsize=256)
def code(brand: Brand, style: TextStyle, lang: str) -> TextStyle:
    """`style` for code: the mono face, in proportion to the text around it."""
    ratio = brand.style("code", lang).size_pt / brand.style("body", lang).size_pt
    return replace(style, face="mono", size=style.size * ratio)
