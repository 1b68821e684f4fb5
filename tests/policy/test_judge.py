"""Weights, waivers and baselines decide what counts; they never hide a finding."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from prexport.findings import FailOn, Finding, Place, Severity
from prexport.policy.judge import judge
from prexport.policy.policy import Policy, Waiver
from prexport.reports.report import ExcuseKind

TODAY = date(2026, 9, 15)
VAGUE = Finding(
    "link-vague",
    Severity.WARNING,
    Place("news/boat.json", 4, 7, "/body/1"),
    "The link text tells nothing.",
    "Name what is there.",
    content="[here](https://example.org)",
)
LOST = Finding(
    "image-alt-missing",
    Severity.ERROR,
    Place("news/boat.json", 9, 1, "/body/3"),
    "The picture has no alternative.",
    "Write one.",
    artefact="out/boat.pdf",
    element="Document/Sect[1]/Figure[2]",
)


def waiver(until: date = TODAY, rule: str = "link-vague", file: str = "", place: str = "") -> Waiver:
    return Waiver(rule=rule, reason="Because.", until=until, file=file, place=place)


def excused(finding: Finding, *waivers: Waiver, folder: str = "/house", root: str = "/house") -> bool:
    policy = Policy(waivers=waivers, folder=folder, root=root)
    (each,) = judge([finding], policy, TODAY).reported
    return each.excuse is not None


@pytest.mark.parametrize(
    ("fail_on", "failing"),
    [
        (FailOn.ERROR, {Severity.ERROR}),
        (FailOn.WARNING, {Severity.ERROR, Severity.WARNING}),
        (FailOn.NOTICE, {Severity.ERROR, Severity.WARNING, Severity.NOTICE}),
        (FailOn.NEVER, set()),
    ],
)
def test_what_counts_as_a_failure(fail_on: FailOn, failing: set[Severity]) -> None:
    policy = Policy(fail_on=fail_on)
    failed = {
        severity for severity in Severity if judge([replace(VAGUE, severity=severity)], policy, TODAY).failed
    }
    assert failed == failing


def test_nothing_fails_without_findings() -> None:
    assert not judge([], Policy(fail_on=FailOn.NOTICE), TODAY).failed


def test_a_rule_gets_another_weight_and_one_format_yet_another() -> None:
    policy = Policy(
        levels={"link-vague": Severity.ERROR, "image-alt-missing": Severity.WARNING},
        levels_of={"pdf": {"image-alt-missing": Severity.NOTICE}},
    )
    of_release = replace(LOST, artefact="", element="")
    weights = [each.finding.severity for each in judge([VAGUE, LOST, of_release], policy, TODAY).reported]
    assert weights == [Severity.ERROR, Severity.WARNING, Severity.NOTICE]


def test_a_waiver_holds_on_its_last_day_and_no_longer() -> None:
    assert excused(VAGUE, waiver(TODAY))
    assert not excused(VAGUE, waiver(date(2026, 9, 14)))


def test_a_finding_whose_waiver_has_ended_says_so_and_counts() -> None:
    policy = Policy(fail_on=FailOn.WARNING, waivers=(waiver(date(2026, 9, 14)),))
    judged = judge([VAGUE], policy, TODAY)
    assert judged.failed
    (each,) = judged.reported
    assert each.finding.message.endswith("(The waiver for it ended on 2026-09-14: Because.)")
    assert each.fingerprint == judge([VAGUE], Policy(), TODAY).reported[0].fingerprint


def test_a_waived_finding_stays_and_names_its_reason() -> None:
    judged = judge([VAGUE], Policy(fail_on=FailOn.WARNING, waivers=(waiver(),)), TODAY)
    assert not judged.failed
    (each,) = judged.reported
    assert each.excuse is not None
    assert (each.excuse.kind, each.excuse.reason, each.excuse.until) == (
        ExcuseKind.WAIVER,
        "Because.",
        "2026-09-15",
    )


@pytest.mark.parametrize(
    ("file", "place", "covers"),
    [
        ("", "", True),
        ("news/boat.json", "", True),
        ("news/*.json", "", True),
        ("*.json", "", False),
        ("**/*.json", "", True),
        ("**", "", True),
        ("news/b??t.json", "", True),
        ("news/boat.jso", "", False),
        ("", "/body/1", True),
        ("", "/body", True),
        ("", "/body/", True),
        ("", "/body/10", False),
        ("", "/bod", False),
    ],
)
def test_a_waiver_covers_a_file_and_a_place(file: str, place: str, covers: bool) -> None:
    assert excused(VAGUE, waiver(file=file, place=place)) is covers


def test_a_waiver_covers_an_artefact_and_an_element_of_it() -> None:
    of_figures = waiver(rule="image-alt-missing", file="out/*.pdf", place="Document/Sect[1]")
    assert excused(LOST, of_figures)
    assert not excused(LOST, replace(of_figures, place="Document/Sect[10]"))
    assert not excused(VAGUE, of_figures)


def test_patterns_begin_in_the_folder_of_the_configuration() -> None:
    in_news = replace(VAGUE, where=replace(VAGUE.where, file="boat.json"))
    assert excused(in_news, waiver(file="news/boat.json"), folder="/house/news")
    assert not excused(in_news, waiver(file="boat.json"), folder="/house/news")
    absolute = replace(VAGUE, where=replace(VAGUE.where, file="/house/news/boat.json"))
    assert excused(absolute, waiver(file="news/boat.json"))


def test_a_baseline_takes_what_it_knows() -> None:
    (known,) = judge([VAGUE], Policy(), TODAY).reported
    judged = judge([VAGUE, LOST], Policy(known=frozenset({known.fingerprint}), baseline="known.json"), TODAY)
    assert judged.failed
    kinds = {each.finding.rule: each.excuse.kind if each.excuse else None for each in judged.reported}
    assert kinds == {"link-vague": ExcuseKind.BASELINE, "image-alt-missing": None}


def test_an_export_takes_no_excuse_for_errors() -> None:
    waivers = (waiver(rule="image-alt-missing"), waiver())
    levels = {"image-alt-missing": Severity.NOTICE}
    policy = Policy(fail_on=FailOn.NEVER, waivers=waivers, levels=levels, adopting=True)
    judged = judge([VAGUE, LOST], policy, TODAY, firm=True)
    assert judged.failed
    counting = [each.finding for each in judged.reported if each.excuse is None]
    assert counting == [LOST]
