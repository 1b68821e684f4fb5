"""Each folder of `cases/reports` is a house with its releases; `expected` holds its report in every format.

Every report is valid against its schema, or read as GitHub's runner reads it, and the same wherever it is made.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree

from cli.running import CommandLine
from goldens import Golden
from prexport.reports.table import REPORTS

TESTS = Path(__file__).resolve().parent.parent
CASES = TESTS / "cases" / "reports"
SCHEMAS = TESTS / "resources" / "schemas"
NOW = "2026-09-15T12:00Z"
SUFFIXES = {
    "text": "txt",
    "json": "json",
    "sarif": "sarif",
    "junit": "xml",
    "github": "github.txt",
    "markdown": "md",
}
OPTIONS = {"baseline": "--baseline known.json"}

every_case = pytest.mark.parametrize("case", sorted(folder.name for folder in CASES.iterdir()))


@pytest.fixture
def prexport(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> CommandLine:
    return CommandLine(tmp_path, monkeypatch, capsys)


def told(case: str, prexport: CommandLine, as_path: str = "{}") -> dict[str, str]:
    """Lint the releases of a case; give its report in every format, as written to files."""
    shutil.copytree(
        CASES / case, prexport.folder, ignore=shutil.ignore_patterns("expected"), dirs_exist_ok=True
    )
    releases = sorted(path.name for path in prexport.folder.glob("*.json") if path.name != "known.json")
    names = " ".join(shlex.quote(as_path.format(name)) for name in releases)
    reports = " ".join(f"--report {name}=told/{name}" for name in SUFFIXES)
    prexport(f"prexport lint {names} missing.json --now {NOW} {OPTIONS.get(case, '')} {reports}")
    return {name: (prexport.folder / "told" / name).read_text(encoding="utf-8") for name in SUFFIXES}


@cache
def sarif_schema() -> Any:
    schema = json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.Draft4Validator.check_schema(schema)
    return jsonschema.Draft4Validator(schema)


@cache
def junit_schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))


def hold_against_schemas(reports: dict[str, str]) -> None:
    sarif_schema().validate(json.loads(reports["sarif"]))
    junit_schema().assertValid(etree.fromstring(reports["junit"].encode()))


def test_every_format_is_shown() -> None:
    assert SUFFIXES.keys() == REPORTS.keys()


@every_case
def test_a_house_gets_its_reports(case: str, prexport: CommandLine, golden: Golden) -> None:
    reports = told(case, prexport)
    hold_against_schemas(reports)
    for name, suffix in SUFFIXES.items():
        golden.check(f"cases/reports/{case}/expected/report.{suffix}", reports[name])


@every_case
def test_an_absolute_path_below_the_folder_is_told_as_a_relative_one(
    case: str, prexport: CommandLine
) -> None:
    reports = told(case, prexport, as_path=f"{prexport.folder}/{{}}")
    golden = CASES / case / "expected"
    for name in ("sarif", "junit", "github", "markdown"):
        assert reports[name] == (golden / f"report.{SUFFIXES[name]}").read_text(encoding="utf-8")


@every_case
def test_what_is_printed_is_what_is_written(case: str, prexport: CommandLine) -> None:
    reports = told(case, prexport)
    releases = " ".join(
        shlex.quote(path.name) for path in sorted(prexport.folder.glob("*.json")) if path.name != "known.json"
    )
    for name in sorted(SUFFIXES.keys() - {"text"}):
        command = f"prexport lint {releases} missing.json --now {NOW} {OPTIONS.get(case, '')}"
        assert prexport(f"{command} --format {name}").out == reports[name]


@every_case
def test_every_finding_is_in_every_report(case: str, prexport: CommandLine) -> None:
    reports = told(case, prexport)
    findings = [each for told in json.loads(reports["json"])["inputs"] for each in told["findings"]]
    assert findings
    results = json.loads(reports["sarif"])["runs"][0]["results"]
    prints = [each["fingerprint"] for each in findings]
    assert [each["partialFingerprints"]["prexport/v1"] for each in results] == prints
    assert len(set(prints)) == len(prints)
    cases = [each.get("name", "") for each in etree.fromstring(reports["junit"].encode()).iter("testcase")]
    assert all(sum(each[:8] in name for name in cases) == 1 for each in prints)
    lines = reports["github"].splitlines()
    assert all(re.fullmatch(r"::(error|warning|notice) .*?::.*", line) for line in lines)
    assert len(lines) == len(findings) + 1  # what could not be done has a line, too
    for name in ("text", "markdown", "github"):
        assert all(reports[name].count(each["rule"]) for each in findings)


@every_case
def test_rules_are_told_with_help(case: str, prexport: CommandLine) -> None:
    run = json.loads(told(case, prexport)["sarif"])["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert all(rule["help"]["text"] and rule["defaultConfiguration"]["level"] for rule in rules)
    assert not any("helpUri" in rule for rule in rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_reports_are_the_same_in_another_process(tmp_path: Path) -> None:
    shutil.copytree(CASES / "waivers-and-weights", tmp_path, dirs_exist_ok=True)
    command = [sys.executable, "-P", "-m", "prexport", "lint", "release.json", "missing.json", "--now", NOW]
    wanted = [each for name in SUFFIXES for each in ("--report", f"{name}=told/{name}")]
    for seed, zone in (("1", "Asia/Hong_Kong"), ("2", "America/Lima")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        subprocess.run([*command, *wanted], cwd=tmp_path, env=environment, capture_output=True, check=False)
        for name, suffix in SUFFIXES.items():
            golden = CASES / "waivers-and-weights" / "expected" / f"report.{suffix}"
            assert (tmp_path / "told" / name).read_bytes() == golden.read_bytes(), name
