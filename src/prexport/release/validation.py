"""Holds raw JSON against the model, and says in plain sentences what doesn't fit.

pydantic finds the errors; its words are for programmers, so none of them get out. Union branches are named `<…>`
in the model (`fields.branch`), which tells them from keys in pydantic's locations.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from prexport.findings import Fault
from prexport.release import contacts, model
from prexport.release.blocks import BLOCK_TYPES, Column, Definition, Speaker
from prexport.release.fields import Part
from prexport.release.model import FORMAT, RELEASE_MODES, Release
from prexport.release.pointers import Json, child, steps
from prexport.release.sentences import NEEDED, UNFIT, UNIONS

# The parts of a release by the key that they stand under; blocks and release lines say themselves what they are.
_PARTS: dict[str, type[Part]] = {
    "about": model.About,
    "columns": Column,
    "contacts": contacts.Contact,
    "dateline": model.Dateline,
    "downloads": model.Download,
    "email": contacts.Contact,
    "items": Definition,
    "people": contacts.Person,
    "publisher": model.Publisher,
    "replaces": model.Replacement,
    "rights": model.Rights,
    "source": model.Provenance,
    "speaker": Speaker,
    "tel": contacts.LabelledTelephone,
    "translations": model.Translation,
}


def validate(data: Json) -> tuple[Release | None, tuple[Fault, ...]]:
    """Make the release, or say all that keeps it from being one. The format is judged by `format_fault`."""
    subject = {**data, "format": FORMAT} if isinstance(data, dict) else data
    try:
        return Release.model_validate(subject), ()
    except ValidationError as error:
        details = [each for each in error.errors(include_url=False) if not _is_echo(each, subject)]
        return None, tuple(_without_doubles(_fault(detail, subject) for detail in details))


def _is_echo(detail: ErrorDetails, data: Json) -> bool:
    """Tell whether pydantic calls a list too short only because it has refused what is in it."""
    return detail["type"] == "too_short" and bool(_find(detail["loc"], data)[1])


def format_fault(data: dict[str, Json]) -> Fault | None:
    """Say why a file of this format can't be judged as `prexport/1`, if so."""
    if "format" not in data:
        return Fault(
            "format-unknown",
            "",
            "The file doesn't say its format.",
            f'Add "format": "{FORMAT}" as its first key.',
        )
    written = data["format"]
    if written == FORMAT:
        return None
    if isinstance(written, str) and (
        match := re.fullmatch(r"prexport/([0-9]{1,9})(?:\.([0-9]{1,9}))?", written)
    ):
        version = (int(match[1]), int(match[2] or 0))
        if version > (1, 0):
            return Fault(
                "format-newer",
                "/format",
                f"The file is {written}: it was written for a newer prexport.",
                f"Update prexport; this one reads {FORMAT}.",
            )
    return Fault(
        "format-unknown",
        "/format",
        f"{quoted(written)} is no format that prexport knows.",
        f'Write "format": "{FORMAT}".',
    )


def quoted(value: object) -> str:
    """A value as messages show it: short, on one line, with nothing invisible in it."""
    if not isinstance(value, str):
        return kind_of(value)
    text = value if len(value) <= 60 else value[:59] + "…"
    shown = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
    return f'"{shown}"'


def kind_of(value: object) -> str:
    """What kind of JSON value it is, in words."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return f"the number {value}" if abs(value) < 1e15 else "a number"
        case str():
            return "a text"
        case list():
            return "a list"
        case _:
            return "an object"


def close_to(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was probably meant to be, or ""."""
    candidates = sorted(known)
    by_lower = {candidate.lower(): candidate for candidate in candidates}
    plain = word.lower().replace("-", "_")
    if plain in by_lower:
        return by_lower[plain]
    matches = difflib.get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[matches[0]] if matches else ""


def _without_doubles(faults: Iterator[Fault]) -> Iterator[Fault]:
    seen: set[Fault] = set()
    for fault in faults:
        if fault not in seen:
            seen.add(fault)
            yield fault


def _fault(detail: ErrorDetails, data: Json) -> Fault:
    pointer, value = _find(detail["loc"], data)
    context: dict[str, Any] = detail.get("ctx", {})
    key = _name(pointer)
    match detail["type"]:
        case "missing":
            return _missing(pointer, data)
        case "extra_forbidden":
            return _unknown_key(pointer, data)
        case "union_tag_not_found" | "union_tag_invalid":
            return _no_branch(pointer, value, str(context.get("discriminator", "")))
        case "unfit":
            message, mend = UNFIT[context["kind"]]
            return _wrong(pointer, message.format(key=key, value=quoted(value), kind=kind_of(value)), mend)
        case "literal_error":
            allowed = re.findall(r"'([^']*)'", str(context.get("expected", "")))
            return _not_among(pointer, value, allowed)
        case "greater_than_equal":
            return _wrong(pointer, f"{key} is {value}, but at least {context['ge']} is needed.", _RANGE)
        case "less_than_equal":
            return _wrong(pointer, f"{key} is {value}, but at most {context['le']} is allowed.", _RANGE)
        case "too_short" | "string_too_short":
            return _wrong(pointer, f"{key} is empty.", "Put at least one entry into it.")
        case kind:
            needed, mend = NEEDED.get(
                kind, ("another kind of value", "`prexport schema` shows what may stand here.")
            )
            if value is None:
                mend = "Leave the key out when there is nothing to say." if pointer else mend
            return _wrong(pointer, f"{key} is {kind_of(value)}, but {needed} is needed.", mend)


