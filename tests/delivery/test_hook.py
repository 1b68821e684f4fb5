"""The pre-commit hook is one that pre-commit takes, and stops a commit of a faulty release."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

REPOSITORY = Path(__file__).resolve().parent.parent.parent
HOOKS = REPOSITORY / ".pre-commit-hooks.yaml"
CASES = REPOSITORY / "tests" / "cases" / "cli"


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {
        "PRE_COMMIT_HOME": str(folder / ".git" / "pre-commit"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "PATH": f"{folder / '.git'}:{environment['PATH']}",
    }
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def pre_commit(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(folder, sys.executable, "-m", "pre_commit", *arguments)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Give a repository that uses the hook, with the prexport under test."""
    run(tmp_path, "git", "init", "--quiet")
    program = tmp_path / ".git" / "prexport"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m prexport "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    # The hook as it is published, but for how it is installed: that takes the network.
    hooks: list[dict[str, Any]] = YAML(typ="safe").load(HOOKS)
    local = [{**hook, "language": "system"} for hook in hooks]
    with (tmp_path / ".pre-commit-config.yaml").open("w", encoding="utf-8") as file:
        YAML().dump({"repos": [{"repo": "local", "hooks": local}]}, file)
    return tmp_path


def commit(house: Path, **files: Path) -> subprocess.CompletedProcess[str]:
    """Run the hook over files that are about to be committed."""
    for name, source in files.items():
        target = house / name / "release.json"
        target.parent.mkdir()
        shutil.copy(source, target)
    (house / "package.json").write_text('{"name": "no release"}', encoding="utf-8")
    run(house, "git", "add", "--all")
    return pre_commit(house, "run", "--color", "never")


def test_the_manifest_is_valid(tmp_path: Path) -> None:
    done = pre_commit(tmp_path, "validate-manifest", str(HOOKS))
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_hook_runs_a_command_that_there_is() -> None:
    (hook,) = YAML(typ="safe").load(HOOKS)
    assert hook["entry"] == "prexport lint"
    assert hook["id"] in (REPOSITORY / "docs" / "ci.md").read_text(encoding="utf-8")


def test_a_good_release_passes(house: Path) -> None:
    done = commit(house, good=CASES / "export-formats" / "opening.json")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout


def test_a_faulty_release_stops_the_commit(house: Path) -> None:
    done = commit(
        house,
        good=CASES / "export-formats" / "opening.json",
        bad=CASES / "export-with-errors" / "opening.json",
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "bad/release.json:7:92: error[heading-skipped]" in done.stdout
    assert "good/release.json" not in done.stdout
    assert "package.json" not in done.stdout


def test_files_that_are_no_releases_are_left_alone(house: Path) -> None:
    done = commit(house)
    assert done.returncode == 0
    assert "no files to check" in done.stdout
