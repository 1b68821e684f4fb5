"""What a web page carries: source and photo list as data blocks (HTML Living Standard, 4.12.1), photos as data URLs.

The page is gone through tag by tag, once: a tree of its elements, as browsers make it, takes time that grows with
the square of what a hostile page nests.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote_to_bytes

from prexport.carried.held import Found, wanted
from prexport.release.carriage import PHOTOS_BLOCK, SOURCE_BLOCK, read_photo_list

_JSON = "application/json"
# How the writer wrote the five characters that could end the block; canonical JSON writes them as they are.
_ESCAPED = re.compile(r"(?<!\\)((?:\\\\)*)\\u(003c|003e|0026|2028|2029)")

_BEGINNING = re.compile(r"<(?:!--|([a-zA-Z][^\s/>]*+))")
_COMMENT_END = re.compile(r"--!?>")
# A name, and a value in quotes or without; or the end of the tag.
_ATTRIBUTE = re.compile(
    r"""[\s/]*+(?:(>)|([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>][^\s>]*+)))?+)"""
)
# Elements in whose content there are no tags (13.2.5.2 to 13.2.5.4).
_TEXT_END = {
    name: re.compile(rf"</{name}[\s/>]", re.I)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}


def source_of(data: bytes) -> bytes | None:
    """The public source in a page, None when it carries none; never raises, whatever the bytes are."""
    return _json(_text(data), SOURCE_BLOCK)


def source_and_photos(data: bytes) -> Found:
    """The public source, the photo list and the web renditions; raises UnusableInput for too many of them."""
    page = _text(data)
    listed = read_photo_list(_json(page, PHOTOS_BLOCK) or b"")
    return _json(page, SOURCE_BLOCK), listed, wanted(listed.values(), _pictures(page))


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig", "replace")


def _json(page: str, identifier: str) -> bytes | None:
    """The JSON of the first data block with that id."""
    for name, attributes, content in _elements(page):
        if name == "script" and attributes.get("id") == identifier and attributes.get("type") == _JSON:
            return _ESCAPED.sub(_character, content).encode()
    return None


def _pictures(page: str) -> Iterator[bytes]:
    """The pictures that are in the page itself."""
    for name, attributes, _ in _elements(page):
        described, _, content = attributes.get("src", "").partition(",")
        if name == "img" and described[:5].lower() == "data:" and described.lower().endswith(";base64"):
            try:
                yield base64.b64decode(unquote_to_bytes(content))
            except binascii.Error:
                continue  # what can't be read is no photo; it will be missed if it was one


def _elements(page: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """Every start tag outside of comments: name, attributes, and of elements without tags in them the content."""
    position = 0
    while (beginning := _BEGINNING.search(page, position)) is not None:
        if beginning[1] is None:
            end = _COMMENT_END.search(page, beginning.start() + 2)
            if end is None:
                return
            position = end.end()
            continue
        name, position = beginning[1].lower(), beginning.end()
        attributes: dict[str, str] = {}
        while True:
            found = _ATTRIBUTE.match(page, position)
            if found is None:
                return  # the page ends in a tag
            position = found.end()
            if found[1]:
                break
            attributes.setdefault(found[2].lower(), unescape(found[3] or found[4] or found[5] or ""))
        content = ""
        if name in _TEXT_END:
            end = _TEXT_END[name].search(page, position)
            if end is None:
                return
            content, position = page[position : end.start()], end.start() + 2
        yield name, attributes, content


def _character(escape: re.Match[str]) -> str:
    return escape[1] + chr(int(escape[2], 16))
