"""Finds the mark-up in an inline text: the first of the steps of `prexport.release.inline`.

Brackets follow CommonMark's appendix "A parsing strategy", with two kinds of span beside the links.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from dataclasses import field

from prexport.records import dataclass
from prexport.release.inline_brackets import ESCAPABLE, read_span, read_target, unopened_span
from prexport.release.inline_emphasis import Emphasis, Run
from prexport.release.inline_marks import Close, Leaf, Malformed, Mark, Open

_SPECIAL = re.compile(r"\\|`+|\*+|\[|\]|<")
_BACKTICKS = re.compile(r"`+")
_URL_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\x00-\x20<>]*)>")
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_MAIL_AUTOLINK = re.compile(rf"<([A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]+@{_LABEL}(?:\.{_LABEL})*)>")


@dataclass(slots=True)
class _Scanner:
    text: str
    emphasis: Emphasis
    marks: list[Mark] = field(default_factory=list)
    malformed: list[Malformed] = field(default_factory=list)
    # The open brackets: their places, the runs of stars before each, and the spans inside so far.
    brackets: array[int] = field(default_factory=lambda: array("q"))
    bottoms: list[Run | None] = field(default_factory=list)
    depths: array[int] = field(default_factory=lambda: array("q"))
    # Brackets below this hold a link already and can't become one.
    linked_below: int = 0
    runs: dict[int, list[int]] | None = None


def scan(text: str) -> tuple[list[Mark], list[Malformed]]:
    """Find all mark-up of the text: marks ordered by place, and spans that are malformed."""
    scanner = _Scanner(text, Emphasis(text))
    last_bracket = text.rfind("]")
    escaped = -1
    place = 0
    while match := _SPECIAL.search(text, place):
        at, place = match.span()
        match text[at]:
            case "\\":
                place = _backslash(scanner, at)
                escaped = place - 1
            case "`":
                place = _code(scanner, at, place)
            case "*":
                scanner.emphasis.add(at, place)
            case "<":
                place = _autolink(scanner, at)
            case "[" if at < last_bracket:
                scanner.brackets.append(-at - 1 if at and text[at - 1] == "!" and escaped != at - 1 else at)
                scanner.bottoms.append(scanner.emphasis.last)
                scanner.depths.append(0)
            case "]":
                place = _close_bracket(scanner, at)
            case _:
                pass  # a bracket that nothing closes
    scanner.emphasis.match(None)
    marks = [*scanner.marks, *scanner.emphasis.marks]
    marks.sort(key=lambda mark: mark.start)
    return marks, scanner.malformed


def _backslash(scanner: _Scanner, at: int) -> int:
    following = scanner.text[at + 1 : at + 2]
    if following == "\n":
        scanner.marks.append(Leaf(at, at + 2, "break"))
        return at + 2
    if following in ESCAPABLE and following:
        scanner.marks.append(Leaf(at, at + 2, "literal", following))
        return at + 2
    return at + 1


def _code(scanner: _Scanner, at: int, end: int) -> int:
    if scanner.runs is None:
        # Where all runs of backticks are, by length: looked up, so that no search is repeated.
        scanner.runs = {}
        for run in _BACKTICKS.finditer(scanner.text):
            scanner.runs.setdefault(len(run[0]), []).append(run.start())
    places = scanner.runs.get(end - at, [])
    index = bisect_left(places, end)
    if index == len(places):
        return end
    closing = places[index]
    content = scanner.text[end:closing].replace("\n", " ")
    if content.strip(" ") and content[0] == content[-1] == " ":
        content = content[1:-1]
    scanner.marks.append(Leaf(at, closing + end - at, "code", content))
    return closing + end - at


def _autolink(scanner: _Scanner, at: int) -> int:
    if match := _URL_AUTOLINK.match(scanner.text, at):
        leaf = Leaf(at, match.end(), "autolink", match[1], match[1])
    elif match := _MAIL_AUTOLINK.match(scanner.text, at):
        leaf = Leaf(at, match.end(), "autolink", match[1], f"mailto:{match[1]}")
    else:
        return at + 1
    scanner.marks.append(leaf)
    scanner.linked_below = len(scanner.brackets)
    return match.end()


def _close_bracket(scanner: _Scanner, at: int) -> int:
    text = scanner.text
    following = text[at + 1 : at + 2]
    if not scanner.brackets:
        if unopened := unopened_span(text, at):
            scanner.malformed.append(unopened)
        return at + 1
    opened = scanner.brackets.pop()
    bottom = scanner.bottoms.pop()
    depth = scanner.depths.pop()
    level = len(scanner.brackets)
    may_link = level >= scanner.linked_below
    scanner.linked_below = min(scanner.linked_below, level)
    image = opened < 0
    start = -opened - 1 if image else opened
    end = at + 1
    if following == "(" and (image or may_link) and (target := read_target(text, at + 1)):
        url, title, end = target
        scanner.emphasis.match(bottom)
        if image:
            # Images come from figure blocks; in text they are shown as they were written.
            scanner.marks.append(Leaf(start - 1, end, "source"))
        else:
            scanner.marks.append(Open(start, start + 1, "link", end, url, title))
            scanner.marks.append(Close(at, end))
            scanner.linked_below = level
    elif following == "{":
        span = read_span(text, start, at, depth + 1)
        if isinstance(span, Malformed):
            scanner.malformed.append(span)
        else:
            kind, value, end = span
            scanner.emphasis.match(bottom)
            scanner.marks.append(Open(start, start + 1, kind, end, value))
            scanner.marks.append(Close(at, end))
            depth += 1
    if level:
        scanner.depths[-1] = max(scanner.depths[-1], depth)
    return end
