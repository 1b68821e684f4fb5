"""Every mutation of a good export is caught by the rule that it names; good exports have no finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from checking import specimen
from checking.mutations.all import MUTATIONS
from checking.mutations.mutation import Format, Mutation
from prexport.checking.kinds import Kind
from prexport.checking.options import CheckOptions
from prexport.checking.paths import targets_of
from prexport.checking.reading import read_artefact
from prexport.checking.run import check
from prexport.checks import office
from prexport.rules.artefacts import ARTEFACT_RULES

# They need more than one file, or less than one tool: tests of their own show them.
_SHOWN_ELSEWHERE = {
    "judge-missing": "test_run",
    "renditions-differ": "test_run",
    "axe-undecided": "test_run",
    "fixity-changed": "test_fixity",
    "fixity-missing": "test_fixity",
    "fixity-unlisted": "test_fixity",
}


def rules_of(data: bytes, format_: Format, folder: Path) -> list[str]:
    path = folder / f"release.{format_}"
    path.write_bytes(data)
    return [finding.rule for finding in read_artefact(path, Kind(format_), None, None).findings]


@pytest.mark.parametrize("format_", ["pdf", "docx", "html"])
def test_a_good_export_has_no_finding(format_: Format, tmp_path: Path) -> None:
    assert rules_of(specimen.exported()[format_], format_, tmp_path) == []


def test_judges_find_nothing_in_good_exports(tmp_path: Path) -> None:
    for format_, data in specimen.exported().items():
        (tmp_path / f"release.{format_}").write_bytes(data)
    required = frozenset({"verapdf", "open-xml-sdk", "axe", "nu"})
    done = check(targets_of([tmp_path]), CheckOptions(required=required))
    assert [
        (each.path, each.findings, each.error) for each in done.checked if each.findings or each.error
    ] == []
    assert len(done.checked) == 3


@pytest.mark.parametrize(
    "mutation", [each for each in MUTATIONS if not each.judged], ids=lambda mutation: mutation.name
)
def test_a_mutation_is_caught_by_its_rule(mutation: Mutation, tmp_path: Path) -> None:
    good = specimen.exported()[mutation.format]
    mutated = mutation.change(good)
    assert mutated != good, "the mutation changes nothing"
    assert mutation.rule in rules_of(mutated, mutation.format, tmp_path)


def test_judges_catch_what_is_theirs(tmp_path: Path) -> None:
    judged = [each for each in MUTATIONS if each.judged]
    paths = [tmp_path / f"{number}.{each.format}" for number, each in enumerate(judged)]
    for path, mutation in zip(paths, judged, strict=True):
        path.write_bytes(mutation.change(specimen.exported()[mutation.format]))
    done = check(targets_of(paths), CheckOptions(jobs=2))
    found = [{finding.rule for finding in each.findings} for each in done.checked]
    missed = [
        mutation.name for mutation, rules in zip(judged, found, strict=True) if mutation.rule not in rules
    ]
    assert not missed


def test_no_two_mutations_are_called_the_same() -> None:
    names = [mutation.name for mutation in MUTATIONS]
    assert len(set(names)) == len(names) >= 60


def test_every_rule_over_artefacts_has_a_failing_specimen() -> None:
    shown = {mutation.rule for mutation in MUTATIONS} | set(_SHOWN_ELSEWHERE)
    assert {rule.id for rule in ARTEFACT_RULES} - shown == set()
    assert shown - {rule.id for rule in ARTEFACT_RULES} == set()


def test_every_rule_of_office_has_an_id_of_ours() -> None:
    known = {rule.id for rule in ARTEFACT_RULES}
    assert {f"docx-{name}" for name in office.RULES} <= known
