"""Lines broken by arithmetic: a paragraph is shaped once, and each line is cut from what it measured.

WeasyPrint has Pango shape every line about three times: a guess at its text, the guess and one word more, the
line that came of it. Where a text is Latin, Greek or Cyrillic, of one font and one direction, its lines can be
cut from the widths of the whole text as well, at the break opportunities that Pango found in it (UAX #14). All
other text, and a word that is wider than its line, goes WeasyPrint's own way.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from prexport.writers.pdf.weasyprint.internals import (
    FROM_UNITS,
    TO_UNITS,
    TextLayout,
    ffi,
    line_size,
    pango,
    split_first_line,
)

_OTHER = re.compile("[\xad\t\n\v\f\r\x1c-\x1e\x85\u0590-\u1dff\u2028\u2029\u2190-\U0010ffff]")
"""Characters that break lines in ways of their own, and scripts whose glyphs depend on where a line ends."""

_GLYPH_INFO = 5  # PangoGlyphInfo: glyph, width, horizontal shift, vertical shift, attributes; 32 bits each

_LAST_GLYPH = 0xFFFF  # Pango's own numbers for empty and for missing glyphs are higher
_IS_LINE_BREAK = 1  # PangoLogAttr: its first bit


class ShapedText:
    """A text as Pango shapes it on one endless line: its glyphs, and where lines may break.

    `font` is Pango's; it lives as long as the layout that is kept with it. `glyphs` and `advances` (in Pango's
    units) are parallel; `plain` says that every glyph is one of the font's own and stands where the pen is.
    """

    __slots__ = (
        "_breaks",
        "_bytes",
        "_clusters",
        "_layout",
        "_pens",
        "advances",
        "baseline",
        "font",
        "glyphs",
        "height",
        "plain",
        "style",
        "text",
    )

    def __init__(self, text: str, style: Any, layout: Any, line: Any, run: Any) -> None:
        """`run` is the only one of `line`, and that the only line of `layout`."""
        self.text = text
        self.style = style
        self.font = run.item.analysis.font
        _, self.height = line_size(line, style)
        self.baseline = pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS
        self._layout = layout
        self._bytes = _byte_offsets(text)

        count = run.glyphs.num_glyphs
        values = (
            memoryview(ffi.buffer(run.glyphs.glyphs, count * ffi.sizeof("PangoGlyphInfo"))).cast("i").tolist()
        )
        self.glyphs, self.advances, *shifts = (values[place::_GLYPH_INFO] for place in range(_GLYPH_INFO - 1))
        self.plain = not any(map(any, shifts)) and min(self.glyphs) > 0 and max(self.glyphs) <= _LAST_GLYPH
        self._clusters = memoryview(ffi.buffer(run.glyphs.log_clusters, count * 4)).cast("i").tolist()
        self._pens = self._begins()

        attributes = pango.pango_layout_get_log_attrs_readonly(layout.layout, ffi.NULL)
        flags = memoryview(ffi.buffer(attributes, (len(text) + 1) * ffi.sizeof("PangoLogAttr"))).cast("I")
        self._breaks = [place for place, flag in enumerate(flags) if flag & _IS_LINE_BREAK]

    def _begins(self) -> list[int]:
        """Where each character begins, in Pango's units, and the width of it all; a cluster begins as one."""
        pens = list(accumulate(self.advances, initial=0))
        if self._clusters == list(self._bytes[:-1]):
            return pens
        begins = dict(zip(reversed(self._clusters), reversed(pens[:-1]), strict=True))
        known: list[int] = []
        for offset in self._bytes[:-1]:
            known.append(begins.get(offset, known[-1] if known else 0))
        return [*known, pens[-1]]

    def glyphs_between(self, start: int, end: int) -> slice:
        """Which glyphs show some of the characters."""
        return slice(
            bisect_left(self._clusters, self._bytes[start]), bisect_left(self._clusters, self._bytes[end])
        )

    def clusters(self, glyphs: slice) -> Iterator[tuple[list[int], str]]:
        """What some of the glyphs show: the glyphs of each cluster, and its characters."""
        text = self.text.encode()
        ends = [*self._clusters[1:], len(text)]
        together: list[int] = []
        for place in range(glyphs.start, glyphs.stop):
            together.append(self.glyphs[place])
            if ends[place] != self._clusters[place]:
                yield together, text[self._clusters[place] : ends[place]].decode()
                together = []

    def width(self, start: int, end: int) -> float:
        """The width of some of the characters, in CSS pixels."""
        width: float = (self._pens[end] - self._pens[start]) * FROM_UNITS
        return width

    def length(self, start: int, end: int) -> int:
        """The bytes of some of the characters in UTF-8."""
        return self._bytes[end] - self._bytes[start]

    def line_from(self, start: int, room: float) -> tuple[int, int] | None:
        """Where the line that begins at `start` ends, without the spaces at its end, and where the next begins.

        None when not even the first word has room.
        """
        text = self.text
        limit = self._pens[start] + room * TO_UNITS
        if self._pens[-1] <= limit:
            return len(text), len(text)
        first = bisect_right(self._breaks, start)
        # A space at the end of a line hangs over its edge: the last break that can fit is at most one space on.
        last = bisect_right(self._pens, limit, lo=start)
        candidates = self._breaks[first : bisect_right(self._breaks, last + 1)]
        for following in reversed(candidates):
            end = start + len(text[start:following].rstrip(" "))
            if self._pens[end] <= limit and end > start:
                # What stands at the end of the text is followed by other text: its space is still needed.
                return (following if following == len(text) else end), following
        return None

    def word_from(self, start: int) -> tuple[int, int]:
        """Where the first word from `start` on ends, and where the next begins."""
        following = self._breaks[bisect_right(self._breaks, start)]
        word = self.text[start:following]
        return start + len(word.rstrip(" ") or word), following


