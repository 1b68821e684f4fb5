"""A run as JSON, for other programs. Keys and their order are stable."""

from __future__ import annotations

import json

from prexport.reports.report import Excuse, Outcome, Report, Reported


def report_json(report: Report) -> str:
    """All outcomes of a run as one JSON text, with a newline at its end."""
    written = {
        "report": "prexport-outcome/1",
        "exit_code": int(report.exit_code),
        "inputs": [_outcome(outcome) for outcome in report.outcomes],
    }
    return json.dumps(written, ensure_ascii=False, indent=2) + "\n"


def _outcome(outcome: Outcome) -> dict[str, object]:
    error = outcome.error
    return {
        "path": outcome.path,
        "exit_code": int(outcome.exit_code),
        "files": list(outcome.files),
        "findings": [_finding(each) for each in outcome.reported],
        "error": None if error is None else {"message": error.message, "mend": error.mend},
    }


def _finding(reported: Reported) -> dict[str, object]:
    finding = reported.finding
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
        "artefact": finding.artefact,
        "element": finding.element,
        "fingerprint": reported.fingerprint,
        "excuse": None if reported.excuse is None else _excuse(reported.excuse),
    }


def _excuse(excuse: Excuse) -> dict[str, object]:
    return {"kind": excuse.kind.value, "reason": excuse.reason, "until": excuse.until or None}
