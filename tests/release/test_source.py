"""Places in the author's file: line, column and length of whatever a JSON Pointer names."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, strategies as st

from prexport.release.pointers import walk_json
from prexport.release.source import Source

FILE = '{\n  "a": {"b/c": [1, "x\\u00e9y😀\\ud83d\\ude00z", true]},\r\n  "d~": "**é**"\n}\n'


def at(pointer: str, **asked: Any) -> str:
    """Give the characters that the caret would underline."""
    source = Source("f", FILE)
    place = source.locate(pointer, **asked)
    return source.line(place.line)[place.column - 1 : place.column - 1 + place.length]


def test_values_and_keys() -> None:
    assert at("") == "{"
    assert at("/a") == "{"
    assert at("/a", at_key=True) == '"a"'
    assert at("/a/b~1c/0") == "1"
    assert at("/a/b~1c/2") == "true"
    assert at("/d~0") == '"**é**"'
    assert at("/d~0", at_key=True) == '"d~"'


def test_characters_of_a_string_with_escapes() -> None:
    pointer = "/a/b~1c/1"
    assert at(pointer) == '"x\\u00e9y😀\\ud83d\\ude00z"'
    assert [at(pointer, offset=place, length=1) for place in range(6)] == [
        "x",
        "\\u00e9",
        "y",
        "😀",
        "\\ud83d\\ude00",
        "z",
    ]
    assert at("/d~0", offset=2, length=1) == "é"


def test_what_is_not_there_is_shown_at_what_holds_it() -> None:
    assert at("/a/none/deeper") == "{"
    assert at("/d~0/0", offset=3) == '"**é**"'


def test_lines() -> None:
    source = Source("f", FILE)
    assert source.line(2) == '  "a": {"b/c": [1, "x\\u00e9y😀\\ud83d\\ude00z", true]},'
    assert source.line(3) == '  "d~": "**é**"'
    assert (source.line(0), source.line(5), source.line(6)) == ("", "", "")
    assert (source.locate("/d~0").line, source.locate("/d~0").column) == (3, 9)


def test_the_last_of_two_equal_keys_counts_and_each_repetition_is_found() -> None:
    text = '{"a": 1, "b": [{"c": 1, "\\u0063": {"c": 2}}], "a": 3, "a": 4}'
    source = Source("f", text)
    assert source.locate("/a").column == text.index("4") + 1
    assert [(pointer, place.column) for pointer, place in source.duplicate_keys()] == [
        ("/b/0/c", text.index('"\\u0063"') + 1),
        ("/a", text.index('"a": 3') + 1),
        ("/a", text.index('"a": 4') + 1),
    ]


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(values, st.booleans(), st.sampled_from([None, 0, 2]))
def test_every_value_is_found_however_the_file_is_written(value: Any, ascii_only: bool, indent: int) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    source = Source("f", text)
    starts = [0, *(place + 1 for place, character in enumerate(text) if character == "\n")]
    for pointer, part in walk_json(value):
        place = source.locate(pointer)
        found, _ = json.JSONDecoder().raw_decode(text, starts[place.line - 1] + place.column - 1)
        assert found == part
