"""A run: judges that are missing, hang, crash or answer rubbish; siblings; the cache; Ctrl-C."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from checking import specimen
from checking.mutations import pdf as of_pdf
from checking.mutations.docx import replaced as replaced_in_docx
from checking.mutations.html import edited, replaced, swap_photos
from prexport.brand.load import load_brand
from prexport.checking import worker
from prexport.checking.judges import required_of
from prexport.checking.options import CheckOptions
from prexport.checking.outcomes import Checked
from prexport.checking.paths import targets_of
from prexport.checking.run import Run, check
from prexport.checks import java, tools, verapdf
from prexport.checks.browser import CHROMIUM
from prexport.errors import CheckerFailed, InternalError, MissingTool, UsageError
from prexport.export import prepare, render
from prexport.writers.options import WriteOptions


def put(folder: Path, **files: bytes) -> Path:
    """Files in a folder: `pdf=...` is release.pdf."""
    for suffix, data in files.items():
        (folder / f"release.{suffix}").write_bytes(data)
    return folder


def run(folder: Path, **options: object) -> Run:
    return check(targets_of([folder]), CheckOptions(**options))  # type: ignore[arg-type]


def rules(checked: Checked) -> set[str]:
    return {finding.rule for finding in checked.findings}


@pytest.fixture
def without_judges(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No judge from outside is installed."""
    monkeypatch.setenv(tools.NODE_MODULES, str(tmp_path / "nowhere"))
    monkeypatch.setattr(verapdf, "_MODULES", {"no_such_java": "no-such-java"})


# ---------------------------------------------------------------- judges


@pytest.mark.usefixtures("without_judges")
def test_a_missing_judge_is_a_finding_of_each_file_that_it_should_have_seen(tmp_path: Path) -> None:
    done = run(put(tmp_path, **specimen.exported()))
    told = {
        each.path.rpartition(".")[2]: [finding.message for finding in each.findings] for each in done.checked
    }
    assert {suffix: len(messages) for suffix, messages in told.items()} == {"docx": 1, "html": 2, "pdf": 1}
    assert told["docx"] == ["Open XML SDK did not judge the file: its validator is not installed."]
    assert all(rules(each) == {"judge-missing"} for each in done.checked)
    assert all(finding.mend for each in done.checked for finding in each.findings)


@pytest.mark.usefixtures("without_judges")
@pytest.mark.parametrize("required", ["verapdf", "open-xml-sdk", "axe", "nu", "all"])
def test_a_missing_judge_that_is_required_stops_the_run(required: str, tmp_path: Path) -> None:
    with pytest.raises(MissingTool) as caught:
        run(put(tmp_path, pdf=specimen.exported()["pdf"]), required=required_of([required]))
    assert caught.value.mend


