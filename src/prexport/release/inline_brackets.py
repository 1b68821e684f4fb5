"""What may follow a closing bracket: the target of a link, or what a span says of its words."""

from __future__ import annotations

import re

from prexport.release.inline_marks import Malformed, Opening
from prexport.release.languages import is_language_tag

# Spans in spans in spans: no sentence needs more, and every later stage may recurse safely.
DEEPEST_SPAN = 12
# Brackets within an address (cmark has such a limit too): keeps the search for its end linear.
_DEEPEST_PARENTHESIS = 8

ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
"""What a backslash makes plain (CommonMark 2.4)."""

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


def read_target(text: str, at: int) -> tuple[str, str, int] | None:
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
            place += 2 if text[place + 1 : place + 2] in ESCAPABLE else 1
        elif character == "(" and depth < _DEEPEST_PARENTHESIS:
            depth += 1
            place += 1
        elif character == ")" and depth:
            depth -= 1
            place += 1
        else:
            return None if depth else place


def read_span(text: str, start: int, at: int, depth: int) -> tuple[Opening, str, int] | Malformed:
    """Read `{…}` after the bracket that closes at `at` and was opened at `start`.

    Gives the kind of span, its language or expansion, and where it ends; or why it is none.
    """
    if match := _LANG_SPAN.match(text, at + 1):
        kind: Opening = "lang"
        value = match[1]
    elif match := _ABBR_SPAN.match(text, at + 1):
        kind = "abbr"
        value = unescape(match[1])
    else:
        end = _look_end(text, at + 1)
        return Malformed(start, end, "attributes", text[at + 1 : end])
    end = match.end()
    if kind == "lang" and not is_language_tag(value):
        return Malformed(start, end, "language", value)
    if _is_blank(text, start + 1, at) or not value.strip():
        return Malformed(start, end, "empty", match[0])
    if depth > DEEPEST_SPAN:
        return Malformed(start, end, "too-deep", match[0])
    return kind, value, end


def unopened_span(text: str, at: int) -> Malformed | None:
    """Tell whether a span closes at `at`, where no bracket is open."""
    if _SPAN_KEY.match(text, at + 1):
        return Malformed(at, _look_end(text, at + 1), "unopened", "")
    return None


def unescape(text: str) -> str:
    """Resolve the backslash escapes of an address, a tooltip or an expansion."""
    return _ESCAPE.sub(r"\1", text)


def _is_blank(text: str, start: int, end: int) -> bool:
    match = _SPACES.match(text, start, end)
    return match is not None and match.end() == end


def _look_end(text: str, place: int) -> int:
    match = _SPAN_LOOK.match(text, place)
    return match.end() if match else place + 1
