"""Loading: what can't be used is said once, everything else is said in one run."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from prexport.errors import ExitCode, UnusableInput
from prexport.release.blocks import List, Paragraph, Quote
from prexport.release.load import load, load_bytes
from prexport.release.model import Immediate

BASE: dict[str, Any] = {
    "format": "prexport/1",
    "lang": "en-HK",
    "issued": "2025-06-05",
    "publisher": {"name": "Harbour Museum"},
    "headline": "Museum opens its pier",
    "body": ["The pier is open."],
}


def loaded_from(**changes: Any) -> Any:
    return load_bytes("release.json", json.dumps({**BASE, **changes}).encode())


def test_the_samples_are_releases(repository: Path) -> None:
    for file in sorted((repository / "samples").glob("*/release.json")):
        loaded = load(file)
        assert loaded.release is not None, loaded.findings
        assert not loaded.findings
        assert loaded.source.path == str(file)


def test_a_byte_order_mark_is_accepted_and_counts_for_no_column() -> None:
    loaded = load_bytes("release.json", b"\xef\xbb\xbf" + json.dumps(BASE).encode())
    assert loaded.release is not None
    assert loaded.source.locate("").column == 1


def test_x_keys_are_kept_in_the_data_and_ignored() -> None:
    loaded = loaded_from(**{"x-desk": {"any": [1]}, "publisher": {"name": "A", "x-id": None}})
    assert loaded.release is not None
    assert not loaded.findings
    assert loaded.data["x-desk"] == {"any": [1]}


def test_defaults() -> None:
    release = loaded_from().release
    assert release.kind == "press-release"
    assert release.release == Immediate(mode="immediate")
    assert release.end_mark == "###"
    assert loaded_from(end_mark=None).release.end_mark is None


def test_a_string_block_is_a_paragraph_that_knows_where_its_words_are() -> None:
    release = loaded_from(body=["a", {"type": "paragraph", "text": "b"}]).release
    bare, full = release.body
    assert isinstance(bare, Paragraph)
    assert (bare.text_pointer("/body/0"), full.text_pointer("/body/1")) == ("/body/0", "/body/1/text")


def test_items_are_texts_or_blocks() -> None:
    body = [{"type": "list", "items": ["a", ["b", {"type": "quote", "text": "c"}]]}]
    [block] = loaded_from(body=body).release.body
    assert isinstance(block, List)
    first, second = block.items
    assert first == "a"
    assert isinstance(second, tuple)
    assert isinstance(second[1], Quote)


def test_a_dateline_prints_its_own_date_or_the_issue_date_or_none() -> None:
    def printed(**dateline: Any) -> str:
        release = loaded_from(dateline={"place": "Hong Kong", **dateline}).release
        return str(release.dateline.dated(release.issued))

    assert printed() == "2025-06-05"
    assert printed(date="2025-06-04") == "2025-06-04"
    assert printed(date=None) == "None"


@pytest.mark.parametrize(
    ("issued", "precision"),
    [("2025", "year"), ("2025-06", "month"), ("2025-06-05", "day"), ("2025-06-05T09:00+08:00", "moment")],
)
def test_issued_is_as_precise_as_its_author(issued: str, precision: str) -> None:
    assert loaded_from(issued=issued).release.issued.precision == precision


@pytest.mark.parametrize(
    "wrong",
    [
        {"issued": "2025-06-31"},
        {"issued": "2025-6-5"},
        {"issued": "2025-06-05T09:00"},
        {"issued": "0000"},
        {"issued": "２０２５"},
        {"lang": "x-klingon"},
        {"lang": "en-GB-GB"},
        {"lang": "de-1996-1996"},
        {"url": "http://museum.example/"},
        {"downloads": [{"text": "a", "url": "b", "bytes": 1.5}]},
        {"downloads": [{"text": "a", "url": "b", "count": 0}]},
        {"contacts": [{"role": "Press", "people": [], "lang": "en"}]},
        {"contacts": [{"email": "press at museum"}]},
        {"replaces": [{}]},
        {"body": [{"type": "quote", "text": "a", "body": ["b"]}]},
        {"body": [{"type": "heading", "level": 1, "text": "a"}]},
        {"body": [{"type": "table", "columns": [], "rows": []}]},
        {"media": ["a"]},
        {"dateline": {"place": "A", "date": "2025"}},
        {"subheadline": None},
    ],
    ids=json.dumps,
)
def test_a_value_that_can_not_be_is_refused_where_it_stands(wrong: dict[str, Any]) -> None:
    loaded = loaded_from(**wrong)
    assert loaded.release is None
    [key] = wrong
    assert [(finding.rule, finding.where.pointer.split("/")[1]) for finding in loaded.findings] == [
        ("value-wrong", key)
    ]


def test_a_whole_number_may_be_written_with_a_fraction_of_nothing() -> None:
    loaded = load_bytes(
        "r",
        json.dumps({**BASE, "downloads": [{"text": "a", "url": "b", "bytes": 12}]})
        .replace("12}", "12.0}")
        .encode(),
    )
    assert loaded.release is not None
    assert loaded.release.downloads[0].bytes == 12


def test_what_the_schema_refuses_does_not_hide_the_rest() -> None:
    loaded = loaded_from(
        lang="en_HK",
        publisher=None,
        headlien="x",
        body=["kept", {"type": "lst"}, {"type": "list", "items": []}],
    )
    assert loaded.release is None
    assert [finding.where.pointer for finding in loaded.findings] == [
        "/lang",
        "/publisher",
        "/body/1/type",
        "/headlien",
    ]
    assert loaded.salvaged is not None
    assert [block.type for block in loaded.salvaged.body] == ["paragraph", "divider", "list"]


@pytest.mark.parametrize(
    "content", [b"", b"nonsense", b"\xff\xfe{\x00}\x00", b"[" * 100, b"[1]", b'"x"', b"{"]
)
def test_what_can_not_be_parsed_is_unusable_and_says_only_that(content: bytes) -> None:
    loaded = load_bytes("r", content)
    assert loaded.unusable
    assert loaded.release is None
    assert len(loaded.findings) == 1


@pytest.mark.parametrize(
    ("content", "column", "message"),
    [
        ("{'a': 1}", 2, "' is no quotation mark of JSON."),
        ("{“a”: 1}", 2, "“ is no quotation mark of JSON."),
        ("{a: 1}", 2, "A key is missing or has no quotation marks."),
        ('{"a" 1}', 6, "A colon is missing after the key."),
        ('{"a": 1 "b": 2}', 9, "A comma is missing before this."),
        ('{"a": 1,}', 8, "A comma stands before a closing bracket."),
        ('{"a": [1, ]}', 9, "A comma stands before a closing bracket."),
        ('{"a": True}', 7, "This is no value of JSON."),
        ('{"a": "b\tc"}', 9, "A string holds a line break or another control character."),
        ('{"a": "b', 7, "This string is never closed."),
        ('{"a": "\\q"}', 8, "A backslash stands before a character that needs none."),
        ('{"a": 1', 7, "The file ends before the release does."),
        ("{} {}", 4, "Something follows the end of the release."),
        ("// a\n{}", 1, "JSON has no comments."),
        ('{"a": ]}', 7, "A value is missing or is none of JSON's."),
    ],
)
def test_broken_json_is_explained_whatever_python_calls_it(content: str, column: int, message: str) -> None:
    [finding] = load_bytes("r", content.encode()).findings
    assert (finding.rule, finding.where.column, finding.message) == ("not-json", column, message)
    assert finding.mend


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e999", "9" * 5000])
def test_numbers_that_are_none(number: str) -> None:
    text = json.dumps({**BASE, "downloads": [{"text": "a", "url": "b", "bytes": 7}]}).replace(
        ": 7", f": {number}"
    )
    findings = load_bytes("r", text.encode()).findings
    assert [(finding.rule, finding.where.pointer) for finding in findings] == [
        ("not-a-number", "/downloads/0/bytes")
    ]


def test_a_missing_file_a_folder_and_a_pipe_are_unusable(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, said in (
        (tmp_path / "none", "does not exist"),
        (tmp_path, "is a folder"),
        (tmp_path / "pipe", "no ordinary file"),
    ):
        with pytest.raises(UnusableInput, match=said) as caught:
            load(path)
        assert caught.value.exit_code is ExitCode.UNUSABLE_INPUT
        assert caught.value.mend


def test_messages_hold_nothing_that_steers_a_terminal() -> None:
    loaded = loaded_from(**{"bad\x1b[31m\u202ekey": 1, "kind": "\x07" + "k" * 500})
    for finding in loaded.findings:
        assert finding.message.isprintable()
        assert len(finding.message) < 200
