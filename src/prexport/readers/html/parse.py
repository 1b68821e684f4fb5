"""A page as a tree of `xml.etree` elements, whatever the bytes are, and in a time that its size bounds.

libxml2 reads the marks and repairs broken markup: it is fast enough for hostile pages, where a parser in Python
needs minutes (an attribute of 5 MB, 20,000 nested elements). What even libxml2 takes quadratic time for, thousands
of attributes in one tag, is refused before, as are more elements than any release could have.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast
from xml.etree.ElementTree import Element, TreeBuilder

from prexport.errors import UnusableInput
from prexport.readers.html.characters import characters

MOST_BYTES = 100 * 1024 * 1024
MOST_ELEMENTS = 100_000
"""The longest articles of Wikipedia have about half of that."""
MOST_LEVELS = 4096
"""Browsers make siblings of what is nested deeper than some hundred levels."""

# A tag from its "<" to its ">". It always matches, and gives nothing back: one look at each character.
_TAG = re.compile(r"<[A-Za-z](?:=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))|[^>=]++|=)*+(?:>|\Z)")
_QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_LONGEST_TAG = 4096  # characters, apart from the quoted values: some hundred attributes
# What has no end tag and no content (HTML Living Standard 13.1.2); libxml2 doesn't know those that came after HTML 4.
_VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    }
)  # fmt: skip
_MEND = "Check a page that holds the release and little else."


class PageTooLarge(UnusableInput):
    """The page can't be read in good time: it has too many elements, too many attributes, or is nested too deep."""


def parse(html: bytes) -> Element:
    """The `html` element of a page; its names and those of attributes are in small letters.

    Raises:
        PageTooLarge: more than 100 MiB, 100,000 elements, 4,096 levels, or some hundred attributes in one tag.
    """
    from lxml import etree

    if len(html) > MOST_BYTES:
        raise PageTooLarge(f"The page is larger than {MOST_BYTES >> 20} MB.", _MEND)
    text = characters(html)
    _look_at_tags(text)
    parser = etree.HTMLParser(target=_Tree(), encoding="utf-8", huge_tree=True, remove_pis=True)
    parser.feed(text.encode("utf-8", "replace"))
    return cast(Element, parser.close())


class _Tree(TreeBuilder):
    """Builds the tree until it has grown too large."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._level = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> Element:
        self._count += 1
        self._level += tag not in _VOID
        if self._count > MOST_ELEMENTS:
            raise PageTooLarge(f"The page has more than {MOST_ELEMENTS:,} elements.", _MEND)
        if self._level > MOST_LEVELS:
            raise PageTooLarge(f"The page is nested more than {MOST_LEVELS:,} levels deep.", _MEND)
        element = super().start(tag, dict(attributes))
        return super().end(tag) if tag in _VOID else element

    def end(self, tag: str) -> Element:
        if tag in _VOID:
            return Element(tag)  # it has ended already
        self._level -= 1
        return super().end(tag)

    def close(self) -> Element:
        return super().close() if self._count else Element("html")


def _look_at_tags(text: str) -> None:
    for tag in _TAG.finditer(text):
        if tag.end() - tag.start() > _LONGEST_TAG and len(_QUOTED.sub("", tag[0])) > _LONGEST_TAG:
            raise PageTooLarge("One tag of the page has too many attributes.", _MEND)
