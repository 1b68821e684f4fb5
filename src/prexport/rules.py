"""The registry of rules: every id that a finding may bear, with its weight and its reason.

Ids are kebab-case, stable for ever, and never reused for another meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from prexport.findings import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its stable id, its severity, what it asks for, and why that matters to a reader."""

    id: str
    severity: Severity
    summary: str
    why: str


_E, _W = Severity.ERROR, Severity.WARNING

_ALL: tuple[Rule, ...] = ()

RULES: dict[str, Rule] = {rule.id: rule for rule in _ALL}
