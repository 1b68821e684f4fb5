"""Lines are cut from the widths of their paragraph where WeasyPrint itself would break them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from prexport.brand.load import load_brand
from prexport.export import prepare
from prexport.writers.options import WriteOptions
from prexport.writers.pdf.profile import UA1_A3A
from prexport.writers.pdf.weasyprint import breaking, internals
from prexport.writers.pdf.weasyprint.fonts import BrandFonts
from prexport.writers.pdf.write import write

ROOT = Path(__file__).resolve().parent.parent.parent
RELEASES = sorted([*ROOT.glob("samples/*/release.json"), *ROOT.glob("tests/cases/scripts/*/release.json")])
HYPHEN = 0.25
"""CSS pixels: how much narrower a hyphen can be at the end of a line, where nothing follows that it is kerned with."""


class Both:
    """Breaks each line twice, our way and WeasyPrint's, and keeps what differs."""

    def __init__(self) -> None:
        self.differences: list[str] = []
        self.cut = 0

    def __call__(self, text: str, style: Any, *arguments: Any, **options: Any) -> Any:
        ours = breaking.split(text, style, *arguments, **options)
        if getattr(ours[0], "cut", None) is None:
            return ours
        self.cut += 1
        theirs = internals.split_first_line(text, style, *arguments, **options)
        same = ours[0].text == theirs[0].text and ours[1:3] == theirs[1:3]
        near = [abs(own - other) <= HYPHEN for own, other in zip(ours[3:], theirs[3:], strict=True)]
        if not (same and all(near)):
            self.differences.append(f"{ours[0].text!r} {ours[1:]} is {theirs[0].text!r} {theirs[1:]}")
        return ours


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.parent.name)
def test_lines_are_those_of_weasyprint(release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    brand = load_brand("default")
    prepared = prepare(release, brand=brand)
    assert prepared.document is not None
    both = Both()
    monkeypatch.setattr(BrandFonts, "split_first_line", staticmethod(both))

    write(prepared.document, brand, WriteOptions(name="release", public_source=b"{}"), [UA1_A3A])

    assert both.differences == []
    assert both.cut, "no line was cut from a shaped paragraph"
