"""What stands in the margins of the pages: running header, page numbers. Artifacts, all of it."""

from __future__ import annotations

from prexport.brand.headline import text_width
from prexport.brand.tokens import MILLIMETRES_PER_POINT, Brand
from prexport.document.tree import Document, plain

_HALF = 0.48  # of the text's width; what is left keeps the two apart


def furniture(document: Document, brand: Brand, page_size: str) -> str:
    """The `@page` rules that print the running header (from page 2 on) and the footer, in CSS."""
    style = brand.style("running", document.lang)
    room = brand.page(page_size).text_width_mm / MILLIMETRES_PER_POINT * _HALF / style.size_pt
    publisher = _shortened(document.metadata.publisher_names, room, document, brand)
    footer = _shortened(document.metadata.publisher_names, 1.4 * room, document, brand)
    headline = _shortened(" ".join(plain(document.headline.runs).split()), room, document, brand)
    number = _page_number(document.page_words.page)
    start, end = ("left", "right") if document.dir == "ltr" else ("right", "left")
    return f"""
@page {{
  @top-{start} {{ content: {_string(publisher)}; text-align: {start} }}
  @top-{end} {{ content: {_string(headline)}; text-align: {end} }}
  @bottom-{start} {{ content: {_string(footer)}; text-align: {start} }}
  @bottom-{end} {{ content: {number}; text-align: {end} }}
}}
@page :first {{
  @top-{start} {{ content: none }}
  @top-{end} {{ content: none }}
}}
"""


def _shortened(text: str, room: float, document: Document, brand: Brand) -> str:
    """As many whole words as fit into `room` ems, with an ellipsis where some are left out."""

    def fits(some: str) -> bool:
        return text_width(brand, some, document.lang, "text") <= room

    if fits(text):
        return text
    words = text.split(" ")
    while len(words) > 1:
        words.pop()
        some = " ".join(words).rstrip(" ,;:–—-") + "…"
        if fits(some):
            return some
    kept = text
    while kept and not fits(kept + "…"):
        kept = kept[:-1]
    return kept + "…"


def _page_number(words: str) -> str:
    """Words with `{n}` and `{total}` as a CSS `content` value."""
    parts: list[str] = []
    rest = words
    while rest:
        places = [(rest.find(name), name) for name in ("{n}", "{total}") if name in rest]
        if not places:
            parts.append(_string(rest))
            break
        place, name = min(places)
        if place:
            parts.append(_string(rest[:place]))
        parts.append("counter(page)" if name == "{n}" else "counter(pages)")
        rest = rest[place + len(name) :]
    return " ".join(parts)


def _string(text: str) -> str:
    """A CSS string (CSS Syntax 3, 4.3.5)."""
    escaped = "".join(f"\\{ord(c):x} " if c in '"\\\n\r\f<' or ord(c) < 32 else c for c in text)
    return f'"{escaped}"'
