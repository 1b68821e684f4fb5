"""`prexport rules`: what is asked of releases, brands and artefacts, and why."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from prexport.rules import Rule


class RulesFormat(StrEnum):
    """How the rules are printed."""

    TEXT = "text"
    JSON = "json"


def rules(
    id: Annotated[
        str,
        typer.Argument(metavar="[ID]", help="One rule, with all that there is to say.", show_default=False),
    ] = "",
    output: Annotated[
        RulesFormat, typer.Option("--format", help="How the rules are printed.")
    ] = RulesFormat.TEXT,
) -> None:
    """List the rules that findings name, or tell one: what it asks for, why, how to mend it, and the clauses."""
    from prexport.rules import RULES

    chosen = [_named(id)] if id else list(RULES.values())
    if output is RulesFormat.JSON:
        typer.echo(_as_json(chosen))
    elif id:
        typer.echo(_told(chosen[0]))
    else:
        width = max(map(len, RULES))
        for rule in chosen:
            typer.echo(f"{rule.id:<{width}}  {rule.severity.value:<7}  {rule.summary}")


def _named(id: str) -> Rule:
    from difflib import get_close_matches

    from prexport.errors import UsageError
    from prexport.rules import RULES

    if id in RULES:
        return RULES[id]
    near = get_close_matches(id, RULES, n=1)
    raise UsageError(
        f"There is no rule {id!r}.",
        f"Did you mean {near[0]}?" if near else "prexport rules lists all of them.",
    )


def _told(rule: Rule) -> str:
    return "\n".join(
        (
            f"{rule.id} ({rule.severity.value})",
            f"  {rule.summary}",
            f"  Why:     {rule.why}",
            f"  Mend:    {rule.mend}",
            f"  Clauses: {', '.join(rule.clauses)}",
            f"  Judges:  {', '.join(rule.formats)}",
        )
    )


def _as_json(chosen: list[Rule]) -> str:
    import json
    from dataclasses import asdict

    return json.dumps(
        {"report": "prexport-rules/1", "rules": [asdict(rule) for rule in chosen]},
        ensure_ascii=False,
        indent=2,
    )
