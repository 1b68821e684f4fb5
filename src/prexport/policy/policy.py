"""What a house has decided: weights of rules, waivers, and the findings that it knows already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from prexport.findings import FailOn, Finding, Severity
from prexport.records import dataclass

_FORMATS = {".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """Findings that don't count until a day has passed: those of a rule, of a file, at a place.

    `file` is a pattern with `*`, `?` and `**` for paths relative to the folder of the configuration, "" for any;
    `place` the JSON Pointer or the path in the tag tree, with everything below it, "" for any. The waiver holds on
    the day `until`, and no longer.
    """

    rule: str
    reason: str
    until: date
    file: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Everything that decides what a finding counts for.

    `levels` gives rules another weight, by the rule's id; `levels_of` does so for one format ("release", "html",
    "docx", "pdf") and wins. `known` are the fingerprints of the baseline; with `adopting` every finding is taken
    for known, which is how a baseline is made. `folder` is where relative paths begin, `root` where the patterns of
    waivers begin; both are absolute paths with slashes.
    """

    fail_on: FailOn = FailOn.ERROR
    levels: Mapping[str, Severity] = field(default_factory=dict)
    levels_of: Mapping[str, Mapping[str, Severity]] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    known: frozenset[str] = frozenset()
    baseline: str = ""
    adopting: bool = False
    folder: str = ""
    root: str = ""

    def weight(self, finding: Finding) -> Severity:
        """The weight that the house gives to a finding."""
        own = self.levels_of.get(format_of(finding), {})
        return own.get(finding.rule, self.levels.get(finding.rule, finding.severity))


def format_of(finding: Finding) -> str:
    """What was judged: "release", "html", "docx" or "pdf"; "" for a file of another kind."""
    if not finding.artefact:
        return "release"
    _, dot, suffix = finding.artefact.rpartition(".")
    return _FORMATS.get((dot + suffix).lower(), "")
