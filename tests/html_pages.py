"""The samples as web pages, in every brand, and the media in which a page is looked at."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from prexport.brand.load import load_brand
from prexport.checks.browser import SCREEN, Medium
from prexport.document.tree import Document
from prexport.export import prepare
from prexport.writers.html.page import write
from prexport.writers.options import WriteOptions

SAMPLES = sorted(
    path.parent.name for path in (Path(__file__).resolve().parents[1] / "samples").glob("*/release.json")
)
BRANDS = ("default", "cyberport")
EVERYTHING = "lightship-logbooks"
"""The sample that has every kind of node."""

PHONE = Medium(viewport=(320, 640))
"""320 px are also what 400 % zoom leaves of a window of 1280 px (WCAG 1.4.10)."""
MEDIA = {
    "light": SCREEN,
    "dark": Medium(color_scheme="dark"),
    "phone": PHONE,
    "print": Medium(media="print"),
    "forced colours": Medium(forced_colors="active"),
}

every_sample = pytest.mark.parametrize("sample", SAMPLES)
every_brand = pytest.mark.parametrize("brand", BRANDS)
every_medium = pytest.mark.parametrize("medium", MEDIA)


def release_file(sample: str) -> Path:
    """The release of a sample."""
    return Path(__file__).resolve().parents[1] / "samples" / sample / "release.json"


@cache
def composed(sample: str) -> tuple[Document, bytes]:
    """The document of a sample, and its public source."""
    prepared = prepare(release_file(sample), brand=load_brand("default"))
    assert prepared.document is not None, prepared.findings
    return prepared.document, prepared.public_source


@cache
def page(sample: str, brand: str = "default") -> str:
    """A sample as a web page."""
    document, source = composed(sample)
    return written(document, source, brand)


def written(document: Document, source: bytes = b"{}", brand: str = "default") -> str:
    """A document as a web page."""
    options = WriteOptions(name="page", public_source=source)
    return write(document, load_brand(brand), options)[0].data.decode("utf-8")
