"""Documents as the archive engine sets them, and as the default engine does."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from outlined import SAMPLES, TESTS
from prexport.brand.load import load_brand
from prexport.brand.tokens import Brand
from prexport.document.tree import Document
from prexport.export import Prepared, prepare
from prexport.writers.options import PdfEngine, WriteOptions
from prexport.writers.pdf.profile import PROFILES, UA1_A3A
from prexport.writers.pdf.write import write
from writers.pdf_cases import OPTIONS, brand

SCRIPTS = sorted((TESTS / "cases" / "scripts").iterdir())
RELEASES = [*SAMPLES, *SCRIPTS]
ARCHIVE = WriteOptions(name=OPTIONS.name, public_source=OPTIONS.public_source, pdf_engine="reportlab")


def brand_of(folder: Path) -> Brand:
    return load_brand("cyberport" if folder.name.startswith("cyberport") else "default")


@cache
def prepared(folder: Path) -> Prepared:
    found = prepare(folder / "release.json", brand=brand_of(folder))
    assert found.document is not None, found.findings
    return found


@cache
def pdfs(folder: Path, engine: PdfEngine = "reportlab") -> dict[str, bytes]:
    """The PDF of a release in each profile."""
    made = prepared(folder)
    assert made.document is not None
    options = WriteOptions(name=folder.name, public_source=made.public_source, pdf_engine=engine)
    files = write(made.document, brand_of(folder), options, list(PROFILES.values()))
    return {profile: file.data for profile, file in zip(PROFILES, files, strict=True)}


def archived(document: Document, *, of: Brand | None = None, page_size: str = "a4") -> bytes:
    """The PDF of a document."""
    options = WriteOptions(
        name="release",
        public_source=b"{}",
        pdf_engine="reportlab",
        page_size="letter" if page_size == "letter" else "a4",
    )
    (file,) = write(document, of or brand(), options, [UA1_A3A])
    return file.data
