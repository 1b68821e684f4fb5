"""Rules over brands."""

from __future__ import annotations

from prexport.findings import Severity
from prexport.rules.rule import Rule

_E = Severity.ERROR

BRAND_RULES: tuple[Rule, ...] = (
    Rule(
        "brand-key-missing",
        _E,
        "Every key of a brand is there.",
        "Something would be set in a way that nobody chose.",
        "Add the key to brand.toml; styles/default/brand.toml has all of them.",
        ("house rule",),
        ("brand",),
    ),
    Rule(
        "brand-key-unknown",
        _E,
        "Only keys that brands have are used.",
        "A misspelt key is a look that never shows.",
        "Correct the spelling, or take the key out.",
        ("house rule",),
        ("brand",),
    ),
    Rule(
        "brand-value-wrong",
        _E,
        "A brand's values have the type and range that they need.",
        "Pages would come out unreadable, or not at all.",
        "Write a value of the type and range that the message names.",
        ("house rule",),
        ("brand",),
    ),
    Rule(
        "brand-contrast",
        _E,
        "A brand's text has a contrast of 7:1, its marks 3:1.",
        "People with low vision can't read it, nor anybody in bright light.",
        "Make one of the two colours lighter or darker until the ratio is reached.",
        (
            "WCAG 2.2 1.4.3",
            "WCAG 2.2 1.4.11",
            "WCAG 2.2 1.4.6",
            "EN 301 549 10.1.4.3",
            "EN 301 549 10.1.4.11",
        ),
        ("brand",),
    ),
)
