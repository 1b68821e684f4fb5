"""`docs/conformance/pdf-*.md`: the tests and rules that rows name exist; published figures are those held."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from prexport.rules import RULES
from writers.test_pdf_scripts import FLOORS

REPOSITORY = Path(__file__).resolve().parent.parent
PAGES = sorted((REPOSITORY / "docs" / "conformance").glob("pdf-*.md"))
LANGUAGES = {"Arabic": "ar", "Hebrew": "he", "Urdu": "ur"}


def rows(page: Path) -> list[list[str]]:
    """The rows of the table of clauses."""
    lines = page.read_text(encoding="utf-8").splitlines()
    cells = [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")]
    return [row for row in cells if len(row) == 4][1:]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_row_names_exists(page: Path) -> None:
    found = rows(page)
    assert len(found) > 20
    for clause, _, how, where in found:
        assert how in ("construction", "test", "human"), clause
        names = re.findall(r"`(.+?)`", where)
        texts = [
            (REPOSITORY / name).read_text(encoding="utf-8") for name in names if name.startswith("tests/")
        ]
        tests = [name for name in names if name.startswith("test_")]
        for name in tests:
            assert any(f"def {name}(" in text for text in texts), f"{clause}: {name}"
        rules = re.findall(r"rules? (`[a-z-]+`(?:(?:, | and )`[a-z-]+`)*)", where)
        assert {name for some in rules for name in re.findall(r"`(.+?)`", some)} <= RULES.keys(), clause
        assert tests or how != "test", clause


def test_the_figures_of_extraction_are_those_that_are_held() -> None:
    text = (REPOSITORY / "docs" / "conformance" / "pdf-ua-1.md").read_text(encoding="utf-8")
    told = {}
    for name, poppler, pdfium in re.findall(r"^\| (\w+).*? \| (\d+) % \| (\d+) % \|$", text, re.M):
        told[LANGUAGES[name], "poppler"] = int(poppler) / 100
        told[LANGUAGES[name], "pdfium"] = int(pdfium) / 100
    assert told == FLOORS
