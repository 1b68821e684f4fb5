"""The registry of rules: every id that a finding may bear, with its weight, its reason, its clauses and its mend.

Ids are kebab-case, stable for ever, and never reused for another meaning.
"""

from __future__ import annotations

from prexport.rules.artefacts import ARTEFACT_RULES
from prexport.rules.brand import BRAND_RULES
from prexport.rules.images import IMAGE_RULES
from prexport.rules.release import RELEASE_RULES
from prexport.rules.rule import Rule, Subject
from prexport.rules.settings import SETTING_RULES
from prexport.rules.text import TEXT_RULES

__all__ = ["RULES", "Rule", "Subject"]

RULES: dict[str, Rule] = {
    rule.id: rule
    for rule in (*RELEASE_RULES, *TEXT_RULES, *IMAGE_RULES, *BRAND_RULES, *SETTING_RULES, *ARTEFACT_RULES)
}
