"""The archive engine writes the tags that the default engine writes, and says what the document says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from long_release import long_release
from outlined import CASES, SAMPLES, document_of
from prexport.document.outline_diff import differences
from prexport.document.outline_formats import comparable
from prexport.document.outline_of import outline_of
from prexport.document.tree import Document
from prexport.readers.pdf.describe import describe, tag_tree
from prexport.readers.pdf.read import read
from prexport.writers.pdf.profile import PROFILES
from prexport.writers.pdf.write import write
from writers.pdf.reportlab.made import ARCHIVE, RELEASES, archived, pdfs, prepared
from writers.pdf_cases import brand, document
from writers.test_pdf_tags import ROWS

EXPECTED = Path(__file__).resolve().parents[2] / "expected" / "pdf"

LAYOUT = re.compile(r" BBox=\[[^]]*\]| Placement=Block| pages=[\d,]+| in \d+ places")
"""What depends on the layout: where a figure stands, which pages an element spans, how often a link breaks."""

INVISIBLE = re.compile("[\u200b\u200e\u200f\u2066\u2067\u2069]")
"""Marks of direction, and of a break after a hyphen: they stand where lines turn and end, in each engine elsewhere."""


def said(description: str) -> list[str]:
    """The tag tree of a description, without what depends on the layout; white space is all one."""
    tree = description.partition("\ntags\n")[2].partition("\n\n")[0]
    lines = (INVISIBLE.sub("", LAYOUT.sub("", line)) for line in tree.splitlines())
    return [re.sub(r"(?<=\S)\s", " ", line) for line in lines]


@pytest.mark.parametrize("row", ROWS)
def test_how_each_thing_is_said(row: str) -> None:
    fields, expected = ROWS[row]
    fields = {"body": ["Text."], **fields}

    lines = tag_tree(archived(document(**fields))).splitlines()

    start = next(index for index, line in enumerate(lines) if line.strip().startswith("H1"))
    found = [LAYOUT.sub("", line[4:]) for line in lines[start + 1 :]]
    assert found == expected.strip("\n").splitlines()


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda path: path.name)
def test_the_golden_of_the_default_engine_serves_this_one(folder: Path) -> None:
    golden = (EXPECTED / f"{folder.name}.txt").read_text(encoding="utf-8")

    assert said(describe(pdfs(folder)["ua1-a3a"])) == said(golden)


def assert_says(document: Document, data: bytes, *, exactly: bool = True) -> None:
    expected, actual = comparable(outline_of(document), "pdf"), read(data)
    found = differences(expected, actual)
    assert not found, "\n".join(one.sentence for one in found)
    assert actual == expected or not exactly


@pytest.mark.parametrize("folder", RELEASES, ids=lambda path: path.name)
def test_a_release_is_read_back_as_it_was_told_in_every_profile(folder: Path) -> None:
    made = prepared(folder).document
    assert made is not None
    for data in pdfs(folder).values():
        assert_says(made, data)


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_a_case_is_read_back_as_it_was_told_in_every_profile(folder: Path) -> None:
    made = document_of(folder)
    for file in write(made, brand(), ARCHIVE, list(PROFILES.values())):
        assert_says(made, file.data)


@pytest.mark.parametrize("folder", RELEASES, ids=lambda path: path.name)
def test_both_engines_say_the_same(folder: Path) -> None:
    one, other = (read(pdfs(folder, engine)["ua1-a3a"]) for engine in ("reportlab", "weasyprint"))
    found = differences(one, other)
    assert not found, "\n".join(difference.sentence for difference in found)


def test_forty_pages_are_read_back_as_they_were_told() -> None:
    made = document(**long_release())
    assert_says(made, archived(made), exactly=False)


def test_the_header_of_a_table_is_said_once_and_repeated_as_an_artifact() -> None:
    rows = [[f"row {number}", str(number)] for number in range(120)]
    table = {"type": "table", "columns": [{"text": "Name"}, {"text": "Number"}], "rows": rows}

    description = describe(archived(document(body=[table])))

    artifacts = description.partition("\nartifacts\n")[2].partition("\n\n")[0].splitlines()
    pages = {line.split(",")[0] for line in artifacts}
    repeated = [line for line in artifacts if line.endswith(", Pagination: NameNumber")]
    assert len(repeated) == len(pages) - 1 > 1
    assert description.partition("\ntags\n")[2].count('"Name"') == 1


def test_a_link_over_two_lines_is_one_link_with_two_places() -> None:
    text = "a very long name of a thing " * 4
    tree = tag_tree(archived(document(body=[f"See [{text.strip()}](https://example.org)."])))

    assert "in 2 places" in tree
    assert tree.count("Link ->") == 1


def test_words_stay_apart_at_the_ends_of_lines_and_between_elements() -> None:
    words = [f"**word{n}**" if n % 2 else f"[word{n}](https://example.org)" for n in range(90)]
    made = document(body=[" ".join(words)])

    assert_says(made, archived(made))
