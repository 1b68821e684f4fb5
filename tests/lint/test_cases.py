"""Every rule speaks where it must, in these words, and is silent where it must be.

A folder of `cases/lint` is named after the rule that its release breaks; the golden beside it is the report that
an author reads. The releases in `traps` look wrong and are not.
"""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from goldens import Golden
from prexport.brand.load import load_brand
from prexport.findings import Fault, Finding
from prexport.lint import lint_release
from prexport.release.load import Loaded, load_bytes, settle
from prexport.release.parsing import LARGEST
from prexport.reports.text import render, summary
from prexport.rules import RULES

CASES = Path(__file__).resolve().parent.parent / "cases" / "lint"
NOW = datetime(2025, 6, 4, 23, 0, tzinfo=UTC)
GATED = {"embargo-not-over", "release-on-hold"}
# Rules that need the image files or the composed document: tests/test_prepare.py.
ELSEWHERE = {
    "image-missing",
    "image-outside-folder",
    "image-too-large",
    "image-truncated",
    "image-unreadable",
    "words-missing",
}
TOO_LARGE = "file-too-large"

names = sorted(folder.name for folder in CASES.iterdir() if folder.name != "traps")
traps = sorted(folder.name for folder in (CASES / "traps").iterdir())


def judge(name: str, content: bytes) -> tuple[Loaded, tuple[Finding, ...]]:
    loaded = load_bytes("release.json", content)
    faults: tuple[Fault, ...] = ()
    if loaded.salvaged is not None:
        faults = lint_release(
            loaded.salvaged, brand=load_brand("default"), alts={}, now=NOW if name in GATED else None
        )
    findings = [*loaded.findings, *settle(faults, loaded.source)]
    return loaded, tuple(sorted(findings, key=lambda finding: finding.sort_key))


@pytest.mark.parametrize("name", names)
def test_a_bad_release_gets_its_report(name: str, golden: Golden) -> None:
    loaded, findings = judge(name, (CASES / name / "release.json").read_bytes())
    report = render(findings, {"release.json": loaded.source}) + summary(findings)
    golden.check(f"cases/lint/{name}/expected/report.txt", report)
    assert {finding.rule for finding in findings} == {name}, report


@pytest.mark.parametrize("name", traps)
def test_what_only_looks_wrong_is_not_reported(name: str) -> None:
    loaded, findings = judge(name, (CASES / "traps" / name / "release.json").read_bytes())
    assert not findings, render(findings, {"release.json": loaded.source})


def test_a_file_that_is_too_large_is_not_even_parsed() -> None:
    loaded, findings = judge(TOO_LARGE, b"[" * (LARGEST + 1))
    assert loaded.unusable
    assert render(findings, {"release.json": loaded.source}) == (
        "release.json: error[file-too-large]: The file is larger than 20 MiB. - "
        "Keep photos as files of their own; the release holds only text and their names.\n"
    )


def test_every_rule_has_a_case() -> None:
    over_releases = {rule.id for rule in RULES.values() if "release" in rule.formats}
    assert {*names, TOO_LARGE} == over_releases - ELSEWHERE


@pytest.mark.parametrize(
    "words", ["5 June 2025 ", "數碼港今日宣布", "The pier is open. ", "“Open” ", "1.2.3 ", "ALL OF IT "]
)
def test_a_paragraph_of_a_megabyte_is_judged_in_time(words: str) -> None:
    release = {
        "format": "prexport/1",
        "lang": "en-GB",
        "issued": "2025-06-05",
        "publisher": {"name": "Harbour Museum"},
        "headline": "Museum opens its pier",
        "body": [words * (1_000_000 // len(words.encode()))],
    }
    content = json.dumps(release, ensure_ascii=False).encode()
    begun = time.process_time()
    judge("traps", content)
    assert time.process_time() - begun < 5
