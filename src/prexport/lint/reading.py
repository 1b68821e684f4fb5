"""Every text of a release, read once: what the rules about words work on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import assert_never

from prexport.records import dataclass
from prexport.release.inline import (
    Abbreviation,
    Break,
    Code,
    Em,
    InlineNode,
    LanguageSpan,
    Link,
    Strong,
    Text,
    normal_text,
    parse_inline,
    plain_text,
)
from prexport.release.model import Release
from prexport.release.walk import Written, texts


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as its reader gets it: the nodes, and the words alone."""

    written: Written
    nodes: tuple[InlineNode, ...]
    words: str

    @property
    def pointer(self) -> str:
        """Where the text stands."""
        return self.written.pointer

    @property
    def field(self) -> str:
        """Which field or block holds it; see `Written`."""
        return self.written.field

    @property
    def lang(self) -> str:
        """The language of the text, apart from its language spans."""
        return self.written.lang


def read(release: Release) -> tuple[Reading, ...]:
    """All texts of a release in reading order."""
    return tuple(_read(written) for written in texts(release))


def _read(written: Written) -> Reading:
    if written.inline:
        nodes = parse_inline(written.text)
        return Reading(written, nodes, plain_text(nodes))
    words = normal_text(written.text)
    return Reading(written, (Text(words, 0, len(written.text)),), words)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of spoken text: where in it, where in the author's string, and its language.

    `exact` says that its characters stand one by one as the author wrote them.
    """

    start: int
    end: int
    offset: int
    exact: bool
    lang: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """The sentences of a text, code and breaks left out, and the way back to the author's string."""

    text: str
    runs: tuple[Run, ...]

    def offset(self, place: int) -> int:
        """Where the character at `place` is in the author's decoded string."""
        index = bisect_right(self.runs, place, key=lambda run: run.start) - 1
        run = self.runs[max(0, index)]
        return run.offset + (place - run.start if run.exact else 0)


CODE = "\ufffc"
"""What stands for a piece of code in a spoken text."""


def spoken(reading: Reading) -> Spoken:
    """The sentences of a text."""
    parts: list[str] = []
    runs: list[Run] = []
    length = 0
    for text, node, lang in _pieces(reading.nodes, reading.lang):
        exact = len(text) == node.end - node.start
        runs.append(Run(length, length + len(text), node.start, exact, lang))
        parts.append(text)
        length += len(text)
    return Spoken("".join(parts), tuple(runs))


def _pieces(nodes: Sequence[InlineNode], lang: str) -> Iterator[tuple[str, InlineNode, str]]:
    for node in nodes:
        match node:
            case Text():
                yield node.text, node, lang
            case Code():
                yield CODE, node, lang
            case Break():
                yield " ", node, lang
            case LanguageSpan():
                yield from _pieces(node.children, node.lang)
            case Strong() | Em() | Link() | Abbreviation():
                yield from _pieces(node.children, lang)
            case _:
                assert_never(node)
