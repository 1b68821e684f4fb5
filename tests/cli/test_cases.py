"""Each case is a folder of files and commands (`command.txt`); `expected/output.txt` is all that they leave behind.

Every command must end without a traceback, and leave no file but those it names.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cli.running import CommandLine
from goldens import Golden

CASES = Path(__file__).resolve().parent.parent / "cases" / "cli"


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_what_a_command_leaves_behind(case: str, prexport: CommandLine, golden: Golden) -> None:
    commands = (CASES / case / "command.txt").read_text(encoding="utf-8").splitlines()
    ignored = shutil.ignore_patterns("command.txt", "expected")
    shutil.copytree(CASES / case, prexport.folder, ignore=ignored, dirs_exist_ok=True)
    golden.check(
        f"cases/cli/{case}/expected/output.txt",
        "\n".join(_session(prexport, command) for command in commands),
    )


def _session(prexport: CommandLine, command: str) -> str:
    """One command with its exit code, what it printed, and the files that it made."""
    before = set(prexport.files())
    outcome = prexport(command)
    made = [file for file in prexport.files() if file not in before]
    parts = [f"$ {command}\n", outcome.out, _marked(outcome.err), f"exit code {outcome.code}\n"]
    return "".join(part for part in parts if part) + "".join(f"made {file}\n" for file in made)


def _marked(text: str) -> str:
    """Error output, told apart by a `!` before each line."""
    return "".join(f"! {line}\n" for line in text.splitlines())
