"""`docs/conformance/wcag-2.2.md` has every criterion, and the tests and rules that it names exist."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from prexport.checks.tools import node_package
from prexport.rules import RULES

REPOSITORY = Path(__file__).resolve().parent.parent
PAGE = (REPOSITORY / "docs" / "conformance" / "wcag-2.2.md").read_text(encoding="utf-8")
WAYS = {"construction", "test", "author", "author, test", "not claimed"}


@dataclass(frozen=True, slots=True)
class Row:
    number: str
    title: str
    level: str
    how: str
    where: str


ROWS = [
    Row(*match.groups())
    for match in re.finditer(r"^\| (\d\.\d\.\d+) (.+?) \| (A+) \| (.+?) \| (.+) \|$", PAGE, re.MULTILINE)
]


def test_every_criterion_of_wcag_2_2_is_there_once_in_order() -> None:
    """The list is Alfa's; 4.1.1 was in WCAG 2.1 and is obsolete in 2.2."""
    package = node_package("@siteimprove/alfa-wcag")
    assert package is not None
    code = "import(process.argv[1]).then(({Criteria}) => console.log(JSON.stringify(Criteria)))"
    data = (package / "dist" / "criterion" / "data.js").as_uri()
    done = subprocess.run(["node", "-e", code, data], capture_output=True, text=True, check=True)
    criteria = {number: dict(each["versions"]) | each for number, each in json.loads(done.stdout).items()}
    current = {number: each for number, each in criteria.items() if "2.2" in each}
    told = {row.number: (row.title, row.level) for row in ROWS if row.number != "4.1.1"}
    assert told == {number: (each["title"], each["2.2"]["level"]) for number, each in current.items()}
    order = [[int(part) for part in row.number.split(".")] for row in ROWS]
    assert order == sorted(order)
    assert len(ROWS) == len(told) + 1


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.number)
def test_what_a_row_names_exists(row: Row) -> None:
    assert row.how in WAYS
    named = re.findall(r"`(.+?)`", row.where)
    files = [name for name in named if name.startswith("tests/")]
    tests = [name for name in named if name.startswith("test_")]
    rules = [name for name in named if name not in files and name not in tests]
    texts = [(REPOSITORY / name).read_text(encoding="utf-8") for name in files]
    for name in tests:
        assert any(f"def {name}(" in text for text in texts), name
    assert set(rules) <= RULES.keys()
    if row.how == "test":
        assert tests or "Met through" in row.where or "rule `brand-contrast`" in row.where


def test_what_another_criterion_meets_is_met_there() -> None:
    ways = {row.number: row.how for row in ROWS}
    for row in ROWS:
        if through := re.search(r"Met through (\d\.\d\.\d+)", row.where):
            assert ways[through[1]] == "test"


def test_the_claim_lists_the_aaa_criteria_that_are_met_and_never_claims_the_level() -> None:
    met = [row.number for row in ROWS if row.level == "AAA" and row.how != "not claimed"]
    (listed,) = re.findall(r"^AAA criteria that are met: (.+)\.$", PAGE, re.MULTILINE)
    assert listed.split(", ") == met
    assert [row.number for row in ROWS if row.level != "AAA" and row.how == "not claimed"] == ["2.4.5"]
    assert "It never claims level AAA" in PAGE
