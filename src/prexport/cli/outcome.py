"""Printing what became of a run, and the exit code it leaves with."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from prexport.cli.options import OutputFormat
from prexport.errors import ExitCode, InternalError, PrexportError

if TYPE_CHECKING:
    from prexport.cli.judging import Judging
    from prexport.reports.report import Lines, Outcome, Report

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
        where = finding.where
        place = f"{where.file}:{where.line}" if where.line else where.file
        sys.stderr.write(f"  {place}: {finding.message} - {finding.mend}\n")
    if error.mend:
        sys.stderr.write(f"  {error.mend}\n")


def deliver(outcomes: Sequence[Outcome], sources: Lines, judging: Judging) -> ExitCode:
    """Print the outcomes of all inputs, write the reports and the baseline asked for, and give the exit code.

    Findings go to standard output, errors to standard error. The names of written files are for people:
    they are printed on a terminal, and in the JSON report.

    Raises:
        OutputNotWritable: a report or the baseline could not be written; what there is to say was printed.
        UsageError: a report would take the place of an input.
    """
    from prexport.cli.judging import spare_inputs, write_text
    from prexport.reports.report import Report
    from prexport.reports.table import told

    report = Report(
        outcomes=tuple(outcomes),
        exit_code=worst(outcome.exit_code for outcome in outcomes),
        fail_on=judging.policy.fail_on,
        folder=judging.policy.folder,
        sources=sources,
    )
    spare_inputs(judging, [outcome.path for outcome in outcomes])
    if judging.output is OutputFormat.TEXT:
        _print_for_people(report)
    else:
        sys.stdout.write(told(judging.output.value, report))
    for name, path in judging.reports:
        write_text(path, told(name, report))
    if judging.new_baseline is not None:
        from prexport.policy.baseline import baseline_text

        write_text(judging.new_baseline, baseline_text(report.all(), report.folder))
    return ExitCode(report.exit_code)


def _print_for_people(report: Report) -> None:
    from prexport.reports.console import paint_for
    from prexport.reports.text import findings_text

    sys.stdout.write(findings_text(report, paint_for(sys.stdout)))
    for outcome in report.outcomes:
        if outcome.error is not None:
            report_error(outcome.error)
        if sys.stdout.isatty():
            for file in outcome.files:
                sys.stdout.write(f"{file}\n")
