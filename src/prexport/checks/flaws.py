"""What is wrong inside an artefact, as the checks say it: a rule, a place in the artefact, and a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from prexport.findings import Finding, Place
from prexport.records import dataclass
from prexport.rules import RULES

MOST_OF_ONE_RULE = 20
"""More findings of one rule in one file help nobody: the rest is counted in one more."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One fault of an artefact.

    `element` is its place: a path in the tag tree, a selector, the words around; "" for the file as a whole.
    `mend` is told where the rule's own remedy is too general. `where` is the place in the release that the artefact
    was made from, where it is known; `content` what the finding is known again by, the message where it is "".
    """

    rule: str
    message: str
    element: str = ""
    mend: str = ""
    where: Place | None = None
    content: str = ""


def findings_of(flaws: Iterable[Flaw], artefact: str) -> tuple[Finding, ...]:
    """Flaws of the file `artefact` as findings, each once, in the order of reports."""
    kept = _kept(dict.fromkeys(flaws))
    return tuple(sorted((_finding(flaw, artefact) for flaw in kept), key=lambda finding: finding.sort_key))


def _finding(flaw: Flaw, artefact: str) -> Finding:
    rule = RULES[flaw.rule]
    return Finding(
        rule.id,
        rule.severity,
        flaw.where or Place(artefact),
        flaw.message,
        flaw.mend or rule.mend,
        artefact,
        flaw.element,
        flaw.content,
    )


def _kept(flaws: Iterable[Flaw]) -> Iterator[Flaw]:
    """All flaws, but of one rule only the first ones, and then how many there are."""
    by_rule: defaultdict[str, list[Flaw]] = defaultdict(list)
    for flaw in flaws:
        by_rule[flaw.rule].append(flaw)
    for rule, some in by_rule.items():
        yield from some[:MOST_OF_ONE_RULE]
        if (rest := len(some) - MOST_OF_ONE_RULE) > 0:
            element = some[MOST_OF_ONE_RULE - 1].element
            yield Flaw(rule, f"There are {rest} more of this kind.", element, content="more of this kind")