_RANGE = "Write a number within the range."


def _wrong(pointer: str, message: str, mend: str) -> Fault:
    return Fault("value-wrong", pointer, message, mend)


def _find(location: tuple[int | str, ...], data: Json) -> tuple[str, Json]:
    """The pointer of a pydantic location and the value there; branch names are left out of it."""
    pointer, value = "", data
    for place, step in enumerate(location):
        last = place == len(location) - 1
        if isinstance(value, dict) and isinstance(step, str) and (step in value or last):
            is_branch = step.startswith("<") and step.endswith(">") and step not in value
            if not is_branch:
                pointer, value = child(pointer, step), value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            pointer, value = child(pointer, step), value[step]
    return pointer, value


def _name(pointer: str) -> str:
    """How a sentence names the value: by its key, or as an entry of the list that has a key."""
    path = steps(pointer)
    if not path:
        return "The release"
    if not path[-1].isdigit():
        return f'"{path[-1]}"'
    named = [step for step in path if not step.isdigit()]
    return f'This entry of "{named[-1]}"' if named else "This entry"


def _part_at(pointer: str, data: Json) -> type[Part] | None:
    """The part of the model that the object at `pointer` is meant to be."""
    path = steps(pointer)
    value = data
    for step in path:
        value = (
            value[int(step)] if isinstance(value, list) else value[step] if isinstance(value, dict) else None
        )
    named = [step for step in path if not step.isdigit()]
    if not named:
        return Release
    if not isinstance(value, dict):
        return None
    if named[-1] == "release":
        return RELEASE_MODES.get(str(value.get("mode")))
    if named[-1] != "downloads" and str(value.get("type")) in BLOCK_TYPES:
        return BLOCK_TYPES[str(value["type"])]
    return _PARTS.get(named[-1])


def _keys(part: type[Part]) -> dict[str, str]:
    """The keys of a part as files spell them, with what each is for."""
    return {field.alias or name: field.description or "" for name, field in part.model_fields.items()}


def _missing(pointer: str, data: Json) -> Fault:
    above, _, key = pointer.rpartition("/")
    part = _part_at(above, data)
    meaning = _keys(part).get(key, "") if part else ""
    return Fault("key-missing", above, f'{_name(above)} has no "{key}".', f'Add "{key}": {_lower(meaning)}')


def _lower(sentence: str) -> str:
    if not sentence:
        return "it is needed."
    return sentence if sentence[1:2].isupper() else sentence[0].lower() + sentence[1:]


def _unknown_key(pointer: str, data: Json) -> Fault:
    above, _, _ = pointer.rpartition("/")
    key = steps(pointer)[-1]
    part = _part_at(above, data)
    meant = close_to(key, _keys(part)) if part else ""
    mend = (
        f'Did you mean "{meant}"?' if meant else 'Remove it, or begin it with "x-" to keep it for yourself.'
    )
    owner = "the release" if not above else _name(above).replace("This", "this", 1)
    return Fault("key-unknown", pointer, f"{quoted(key)} is no key of {owner}.", mend, at_key=True)


def _no_branch(pointer: str, value: Json, union: str) -> Fault:
    chooser = {"_block_branch()": "type", "_mode_branch()": "mode"}.get(union)
    if chooser and isinstance(value, dict):
        allowed = list(BLOCK_TYPES) if chooser == "type" else list(RELEASE_MODES)
        if chooser in value:
            return _not_among(child(pointer, chooser), value[chooser], allowed)
        return Fault(
            "key-missing",
            pointer,
            f'{_name(pointer)} has no "{chooser}".',
            f"Add one of: {', '.join(allowed)}.",
        )
    if union == "_one_or_many()":
        union = f"{'contacts' if steps(pointer)[-1] == 'email' else 'model'}._one_or_many"
    needed, mend = UNIONS[union]
    if value is None:
        mend = "Leave it out when there is nothing to say."
    return _wrong(pointer, f"{_name(pointer)} is {kind_of(value)}, but {needed} is needed.", mend)


def _not_among(pointer: str, value: Json, allowed: list[str]) -> Fault:
    meant = close_to(value, allowed) if isinstance(value, str) else ""
    choice = f"Write {'one of: ' if len(allowed) > 1 else ''}{', '.join(allowed)}."
    mend = f'Did you mean "{meant}"? {choice}' if meant and len(allowed) > 1 else choice
    return _wrong(pointer, f"{_name(pointer)} is {quoted(value)}, which it can't be.", mend)
