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
from itertools import zip_longest

from prexport.records import dataclass
from prexport.writers.pdf.weasyprint.aliases import Alias, Aliases, Part, has_outlines
from prexport.writers.pdf.weasyprint.shaping import Glyph, Run, clusters

_SOFT_HYPHEN = "\u00ad"
_LEFT_TO_RIGHT_MARK, _RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"
_QUOTES = "\u2018\u2019\u201c\u201d"
_APART = 0.04  # ems
_WIDE_GAP = 0.05  # ems
_MARK_WIDTH = 0.1  # ems; pdfium sets a space beside what has no width
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_LIKE_NUMBERS = frozenset({"L", "EN", "AN", "ES", "ET", "CS"})
"""Bidirectional classes that extractors take for left to right, together with all neutral characters after them."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One code: where it is shown, in CSS pixels, and what it stands for."""

    code: int
    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Word:
    """Signs that are shown together, from left to right; `text` is what they say as it was written."""

    run: Run
    signs: tuple[Sign, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The character that stands before another on a line: its bidirectional class, and the way of its run."""

    kind: str
    right_to_left: bool


def neighbour(text: str) -> Neighbour:
    """What stands before the text after `text`, which is of one direction."""
    kind = unicodedata.bidirectional(text[-1])
    return Neighbour(kind, kind in _RIGHT_TO_LEFT)


def words_of(
    runs: list[Run], written: str, aliases: Aliases, *, towards_left: bool, before: Neighbour | None
) -> tuple[list[Word], Neighbour | None]:
    """The words of a text in reading order, and what follows will stand after; a left-to-right run is one word.

    `written` is the text as the author wrote it: without the hyphen that may have been added at its end. The line
    that it stands on goes `towards_left`; `before` is what stands before the text there.
    """
    words: list[Word] = []
    rest = written
    for run in sorted(runs, key=lambda run: run.start):
        signs: list[Sign] = []
        text = ""
        for glyphs, shown in clusters(run):
            said = shown if rest else _SOFT_HYPHEN
            rest = rest.removeprefix(shown)
            marked = towards_left and _is_parted(before, said[0], run.right_to_left)
            if marked and signs:
                signs, text = [_mark(run, signs[0].x, aliases), *signs], text + _RIGHT_TO_LEFT_MARK
            elif marked and words:
                words[-1] = _with_mark(words[-1], aliases)
            elif marked:
                # Beside other text: a little apart, so that it is clear on which side.
                beside = glyphs[-1].x + glyphs[-1].width - _APART * run.size
                words.append(Word(run, (_mark(run, beside, aliases),), _RIGHT_TO_LEFT_MARK))
            if run.right_to_left and text.rstrip(_RIGHT_TO_LEFT_MARK).endswith(" ") and not said.isspace():
                words.append(Word(run, tuple(signs), text))
                signs, text = [], ""
            if run.right_to_left:
                if towards_left and _is_turned(said[0]):
                    edge = glyphs[-1].x + glyphs[-1].width
                    signs = [_mark(run, edge, aliases, _LEFT_TO_RIGHT_MARK), *signs]
                    text += _LEFT_TO_RIGHT_MARK
                signs = [*_from_right(run, glyphs, said, aliases), *signs]
            else:
                signs.append(_together(run, glyphs, said, aliases))
            text += said
            before = _after(said[-1], run.right_to_left)
        if signs:
            words.append(Word(run, tuple(signs), text))
    return words, before


def _with_mark(word: Word, aliases: Aliases) -> Word:
    """`word` with a mark at its left."""
    mark = _mark(word.run, word.signs[0].x, aliases)
    told = (word.text, _RIGHT_TO_LEFT_MARK) if word.run.right_to_left else (_RIGHT_TO_LEFT_MARK, word.text)
    return Word(word.run, (mark, *word.signs), "".join(told))


def _mark(run: Run, x: float, aliases: Aliases, mark: str = _RIGHT_TO_LEFT_MARK) -> Sign:
    return _blank(run, mark, x, _MARK_WIDTH * run.size, aliases)


def _is_parted(before: Neighbour | None, character: str, right_to_left: bool) -> bool:
    """Whether a right-to-left mark goes before a character in a line from right to left."""
    kind = unicodedata.bidirectional(character)
    if before is None or kind in _RIGHT_TO_LEFT or not (right_to_left or before.right_to_left):
        return False
    return before.kind in _LIKE_NUMBERS or (before.kind == "NSM" and kind in _LIKE_NUMBERS)


def _is_turned(character: str) -> bool:
    """Whether pdfium turns a character of a right-to-left line round, as if its shape were not turned already."""
    return character in _QUOTES or bool(unicodedata.mirrored(character))


def _after(character: str, right_to_left: bool) -> Neighbour:
    """What `character` is to what follows; where a left-to-right mark goes before it, it counts as such, too."""
    if right_to_left and _is_turned(character):
        return Neighbour("L", True)
    return Neighbour(unicodedata.bidirectional(character), right_to_left)


def _from_right(run: Run, glyphs: list[Glyph], said: str, aliases: Aliases) -> list[Sign]:
    """The signs of one cluster, from left to right: one for each of its characters, the last of them first.

    All share the room of the cluster, so that every program finds them one beside the other.
    """
    if len(said) == 1 or not has_outlines(run.font):
        return [_together(run, glyphs, said, aliases)]
    start = glyphs[0].x
    share = sum(glyph.width for glyph in glyphs) / len(said)
    parts = _parts(run, glyphs)
    first = Alias(parts, _units(run, share), said[-1])
    signs = [Sign(aliases.code(run.font, first), start, said[-1])]
    for place, character in enumerate(reversed(said[:-1]), 1):
        signs.append(_blank(run, character, start + place * share, share, aliases))
    return signs


def _together(run: Run, glyphs: list[Glyph], said: str, aliases: Aliases) -> Sign:
    """One code for a whole cluster."""
    if len(glyphs) == 1 and not glyphs[0].rise:
        only = glyphs[0]
        if run.font.to_unicode.setdefault(only.number, said) == said or not has_outlines(run.font):
            return Sign(only.number, only.x + only.shift, said)
    width = sum(glyph.width for glyph in glyphs)
    alias = Alias(_parts(run, glyphs), _units(run, width), said)
    return Sign(aliases.code(run.font, alias), glyphs[0].x, said)


def _parts(run: Run, glyphs: list[Glyph]) -> tuple[Part, ...]:
    start = glyphs[0].x
    return tuple(
        Part(glyph.number, _units(run, glyph.x + glyph.shift - start), _units(run, glyph.rise))
        for glyph in glyphs
    )


def _blank(run: Run, character: str, x: float, width: float, aliases: Aliases) -> Sign:
    return Sign(aliases.code(run.font, Alias((), _units(run, width), character)), x, character)


def _units(run: Run, pixels: float) -> int:
    units: int = round(pixels * run.font.upem / run.size)
    return units


def show(word: Word, baseline: float, aliases: Aliases) -> list[bytes | str]:
    """The operators that show `word` within a text object, with the marks that say how to read it."""
    font, size = word.run.font, word.run.size
    shown = ""
    pen = word.signs[0].x
    for sign, following in zip_longest(word.signs, word.signs[1:]):
        gap = round((pen - sign.x) * 1000 / size)
        if gap:
            shown += f">{gap}<"
            pen -= gap * size / 1000
        code = sign.code
        if following and following.x - pen > (font.widths[code] / 1000 + _WIDE_GAP) * size:
            # Kerning that sets letters apart would be taken for a space: the letter itself is as wide as that.
            wide = Alias((Part(code, 0, 0),), _units(word.run, following.x - pen), sign.text)
            code = aliases.code(font, wide)
        shown += f"{code:04x}"
        pen += font.widths[code] * size / 1000
    operators: list[bytes | str] = [
        f"/{font.hash} {size:g} Tf",
        f"1 0 0 -1 {word.signs[0].x:.3f} {baseline:.3f} Tm",
        f"[<{shown}>] TJ",
    ]
    if word.run.right_to_left and len(word.signs) > 1:
        return ["/ReversedChars BMC", *operators, b"EMC"]
    return operators
