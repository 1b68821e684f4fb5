"""The drawn releases are valid, and reach every corner of the format."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from prexport.release.schema import schema_text
from strategies import DEEPEST_LIST, releases

BLOCKS = (
    "paragraph",
    "heading",
    "quote",
    "list",
    "definitions",
    "table",
    "figure",
    "callout",
    "divider",
)
MARKS = ("**", "\\*", "`", "](#note-", "](https:", "<https:", "<press@", "{lang=", "{abbr=", "\\\n")
SCRIPTS = (
    "LATIN",
    "GREEK",
    "CYRILLIC",
    "CJK",
    "HIRAGANA",
    "HANGUL",
    "ARABIC",
    "HEBREW",
    "DEVANAGARI",
    "THAI",
)


@cache
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(schema_text()))


@settings(max_examples=30)
@given(releases())
def test_a_drawn_release_keeps_to_the_schema(release: Any) -> None:
    faults = [f"{error.json_path}: {error.message}" for error in validator().iter_errors(release)]
    assert not faults


def values(value: Any) -> Iterator[Any]:
    """Every value in some JSON."""
    yield value
    if isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from values(part)


def depth_of_lists(value: Any) -> int:
    """How deep lists nest."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    is_list = isinstance(value, dict) and value.get("type") == "list"
    return is_list + max(map(depth_of_lists, inner), default=0)


@pytest.fixture(scope="module")
def drawn() -> list[Any]:
    """Give some hundred releases, the same ones at every run."""
    gathered: list[Any] = []

    @settings(
        max_examples=200,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        database=None,
    )
    @given(releases())
    def gather(release: Any) -> None:
        gathered.append(release)

    gather()
    return gathered


@pytest.mark.parametrize("kind", BLOCKS)
def test_every_block_is_drawn(drawn: list[Any], kind: str) -> None:
    assert any(
        isinstance(each, dict) and each.get("type") == kind for release in drawn for each in values(release)
    )


@pytest.mark.parametrize("mark", MARKS)
def test_every_mark_is_drawn(drawn: list[Any], mark: str) -> None:
    assert any(isinstance(each, str) and mark in each for release in drawn for each in values(release))


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_is_drawn(drawn: list[Any], script: str) -> None:
    letters = {letter for release in drawn for letter in release["headline"]}
    assert any(unicodedata.name(letter, "").startswith(script) for letter in letters)


@pytest.mark.parametrize("field", sorted(json.loads(schema_text())["properties"]))
def test_every_field_is_drawn(drawn: list[Any], field: str) -> None:
    assert any(field in release for release in drawn)


def test_lists_are_drawn_as_deep_as_they_may_be(drawn: list[Any]) -> None:
    assert max(map(depth_of_lists, drawn)) == DEEPEST_LIST
