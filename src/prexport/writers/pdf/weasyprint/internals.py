"""The private parts of WeasyPrint that prexport uses: this module is the only one that names them.

Pinned to WeasyPrint 70.0 (and pydyf 0.13); `tests/writers/test_pdf_internals.py` guards the pin. What is used:

- `weasyprint.formatting_structure.boxes`, `AbsolutePlaceholder`: the boxes of a laid-out page,
- `Page._page_box`: the box at the top of a page,
- `weasyprint.pdf.stream.Stream`: the content stream that pages are painted on (`marked` and `artifact` bracket
  everything that is drawn; `clone`, `add_font`, `set_font_size`, `show_text`),
- `weasyprint.pdf.fonts.build_fonts_dictionary`, `weasyprint.pdf._use_references`: fonts and images as objects,
- `FontConfiguration._config` and Fontconfig itself: a configuration that knows no font but the brand's,
- `weasyprint.text.line_break.Layout`: the glyph of a space in a given style.
"""

from __future__ import annotations

from weasyprint import LOGGER
from weasyprint.css.counters import CounterStyle
from weasyprint.document import Document as Rendering
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import _use_references as use_references
from weasyprint.pdf.fonts import build_fonts_dictionary
from weasyprint.pdf.stream import Stream
from weasyprint.text.ffi import FROM_UNITS, ffi, fontconfig, gobject, pango, pangoft2
from weasyprint.text.fonts import FontConfiguration
from weasyprint.text.line_break import Layout as TextLayout
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

WEASYPRINT_VERSION = "70.0"

__all__ = [
    "FROM_UNITS",
    "LOGGER",
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
    "pango",
    "pangoft2",
    "use_references",
]
