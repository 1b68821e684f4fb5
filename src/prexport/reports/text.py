"""Findings as text for people: what, where, the line of the file with a caret, and the mend."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from prexport.findings import Finding, Place, Severity
from prexport.reports.console import Paint, plain

WIDTH = 96
"""Columns of the file's line that are shown, around the caret."""

_LEFT_OF_CARET = 32
_CUT = "…"
_JOINERS = "\u200c\u200d"


class NumberedLines(Protocol):
    """Whatever knows the lines of a file: `release.source.Source` does."""

    def line(self, number: int) -> str:
        """Line `number`, counted from 1, without its end; "" when there is none."""


Lines = Mapping[str, NumberedLines]
"""The lines of the files that findings speak of, by their paths."""


def render(findings: Sequence[Finding], sources: Lines, paint: Paint = plain) -> str:
    """All findings, in the order given: one paragraph each, and a newline at the end of the text."""
    return "\n".join("".join(f"{line}\n" for line in _finding(each, sources, paint)) for each in findings)


def summary(findings: Sequence[Finding], paint: Paint = plain) -> str:
    """One line that counts: "2 errors and 1 warning.", set off by an empty line."""
    counts = [(severity, sum(finding.severity is severity for finding in findings)) for severity in Severity]
    words = [
        paint(severity.value, f"{count} {severity.value}{'' if count == 1 else 's'}")
        for severity, count in counts
        if count
    ]
    if not words:
        return ""
    *first, last = words
    return f"\n{', '.join(first)} and {last}.\n" if first else f"\n{last}.\n"


def _finding(finding: Finding, sources: Lines, paint: Paint) -> Iterator[str]:
    where = finding.where
    place = f"{where.file}:{where.line}:{where.column}" if where.line else where.file
    kind = paint(finding.severity.value, f"{finding.severity.value}[{finding.rule}]")
    yield f"{paint('place', _visible(place))}: {kind}: {finding.message} - {paint('mend', finding.mend)}"
    source = sources.get(where.file)
    if where.line and source is not None:
        yield from _excerpt(source.line(where.line), where, finding.severity, paint)


def _excerpt(line: str, where: Place, severity: Severity, paint: Paint) -> Iterator[str]:
    """The line and the caret below it; a long line is cut on both sides of the place."""
    start = where.column - 1
    first = start
    # Lines may be megabytes long: only what can be shown is measured.
    room = _LEFT_OF_CARET if len(line) > WIDTH or _width(line) > WIDTH else WIDTH
    while first > 0 and room >= _width(line[first - 1]):
        first -= 1
        room -= _width(line[first])
    last, room = first, WIDTH
    while last < len(line) and room >= _width(line[last]):
        room -= _width(line[last])
        last += 1
    before, marked = line[first:start], line[start : min(start + where.length, last)]
    shown = (_CUT if first else "") + line[first:last] + (_CUT if last < len(line) else "")
    margin = _width(before) + (1 if first else 0)
    number = str(where.line)
    blank = " " * len(number)
    yield f"{paint('gutter', f'  {number} |')} {_visible(shown)}".rstrip()
    caret = "^" * max(1, _width(marked))
    yield f"{paint('gutter', f'  {blank} |')} {' ' * margin}{paint(severity.value, caret)}"


def _width(text: str) -> int:
    """Columns on a terminal: two for East Asian wide characters (UAX #11), none for combining marks."""
    return sum(_width_of(character) for character in text)


def _width_of(character: str) -> int:
    if character.isascii():
        return 1
    if character in _JOINERS or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _visible(text: str) -> str:
    """The text without anything that could steer a terminal: controls, bidi controls, line separators."""
    return "".join(
        character if _is_harmless(character) else "\ufffd" for character in text.replace("\t", " ")
    )


def _is_harmless(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp")
