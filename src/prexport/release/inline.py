"""The inline subset of CommonMark as typed runs: strong, em, code, links, breaks, and two bracketed spans.

Why a parser of our own: markdown-it keeps no offsets of inline tokens, so no finding could point into a text;
it wants `*` beside CJK punctuation patched in (`scanDelims`), images kept literal, and spans that share the
bracket stack with links. The subset is small enough to be read here in full.

Two steps, each linear in the length of the text, however it is nested: `scan` (inline_scan) finds what is
mark-up and writes it down as marks, ordered by place; `build` (inline_tree) makes the nodes. Every text leaf is
NFC (never NFKC: m² must stay m²), a soft newline is a space (none between two Han or kana characters, which
aren't spaced), and runs of spaces are one space, none at the ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import assert_never

from prexport.release.inline_marks import Malformed
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
from prexport.release.inline_scan import scan
from prexport.release.inline_tree import build, normal_text

__all__ = [
    "Abbreviation",
    "Break",
    "Code",
    "Em",
    "InlineNode",
    "LanguageSpan",
    "Link",
    "Malformed",
    "Strong",
    "Text",
    "malformed_spans",
    "normal_text",
    "parse_inline",
    "plain_text",
    "walk_inline",
]

_REMEMBERED = 4000  # characters: longer texts would fill the memory of a process that writes many releases


def parse_inline(text: str) -> tuple[InlineNode, ...]:
    """Read an inline text; every string is one, and what is no mark-up is text."""
    return _parsed(text) if len(text) <= _REMEMBERED else _parsed_last(text)


@lru_cache(maxsize=512)
def _parsed(text: str) -> tuple[InlineNode, ...]:
    """The nodes of a text; several rules and the document ask for those of the same texts."""
    marks, _ = scan(text)
    return build(text, marks)


@lru_cache(maxsize=1)
def _parsed_last(text: str) -> tuple[InlineNode, ...]:
    """The nodes of a long text: only of the last one, since those of a hostile one are large."""
    return _parsed.__wrapped__(text)


def malformed_spans(text: str) -> tuple[Malformed, ...]:
    """What looks like a bracketed span and is none; `parse_inline` keeps it as text."""
    _, malformed = scan(text)
    return tuple(malformed)


def plain_text(nodes: Sequence[InlineNode]) -> str:
    """The words alone; a line break is a space."""
    parts: list[str] = []
    for node in walk_inline(nodes):
        match node:
            case Text(text=text) | Code(text=text):
                parts.append(text)
            case Break():
                parts.append(" ")
            case Strong() | Em() | Link() | LanguageSpan() | Abbreviation():
                pass
            case _:
                assert_never(node)
    return "".join(parts)


def walk_inline(nodes: Sequence[InlineNode]) -> Iterator[InlineNode]:
    """Every node in reading order, each before its children."""
    for node in nodes:
        yield node
        match node:
            case Strong() | Em() | Link() | LanguageSpan() | Abbreviation():
                yield from walk_inline(node.children)
            case Text() | Code() | Break():
                pass
            case _:
                assert_never(node)