def test_only_judges_can_be_required() -> None:
    assert required_of(["nu,axe", "verapdf"]) == {"nu", "axe", "verapdf"}
    with pytest.raises(UsageError, match="arachnid"):
        required_of(["axe,arachnid"])


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("exec sleep 60", "gave no verdict within 10 s"),
        ("kill -SEGV $$", "no report"),
        ("echo '<html>'", "no report"),
        ('echo \'{"ok": false, "errors": [3]}\'', "no report"),
        ('echo \'{"ok": true, "errors": [{}]}\'', "contradicts itself"),
    ],
    ids=["hangs", "crashes", "prints rubbish", "prints another report", "contradicts itself"],
)
def test_an_sdk_that_breaks_is_no_pass(
    script: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64"
    folder.mkdir(parents=True)
    (folder / "package.json").write_text('{"version": "0"}')
    fake = folder / "ooxml-validator"
    fake.write_text(f"#!/bin/sh\n{script}\n")
    fake.chmod(0o755)
    monkeypatch.setenv(tools.NODE_MODULES, str(tmp_path / "node_modules"))
    files = tmp_path / "files"
    files.mkdir()
    (checked,) = run(
        put(files, docx=specimen.exported()["docx"]), timeout=10 if "sleep" in script else 60
    ).checked
    assert isinstance(checked.error, CheckerFailed)
    assert why in checked.error.message


@pytest.mark.parametrize(
    ("module", "why"),
    [("this", "crashed"), ("no_such_module", "crashed: ")],
    ids=["prints rubbish", "crashes"],
)
def test_a_verapdf_that_breaks_is_no_pass(
    module: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(java, "_MODULE", module)
    (checked,) = run(put(tmp_path, pdf=specimen.exported()["pdf"])).checked
    assert isinstance(checked.error, CheckerFailed)
    assert why in checked.error.message
    assert not checked.findings, "what was found before stands, and this file has no fault"


def test_a_browser_that_breaks_is_no_pass_and_keeps_no_other_judge_from_speaking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = tmp_path / "chromium"
    fake.write_text("#!/bin/sh\nexit 1\n")
    fake.chmod(0o755)
    monkeypatch.setenv(CHROMIUM, str(fake))
    page = replaced("<p>Divers", "<p><blink>Divers</blink> ")(specimen.exported()["html"])
    (checked,) = run(put(tmp_path, html=page)).checked
    assert isinstance(checked.error, CheckerFailed)
    assert "Chromium did not start" in checked.error.message
    assert "nu" in rules(checked)


def test_a_browser_that_hangs_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake, noted = tmp_path / "chromium", tmp_path / "process"
    fake.write_text(f"#!/bin/sh\necho $$ > {noted}\nexec sleep 600\n")
    fake.chmod(0o755)
    monkeypatch.setenv(CHROMIUM, str(fake))
    (checked,) = run(put(tmp_path, html=specimen.exported()["html"]), timeout=10).checked
    assert isinstance(checked.error, CheckerFailed)
    assert checked.error.message == "axe-core was stopped after 10 s without a verdict."
    until(lambda: not Path(f"/proc/{noted.read_text().strip()}").exists())


def test_a_bug_of_ours_stops_no_other_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(*_: object) -> Checked:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(worker.Worker, "check", trip)
    done = run(put(tmp_path, **specimen.exported()))
    assert [type(each.error) for each in done.checked] == [InternalError] * 3


def test_axe_tells_what_it_cannot_decide(tmp_path: Path) -> None:
    frame = '<iframe srcdoc="boats" title="Boats"></iframe>'
    page = replaced("</article>", f"{frame}</article>")(specimen.exported()["html"])
    (checked,) = run(put(tmp_path, html=page)).checked
    assert "axe-undecided" in rules(checked)


# ---------------------------------------------------------------- fidelity over several files


def test_the_place_of_a_difference_is_a_line_of_the_release(tmp_path: Path) -> None:
    release = specimen.folder() / "release.json"
    changed = replaced_in_docx("forty-two", "forty-three")(specimen.exported()["docx"])
    (checked,) = run(put(tmp_path, docx=changed), against=release).checked
    finding = next(each for each in checked.findings if each.rule == "fidelity-text")
    line = release.read_text().splitlines()[finding.where.line - 1]
    assert (finding.where.file, finding.where.pointer) == (str(release), "/body/3")
    assert "Divers set forty-two" in line
    assert finding.artefact == str(tmp_path / "release.docx")


def test_an_artefact_without_its_source_is_compared_with_that_of_a_sibling(tmp_path: Path) -> None:
    brand = load_brand("default")
    prepared = prepare(specimen.folder() / "release.json", brand=brand)
    options = WriteOptions(name="release", public_source=prepared.public_source, pdf_profiles=("ua1-a2a",))
    (archived,) = render(prepared, brand=brand, formats=["pdf"], options=options)
    broken = of_pdf.edited(of_pdf.break_to_unicode)(archived.data)
    (alone,) = run(put(tmp_path, pdf=broken)).checked
    assert "fidelity-text" not in rules(alone)
    together = run(put(tmp_path, docx=specimen.exported()["docx"])).checked
    assert "fidelity-text" in rules(next(each for each in together if each.path.endswith(".pdf")))


def test_artefacts_of_one_release_show_the_same_photos_and_carry_the_same_source(tmp_path: Path) -> None:
    good = specimen.exported()
    done = run(put(tmp_path, html=edited(swap_photos)(good["html"]), docx=good["docx"]))
    assert [rules(each) for each in done.checked] == [set(), {"fidelity-image", "renditions-differ"}]
    sourced = of_pdf.edited(of_pdf.edit_source)(good["pdf"])
    (tmp_path / "release.html").unlink()
    found = [rules(each) for each in run(put(tmp_path, pdf=sourced)).checked]
    assert found[0] == set()
    assert "renditions-differ" in found[1]


def test_files_from_elsewhere_have_no_fidelity(tmp_path: Path) -> None:
    page = b"<!doctype html><html lang=en><meta charset=utf-8><title>T</title><main><h1>T</h1><p>Text.</main></html>"
    (checked,) = run(put(tmp_path, html=page)).checked
    assert rules(checked) == {"html-viewport-missing"}
    assert checked.error is None


def test_releases_are_judged_as_lint_does(tmp_path: Path) -> None:
    (tmp_path / "release.json").write_text('{"format": "prexport/1", "headlines": "?"}')
    (checked,) = run(tmp_path).checked
    assert {"key-unknown", "key-missing"} <= rules(checked)


# ---------------------------------------------------------------- the run


def test_what_is_known_is_not_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = tmp_path / "files"
    files.mkdir()
    put(files, docx=replaced_in_docx("forty-two", "forty-three")(specimen.exported()["docx"]))
    first = run(files, cache=tmp_path / "cache")

    asked: list[Path] = []

    def check_again(_: worker.Worker, path: Path, *__: object) -> Checked:
        asked.append(path)
        return Checked(path=str(path), kind=None)

    monkeypatch.setattr(worker.Worker, "check", check_again)
    assert run(files, cache=tmp_path / "cache") == first
    (files / "release.docx").rename(files / "renamed.docx")
    (renamed,) = run(files, cache=tmp_path / "cache").checked
    assert {finding.artefact for finding in renamed.findings} == {str(files / "renamed.docx")}
    assert asked == []
    against = specimen.folder() / "release.json"
    changes: list[dict[str, object]] = [{"flavours": ("ua1",)}, {"against": against}, {"cache": None}]
    for number, change in enumerate(changes, 1):
        run(files, **{"cache": tmp_path / "cache", **change})
        assert len(asked) == number, change


def test_a_damaged_cache_is_none(tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    put(files, docx=specimen.exported()["docx"])
    first = run(files, cache=tmp_path / "cache")
    for entry in (tmp_path / "cache").rglob("*.json"):
        entry.write_text('{"findings": 3}')
    assert run(files, cache=tmp_path / "cache") == first


def test_a_result_that_is_not_whole_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = put(tmp_path, pdf=specimen.exported()["pdf"])
    with monkeypatch.context() as patched:
        patched.setattr(java, "_MODULE", "no_such_module")
        (broken,) = run(files, cache=tmp_path / "cache").checked
    assert broken.error is not None
    (mended,) = run(files, cache=tmp_path / "cache").checked
    assert mended.error is None


def test_an_interrupted_run_gives_what_is_done(tmp_path: Path) -> None:
    put(tmp_path, **specimen.exported())

    def interrupt(path: Path) -> None:
        raise KeyboardInterrupt

    done = check(targets_of([tmp_path]), CheckOptions(), interrupt)
    assert done.interrupted
    assert [Path(each.path).name for each in done.checked] == ["release.docx"]


def test_control_c_leaves_a_report_and_no_process(tmp_path: Path) -> None:
    data = specimen.exported()["docx"]
    for number in range(40):
        (tmp_path / f"{number:02}.docx").write_bytes(data + b"\0" * number)
    command = [sys.executable, "-m", "prexport", "check", str(tmp_path), "--jobs", "1", "--format", "json"]
    cache = tmp_path / "cache"
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "XDG_CACHE_HOME": str(cache)},
    )
    until(lambda: len(list(cache.rglob("*.json"))) >= 2)
    started = children(process.pid)
    assert started
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    report = json.loads(out)
    assert 2 <= len(report["inputs"]) < 40
    assert f"interrupted: {len(report['inputs'])} of 40" in err.decode()
    until(lambda: not any(Path(f"/proc/{child}").exists() for child in started))


def children(process: int) -> list[str]:
    """The processes that any thread of a process has started."""
    return [
        child
        for task in Path(f"/proc/{process}/task").iterdir()
        for child in (task / "children").read_text().split()
    ]


def until(happens: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not happens():
        assert time.monotonic() < end, "it doesn't happen"
        time.sleep(0.1)
