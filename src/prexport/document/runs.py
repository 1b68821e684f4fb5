"""Inline nodes: what stands in a line of text.

They take language and direction from what holds them; only `Part` changes them. `key` and `source` mean what
they mean in `prexport.document.tree`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from prexport.records import dataclass

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Text:
    """Characters to be read as they are; NFC, no line breaks in it."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineNode:
    """What all inline nodes but `Text` have."""

    key: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Break(InlineNode):
    """A line break that the author asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(InlineNode):
    """A piece of code or a literal string."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strong(InlineNode):
    """Of strong importance."""

    children: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Em(InlineNode):
    """Stressed."""

    children: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(InlineNode):
    """Words in another language than what holds them."""

    children: Runs
    lang: str
    dir: Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation(InlineNode):
    """A short form and what it stands for."""

    children: Runs
    expansion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment(InlineNode):
    """A date or time in words, with its machine-readable value (ISO 8601)."""

    children: Runs
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline(InlineNode):
    """The run-in start of the first paragraph: place, date, separator."""

    children: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Label(InlineNode):
    """The quiet word before a value: "Tel:", "Photo:"."""

    children: Runs


class LinkKind(StrEnum):
    """What a link is for; writers choose its markup and look by it."""

    TEXT = "text"
    DOWNLOAD = "download"
    TRANSLATION = "translation"
    CONTACT = "contact"
    NOTE = "note"
    BACK = "back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(InlineNode):
    """A link. `target` is an absolute URL, or "#anchor" for a place in this document.

    `anchor` is this link's own name when something points back at it (a reference to a note).
    `tooltip` is the author's; `hreflang` and `type` (MIME) tell what is at the other end.
    """

    children: Runs
    target: str
    kind: LinkKind = LinkKind.TEXT
    anchor: str = ""
    tooltip: str = ""
    hreflang: str = ""
    type: str = ""


Inline = Text | Break | Code | Strong | Em | Part | Abbreviation | Moment | Dateline | Label | Link
Runs = tuple[Inline, ...]


def plain(runs: Runs) -> str:
    """The characters of `runs` as one string; a line break counts as a newline."""
    parts: list[str] = []
    for run in runs:
        match run:
            case Text() | Code():
                parts.append(run.text)
            case Break():
                parts.append("\n")
            case _:
                parts.append(plain(run.children))
    return "".join(parts)
