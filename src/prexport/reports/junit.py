"""A run as JUnit XML, for the test pages of CI servers.

Every file that was judged is a suite. A finding that counts as a failure is a failed test, one that doesn't is a
passed one with its words in `system-out`, an excused one is skipped. A file without findings is one passed test.
There are no times: the same findings give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from prexport.errors import PrexportError
from prexport.findings import Finding
from prexport.reports.paths import relative
from prexport.reports.report import Report, Reported
from prexport.reports.text import origin_of

# What XML 1.0 can't hold in any way (2.2).
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"


def report_junit(report: Report) -> str:
    """The run as one JUnit file, valid against the schema of Jenkins' xUnit plug-in (junit-10)."""
    errors = {outcome.path: outcome.error for outcome in report.outcomes if outcome.error is not None}
    suites = [
        _Suite(relative(name, report.folder), some, errors.get(name), report)
        for name, some in report.by_subject().items()
    ]
    counts = (
        f' tests="{sum(suite.tests for suite in suites)}"'
        f' failures="{sum(suite.failures for suite in suites)}"'
        f' errors="{sum(suite.errors for suite in suites)}"'
    )
    body = "".join("".join(suite.lines()) for suite in suites)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="prexport"{counts}>\n{body}</testsuites>\n'
    )


class _Suite:
    """The tests of one file."""

    def __init__(
        self, name: str, findings: Sequence[Reported], error: PrexportError | None, report: Report
    ) -> None:
        self._name = name
        self._findings = findings
        self._error = error
        self._report = report
        self.failures = sum(self._fails(each) for each in findings)
        self.errors = int(error is not None)
        self.skipped = sum(each.excuse is not None for each in findings)
        self.tests = max(1, len(findings) + self.errors)

    def lines(self) -> Iterator[str]:
        yield (
            f'  <testsuite name={_quoted(self._name)} tests="{self.tests}" failures="{self.failures}"'
            f' errors="{self.errors}" skipped="{self.skipped}">\n'
        )
        for each in self._findings:
            yield from self._case(each)
        if self._error is not None:
            yield from self._stopped(self._error)
        elif not self._findings:
            yield f"    <testcase classname={_quoted(self._name)} name={_quoted('no findings')}/>\n"
        yield "  </testsuite>\n"

    def _fails(self, each: Reported) -> bool:
        return each.excuse is None and self._report.fail_on.counts(each.finding.severity)

    def _case(self, each: Reported) -> Iterator[str]:
        finding = each.finding
        # The fingerprint keeps two findings of one rule and place apart, from one run to the next.
        name = f"{finding.rule} {_place(finding)} {each.fingerprint[:8]}"
        yield f"    <testcase classname={_quoted(self._name)} name={_quoted(name)}>\n"
        if each.excuse is not None:
            yield f"      <skipped message={_quoted(each.excuse.words)}/>\n"
        if self._fails(each):
            yield (
                f"      <failure type={_quoted(finding.severity.value)} message={_quoted(finding.message)}>"
                f"{_text(self._told(finding))}</failure>\n"
            )
        else:
            yield f"      <system-out>{_text(self._told(finding))}</system-out>\n"
        yield "    </testcase>\n"

    def _stopped(self, error: PrexportError) -> Iterator[str]:
        yield f"    <testcase classname={_quoted(self._name)} name={_quoted('could be judged')}>\n"
        yield (
            f"      <error type={_quoted(type(error).__name__)} message={_quoted(error.message)}>"
            f"{_text(error.mend)}</error>\n"
        )
        yield "    </testcase>\n"

    def _told(self, finding: Finding) -> str:
        where = finding.where
        file = relative(where.file, self._report.folder)
        place = f"{file}:{where.line}:{where.column}" if where.line else file
        subject = relative(finding.artefact, self._report.folder) if finding.artefact else place
        lines = [f"{subject}: {finding.severity.value}[{finding.rule}]: {finding.message} - {finding.mend}"]
        if finding.element:
            lines.append(f"at {finding.element}")
        if origin := origin_of(finding, place):
            lines.append(f"from {origin}")
        source = self._report.sources.get(where.file)
        if where.line and source is not None:
            lines.append(source.line(where.line).strip())
        return "\n".join(lines)


def _place(finding: Finding) -> str:
    return finding.element or finding.where.pointer or "file"


def _text(text: str) -> str:
    return escape(_NO_CHARACTER.sub(_REPLACEMENT, text))


def _quoted(text: str) -> str:
    entities = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
    return '"' + escape(_NO_CHARACTER.sub(_REPLACEMENT, text), entities) + '"'
