"""How a run ends when something is beyond a release's control: an interruption, a bug of ours, a broken pipe."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from cli.running import CommandLine
from prexport.errors import CheckerFailed, ExitCode, InternalError, MissingTool, PrexportError

RELEASE = """{"format": "prexport/1", "lang": "en", "issued": "2026-01-31", "publisher": {"name": "The Museum"},
"headline": "It opens", "body": ["On Friday."]}"""


@pytest.fixture
def release(prexport: CommandLine) -> str:
    """Give the name of a good release."""
    (prexport.folder / "good.json").write_text(RELEASE, encoding="utf-8")
    return "good.json"


def test_an_interruption_ends_the_run_and_leaves_nothing_half_written(
    prexport: CommandLine, release: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*arguments: object) -> NoReturn:
        signal.raise_signal(signal.SIGINT)
        raise AssertionError("the signal was swallowed")

    monkeypatch.setattr("os.fsync", interrupted)
    outcome = prexport(f"prexport export {release} --to html")
    assert outcome.code == ExitCode.INTERRUPTED
    assert "Traceback" not in outcome.err
    assert prexport.files() == [release]


def test_a_bug_is_called_a_bug(prexport: CommandLine, release: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object, **options: object) -> NoReturn:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("prexport.export.compose", broken)
    outcome = prexport(f"prexport export {release} --to html")
    assert outcome.code == ExitCode.INTERNAL
    assert outcome.err == (
        "error: This is a bug in prexport, not in your release: ZeroDivisionError: division by zero\n"
        "  Run the same command again with PREXPORT_DEBUG=1 and send us what it prints.\n"
    )
    assert prexport.files() == [release]

    monkeypatch.setenv("PREXPORT_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        prexport(f"prexport export {release} --to html")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (MissingTool("Pango is not there.", "Install it."), 5),
        (CheckerFailed("It hung.", "Try again."), 7),
        (InternalError("The words on the pages are not those of the document."), 70),
    ],
)
def test_what_could_not_be_done_is_said_and_the_others_are_exported(
    prexport: CommandLine, release: str, monkeypatch: pytest.MonkeyPatch, error: PrexportError, code: int
) -> None:
    def failing(*arguments: object, **options: object) -> NoReturn:
        raise error

    (prexport.folder / "other.json").write_text(RELEASE.replace("It opens", "It closes"), encoding="utf-8")
    monkeypatch.setattr("prexport.writers.pdf.write.write", failing)
    outcome = prexport(f"prexport export {release} --to html,pdf")
    assert outcome.code == code
    assert outcome.err == f"error: {error.message}\n" + (f"  {error.mend}\n" if error.mend else "")
    assert sorted(prexport.files()) == [release, "other.json"], "all formats of a release, or none"


def test_a_reader_who_leaves_early_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "prexport", "schema"], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_disk_is_said() -> None:
    full = Path("/dev/full")
    with full.open("wb") as device:
        done = subprocess.run(
            [sys.executable, "-m", "prexport", "schema"], stdout=device, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == ExitCode.OUTPUT_NOT_WRITABLE
    assert b"Traceback" not in done.stderr
