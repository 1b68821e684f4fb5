"""What the tests of the command line share."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.running import CommandLine


@pytest.fixture
def prexport(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> CommandLine:
    """Give the command line in an empty folder."""
    return CommandLine(tmp_path, monkeypatch, capsys)
