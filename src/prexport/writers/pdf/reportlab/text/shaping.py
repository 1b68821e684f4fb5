"""Words as glyphs: shaped once, kept as the operands that PDF's TJ operator takes (ISO 32000-2, 9.4.3).

A segment knows nothing of sizes or documents, so that one cache serves all documents of a process.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import uharfbuzz

from prexport.document.tree import Direction
from prexport.records import dataclass
from prexport.writers.pdf.reportlab.text.font import Font

SOFT_HYPHEN = "\u00ad"
SPACES = " \u3000\n"
"""What is not seen at the end of a line."""

_REMOVE_INVISIBLE = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES

# Indic scripts, Thai to Burmese, Khmer: clusters whose glyphs stand in another order than their letters.
_CLUSTERED = re.compile("[\u0900-\u109f\u1780-\u17ff]")

# Extractors turn the letters of a ligature round in right-to-left text; required ones (lam-alef) stay.
_ONE_BY_ONE = {"liga": False, "clig": False}

Parts = tuple[tuple[str, int], ...]
"""Operands of TJ, each with how far it is raised (in thousandths of an em)."""


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Text between two places where a line may end, in one font; all measures are thousandths of an em.

    `shown` are TJ's operands when nothing is raised ("" otherwise: `body` shows the text then, and `tail` the
    spaces at its end); `ink` is the width without spaces at the end, `full` that with them.
    `claims` are glyphs that are no character's plain form (ligatures, variants), with what they stand for here.
    `opaque`: the glyphs don't spell the text, so ActualText has to. `plain`: all is said by `shown`.
    """

    text: str
    font: Font
    shown: str
    body: Parts
    tail: str
    ink: int
    full: int
    glyphs: frozenset[int]
    claims: tuple[tuple[int, str], ...]
    opaque: bool
    right_to_left: bool
    plain: bool


@dataclass(frozen=True, slots=True)
class Manner:
    """What shaping has to know beside the text: language, OpenType features, letter-spacing in 1/1000 em."""

    lang: str
    features: Mapping[str, bool]
    tracking: float = 0.0


def shape(
    font: Font, text: str, manner: Manner, direction: Direction = "ltr", around: tuple[str, str] = ("", "")
) -> Segment:
    """Shape `text`; `around` is what stands before and after it in the same word.

    A soft hyphen at its end is drawn as a hyphen.
    """
    words = text.rstrip(SPACES)
    spaces = text[len(words) :]
    body = _Shaped(font)
    if words.endswith(SOFT_HYPHEN):
        body.shape(words[:-1] + _hyphen(font), words, manner, direction, around)
    elif words:
        body.shape(words, words, manner, direction, around)
    tail = _Shaped(font)
    if spaces:
        shown = spaces.replace("\n", " ")
        tail.shape(shown, shown, manner, direction, ("", ""))
    return _segment(text.replace("\n", " "), font, body, tail, direction)


def hyphenated(font: Font, text: str, manner: Manner) -> Segment:
    """Shape the first part of a broken word: it ends with a hyphen that is no part of the text."""
    body = _Shaped(font)
    body.shape(text + _hyphen(font), text, manner, "ltr", ("", ""))
    body.opaque = True
    return _segment(text, font, body, _Shaped(font), "ltr")


def _segment(text: str, font: Font, body: _Shaped, tail: _Shaped, direction: Direction) -> Segment:
    spaces = "".join([operands for operands, _ in tail.parts])
    level = "".join([operands for operands, _ in body.parts])
    shown = spaces + level if direction == "rtl" else level + spaces
    raised = any(rise for _, rise in body.parts)
    return Segment(
        text,
        font,
        "" if raised else shown,
        tuple(body.parts),
        spaces,
        body.width,
        body.width + tail.width,
        frozenset(body.glyphs + tail.glyphs),
        tuple(body.claims),
        body.opaque,
        direction == "rtl",
        not (raised or body.claims or body.opaque or direction == "rtl"),
    )


def _hyphen(font: Font) -> str:
    return "\u2010" if font.glyph("\u2010") else "-"


