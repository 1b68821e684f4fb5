"""A DOCX taken apart for tests: its parts and its words."""

from __future__ import annotations

import io
import warnings
import zipfile
from typing import Any

from lxml import etree

from prexport.opc import NAMESPACES

_W = f"{{{NAMESPACES['w']}}}"

Element = Any


def parts(docx: bytes) -> dict[str, bytes]:
    """The members of the package, in the order in which they stand in it."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rebuilt(members: list[tuple[str, bytes]]) -> bytes:
    """A package of these members, two of one name included."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two members of one name are the point of a test
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def parts_as_text(docx: bytes) -> dict[str, str]:
    """The XML parts, indented, for goldens; pictures by their size in bytes."""
    return {
        name: _indented(data) if name.endswith((".xml", ".rels")) else f"{len(data)} bytes\n"
        for name, data in parts(docx).items()
    }


def xml(docx: bytes, name: str = "word/document.xml") -> Element:
    """The root of a part."""
    return etree.fromstring(parts(docx)[name])


def find(root: Element, path: str) -> list[Any]:
    """What an XPath with the usual prefixes finds."""
    return list(root.xpath(path, namespaces=NAMESPACES))


def value(element: Element, attribute: str = "val") -> str | None:
    """An attribute of the namespace of WordprocessingML."""
    found = element.get(_W + attribute)
    return None if found is None else str(found)


def words(element: Element) -> str:
    """The text of an element; a line break counts as a newline."""
    pieces = []
    for each in element.iter(f"{_W}t", f"{_W}br"):
        if each.tag == f"{_W}t":
            pieces.append(each.text or "")
        elif each.get(f"{_W}type") is None:
            pieces.append("\n")
    return "".join(pieces)


def paragraphs(docx: bytes) -> list[tuple[str, str]]:
    """Style and words of every paragraph of the body, in reading order."""
    return [(style_of(each), words(each)) for each in find(xml(docx), "//w:body//w:p")]


def style_of(paragraph: Element) -> str:
    """The id of a paragraph's style."""
    found = find(paragraph, "w:pPr/w:pStyle")
    return (value(found[0]) or "") if found else ""


def _indented(data: bytes) -> str:
    root = etree.fromstring(data)
    etree.indent(root)
    return str(etree.tostring(root, encoding="unicode")) + "\n"
