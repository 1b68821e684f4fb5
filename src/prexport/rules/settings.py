"""Rules over the configuration, which decides what other findings count for."""

from __future__ import annotations

from prexport.findings import Severity
from prexport.rules.rule import Rule

_E = Severity.ERROR

SETTING_RULES: tuple[Rule, ...] = (
    Rule(
        "setting-unknown",
        _E,
        "Only keys, rules and formats that there are stand in the configuration.",
        "A misspelt waiver or weight would silently do nothing.",
        "Correct the spelling; docs/ci.md tells all keys.",
        ("house rule",),
        ("settings",),
    ),
    Rule(
        "setting-wrong",
        _E,
        "The values of the configuration have the type and form that they need.",
        "Nobody could tell which findings count; a waiver without a reason or an end is a hole for ever.",
        "Write the value in the form that docs/ci.md asks for.",
        ("house rule",),
        ("settings",),
    ),
)
