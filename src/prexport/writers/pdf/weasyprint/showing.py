"""Text shown with the glyphs that its line was cut with: nothing is shaped a second time to be painted."""

from __future__ import annotations

from typing import Any

from prexport.writers.pdf.weasyprint.breaking import ShapedText
from prexport.writers.pdf.weasyprint.internals import FROM_UNITS, ffi, pango


def show_cut(stream: Any, box: Any) -> str | None:
    """Show a text box whose line was cut by `breaking`; what its glyphs say, or None: it is WeasyPrint's to paint."""
    cut: tuple[ShapedText, int, int] | None = getattr(box.pango_layout, "cut", None)
    style = box.style
    if cut is None or style["text_decoration_line"] != "none" or style["visibility"] != "visible":
        return None
    shaped, start, end = cut
    font, size = stream.add_font(shaped.font)
    if not shaped.plain or not box.text.strip() or font.bitmap or font.svg or font.png or font.colr:
        return None
    place = shaped.glyphs_between(start, end)
    glyphs = shaped.glyphs[place]
    if not font.to_unicode.keys() >= set(glyphs):
        _teach(font, shaped, place)
    steps = _steps(font, size, shaped.font)
    shown = "".join([steps[step] for step in zip(glyphs, shaped.advances[place], strict=True)])
    stream.set_color(style["color"])
    stream.begin_text()
    stream.set_text_matrix(1, 0, 0, -1, box.position_x, box.position_y + box.baseline)
    stream.set_font_size(font.hash, size)
    stream.stream.append(f"[<{shown}>] TJ")
    stream.end_text()
    return "".join([font.to_unicode[glyph] for glyph in glyphs])


def _teach(font: Any, shaped: ShapedText, place: slice) -> None:
    """Tell a font what glyphs stand for; all of a cluster is said by its first."""
    for (first, *others), text in shaped.clusters(place):
        font.to_unicode.setdefault(first, text)
        for other in others:
            font.to_unicode.setdefault(other, "")


class _Steps(dict[tuple[int, int], str]):
    """Glyphs, and how far Pango's pen goes on after them, as they stand in the operand of TJ."""

    def __init__(self, font: Any, size: float, pango_font: Any) -> None:
        super().__init__()
        self._widths: dict[int, int] = font.widths
        self._pango_font = pango_font
        self._thousandths = 1000 * FROM_UNITS / size

    def __missing__(self, step: tuple[int, int]) -> str:
        glyph, advance = step
        if glyph not in self._widths:  # the width that the font declares (ISO 32000-1, 9.7.4.3)
            logical = ffi.new("PangoRectangle *")
            pango.pango_font_get_glyph_extents(self._pango_font, glyph, ffi.NULL, logical)
            self._widths[glyph] = round(logical.width * self._thousandths)
        back = round(self._widths[glyph] - advance * self._thousandths)
        shown = self[step] = f"{glyph:04x}>{back}<" if back else f"{glyph:04x}"
        return shown


def _steps(font: Any, size: float, pango_font: Any) -> _Steps:
    known: dict[float, _Steps] = vars(font).setdefault("prexport_steps", {})
    if size not in known:
        known[size] = _Steps(font, size, pango_font)
    return known[size]
