"""The web page of a release: one file that holds all it needs."""

from __future__ import annotations

from markupsafe import Markup

from prexport.brand.tokens import Brand
from prexport.document.tree import Document
from prexport.release.carriage import PHOTOS_BLOCK, SOURCE_BLOCK, photo_list
from prexport.writers.html.article import article
from prexport.writers.html.data_block import data_block
from prexport.writers.html.head import head
from prexport.writers.html.markup import block, element
from prexport.writers.html.pictures import PagePictures, logo_picture
from prexport.writers.html.setting import Medium
from prexport.writers.html.stylesheet import stylesheet
from prexport.writers.options import OutputFile, WriteOptions


def write(document: Document, brand: Brand, options: WriteOptions) -> tuple[OutputFile, ...]:
    """`NAME.html`, and the photos in `NAME_files/` where they are to lie beside it."""
    pictures = PagePictures(options)
    told = article(document, medium=Medium.WEB, picture=pictures, logo=logo_picture(brand))
    sheet = stylesheet(document, brand, pictures.pictures)
    findable = document.metadata.public or options.public
    body = [
        _skip_link(document),
        block("main", {"id": "main", "tabindex": -1}, [told]),
        data_block("application/json", options.public_source.decode("utf-8"), id=SOURCE_BLOCK),
    ]
    if options.photos:
        held = {src: pictures.renditions[image.sha256] for src, image in options.photos}
        body.append(data_block("application/json", photo_list(held).decode("utf-8"), id=PHOTOS_BLOCK))
    page = block(
        "html",
        {"lang": document.lang, "dir": document.dir},
        [head(document, sheet, pictures, findable=findable), block("body", {}, body)],
    )
    text = Markup("<!DOCTYPE html>\n{}\n").format(page)
    return (OutputFile(f"{options.name}.html", text.encode("utf-8")), *pictures.files)


def _skip_link(document: Document) -> Markup:
    words = document.page_words
    attributes = {
        "class": "skip-link",
        "href": "#main",
        "lang": words.lang if words.lang != document.lang else None,
        "dir": words.dir if words.dir != document.dir else None,
    }
    return element("a", attributes, words.skip)
