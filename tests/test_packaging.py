"""The wheel holds all that an export needs, and the repository stays small and free of addresses."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

MOST_MEGABYTES = 40


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=repository, check=True, capture_output=True)
    return next(folder.glob("prexport-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay the wheel's files out as an installer does, without fetching the world again."""
    folder = tmp_path_factory.mktemp("site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def prexport(installed: Path, *args: str, cwd: Path) -> str:
    """Run the installed prexport from a folder that isn't the repository; -P keeps that folder off the
    path."""
    env = {**os.environ, "PYTHONPATH": str(installed)}
    command = [sys.executable, "-P", "-m", "prexport", *args]
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def tracked(repository: Path) -> Iterator[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=repository, capture_output=True, check=True).stdout
    yield from (repository / name for name in listed.decode().split("\0") if name)


def test_the_wheel_holds_brands_fonts_words_and_licences(wheel: Path, repository: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    source = repository / "src" / "prexport"
    styles = repository / "styles"
    expected = {f"prexport/_styles/{file.relative_to(styles)}" for file in tracked(styles)}
    expected |= {f"prexport/{file.relative_to(source)}" for file in tracked(source)}
    assert not expected - inside, "these files are in the repository, but not in the wheel"


def test_every_font_travels_with_its_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in inside)
    folders = {Path(name).parent for name in inside if name.endswith((".ttf", ".otf", ".ttc", ".woff2"))}
    assert folders
    bare = [str(folder) for folder in folders if f"{folder}/OFL.txt" not in inside]
    assert not bare, f"put the font's licence beside it as OFL.txt: {bare}"


def test_an_installed_prexport_finds_its_brands_from_any_folder(installed: Path, tmp_path: Path) -> None:
    listed = prexport(installed, "brands", cwd=tmp_path)
    assert {"default", "cyberport"} <= set(re.findall(r"\w+", listed))


def test_an_installed_prexport_exports(installed: Path, repository: Path, tmp_path: Path) -> None:
    sample = repository / "samples" / "cyberport-hkntaie" / "release.json"
    prexport(installed, "export", str(sample), "-o", "out", cwd=tmp_path)
    made = {file.name for file in (tmp_path / "out").iterdir()}
    assert made == {f"cyberport-hkntaie.{suffix}" for suffix in ("html", "docx", "pdf")}


def test_what_runs_is_what_was_installed(installed: Path, tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(installed)}
    code = "import prexport; print(prexport.__file__)"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True, check=True
    )
    assert Path(done.stdout.strip()).is_relative_to(installed)


def test_the_repository_stays_small(repository: Path) -> None:
    sizes = {str(file.relative_to(repository)): file.stat().st_size for file in tracked(repository)}
    total = sum(sizes.values()) / 1e6
    largest = sorted(sizes, key=lambda name: -sizes[name])[:5]
    assert total < MOST_MEGABYTES, f"{total:.1f} MB of {MOST_MEGABYTES}; the largest files are {largest}"


def test_no_lock_names_an_address(repository: Path) -> None:
    for name in ("requirements.lock", "package-lock.json"):
        text = (repository / name).read_text(encoding="utf-8")
        assert not re.search(r"https?://|file:|--(extra-)?index-url|--find-links", text), name


def test_every_locked_package_has_its_hashes(repository: Path) -> None:
    text = (repository / "requirements.lock").read_text(encoding="utf-8")
    for entry in re.split(r"\n(?=\S)", text):
        assert entry.startswith("#") or "--hash=sha256:" in entry, entry.splitlines()[0]
