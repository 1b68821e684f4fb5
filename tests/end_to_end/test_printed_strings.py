"""Whatever an author prints comes out of every format, in the same order, as plain text.

The strings are read from the raw JSON by `checks.printed`, which knows nothing of prexport; the words of the
files are taken out by `checks.printed_words`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from end_to_end.extraction import from_pdf_by_poppler, is_right_to_left
from end_to_end.samples import brand_of, every_sample, exported
from prexport.brand.load import available_brands, load_brand
from prexport.brand.tokens import Brand
from prexport.checks.printed import Said, printed
from prexport.checks.printed_words import Extract, from_docx, from_html, from_pdf
from prexport.export import prepare, render
from prexport.findings import Severity
from prexport.writers.options import WriteOptions
from strategies import releases, write_photos

BRANDS = {name: load_brand(name) for name in available_brands()}
# Shrinking a failing release takes minutes, and is worth them.
pytestmark = pytest.mark.timeout(900)

READ = {"html": from_html, "docx": from_docx, "pdf": from_pdf}


def extracts(path: Path, brand: Brand, *formats: str) -> list[Extract]:
    """Export the release at `path` and take the words out of each file."""
    prepared = prepare(path, brand=brand)
    errors = [finding for finding in prepared.findings if finding.severity is Severity.ERROR]
    assert not errors, errors
    options = WriteOptions(name="release", public_source=b"")
    files = render(prepared, brand=brand, formats=formats, options=options)
    return [READ[name](file.data) for name, file in zip(formats, files, strict=True)]


def assert_all_printed(release: Any, extracts: list[Extract]) -> None:
    said = printed(release)
    for extract in extracts:
        missing = extract.missing(said)
        assert not missing, missing


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the pictures that drawn releases name."""
    made = tmp_path_factory.mktemp("drawn")
    write_photos(made)
    return made


def written(release: Any, folder: Path) -> Path:
    path = folder / "release.json"
    path.write_text(json.dumps(release, ensure_ascii=False), encoding="utf-8")
    return path


@settings(max_examples=80)
@given(release=releases(), brand=st.sampled_from(sorted(BRANDS)))
def test_every_string_comes_out_of_the_page_and_the_word_document(
    folder: Path, release: Any, brand: str
) -> None:
    assert_all_printed(release, extracts(written(release, folder), BRANDS[brand], "html", "docx"))


@settings(max_examples=30)
@given(release=releases(), brand=st.sampled_from(sorted(BRANDS)))
def test_every_string_comes_out_of_all_formats(folder: Path, release: Any, brand: str) -> None:
    assert_all_printed(release, extracts(written(release, folder), BRANDS[brand], "html", "docx", "pdf"))


@every_sample
@pytest.mark.parametrize("brand", sorted(BRANDS))
def test_every_string_of_the_samples_comes_out(sample: Path, brand: str) -> None:
    release = json.loads(sample.read_text(encoding="utf-8"))
    assert_all_printed(release, extracts(sample, BRANDS[brand], "html", "docx", "pdf"))


@every_sample
def test_poppler_reads_the_samples_as_they_are_written(sample: Path) -> None:
    release = json.loads(sample.read_text(encoding="utf-8"))
    page = load_brand(brand_of(sample)).page("a4")
    said = [each for each in printed(release) if not is_told_otherwise(each)]
    missing = from_pdf_by_poppler(exported(sample)["pdf"], page).missing(said)
    assert not missing, missing


def is_told_otherwise(said: Said) -> bool:
    """Whether a string is an alternative text, or one that poppler puts in order in its own way."""
    spoken = said.where.endswith("/alt") or said.where.startswith("/publisher")
    return spoken or any(is_right_to_left(text) for text in said.texts)
