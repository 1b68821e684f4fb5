"""JSON values and JSON Pointers (RFC 6901)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


def child(pointer: str, step: str | int) -> str:
    """The pointer of a member or an item of what `pointer` names."""
    if isinstance(step, int):
        return f"{pointer}/{step}"
    return f"{pointer}/{step.replace('~', '~0').replace('/', '~1')}"


def steps(pointer: str) -> list[str]:
    """The unescaped steps of a pointer; none for the whole file."""
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]


def walk_json(value: Json, pointer: str = "") -> Iterator[tuple[str, Json]]:
    """Every value with its pointer, in the order of the file, without what `x-` keys hold."""
    yield pointer, value
    if isinstance(value, dict):
        for key, member in value.items():
            if not key.startswith("x-"):
                yield from walk_json(member, child(pointer, key))
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from walk_json(item, f"{pointer}/{place}")
