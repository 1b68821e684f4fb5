"""The private parts of WeasyPrint that prexport uses: this module is the only one that names them.

Pinned to WeasyPrint 70.0 (and pydyf 0.13); `tests/writers/test_pdf_internals.py` guards the pin. What is used:

- `weasyprint.formatting_structure.boxes`, `AbsolutePlaceholder`: the boxes of a laid-out page,
- `HTML` without its parser: `base_url`, `url_fetcher`, `media_type`, `wrapper_element`, `etree_element`,
  `_ua_stylesheets`,
- `Page._page_box`: the box at the top of a page,
- `weasyprint.pdf.stream.Stream`: the content stream that pages are painted on (`marked` and `artifact` bracket
  everything that is drawn; `clone`, `add_font`, `set_font_size`, `show_text`),
- `weasyprint.pdf.fonts.build_fonts_dictionary`, `weasyprint.pdf._use_references`: fonts and images as objects,
- `FontConfiguration._config` and Fontconfig itself: a configuration that knows no font but the brand's,
- `weasyprint.text.line_break.Layout`: the glyph of a space in a given style,
- `weasyprint.text.line_break.split_first_line`, and its names in `layout.inline` and `layout.preferred`: how
  lines are broken,
- `weasyprint.draw.draw_text`: how they are painted.
"""

from __future__ import annotations

from typing import Any

from cssselect2 import ElementWrapper
from weasyprint import CSS, HTML, LOGGER, draw
from weasyprint.css.counters import CounterStyle
from weasyprint.document import Document as Rendering
from weasyprint.draw.text import draw_text
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline, preferred
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import _use_references as use_references
from weasyprint.pdf.fonts import build_fonts_dictionary
from weasyprint.pdf.stream import Stream
from weasyprint.text.ffi import FROM_UNITS, TO_UNITS, ffi, fontconfig, gobject, pango, pangoft2
from weasyprint.text.fonts import FontConfiguration
from weasyprint.text.line_break import Layout as TextLayout, line_size, split_first_line
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

WEASYPRINT_VERSION = "70.0"

__all__ = [
    "CSS",
    "FROM_UNITS",
    "HTML",
    "LOGGER",
    "TO_UNITS",
    "WEASYPRINT_VERSION",
    "AbsolutePlaceholder",
    "CounterStyle",
    "FatalURLFetchingError",
    "FontConfiguration",
    "Rendering",
    "Stream",
    "TextLayout",
    "URLFetcher",
    "URLFetcherResponse",
    "boxes",
    "build_fonts_dictionary",
    "ffi",
    "fontconfig",
    "gobject",
    "line_size",
    "pango",
    "pangoft2",
    "split_first_line",
    "use_references",
    "wrapped",
]


def wrapped(root: Any) -> Any:
    """An element tree as selectors match it."""
    return ElementWrapper.from_html_root(root, content_language=None)


def _split_first_line(text: str, style: Any, *arguments: Any, **options: Any) -> Any:
    own = getattr(style.font_config, "split_first_line", split_first_line)
    return own(text, style, *arguments, **options)


# A font configuration may break the lines that are set in its fonts; those of others stay as they are.
inline.split_first_line = preferred.split_first_line = _split_first_line


def _draw_text(stream: Any, box: Any, *arguments: Any, **options: Any) -> None:
    own = getattr(stream, "draw_text", None)
    if own is None or not own(box):
        draw_text(stream, box, *arguments, **options)


# A stream may paint a text box itself.
draw.draw_text = _draw_text
