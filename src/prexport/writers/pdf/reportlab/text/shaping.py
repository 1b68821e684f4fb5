"""Words as glyphs: shaped once, kept as the operands that PDF's TJ operator takes (ISO 32000-2, 9.4.3).

A segment knows nothing of sizes or documents, so that one cache serves all documents of a process.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import uharfbuzz

from prexport.document.tree import Direction
from prexport.errors import InternalError
from prexport.records import dataclass
from prexport.writers.pdf.reportlab.text.font import Font
from prexport.writers.pdf.reportlab.text.marks import may_need_marks

SOFT_HYPHEN = "\u00ad"
SPACES = " \u3000\n"
"""What is not seen at the end of a line."""

WIDE_GAP = 50
"""Kerning that sets right-to-left letters further apart (in thousandths of an em) is taken for a space."""

_GAP = re.compile(r"-(\d+)")
_REMOVE_INVISIBLE = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES


@dataclass(frozen=True, slots=True)
class Part:
    """A glyph within a cluster, and its place there in font units."""

    glyph: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """Characters that are shown together. `x` is its left edge in the segment; in font units, as its width."""

    text: str
    parts: tuple[Part, ...]
    x: int
    width: int


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Text between two places where a line may end, in one font.

    `ink` (without spaces at the end) and `full` are its widths in thousandths of an em. `shown` are TJ's operands
    for all of it, `raised` those with how far (in thousandths of an em) they are raised, where some are.
    `clusters` stand in reading order. `claims` are glyphs that are no character's plain form (ligatures,
    variants), with what they stand for here. `opaque`: codes of the font alone can't tell the text. `plain`:
    `shown` tells everything, whatever else the document holds, and there are no clusters.
    """

    text: str
    font: Font
    shown: str
    raised: tuple[tuple[str, int], ...]
    clusters: tuple[Cluster, ...]
    ink: int
    full: int
    glyphs: frozenset[int]
    claims: tuple[tuple[int, str], ...]
    opaque: bool
    right_to_left: bool
    plain: bool


@dataclass(frozen=True, slots=True, eq=False)
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
    spaces = text[len(words) :].replace("\n", " ")
    tail = _spaces(font, spaces, manner, direction) if spaces else ()
    body: list[Cluster] = []
    if words:
        buffer = _shaped(font, _drawn(font, words), manner, direction, around)
        if direction == "ltr" and not manner.tracking:
            plain = _plain(font, words, spaces, buffer, tail)
            if plain is not None:
                return plain
        body = list(_clusters(words, buffer, len(around[0]), round(manner.tracking / font.scale)))
    return _segment(font, words + spaces, body, tail, direction)


def hyphenated(font: Font, text: str, manner: Manner) -> Segment:
    """Shape the first part of a broken word: it ends with a hyphen that the text does not have."""
    said = text + SOFT_HYPHEN
    buffer = _shaped(font, _drawn(font, said), manner, "ltr", ("", ""))
    body = list(_clusters(said, buffer, 0, round(manner.tracking / font.scale)))
    return _segment(font, text, body, (), "ltr")


def _drawn(font: Font, text: str) -> str:
    return text[:-1] + font.hyphen if text.endswith(SOFT_HYPHEN) else text


def _shaped(
    font: Font, text: str, manner: Manner, direction: Direction, around: tuple[str, str]
) -> uharfbuzz.Buffer:
    before, after = around
    buffer = uharfbuzz.Buffer()
    buffer.add_str(before + text + after, len(before), len(text))
    buffer.direction = direction
    buffer.language = manner.lang
    buffer.flags = _REMOVE_INVISIBLE
    buffer.guess_segment_properties()
    uharfbuzz.shape(font.shaper, buffer, manner.features)
    return buffer


@lru_cache(maxsize=1024)
def _spaces(font: Font, spaces: str, manner: Manner, direction: Direction) -> tuple[Cluster, ...]:
    buffer = _shaped(font, spaces, manner, direction, ("", ""))
    return tuple(_clusters(spaces, buffer, 0, round(manner.tracking / font.scale)))


def _plain(
    font: Font, words: str, spaces: str, buffer: uharfbuzz.Buffer, tail: Sequence[Cluster]
) -> Segment | None:
    """What most words are: a glyph for each character, which stands for it anywhere. None for other words."""
    infos = buffer.glyph_infos
    if len(infos) != len(words):
        return None
    letters, scale = font.letters, font.scale
    glyphs: list[int] = []
    shown, string = "", ""
    pen = 0
    wanted = 0.0
    for place, (character, info, position) in enumerate(
        zip(words, infos, buffer.glyph_positions, strict=True)
    ):
        glyph = info.codepoint
        if letters.get(glyph) != character or info.cluster != place or position.x_offset or position.y_offset:
            return None
        glyphs.append(glyph)
        string += f"{glyph:04x}"
        pen += font.width(glyph)
        wanted += position.x_advance * scale
        gap = round(wanted) - pen
        if gap:
            shown += f"<{string}>{-gap}"
            string = ""
            pen += gap
    ink = pen
    for cluster in tail:
        (space,) = cluster.parts
        if letters.get(space.glyph) != cluster.text:
            return None
        glyphs.append(space.glyph)
        string += f"{space.glyph:04x}"
        pen += font.width(space.glyph)
    shown += _hexadecimal(string)
    return Segment(words + spaces, font, shown, (), (), ink, pen, frozenset(glyphs), (), False, False, True)


