"""Paths and logos of SVG as PDF's operators."""

from __future__ import annotations

import re

import pytest

from prexport.errors import UnusableBrand
from prexport.writers.pdf.reportlab.logo import logo_operators
from prexport.writers.pdf.reportlab.svg_paths import segments


def rounded(data: str) -> str:
    return " ".join(
        " ".join([*(f"{number:.3g}" for number in numbers), operator]) for operator, numbers in segments(data)
    )


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("M1 2L3 4z", "1 2 m 3 4 l h"),
        ("m1,2 3,4 5,6", "1 2 m 4 6 l 9 12 l"),
        ("M0 0H5V6h-1v-2", "0 0 m 5 0 l 5 6 l 4 6 l 4 4 l"),
        ("M0 0C1 2 3 4 5 6S7 8 9 10", "0 0 m 1 2 3 4 5 6 c 7 8 7 8 9 10 c"),
        ("M0 0c1 2 3 4 5 6s2 2 4 4", "0 0 m 1 2 3 4 5 6 c 7 8 7 8 9 10 c"),
        ("M0 0Q3 3 6 0T12 0", "0 0 m 2 2 4 2 6 0 c 8 -2 10 -2 12 0 c"),
        ("M1 1l1 1zl2 0", "1 1 m 2 2 l h 3 1 l"),
        ("M.5.5-1-1e0", "0.5 0.5 m -1 -1 l"),
        ("M0 0A0 5 0 0 1 4 4", "0 0 m 4 4 l"),
        ("M0 0a1 1 0 011 1", "0 0 m 0.552 0 1 0.448 1 1 c"),
        ("M2 0A1 1 0 1 1 0 0", "2 0 m 2 0.552 1.55 1 1 1 c 0.448 1 6.12e-17 0.552 0 0 c"),
    ],
)
def test_paths(data: str, expected: str) -> None:
    assert rounded(data) == expected or _near(rounded(data), expected)


def _near(one: str, other: str) -> bool:
    """The same operators, and numbers that differ by rounding at most."""
    first, second = one.split(), other.split()
    return len(first) == len(second) and all(
        a == b or (not a.isalpha() and not b.isalpha() and abs(float(a) - float(b)) < 0.01)
        for a, b in zip(first, second, strict=True)
    )


def svg(body: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">{body}</svg>'.encode()


def test_a_logo_is_drawn_in_the_unit_square() -> None:
    code = logo_operators(svg('<path fill="#ff0000" d="M0 0H20V10H0z"/>'))

    assert code.startswith("0.05000000 0 0 -0.10000000 0.000000 1.000000 cm 1 0 0 rg")
    assert code.endswith("h f")


def test_groups_hand_down_what_they_say() -> None:
    code = logo_operators(
        svg('<g fill="#00f" fill-rule="evenodd" transform="scale(2)"><path d="M0 0H1V1z"/></g>')
    )

    assert re.search(r"q 2\.0+ 0\.0+ 0\.0+ 2\.0+ 0\.0+ 0\.0+ cm 0 0 1 rg .* h f\* Q$", code)


@pytest.mark.parametrize(
    ("transform", "matrix"),
    [
        ("translate(3 4)", "1 0 0 1 3 4"),
        ("translate(3)", "1 0 0 1 3 0"),
        ("matrix(1,2,3,4,5,6)", "1 2 3 4 5 6"),
        ("rotate(90)", "0 1 -1 0 0 0"),
        ("rotate(90 1 1)", "0 1 -1 0 2 0"),
        ("skewX(45)", "1 0 1 1 0 0"),
    ],
)
def test_transformations(transform: str, matrix: str) -> None:
    code = logo_operators(svg(f'<g transform="{transform}"><path d="M0 0H1V1z"/></g>'))
    found = code.partition(" q ")[2].partition(" cm")[0]

    assert [round(float(number), 4) for number in found.split()] == [
        float(number) for number in matrix.split()
    ]


def test_what_is_no_transformation_is_refused() -> None:
    with pytest.raises(UnusableBrand, match="wobble"):
        logo_operators(svg('<g transform="wobble(3)"><path d="M0 0H1V1z"/></g>'))
