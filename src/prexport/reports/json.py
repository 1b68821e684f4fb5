"""The outcome of a command as JSON, for other programs. Keys and their order are stable."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from prexport.errors import PrexportError
from prexport.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseOutcome:
    """What became of one release: its findings, the files written, the reason if it could not be done."""

    path: str
    findings: tuple[Finding, ...] = ()
    files: tuple[str, ...] = ()
    error: PrexportError | None = None
    exit_code: int = 0


def outcome_json(outcomes: Sequence[ReleaseOutcome], exit_code: int) -> str:
    """All outcomes of a run as one JSON text, with a newline at its end."""
    report = {
        "report": "prexport-outcome/1",
        "exit_code": int(exit_code),
        "releases": [_release(outcome) for outcome in outcomes],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _release(outcome: ReleaseOutcome) -> dict[str, object]:
    error = outcome.error
    return {
        "path": outcome.path,
        "exit_code": int(outcome.exit_code),
        "files": list(outcome.files),
        "findings": [_finding(finding) for finding in outcome.findings],
        "error": None if error is None else {"message": error.message, "mend": error.mend},
    }


def _finding(finding: Finding) -> dict[str, object]:
    where = finding.where
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "mend": finding.mend,
        "file": where.file,
        "line": where.line,
        "column": where.column,
        "length": where.length,
        "pointer": where.pointer,
    }
