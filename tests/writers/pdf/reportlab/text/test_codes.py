"""Codes of our own: what one glyph can't say gets a glyph of its own in the embedded font."""

from __future__ import annotations

import io

import pikepdf
import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from prexport.document.tree import Direction
from prexport.writers.pdf.reportlab.text.codes import Alias, Codes
from prexport.writers.pdf.reportlab.text.composites import with_composites
from prexport.writers.pdf.reportlab.text.session import Session
from prexport.writers.pdf.reportlab.text.shaping import Part
from prexport.writers.pdf.reportlab.text.subset import subset
from writers.pdf.reportlab.text.typed import file_of, fonts, piece, set_lines

HINDI = "क्षत्रिय हिन्दी में प्रकाशित"
ARABIC = "السلام عليكم (١٢) لأنّ"


def _font(lang: str) -> Codes:
    return Codes(fonts().setting(piece("", lang).style, lang).first)


def _document(text: str, lang: str, direction: Direction = "ltr") -> bytes:
    session = Session(fonts())
    return file_of(set_lines(text, lang=lang, direction=direction, session=session), session)


def test_a_code_is_given_once_for_each_meaning() -> None:
    codes = _font("ar")
    glyph = codes.font.glyph("ب")
    one, other = Alias((Part(glyph, 0, 0),), 500, "ب"), Alias((), 300, "ا")
    first = codes.font.program.glyph_count
    assert [codes.code(one), codes.code(other), codes.code(one)] == [first, first + 1, first]
    assert codes.aliases == (one, other)
    assert codes.width(first + 1) == 300
    assert codes.parts(first) == (Part(glyph, 0, 0),)
    assert codes.parts(glyph) == (Part(glyph, 0, 0),)


def test_a_glyph_without_a_letter_stands_for_what_it_is_first_used_for() -> None:
    codes = _font("en")
    assert codes.claim(900, "fi")
    assert codes.claim(900, "fi")
    assert not codes.claim(900, "f")


def test_a_composite_shows_its_parts_in_their_places() -> None:
    font = _font("en").font
    letter, accent = font.glyph("e"), font.glyph("´")
    aliases = [Alias((Part(letter, 0, 0), Part(accent, 120, -40)), 555, "e´"), Alias((), 42, "x")]
    data = subset(font, frozenset({letter, accent}), aliases).data
    first = font.program.glyph_count
    made = TTFont(io.BytesIO(data), checkChecksums=2)  # raises where a checksum is wrong
    order, glyphs = made.getGlyphOrder(), made.getGlyphSet()
    assert len(order) == first + 2
    assert made["hmtx"][order[first]][0] == 555
    assert made["hmtx"][order[first + 1]] == (42, 0)

    def outline(name: str, x: int = 0, y: int = 0) -> list[tuple[str, list[tuple[float, float]]]]:
        pen = DecomposingRecordingPen(glyphs)
        glyphs[name].draw(pen)
        return [(verb, [(px + x, py + y) for px, py in points]) for verb, points in pen.value]

    assert outline(order[first]) == outline(order[letter]) + outline(order[accent], 120, -40)
    assert outline(order[first + 1]) == []
    table = made["glyf"][order[first]]
    box = (table.xMin, table.yMin, table.xMax, table.yMax)
    table.recalcBounds(made["glyf"])
    assert box == (table.xMin, table.yMin, table.xMax, table.yMax)
    assert made["hmtx"][order[first]][1] == table.xMin


def test_glyphs_that_were_there_are_as_they_were() -> None:
    font = _font("en").font
    used = frozenset(font.glyph(letter) for letter in "Éfij ")
    plain = subset(font, used).data
    grown = with_composites(plain, font.program.glyph_count, [Alias((), 10, "x")])
    before, after = TTFont(io.BytesIO(plain)), TTFont(io.BytesIO(grown))
    for number in used:
        one, other = before.getGlyphOrder()[number], after.getGlyphOrder()[number]
        assert before["glyf"][one] == after["glyf"][other]
        assert before["hmtx"][one] == after["hmtx"][other]


@pytest.mark.parametrize(
    ("text", "lang", "direction"), [(HINDI, "hi", "ltr"), (ARABIC, "ar", "rtl"), ("น้ำใส กำลัง", "th", "ltr")]
)
def test_no_text_of_these_scripts_needs_actual_text(text: str, lang: str, direction: Direction) -> None:
    with pikepdf.open(io.BytesIO(_document(text, lang, direction))) as pdf:
        assert b"ActualText" not in pdf.pages[0].Contents.read_bytes()


@pytest.mark.parametrize(("text", "lang", "direction"), [(HINDI, "hi", "ltr"), (ARABIC, "ar", "rtl")])
def test_the_same_bytes_whatever_came_between(text: str, lang: str, direction: Direction) -> None:
    first = _document(text, lang, direction)
    _document(text[::-1], lang, direction)
    _document(text[5:], lang, direction)
    assert _document(text, lang, direction) == first
