"""`make` installs what the system lacks where it may, and says the exact command where it may not."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """Give a folder of commands: a Debian that has only libpango, and whose apt-get writes down what it is
    told."""
    commands = {
        "bash": f'exec {os.path.realpath("/bin/bash")} "$@"',
        "dpkg-query": 'case "$*" in *libpango*) printf installed ;; *) exit 1 ;; esac',
        "apt-get": 'echo "apt-get $*"',
        "id": "echo 1000",
    }
    for name, script in commands.items():
        command = tmp_path / name
        command.write_text(f"#!/bin/sh\n{script}\n")
        command.chmod(0o755)
    return tmp_path


def run(machine: Path, repository: Path, *items: str) -> subprocess.CompletedProcess[str]:
    script = repository / "tools" / "system-packages"
    env = {"PATH": str(machine)}
    return subprocess.run(
        ["/bin/bash", str(script), *items], env=env, capture_output=True, text=True, check=False
    )


def become_root(machine: Path) -> None:
    (machine / "id").write_text("#!/bin/sh\necho 0\n")


def test_nothing_is_done_when_nothing_is_missing(machine: Path, repository: Path) -> None:
    done = run(machine, repository, "libpango-1.0-0", "dpkg-query:dpkg")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_root_installs_only_what_is_missing(machine: Path, repository: Path) -> None:
    become_root(machine)
    done = run(machine, repository, "libpango-1.0-0", "libharfbuzz-subset0", "pdftotext:poppler-utils")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "installing libharfbuzz-subset0 poppler-utils",
        "apt-get update -q",
        "apt-get install -q -y --no-install-recommends libharfbuzz-subset0 poppler-utils",
    ]


def test_others_are_told_the_exact_command(machine: Path, repository: Path) -> None:
    done = run(machine, repository, "libpango-1.0-0", "chromium:chromium", "qpdf:qpdf")
    assert done.returncode == 1
    command = "sudo apt-get update && sudo apt-get install --no-install-recommends chromium qpdf"
    assert command in done.stderr


def test_a_failing_installation_stops_make(machine: Path, repository: Path) -> None:
    become_root(machine)
    (machine / "apt-get").write_text("#!/bin/sh\nexit 100\n")
    assert run(machine, repository, "qpdf:qpdf").returncode == 100


def test_another_system_is_told_what_it_needs(machine: Path, repository: Path) -> None:
    (machine / "dpkg-query").unlink()
    done = run(machine, repository, "libpango-1.0-0")
    assert done.returncode == 0
    assert "not a Debian system: please see to it yourself that libpango-1.0-0 is there" in done.stderr
