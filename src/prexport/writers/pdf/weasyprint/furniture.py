"""What stands in the margins of the pages: running header, page numbers. Artifacts, all of it."""

from __future__ import annotations

from prexport.document.tree import Document, plain


def furniture(document: Document) -> str:
    """The `@page` rules that print the running header (from page 2 on) and the footer, in CSS."""
    publisher = document.metadata.publisher_names
    headline = " ".join(plain(document.headline.runs).split())
    number = _page_number(document.page_words.page)
    start, end = ("left", "right") if document.dir == "ltr" else ("right", "left")
    return f"""
@page {{
  @top-{start} {{ content: {_string(publisher)} }}
  @top-{end} {{ content: {_string(headline)} }}
  @bottom-{start} {{ content: {_string(publisher)} }}
  @bottom-{end} {{ content: {number} }}
}}
@page :first {{
  @top-{start} {{ content: none }}
  @top-{end} {{ content: none }}
}}
"""


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
