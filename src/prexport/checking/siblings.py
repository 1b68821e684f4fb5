"""Artefacts of one release: who lends its source to whom, and what they differ in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from prexport.checking.outcomes import Checked
from prexport.checks.flaws import Flaw, findings_of
from prexport.findings import Finding
from prexport.release.fingerprint import distance

_SAME_PHOTO = 10  # of 64 bits; see `fingerprint.distance`


def siblings_of(checked: Iterable[Checked]) -> dict[Path, Path]:
    """The artefacts that carry no source, each with one of the same release that does."""
    found: dict[Path, Path] = {}
    for group in _by_release(checked).values():
        lender = next((each for each in group if each.source), None)
        if lender is not None:
            found.update({Path(each.path): Path(lender.path) for each in group if not each.source})
    return found


def compared(checked: Sequence[Checked]) -> tuple[Checked, ...]:
    """The files with what they differ in from the first of their release."""
    told: dict[str, list[Flaw]] = defaultdict(list)
    for group in _by_release(checked).values():
        first = next((each for each in group if each.source), group[0])
        for other in group:
            if other is not first:
                told[other.path] += _differences(first, other)
    return tuple(
        replace(each, findings=_joined(each.findings, findings_of(told[each.path], each.path)))
        if told[each.path]
        else each
        for each in checked
    )


def _joined(some: Iterable[Finding], others: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted((*some, *others), key=lambda finding: finding.sort_key))


def _by_release(checked: Iterable[Checked]) -> dict[str, list[Checked]]:
    groups: dict[str, list[Checked]] = defaultdict(list)
    for each in checked:
        if each.identity and each.error is None:
            groups[each.identity].append(each)
    return groups


def _differences(first: Checked, other: Checked) -> Iterable[Flaw]:
    if other.source and first.source and other.source != first.source:
        yield Flaw(
            "renditions-differ", f"It carries another source than {first.path}, which is of the same release."
        )
    known = dict(first.photos)
    for alt, photo in other.photos:
        if alt in known and distance(known[alt], photo) > _SAME_PHOTO:
            yield Flaw(
                "renditions-differ", f"The picture “{alt[:80]}” shows another photo than in {first.path}."
            )
