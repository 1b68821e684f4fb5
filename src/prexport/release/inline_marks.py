"""What `inline_scan` finds in an inline text, and `inline_tree` makes nodes of."""

from __future__ import annotations

from typing import Literal

from prexport.records import dataclass

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
