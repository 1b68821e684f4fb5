"""`prexport rules` tells every rule, for people and for programs."""

from __future__ import annotations

import json

from cli.running import CommandLine
from prexport.rules import RULES


def test_every_rule_is_listed_once(prexport: CommandLine) -> None:
    listed = prexport("prexport rules")
    assert listed.code == 0
    assert [line.split()[0] for line in listed.out.splitlines()] == list(RULES)


def test_every_rule_is_told_to_programs(prexport: CommandLine) -> None:
    told = json.loads(prexport("prexport rules --format json").out)["rules"]
    assert [each["id"] for each in told] == list(RULES)
    assert all(each["why"] and each["mend"] and each["clauses"] and each["formats"] for each in told)
