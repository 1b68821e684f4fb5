"""Reading a brand's logo: two SVGs of paths only, and the PNG that Word shows."""

from __future__ import annotations

import struct
from xml.etree import ElementTree

from prexport.brand.files import BrandFolder
from prexport.brand.table import Table
from prexport.brand.tokens import Logo

_SVG_BYTES = 128 * 1024
_PNG_BYTES = 1024 * 1024
_SVG = "{http://www.w3.org/2000/svg}"
_ELEMENTS = frozenset(f"{_SVG}{name}" for name in ("svg", "g", "path"))
_ATTRIBUTES = frozenset(("viewBox", "width", "height", "fill", "fill-rule", "d", "transform"))


def read_logo(table: Table, files: BrandFolder) -> Logo:
    """Read the logo's files named in `table`; faults are kept there.

    Raises UnusableBrand when a file is missing or too large.
    """
    width_mm = table.number("width_mm", 10, 80, "mm")
    data = {}
    for key, limit in (("light", _SVG_BYTES), ("dark", _SVG_BYTES), ("png", _PNG_BYTES)):
        name = table.text(key)
        data[key] = files.read(name, limit) if name else b""
    shape = _svg_shape(table, "light", data["light"])
    if _differs(shape, _svg_shape(table, "dark", data["dark"])):
        table.wrong("dark", "has other proportions than the light logo", "Give both the same viewBox.")
    if _differs(shape, _png_shape(table, data["png"])):
        table.wrong("png", "has other proportions than the light logo", "Draw it from the same outlines.")
    width, height = shape
    return Logo(
        data["light"],
        data["dark"],
        data["png"],
        width_mm,
        round(width_mm * height / width, 3),
        table.flag("names_publisher", True),
    )


def _svg_shape(table: Table, key: str, data: bytes) -> tuple[float, float]:
    """Give width and height of the viewBox; (1, 1) after a fault."""
    # No document type: entities in it could make a few bytes into gigabytes.
    if not data or b"<!" in data:
        if data:
            table.wrong(key, "has a document type or a comment", "Leave both out of the SVG.")
        return 1.0, 1.0
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        table.wrong(key, f"is no SVG ({error})", "Save it as plain SVG.")
        return 1.0, 1.0
    for element in root.iter():
        if element.tag not in _ELEMENTS:
            name = element.tag.rpartition("}")[2]
            table.wrong(key, f"holds <{name}>", "Draw the logo with paths only (svg, g, path).")
            return 1.0, 1.0
        for attribute in sorted(set(element.keys()) - _ATTRIBUTES):
            table.wrong(
                key, f'uses the attribute "{attribute}"', f"Use only {', '.join(sorted(_ATTRIBUTES))}."
            )
            return 1.0, 1.0
    try:
        _left, _top, width, height = (
            float(part) for part in root.get("viewBox", "").replace(",", " ").split()
        )
    except ValueError:
        width = height = 0.0
    if root.tag != f"{_SVG}svg" or width <= 0 or height <= 0:
        table.wrong(key, "has no viewBox of four numbers", 'Give the svg element viewBox="0 0 WIDTH HEIGHT".')
        return 1.0, 1.0
    return width, height


def _png_shape(table: Table, data: bytes) -> tuple[float, float]:
    """Give width and height in px; (1, 1) after a fault."""
    if not data:
        return 1.0, 1.0
    if data[:8] != b"\x89PNG\r\n\x1a\n" or data[12:16] != b"IHDR" or len(data) < 24:
        table.wrong("png", "is no PNG", "Save the logo as PNG.")
        return 1.0, 1.0
    width, height = struct.unpack(">II", data[16:24])
    return float(max(width, 1)), float(max(height, 1))


def _differs(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two shapes are further apart in proportion than rounding to pixels explains."""
    return abs(one[0] / one[1] - other[0] / other[1]) > 0.02 * one[0] / one[1]
