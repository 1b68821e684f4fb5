"""Lines of scripts with clusters or from right to left: every code says its own letters, in reading order.

Programs that extract text go by single codes and their places. So each cluster is shown by codes of which every
one stands for the letters at its place (`aliases`), and right-to-left words follow each other as they are read,
each at its own place. Inside such a word the glyphs still go from left to right, since fonts advance that way;
/ReversedChars says so (ISO 32000-1, 14.8.2.3.3).

The same programs guess from the places of the codes in which order right-to-left lines are read, each with
mistakes of its own about numbers, punctuation and brackets. Directional marks (UAX #9) keep them from most; they
are no text, but stand for what the layout knows.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from prexport.writers.pdf.syntax import serialise
from prexport.writers.pdf.weasyprint.aliases import Alias, Aliases, Part, has_outlines
from prexport.writers.pdf.weasyprint.shaping import Glyph, Run, clusters

_SOFT_HYPHEN = "\u00ad"
_LEFT_TO_RIGHT_MARK, _RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_LIKE_NUMBERS = frozenset({"L", "EN", "AN", "ES", "ET", "CS"})
"""Bidirectional classes that extractors take for left to right, together with all neutral characters after them."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One code: where it is shown, in CSS pixels, and what it stands for."""

    code: int
    x: float
    rise: float
    text: str


@dataclass(frozen=True, slots=True)
class Word:
    """Signs that are shown together, from left to right; `text` is what they say as it was written."""

    run: Run
    signs: tuple[Sign, ...]
    text: str


def words_of(runs: list[Run], written: str, aliases: Aliases, *, before: str, towards_left: bool) -> list[Word]:
    """The words of a line in reading order; a run of left-to-right text counts as one word.

    `written` is the line as the author wrote it: without the hyphen that may have been added at its end.
    `before` is the character that stands before it on the same line ("" at the start), `towards_left` says that
    the line as a whole goes from right to left.
    """
    words: list[Word] = []
    last = before
    rest = written
    for run in sorted(runs, key=lambda run: run.start):
        signs: list[Sign] = []
        text = ""
        for glyphs, shown in clusters(run):
            said = shown if rest.startswith(shown) else _SOFT_HYPHEN
            rest = rest.removeprefix(shown)
            if run.right_to_left and text.endswith(" ") and not said.isspace():
                words.append(Word(run, tuple(signs), text))
                signs, text = [], ""
            marks = _marks_between(last, said[0], run.right_to_left) if towards_left else ""
            if run.right_to_left:
                own = _from_right(run, glyphs, said, aliases)
                edge = glyphs[-1].x + glyphs[-1].width
                signs = own + [_blank(run, mark, edge, 0, aliases) for mark in reversed(marks)] + signs
            else:
                own = _from_left(run, glyphs, said, aliases)
                signs += [_blank(run, mark, glyphs[0].x, 0, aliases) for mark in marks] + own
            text += marks + said
            last = _last(said, run.right_to_left)
        if signs:
            words.append(Word(run, tuple(signs), text))
    return words
