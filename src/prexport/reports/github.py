"""A run as workflow commands: what GitHub Actions shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from prexport.errors import PrexportError
from prexport.findings import Finding
from prexport.reports.paths import relative
from prexport.reports.report import Outcome, Report, Reported
from prexport.reports.text import visible


def report_github(report: Report) -> str:
    """One command a line; excused findings are notices, so that they stay to be seen."""
    commands = (command for outcome in report.outcomes for command in _outcome(outcome, report))
    return "".join(f"{command}\n" for command in commands)


def _outcome(outcome: Outcome, report: Report) -> Iterator[str]:
    for each in outcome.reported:
        yield _finding(each, report)
    if outcome.error is not None:
        yield _stopped(outcome, outcome.error, report)


def _finding(reported: Reported, report: Report) -> str:
    finding = reported.finding
    where = finding.where
    properties = {"file": relative(where.file, report.folder)}
    if where.line:
        properties["line"] = str(where.line)
        properties["endLine"] = str(where.line)
    if where.column:
        properties["col"] = str(where.column)
        properties["endColumn"] = str(where.column + where.length)
    properties["title"] = finding.rule
    message = visible(f"{finding.message} {finding.mend}".strip()) + _inside(finding, report)
    if reported.excuse is None:
        return _command(finding.severity.value, properties, message)
    return _command("notice", properties, f"{message}\n{visible(reported.excuse.words)}")


def _inside(finding: Finding, report: Report) -> str:
    """Where in an artefact the finding is: GitHub has no lines of a PDF to show it at."""
    parts = [relative(finding.artefact, report.folder)] if finding.artefact else []
    parts += [finding.element] if finding.element else []
    parts += [f"from {finding.where.pointer}"] if finding.artefact and finding.where.pointer else []
    return f"\nin {visible(', '.join(parts))}" if parts else ""


def _stopped(outcome: Outcome, error: PrexportError, report: Report) -> str:
    file = relative(outcome.path, report.folder)
    return _command(
        "error", {"file": file, "title": "not done"}, visible(f"{error.message} {error.mend}".strip())
    )


def _command(name: str, properties: dict[str, str], message: str) -> str:
    said = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {said}::{_data(message)}"


def _data(text: str) -> str:
    """As the runner undoes it: percent signs first, then line ends."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