def _byte_offsets(text: str) -> range | list[int]:
    """Where each character begins in UTF-8, and the length of it all."""
    if text.isascii():
        return range(len(text) + 1)
    return [0, *accumulate(len(character.encode()) for character in text)]


def shape(text: str, style: Any) -> ShapedText | None:
    """`text` on one line; None unless it is of one font, from left to right, and breaks at its spaces only."""
    if (
        style["white_space"] != "normal"
        or style["letter_spacing"] not in ("normal", 0)
        or style["word_spacing"]
        or style["hyphens"] == "auto"
        or style["word_break"] != "normal"
        or not text
        or not style["font_size"]
        or _OTHER.search(text)
    ):
        return None
    shaped = TextLayout(style)
    shaped.set_text(text)
    line, following = shaped.get_first_line()
    run = line.runs[0]
    if following is not None or run == ffi.NULL or run.next != ffi.NULL:
        return None
    item = run.data
    if item.item.analysis.level % 2 or item.item.length != len(text.encode()):
        return None
    return ShapedText(text, style, shaped, line, item)


def split(
    text: str,
    style: Any,
    context: Any,
    max_width: float | None,
    justification_spacing: float,
    is_line_start: bool = True,
    minimum: bool = False,
) -> tuple[Any, int, int | None, float, float, float]:
    """What WeasyPrint's `split_first_line` gives: layout, bytes, bytes to the next line, width, height, baseline.

    The layout's `cut` is the shaped text and the place of the line in it, for `showing`.
    """
    asked = (text, style, context, max_width, justification_spacing, is_line_start, minimum)
    shaped = _shaped(text, style, context)
    if shaped is None:
        result: tuple[Any, int, int | None, float, float, float] = split_first_line(*asked)
        return result
    start, end = len(shaped.text) - len(text), len(shaped.text)
    if max_width is None:
        cut: tuple[int, int] | None = (end, end)
    elif minimum and max_width == 0 and style["overflow_wrap"] != "anywhere":
        cut = shaped.word_from(start)
    else:
        cut = shaped.line_from(start, max_width)
    if cut is None:
        result = split_first_line(*asked)
        return result
    stop, following = cut
    layout = TextLayout.__new__(TextLayout)
    layout.justification_spacing = justification_spacing
    layout.max_width = max_width
    layout.first_line_direction = 0
    layout.text = shaped.text[start:stop]
    layout.cut = (shaped, start, stop)
    resume = None if following == end else shaped.length(start, following)
    width = shaped.width(start, stop)
    return layout, shaped.length(start, stop), resume, width, shaped.height, shaped.baseline


def _shaped(text: str, style: Any, context: Any) -> ShapedText | None:
    """`text` shaped, or the longer text that it is the rest of; a document remembers the text it broke last."""
    last: tuple[str, Any, ShapedText | None] | None = getattr(context, "prexport_shaped", None)
    if last is not None and last[1] is style and last[0].endswith(text):
        return last[2]
    shaped = shape(text, style)
    context.prexport_shaped = (text, style, shaped)
    return shaped
