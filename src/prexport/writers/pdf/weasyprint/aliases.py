"""Codes of our own for what the glyphs of a font show together: one code, one meaning.

A code of a PDF font stands for the same characters wherever it is shown. Glyphs don't: one form may show several
letters, several glyphs one letter and its marks, and a ligature two letters that a right-to-left line needs one
by one. So whatever a glyph doesn't say by itself gets a new glyph in the embedded font: the old ones in their
places (a composite glyph of TrueType), or a blank one for a letter whose shape another code has shown already.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from prexport.records import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A glyph of the font within an alias, and its place there in font units."""

    glyph: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Alias:
    """What a code shows, how far the pen goes on after it (in font units), and the characters it stands for."""

    parts: tuple[Part, ...]
    advance: int
    text: str


class Aliases:
    """The new codes of all fonts of one document."""

    def __init__(self) -> None:
        """Begin with none."""
        self._by_file: dict[str, dict[Alias, int]] = {}

    def code(self, font: Any, alias: Alias) -> int:
        """The code for `alias`, the same one every time; `font` is WeasyPrint's and has TrueType outlines."""
        known = self._by_file.setdefault(font.hash, {})
        if alias not in known:
            known[alias] = font.glyph_count + len(known)
            for part in alias.parts:
                # Kept when the font is cut down to what it shows; a form that is never shown alone says the same.
                font.to_unicode.setdefault(part.glyph, alias.text)
        code = known[alias]
        font.to_unicode[code] = alias.text
        font.widths[code] = round(alias.advance * 1000 / font.upem)
        return code

    def embed(self, fonts: Iterable[Any]) -> None:
        """Have the new glyphs added to each of `fonts` once WeasyPrint has cut it down."""
        for font in fonts:
            if font.hash in self._by_file:
                _extend_when_clean(font, list(self._by_file[font.hash]))


def has_outlines(font: Any) -> bool:
    """Whether glyphs can be added to `font`."""
    return "glyf" in font.tables


def _extend_when_clean(font: Any, aliases: list[Alias]) -> None:
    clean = font.clean

    def clean_and_extend(to_unicode: dict[int, str], hinting: bool) -> None:
        clean(to_unicode, hinting)
        font.file_content = _extended(font.file_content, font.glyph_count, aliases)

    font.clean = clean_and_extend


def _extended(file: bytes, first: int, aliases: list[Alias]) -> bytes:
    """The font with a glyph for each alias, numbered from `first` on."""
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    font = TTFont(io.BytesIO(file), recalcBBoxes=False, recalcTimestamp=False)
    names = list(font.getGlyphOrder())
    glyphs, metrics = font["glyf"], font["hmtx"]
    names += [f"empty{number}" for number in range(len(names), first)]
    names += [f"alias{number}" for number in range(len(aliases))]
    font.setGlyphOrder(names)
    glyphs.setGlyphOrder(names)
    for name in names[len(glyphs.glyphs) : first]:
        glyphs.glyphs[name], metrics[name] = Glyph(), (0, 0)
    for number, alias in enumerate(aliases):
        glyph = _composite(alias, names, glyphs)
        glyphs.glyphs[names[first + number]] = glyph
        metrics[names[first + number]] = (alias.advance, getattr(glyph, "xMin", 0))
    font["maxp"].numGlyphs = len(names)
    font["maxp"].recalc(font)
    font["post"].formatType = 3
    extended = io.BytesIO()
    font.save(extended, reorderTables=None)
    return extended.getvalue()


def _composite(alias: Alias, names: list[str], glyphs: Any) -> Any:
    from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

    glyph = Glyph()
    components = []
    for part in alias.parts:
        if glyphs[names[part.glyph]].numberOfContours == 0:
            continue  # a blank
        component = GlyphComponent()
        component.glyphName, component.x, component.y = names[part.glyph], part.x, part.y
        component.flags = 0x0004  # ROUND_XY_TO_GRID
        components.append(component)
    if components:
        glyph.numberOfContours = -1
        glyph.components = components
        glyph.recalcBounds(glyphs)
    return glyph
