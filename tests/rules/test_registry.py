"""The registry is complete: every rule says what, why, how to mend it, and names its clauses rightly."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from prexport.rules import RULES, Rule
from prexport.rules.artefacts import ARTEFACT_RULES
from prexport.rules.brand import BRAND_RULES
from prexport.rules.images import IMAGE_RULES
from prexport.rules.release import RELEASE_RULES
from prexport.rules.settings import SETTING_RULES
from prexport.rules.text import TEXT_RULES

# How a clause is written, so that two rules never name one clause in two ways.
CLAUSES = re.compile(
    r"WCAG 2\.2( [1-4]\.\d\.\d\d?)?"
    r"|EN 301 549 (9|10)(\.\d\.\d\.\d\d?)?"
    r"|EN 301 549 11(\.\d+)+"
    r"|PDF/UA-[12]( \d+(\.\d+)*)?"
    r"|PDF/A"
    r"|Matterhorn 1\.1 [0-3]\d-0\d\d"
    r"|ISO 19005-[1-4] \d+(\.\d+)*"
    r"|ISO 29500-[1-4]( \d+(\.\d+)*)?"
    r"|ISO 32000-[12] \d+(\.\d+)*"
    r"|(RFC \d+|XML 1\.0|JSON-LD 1\.1) \d+(\.\d+)*"
    r"|HTML Living Standard( \d+(\.\d+)*)?"
    r"|Unicode UAX \d+|ITU-T E\.164|prexport/1|house rule"
)
# WCAG 2.2, level AAA: EN 301 549 asks for A and AA only.
AAA = {"1.4.6", "2.4.9", "2.4.10"}
# What clause 10 of EN 301 549 leaves void, because a document has no pages around it.
VOID = {"2.4.1", "2.4.5", "3.2.3", "3.2.4"}


every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)


def test_an_id_is_given_once() -> None:
    tables = (*RELEASE_RULES, *TEXT_RULES, *IMAGE_RULES, *BRAND_RULES, *SETTING_RULES, *ARTEFACT_RULES)
    assert [id for id, times in Counter(rule.id for rule in tables).items() if times > 1] == []
    assert len(tables) == len(RULES)


@every_rule
def test_a_rule_says_all_that_there_is_to_say(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.id)
    for sentence in (rule.summary, rule.why, rule.mend):
        assert re.fullmatch(r"\S.*\.", sentence), sentence
    assert rule.formats
    assert rule.clauses


@every_rule
def test_clauses_are_written_in_one_way(rule: Rule) -> None:
    assert [clause for clause in rule.clauses if not CLAUSES.fullmatch(clause)] == []
    assert len(set(rule.clauses)) == len(rule.clauses)


@every_rule
def test_a_criterion_of_wcag_comes_with_its_clause_of_the_european_standard(rule: Rule) -> None:
    """Clause 9 is about web pages, clause 10 about documents; a release is judged as the documents made from it."""
    wcag = {clause.removeprefix("WCAG 2.2 ") for clause in rule.clauses if re.match(r"WCAG 2\.2 \d", clause)}
    chapter, asked = ("9", wcag - AAA) if set(rule.formats) == {"html"} else ("10", wcag - AAA - VOID)
    prefix = f"EN 301 549 {chapter}."
    assert {clause.removeprefix(prefix) for clause in rule.clauses if clause.startswith(prefix)} == asked
