"""The goldens notice what they are there to notice."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

import goldens


def run(pytester: pytest.Pytester, *args: str) -> pytest.RunResult:
    return pytester.runpytest_subprocess("-p", "goldens", "-p", "no:cacheprovider", *args)


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """Give a small project of its own, whose copy of the plugin takes a scratch folder for tests/."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    tests = pytester.mkdir("tests")
    (tests / "goldens.py").write_text(Path(goldens.__file__).read_text(encoding="utf-8"), encoding="utf-8")
    (tests / "test_it.py").write_text(
        "def test_a(golden): golden.check('case/expected/a.txt', 'one\\ntwo\\n')\n"
        "def test_b(golden): golden.check('case/expected/b.txt', 'b')\n"
    )
    pytester.makeini("[pytest]\ntestpaths = tests\npythonpath = tests\n")
    return pytester


def test_an_update_writes_and_the_next_run_passes(project: pytest.Pytester) -> None:
    assert run(project).ret == pytest.ExitCode.TESTS_FAILED
    assert run(project, "--update-goldens").ret == 0
    assert (project.path / "tests/case/expected/a.txt").read_bytes() == b"one\ntwo\n"
    assert run(project).ret == 0


def test_a_change_fails_with_a_diff_and_keeps_what_came_out(project: pytest.Pytester) -> None:
    run(project, "--update-goldens")
    (project.path / "tests/case/expected/a.txt").write_bytes(b"one\nthree\n")
    result = run(project)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["*golden tests/case/expected/a.txt*", "-three", "+two", "*make goldens*"])
    assert (project.path / "build/failed/case/expected/a.txt").read_bytes() == b"one\ntwo\n"


@pytest.mark.parametrize("workers", [[], ["-p", "xdist", "-n", "2"]], ids=["one process", "xdist"])
def test_an_orphan_fails_a_full_run_only(project: pytest.Pytester, workers: list[str]) -> None:
    run(project, "--update-goldens")
    orphan = project.path / "tests/case/expected/old.txt"
    orphan.write_text("nobody asks for me")
    result = run(project, *workers)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["*orphaned golden*tests/case/expected/old.txt*"])
    assert run(project, *workers, "-k", "test_a").ret == 0
    assert run(project, *workers, "tests/test_it.py").ret == 0
    assert run(project, *workers, "--update-goldens").ret == 0
    assert not orphan.exists()


def test_an_update_is_refused_in_ci(project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    result = run(project, "--update-goldens")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*refused under CI=true*"])


def test_a_golden_lies_below_expected() -> None:
    golden = goldens.Golden(set(), update=True)
    for path in ("case/a.txt", "../expected/a.txt", "/expected/a.txt"):
        with pytest.raises(ValueError, match="goes through expected/"):
            golden.check(path, "")


def page(*, logo: bool = True, grey: int = 0, width: int = 480) -> bytes:
    picture = Image.new("RGB", (width, 600), "white")
    draw = ImageDraw.Draw(picture)
    if logo:
        draw.rectangle((20, 20, 80, 60), fill=(0, 60, 120))
    for y in range(100, 560, 12):
        draw.line((20, y, 440, y), fill=(grey, grey, grey))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(goldens, "TESTS", tmp_path / "tests")
    monkeypatch.setattr(goldens, "FAILED", tmp_path / "build/failed")
    goldens.Golden(set(), update=True).picture("expected/page.png", page())
    return tmp_path


def test_a_picture_forgives_another_anti_aliasing(shelf: Path) -> None:
    goldens.Golden(set(), update=False).picture("expected/page.png", page(grey=12))


@pytest.mark.parametrize(
    ("png", "why"),
    [
        (page(logo=False), "around x=32, y=32"),
        (page(grey=200), "on average"),
        (page(width=470), "470 x 600 px, expected 480 x 600 px"),
    ],
    ids=["lost logo", "paler text", "other size"],
)
def test_a_picture_that_changed_fails(shelf: Path, png: bytes, why: str) -> None:
    with pytest.raises(pytest.fail.Exception, match=why):
        goldens.Golden(set(), update=False).picture("expected/page.png", png)
    assert (shelf / "build/failed/expected/page.png").is_file()


def test_a_large_picture_is_kept_small(shelf: Path) -> None:
    goldens.Golden(set(), update=True).picture("expected/large.png", page(width=1600))
    with Image.open(shelf / "tests/expected/large.png") as picture:
        assert picture.width == 480