def _clusters(text: str, buffer: uharfbuzz.Buffer, skipped: int, spacing: int) -> Iterator[Cluster]:
    """The clusters of `text` in reading order; `spacing` (in font units) goes after each glyph.

    `skipped` is how many characters stand before it in the buffer.
    """
    together: dict[int, list[Part]] = {}
    widths: dict[int, int] = {}
    places: dict[int, int] = {}
    pen = 0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        start = info.cluster - skipped
        left = places.setdefault(start, pen)
        part = Part(info.codepoint, pen + position.x_offset - left, position.y_offset)
        together.setdefault(start, []).append(part)
        advance = position.x_advance + spacing
        widths[start] = widths.get(start, 0) + advance
        pen += advance
    starts = sorted(together)
    # Characters without a glyph of their own (joiners) go with the cluster before them, at the start with the first.
    ends = [*starts[1:], len(text)][: len(starts)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        said = text[start if number else 0 : end]
        yield Cluster(said, tuple(together[start]), places[start], widths[start])


def _segment(
    font: Font, text: str, body: Sequence[Cluster], tail: Sequence[Cluster], direction: Direction
) -> Segment:
    right_to_left = direction == "rtl"
    first, second = (tail, body) if right_to_left else (body, tail)
    edge = sum(cluster.width for cluster in first)
    moved = [Cluster(each.text, each.parts, each.x + edge, each.width) for each in second]
    clusters = [*moved, *first] if right_to_left else [*first, *moved]
    for cluster in clusters:
        if any(not part.glyph for part in cluster.parts):
            raise InternalError(f"{font.face.family} has no glyph for “{cluster.text}”.")
    rows = list(_operands(font, sorted(clusters, key=lambda cluster: cluster.x)))
    ink = round(sum(cluster.width for cluster in body) * font.scale)
    full = round(sum(cluster.width for cluster in clusters) * font.scale)
    shown = "".join([operands for operands, _ in rows])
    claims, opaque = _claims(font, clusters)
    is_raised = any(rise for _, rise in rows)
    if right_to_left:
        # Each letter needs a code of its own there, or it comes out turned round with its neighbour.
        opaque |= any(len(cluster.text) > 1 for cluster in clusters)
        opaque |= any(map(may_need_marks, text))
        opaque |= any(int(gap) > WIDE_GAP for gap in _GAP.findall(shown))
    plain = not (is_raised or claims or opaque or right_to_left)
    return Segment(
        text,
        font,
        shown,
        tuple(rows) if is_raised else (),
        () if plain else tuple(clusters),
        ink,
        full,
        frozenset(part.glyph for cluster in clusters for part in cluster.parts),
        claims,
        opaque or is_raised,
        right_to_left,
        plain,
    )


def _claims(font: Font, clusters: Iterable[Cluster]) -> tuple[tuple[tuple[int, str], ...], bool]:
    """What glyphs stand for that are no character's plain form, and whether some cluster has no single glyph."""
    claims: list[tuple[int, str]] = []
    opaque = False
    letters = font.letters
    for cluster in clusters:
        for part in cluster.parts:
            own = letters.get(part.glyph)
            if own is None:
                claims.append((part.glyph, cluster.text))
            elif own != cluster.text:
                opaque = True
        if len(cluster.parts) > 1:
            opaque = True
    return tuple(claims), opaque


def _operands(font: Font, clusters: Sequence[Cluster]) -> Iterator[tuple[str, int]]:
    """TJ's operands for clusters from left to right, each with its rise.

    The numbers tell what the places of glyphs differ from where the widths of the font put them.
    """
    scale = font.scale
    pen = rise = 0
    operands = string = ""
    for cluster in clusters:
        for part in cluster.parts:
            if (raised := round(part.y * scale)) != rise:
                if string or operands:
                    yield operands + _hexadecimal(string), rise
                operands, string, rise = "", "", raised
            gap = round((cluster.x + part.x) * scale) - pen
            if gap:
                operands += f"{_hexadecimal(string)}{-gap}"
                string = ""
                pen += gap
            string += f"{part.glyph:04x}"
            pen += font.width(part.glyph)
    width = round(sum(cluster.width for cluster in clusters) * scale)
    operands += _hexadecimal(string) + (str(pen - width) if width != pen else "")
    if operands:
        yield operands, rise


def _hexadecimal(string: str) -> str:
    return f"<{string}>" if string else ""
