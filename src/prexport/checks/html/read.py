"""Judges a web page by all fast checks."""

from __future__ import annotations

from collections.abc import Iterator

from prexport.checks.flaws import Flaw
from prexport.checks.html.body_rules import body_flaws
from prexport.checks.html.head_rules import head_flaws
from prexport.checks.html.page import MOST_ELEMENTS, Page


def judge(html: bytes) -> Iterator[Flaw]:
    """Judge a page; never raises, whatever the bytes are."""
    page = Page(html)
    if len(page.elements) >= MOST_ELEMENTS:
        yield Flaw(
            "artefact-too-large",
            f"The page has more than {MOST_ELEMENTS} elements; the rest was not looked at.",
        )
    yield from head_flaws(page)
    yield from body_flaws(page)
