"""docs/checks.md says what each judge alone makes of every mutation; the judges are asked again here."""

from __future__ import annotations

from pathlib import Path

import pytest

from checking import specimen
from checking.mutations.all import MUTATIONS
from checking.mutations.mutation import Format
from checking.table import BEGIN, written
from checking.verdicts import caught_alone
from prexport.checks.browser import Browser

PAGE = Path(__file__).resolve().parents[2] / "docs" / "checks.md"
# Two hundred files, and a process of the SDK for a third of them.
pytestmark = pytest.mark.timeout(900)


def in_the_page() -> dict[str, bool]:
    """The verdicts of the page, in the order of the mutations."""
    rows = [
        line for line in PAGE.read_text(encoding="utf-8").partition(BEGIN)[2].splitlines() if "| `" in line
    ]
    assert len(rows) == len(MUTATIONS), "run tools/write_checks.py"
    return {mutation.name: row.endswith("| yes |") for mutation, row in zip(MUTATIONS, rows, strict=True)}


def test_the_page_is_what_the_tool_writes() -> None:
    assert PAGE.read_text(encoding="utf-8").endswith(f"{BEGIN}\n\n{written(in_the_page())}")


@pytest.mark.parametrize("format_", ["pdf", "docx", "html"])
def test_the_judges_say_what_the_page_says(format_: Format, browser: Browser, tmp_path: Path) -> None:
    told = in_the_page()
    path = tmp_path / f"release.{format_}"
    changed = []
    for mutation in MUTATIONS:
        if mutation.format == format_:
            path.write_bytes(mutation.change(specimen.exported()[format_]))
            if caught_alone(path, format_, browser) is not told[mutation.name]:
                changed.append(mutation.name)
    assert not changed, "run tools/write_checks.py"
