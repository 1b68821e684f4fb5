"""What a brand is: frozen tokens, from which CSS variables, Word styles and ReportLab styles are derived.

Lengths say their unit in their name (`_pt`, `_mm`, `_px`); colours are "#rrggbb"; leading is a multiple of the
size. Nothing in here reads a file: `prexport.brand.load` does, and `prexport.brand.contrast` judges the colours.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Literal, get_args

from prexport.records import dataclass

FaceRole = Literal["text", "headline", "mono"]
FACE_ROLES: tuple[FaceRole, ...] = get_args(FaceRole)

FontStyle = Literal["normal", "italic"]

REGULAR, BOLD = 400, 700
"""The two weights that a brand has."""

MILLIMETRES_PER_POINT = 25.4 / 72
PIXELS_PER_POINT = 96 / 72


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours of one medium: light screen, dark screen or print.

    `accent` marks the label and one rule; `rule` is a hairline that only separates, `mark` a line that carries
    meaning (the bar of a quote, the lines of a table, the frame of a callout); `surface` lies behind callouts
    and cards. The embargo banner has an ink and a paper of its own.
    """

    paper: str
    surface: str
    text: str
    muted: str
    accent: str
    on_accent: str
    link: str
    rule: str
    mark: str
    focus: str
    embargo_ink: str
    embargo_paper: str

    def colour(self, name: str) -> str:
        """Give the colour called `name` ("text", "muted" ...) as "#rrggbb"."""
        return str(getattr(self, name))


