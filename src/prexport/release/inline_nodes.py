"""The typed runs of an inline text. `start` and `end` count characters of the author's decoded string."""

from __future__ import annotations

from prexport.records import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Characters to be read as they are: NFC, without newlines."""

    text: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Strong:
    """Of strong importance: `**…**`."""

    children: tuple[InlineNode, ...]
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Em:
    """Stressed: `*…*`."""

    children: tuple[InlineNode, ...]
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Code:
    """A literal string between backticks."""

    text: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A link; `url` as written (a mail autolink has its `mailto:`), `title` is the tooltip or ""."""

    children: tuple[InlineNode, ...]
    url: str
    title: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Break:
    """A line break that the author asked for: backslash, newline."""

    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class LanguageSpan:
    """Words in another language: `[…]{lang=zh-Hant-HK}`."""

    children: tuple[InlineNode, ...]
    lang: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and what it stands for: `[…]{abbr="…"}`."""

    children: tuple[InlineNode, ...]
    expansion: str
    start: int = 0
    end: int = 0


InlineNode = Text | Strong | Em | Code | Link | Break | LanguageSpan | Abbreviation
