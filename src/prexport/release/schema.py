"""The JSON Schema of the input (2020-12), generated from the model and never edited by hand."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from prexport.release.model import FORMAT, Release

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDENTITY = "urn:prexport:schema:1"


class _Generator(GenerateJsonSchema):
    """pydantic's generator, with what the format says and pydantic doesn't: `x-` keys, no null defaults."""

    schema_dialect = DIALECT

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Write only the defaults that say something: null and empty lists mean "left out"."""
        default = schema.get("default")
        if isinstance(default, str | bool | int):
            return super().default_schema(schema)
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Allow the `x-` keys that every part may hold."""
        json_schema = super().model_schema(schema)
        json_schema["patternProperties"] = {"^x-": True}
        return json_schema


def json_schema() -> dict[str, Any]:
    """The schema as a JSON value; keys stand in a fixed order."""
    generated = Release.model_json_schema(schema_generator=_Generator)
    _drop_titles(generated)
    return {
        "$schema": DIALECT,
        "$id": IDENTITY,
        "title": f"A press release ({FORMAT})",
        **{key: value for key, value in generated.items() if key not in ("title", "$defs", "$schema")},
        "$defs": dict(sorted(generated["$defs"].items())),
    }


def schema_text() -> str:
    """The schema as `prexport schema` prints it."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _drop_titles(schema: Any) -> None:
    """Take out pydantic's titles: they only repeat the names of keys. Keys called "title" stay."""
    if isinstance(schema, dict):
        if isinstance(schema.get("title"), str):
            del schema["title"]
        for value in schema.values():
            _drop_titles(value)
    elif isinstance(schema, list):
        for item in schema:
            _drop_titles(item)
