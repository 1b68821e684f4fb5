"""`prexport export --pdf-engine reportlab`: the same bytes in any process, and out of the file itself again."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from outlined import SAMPLES

ENGINE = ["--to", "pdf", "--pdf-engine", "reportlab"]


def prexport(*arguments: str | Path, **environment: str) -> None:
    command = [sys.executable, "-m", "prexport", *map(str, arguments)]
    done = subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda path: path.name)
def test_the_file_gives_back_the_release_from_which_it_comes_out_again(folder: Path, tmp_path: Path) -> None:
    told = [*ENGINE, "--name", "it"]
    prexport("export", folder / "release.json", *told, "-o", tmp_path / "one", PYTHONHASHSEED="1", TZ="UTC")
    prexport("extract", tmp_path / "one" / "it.pdf", "-o", tmp_path / "back")
    (back,) = (tmp_path / "back").glob("*.json")
    prexport(
        "export", back, *told, "-o", tmp_path / "two", PYTHONHASHSEED="2", TZ="Asia/Hong_Kong", LC_ALL="C"
    )

    assert (tmp_path / "one" / "it.pdf").read_bytes() == (tmp_path / "two" / "it.pdf").read_bytes()
