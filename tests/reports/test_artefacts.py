"""Findings about an artefact: told at the line of the release where it is known, with the place in the tag tree."""

from __future__ import annotations

import json

import pytest
from lxml import etree

from goldens import Golden
from prexport.findings import FailOn, Finding, Place, Severity
from prexport.policy.fingerprint import fingerprints
from prexport.release.source import Source
from prexport.reports.console import painted
from prexport.reports.report import Excuse, ExcuseKind, Outcome, Report, Reported
from prexport.reports.table import REPORTS
from prexport.reports.text import findings_text
from reports.test_cases import SUFFIXES, hold_against_schemas

SOURCE = Source(
    "boat/release.json", '{\n  "headline": "Library boat sets out",\n  "body": ["She sails."]\n}\n'
)
HEADLINE = Place("boat/release.json", 2, 15, "/headline", 24)


def findings() -> tuple[Finding, ...]:
    return (
        Finding(
            "heading-skipped",
            Severity.ERROR,
            HEADLINE,
            "The words “Library boat | sets out” are lost.",
            "Export the release again.",
            "out/boat.pdf",
            "Document/Art[1]/H1[1]",
            "Library boat sets out",
        ),
        Finding(
            "link-vague",
            Severity.WARNING,
            Place("out/boat.docx"),
            "The file says nothing about itself.",
            "Set its title.",
            "out/boat.docx",
        ),
        Finding(
            "image-alt-missing",
            Severity.NOTICE,
            Place("out/boat.docx"),
            "A picture has no\nalternative \x07.",
            "Write one.",
            "out/boat.docx",
            "word/document.xml/p[3]",
        ),
        Finding(
            "date-contradicts",
            Severity.ERROR,
            Place("out/boat.docx", pointer="/body/0"),
            "“She sails.” says “She swims.”",
            "Export the release again.",
            "out/boat.docx",
        ),
    )


def report(*some: Finding) -> Report:
    prints = fingerprints(some, "")
    excuse = Excuse(ExcuseKind.WAIVER, "Shown by the house's own viewer.", "2027-01-31")
    reported = [
        Reported(finding, fingerprint, excuse if finding.severity is Severity.WARNING else None)
        for finding, fingerprint in zip(some, prints, strict=True)
    ]
    outcomes = [
        Outcome(path=path, reported=tuple(each for each in reported if each.subject == path))
        for path in ("out/boat.html", "out/boat.pdf", "out/boat.docx")
    ]
    return Report(
        outcomes=tuple(outcomes), exit_code=1, fail_on=FailOn.ERROR, sources={"boat/release.json": SOURCE}
    )


def test_every_format_tells_them(golden: Golden) -> None:
    told = {name: write(report(*findings())) for name, write in REPORTS.items()}
    hold_against_schemas(told)
    for name, suffix in SUFFIXES.items():
        golden.check(f"reports/expected/artefacts.{suffix}", told[name])


def test_on_a_terminal(golden: Golden) -> None:
    coloured = findings_text(report(*findings()), painted)
    golden.check("reports/expected/artefacts-in-colour.txt", coloured.replace("\x1b", "ESC"))


def test_a_run_without_findings_is_valid_too() -> None:
    told = {name: write(report()) for name, write in REPORTS.items()}
    hold_against_schemas(told)
    assert told["text"] == told["github"] == ""
    cases = etree.fromstring(told["junit"].encode()).findall("testsuite/testcase")
    assert [case.get("classname") for case in cases] == ["out/boat.html", "out/boat.pdf", "out/boat.docx"]


@pytest.mark.parametrize(
    ("fail_on", "failures"),
    [(FailOn.ERROR, 2), (FailOn.WARNING, 2), (FailOn.NOTICE, 3), (FailOn.NEVER, 0)],
)
def test_junit_fails_what_counts(fail_on: FailOn, failures: int) -> None:
    whole = report(*findings())
    told = REPORTS["junit"](Report(outcomes=whole.outcomes, fail_on=fail_on, sources=whole.sources))
    assert etree.fromstring(told.encode()).get("failures") == str(failures)


def test_sarif_names_the_line_of_the_release_and_the_element() -> None:
    lost = json.loads(REPORTS["sarif"](report(*findings())))["runs"][0]["results"][0]
    (location,) = lost["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "boat/release.json"
    assert location["physicalLocation"]["region"]["startLine"] == 2
    assert [each["fullyQualifiedName"] for each in location["logicalLocations"]] == [
        "Document/Art[1]/H1[1]",
        "/headline",
    ]
    assert lost["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "out/boat.pdf"