class _Shaped:
    """Glyphs on their way to a segment."""

    def __init__(self, font: Font) -> None:
        self.font = font
        self.parts: list[tuple[str, int]] = []
        self.width = 0
        self.glyphs: list[int] = []
        self.claims: list[tuple[int, str]] = []
        self.opaque = False

    def shape(
        self, drawn: str, said: str, manner: Manner, direction: Direction, around: tuple[str, str]
    ) -> None:
        before, after = around
        buffer = uharfbuzz.Buffer()
        buffer.add_str(before + drawn + after, len(before), len(drawn))
        buffer.direction = direction
        buffer.language = manner.lang
        buffer.flags = _REMOVE_INVISIBLE
        buffer.guess_segment_properties()
        features = {**manner.features, **_ONE_BY_ONE} if direction == "rtl" else manner.features
        uharfbuzz.shape(self.font.shaper, buffer, features)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        self.glyphs = [info.codepoint for info in infos]
        self._place(positions, manner.tracking)
        clusters = [info.cluster - len(before) for info in infos]
        spelled = self._spell(clusters, drawn)
        if direction == "rtl":
            spelled.reverse()
        self.opaque = drawn != said or "".join(spelled) != drawn
        # ActualText of right-to-left words is turned round by programs that extract text.
        self.opaque |= direction == "ltr" and needs_telling(drawn)

    def _place(self, positions: Sequence[uharfbuzz.GlyphPosition], tracking: float) -> None:
        """Write glyphs and what their places differ from where the widths of the font put them."""
        scale = self.font.scale
        wanted, pen = 0.0, 0
        rise = 0
        operands = string = ""
        for glyph, position in zip(self.glyphs, positions, strict=True):
            if (raised := round(position.y_offset * scale)) != rise:
                if string or operands:
                    self.parts.append((operands + _hexadecimal(string), rise))
                operands, string, rise = "", "", raised
            gap = round(wanted + position.x_offset * scale) - pen
            if gap:
                operands += f"{_hexadecimal(string)}{-gap}"
                string = ""
                pen += gap
            string += f"{glyph:04x}"
            pen += self.font.width(glyph)
            wanted += position.x_advance * scale + tracking
        gap = round(wanted) - pen
        operands += _hexadecimal(string) + (str(-gap) if gap else "")
        if operands:
            self.parts.append((operands, rise))
        self.width = pen + gap

    def _spell(self, clusters: Sequence[int], text: str) -> list[str]:
        """What each glyph says, from left to right; claims what no character's plain form does."""
        letters = self.font.letters
        said = [""] * len(self.glyphs)
        for places, told in _by_cluster(clusters, text):
            rest = told
            for place in places:
                own = letters.get(self.glyphs[place], "")
                if own:
                    said[place] = own
                    rest = rest.replace(own, "", 1)
            for place in places:
                if not said[place]:
                    # A ligature or a variant: it stands for what the glyphs around it don't.
                    said[place] = rest or told
                    rest = ""
                    self.claims.append((self.glyphs[place], said[place]))
        return said


def _hexadecimal(string: str) -> str:
    return f"<{string}>" if string else ""


def _by_cluster(clusters: Sequence[int], text: str) -> Iterator[tuple[list[int], str]]:
    """For each cluster of `text` the places of its glyphs from left to right, and its characters."""
    found: dict[int, list[int]] = {}
    for place, start in enumerate(clusters):
        found.setdefault(start, []).append(place)
    starts = sorted(found)
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(text)
        # Characters without a glyph of their own at the start (joiners) go with the first cluster.
        yield found[start], text[start if number else 0 : end]


def needs_telling(text: str) -> bool:
    """Whether glyphs tell the text badly, even where each is mapped to its letters.

    Programs that go by the place of a glyph set marks apart from their letters; and those that know ActualText
    put spaces where it ends within a line of Thai, so that all of such a line has to have it.
    """
    return not text.isascii() and (bool(_CLUSTERED.search(text)) or any(map(_is_mark, text)))


@lru_cache(maxsize=8192)
def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Mc", "Me")
