"""The page's one style sheet: fonts, the brand's tokens and text styles, the structure, the brand's refinements."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

from prexport.brand.css import css_variables, font_list, style_declarations
from prexport.brand.headline import set_headline
from prexport.brand.tokens import FACE_ROLES, Brand, TextStyle
from prexport.document.shown import shown_texts
from prexport.document.tree import Document, plain
from prexport.records import dataclass
from prexport.writers.html.embedded_fonts import embedded_fonts
from prexport.writers.html.setting import Picture, shape_rules

# Which elements each of the brand's text styles is for; later ones win over earlier ones.
_SELECTORS = {
    "body": "p, ul, ol, dl",
    "letterhead": ".letterhead-lines p",
    "label": ".letterhead-lines .label",
    "embargo": ".embargo",
    "headline": "h1",
    "subheadline": ".subheadline",
    "summary": ".summary p",
    "heading-2": "h2",
    "heading-3": "h3",
    "heading-4": "h4",
    "quote": "blockquote p",
    "attribution": ".attribution",
    "table-cell": "td, th",
    "table-head": "thead th",
    "caption": ".caption, .credit",
    "term": "dt",
    "callout": ".callout p",
    "callout-heading": ".callout > :is(h2, h3, h4)",
    "end-mark": ".end-mark",
    "code": "code",
    "small": ":is(.about, .notes) :is(p, li), .replaces, .rights, .long-description, details p",
    "card-line": ".card p",
    "card-name": ".card-organisation, .person-name",
    "card-role": ".card-role",
}

_SMALL = ("small", "caption")

# Lines of running text are at least one and a half times as high as its letters (WCAG 1.4.8); titles may be tighter.
_LEAST_LEADING = 1.5
_TITLES = ("headline", "heading-2", "heading-3", "heading-4", "callout-heading")

# Scripts whose letters are narrower than those of Latin in the size that they are set in.
_NARROW = {"Arab": 0.9}

# Windows at which body text has the brand's size for phones, and its size for wide screens.
_PHONE_PX, _WIDE_PX = 360, 1280
_PHONE_HEADLINE = 0.84


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """The text of the `style` element; the colours of the page behind it, light and dark."""

    text: str
    papers: tuple[tuple[str, str], ...]
    embeds_fonts: bool

    @property
    def digest(self) -> str:
        """The source expression that allows this sheet and no other (CSP 3, 2.3.1)."""
        return f"sha256-{b64encode(sha256(self.text.encode('utf-8')).digest()).decode('ascii')}"


def stylesheet(document: Document, brand: Brand, pictures: Iterable[Picture]) -> Stylesheet:
    """The sheet of one document in the look of `brand`."""
    texts = tuple(shown_texts(document))
    fonts = embedded_fonts(texts, brand)
    others = sorted({told.lang for told in texts} - {document.lang})
    parts = [
        fonts,
        css_variables(brand, "screen", document.lang),
        _measure(document, brand),
        _fluid_type(document, brand),
        *_text_styles(document, brand),
        _structure(),
        *(_foreign(lang, document, brand) for lang in others),
        shape_rules(pictures),
        brand.web_css,
    ]
    # No end tag in a sheet may end the element; in CSS "\/" is "/".
    text = "\n".join(part for part in parts if part).replace("</", "<\\/")
    papers = (("light", brand.light.paper), ("dark", brand.dark.paper))
    # No white space at the ends: the Nu checker leaves it out of its hash.
    return Stylesheet(text=text.strip(), papers=papers, embeds_fonts=bool(fonts))


def _measure(document: Document, brand: Brand) -> str:
    """Lines of at most 80 characters (WCAG 1.4.8) in every size, where the brand's measure is for body text."""
    narrowed = brand.measure_em * _NARROW.get(brand.script(document.lang).key, 1)
    small = ", ".join(_SELECTORS[role] for role in _SMALL)
    return f":root {{ --measure: {narrowed:g}rem }}\n{small} {{ max-inline-size: {narrowed:g}em }}"


def _fluid_type(document: Document, brand: Brand) -> str:
    """Body text and headline grow with the window; in rem, so that a reader's own size and zoom always work."""
    low, high = (pixels / 16 for pixels in brand.web_base_px)
    headline = _headline_style(document, brand).size_pt / brand.base_pt
    return (
        f"html {{ font-size: {_fluid(low, high)} }}\n"
        f"h1 {{ font-size: {_fluid(_PHONE_HEADLINE * headline, headline)} }}"
    )


def _fluid(low: float, high: float) -> str:
    """A size in rem that goes from `low` at the phone's width to `high` at the wide window's."""
    slope = 16 * (high - low) / (_WIDE_PX - _PHONE_PX)
    start = low - slope * _PHONE_PX / 16
    return f"clamp({low:.4g}rem, {start:.4g}rem + {100 * slope:.4g}vw, {high:.4g}rem)"


def _headline_style(document: Document, brand: Brand) -> TextStyle:
    role = set_headline(plain(document.headline.runs), document.lang, brand, "a4").role
    return brand.style(role, document.lang)


def _text_styles(document: Document, brand: Brand) -> Iterator[str]:
    for role, selector in _SELECTORS.items():
        style = brand.style(role, document.lang)
        if role == "headline":
            style = _headline_style(document, brand)
        if role not in _TITLES:
            style = replace(style, leading=max(style.leading, _LEAST_LEADING))
        yield f":where({selector}) {{ {style_declarations(style, brand, 'screen')} }}"
    if not brand.script(document.lang).italic:
        yield "em { font-style: normal; font-weight: 700 }"


def _foreign(lang: str, document: Document, brand: Brand) -> str:
    """The faces of a language that another script is for; its words stand among others and keep their size."""
    here, there = brand.script(document.lang), brand.script(lang)
    if here.key == there.key:
        return ""
    named = f'[lang="{lang}"]'
    faces = "; ".join(f"--font-{role}: {font_list(brand, lang, role)}" for role in FACE_ROLES)
    headlines = ", ".join(
        selector
        for role, selector in _SELECTORS.items()
        if brand.style(role, document.lang).face == "headline"
    )
    rules = [
        f"{named} {{ {faces} }}",
        # Another face's metrics must not push the lines apart.
        f"span{named} {{ font-family: var(--font-text); line-height: 1 }}",
        f":is({headlines}) span{named} {{ font-family: var(--font-headline) }}",
    ]
    emphasis = (
        "font-style: italic; font-weight: inherit" if there.italic else "font-style: normal; font-weight: 700"
    )
    if here.italic != there.italic:
        rules.append(f"{named} em {{ {emphasis} }}")
    if there.leading > here.leading:
        rules.append(
            f":is(p, li, blockquote, dl, table, address, section){named} {{ line-height: {there.leading:g} }}"
        )
    return "\n".join(rules)


@lru_cache(maxsize=1)
def _structure() -> str:
    return files("prexport.writers.html").joinpath("web.css").read_text(encoding="utf-8")
