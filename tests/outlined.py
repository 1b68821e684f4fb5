"""Releases with their documents and outlines, for tests of outlines and readers."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import tree_nodes
from prexport.brand.load import load_brand
from prexport.brand.tokens import Brand
from prexport.document.compose import compose
from prexport.document.outline import Mark, MarkKind, Outline, Role, Unit
from prexport.document.tree import Document
from prexport.export import prepare
from prexport.release.model import Release
from prexport.release.walk import figures
from prexport.writers.html.page import write
from prexport.writers.options import OutputFile, WriteOptions

TESTS = Path(__file__).resolve().parent
CASES = sorted((TESTS / "cases" / "document").iterdir())
SAMPLES = sorted(path.parent for path in (TESTS.parent / "samples").glob("*/release.json"))


def document_of(folder: Path) -> Document:
    """The document of a case or a sample."""
    return _sample(folder) if folder in SAMPLES else _case(folder)


def pages(document: Document, brand: Brand | None = None, **options: Any) -> tuple[OutputFile, ...]:
    """The web page of a document, and the files beside it."""
    told = WriteOptions(name="page", public_source=b"{}", **options)
    return write(document, brand or default_brand(), told)


@cache
def default_brand() -> Brand:
    return load_brand("default")


@cache
def _sample(folder: Path) -> Document:
    prepared = prepare(folder / "release.json", brand=default_brand())
    assert prepared.document is not None, prepared.findings
    return prepared.document


@cache
def _case(folder: Path) -> Document:
    release = Release.model_validate(json.loads((folder / "release.json").read_text(encoding="utf-8")))
    shown = list(figures(release))
    return compose(
        release,
        # The photos of the cases are not there: others stand in, each of its own size.
        images={
            picture.src: tree_nodes.image(60 + 10 * number, 40, Path(picture.src).stem)
            for number, (_, picture, _) in enumerate(shown)
        },
        alts={
            pointer: "From the file"
            for pointer, picture, _ in shown
            if picture.alt is None and not picture.decorative
        },
        identity="urn:uuid:00000000-0000-8000-8000-000000000000",
    )


# ---------------------------------------------------------------- outlines by hand


def unit(text: str = "", role: Role = Role.PARAGRAPH, **fields: Any) -> Unit:
    """A unit; one with text is in English."""
    return Unit(role=role, text=text, **{"lang": "en-Latn-US" if text else "", **fields})


def marked(text: str, words: str, kind: MarkKind, value: str = "", **fields: Any) -> Unit:
    """A paragraph with one mark on some of its words."""
    start = text.index(words)
    return unit(text, marks=(Mark(start, start + len(words), kind, value),), **fields)


def outline(*units: Unit | str) -> Outline:
    """An outline; a plain string is a paragraph."""
    return Outline(tuple(unit(one) if isinstance(one, str) else one for one in units))
