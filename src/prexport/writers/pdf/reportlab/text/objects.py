"""The objects of a font in the file: a Type 0 font over a CID font (ISO 32000-2, 9.7), embedded and subset."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache

import uharfbuzz

from prexport.brand.tokens import BOLD
from prexport.records import dataclass
from prexport.writers.pdf.reportlab.text.codes import Alias, Codes
from prexport.writers.pdf.reportlab.text.font import Font
from prexport.writers.pdf.reportlab.text.subset import has_outlines_of_cff, subset
from prexport.writers.pdf.reportlab.text.tounicode import to_unicode
from prexport.writers.pdf.syntax import Name, Raw, Ref, Value, serialise, stream_object

COUNT = 5
"""How many objects a font has; the first is the one that resources name."""

_DEFAULT_WIDTH = 1000
_SYMBOLIC, _ITALIC = 1 << 2, 1 << 6

# Nearly every document needs nearly all of these: with them the same subset serves nearly all documents.
_COMMON = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0·–—‘’“”•…"


@dataclass(frozen=True, slots=True)
class _Made:
    """What depends on the glyphs alone: the streams, the widths, the name with its subset's tag."""

    name: str
    widths: bytes
    program: bytes
    unicode: bytes


def font_objects(glyphs: frozenset[int], codes: Codes, first: int) -> list[tuple[bytes, bool]]:
    """The objects of the font of `codes`, numbered from `first`: each its bytes and whether it is a stream."""
    font = codes.font
    common = _common_glyphs(font)
    if glyphs & common[1]:
        glyphs |= common[0]
    made = _made(font, glyphs, tuple(sorted(codes.claims.items())), codes.aliases)
    compact = has_outlines_of_cff(font)
    name, descendant, descriptor = Name(made.name), Ref(first + 1), Ref(first + 2)
    outer: dict[str, Value] = {
        "Type": Name("Font"),
        "Subtype": Name("Type0"),
        "BaseFont": name,
        "Encoding": Name("Identity-H"),
        "DescendantFonts": [descendant],
        "ToUnicode": Ref(first + 4),
    }
    inner: dict[str, Value] = {
        "Type": Name("Font"),
        "Subtype": Name("CIDFontType0" if compact else "CIDFontType2"),
        "BaseFont": name,
        "CIDSystemInfo": {"Registry": "Adobe", "Ordering": "Identity", "Supplement": 0},
        "FontDescriptor": descriptor,
        "DW": _DEFAULT_WIDTH,
        "W": Raw(made.widths),
    }
    if not compact:
        inner["CIDToGIDMap"] = Name("Identity")
    described = _describe(font) | {
        "FontName": name,
        "FontFile3" if compact else "FontFile2": Ref(first + 3),
    }
    return [
        (serialise(outer), False),
        (serialise(inner), False),
        (serialise(described), False),
        (made.program, True),
        (made.unicode, True),
    ]


@lru_cache(maxsize=64)
def _common_glyphs(font: Font) -> tuple[frozenset[int], frozenset[int]]:
    """The glyphs of the common characters, and those of them that ask for the others: letters and digits."""
    if has_outlines_of_cff(font):
        return frozenset(), frozenset()  # Han fonts: their Latin letters are seldom used
    glyphs = {character: font.glyph(character) for character in _COMMON}
    asking = frozenset(glyph for character, glyph in glyphs.items() if character.isalnum() and glyph)
    return frozenset(glyph for glyph in glyphs.values() if glyph), asking


@lru_cache(maxsize=64)
def _made(
    font: Font, glyphs: frozenset[int], claims: tuple[tuple[int, str], ...], aliases: tuple[Alias, ...]
) -> _Made:
    program = subset(font, glyphs, aliases)
    letters = font.letters
    texts = {glyph: letters[glyph] for glyph in glyphs if glyph in letters} | dict(claims)
    widths = {glyph: font.width(glyph) for glyph in glyphs}
    for code, alias in enumerate(aliases, font.program.glyph_count):
        texts[code] = alias.text
        widths[code] = round(alias.advance * font.scale)
    kind: dict[str, Value] = {"Length1": len(program.data)}
    if program.compact:
        kind = {"Subtype": Name("CIDFontType0C")}
    return _Made(
        name=f"{_tag(program.data)}+{_name(font)}",
        widths=_widths(widths),
        program=stream_object(program.data, kind),
        unicode=stream_object(to_unicode(texts), {}),
    )


def _tag(program: bytes) -> str:
    """Six letters that tell subsets of a font apart (9.9.2)."""
    digest = int.from_bytes(hashlib.md5(program, usedforsecurity=False).digest(), "big")
    return "".join(chr(ord("A") + digest // 26**place % 26) for place in range(6))


def _name(font: Font) -> str:
    face = font.face
    weight = "Bold" if face.weight >= BOLD else ""
    slant = "Italic" if face.style == "italic" else ""
    return f"{face.family.replace(' ', '')}-{weight + slant or 'Regular'}"


def _widths(widths: Mapping[int, int]) -> bytes:
    """The array /W: runs of neighbouring glyphs, those of the default width left out."""
    rows: list[tuple[int, list[int]]] = []
    for glyph, width in sorted(widths.items()):
        if width == _DEFAULT_WIDTH:
            continue
        if rows and rows[-1][0] + len(rows[-1][1]) == glyph:
            rows[-1][1].append(width)
        else:
            rows.append((glyph, [width]))
    told = (f"{start} [{' '.join(map(str, row))}]" for start, row in rows)
    return f"[{' '.join(told)}]".encode()


@lru_cache(maxsize=64)
def _describe(font: Font) -> dict[str, Value]:
    """The font descriptor (9.8), but for what depends on the subset."""
    head = bytes(font.program.reference_table("head").data)
    box = [int.from_bytes(head[place : place + 2], "big", signed=True) for place in (36, 38, 40, 42)]
    tall = font.shaper.get_metric_position_with_fallback(uharfbuzz.OTMetricsTag.CAP_HEIGHT)
    slanted = font.face.style == "italic"
    return {
        "Type": Name("FontDescriptor"),
        "FontFamily": font.face.family,
        "Flags": _SYMBOLIC | (_ITALIC if slanted else 0),
        "FontBBox": [round(side * font.scale) for side in box],
        "ItalicAngle": round(font.shaper.get_style_value(uharfbuzz.StyleTag.SLANT_ANGLE), 1),
        "Ascent": round(font.ascent),
        "Descent": round(font.descent),
        "CapHeight": round(tall * font.scale),
        # Not told by OpenType fonts; viewers use it only to imitate fonts that are not embedded.
        "StemV": 140 if font.face.weight >= BOLD else 80,
    }
