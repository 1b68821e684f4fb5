"""The text report: the line is cut around the place, and the caret stands under it."""

from __future__ import annotations

import pytest

from prexport.findings import Finding, Place, Severity
from prexport.release.source import Source
from prexport.reports.console import painted
from prexport.reports.text import WIDTH, render, summary


def finding(line: int = 1, column: int = 1, length: int = 1, severity: Severity = Severity.ERROR) -> Finding:
    return Finding("rule", severity, Place("f.json", line, column, "", length), "What.", "Mend.")


def excerpt(line: str, column: int, length: int = 1) -> tuple[str, str]:
    """Give the shown line and the caret line, without their margins."""
    report = render([finding(1, column, length)], {"f.json": Source("f.json", line)})
    _, shown, caret = report.splitlines()
    return shown.removeprefix("  1 | "), caret.removeprefix("    | ")


def test_a_finding_without_a_line_has_no_excerpt() -> None:
    assert render([finding(0, 0)], {}) == "f.json: error[rule]: What. - Mend.\n"


def test_findings_are_set_apart_by_an_empty_line() -> None:
    assert render([finding(0, 0)] * 2, {}).count("\n\n") == 1


@pytest.mark.parametrize(
    ("line", "column", "length", "caret"),
    [
        ("abc", 2, 1, " ^"),
        ("abc", 2, 9, " ^^"),
        ("數碼港abc", 3, 1, "    ^^"),
        ("數碼港abc", 4, 3, "      ^^^"),
        ("e\u0301a", 3, 1, " ^"),
        ("\tab", 2, 1, " ^"),
        ("", 1, 1, "^"),
    ],
)
def test_the_caret_stands_under_the_place(line: str, column: int, length: int, caret: str) -> None:
    assert excerpt(line, column, length)[1] == caret


def test_a_long_line_is_cut_on_both_sides() -> None:
    line = "a" * 500 + "X" + "b" * 500
    shown, caret = excerpt(line, 501)
    assert shown[0] == shown[-1] == "…"
    assert len(shown) <= WIDTH + 2
    assert shown[caret.index("^")] == "X"


def test_a_long_line_of_wide_characters_is_cut_by_columns() -> None:
    line = "港" * 200 + "X" + "港" * 200
    shown, caret = excerpt(line, 201)
    before = shown[: shown.index("X")]
    assert 2 * len(before) - 1 == caret.index("^")
    assert len(shown) <= WIDTH // 2 + 4


def test_nothing_in_a_line_steers_the_terminal() -> None:
    shown, _ = excerpt("a\x1b[31m\u202eb\u2066\x9b", 1)
    assert shown == "a�[31m�b��"


def test_the_summary_counts_by_weight() -> None:
    findings = [finding(severity=Severity.ERROR)] * 2 + [finding(severity=Severity.WARNING)]
    assert summary(findings) == "\n2 errors and 1 warning.\n"
    assert summary([]) == ""


def test_paint_adds_colour_and_changes_no_words() -> None:
    report = render([finding()], {"f.json": Source("f.json", "abc")}, painted)
    assert "\x1b[1;31merror[rule]\x1b[0m" in report
    stripped = report
    for code in ("\x1b[1;31m", "\x1b[1m", "\x1b[32m", "\x1b[2m", "\x1b[0m"):
        stripped = stripped.replace(code, "")
    assert stripped == render([finding()], {"f.json": Source("f.json", "abc")})
