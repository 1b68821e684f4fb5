"""Printing what became of a run, and the exit code it leaves with."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from prexport.cli.options import OutputFormat
from prexport.errors import ExitCode, InternalError, PrexportError

if TYPE_CHECKING:
    from prexport.reports.json import ReleaseOutcome
    from prexport.reports.text import Lines

# What is worse comes first: a bug of ours outweighs a full disk, which outweighs a fault in a release.
_WORST_FIRST = (
    ExitCode.INTERNAL,
    ExitCode.CHECKER_FAILED,
    ExitCode.OUTPUT_NOT_WRITABLE,
    ExitCode.MISSING_TOOL,
    ExitCode.UNUSABLE_BRAND,
    ExitCode.UNUSABLE_INPUT,
    ExitCode.USAGE,
    ExitCode.FINDINGS,
    ExitCode.OK,
)


def worst(codes: Iterable[int]) -> ExitCode:
    """The exit code of a run over several releases: that of the one that went worst."""
    seen = set(codes)
    return next((code for code in _WORST_FIRST if code in seen), ExitCode.OK)


def as_prexport_error(error: Exception) -> PrexportError:
    """`error` as one of ours; anything unforeseen is a bug, and is said to be one.

    With PREXPORT_DEBUG set, a bug is raised with its traceback instead.
    """
    if isinstance(error, PrexportError):
        return error
    if os.environ.get("PREXPORT_DEBUG"):
        raise error
    return InternalError(
        f"This is a bug in prexport, not in your release: {type(error).__name__}: {error}",
        "Run the same command again with PREXPORT_DEBUG=1 and send us what it prints.",
    )


def report_error(error: PrexportError) -> None:
    """Say on standard error what could not be done, why, and what to do about it."""
    sys.stderr.write(f"error: {error.message}\n")
    for finding in error.findings:
        sys.stderr.write(f"  {finding.where.file}: {finding.message} - {finding.mend}\n")
    if error.mend:
        sys.stderr.write(f"  {error.mend}\n")


def print_outcomes(outcomes: Sequence[ReleaseOutcome], sources: Lines, output: OutputFormat) -> ExitCode:
    """Print the findings and the files of all releases and return the run's exit code.

    Findings go to standard output, errors to standard error. The names of written files are for people:
    they are printed on a terminal, and in the JSON report.
    """
    code = worst(outcome.exit_code for outcome in outcomes)
    if output is OutputFormat.JSON:
        from prexport.reports.json import outcome_json

        sys.stdout.write(outcome_json(outcomes, code))
        return code

    from prexport.reports.console import paint_for
    from prexport.reports.text import render, summary

    findings = [finding for outcome in outcomes for finding in outcome.findings]
    paint = paint_for(sys.stdout)
    if findings:
        sys.stdout.write(render(findings, sources, paint))
        sys.stdout.write(summary(findings, paint))
    for outcome in outcomes:
        if outcome.error is not None:
            report_error(outcome.error)
        if sys.stdout.isatty():
            for file in outcome.files:
                sys.stdout.write(f"{file}\n")
    return code
