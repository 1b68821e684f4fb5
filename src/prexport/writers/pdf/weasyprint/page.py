"""The article as WeasyPrint takes it: a tree of elements, and no style sheet but those of print."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Any
from xml.etree import ElementTree

from prexport.writers.pdf.weasyprint.internals import CSS, HTML, wrapped
from prexport.writers.pdf.weasyprint.resources import BASE_URL, Resources

# HTML leaves void elements open (HTML 13.1.2); their attributes hold no ">", it is escaped.
_VOID = re.compile(r"<((?:br|hr|img|wbr)(?: [^>]*)?)>")


class PrintedPage(HTML):  # type: ignore[misc]
    """The markup of one document. It is ours, and well-formed: an XML parser reads it in a tenth of the time."""

    def __init__(self, markup: str, resources: Resources) -> None:
        """Read `markup`; its pictures are asked of `resources`."""
        root = ElementTree.fromstring(_VOID.sub(r"<\1/>", markup))
        self.base_url = BASE_URL
        self.url_fetcher = resources
        self.media_type = "print"
        self.wrapper_element = wrapped(root)
        self.etree_element = self.wrapper_element.etree_element

    def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
        return [sheet((files("prexport.writers.pdf.weasyprint") / "basis.css").read_text(encoding="utf-8"))]


@lru_cache(maxsize=16)
def sheet(css: str) -> Any:
    """A parsed style sheet that asks for nothing else."""
    return CSS(string=css, base_url=BASE_URL, url_fetcher=Resources({}))
