"""The style sheet of one document: the brand's tokens in its language, `print.css`, the brand's refinements.

Tokens are written `var(--name)`. They are put in before the sheet is parsed: none of them changes within a
document, and that is a good deal faster than letting every box look them up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from prexport.brand.css import css_variables, font_list, style_declarations
from prexport.brand.headline import set_headline
from prexport.brand.tokens import MILLIMETRES_PER_POINT, Brand, FaceRole
from prexport.document.tree import Document, plain
from prexport.errors import UnusableBrand
from prexport.writers.pdf.weasyprint.languages import languages

_DECLARED = re.compile(r"--([a-z0-9-]+): (.*);")
_VARIABLE = re.compile(r"var\(--([a-z0-9-]+)\)")

# What of the markup is set in which of the brand's styles; later ones win.
_SELECTORS = {
    "body": "html, article p",
    "letterhead": "p.release-line, p.number, p.date",
    "heading-3": "h3, p.logo",
    "label": "p.label",
    "embargo": "p.embargo",
    "subheadline": "p.subheadline",
    "summary": ".summary p",
    "heading-2": "h2",
    "heading-4": "h4",
    "quote": "blockquote p",
    "attribution": "figcaption.attribution",
    "table-cell": "td",
    "table-head": "th",
    "caption": "p.caption, p.credit, caption",
    "term": "dt",
    "callout": ".callout p",
    "callout-heading": ".callout h3, .callout h4",
    "end-mark": "p.end-mark",
    "small": ".about p, .notes p, .notes li, .about li, p.rights, p.replaces, p.long-description",
    "card-line": ".card p",
    "card-role": "p.card-role",
    "card-name": "p.card-organisation, p.person-name",
}


def stylesheet(document: Document, brand: Brand, page_size: str) -> str:
    """The sheet for `document`, but what is printed in the margins of its pages and what only it has."""
    langs = tuple(sorted(languages(document) - {document.lang}))
    return _stylesheet(brand, document.lang, langs, page_size)


def headline_rule(document: Document, brand: Brand, page_size: str) -> str:
    """The rule for this headline."""
    setting = set_headline(plain(document.headline.runs), document.headline.lang, brand, page_size)
    style = replace(brand.style(setting.role, document.lang), size_pt=setting.size_pt)
    declarations = _resolved(
        style_declarations(style, brand, "paper"), _values(brand, document.lang, page_size)
    )
    return f"h1 {{ {declarations}; max-width: {setting.width_mm}mm }}"


@lru_cache(maxsize=64)
def _stylesheet(brand: Brand, lang: str, langs: tuple[str, ...], page_size: str) -> str:
    own = (files("prexport.writers.pdf.weasyprint") / "print.css").read_text(encoding="utf-8")
    code = brand.style("code", lang).size_pt / brand.style("body", lang).size_pt
    rules = [
        *(
            f"{selector} {{ {style_declarations(brand.style(role, lang), brand, 'paper')} }}"
            for role, selector in _SELECTORS.items()
        ),
        f"code {{ font-family: var(--font-mono); font-size: {code:.3f}em }}",
        own,
        *_language_rules(brand, lang, langs),
        brand.print_css,
    ]
    return _resolved("\n".join(rules), _values(brand, lang, page_size))


def _resolved(css: str, values: dict[str, str]) -> str:
    def resolve(match: re.Match[str]) -> str:
        if match[1] not in values:
            raise UnusableBrand(
                f"The print style sheet uses --{match[1]}, which is no token.",
                "Correct the brand's print.css.",
            )
        return values[match[1]]

    return _VARIABLE.sub(resolve, css)


@lru_cache(maxsize=64)
def _values(brand: Brand, lang: str, page_size: str) -> dict[str, str]:
    page, running, italic = brand.page(page_size), brand.style("running", lang), brand.script(lang).italic
    # The measure holds as many ems in every script, but is never wider than the page.
    measure = brand.measure_em * brand.style("body", lang).size_pt * MILLIMETRES_PER_POINT
    declared: dict[str, str] = dict(_DECLARED.findall(css_variables(brand, "paper", lang)))
    return declared | {
        "page-width": f"{page.width_mm:g}mm",
        "page-height": f"{page.height_mm:g}mm",
        "page-top": f"{page.margins.top_mm:g}mm",
        "page-end": f"{page.margins.end_mm:g}mm",
        "page-bottom": f"{page.margins.bottom_mm:g}mm",
        "page-start": f"{page.margins.start_mm:g}mm",
        "measure": f"{min(measure, page.text_width_mm):.2f}mm",
        "logo-width": f"{brand.logo.width_mm:g}mm",
        "running-size": f"{running.size_pt:g}pt",
        "running-text-align": "justify" if brand.print_justified else "start",
        "running-text-hyphens": "auto" if brand.print_hyphens else "manual",
        "em-style": "italic" if italic else "normal",
        "em-weight": "inherit" if italic else "700",
    }


def _language_rules(brand: Brand, lang: str, langs: Iterable[str]) -> Iterator[str]:
    """Parts in other languages: their own fonts, and their size beside the text around them."""
    around = brand.script(lang)
    selectors: tuple[tuple[FaceRole, str], ...] = (
        ("text", ""),
        ("headline", "h1"),
        ("headline", "h2"),
        ("mono", "code"),
    )
    for other in langs:
        script = brand.script(other)
        for role, name in selectors:
            yield f'{name}[lang="{other}"] {{ font-family: {font_list(brand, other, role)} }}'
        declarations = []
        if script.size != around.size:
            declarations.append(f"font-size: {script.size / around.size:.3f}em")
        if not script.italic:
            declarations.append("font-style: normal")
        if not script.tracking:
            declarations.append("letter-spacing: normal")
        if declarations:
            yield f'[lang="{other}"] {{ {"; ".join(declarations)} }}'
