"""From bytes to JSON values, strictly: what can't be parsed is said in one plain sentence."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import Any

from prexport.findings import Finding, Place, Severity
from prexport.records import dataclass
from prexport.release.pointers import Json, walk_json
from prexport.release.source import Source

LARGEST = 20 * 1024 * 1024
"""Bytes of the largest file that is read."""

DEEPEST = 64
"""Containers that may nest."""

_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[\]{}]', re.DOTALL)
# More digits than the largest double has.
_LONGEST_INTEGER = 310
_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file holds. `failure` is set when it could not be parsed, and then says all there is to say."""

    source: Source
    data: Json = None
    failure: Finding | None = None
    has_duplicates: bool = False


def parse(path: str, content: bytes) -> Parsed:
    """Parse the bytes of the file at `path`, which is the path as the user gave it."""
    if len(content) > LARGEST:
        return _failed(
            Source(path, ""),
            Place(path),
            "file-too-large",
            "The file is larger than 20 MiB.",
            "Keep photos as files of their own; the release holds only text and their names.",
        )
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        return _not_utf8(path, content, error)
    source = Source(path, text)
    depth, position = 0, -1
    for token in _BRACKET.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        if depth > DEEPEST:
            position = token.start()
            break
    if position >= 0:
        return _failed(
            source,
            source.place(position),
            "too-deep",
            f"Objects and lists nest more than {DEEPEST} deep here.",
            "Look for a bracket that was opened too often; no release needs such depth.",
        )
    return _parse_text(source)


def _parse_text(source: Source) -> Parsed:
    duplicates = False

    def gather(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal duplicates
        members = dict(pairs)
        duplicates = duplicates or len(members) < len(pairs)
        return members

    try:
        data: Json = json.loads(source.text, object_pairs_hook=gather, parse_int=_integer)
    except json.JSONDecodeError as error:
        position, message, mend = _explain(source.text, error)
        return _failed(source, source.place(position), "not-json", message, mend)
    return Parsed(source, data, has_duplicates=duplicates)


def numbers_beyond(data: Json) -> Iterator[str]:
    """Pointers of all numbers that are none: NaN, Infinity, or larger than a double holds."""
    for pointer, value in walk_json(data):
        if isinstance(value, float) and not math.isfinite(value):
            yield pointer


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) < _LONGEST_INTEGER else math.inf


def _failed(source: Source, where: Place, rule: str, message: str, mend: str) -> Parsed:
    return Parsed(source, failure=Finding(rule, Severity.ERROR, where, message, mend))


def _not_utf8(path: str, content: bytes, error: UnicodeDecodeError) -> Parsed:
    source = Source(path, content.decode("utf-8", "replace"))
    mark = _MARKS.get(content[:2])
    if mark or b"\0" in content[:4]:
        where, message = Place(path), f"The file is {mark or 'UTF-16 or UTF-32'}, not UTF-8."
    else:
        before = content[: error.start].decode("utf-8").removeprefix("\ufeff")
        where = source.place(len(before))
        message = f"The file is not UTF-8: byte 0x{content[error.start]:02X} stands for no character here."
    return _failed(source, where, "not-utf8", message, "Save the file again with the encoding UTF-8.")


def _explain(text: str, error: json.JSONDecodeError) -> tuple[int, str, str]:
    """Say what is wrong where, whatever words and positions this version of Python has for it."""
    position = error.pos
    here = text[position : position + 1]
    before = text[:position].rstrip(" \t\n\r")
    if not text.strip(" \t\n\r"):
        return 0, "The file is empty.", "Write the release into it; `prexport schema` shows what it may hold."
    if "control character" in error.msg:
        return (
            position,
            "A string holds a line break or another control character.",
            "Write \\n for a line break, and end the string on the line where it begins.",
        )
    if "Unterminated" in error.msg:
        return position, "This string is never closed.", 'Put a " after its last character.'
    if "escape" in error.msg:
        return (
            position,
            "A backslash stands before a character that needs none.",
            'Write \\\\ for a backslash; only \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four digits are escapes.',
        )
    if "Extra data" in error.msg:
        return (
            position,
            "Something follows the end of the release.",
            "Keep one release in a file; remove the rest.",
        )
    if here == "," and re.match(r",[ \t\n\r]*[\]}]", text[position:]):
        return position, *_TRAILING
    if here in ("]", "}") and before.endswith(","):
        return len(before) - 1, *_TRAILING
    if not here:
        return (
            max(0, len(before) - 1),
            "The file ends before the release does.",
            "Close every bracket and quotation mark; the file may have been cut off.",
        )
    if here in "'‘’“”„«":
        return position, f"{here} is no quotation mark of JSON.", 'Write " around keys and texts.'
    if here in "/#":
        return position, "JSON has no comments.", 'Remove it, or keep it under a key like "x-note".'
    if re.match(r"(True|False|None|undefined)\b", text[position:]):
        return position, "This is no value of JSON.", "Write true, false or null, in small letters."
    if "',' delimiter" in error.msg:
        return position, "A comma is missing before this.", "Put a comma after the value before."
    if "':' delimiter" in error.msg:
        return position, "A colon is missing after the key.", 'Write "key": value.'
    if "property name" in error.msg:
        return position, "A key is missing or has no quotation marks.", 'Write "key": value.'
    return (
        position,
        "A value is missing or is none of JSON's.",
        'Write a text in ", a number, a list or an object.',
    )


_TRAILING = ("A comma stands before a closing bracket.", "Remove the comma.")
