"""Is an artefact still what its release says? Its outline against the release's, difference by difference."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from prexport.checks.flaws import Flaw
from prexport.document.outline import Outline
from prexport.document.outline_diff import Difference, Kind, differences
from prexport.document.outline_formats import comparable
from prexport.findings import Place

Locate = Callable[[str], Place]
"""Gives the place in the release of a JSON Pointer."""

_KINDS = {Kind.LOST: "fidelity-lost", Kind.ADDED: "fidelity-added", Kind.MOVED: "fidelity-moved"}


def rule_of(difference: Difference) -> str:
    """The id of the rule that a difference breaks."""
    if difference.trait is not None:
        return f"fidelity-{difference.trait}"
    return _KINDS[difference.kind]


def fidelity_flaws(expected: Outline, actual: Outline, format_: str, locate: Locate) -> Iterator[Flaw]:
    """Everything that an artefact of `format_` says otherwise than its release.

    `expected` is the outline of the release's document.
    """
    for difference in differences(comparable(expected, format_), actual):
        yield Flaw(
            rule_of(difference),
            difference.sentence,
            difference.element,
            where=locate(difference.source),
        )


def without_photos(outline: Outline, known: frozenset[str]) -> Outline:
    """The outline where only figures whose source is in `known` have photos to compare."""
    units = (
        unit if unit.image is None or unit.source in known else replace(unit, image=None)
        for unit in outline.units
    )
    return Outline(tuple(units))