COLOURS: tuple[str, ...] = tuple(field.name for field in fields(Scheme))


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How one kind of paragraph is set, in a given language.

    `size_pt` is a multiple of half a point, since Word knows no others. `ratio` is the size relative to body
    text of the same language, for units that are relative (rem). `colour` names a colour of the `Scheme`.
    `before_pt` and `after_pt` are the space around the paragraph; `tracking_em` is letter-spacing.
    """

    role: str
    face: FaceRole
    size_pt: float
    ratio: float
    leading: float
    weight: int
    italic: bool
    colour: str
    before_pt: float
    after_pt: float
    tracking_em: float

    @property
    def leading_pt(self) -> float:
        """Distance between two base lines."""
        return round(self.size_pt * self.leading, 2)


STYLE_ROLES: tuple[str, ...] = (
    "letterhead",  # release line, number, date
    "label",  # "Press Release"
    "embargo",
    "headline",
    "headline-long",  # one that would need more than three lines at the size of "headline"
    "subheadline",
    "summary",
    "body",
    "heading-2",
    "heading-3",
    "heading-4",
    "quote",
    "attribution",
    "table-head",
    "table-cell",
    "caption",
    "term",
    "callout",
    "callout-heading",
    "end-mark",
    "code",
    "card-role",
    "card-name",
    "card-line",
    "small",  # boilerplate, notes, rights, what it replaces
    "running",  # page header and footer
)

_STYLE_OF_PARAGRAPH: Mapping[str, str] = {
    "release-line": "letterhead",
    "number": "letterhead",
    "date": "letterhead",
    "replaces": "small",
    "rights": "small",
    "credit": "caption",
    "long-description": "small",
    "card-organisation": "card-name",
    "person-name": "card-name",
    "person-title": "card-line",
    "contact-line": "card-line",
}


@dataclass(frozen=True, slots=True)
class Margins:
    """Empty space around the text of a page, in mm. `start` is left in left-to-right text."""

    top_mm: float
    end_mm: float
    bottom_mm: float
    start_mm: float


@dataclass(frozen=True, slots=True)
class Page:
    """One paper size, upright, and its margins."""

    width_mm: float
    height_mm: float
    margins: Margins

    @property
    def width_pt(self) -> float:
        """Paper width in pt."""
        return self.width_mm / MILLIMETRES_PER_POINT

    @property
    def height_pt(self) -> float:
        """Paper height in pt."""
        return self.height_mm / MILLIMETRES_PER_POINT

    @property
    def text_width_mm(self) -> float:
        """Width between the margins."""
        return self.width_mm - self.margins.start_mm - self.margins.end_mm


@dataclass(frozen=True, slots=True)
class Lines:
    """Widths of lines and insets of boxes.

    `hairline_pt`: rules that separate; `mark_pt`: lines of tables and frames; `accent_pt`: the one accent rule;
    `quote_bar_pt` and `quote_indent_pt`: the bar beside a quote and the text's distance from it; `box_inset_pt`:
    from a callout's or card's edge to its text; `cell_inset_pt`: above and below a table cell's text;
    `gutter_pt`: between photos and between cards; `radius_px`: corners on screens; `focus_px`: the focus ring.
    """

    hairline_pt: float
    mark_pt: float
    accent_pt: float
    quote_bar_pt: float
    quote_indent_pt: float
    box_inset_pt: float
    cell_inset_pt: float
    gutter_pt: float
    radius_px: float
    focus_px: float


@dataclass(frozen=True, slots=True)
class FontFace:
    """One face of a family: a file, or one face of a collection or variable font.

    `index` is the face's number in a collection; `axes` the position in a variable font ((("wght", 700.0),)).
    A face with neither is a static font and its file can be embedded as it is.
    """

    family: str
    weight: int
    style: FontStyle
    path: Path
    index: int = 0
    axes: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """Faces that share a name.

    `generic` is the CSS generic family; `word_fallback` what Word shows where the family is not installed.
    `external` families (Han, kana, hangul) do not travel with prexport; their `faces` are found at run time by
    `prexport.brand.cjk` and are empty here.
    """

    name: str
    generic: str
    word_fallback: str
    faces: tuple[FontFace, ...]
    external: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """What a script (or a script in one region) needs: its own families, more size, more leading.

    `key` is ISO 15924, optionally with a region: "Arab", "Hant-HK". `size` multiplies all sizes; `leading` is
    that of body text, and all other leadings grow by the same factor. Without `italic` emphasis is by weight;
    without `tracking` letters are never spaced.
    """

    key: str
    size: float
    leading: float
    italic: bool
    tracking: bool
    text: tuple[str, ...] = ()
    headline: tuple[str, ...] = ()
    mono: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Logo:
    """The brand's mark: SVG for light and for dark ground, and one PNG of the light one for Word.

    The SVGs hold paths only. All three have the same proportions; `width_mm` is the printed width.
    `names_publisher` says that the drawing shows the publisher's name in letters: a mark that doesn't has the
    name set beside it.
    """

    light_svg: bytes
    dark_svg: bytes
    png: bytes
    width_mm: float
    height_mm: float
    names_publisher: bool = True


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Brand:
    """All tokens of one brand. `digest` is the SHA-256 of its own files (fonts excluded), in hexadecimal.

    `base_pt`, `ratio` and `leading` are those of body text; `measure_em` is the longest line of running text, in
    ems of body text (60-75 characters of Latin, or that many Han characters); `unit_pt` is the unit that all
    spaces are multiples of; `web_base_px` the size of body text on a phone and on a wide screen.
    `text`, `headline`, `mono` and `fallback` are names of `families`, best first. `large_print` marks a brand
    that `prexport.brand.large_print` has made: what is set side by side is then set one under the other.
    In PDF, running text is `print_justified` or ragged, and its words are broken with hyphens (`print_hyphens`) or
    only where the author allowed it.

    Brands are compared and hashed by identity; `load_brand` gives the same object for the same folder.
    """

    name: str
    title: str
    digest: str
    light: Scheme
    dark: Scheme
    print: Scheme
    base_pt: float
    ratio: float
    leading: float
    measure_em: float
    unit_pt: float
    web_base_px: tuple[float, float]
    styles: Mapping[str, TextStyle]
    lines: Lines
    pages: Mapping[str, Page]
    families: Mapping[str, Family]
    text: tuple[str, ...]
    headline: tuple[str, ...]
    mono: tuple[str, ...]
    fallback: tuple[str, ...]
    scripts: Mapping[str, Script]
    logo: Logo
    web_css: str = ""
    print_css: str = ""
    print_justified: bool = False
    print_hyphens: bool = False
    large_print: bool = False

    @property
    def measure_mm(self) -> float:
        """The longest line of running text on paper."""
        return self.measure_em * self.base_pt * MILLIMETRES_PER_POINT

    def script(self, lang: str) -> Script:
        """Give what the script of `lang` needs; Latin, Greek and Cyrillic need nothing of their own."""
        from prexport.brand.languages import script_keys

        for key in script_keys(lang):
            if key in self.scripts:
                return self.scripts[key]
        return Script(key="Latn", size=1.0, leading=self.leading, italic=True, tracking=True)

    def style(self, role: str, lang: str = "en") -> TextStyle:
        """Give the style of a paragraph role of the document or of a role of `STYLE_ROLES`, adjusted to `lang`.

        Raises KeyError for a role that is neither.
        """
        style = self.styles[_STYLE_OF_PARAGRAPH.get(role, role)]
        script = self.script(lang)
        size = round(style.size_pt * script.size * 2) / 2
        return replace(
            style,
            size_pt=size,
            leading=round(style.leading * script.leading / self.leading, 3),
            italic=style.italic and script.italic,
            tracking_em=style.tracking_em if script.tracking else 0.0,
        )

    def font_stack(self, lang: str, role: FaceRole = "text") -> tuple[str, ...]:
        """Give the names of families to try for `lang`, best first, down to the brand's last resort."""
        script = self.script(lang)
        chosen: tuple[str, ...]
        match role:
            case "text":
                chosen = script.text + self.text
            case "headline":
                chosen = (script.headline or script.text) + self.headline + self.text
            case "mono":
                chosen = script.mono + self.mono + script.text + self.text
        return tuple(dict.fromkeys(chosen + self.fallback))

    def page(self, size: str) -> Page:
        """Give the page of size "a4" or "letter"."""
        return self.pages[size]


def scale_size(base_pt: float, ratio: float, step: float) -> float:
    """Give `base_pt` times `ratio` to the power of `step`, rounded to half a point."""
    return round(base_pt * math.pow(ratio, step) * 2) / 2
