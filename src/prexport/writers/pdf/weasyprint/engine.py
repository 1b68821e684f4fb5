"""The engine: the article as markup, laid out and painted by WeasyPrint."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from prexport.brand.tokens import PIXELS_PER_POINT, Brand
from prexport.document.tree import Document, Figure, plain
from prexport.errors import InternalError
from prexport.writers.html.article import article
from prexport.writers.html.markup import element
from prexport.writers.html.setting import Medium, Picture
from prexport.writers.options import WriteOptions
from prexport.writers.pdf.layout import Layout
from prexport.writers.pdf.structure import Structure
from prexport.writers.pdf.weasyprint.faces import external_fonts, static_files
from prexport.writers.pdf.weasyprint.furniture import furniture
from prexport.writers.pdf.weasyprint.lists import list_starts
from prexport.writers.pdf.weasyprint.photos import has_long_captions, photo_widths
from prexport.writers.pdf.weasyprint.styles import headline_rule, stylesheet


def lay_out(document: Document, brand: Brand, options: WriteOptions, structure: Structure) -> Layout:
    """Pages of `document`, painted, their content attached to the elements of `structure`.

    Raises InternalError as `prexport.writers.pdf.write` says.
    """
    from prexport.writers.pdf.weasyprint.boxes import walk
    from prexport.writers.pdf.weasyprint.internals import CounterStyle, FatalURLFetchingError
    from prexport.writers.pdf.weasyprint.page import PrintedPage, sheet
    from prexport.writers.pdf.weasyprint.painting import paint
    from prexport.writers.pdf.weasyprint.placement import place
    from prexport.writers.pdf.weasyprint.resources import Resources

    pictures = _Pictures(brand)
    markup = _page(document, pictures, brand.large_print)
    resources = Resources(pictures.table)
    fonts = _fonts_for(document, brand)
    sheets = [
        sheet(stylesheet(document, brand, options.page_size)),
        sheet(_own_rules(document, brand, options)),
    ]
    layout = Layout()
    try:
        with errors_are_fatal():
            page = PrintedPage(markup, resources)
            rendering = page.render(
                font_config=fonts, counter_style=CounterStyle(), stylesheets=sheets, cache={}
            )
            placement = place(walk(rendering), structure, layout)
            paint(rendering, placement, layout)
    except FatalURLFetchingError as error:
        raise InternalError(
            f"The print style sheet or the page asked for something foreign: {error}"
        ) from error
    check_glyphs(rendering.fonts.values())
    return layout


def _own_rules(document: Document, brand: Brand, options: WriteOptions) -> str:
    """What only this document has: the size of its headline, the words in its margins, its photos and lists."""
    return "\n".join(
        (
            headline_rule(document, brand, options.page_size),
            furniture(document, brand, options.page_size),
            photo_widths(document, brand, options.page_size),
            list_starts(document),
        )
    )


def check_glyphs(fonts: Any) -> None:
    """Refuse a document with a character that no font of the brand shows; `lint` finds it before."""
    missing = sorted({point for font in fonts for point in font.missing})
    if missing:
        named = ", ".join(f"U+{point:04X} {chr(point)}" for point in missing)
        raise InternalError(f"No font of the brand shows {named}.")


class _Pictures:
    """The pictures of a document at addresses of its own; `table` grows as the article asks for them."""

    def __init__(self, brand: Brand) -> None:
        self.table: dict[str, tuple[str, bytes]] = {"logo.svg": ("image/svg+xml", brand.logo.light_svg)}
        pixels = PIXELS_PER_POINT * 72 / 25.4
        logo = brand.logo
        width, height = round(logo.width_mm * pixels), round(logo.height_mm * pixels)
        self.logo = Picture("logo.svg", width, height, wordless=not logo.names_publisher)

    def __call__(self, figure: Figure) -> Picture:
        image = figure.image
        path = f"{image.sha256}"
        self.table[path] = (image.media_type, image.data)
        return Picture(path, image.width, image.height)


def _page(document: Document, pictures: _Pictures, large_print: bool) -> str:
    told = article(document, medium=Medium.PRINT, picture=pictures, logo=pictures.logo)
    head = element("head", {}, element("title", {}, plain(document.headline.runs)))
    classes = ["long-captions"] * has_long_captions(document) + ["large-print"] * large_print
    body = element("body", {"class": " ".join(classes) or None}, told)
    page = element("html", {"lang": document.lang, "dir": document.dir}, head, body)
    return str(Markup("<!DOCTYPE html>\n") + page)


def _fonts_for(document: Document, brand: Brand) -> Any:
    """The configuration that all documents of the brand share, or one of its own for Han, kana and hangul."""
    external = external_fonts(document, brand)
    if not external:
        return _shared_fonts(brand)
    from prexport.writers.pdf.weasyprint.fonts import BrandFonts

    fonts = BrandFonts(static_files(brand))
    fonts.add_fonts(external)
    return fonts


@lru_cache(maxsize=4)
def _shared_fonts(brand: Brand) -> Any:
    from prexport.writers.pdf.weasyprint.fonts import BrandFonts

    return BrandFonts(static_files(brand))


@contextmanager
def errors_are_fatal() -> Iterator[None]:
    """Turn what WeasyPrint only logs as an error into the end of the export."""
    from prexport.writers.pdf.weasyprint.internals import LOGGER

    kept = _Records()
    LOGGER.addHandler(kept)
    cause: InternalError | None = None
    try:
        yield
    except InternalError as error:
        cause = error
    finally:
        LOGGER.removeHandler(kept)
    if kept.messages:
        raise InternalError(
            "WeasyPrint could not lay out the release: " + "; ".join(kept.messages)
        ) from cause
    if cause is not None:
        raise cause


class _Records(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
