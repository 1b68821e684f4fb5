"""Photos in rows: in order, two in a row, never an orphan at the end."""

from __future__ import annotations

import pytest

from prexport.writers.photo_rows import photo_rows
from tree_nodes import figure

SHAPES = {"w": (60, 40), "s": (40, 40), "t": (30, 40)}  # wide, square, tall


@pytest.mark.parametrize(
    ("photos", "rows"),
    [
        ("w", ["w"]),
        ("t", ["t"]),
        ("ww", ["ww"]),
        ("tw", ["tw"]),
        ("www", ["w", "ww"]),
        ("tww", ["tw", "w"]),
        ("twt", ["twt"]),
        ("sss", ["sss"]),
        ("wwwwwww", ["w", "ww", "ww", "ww"]),
        ("ttwtt", ["tt", "w", "tt"]),
        ("ttttt", ["ttt", "tt"]),
    ],
)
def test_rows(photos: str, rows: list[str]) -> None:
    figures = [figure(alt=shape, width=SHAPES[shape][0], height=SHAPES[shape][1]) for shape in photos]
    made = photo_rows(figures)
    assert ["".join(photo.alt for photo in row) for row in made] == rows
    flat = [photo for row in made for photo in row]
    assert all(one is other for one, other in zip(flat, figures, strict=True)), "the order has changed"
