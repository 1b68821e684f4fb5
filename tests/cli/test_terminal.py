"""What a person at a terminal sees, and a program that reads a pipe doesn't: colours, progress, file names."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = """{"format": "prexport/1", "lang": "en", "issued": "2026-01-31", "publisher": {"name": "The Museum"},
"headline": "It opens", "body": ["On Friday, says [our page](https://example.org)."]}"""
WARNED = GOOD.replace("our page", "here")
RED_OR_YELLOW = "\x1b[1;3"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.json").write_text(GOOD, encoding="utf-8")
    (tmp_path / "warned.json").write_text(WARNED, encoding="utf-8")
    return tmp_path


def at_a_terminal(folder: Path, *arguments: str, **environment: str) -> str:
    """Run `prexport` with a terminal for both its outputs and give what that shows."""
    near, far = pty.openpty()
    env = {"TERM": "xterm-256color", "PATH": os.environ["PATH"], "HOME": str(folder), "COLUMNS": "100"}
    with subprocess.Popen(
        [sys.executable, "-m", "prexport", *arguments],
        cwd=folder,
        env=env | environment,
        stdin=far,
        stdout=far,
        stderr=far,
    ) as process:
        os.close(far)
        shown = b""
        while chunk := _read(near):
            shown += chunk
    os.close(near)
    assert process.returncode == 0, shown.decode()
    return shown.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux tells in this way that nobody writes to the terminal any more
        return b""


def through_a_pipe(folder: Path, *arguments: str) -> tuple[str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "prexport", *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout, done.stderr


def test_findings_are_coloured(folder: Path) -> None:
    assert RED_OR_YELLOW in at_a_terminal(folder, "lint", "warned.json")


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "dumb"])
def test_colours_can_be_declined(folder: Path, environment: dict[str, str]) -> None:
    shown = at_a_terminal(folder, "lint", "warned.json", **environment)
    assert "warning[link-vague]" in shown
    assert "\x1b" not in shown


def test_many_releases_show_their_progress_and_the_files_made(folder: Path) -> None:
    shown = at_a_terminal(folder, "export", "one.json", "two.json", "three.json", "--to", "html")
    assert "Releases" in shown
    assert "100%" in shown
    assert [name for name in ("one.html", "two.html", "three.html") if name not in shown] == []


def test_one_release_needs_no_progress(folder: Path) -> None:
    shown = at_a_terminal(folder, "export", "one.json", "--to", "html")
    assert shown == "one.html\r\n"


def test_a_pipe_gets_findings_only(folder: Path) -> None:
    assert through_a_pipe(folder, "export", "one.json", "two.json", "--to", "html") == ("", "")
    out, err = through_a_pipe(folder, "lint", "warned.json", "one.json")
    assert "warning[link-vague]" in out
    assert "\x1b" not in out
    assert err == ""


def test_a_json_report_on_a_terminal_is_json_only(folder: Path) -> None:
    shown = at_a_terminal(folder, "export", "one.json", "two.json", "--to", "html", "--format", "json")
    assert shown.startswith("{")
    assert shown.rstrip().endswith("}")
    assert "\x1b" not in shown
