"""Findings as text for people: what, where, the line of the file with a caret, and the mend."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from prexport.findings import Finding, Place, Severity
from prexport.reports.console import Paint, plain
from prexport.reports.report import Excuse, Lines, Report, Reported

WIDTH = 96
"""Columns of the file's line that are shown, around the caret."""

_LEFT_OF_CARET = 32
_CUT = "…"
_JOINERS = "\u200c\u200d"


def report_text(report: Report, paint: Paint = plain) -> str:
    """A whole run, with what could not be done at its end."""
    parts = [findings_text(report, paint)]
    for outcome in report.outcomes:
        if outcome.error is not None:
            said = f"{outcome.error.message} {outcome.error.mend}".strip()
            parts.append(f"{visible(outcome.path)}: {paint('error', 'not done')}: {visible(said)}\n")
    return "".join(parts)


def findings_text(report: Report, paint: Paint = plain) -> str:
    """The findings of a run, grouped by the file that was judged, and a line that counts them; "" without any.

    With several files each group has a heading with its own count.
    """
    groups = {name: some for name, some in report.by_subject().items() if some}
    shown = []
    for name, some in groups.items():
        if len(groups) > 1:
            shown.append(f"{paint('place', f'{visible(name)}:')} {counted(some, paint)}\n")
        shown += [_paragraph(each.finding, report.sources, paint, each.excuse) for each in some]
    total = counted(list(report.all()), paint)
    return "\n".join(shown) + (f"\n{total}.\n" if total else "")


def counted(reported: Sequence[Reported], paint: Paint = plain) -> str:
    """How many findings there are of each weight, and how many don't count: "2 errors and 1 warning"."""
    words = _counts((each.finding for each in reported if each.excuse is None), paint)
    excused = sum(each.excuse is not None for each in reported)
    if excused:
        words.append(paint("gutter", f"{excused} not counted"))
    return _and(words)


def render(findings: Sequence[Finding], sources: Lines, paint: Paint = plain) -> str:
    """All findings, in the order given: one paragraph each, and a newline at the end of the text."""
    return "\n".join(_paragraph(each, sources, paint) for each in findings)


def summary(findings: Sequence[Finding], paint: Paint = plain) -> str:
    """One line that counts: "2 errors and 1 warning.", set off by an empty line."""
    words = _and(_counts(findings, paint))
    return f"\n{words}.\n" if words else ""


def _counts(findings: Iterable[Finding], paint: Paint) -> list[str]:
    weights = [finding.severity for finding in findings]
    return [
        paint(severity.value, f"{count} {severity.value}{'' if count == 1 else 's'}")
        for severity in Severity
        if (count := weights.count(severity))
    ]


def _and(words: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _paragraph(finding: Finding, sources: Lines, paint: Paint, excuse: Excuse | None = None) -> str:
    return "".join(f"{line}\n" for line in _finding(finding, sources, paint, excuse))


def _finding(finding: Finding, sources: Lines, paint: Paint, excuse: Excuse | None) -> Iterator[str]:
    where = finding.where
    known = f"{where.file}:{where.line}:{where.column}" if where.line else where.file
    weight = f"{finding.severity.value}[{finding.rule}]"
    kind = paint(finding.severity.value, weight) if excuse is None else paint("gutter", weight)
    yield (
        f"{paint('place', visible(finding.artefact or known))}: {kind}: {visible(finding.message)} - "
        f"{paint('mend', visible(finding.mend))}"
    )
    if finding.element:
        yield f"  {paint('gutter', 'at')} {visible(finding.element)}"
    if origin := origin_of(finding, known):
        yield f"  {paint('gutter', 'from')} {visible(origin)}"
    source = sources.get(where.file)
    if where.line and source is not None:
        yield from _excerpt(source.line(where.line), where, finding.severity, paint)
    if excuse is not None:
        yield f"  {paint('notice', visible(excuse.words))}"


def origin_of(finding: Finding, known: str) -> str:
    """Where in the release the words of an artefact come from: the place `known`, and the JSON Pointer; "" if unknown.

    The pointer alone is a place in the release that the artefact carries.
    """
    if not finding.artefact:
        return ""
    place = "" if finding.where.file == finding.artefact else known
    return " ".join(part for part in (place, finding.where.pointer) if part)


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
    yield f"{paint('gutter', f'  {number} |')} {visible(shown)}".rstrip()
    caret = "^" * max(1, _width(marked))
    yield f"{paint('gutter', f'  {blank} |')} {' ' * margin}{paint(severity.value, caret)}"


def _width(text: str) -> int:
    """Columns on a terminal: two for East Asian wide characters (UAX #11), none for combining marks."""
    return len(text) if text.isascii() else sum(_width_of(character) for character in text)


def _width_of(character: str) -> int:
    if character.isascii():
        return 1
    if character in _JOINERS or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def visible(text: str) -> str:
    """The text without anything that could steer a terminal: controls, bidi controls, line separators."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        character if _is_harmless(character) else "\ufffd"
        for character in text.replace("\t", " ").replace("\n", " ")
    )


def _is_harmless(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp")
