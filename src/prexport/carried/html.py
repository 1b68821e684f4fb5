"""What a web page carries: source and photo list as data blocks (HTML Living Standard, 4.12.1), photos as data URLs."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes
from xml.etree.ElementTree import Element

from prexport.carried.held import Found, wanted
from prexport.release.carriage import PHOTOS_BLOCK, SOURCE_BLOCK, read_photo_list

_JSON = "application/json"
# How the writer wrote the five characters that could end the block; canonical JSON writes them as they are.
_ESCAPED = re.compile(r"(?<!\\)((?:\\\\)*)\\u(003c|003e|0026|2028|2029)")


def source_of(data: bytes) -> bytes | None:
    """The public source in a page, None when it carries none; never raises, whatever the bytes are."""
    return _json(_page(data), SOURCE_BLOCK)


def source_and_photos(data: bytes) -> Found:
    """The public source, the photo list and the web renditions; never raises, whatever the bytes are."""
    page = _page(data)
    listed = read_photo_list(_json(page, PHOTOS_BLOCK) or b"")
    return _json(page, SOURCE_BLOCK), listed, wanted(listed.values(), _pictures(page))


def _page(data: bytes) -> Element:
    from tinyhtml5 import parse

    page: Element = parse(data, namespace_html_elements=False, transport_encoding="utf-8")
    return page


def _json(page: Element, identifier: str) -> bytes | None:
    """The JSON of the data block with that id."""
    for script in page.iter("script"):
        if script.get("id") == identifier and script.get("type", "").strip().lower() == _JSON:
            return _ESCAPED.sub(_character, script.text or "").encode("utf-8", "surrogatepass")
    return None


def _pictures(page: Element) -> Iterator[bytes]:
    """The pictures that are in the page itself."""
    for picture in page.iter("img"):
        described, _, content = picture.get("src", "").partition(",")
        if described[:5].lower() == "data:" and described.lower().endswith(";base64"):
            try:
                yield base64.b64decode(unquote_to_bytes(content))
            except binascii.Error:
                continue  # what can't be read is no photo; it will be missed if it was one


def _character(escape: re.Match[str]) -> str:
    return escape[1] + chr(int(escape[2], 16))
