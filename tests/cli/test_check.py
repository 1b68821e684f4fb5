"""`prexport check` on the command line: exit codes, reports, the places of findings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checking import specimen
from checking.mutations.docx import replaced as replaced_in_docx
from checking.mutations.html import replaced
from cli.running import CommandLine
from prexport.checks import java, tools, verapdf
from prexport.errors import ExitCode


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Results of other runs are no business of these tests."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def without_judges(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(tools.NODE_MODULES, str(tmp_path / "nowhere"))
    monkeypatch.setattr(verapdf, "_MODULES", {"no_such_java": "no-such-java"})


def put(prexport: CommandLine, **files: bytes) -> None:
    for suffix, data in files.items():
        (prexport.folder / f"release.{suffix}").write_bytes(data)


def test_good_files_leave_nothing_to_say(prexport: CommandLine) -> None:
    put(prexport, **specimen.exported())
    outcome = prexport("prexport check . --require all")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")


def test_a_difference_is_told_with_rule_words_and_mend(prexport: CommandLine) -> None:
    put(prexport, docx=replaced_in_docx("forty-two", "forty-three")(specimen.exported()["docx"]))
    outcome = prexport("prexport check release.docx")
    assert outcome.code == ExitCode.FINDINGS
    assert "release.docx" in outcome.out
    assert "error[fidelity-text]" in outcome.out
    assert "forty-three" in outcome.out and "forty-two" in outcome.out


def test_against_a_release_the_line_is_shown(prexport: CommandLine) -> None:
    release = specimen.folder() / "release.json"
    put(prexport, docx=replaced_in_docx("forty-two", "forty-three")(specimen.exported()["docx"]))
    outcome = prexport(f"prexport check release.docx --against {release}")
    assert outcome.code == ExitCode.FINDINGS
    lines = release.read_text().splitlines()
    number = next(number for number, line in enumerate(lines, 1) if "Divers set" in line)
    assert f"{release}:{number}:" in outcome.out
    assert '"Divers set forty-two' in outcome.out, "the line of the release is shown"


def test_the_json_report_has_pointer_artefact_and_fingerprint(prexport: CommandLine) -> None:
    put(
        prexport,
        html=replaced(">Divers set forty-two", ">Divers set forty-three")(specimen.exported()["html"]),
    )
    outcome = prexport("prexport check release.html --format json")
    (told,) = json.loads(outcome.out)["inputs"]
    finding = next(each for each in told["findings"] if each["rule"] == "fidelity-text")
    assert (finding["pointer"], finding["artefact"], finding["file"]) == (
        "/body/3",
        "release.html",
        "release.html",
    )
    assert finding["fingerprint"]
    again = prexport("prexport check release.html --format json")
    assert again.out == outcome.out, "what comes from the cache is told the same"


@pytest.mark.usefixtures("without_judges")
def test_missing_judges_are_warnings_unless_they_are_required(prexport: CommandLine) -> None:
    put(prexport, **specimen.exported())
    outcome = prexport("prexport check .")
    assert outcome.code == ExitCode.OK
    assert outcome.out.count("warning[judge-missing]") == 4
    assert prexport("prexport check . --fail-on warning").code == ExitCode.FINDINGS
    required = prexport("prexport check . --require all")
    assert required.code == ExitCode.MISSING_TOOL
    assert "veraPDF can’t be run" in required.err
    assert "npm install" in required.err


def test_a_judge_that_breaks_is_exit_code_7(prexport: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    put(prexport, pdf=specimen.exported()["pdf"])
    monkeypatch.setattr(java, "_MODULE", "no_such_module")
    outcome = prexport("prexport check release.pdf")
    assert outcome.code == ExitCode.CHECKER_FAILED
    assert "veraPDF crashed" in outcome.err


@pytest.mark.usefixtures("without_judges")
@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("prexport check nowhere.pdf", ExitCode.UNUSABLE_INPUT, "does not exist"),
        ("prexport check notes.txt", ExitCode.UNUSABLE_INPUT, "no PDF, DOCX, HTML or release"),
        ("prexport check empty", ExitCode.USAGE, "nothing to check"),
        ("prexport check release.docx --profile pdf9", ExitCode.USAGE, "pdf9"),
        ("prexport check release.docx --require spider", ExitCode.USAGE, "spider"),
        ("prexport check release.docx --against nowhere.json", ExitCode.UNUSABLE_INPUT, "nowhere.json"),
        ("prexport check release.docx --against notes.txt", ExitCode.UNUSABLE_INPUT, "no release"),
        ("prexport check release.docx nowhere.pdf", ExitCode.UNUSABLE_INPUT, "does not exist"),
    ],
)
def test_what_cannot_be_done_says_why(prexport: CommandLine, command: str, code: ExitCode, said: str) -> None:
    put(prexport, docx=specimen.exported()["docx"])
    (prexport.folder / "notes.txt").write_text("hello")
    (prexport.folder / "empty").mkdir()
    outcome = prexport(command)
    assert outcome.code == code
    assert said in outcome.err


def test_a_profile_replaces_the_claims(prexport: CommandLine) -> None:
    put(prexport, pdf=specimen.exported()["pdf"])
    outcome = prexport("prexport check release.pdf --profile ua2")
    assert outcome.code == ExitCode.FINDINGS
    assert "PDF/UA-2" in outcome.out
    assert "PDF/A-3a" not in outcome.out


def test_sarif_and_junit_are_written_beside(prexport: CommandLine) -> None:
    put(prexport, docx=replaced_in_docx("forty-two", "forty-three")(specimen.exported()["docx"]))
    outcome = prexport(
        "prexport check release.docx --report sarif=r.sarif --report junit=r.xml --fail-on never"
    )
    assert outcome.code == ExitCode.OK
    (sarif,) = json.loads((prexport.folder / "r.sarif").read_text())["runs"]
    assert {"fidelity-text", "fidelity-printed"} <= {result["ruleId"] for result in sarif["results"]}
    assert "fidelity-text" in (prexport.folder / "r.xml").read_text()


@pytest.mark.usefixtures("without_judges")
def test_a_baseline_knows_findings_of_artefacts_again(prexport: CommandLine) -> None:
    put(prexport, docx=replaced_in_docx("forty-two", "forty-three")(specimen.exported()["docx"]))
    prexport("prexport check release.docx --write-baseline known.json")
    assert prexport("prexport check release.docx --baseline known.json").code == ExitCode.OK
    put(prexport, docx=replaced_in_docx("forty-two", "forty-four")(specimen.exported()["docx"]))
    assert prexport("prexport check release.docx --baseline known.json").code == ExitCode.FINDINGS
