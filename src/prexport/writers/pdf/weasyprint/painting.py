"""Painting laid-out pages: content streams whose every mark goes to its element, or says that it is an artifact."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf

from prexport.errors import InternalError
from prexport.writers.pdf.layout import Layout, Mark, Page
from prexport.writers.pdf.syntax import Ref, serialise
from prexport.writers.pdf.weasyprint.aliases import Aliases, has_outlines
from prexport.writers.pdf.weasyprint.boxes import (
    POINTS_PER_PIXEL,
    Artifact,
    paint_in_reading_order,
    text_of,
)
from prexport.writers.pdf.weasyprint.internals import (
    FROM_UNITS,
    Rendering,
    Stream,
    TextLayout,
    build_fonts_dictionary,
    pango,
    use_references,
)
from prexport.writers.pdf.weasyprint.lines import Neighbour, Word, neighbour, show, words_of
from prexport.writers.pdf.weasyprint.placement import Placement, Slot
from prexport.writers.pdf.weasyprint.shaping import COMPLEX, runs_of, teach
from prexport.writers.pdf.weasyprint.showing import show_cut

_GLYPHS = re.compile(r"<([0-9a-f]+)>")


def paint(rendering: Rendering, placement: Placement, layout: Layout) -> None:
    """Paint all pages; fills `objects`, `pages` and `content` of `layout`."""
    pdf = pydyf.PDF()
    del pdf.objects[1:]  # pages and catalogue are written by `assembly`
    images: dict[str, Any] = {}
    resources = pydyf.Dictionary(
        {
            "ExtGState": pydyf.Dictionary(),
            "XObject": pydyf.Dictionary(),
            "Pattern": pydyf.Dictionary(),
            "Shading": pydyf.Dictionary(),
            "ColorSpace": pydyf.Dictionary(),
        }
    )
    pdf.add_object(resources)
    brush = _Brush(placement, layout)
    for number, page in enumerate(rendering.pages):
        width, height = page.width * POINTS_PER_PIXEL, page.height * POINTS_PER_PIXEL
        area = (0, 0, page.width, page.height)
        stream = TaggedStream(
            rendering.fonts, area, resources, images, {}, rendering.color_profiles, None, compress=True
        )
        stream.brush = brush
        stream.page = number
        stream.transform(d=-1, f=height)
        pdf.add_object(stream)
        paint_in_reading_order(page)
        page.paint(stream, POINTS_PER_PIXEL)
        contents, named = Ref(stream.number), Ref(resources.number)
        layout.pages.append(Page(width, height, contents, named, stream.marks))
    brush.aliases.embed(rendering.fonts.values())
    options = {"hinting": False, "pdf_version": "1.7"}
    fonts = build_fonts_dictionary(pdf, rendering.fonts, True, True, options)
    pdf.add_object(fonts)
    resources["Font"] = fonts.reference
    use_references(pdf, resources, images, rendering.color_profiles)
    layout.objects = [_serialised(item) for item in pdf.objects[1:]]


def _serialised(item: Any) -> tuple[bytes, bool]:
    """The bytes of a pydyf object and whether it is a stream; pydyf itself would compress streams anew."""
    if not isinstance(item, pydyf.Stream):
        return item.data, False
    data = b"\n".join(part if isinstance(part, bytes) else _part(part) for part in item.stream)
    extra = pydyf.Dictionary(item.extra)
    if item.compress:
        data = zlib.compress(data, 6)
        extra["Filter"] = "/FlateDecode"
    extra["Length"] = len(data)
    return b"".join((extra.data, b"\nstream\n", data, b"\nendstream")), True


def _part(part: Any) -> bytes:
    return part.data if isinstance(part, pydyf.Object) else str(part).encode("ascii")


class _Brush:
    """What all pages of one document share: where boxes go, the spaces of its fonts, and codes of our own."""

    def __init__(self, placement: Placement, layout: Layout) -> None:
        self.placement = placement
        self.layout = layout
        self.spaces: dict[tuple[Any, ...], tuple[Any, float, int, float]] = {}
        self.aliases = Aliases()


class TaggedStream(Stream):  # type: ignore[misc]
    """A content stream in which WeasyPrint's own marks are replaced by those of the placement."""

    brush: _Brush
    page: int

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """As WeasyPrint's stream."""
        super().__init__(*arguments, **options)
        self.marks = 0
        self._open: Slot | Artifact | None = None  # the target of the sequence that was closed last
        self._said: list[str] = []  # what the glyphs say that were shown since the mark began
        self._font: Any = None
        self._fonts_by_hash: dict[str, Any] = {}
        self._text_start = self._text_end = 0
        self._before: tuple[float, Neighbour | None] = (0, None)  # a baseline, and what was shown on it last

    def clone(self, **options: Any) -> Any:
        """A stream of a form or a pattern: it is drawn inside a mark, so it has none of its own."""
        options.setdefault("tags", None)
        return super().clone(**options)

    # -------------------------------------------------------------- marks

    @contextmanager
    def marked(self, box: Any, tag: str) -> Iterator[None]:
        """Bracket what a leaf box draws."""
        target = self.brush.placement.targets.get(box)
        if target is None:
            raise InternalError(f"a {type(box).__name__} of the layout was never placed")
        own = target if isinstance(target, tuple) else None
        text = self.brush.placement.texts.get(box) or text_of(box)
        words = self._words(box, text)
        with self._bracket(target):
            start = len(self.stream)
            self._said.clear()
            yield
            if own and text and not text.strip(" "):
                self._draw_space(box, box.position_x)
            elif words:
                self._rewrite(words, box.position_y + box.baseline)
            elif own and text:
                self._repair_text(text, start)
            following = self.brush.placement.spaces.get(box, [])
            if own in following:
                self._draw_space_after(box)
        for slot in following:
            if slot != own:
                with self._bracket(slot):
                    self._draw_space_after(box)

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Bracket backgrounds and borders."""
        with self._bracket(Artifact.LAYOUT):
            yield

    @contextmanager
    def _bracket(self, target: Slot | Artifact) -> Iterator[None]:
        if self._open == target and self.stream[-1] == b"EMC":
            self.stream.pop()
            start = None
        else:
            start = len(self.stream)
            if isinstance(target, Artifact):
                self.stream.append(f"/Artifact <<{target.value}>> BDC")
            else:
                self.stream.append(f"/{target[0].role} <</MCID {self.marks}>> BDC")
        yield
        if start is not None and len(self.stream) == start + 1:
            self.stream.pop()  # nothing was drawn
            self._open = None
            return
        self.stream.append(b"EMC")
        self._open = target
        if start is not None and not isinstance(target, Artifact):
            self.brush.layout.content.setdefault(target, []).append(Mark(self.page, self.marks))
            self.marks += 1

    # -------------------------------------------------------------- text

    def add_font(self, pango_font: Any) -> Any:
        """As WeasyPrint's; remembers the font by the name that content streams use."""
        font, size = super().add_font(pango_font)
        self._fonts_by_hash[font.hash] = font
        return font, size

    def set_font_size(self, font: str, size: float) -> None:
        """As WeasyPrint's; remembers which font shows the following text."""
        self._font = self._fonts_by_hash[font]
        super().set_font_size(font, size)

    def show_text(self, text: str) -> None:
        """As pydyf's; remembers what the glyphs say."""
        self._said.extend(
            self._font.to_unicode[int(glyphs[place : place + 4], 16)]
            for glyphs in _GLYPHS.findall(text)
            for place in range(0, len(glyphs), 4)
        )
        super().show_text(text)

    def begin_text(self) -> None:
        """As WeasyPrint's; remembers where the text begins."""
        super().begin_text()
        self._text_start = len(self.stream)

    def end_text(self) -> None:
        """As WeasyPrint's; remembers where the text ends."""
        self._text_end = len(self.stream)
        super().end_text()

    def draw_text(self, box: Any) -> bool:
        """Paint a text box whose glyphs are known already; False leaves it to WeasyPrint."""
        said = show_cut(self, box)
        if said is not None:
            self._said.append(said)
        return said is not None

    def _repair_text(self, text: str, start: int) -> None:
        """Say what was written where the glyphs don't (ActualText, ISO 32000-1, 14.9.4).

        That is so where a hyphen was added, and in fonts that can't be given codes of our own. A hyphen that was
        written gets the break after it said: at the end of a line pdfium would take it for an added one.
        """
        if text.endswith("-") and len(text) > 1:
            text += "\u200b"
        if "".join(self._said) != text:
            self.stream.insert(start, b"/Span <</ActualText " + serialise(text) + b">> BDC")
            self.stream.append(b"EMC")

    def _words(self, box: Any, text: str) -> list[Word]:
        """The words of a text box whose script needs codes of its own; none where WeasyPrint's will do."""
        towards_left = box.style["direction"] == "rtl"
        if not text.strip(" "):
            return []
        runs = runs_of(self, box) if COMPLEX.search(text) or (towards_left and not text.isalnum()) else []
        if not runs or not all(has_outlines(run.font) for run in runs):
            teach(runs)
            self._before = (box.position_y + box.baseline, neighbour(text))
            return []
        line, before = self._before
        known = before if line == box.position_y + box.baseline else None
        words, after = words_of(runs, text, self.brush.aliases, towards_left=towards_left, before=known)
        self._before = (box.position_y + box.baseline, after)
        return words

    def _rewrite(self, words: list[Word], baseline: float) -> None:
        """Put words in reading order in the place of the line that was drawn last."""
        operators: list[bytes | str] = []
        for word in words:
            operators += show(word, baseline, self.brush.aliases)
            self._old_font = (word.run.font.hash, word.run.size)
        self.stream[self._text_start : self._text_end] = operators

    def _draw_space_after(self, box: Any) -> None:
        if box.style["direction"] == "ltr":
            self._draw_space(box, box.position_x + box.width)
        else:
            self._draw_space(box, box.position_x - self._space(box.style)[3])

    def _draw_space(self, box: Any, x: float) -> None:
        font, size, glyph, _ = self._space(box.style)
        self.begin_text()
        self.set_text_matrix(1, 0, 0, -1, x, box.position_y + box.baseline)
        self.set_font_size(font.hash, size)
        self.show_text(f"<{glyph:04x}>")
        self.end_text()

    def _space(self, style: Any) -> tuple[Any, float, int, float]:
        """The space of a style: its font, size in CSS pixels, glyph and width in CSS pixels."""
        names = ("font_family", "font_size", "font_weight", "font_style", "lang")
        key = tuple(str(style[name]) for name in names)
        if key not in self.brush.spaces:
            layout = TextLayout(style)
            layout.set_text(" ")
            line, _ = layout.get_first_line()
            item = line.runs[0].data
            glyph = item.glyphs.glyphs[0]
            if glyph.glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG or item.glyphs.num_glyphs != 1:
                raise InternalError(f"the fonts {style['font_family']} have no space")
            font, size = self.add_font(item.item.analysis.font)
            width = glyph.geometry.width * FROM_UNITS
            font.to_unicode.setdefault(glyph.glyph, " ")
            font.widths.setdefault(glyph.glyph, round(width * 1000 / size))
            self.brush.spaces[key] = (font, size, glyph.glyph, width)
        font, *_ = space = self.brush.spaces[key]
        self._fonts_by_hash[font.hash] = font
        return space
