"""A run as Markdown (GitHub's): for the summary of a job, or a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from prexport.findings import Finding
from prexport.reports.paths import relative
from prexport.reports.report import Outcome, Report, Reported
from prexport.reports.text import counted, visible

# Whatever could begin markup, in a line or within a cell of a table.
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~@&])")


def report_markdown(report: Report) -> str:
    """A heading with the counts, and a table for each file that has findings."""
    return "".join(f"{block}\n" for block in _blocks(report))


def _blocks(report: Report) -> Iterator[str]:
    reported = list(report.all())
    words = counted(reported) or "no findings"
    inputs = f"{len(report.outcomes)} file{'' if len(report.outcomes) == 1 else 's'}"
    yield f"## prexport: {words} in {inputs}\n"
    for outcome in report.outcomes:
        if outcome.error is not None:
            yield from _stopped(outcome, report)
    for name, some in report.by_subject().items():
        if some:
            yield f"### {_escaped(relative(name, report.folder))}\n"
            yield from _table([each for each in some if each.excuse is None], report)
            yield from _excused([each for each in some if each.excuse is not None], report)


def _stopped(outcome: Outcome, report: Report) -> Iterator[str]:
    if outcome.error is not None:
        said = f"{outcome.error.message} {outcome.error.mend}".strip()
        yield f"**{_escaped(relative(outcome.path, report.folder))}**: {_escaped(said)}\n"


def _table(findings: Sequence[Reported], report: Report) -> Iterator[str]:
    rows = [
        f"| {each.finding.severity.value} | `{each.finding.rule}` | {_escaped(_place(each.finding, report))} "
        f"| {_escaped(each.finding.message)} | {_escaped(each.finding.mend)} |\n"
        for each in findings
    ]
    if rows:
        yield "| weight | rule | place | what | mend |\n|---|---|---|---|---|\n" + "".join(rows)


def _excused(findings: Sequence[Reported], report: Report) -> Iterator[str]:
    rows = [
        f"| `{each.finding.rule}` | {_escaped(_place(each.finding, report))} | {_escaped(each.finding.message)} "
        f"| {_escaped(each.excuse.words if each.excuse else '')} |\n"
        for each in findings
    ]
    if rows:
        yield "| not counted: rule | place | what | why |\n|---|---|---|---|\n" + "".join(rows)


def _place(finding: Finding, report: Report) -> str:
    where = finding.where
    file = relative(where.file, report.folder)
    parts = [f"{file}:{where.line}:{where.column}"] if where.line else []
    parts += [finding.element] if finding.element else []
    parts += [finding.where.pointer] if finding.artefact and finding.where.pointer else []
    return ", ".join(parts) or file


def _escaped(text: str) -> str:
    """The text as nothing but text, on one line."""
    return _SPECIAL.sub(r"\\\1", visible(text))
