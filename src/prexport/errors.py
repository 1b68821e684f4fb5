"""Exit codes and the exceptions that carry them.

An exception means "could not do it"; what is merely wrong with a release is a `Finding`, which is data.

    PrexportError
    ├── UsageError             2   the command line asks for something impossible
    ├── UnusableInput          3   not a file, not JSON, not a release at all
    ├── UnusableBrand          4   brand missing, broken, or failing contrast
    ├── MissingTool            5   a program or library that is needed is not there
    ├── OutputNotWritable      6   the files could not be saved
    ├── CheckerFailed          7   a checker did not run to its end; never a pass
    └── InternalError         70   a bug of ours
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from prexport.findings import Finding


class ExitCode(IntEnum):
    """What the process returns; the worst code of a run wins."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    UNUSABLE_INPUT = 3
    UNUSABLE_BRAND = 4
    MISSING_TOOL = 5
    OUTPUT_NOT_WRITABLE = 6
    CHECKER_FAILED = 7
    INTERNAL = 70
    INTERRUPTED = 130


class PrexportError(Exception):
    """The work could not be done.

    `message` says what is wrong and where, `mend` what to do about it, both as plain sentences.
    `findings` holds the single faults when there are several (a brand with three failing colour pairs).
    """

    exit_code: ClassVar[ExitCode] = ExitCode.INTERNAL

    def __init__(self, message: str, mend: str = "", findings: tuple[Finding, ...] = ()) -> None:
        """Say what is wrong, what to do about it, and, when there are several faults, which."""
        super().__init__(message)
        self.message = message
        self.mend = mend
        self.findings = findings


class UsageError(PrexportError):
    """The command line asks for something that can't be."""

    exit_code = ExitCode.USAGE


class UnusableInput(PrexportError):
    """The input is no release that could be judged: missing, unreadable, not JSON."""

    exit_code = ExitCode.UNUSABLE_INPUT


class UnusableBrand(PrexportError):
    """The brand is missing, malformed, or would look worse than the contrast rules allow."""

    exit_code = ExitCode.UNUSABLE_BRAND


class MissingTool(PrexportError):
    """A library or program that this task needs is not installed."""

    exit_code = ExitCode.MISSING_TOOL


class OutputNotWritable(PrexportError):
    """The outputs could not be saved; nothing half written was left behind."""

    exit_code = ExitCode.OUTPUT_NOT_WRITABLE


class CheckerFailed(PrexportError):
    """A checker crashed, hung or printed something that is no report."""

    exit_code = ExitCode.CHECKER_FAILED


class InternalError(PrexportError):
    """A state that only a bug of ours can bring about."""

    exit_code = ExitCode.INTERNAL
