"""The style sheet of one document: the brand's tokens in its language, `print.css`, the brand's refinements.

Tokens are written `var(--name)`. They are put in before the sheet is parsed: none of them changes within a
document, and that is a good deal faster than letting every box look them up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files

from prexport.brand.css import css_variables, font_list, style_declarations
from prexport.brand.tokens import MILLIMETRES_PER_POINT, Brand
from prexport.document.tree import Document, plain
from prexport.errors import UnusableBrand
from prexport.writers.pdf.weasyprint.languages import languages

_DECLARED = re.compile(r"--([a-z0-9-]+): (.*);")
_VARIABLE = re.compile(r"var\(--([a-z0-9-]+)\)")
_PHOTO_RATIO = "ratio"  # the one that differs from box to box: WeasyPrint resolves it

# What of the markup is set in which of the brand's styles.
_SELECTORS = {
    "body": "html, article p, li, dd",
    "letterhead": ".release-line, .number, .date",
    "label": "p.label",
    "embargo": ".embargo",
    "subheadline": ".subheadline",
    "summary": ".summary p",
    "heading-2": "h2",
    "heading-3": "h3",
    "heading-4": "h4",
    "quote": "blockquote p",
    "attribution": ".attribution",
    "table-cell": "td",
    "table-head": "th",
    "caption": "p.caption, p.credit, caption",
    "term": "dt",
    "callout": ".callout p",
    "callout-heading": ".callout h3, .callout h4",
    "end-mark": ".end-mark",
    "card-role": ".card-role",
    "card-name": ".card-organisation, .person-name",
    "card-line": ".person-title, .contact-line",
    "small": ".about p, .about li, .notes p, .notes li, .rights, .replaces, .long-description",
}


def stylesheet(document: Document, brand: Brand, page_size: str) -> str:
    """The whole sheet for `document` but what is printed in the margins of its pages."""
    langs = tuple(sorted(languages(document) - {document.lang}))
    headline = brand.headline_style(plain(document.headline.runs), document.lang, page_size).role
    return _stylesheet(brand, document.lang, langs, document.dir, page_size, headline)


@lru_cache(maxsize=64)
def _stylesheet(
    brand: Brand, lang: str, langs: tuple[str, ...], direction: str, page_size: str, headline: str
) -> str:
    own = (files("prexport.writers.pdf.weasyprint") / "print.css").read_text(encoding="utf-8")
    rules = [
        *(_rule(brand, lang, role, selector) for role, selector in _SELECTORS.items()),
        _rule(brand, lang, headline, "h1"),
        f"code {{ font-family: var(--font-mono); font-size: {_relative(brand, 'code'):.3f}em }}",
        own,
        *_language_rules(brand, lang, langs),
        brand.print_css,
    ]
    values = dict(_DECLARED.findall(css_variables(brand, "paper", lang)))
    values |= _page_values(brand, lang, page_size)
    values |= {"start": "left", "end": "right"} if direction == "ltr" else {"start": "right", "end": "left"}

    def resolve(match: re.Match[str]) -> str:
        if match[1] == _PHOTO_RATIO:
            return match[0]
        if match[1] not in values:
            raise UnusableBrand(
                f"The print style sheet uses --{match[1]}, which is no token.",
                "Correct the brand's print.css.",
            )
        return str(values[match[1]])

    return _VARIABLE.sub(resolve, "\n".join(rules))


def _rule(brand: Brand, lang: str, role: str, selector: str) -> str:
    return f"{selector} {{ {style_declarations(brand.style(role, lang), brand, 'paper')} }}"


def _relative(brand: Brand, role: str) -> float:
    return brand.style(role).size_pt / brand.style("body").size_pt


def _page_values(brand: Brand, lang: str, page_size: str) -> dict[str, str]:
    page, running, italic = brand.page(page_size), brand.style("running", lang), brand.script(lang).italic
    # The measure holds as many ems in every script, but never more than the page is wide.
    measure = brand.measure_em * brand.style("body", lang).size_pt * MILLIMETRES_PER_POINT
    return {
        "page-width": f"{page.width_mm:g}mm",
        "page-height": f"{page.height_mm:g}mm",
        "page-top": f"{page.margins.top_mm:g}mm",
        "page-end": f"{page.margins.end_mm:g}mm",
        "page-bottom": f"{page.margins.bottom_mm:g}mm",
        "page-start": f"{page.margins.start_mm:g}mm",
        "measure": f"{min(measure, page.text_width_mm):.2f}mm",
        "logo-width": f"{brand.logo.width_mm:g}mm",
        "running-size": f"{running.size_pt:g}pt",
        "em-style": "italic" if italic else "normal",
        "em-weight": "inherit" if italic else "700",
    }


def _language_rules(brand: Brand, lang: str, langs: Iterable[str]) -> Iterator[str]:
    """Parts in other languages: their own fonts, and their size beside the text around them."""
    around = brand.script(lang)
    for other in langs:
        script = brand.script(other)
        for role, selector in (("text", ""), ("headline", "h1"), ("headline", "h2"), ("mono", "code")):
            family = font_list(brand, other, "text" if role == "text" else role)  # type: ignore[arg-type]
            yield f'{selector}[lang="{other}"] {{ font-family: {family} }}'
        declarations = []
        if script.size != around.size:
            declarations.append(f"font-size: {script.size / around.size:.3f}em")
        if not script.italic:
            declarations.append("font-style: normal")
        if not script.tracking:
            declarations.append("letter-spacing: normal")
        if declarations:
            yield f'[lang="{other}"] {{ {"; ".join(declarations)} }}'
