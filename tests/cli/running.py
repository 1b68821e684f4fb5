"""Running the command line inside of the test's process, as `prexport` itself does."""

from __future__ import annotations

import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from prexport.cli import main


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left behind: its exit code and what it printed."""

    code: int
    out: str
    err: str


class CommandLine:
    """Runs commands in a folder; one for each test."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        monkeypatch.chdir(folder)
        # Boxes of usage errors are as wide as the terminal.
        monkeypatch.setenv("COLUMNS", "100")
        for name in ("PREXPORT_DEBUG", "FORCE_COLOR", "NO_COLOR"):
            monkeypatch.delenv(name, raising=False)

    def __call__(self, command: str) -> Outcome:
        """Run `command`, which is written as in a shell."""
        self._monkeypatch.setattr(sys, "argv", shlex.split(command))
        self._capsys.readouterr()
        try:
            main()
            code: object = 0
        except SystemExit as left:
            code = left.code
        printed = self._capsys.readouterr()
        assert code is None or isinstance(code, int), code
        return Outcome(code or 0, printed.out, printed.err)

    def files(self) -> list[str]:
        """Every file below the folder, links and devices among them."""
        below = (path for path in self.folder.rglob("*") if path.is_symlink() or not path.is_dir())
        return sorted(path.relative_to(self.folder).as_posix() for path in below)
