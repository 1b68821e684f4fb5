"""THE table of reports: the name of each format, and what writes it."""

from __future__ import annotations

from collections.abc import Callable

from prexport.reports.report import Report

Render = Callable[[Report], str]


def told(name: str, report: Report) -> str:
    """The report in one of the formats, in characters that UTF-8 has: file names may hold others.

    What is left of them is a backslash, a "u" and four digits, which is JSON's own way to write them.
    """
    return REPORTS[name](report).encode("utf-8", "backslashreplace").decode()


def _text(report: Report) -> str:
    from prexport.reports.text import report_text

    return report_text(report)


def _json(report: Report) -> str:
    from prexport.reports.json import report_json

    return report_json(report)


def _sarif(report: Report) -> str:
    from prexport.reports.sarif import report_sarif

    return report_sarif(report)


def _junit(report: Report) -> str:
    from prexport.reports.junit import report_junit

    return report_junit(report)


def _github(report: Report) -> str:
    from prexport.reports.github import report_github

    return report_github(report)


def _markdown(report: Report) -> str:
    from prexport.reports.markdown import report_markdown

    return report_markdown(report)


REPORTS: dict[str, Render] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
    "junit": _junit,
    "github": _github,
    "markdown": _markdown,
}
"""By name; every writer is imported when it is asked for."""
