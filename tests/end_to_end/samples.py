"""The samples of the repository, each in the brand that it was made for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from prexport.brand.load import load_brand
from prexport.export import prepare, render
from prexport.formats import FORMATS
from prexport.writers.options import WriteOptions

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "samples").glob("*/release.json"))
every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.parent.name)


def brand_of(sample: Path) -> str:
    """The name of the brand that a sample was made for."""
    return "cyberport" if sample.parent.name.startswith("cyberport") else "default"


@cache
def exported(sample: Path) -> dict[str, bytes]:
    """The files of a sample by their format, as `prexport export` makes them."""
    name = sample.parent.name
    brand = load_brand(brand_of(sample))
    prepared = prepare(sample, brand=brand)
    assert prepared.document is not None, prepared.findings
    options = WriteOptions(name=name, public_source=prepared.public_source)
    files = render(prepared, brand=brand, formats=tuple(FORMATS), options=options)
    return {file.path.rpartition(".")[2]: file.data for file in files}
