"""Office Open XML as text: elements, units, characters that XML can hold, and the order that the schema wants.

Pieces are strings made by `element` and `text` alone, which escape what they are given: 25 times as fast as
trees of lxml, and what repeats (the properties of a run) is made once. Tests parse every part.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NewType

Xml = NewType("Xml", str)
"""Well-formed XML content: any number of elements and texts, the namespaces declared by the part's root."""

Properties = Mapping[str, Xml]
"""Property elements by their local name, in any order."""

NOTHING = Xml("")

NAMESPACES: Mapping[str, str] = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}

# ISO/IEC 29500-1, CT_PPr and CT_RPr: the order of what this writer uses of them.
# fmt: off
_PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "widowControl", "numPr", "pBdr", "shd", "tabs", "bidi", "spacing", "ind",
    "jc", "textAlignment", "outlineLvl", "sectPr",
)
_RUN_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "noProof", "color", "spacing", "sz", "szCs", "u", "rtl", "cs", "lang",
)
# fmt: on

# XML 1.0, 2.2: what a document can't hold, not even as a character reference. Said by what is refused: to compile
# the wide ranges of what is allowed takes as long as to write a document.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARKS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_QUOTED = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)


def element(tag: str, attributes: Mapping[str, str | int] | None = None, *content: Xml) -> Xml:
    """An element; names carry their prefix."""
    told = "".join(f' {key}="{_quoted(value)}"' for key, value in attributes.items()) if attributes else ""
    inside = "".join(content)
    return Xml(f"<{tag}{told}>{inside}</{tag}>" if inside else f"<{tag}{told}/>")


def w(tag: str, *content: Xml, **attributes: str | int) -> Xml:
    """An element of WordprocessingML, whose attributes are of that namespace, too."""
    told = "".join(f' w:{key}="{_quoted(value)}"' for key, value in attributes.items())
    inside = "".join(content)
    return Xml(f"<w:{tag}{told}>{inside}</w:{tag}>" if inside else f"<w:{tag}{told}/>")


def characters(words: str) -> Xml:
    """Text content."""
    return Xml(legal(words).translate(_MARKS))


def text(words: str) -> Xml:
    """A `w:t` with exactly these characters."""
    keeps_spaces = words != words.strip() or "  " in words
    tag = '<w:t xml:space="preserve">' if keeps_spaces else "<w:t>"
    return Xml(f"{tag}{characters(words)}</w:t>")


def legal(words: str) -> str:
    """`words` with U+FFFD for what XML can't hold: control characters, lone surrogates, U+FFFE and U+FFFF."""
    return words if words.isascii() and words.isprintable() else _ILLEGAL.sub("\ufffd", words)


def paragraph_properties(properties: Properties) -> Xml:
    """A `w:pPr`, its children in the order of the schema; nothing where there are none."""
    return _ordered("pPr", _PARAGRAPH_ORDER, properties)


def run_properties(properties: Properties) -> Xml:
    """A `w:rPr`, its children in the order of the schema; nothing where there are none."""
    return _ordered("rPr", _RUN_ORDER, properties)


def part(root: str, attributes: Mapping[str, str | int], *content: Xml) -> bytes:
    """A part: declared as Office does it, in UTF-8."""
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return (declaration + element(root, attributes, *content)).encode("utf-8")


def declared(*prefixes: str) -> dict[str, str | int]:
    """The attributes of a root that declares these prefixes."""
    return {f"xmlns:{prefix}": NAMESPACES[prefix] for prefix in prefixes}


def twips(points: float) -> int:
    """Twentieths of a point: Word's unit of lengths."""
    return round(points * 20)


def emu(points: float) -> int:
    """English Metric Units, 12700 a point: DrawingML's unit of lengths."""
    return round(points * 12700)


def eighths(points: float) -> int:
    """Eighths of a point: Word's unit of borders, of which it knows 2 to 96."""
    return min(96, max(2, round(points * 8)))


def half_points(points: float) -> int:
    """Word's unit of type sizes."""
    return round(points * 2)


def _ordered(tag: str, order: tuple[str, ...], properties: Properties) -> Xml:
    if not properties:
        return NOTHING
    inside = "".join(properties[name] for name in sorted(properties, key=order.index))
    return Xml(f"<w:{tag}>{inside}</w:{tag}>")


def _quoted(value: str | int) -> str:
    if not isinstance(value, str):
        return str(value)
    return value if value.isascii() and value.isalnum() else legal(value).translate(_QUOTED)
