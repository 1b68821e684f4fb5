"""Judges a web page by all fast checks."""

from __future__ import annotations

from collections.abc import Iterator

from prexport.checks.flaws import Flaw
from prexport.checks.html.body_rules import body_flaws
from prexport.checks.html.head_rules import head_flaws
from prexport.checks.html.page import Page
from prexport.readers.html.parse import PageTooLarge


def judge(html: bytes) -> Iterator[Flaw]:
    """Judge a page; never raises, whatever the bytes are."""
    try:
        page = Page(html)
    except PageTooLarge as error:
        yield Flaw("artefact-too-large", error.message, mend=error.mend)
        return
    yield from head_flaws(page)
    yield from body_flaws(page)
