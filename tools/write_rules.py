"""Writes docs/rules.md from the registry of rules; `tests/test_documents.py` holds that it is up to date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from prexport.rules import RULES, Rule, Subject

_TITLES: dict[tuple[Subject, ...], str] = {
    ("release",): "Rules over releases",
    ("brand",): "Rules over brands",
    ("settings",): "Rules over the configuration",
    (): "Rules over artefacts",
}
_HEAD = """\
# The rules

Every finding names one of these rules. An id never changes its meaning. A rule's weight is the one it has by
default: an error makes the command fail, a warning or a notice does so with `--fail-on warning` or `--fail-on notice`.
The clauses are those that the rule upholds; for a rule over releases, those that the files made from it would break.
`prexport/1` is the [format of releases](format.md); a house rule is one that no standard asks for.

This page is written by `tools/write_rules.py`; `prexport rules` prints the same.
"""


def page() -> str:
    """The page as Markdown."""
    return _HEAD + "".join(_section(subject, title) for subject, title in _TITLES.items())


def _section(subject: tuple[Subject, ...], title: str) -> str:
    rules = [rule for rule in RULES.values() if (rule.formats if rule.formats in _TITLES else ()) == subject]
    return "".join([f"\n## {title}\n", *map("".join, map(_told, rules))]) if rules else ""


def _told(rule: Rule) -> Iterator[str]:
    judged = "" if rule.formats in _TITLES else f" · {', '.join(rule.formats)}"
    yield f"\n### {rule.id}\n\n"
    yield f"{_escaped(rule.summary)}\n\n"
    yield f"- {rule.severity.value}{judged} · {_escaped(', '.join(rule.clauses))}\n"
    yield f"- Why: {_escaped(rule.why)}\n"
    yield f"- Mend: {_escaped(rule.mend)}\n"


def _escaped(text: str) -> str:
    return "".join(f"\\{character}" if character in "\\`*_[]<>#|" else character for character in text)


if __name__ == "__main__":
    target = Path(__file__).resolve().parent.parent / "docs" / "rules.md"
    target.write_text(page(), encoding="utf-8", newline="\n")
