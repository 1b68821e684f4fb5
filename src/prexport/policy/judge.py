"""Judging: findings as rules found them, and a policy, become findings as they count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from prexport.findings import Finding, Severity
from prexport.policy.fingerprint import fingerprints
from prexport.policy.patterns import matches
from prexport.policy.policy import Policy, Waiver
from prexport.records import dataclass
from prexport.reports.paths import relative
from prexport.reports.report import Excuse, ExcuseKind, Reported


@dataclass(frozen=True, slots=True)
class Judged:
    """The findings of one input as they count, and whether they make the command fail."""

    reported: tuple[Reported, ...]
    failed: bool


def judge(findings: Iterable[Finding], policy: Policy, today: date, *, firm: bool = False) -> Judged:
    """Give every finding its weight, its fingerprint, and its excuse if it has one.

    All findings of a file must be given together. `today` decides which waivers still hold. With `firm`, errors
    keep their weight, have no excuse, and always count: `export` can't write a release that has one.
    """
    ordered = sorted(findings, key=lambda finding: finding.sort_key)
    prints = fingerprints(ordered, policy.folder)
    reported = tuple(
        Reported(finding, fingerprint)
        if firm and finding.severity is Severity.ERROR
        else _weighed(finding, fingerprint, policy, today)
        for finding, fingerprint in zip(ordered, prints, strict=True)
    )
    standing = {each.finding.severity for each in reported if each.excuse is None}
    failed = any(map(policy.fail_on.counts, standing)) or (firm and Severity.ERROR in standing)
    return Judged(reported, failed)


def _weighed(finding: Finding, fingerprint: str, policy: Policy, today: date) -> Reported:
    weighed = replace(finding, severity=policy.weight(finding))
    waivers = [waiver for waiver in policy.waivers if _covers(waiver, finding, policy)]
    standing = max((waiver for waiver in waivers if today <= waiver.until), key=_until, default=None)
    if standing is not None:
        excuse = Excuse(ExcuseKind.WAIVER, standing.reason, standing.until.isoformat())
        return Reported(weighed, fingerprint, excuse)
    if policy.adopting or fingerprint in policy.known:
        where = f" {policy.baseline}" if policy.baseline else ""
        return Reported(weighed, fingerprint, Excuse(ExcuseKind.BASELINE, f"it is in the baseline{where}"))
    ended = max(waivers, key=_until, default=None)
    if ended is not None:
        over = f"{finding.message} (The waiver for it ended on {ended.until.isoformat()}: {ended.reason})"
        weighed = replace(weighed, message=over)
    return Reported(weighed, fingerprint)


def _until(waiver: Waiver) -> date:
    return waiver.until


def _covers(waiver: Waiver, finding: Finding, policy: Policy) -> bool:
    if waiver.rule != finding.rule:
        return False
    if waiver.file and not any(
        matches(_from_root(path, policy), waiver.file)
        for path in (finding.artefact, finding.where.file)
        if path
    ):
        return False
    places = (finding.where.pointer, finding.element)
    below = waiver.place.rstrip("/") + "/"
    return not waiver.place or any(place == waiver.place or place.startswith(below) for place in places)


def _from_root(path: str, policy: Policy) -> str:
    """`path`, which is relative to the working folder or absolute, relative to the root of the patterns."""
    absolute = PurePosixPath(policy.folder, relative(path, ""))
    return relative(str(absolute), policy.root)
