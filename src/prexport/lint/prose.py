"""Prose: quotation marks are closed, and paragraphs are not shouted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import field
from enum import Enum, auto

from prexport.findings import Fault
from prexport.lint.reading import CODE, Reading, spoken
from prexport.records import dataclass

_PROSE = frozenset({"paragraph", "quote", "item", "definition", "note", "summary", "caption", "text"})
_LONGEST_SHOUT = (4, 24)  # so many words and capital letters may stand together: "NASA, ESA AND JAXA"

_CORNERS = {"「": "」", "『": "』"}
_OPENERS = {closer: opener for opener, closer in _CORNERS.items()}
_STRAIGHT = '"'
_CLOSED_BY_66 = frozenset("„”“")  # German and Czech „…“, Urdu ”…“, and what typewriters make of “…”
_GERSHAYIM = "\u05f4"  # looks like a straight mark, and is used as one
_MARK = re.compile(f'["{_GERSHAYIM}“”„‟«»「」『』]')
_OPENING_BEFORE = frozenset("([{—–-/:：，。、（【「『‘“«„" + CODE)
_HEBREW = range(0x0590, 0x0600)


def prose_faults(readings: Sequence[Reading]) -> Iterator[Fault]:
    """Judge the sentences of a release."""
    prose = [reading for reading in readings if reading.field in _PROSE and reading.written.inline]
    yield from _quotations(prose)
    for reading in prose:
        if _is_shouted(reading.words):
            yield Fault(
                "all-capitals",
                reading.pointer,
                "This text is written in capital letters only.",
                "Write it in small letters; **strong** makes words stand out.",
            )


def _is_shouted(words: str) -> bool:
    if any(character.islower() for character in words):
        return False
    capitals = sum(character.isupper() for character in words)
    shouted = [word for word in words.split() if sum(map(str.isupper, word)) > 1]
    most_words, most_capitals = _LONGEST_SHOUT
    return len(shouted) > most_words and capitals > most_capitals


# ---------------------------------------------------------------- quotations


class _Role(Enum):
    """What a mark does."""

    OPENS = auto()
    CLOSES = auto()
    NONE = auto()


@dataclass(slots=True)
class _Quotations:
    """What one paragraph does to quotations: marks left open (by place), and ends of earlier paragraphs'."""

    text: str
    double: list[int] = field(default_factory=list)
    corners: dict[str, list[int]] = field(default_factory=lambda: {mark: [] for mark in _CORNERS})
    straight: int = 0
    closes_earlier: bool = False
    begins_open: bool = False

    @property
    def first_open(self) -> int | None:
        places = [*self.double[:1], *(stack[0] for stack in self.corners.values() if stack)]
        return min(places, default=None)


def _quotations(prose: Sequence[Reading]) -> Iterator[Fault]:
    """One fault for each mark that nothing closes.

    A quotation of several paragraphs opens each of them anew and is closed in the last: a mark that is left
    open is none of our business when the next paragraph beside it opens again, or closes it.
    """
    analysed = [_analyse(spoken(reading).text) for reading in prose]
    following = _next_beside(prose)
    for place, (reading, marks) in enumerate(zip(prose, analysed, strict=True)):
        first = marks.first_open
        if first is None:
            continue
        after = analysed[following[place]] if place in following else None
        if after is not None and (after.begins_open or after.closes_earlier):
            continue
        yield Fault(
            "quotation-unclosed",
            reading.pointer,
            f"The quotation that {marks.text[first]} begins here is never closed.",
            "Put the closing mark after the speaker's last word.",
            offset=spoken(reading).offset(first),
            length=1,
        )


def _next_beside(prose: Sequence[Reading]) -> dict[int, int]:
    """For each paragraph the next one in the same run of blocks."""
    latest: dict[str, int] = {}
    following: dict[int, int] = {}
    for place, reading in enumerate(prose):
        if reading.field != "paragraph":
            continue
        run = reading.pointer.removesuffix("/text").rpartition("/")[0]
        if run in latest:
            following[latest[run]] = place
        latest[run] = place
    return following


def _analyse(text: str) -> _Quotations:
    marks = _Quotations(text)
    first = next((place for place, character in enumerate(text) if not character.isspace()), 0)
    for match in _MARK.finditer(text):
        place, mark = match.start(), match[0]
        if mark in _CORNERS:
            marks.corners[mark].append(place)
        elif mark in _OPENERS:
            stack = marks.corners[_OPENERS[mark]]
            if stack:
                stack.pop()
            else:
                marks.closes_earlier = True
            continue
        else:
            role = _role(marks, place)
            if role is _Role.CLOSES:
                _close(marks)
            if role is not _Role.OPENS:
                continue
            marks.double.append(place)
            marks.straight += mark in (_STRAIGHT, _GERSHAYIM)
        marks.begins_open = marks.begins_open or place == first
    return marks


def _close(marks: _Quotations) -> None:
    if not marks.double:
        marks.closes_earlier = True
        return
    marks.straight -= marks.text[marks.double.pop()] in (_STRAIGHT, _GERSHAYIM)


def _role(marks: _Quotations, place: int) -> _Role:
    """What a double mark does where it stands.

    Typefaces and languages use the same marks differently (“…”, „…“, ”…”, ”…“, «…», »…«), so where the spaces
    are counts more than the shape. In Arabic script a word before the mark may be written together with it: and, in.
    """
    text, mark = marks.text, marks.text[place]
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    if ord(before) in _HEBREW and ord(after) in _HEBREW:
        return _Role.NONE  # gershayim, as in צה"ל
    waiting = text[marks.double[-1]] if marks.double else ""
    at_start = before.isspace() or before in _OPENING_BEFORE
    at_end = after.isspace() or not (after.isalnum() or after in _OPENING_BEFORE)
    begins = at_start and not at_end
    joined = unicodedata.bidirectional(before) == "AL" and not at_end
    match mark:
        case "„" | "‟":
            return _Role.OPENS
        case "“":
            ends = waiting in _CLOSED_BY_66 and not begins and (at_end or waiting != "“")
            return _Role.CLOSES if waiting and ends else _Role.OPENS
        case "«":
            return _Role.CLOSES if waiting == "»" else _Role.OPENS
        case "»" | "”":
            return _Role.OPENS if (begins or joined) and not waiting else _Role.CLOSES
    if before.isspace() and after.isspace():
        return _Role.NONE  # ditto
    if before.isdigit() and not marks.straight:
        return _Role.CLOSES if waiting and at_end else _Role.NONE  # inches
    if begins:
        return _Role.OPENS
    return _Role.CLOSES if waiting or at_end else _Role.OPENS
