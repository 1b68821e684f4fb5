"""The glyphs of a line as Pango has shaped them, and what each of them stands for.

WeasyPrint maps a cluster of several glyphs to Unicode by giving one glyph all of its characters and the others
none. For text to be found and copied each glyph should stand for its own: the letter, the vowel sign, the mark.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from prexport.records import dataclass
from prexport.writers.pdf.weasyprint.internals import FROM_UNITS, ffi, pango

# Scripts whose clusters may have several glyphs, or glyphs in another order than the letters.
COMPLEX = re.compile(
    "[\u0300-\u036f\u0590-\u10ff\u1200-\u1cff\ua800-\uabff\ufb1d-\ufeff\U00010800-\U00011fff]"
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
    """Tell the fonts what the glyphs of `runs` stand for, where they don't know yet."""
    for run in runs:
        for glyphs, text in clusters(run):
            if len(glyphs) == 1:
                run.font.to_unicode.setdefault(glyphs[0].number, text)
            elif glyphs:
                _teach_cluster(run, glyphs, text)


def clusters(run: Run) -> Iterator[tuple[list[Glyph], str]]:
    """The clusters of `run` as they are read, each with its glyphs from left to right."""
    by_start: dict[int, list[Glyph]] = {}
    for glyph in run.glyphs:
        by_start.setdefault(glyph.cluster, []).append(glyph)
    starts = sorted(by_start)
    # Characters without a glyph of their own at the start of the run (joiners) go with the first cluster.
    begins, ends = [0, *starts[1:]][: len(starts)], [*starts[1:], len(run.text)][: len(starts)]
    for start, begin, end in zip(starts, begins, ends, strict=True):
        yield by_start[start], run.text[begin:end].decode()


def _teach_cluster(run: Run, glyphs: list[Glyph], text: str) -> None:
    letters = _letters(run.font)
    rest = text
    unknown: list[Glyph] = []
    for glyph in glyphs:
        own = next((letter for letter in letters.get(glyph.number, "") if letter in rest), "")
        if own:
            rest = rest.replace(own, "", 1)
            run.font.to_unicode.setdefault(glyph.number, own)
        else:
            unknown.append(glyph)
    for glyph in unknown:
        # A ligature or a variant: it stands for what the glyphs around it don't.
        run.font.to_unicode.setdefault(glyph.number, rest or text)
        rest = ""


def _letters(font: Any) -> dict[int, str]:
    """The characters that each glyph of a font is the plain form of."""
    known: dict[int, str] | None = getattr(font, "prexport_letters", None)
    if known is None:
        from fontTools.ttLib import TTFont

        known = {}
        opened = TTFont(io.BytesIO(font.file_content), fontNumber=font.index, lazy=True)
        for code, name in (opened.getBestCmap() or {}).items():
            number = opened.getGlyphID(name)
            known[number] = known.get(number, "") + chr(code)
        font.prexport_letters = known
    return known
