"""The content stream of every page goes the way of its tags: who reads it from start to end reads in order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from long_release import long_release
from outlined import CASES, SAMPLES, TESTS, document_of
from writers.pdf_cases import document, opened, pdf

SCRIPTS = sorted((TESTS / "cases" / "scripts").iterdir())
LONG = "A description that is long enough to fill a paragraph. " * 12


def marked_content(element: Any, page: Any = None) -> Iterator[tuple[Any, int, str]]:
    """The marked content below an element in the order of the tags: its page, its identifier, its role."""
    page = element.get("/Pg", page)
    children = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, int):
            yield page.objgen, child, str(element.S)
        elif child.get("/Type") == "/MCR":
            yield child.get("/Pg", page).objgen, int(child.MCID), str(element.S)
        elif child.get("/Type") != "/OBJR":
            yield from marked_content(child, page)


def out_of_order(data: bytes) -> list[str]:
    """Neighbours in the tags that stand the other way round in a content stream (identifiers count upwards)."""
    with opened(data) as file:
        following: dict[Any, list[tuple[int, str]]] = {}
        for page, identifier, role in marked_content(file.Root.StructTreeRoot):
            following.setdefault(page, []).append((identifier, role))
        assert following
        return [
            f"{before} before {after} on page object {page}"
            for page, content in following.items()
            for before, after in pairwise(content)
            if before[0] >= after[0]
        ]


@pytest.mark.parametrize("folder", [*SAMPLES, *CASES, *SCRIPTS], ids=lambda path: path.name)
def test_samples_cases_and_scripts(folder: Path) -> None:
    assert out_of_order(pdf(document_of(folder))) == []


def test_forty_pages() -> None:
    assert out_of_order(pdf(document(**long_release()))) == []


def test_markers_and_floating_photos_stand_where_they_are_read() -> None:
    photos = [
        {"type": "figure", "src": f"{name}.jpg", "alt": f"A {name} of the harbour", "caption": LONG}
        for name in ("plan", "view")
    ]
    made = document(body=["Before.", {"type": "list", "items": ["First", "Second"]}, "After."], media=photos)
    assert out_of_order(pdf(made)) == []
