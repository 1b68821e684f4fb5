"""The JSON Schema: valid itself, and of one mind with the model."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from prexport.release.pointers import Json, steps, walk_json
from prexport.release.schema import json_schema, schema_text
from prexport.release.validation import validate

# In a pointer's place: what may fit somewhere and doesn't elsewhere.
REPLACEMENTS: tuple[Json, ...] = (
    None,
    "word",
    "",
    3,
    1.5,
    True,
    [],
    {},
    ["word"],
    {"type": "divider"},
    "2025-06-05",
)


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(json_schema())


@pytest.fixture(scope="module")
def sample(repository: Path) -> Json:
    """Give the sample that has every field and block of the format."""
    data: Json = json.loads((repository / "samples" / "lightship-logbooks" / "release.json").read_bytes())
    return data


def test_it_is_a_schema_of_2020_12_with_an_identity_and_descriptions() -> None:
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"]
    assert schema["title"]
    parts = {"release": schema, **schema["$defs"]}
    bare = [
        f"{part}.{key}"
        for part, each in parts.items()
        for key, field in each.get("properties", {}).items()
        if key not in ("type", "mode") and "description" not in field
    ]
    assert not bare, "say what these are for"


def test_it_is_the_same_text_every_time() -> None:
    assert schema_text() == schema_text()
    assert json.loads(schema_text()) == json_schema()
    assert "<lambda>" not in schema_text()
    assert " object at 0x" not in schema_text()


def test_the_samples_are_valid(repository: Path, validator: Draft202012Validator) -> None:
    for file in sorted((repository / "samples").glob("*/release.json")):
        assert not [error.message for error in validator.iter_errors(json.loads(file.read_bytes()))]


def mutations(sample: Json) -> Iterator[tuple[str, Json]]:
    """Put each replacement in the place of each value, take each member out, add an unknown one."""
    assert isinstance(sample, dict)
    seen: set[tuple[str, ...]] = set()
    for small in pieces(sample):
        yield from mutations_of(small, seen)


def pieces(sample: dict[str, Json]) -> Iterator[Json]:
    """The release as many small ones: what is needed, and one thing more. That is quicker to validate."""
    least = {key: sample[key] for key in ("format", "lang", "issued", "publisher", "headline")}
    for key, value in sample.items():
        for entry in value if isinstance(value, list) else [value]:
            yield {**least, "body": ["Words."], key: [entry] if isinstance(value, list) else entry}


def mutations_of(sample: Json, seen: set[tuple[str, ...]]) -> Iterator[tuple[str, Json]]:
    for pointer, value in walk_json(sample):
        # The second of two alike tells nothing new.
        shape = (*(step for step in steps(pointer) if not step.isdigit()), type(value).__name__)
        if not pointer or shape in seen or pointer == "/format":
            continue
        seen.add(shape)
        for replacement in REPLACEMENTS:
            yield f"{pointer} = {json.dumps(replacement)}", changed(sample, pointer, replacement)
        yield f"{pointer} removed", changed(sample, pointer, None, remove=True)
        if isinstance(value, dict):
            yield f"{pointer} + x-key", changed(sample, pointer, {**value, "x-key": None})
            yield f"{pointer} + unknown", changed(sample, pointer, {**value, "unknown": 1})


def changed(sample: Json, pointer: str, value: Json, remove: bool = False) -> Json:
    data: Any = copy.deepcopy(sample)
    above = data
    *path, last = steps(pointer)
    for step in path:
        above = above[int(step)] if isinstance(above, list) else above[step]
    key = int(last) if isinstance(above, list) else last
    if remove:
        del above[key]
    else:
        above[key] = value
    result: Json = data
    return result


def test_it_accepts_what_the_model_accepts_and_nothing_else(
    sample: Json, validator: Draft202012Validator
) -> None:
    # A pattern can't know the names of time zones, nor how long a month is.
    assert validate(sample)[0] is not None
    apart = [
        f"{name}: the schema {'accepts' if valid else 'refuses'} it"
        for name, data in mutations(sample)
        if (valid := validator.is_valid(data)) != (validate(data)[0] is not None)
    ]
    assert [name for name in apart if "/timezone" not in name] == []


def test_samples_name_a_schema_that_is_there(repository: Path) -> None:
    named = {
        sample: json.loads(sample.read_text(encoding="utf-8")).get("$schema")
        for sample in (repository / "samples").glob("*/release.json")
    }
    files = {(sample.parent / schema).resolve() for sample, schema in named.items() if schema}
    assert files == {repository / "samples" / "release.schema.json"}
    for file in files:
        assert file.read_text(encoding="utf-8") == schema_text(), f"prexport schema > {file}"
