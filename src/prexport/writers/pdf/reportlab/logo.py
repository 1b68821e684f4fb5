"""The brand's logo as path operators in the unit square: SVGs of paths only, as `prexport.brand.logo` has them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from xml.etree import ElementTree

from prexport.errors import UnusableBrand
from prexport.writers.pdf.reportlab.canvas import fill_colour
from prexport.writers.pdf.reportlab.svg_paths import segments

_PATH = "{http://www.w3.org/2000/svg}path"
_TRANSFORMS = re.compile(r"(\w+)\s*\(([^)]*)\)")


@lru_cache(maxsize=16)
def logo_operators(svg: bytes) -> str:
    """The operators that draw `svg` with its view box as the unit square.

    Raises UnusableBrand for a colour or a transformation that is none of SVG's.
    """
    root = ElementTree.fromstring(svg)
    left, top, width, height = (float(part) for part in root.get("viewBox", "").replace(",", " ").split())
    # SVG counts downward.
    box = f"{1 / width:.8f} 0 0 {-1 / height:.8f} {0 - left / width:.6f} {(top + height) / height:.6f} cm"
    return " ".join([box, *_drawn(root, "#000000", "nonzero")])


def _drawn(element: ElementTree.Element, fill: str, rule: str) -> Iterator[str]:
    fill, rule = element.get("fill", fill), element.get("fill-rule", rule)
    moves = [_matrix(name, numbers) for name, numbers in _TRANSFORMS.findall(element.get("transform", ""))]
    if moves:
        yield "q"
        yield from moves
    if element.tag == _PATH and fill != "none":
        yield fill_colour(fill)
        for operator, numbers in segments(element.get("d", "")):
            yield " ".join([*(f"{number:.4f}" for number in numbers), operator])
        yield "f*" if rule == "evenodd" else "f"
    for child in element:
        yield from _drawn(child, fill, rule)
    if moves:
        yield "Q"


def _matrix(name: str, numbers: str) -> str:
    """One of SVG's transformations as PDF's `cm`."""
    values = [float(number) for number in numbers.replace(",", " ").split()]
    match name, values:
        case "matrix", [_, _, _, _, _, _]:
            matrix = values
        case "translate", [x, *rest]:
            matrix = [1, 0, 0, 1, x, *(rest or [0.0])]
        case "scale", [x, *rest]:
            matrix = [x, 0, 0, *(rest or [x]), 0, 0]
        case "rotate", [degrees, *rest]:
            cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
            x, y = rest or [0.0, 0.0]
            matrix = [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y]
        case "skewX", [degrees]:
            matrix = [1, 0, math.tan(math.radians(degrees)), 1, 0, 0]
        case "skewY", [degrees]:
            matrix = [1, math.tan(math.radians(degrees)), 0, 1, 0, 0]
        case _:
            raise UnusableBrand(
                f'The logo uses the transformation "{name}({numbers})", which is none of SVG\'s.',
                "Save the logo as plain SVG.",
            )
    return " ".join([*(f"{value:.6f}" for value in matrix), "cm"])
