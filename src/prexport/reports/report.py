"""What a run has to tell, as data; the other modules of this room put it into words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import StrEnum
from typing import Protocol

from prexport.errors import PrexportError
from prexport.findings import FailOn, Finding
from prexport.records import dataclass


class NumberedLines(Protocol):
    """Whatever knows the lines of a file: `release.source.Source` does."""

    def line(self, number: int) -> str:
        """Line `number`, counted from 1, without its end; "" when there is none."""


Lines = Mapping[str, NumberedLines]
"""The lines of the files that findings speak of, by their paths."""


class ExcuseKind(StrEnum):
    """Why a finding does not count."""

    WAIVER = "waiver"
    BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class Excuse:
    """Why a finding does not count, in the words of those who decided it; `until` is a date, or ""."""

    kind: ExcuseKind
    reason: str
    until: str = ""

    @property
    def words(self) -> str:
        """As reports say it."""
        if self.kind is ExcuseKind.BASELINE:
            return f"known: {self.reason}"
        return f"waived until {self.until}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Reported:
    """A finding as it is told: with what it is known again by, and why it doesn't count, if so."""

    finding: Finding
    fingerprint: str
    excuse: Excuse | None = None

    @property
    def subject(self) -> str:
        """The file that was judged, as the user named it."""
        return self.finding.artefact or self.finding.where.file


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one input: its findings, the files written, the reason if it could not be done."""

    path: str
    reported: tuple[Reported, ...] = ()
    files: tuple[str, ...] = ()
    error: PrexportError | None = None
    exit_code: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole run: one outcome for each input, in the order that they were given.

    `fail_on` says which findings count as failures, `folder` (an absolute path with slashes, or "") is where
    relative paths begin, and `sources` are the texts that excerpts are taken from.
    """

    outcomes: tuple[Outcome, ...]
    exit_code: int = 0
    fail_on: FailOn = FailOn.ERROR
    folder: str = ""
    sources: Lines = field(default_factory=dict)

    def all(self) -> Iterator[Reported]:
        """Every finding of the run."""
        for outcome in self.outcomes:
            yield from outcome.reported

    def by_subject(self) -> dict[str, list[Reported]]:
        """The findings of every file that was judged; also inputs without findings, and those that failed."""
        groups: dict[str, list[Reported]] = {}
        for outcome in self.outcomes:
            if not outcome.reported or outcome.error is not None:
                groups.setdefault(outcome.path, [])
            for each in outcome.reported:
                groups.setdefault(each.subject, []).append(each)
        return groups
