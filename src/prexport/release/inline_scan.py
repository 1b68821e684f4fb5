"""Finds the mark-up in an inline text: the first of the steps of `prexport.release.inline`.

Emphasis follows CommonMark 0.31.2, 6.2, with the CJK-friendly amendment (`**「…」**で` is strong); brackets
follow its appendix "A parsing strategy", with two kinds of span beside the links.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Literal

from prexport.release.characters import is_cjk, is_punctuation, is_space
from prexport.release.languages import is_language_tag

# Spans in spans in spans: no sentence needs more, and every later stage may recurse safely.
DEEPEST_SPAN = 12
# Brackets within an address (cmark has such a limit too): keeps the search for its end linear.
_DEEPEST_PARENTHESIS = 8

_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_SPECIAL = re.compile(r"\\|`+|\*+|\[|\]|<")
_BACKTICKS = re.compile(r"`+")
_URL_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\x00-\x20<>]*)>")
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_MAIL_AUTOLINK = re.compile(rf"<([A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]+@{_LABEL}(?:\.{_LABEL})*)>")
_SPACES = re.compile(r"[ \t\n]*+")
_ADDRESS = re.compile(r"[^()\\\x00-\x20\x7f]*+")
_ANGLED = re.compile(r"<((?:[^<>\n\\]|\\.)*+)>")
_TITLES = {
    '"': re.compile(r'"((?:[^"\\]|\\.)*+)"', re.DOTALL),
    "'": re.compile(r"'((?:[^'\\]|\\.)*+)'", re.DOTALL),
    "(": re.compile(r"\(((?:[^()\\]|\\.)*+)\)", re.DOTALL),
}
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LANG_SPAN = re.compile(r"\{lang=([^\s{}\[\]\"]{1,100})\}")
_ABBR_SPAN = re.compile(r'\{abbr="((?:[^"\\]|\\.)*+)"\}', re.DOTALL)
_SPAN_LOOK = re.compile(r"\{[^{}\[\]\n]{0,60}\}?")
_SPAN_KEY = re.compile(r"\{\s*(?:lang|abbr)\b")

Opening = Literal["strong", "em", "link", "lang", "abbr"]


@dataclass(slots=True)
class Leaf:
    """A leaf from `start` to `end`.

    `literal`: `text` as it is; `source`: what stands there, as it is; `autolink`: `text` linked to `url`.
    """

    start: int
    end: int
    kind: Literal["literal", "source", "code", "break", "autolink"]
    text: str = ""
    url: str = ""


@dataclass(slots=True)
class Open:
    """Begins a node; `value` is the URL, the language or the expansion, `title` a link's tooltip.

    `end` is where its mark-up ends and its content begins; `closes_at` is where the whole node ends.
    """

    start: int
    end: int
    kind: Opening
    closes_at: int
    value: str = ""
    title: str = ""


@dataclass(slots=True)
class Close:
    """Ends the node that was opened last."""

    start: int
    end: int


Mark = Leaf | Open | Close


@dataclass(frozen=True, slots=True)
class Malformed:
    """A bracketed span that is none and stays literal: where, and what is wrong with it."""

    start: int
    end: int
    why: Literal["language", "empty", "attributes", "unopened", "too-deep"]
    written: str


@dataclass(slots=True, eq=False)
class _Stars:
    """A run of `*`: how many are left between those used as closers (left) and as openers (right)."""

    start: int
    length: int
    opens: bool
    closes: bool
    before: _Stars | None
    after: _Stars | None = None
    closed: int = 0
    opened: int = 0

    @property
    def left(self) -> int:
        return self.length - self.closed - self.opened


@dataclass(slots=True)
class _Scanner:
    text: str
    marks: list[Mark] = field(default_factory=list)
    malformed: list[Malformed] = field(default_factory=list)
    # The open brackets: their places, the runs of stars before each, and the spans inside so far.
    brackets: array[int] = field(default_factory=lambda: array("q"))
    bottoms: list[_Stars | None] = field(default_factory=list)
    depths: array[int] = field(default_factory=lambda: array("q"))
    # Brackets below this hold a link already and can't become one.
    linked_below: int = 0
    last: _Stars | None = None
    runs: dict[int, list[int]] | None = None


def scan(text: str) -> tuple[list[Mark], list[Malformed]]:
    """Find all mark-up of the text: marks ordered by place, and spans that are malformed."""
    scanner = _Scanner(text)
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
                _stars(scanner, at, place)
            case "<":
                place = _autolink(scanner, at)
            case "[" if at < last_bracket:
                scanner.brackets.append(-at - 1 if at and text[at - 1] == "!" and escaped != at - 1 else at)
                scanner.bottoms.append(scanner.last)
                scanner.depths.append(0)
            case "]":
                place = _close_bracket(scanner, at)
            case _:
                pass  # a bracket that nothing closes
    _match_stars(scanner, None)
    scanner.marks.sort(key=lambda mark: mark.start)
    return scanner.marks, scanner.malformed


def unescape(text: str) -> str:
    """Resolve the backslash escapes of an address, a tooltip or an expansion."""
    return _ESCAPE.sub(r"\1", text)


def _backslash(scanner: _Scanner, at: int) -> int:
    following = scanner.text[at + 1 : at + 2]
    if following == "\n":
        scanner.marks.append(Leaf(at, at + 2, "break"))
        return at + 2
    if following in _ESCAPABLE and following:
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


# ---------------------------------------------------------------- emphasis


def _stars(scanner: _Scanner, start: int, end: int) -> None:
    text = scanner.text
    before = text[start - 1 : start] if start else ""
    after = text[end : end + 1]
    selector = bool(before) and "\ufe00" <= before <= "\ufe0e"
    # A variation selector belongs to the character before it.
    base = text[start - 2 : start - 1] if selector and start > 1 else before
    cjk_before = bool(base) and (is_cjk(base) or "\U000e0100" <= base <= "\U000e01ef")
    cjk_after = bool(after) and is_cjk(after)
    punctuation_before = bool(base) and is_punctuation(base) and not cjk_before
    punctuation_after = bool(after) and is_punctuation(after) and not cjk_after
    opens = not is_space(after) and (
        not punctuation_after or is_space(before) or punctuation_before or cjk_before
    )
    closes = not is_space(before) and (
        not punctuation_before or is_space(after) or punctuation_after or cjk_after
    )
    run = _Stars(start, end - start, opens, closes, scanner.last)
    if scanner.last is not None:
        scanner.last.after = run
    scanner.last = run


def _match_stars(scanner: _Scanner, bottom: _Stars | None) -> None:
    """Pair the runs above `bottom` (CommonMark's "process emphasis"), then forget them."""
    closer = _first_above(scanner, bottom)
    # Below these no opener can match: by what the closer can do and its length modulo 3.
    lowest = -1 if bottom is None else bottom.start
    floors: dict[tuple[bool, int], int] = {}
    while closer is not None:
        if not closer.closes or not closer.left:
            closer = closer.after
            continue
        key = (closer.opens, closer.length % 3)
        floor = floors.get(key, lowest)
        opener = closer.before
        while opener is not None and opener.start > floor and not (opener.opens and _pair(opener, closer)):
            opener = opener.before
        if opener is None or opener.start <= floor:
            floors[key] = lowest if closer.before is None else closer.before.start
            following = closer.after
            if not closer.opens:
                _unlink(scanner, closer)
            closer = following
            continue
        opener.after, closer.before = closer, opener
        _emphasise(scanner, opener, closer)
        if not opener.left:
            _unlink(scanner, opener)
        if not closer.left:
            following = closer.after
            _unlink(scanner, closer)
            closer = following
    scanner.last = bottom
    if bottom is not None:
        bottom.after = None


def _first_above(scanner: _Scanner, bottom: _Stars | None) -> _Stars | None:
    if bottom is not None:
        return bottom.after
    first = scanner.last
    while first is not None and first.before is not None:
        first = first.before
    return first


def _pair(opener: _Stars, closer: _Stars) -> bool:
    # The rule of three: CommonMark 6.2, rules 9 and 10.
    if (opener.closes or closer.opens) and (opener.length + closer.length) % 3 == 0:
        return opener.length % 3 == 0 and closer.length % 3 == 0
    return True


def _unlink(scanner: _Scanner, run: _Stars) -> None:
    if run.before is not None:
        run.before.after = run.after
    if run.after is not None:
        run.after.before = run.before
    else:
        scanner.last = run.before


def _emphasise(scanner: _Scanner, opener: _Stars, closer: _Stars) -> None:
    """Use up what the two runs share: at most one strong within one em, since more of either says no more."""
    shared = min(opener.left, closer.left)
    strong = shared // 2 * 2
    pieces: list[tuple[Opening, int]] = [("strong", strong)] if strong else []
    if shared % 2:
        pieces.append(("em", 1))
    for kind, width in pieces:
        opener.opened += width
        start = opener.start + opener.length - opener.opened
        end = closer.start + closer.closed + width
        scanner.marks.append(Open(start, start + width, kind, end))
        scanner.marks.append(Close(end - width, end))
        closer.closed += width


# ---------------------------------------------------------------- brackets


def _close_bracket(scanner: _Scanner, at: int) -> int:
    text = scanner.text
    following = text[at + 1 : at + 2]
    if not scanner.brackets:
        if _SPAN_KEY.match(text, at + 1):
            scanner.malformed.append(Malformed(at, _look_end(text, at + 1), "unopened", ""))
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
    if following == "(" and (image or may_link) and (target := _target(text, at + 1)):
        url, title, end = target
        _match_stars(scanner, bottom)
        if image:
            # Images come from figure blocks; in text they are shown as they were written.
            scanner.marks.append(Leaf(start - 1, end, "source"))
        else:
            scanner.marks.append(Open(start, start + 1, "link", end, url, title))
            scanner.marks.append(Close(at, end))
            scanner.linked_below = level
    elif following == "{" and (span := _span(scanner, start, at, depth + 1)):
        kind, value, end = span
        _match_stars(scanner, bottom)
        scanner.marks.append(Open(start, start + 1, kind, end, value))
        scanner.marks.append(Close(at, end))
        depth += 1
    if level:
        scanner.depths[-1] = max(scanner.depths[-1], depth)
    return end


def _target(text: str, at: int) -> tuple[str, str, int] | None:
    """Read `(url "title")` at `at`: the address, the tooltip, and where it ends; None when it is none."""
    place = _skip_spaces(text, at + 1)
    if text[place : place + 1] == "<":
        match = _ANGLED.match(text, place)
        if match is None:
            return None
        url, place = match[1], match.end()
    else:
        end = _bare_end(text, place)
        if end is None:
            return None
        url, place = text[place:end], end
    after = _skip_spaces(text, place)
    title = ""
    if after > place and (pattern := _TITLES.get(text[after : after + 1])):
        match = pattern.match(text, after)
        if match is None:
            return None
        title, after = match[1], _skip_spaces(text, match.end())
    if text[after : after + 1] != ")":
        return None
    return unescape(url), unescape(title), after + 1


def _skip_spaces(text: str, place: int) -> int:
    match = _SPACES.match(text, place)
    assert match is not None
    return match.end()


def _bare_end(text: str, place: int) -> int | None:
    depth = 0
    while True:
        match = _ADDRESS.match(text, place)
        assert match is not None
        place = match.end()
        character = text[place : place + 1]
        if character == "\\":
            place += 2 if text[place + 1 : place + 2] in _ESCAPABLE else 1
        elif character == "(" and depth < _DEEPEST_PARENTHESIS:
            depth += 1
            place += 1
        elif character == ")" and depth:
            depth -= 1
            place += 1
        else:
            return None if depth else place


def _span(scanner: _Scanner, start: int, at: int, depth: int) -> tuple[Opening, str, int] | None:
    text = scanner.text
    end = _look_end(text, at + 1)
    if match := _LANG_SPAN.match(text, at + 1):
        kind: Opening = "lang"
        value, end = match[1], match.end()
    elif match := _ABBR_SPAN.match(text, at + 1):
        kind = "abbr"
        value, end = unescape(match[1]), match.end()
    else:
        scanner.malformed.append(Malformed(start, end, "attributes", text[at + 1 : end]))
        return None
    if kind == "lang" and not is_language_tag(value):
        scanner.malformed.append(Malformed(start, end, "language", value))
    elif _is_blank(text, start + 1, at) or not value.strip():
        scanner.malformed.append(Malformed(start, end, "empty", text[at + 1 : end]))
    elif depth > DEEPEST_SPAN:
        scanner.malformed.append(Malformed(start, end, "too-deep", text[at + 1 : end]))
    else:
        return kind, value, end
    return None


def _is_blank(text: str, start: int, end: int) -> bool:
    match = _SPACES.match(text, start, end)
    return match is not None and match.end() == end


def _look_end(text: str, place: int) -> int:
    match = _SPAN_LOOK.match(text, place)
    return match.end() if match else place + 1
