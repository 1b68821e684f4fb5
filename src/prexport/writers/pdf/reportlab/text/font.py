"""One face of a font, as HarfBuzz reads it. Its measures are thousandths of an em, PDF's glyph space."""

from __future__ import annotations

import unicodedata
from functools import cached_property, lru_cache

import uharfbuzz

from prexport.brand.tokens import FontFace

_PRESENTATION_FORMS = frozenset({0x2E3A, 0x2E3B, *range(0xFB00, 0xFE00), *range(0xFE70, 0xFEFD)})


class Font:
    """A face: its glyphs' widths, and the characters that they are the plain form of."""

    def __init__(self, face: FontFace) -> None:
        """Reads the face's file; an instance of a variable font stands at the face's position."""
        self.face = face
        self.program = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(face.path.as_posix()), face.index)
        self.shaper = uharfbuzz.Font(self.program)
        if face.axes:
            self.shaper.set_variations(dict(face.axes))
        self.scale = 1000 / self.program.upem
        extents = self.shaper.get_font_extents("ltr")
        self.ascent: float = extents.ascender * self.scale
        self.descent: float = extents.descender * self.scale  # below the base line, so negative
        self._widths: dict[int, int] = {}

    def width(self, glyph: int) -> int:
        """The advance of a glyph, rounded as the file's table of widths has it."""
        width = self._widths.get(glyph)
        if width is None:
            width = self._widths[glyph] = round(self.shaper.get_glyph_h_advance(glyph) * self.scale)
        return width

    def glyph(self, character: str) -> int:
        """The glyph of a character; 0 when there is none."""
        return self.shaper.get_nominal_glyph(ord(character)) or 0

    @property
    def covered(self) -> frozenset[str]:
        """The characters that it has a glyph for."""
        return _covered(self.face.path.as_posix(), self.face.index)

    @cached_property
    def hyphen(self) -> str:
        """The character that is drawn where a word is broken."""
        return "\u2010" if self.glyph("\u2010") else "-"

    @cached_property
    def has_outlines_of_truetype(self) -> bool:
        """Whether glyphs can be composed of others."""
        return "glyf" in self.program.table_tags

    @cached_property
    def letters(self) -> dict[int, str]:
        """The one character that each glyph stands for by itself.

        Where a font draws several characters alike (space and no-break space) that is the one that text is
        usually written with: no compatibility character, and the first of those. A font that can't be given
        codes of our own leaves open what such glyphs stand for (一 and its radical). Ligatures and joined forms
        are not listed: text is written with what they are made of.
        """
        return _letters(self.face.path.as_posix(), self.face.index)


# Kept by file: the weights of a variable font have the same characters.
@lru_cache(maxsize=64)
def _points(path: str, index: int) -> frozenset[int]:
    return frozenset(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path), index).unicodes)


@lru_cache(maxsize=64)
def _covered(path: str, index: int) -> frozenset[str]:
    return frozenset(map(chr, _points(path, index)))


@lru_cache(maxsize=64)
def _letters(path: str, index: int) -> dict[int, str]:
    program = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path), index)
    points = sorted(_points(path, index) - _PRESENTATION_FORMS)
    glyphs = list(map(uharfbuzz.Font(program).get_nominal_glyph, points))
    found = dict(zip(reversed(glyphs), map(chr, reversed(points)), strict=True))
    if len(found) == len(points):
        return found
    last = dict(zip(glyphs, map(chr, points), strict=True))
    shared = {glyph for glyph, character in found.items() if last[glyph] != character}
    for point, glyph in zip(points, glyphs, strict=True):
        if glyph in shared and _is_compatibility(found[glyph]) and not _is_compatibility(chr(point)):
            found[glyph] = chr(point)
    if "glyf" not in program.table_tags:
        for glyph in shared:
            if not found[glyph].isascii():
                del found[glyph]
    return found


def _is_compatibility(character: str) -> bool:
    # The ideographic space is what text is written with, where a font draws the em space alike.
    return character != "\u3000" and unicodedata.normalize("NFKC", character) != character
