"""The table of docs/checks.md: every mutation, the rule that catches it, and whether a judge alone would have."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from checking.mutations.all import MUTATIONS
from checking.mutations.mutation import Format, Mutation
from checking.verdicts import JUDGES

BEGIN = "<!-- written by tools/write_checks.py -->"
_NAMES: dict[Format, str] = {"pdf": "PDF", "docx": "DOCX", "html": "HTML"}


def written(alone: Mapping[str, bool]) -> str:
    """The table, and the shares above it; `alone` maps the names of mutations to the verdict of their judge."""
    parts = []
    for format_, group in groupby(MUTATIONS, key=lambda mutation: mutation.format):
        mutations = list(group)
        caught = sum(alone[mutation.name] for mutation in mutations)
        share = round(100 * caught / len(mutations))
        parts.append(f"### {_NAMES[format_]}\n")
        parts.append(
            f"`prexport check` catches {len(mutations)} of {len(mutations)}; {JUDGES[format_]} alone would have caught"
            f" {caught}, that is {share} %.\n"
        )
        parts.append(f"| change | rule | {JUDGES[format_]} alone |\n|---|---|---|")
        parts.append("\n".join(_row(mutation, alone[mutation.name]) for mutation in mutations) + "\n")
    return "\n".join(parts)


def _row(mutation: Mutation, caught: bool) -> str:
    return f"| {mutation.what} | `{mutation.rule}` | {'yes' if caught else 'no'} |"
