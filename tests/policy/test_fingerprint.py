"""A finding is known again by rule, place and content."""

from __future__ import annotations

from dataclasses import replace

from prexport.findings import Finding, Place, Severity
from prexport.policy.fingerprint import fingerprints

FINDING = Finding(
    "link-vague",
    Severity.WARNING,
    Place("news/boat.json", 4, 7, "/body/1/items/0"),
    "The link text tells nothing.",
    "Name what is there.",
    content="[here](https://example.org)",
)


def of(finding: Finding, folder: str = "/house") -> str:
    return fingerprints([finding], folder)[0]


def test_it_stays_when_lines_and_numbers_move() -> None:
    moved = replace(FINDING, where=Place("news/boat.json", 40, 9, "/body/12/items/3"))
    assert of(moved) == of(FINDING)


def test_it_stays_when_weight_and_words_change() -> None:
    assert of(replace(FINDING, severity=Severity.ERROR, message="Other.", mend="Words.")) == of(FINDING)


def test_it_stays_wherever_the_file_is_named_from() -> None:
    absolute = replace(FINDING, where=replace(FINDING.where, file="/house/news/boat.json"))
    assert of(absolute) == of(FINDING)


def test_it_changes_with_rule_file_place_and_content() -> None:
    others = [
        replace(FINDING, rule="link-bare-url"),
        replace(FINDING, where=replace(FINDING.where, file="news/other.json")),
        replace(FINDING, where=replace(FINDING.where, pointer="/notes/1/items/0")),
        replace(FINDING, content="[there](https://example.org)"),
        replace(FINDING, artefact="out/boat.pdf"),
        replace(FINDING, element="Document/P[1]"),
    ]
    prints = {of(each) for each in (FINDING, *others)}
    assert len(prints) == 1 + len(others)


def test_without_content_the_exact_place_counts() -> None:
    bare = replace(FINDING, content="", element="Document/P[1]", artefact="out/boat.pdf")
    moved = replace(bare, element="Document/P[2]")
    assert of(bare) != of(moved)
    assert of(replace(bare, content="x")) == of(replace(moved, content="x"))


def test_a_name_that_is_a_number_is_no_number_of_an_item() -> None:
    named = replace(FINDING, where=replace(FINDING.where, pointer="/x-2024a/1"))
    assert of(named) != of(replace(named, where=replace(named.where, pointer="/x-2025a/1")))


def test_one_more_of_the_same_is_new() -> None:
    one, two = fingerprints([FINDING, FINDING], "")
    assert one == fingerprints([FINDING], "")[0]
    assert one != two
