"""Goldens: expected texts and pictures beside the tests, readable in a review.

    def test_page(golden: Golden) -> None:
        golden.check("cases/plain/expected/page.html", html)
        golden.picture("cases/plain/expected/page-1.png", png)

Paths are relative to `tests/`, and every golden lies somewhere below a folder named `expected`.
`pytest --update-goldens` writes what the tests hand in (never under `CI=true`). In a full run that passes, a
file below an `expected` folder that no test asked for is an orphan: it fails the run, or is removed by an
update. What didn't match is written to `build/failed/`.

Why not syrupy or pytest-regressions: both derive the file from the test's name, so a golden can't lie with
its case, nor serve two tests (the tag tree that two engines must share).
"""

from __future__ import annotations

import difflib
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat

TESTS = Path(__file__).resolve().parent
FAILED = TESTS.parent / "build" / "failed"
FOLDER = "expected"
DIFF_LINES = 120
TILE = 16

_ASKED = pytest.StashKey[set[str]]()
_WORKER_KEY = "goldens_asked"


class Golden:
    """Compares with, or writes, the expected files; one for each test."""

    def __init__(self, asked: set[str], update: bool) -> None:
        self._asked = asked
        self._update = update

    def check(self, path: str, text: str) -> None:
        """Hold `text` against the golden at `path`; the failure is a unified diff."""
        file = self._ask(path)
        if self._update:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
            return
        if not file.is_file():
            self._fail(path, text.encode(), "there is no such golden yet")
        expected = file.read_bytes().decode()
        if expected != text:
            self._fail(path, text.encode(), "the text has changed\n" + _diff(expected, text))

    def picture(
        self, path: str, png: bytes, *, tolerance: float = 2.0, spot: float = 60.0, width: int = 480
    ) -> None:
        """Hold a PNG, scaled down to at most `width` px, against the golden at `path`.

        `tolerance` is the mean difference that the whole picture may show, `spot` that of any tile of
        16 x 16 px, both in steps of 0 to 255: the first forgives another anti-aliasing, the second notices a
        lost logo.
        """
        file = self._ask(path)
        actual = _scaled(Image.open(io.BytesIO(png)).convert("RGB"), width)
        if self._update:
            # Within the tolerance the old file stays, so that an update doesn't stir the history for nothing.
            if not file.is_file() or _picture_fault(file.read_bytes(), actual, tolerance / 4, spot / 4):
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(_png(actual))
            return
        if not file.is_file():
            self._fail(path, _png(actual), "there is no such golden yet")
        if fault := _picture_fault(file.read_bytes(), actual, tolerance, spot):
            self._fail(path, _png(actual), fault)

    def _ask(self, path: str) -> Path:
        if FOLDER not in Path(path).parts[:-1] or ".." in Path(path).parts or Path(path).is_absolute():
            raise ValueError(f"a golden's path is relative to tests/ and goes through {FOLDER}/: {path}")
        self._asked.add(path)
        return TESTS / path

    def _fail(self, path: str, actual: bytes, why: str) -> None:
        kept = FAILED / path
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(actual)
        pytest.fail(
            f"golden tests/{path}: {why}\n"
            f"what came out: {kept.relative_to(TESTS.parent)}\n"
            "if it is right: make goldens, and read the diff before you commit it",
            pytrace=False,
        )


def _diff(expected: str, actual: str) -> str:
    lines = list(
        difflib.unified_diff(expected.split("\n"), actual.split("\n"), "expected", "actual", lineterm="")
    )
    shown = [line if len(line) <= 400 else line[:400] + " …" for line in lines[:DIFF_LINES]]
    if len(lines) > DIFF_LINES:
        shown.append(f"… and {len(lines) - DIFF_LINES} more lines")
    return "\n".join(shown)


def _scaled(picture: Image.Image, width: int) -> Image.Image:
    if picture.width <= width:
        return picture
    return picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.BOX)


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.quantize(64, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _picture_fault(golden: bytes, actual: Image.Image, tolerance: float, spot: float) -> str:
    """Say how the pictures differ, or "" when they don't differ enough to matter."""
    # The golden was reduced to 64 colours when it was kept: compare like with like.
    kept = Image.open(io.BytesIO(_png(actual))).convert("RGB")
    expected = Image.open(io.BytesIO(golden)).convert("RGB")
    if expected.size != kept.size:
        return f"the picture is {_size(kept)}, expected {_size(expected)}"
    difference = ImageChops.difference(expected, kept).convert("L")
    mean = ImageStat.Stat(difference).mean[0]
    tiles = difference.reduce(TILE)
    worst = tiles.getextrema()[1]
    assert isinstance(worst, int | float)
    if mean <= tolerance and worst <= spot:
        return ""
    column, row = divmod(tiles.tobytes().index(int(worst)), tiles.width)[::-1]
    return (
        f"the picture differs by {mean:.2f} on average (allowed {tolerance:g}) and by {worst:g} "
        f"(allowed {spot:g}) around x={column * TILE}, y={row * TILE} px"
    )


def _size(picture: Image.Image) -> str:
    return f"{picture.width} x {picture.height} px"


def orphans(asked: set[str], tests: Path = TESTS) -> list[str]:
    """List the goldens below `tests` that nobody asked for."""
    files = (file.relative_to(tests) for file in tests.rglob("*") if file.is_file())
    kept = (file.as_posix() for file in files if FOLDER in file.parts[:-1])
    return sorted(path for path in kept if path not in asked)


# pytest's hooks; conftest.py names this module as a plugin.


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write the goldens instead of comparing")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-goldens") and os.environ.get("CI", "").lower() == "true":
        raise pytest.UsageError("--update-goldens is refused under CI=true: goldens are reviewed by people")
    config.stash[_ASKED] = set()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Iterator[Golden]:
    """Give the test the goldens to compare its results with."""
    config = request.config
    yield Golden(config.stash[_ASKED], update=bool(config.getoption("--update-goldens")))


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """Gather from an xdist worker what its tests asked for."""
    node.config.stash[_ASKED].update(getattr(node, "workeroutput", {}).get(_WORKER_KEY, ()))


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    config = session.config
    asked = config.stash[_ASKED]
    workeroutput = getattr(config, "workeroutput", None)
    if workeroutput is not None:
        workeroutput[_WORKER_KEY] = sorted(asked)
        return
    if exitstatus != pytest.ExitCode.OK or not _is_full_run(config):
        return
    left = orphans(asked)
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    assert reporter is not None
    for path in left:
        if config.getoption("--update-goldens"):
            (TESTS / path).unlink()
            reporter.write_line(f"\nremoved the orphaned golden tests/{path}")
        else:
            reporter.write_line(f"\norphaned golden, no test asks for it: tests/{path}", red=True)
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _is_full_run(config: pytest.Config) -> bool:
    chosen = config.args_source is pytest.Config.ArgsSource.ARGS
    narrowed = any(config.getoption(name, None) for name in ("keyword", "markexpr", "lf", "ff", "deselect"))
    return not (chosen or narrowed or config.getoption("collectonly"))
