"""A run as SARIF 2.1.0 (OASIS, with errata 01), for GitHub code scanning, editors and archives of results.

Columns count characters ("unicodeCodePoints"), as everywhere in prexport. The place is the line of the release where
it is known; the file that was judged is then a related location. Logical locations are the path in the tag tree and
the JSON Pointer. Nothing tells the time or the machine: the same findings give the same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from prexport import __version__
from prexport.errors import ExitCode, PrexportError
from prexport.findings import Finding, Severity
from prexport.reports.paths import relative, uri
from prexport.reports.report import ExcuseKind, Outcome, Report, Reported
from prexport.rules import RULES, Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "prexport/v1"
"""The name of our way to make fingerprints (3.27.17): another way gets another number."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
# What means that the run came to its end, whatever it found (3.20.14).
_COMPLETE = (ExitCode.OK, ExitCode.FINDINGS)

# What would be taken for an embedded link (3.11.6): the words of a Markdown link.
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")

_Object = dict[str, object]


def report_sarif(report: Report) -> str:
    """The run as one SARIF log, with a newline at its end."""
    ids = sorted({each.finding.rule for each in report.all()})
    notes = [_notification(outcome, outcome.error, report) for outcome in report.outcomes if outcome.error]
    run: _Object = {
        "tool": {
            "driver": {
                "name": "prexport",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(RULES[id]) for id in ids],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": report.exit_code in _COMPLETE,
                "exitCode": int(report.exit_code),
                "toolExecutionNotifications": notes,
            }
        ],
        "results": [_result(each, ids.index(each.finding.rule), report) for each in report.all()],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> _Object:
    clauses = ", ".join(rule.clauses)
    return {
        "id": rule.id,
        "shortDescription": _text(rule.summary),
        "fullDescription": _text(f"{rule.summary} {rule.why}"),
        "help": _text(f"{rule.why}\n\nHow to mend it: {rule.mend}\n\nClauses: {clauses}"),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": list(rule.clauses)},
    }


def _result(reported: Reported, index: int, report: Report) -> _Object:
    finding = reported.finding
    result: _Object = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": _text(f"{finding.message} {finding.mend}".strip()),
        "locations": [_location(finding, report)],
        "partialFingerprints": {FINGERPRINT: reported.fingerprint},
    }
    if finding.artefact and finding.artefact != finding.where.file:
        result["relatedLocations"] = [
            {
                "id": 1,
                "physicalLocation": {"artifactLocation": {"uri": uri(finding.artefact, report.folder)}},
                "message": _text(f"Found in {relative(finding.artefact, report.folder)}."),
            }
        ]
    if reported.excuse is not None:
        state: _Object = {"kind": "external", "status": "accepted", "justification": reported.excuse.reason}
        if reported.excuse.kind is ExcuseKind.WAIVER:
            state["properties"] = {"until": reported.excuse.until}
        result["suppressions"] = [state]
    return result


def _location(finding: Finding, report: Report) -> _Object:
    where = finding.where
    physical: _Object = {"artifactLocation": {"uri": uri(where.file, report.folder)}}
    if where.line:
        region: _Object = {"startLine": where.line}
        if where.column:
            region |= {"startColumn": where.column, "endColumn": where.column + where.length}
        source = report.sources.get(where.file)
        if source is not None:
            line = source.line(where.line)
            first = max(0, where.column - 1)
            region["snippet"] = {"text": line[first : first + where.length]}
        physical["region"] = region
    location: _Object = {"physicalLocation": physical}
    logical = list(_logical(finding))
    if logical:
        location["logicalLocations"] = logical
    return location


def _logical(finding: Finding) -> Iterator[_Object]:
    """Places that are no lines (3.33): an element of the tag tree, a value of the release."""
    if finding.element:
        yield _named(finding.element, "element")
    if finding.where.pointer:
        yield _named(finding.where.pointer, "value")


def _named(path: str, kind: str) -> _Object:
    return {"name": path.rpartition("/")[2] or path, "fullyQualifiedName": path, "kind": kind}


def _notification(outcome: Outcome, error: PrexportError, report: Report) -> _Object:
    return {
        "level": "error",
        "message": _text(f"{error.message} {error.mend}".strip()),
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(outcome.path, report.folder)}}}],
    }


def _text(text: str) -> _Object:
    """A message whose braces are no placeholders (3.11.5) and whose brackets are no links (3.11.6)."""
    return {"text": _LINK.sub(r"\\[", text.replace("{", "{{").replace("}", "}}"))}
