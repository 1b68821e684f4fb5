"""Makes the nodes of an inline text from its marks: the second of the steps of `prexport.release.inline`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import field
from typing import assert_never

from prexport.records import dataclass
from prexport.release.characters import joins_without_space
from prexport.release.inline_marks import Close, Leaf, Mark, Open
from prexport.release.inline_nodes import (
    Abbreviation,
    Break,
    Code,
    Em,
    InlineNode,
    LanguageSpan,
    Link,
    Strong,
    Text,
)

_WHITE = re.compile(r"[ \t\n\r\x85\u2028\u2029]+")
# White space that is not one space already.
_OTHER_WHITE = re.compile(r"[\t\n\r\x85\u2028\u2029][ \t\n\r\x85\u2028\u2029]*| [ \t\n\r\x85\u2028\u2029]+")
_NEWLINES = frozenset("\n\r\x85\u2028\u2029")
# What may stand between a soft newline and the character that it is followed by for the reader.
_MARKUP_AHEAD = re.compile(r"[*\[`]*")


@dataclass(slots=True)
class _Frame:
    """A node that is open. `mark` is None at the top and for emphasis within the same emphasis."""

    mark: Open | None
    children: list[InlineNode]


@dataclass(slots=True)
class _Builder:
    source: str
    frames: list[_Frame] = field(default_factory=lambda: [_Frame(None, [])])
    pieces: list[str] = field(default_factory=list)
    start: int = 0
    end: int = 0
    # The last character that the reader got; "" at the beginning and after a break.
    last: str = ""


def build(source: str, marks: Sequence[Mark]) -> tuple[InlineNode, ...]:
    """Make the tree; `marks` are ordered by place, and a mark inside of an earlier leaf is none."""
    builder = _Builder(source)
    place = 0
    for mark in marks:
        if mark.start < place:
            continue
        _raw(builder, place, mark.start)
        place = mark.end
        match mark:
            case Leaf():
                _leaf(builder, mark)
            case Open():
                _open(builder, mark)
            case Close():
                _close(builder)
            case _:
                assert_never(mark)
    _raw(builder, place, len(source))
    _trim(builder)
    _flush(builder)
    return tuple(builder.frames[0].children)


def normal_text(text: str) -> str:
    """A plain text as readers get it: NFC, without newlines, single spaces, none at its ends."""
    builder = _Builder(text)
    _raw(builder, 0, len(text))
    _trim(builder)
    return unicodedata.normalize("NFC", "".join(builder.pieces))


def _emit(builder: _Builder, text: str, start: int, end: int) -> None:
    if not builder.pieces:
        builder.start = start
    builder.pieces.append(text)
    builder.end = end
    builder.last = text[-1]


def _raw(builder: _Builder, start: int, end: int) -> None:
    source = builder.source
    place = start
    if builder.last in ("", " ") and (white := _WHITE.match(source, place, end)):
        place = white.end()
    while place < end:
        white = _OTHER_WHITE.search(source, place, end)
        stop = white.start() if white else end
        if stop > place:
            _emit(builder, source[place:stop], place, stop)
        if white is None:
            return
        place = white.end()
        if not _is_no_space(builder, white):
            _emit(builder, " ", stop, place)


def _is_no_space(builder: _Builder, white: re.Match[str]) -> bool:
    """Tell whether a soft newline stands between two characters that are written without a space."""
    if _NEWLINES.isdisjoint(white[0]):
        return False
    ahead = _MARKUP_AHEAD.match(builder.source, white.end())
    assert ahead is not None
    following = builder.source[ahead.end() : ahead.end() + 1]
    return bool(following) and joins_without_space(builder.last, following)


def _leaf(builder: _Builder, leaf: Leaf) -> None:
    match leaf.kind:
        case "literal":
            _emit(builder, leaf.text, leaf.start, leaf.end)
        case "source":
            _raw(builder, leaf.start, leaf.end)
        case "break":
            _trim(builder)
            _flush(builder)
            _append(builder, Break(leaf.start, leaf.end))
            builder.last = ""
        case "code":
            _flush(builder)
            text = unicodedata.normalize("NFC", leaf.text.replace("\t", " "))
            _append(builder, Code(text, leaf.start, leaf.end))
            builder.last = text[-1]
        case "autolink":
            _flush(builder)
            shown = Text(unicodedata.normalize("NFC", leaf.text), leaf.start + 1, leaf.end - 1)
            _append(builder, Link((shown,), leaf.url, "", leaf.start, leaf.end))
            builder.last = leaf.text[-1]
        case _:
            assert_never(leaf.kind)


def _open(builder: _Builder, mark: Open) -> None:
    _flush(builder)
    emphasis = mark.kind in ("strong", "em")
    repeated = emphasis and any(frame.mark and frame.mark.kind == mark.kind for frame in builder.frames)
    if repeated:
        builder.frames.append(_Frame(None, builder.frames[-1].children))
    else:
        builder.frames.append(_Frame(mark, []))


def _close(builder: _Builder) -> None:
    _flush(builder)
    frame = builder.frames.pop()
    mark = frame.mark
    if mark is None:
        return
    children, start, end = tuple(frame.children), mark.start, mark.closes_at
    match mark.kind:
        case "strong":
            _append(builder, Strong(children, start, end))
        case "em":
            _append(builder, Em(children, start, end))
        case "link":
            title = normal_text(mark.title)
            _append(builder, Link(children, mark.value, title, start, end))
        case "lang":
            _append(builder, LanguageSpan(children, mark.value, start, end))
        case "abbr":
            _append(builder, Abbreviation(children, normal_text(mark.value), start, end))
        case _:
            assert_never(mark.kind)


def _append(builder: _Builder, node: InlineNode) -> None:
    builder.frames[-1].children.append(node)


def _trim(builder: _Builder) -> None:
    """Take back a space that nothing follows."""
    if builder.pieces and builder.pieces[-1].endswith(" "):
        builder.pieces[-1] = builder.pieces[-1][:-1]
        if not builder.pieces[-1]:
            builder.pieces.pop()
        builder.end -= 1


def _flush(builder: _Builder) -> None:
    if builder.pieces:
        text = unicodedata.normalize("NFC", "".join(builder.pieces))
        _append(builder, Text(text, builder.start, builder.end))
        builder.pieces.clear()
