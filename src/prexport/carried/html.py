"""What a web page carries: the public source as a data block (HTML Living Standard, 4.12.1)."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from prexport.release.carriage import SOURCE_BLOCK

_JSON = "application/json"
# How the writer wrote the five characters that could end the block; canonical JSON writes them as they are.
_ESCAPED = re.compile(r"(?<!\\)((?:\\\\)*)\\u(003c|003e|0026|2028|2029)")


def source_of(data: bytes) -> bytes | None:
    """The public source in a page, None when it carries none; never raises, whatever the bytes are."""
    return _text(_page(data), SOURCE_BLOCK)


def _page(data: bytes) -> Element:
    from tinyhtml5 import parse

    page: Element = parse(data, namespace_html_elements=False, transport_encoding="utf-8")
    return page


def _text(page: Element, identifier: str) -> bytes | None:
    """The JSON of the data block with that id."""
    for script in page.iter("script"):
        if script.get("id") == identifier and script.get("type", "").strip().lower() == _JSON:
            return _ESCAPED.sub(_character, script.text or "").encode("utf-8", "surrogatepass")
    return None


def _character(escape: re.Match[str]) -> str:
    return escape[1] + chr(int(escape[2], 16))
