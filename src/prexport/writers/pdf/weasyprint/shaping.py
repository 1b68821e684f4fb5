"""The glyphs of a line as Pango has shaped them, and the clusters of characters that they show."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from prexport.records import dataclass
from prexport.writers.pdf.weasyprint.internals import FROM_UNITS, ffi, pango

# Scripts whose clusters may have several glyphs, or glyphs in another order than the letters; emoji sequences.
COMPLEX = re.compile(
    "[\u0300-\u036f\u0590-\u10ff\u1200-\u1cff\ua800-\uabff\ufb1d-\ufeff\U00010800-\U00011fff\u20e3\U0001f000-\U0001faff]"
)


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph: its number, pen position, width, shift and rise in CSS pixels, where its cluster starts."""

    number: int
    x: float
    width: float
    shift: float
    rise: float
    cluster: int


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one font and one direction, from left to right; `text` is UTF-8, `start` its place in the line."""

    font: Any
    size: float
    glyphs: tuple[Glyph, ...]
    text: bytes
    start: int
    right_to_left: bool


def runs_of(stream: Any, box: Any) -> list[Run]:
    """The runs of a text box, from left to right; a glyph that no font has is left out."""
    box.pango_layout.reactivate(box.style)
    line, _ = box.pango_layout.get_first_line()
    text = box.pango_layout.text.encode()
    runs: list[Run] = []
    pen = box.position_x
    node = line.runs[0]
    while node != ffi.NULL:
        item, node = node.data, node.next
        font, size = stream.add_font(item.item.analysis.font)
        glyphs = []
        for index in range(item.glyphs.num_glyphs):
            glyph, cluster = item.glyphs.glyphs[index], item.glyphs.log_clusters[index]
            geometry = glyph.geometry
            width = geometry.width * FROM_UNITS
            if glyph.glyph != pango.PANGO_GLYPH_EMPTY and not glyph.glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG:
                shift, rise = geometry.x_offset * FROM_UNITS, -geometry.y_offset * FROM_UNITS
                glyphs.append(Glyph(glyph.glyph, pen, width, shift, rise, cluster))
            pen += width
        start, length = item.item.offset, item.item.length
        said = text[start : start + length]
        runs.append(Run(font, size, tuple(glyphs), said, start, bool(item.item.analysis.level % 2)))
    box.pango_layout.deactivate()
    return runs


def teach(runs: list[Run]) -> None:
    """Give every glyph of `runs` something to stand for: the whole cluster, since nothing better is known."""
    for run in runs:
        for glyphs, text in clusters(run):
            for glyph in glyphs:
                run.font.to_unicode.setdefault(glyph.number, text)


def clusters(run: Run) -> Iterator[tuple[list[Glyph], str]]:
    """The clusters of `run` as they are read, each with its glyphs from left to right.

    A mark goes with the letter before it, even where the font leaves it a cluster of its own.
    """
    heads: dict[int, int] = {}
    for start in sorted({glyph.cluster for glyph in run.glyphs}):
        begins_with_mark = unicodedata.category(run.text[start:].decode()[0]).startswith("M")
        heads[start] = next(reversed(heads.values())) if heads and begins_with_mark else start
    together: dict[int, list[Glyph]] = {head: [] for head in heads.values()}
    for glyph in run.glyphs:
        together[heads[glyph.cluster]].append(glyph)
    # Characters without a glyph of their own at the start of the run (joiners) go with the first cluster.
    begins = [0, *list(together)[1:]]
    for begin, end, glyphs in zip(begins, [*begins[1:], len(run.text)], together.values(), strict=False):
        yield glyphs, run.text[begin:end].decode()
