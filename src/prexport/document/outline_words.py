"""The words of one unit, gathered piece by piece: the same text and marks however a format cuts them up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from unicodedata import normalize

from prexport.document.outline import Mark, MarkKind
from prexport.document.uri import uri
from prexport.records import dataclass
from prexport.release.languages import maximise

# Characters that steer the setting of a line and are nothing to read: soft hyphen, zero-width space, word joiner,
# byte-order mark, directional marks, embeddings and isolates. The joiners (U+200C, U+200D) change what is read.
_UNSEEN = dict.fromkeys(
    [0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
_SPACES = re.compile(r"\s+")

Style = tuple[MarkKind, str]
"""A kind of mark and its value: what a piece of text is."""


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a unit as `Unit` has them."""

    text: str = ""
    lang: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    lang: str
    styles: frozenset[Style]


class Words:
    """Takes pieces of text in reading order; `said` joins them. Used for one unit."""

    def __init__(self) -> None:
        """Begin with no words."""
        self._pieces: list[_Piece] = []

    def add(self, text: str, lang: str, styles: Iterable[Style] = ()) -> None:
        """Add a piece of text in `lang` (any BCP 47 tag, "" when nobody says it) that is all of `styles`.

        White space counts wherever it stands; a line break is one. Styles of kind LANGUAGE are not given:
        they follow from `lang`. Where links lead is told in ASCII: one format keeps the letters of an address,
        another escapes them.
        """
        piece = _Piece(text, lang, frozenset(map(_told, styles)))
        last = self._pieces[-1] if self._pieces else None
        if last and (last.lang, last.styles) == (piece.lang, piece.styles):
            self._pieces[-1] = _Piece(last.text + text, lang, last.styles)
        elif text:
            self._pieces.append(piece)

    def __bool__(self) -> bool:
        """Whether there is anything to read."""
        return any(folded(piece.text).strip(" ") for piece in self._pieces)

    def said(self, lang: str | None = None) -> Said:
        """The text, its language and its marks.

        `lang` is the language of the unit as the format says it; None where a format knows languages of runs
        alone (Word): then it is the language of most characters, of equals the first.
        """
        pieces = list(self._folded())
        base = _leading(pieces) if lang is None else tag(lang)
        text = "".join(piece.text for piece in pieces)
        if not text:
            return Said()
        intervals: dict[Style, list[tuple[int, int]]] = {}
        position = 0
        for piece in pieces:
            end = position + len(piece.text)
            spoken: frozenset[Style] = (
                frozenset({(MarkKind.LANGUAGE, piece.lang)}) if piece.lang != base else frozenset()
            )
            for style in piece.styles | spoken:
                stretches = intervals.setdefault(style, [])
                if stretches and stretches[-1][1] == position:
                    stretches[-1] = (stretches[-1][0], end)
                else:
                    stretches.append((position, end))
            position = end
        marks = (
            Mark(*trimmed, kind, value)
            for (kind, value), stretches in intervals.items()
            for stretch in stretches
            if (trimmed := _trimmed(text, *stretch))
        )
        return Said(text, base, tuple(sorted(marks)))

    def _folded(self) -> Iterator[_Piece]:
        """The pieces as they are read: NFC, one space for all white space, none at the ends."""
        pieces: list[_Piece] = []
        for piece in self._pieces:
            text = folded(piece.text)
            if text.startswith(" ") and (not pieces or pieces[-1].text.endswith(" ")):
                text = text[1:]
            if text:
                pieces.append(_Piece(text, tag(piece.lang), piece.styles))
        while pieces and not (last := pieces[-1].text.rstrip(" ")):
            pieces.pop()
        if pieces:
            pieces[-1] = _Piece(last, pieces[-1].lang, pieces[-1].styles)
        return iter(pieces)


def said(text: str, lang: str) -> Said:
    """The words of a unit that is plain text in one language."""
    words = Words()
    words.add(text, lang)
    return words.said(lang)


def folded(text: str) -> str:
    """Text as it is compared: NFC, every run of white space one space, no characters that nobody sees."""
    return _SPACES.sub(" ", normalize("NFC", text.translate(_UNSEEN)))


def tag(lang: str) -> str:
    """A language as it is compared: the maximised tag, "" for none."""
    found = maximise(lang) if lang else ""
    return "" if found == "und" else found


def rebased(text: str, lang: str, marks: tuple[Mark, ...]) -> Said:
    """The same words with the language that most of them are in as the language of the unit."""
    words = Words()
    edges = sorted({0, len(text), *(edge for mark in marks for edge in (mark.start, mark.end))})
    for start, end in pairwise(edges):
        around = [mark for mark in marks if mark.start <= start and end <= mark.end]
        spoken = next((mark.value for mark in around if mark.kind is MarkKind.LANGUAGE), lang)
        styles = [(mark.kind, mark.value) for mark in around if mark.kind is not MarkKind.LANGUAGE]
        words.add(text[start:end], spoken, styles)
    return words.said()


def _leading(pieces: Iterable[_Piece]) -> str:
    counts: dict[str, int] = {}
    for piece in pieces:
        counts[piece.lang] = counts.get(piece.lang, 0) + len(piece.text.replace(" ", ""))
    return max(counts, key=lambda lang: counts[lang], default="")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    if text[start] == " ":
        start += 1
    if end > start and text[end - 1] == " ":
        end -= 1
    return (start, end) if start < end else None


def _told(style: Style) -> Style:
    kind, value = style
    return (kind, uri(value)) if kind is MarkKind.LINK else style
