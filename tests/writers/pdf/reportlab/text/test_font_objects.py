"""Font objects: embedded subsets whose glyph numbers, widths and texts are exact, and the same at every run."""

from __future__ import annotations

import io
import re
import zlib
from functools import cache
from itertools import pairwise

import pikepdf
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from prexport.brand.tokens import FontFace
from prexport.writers.pdf.reportlab.text.cff import is_keyed_by_cid
from prexport.writers.pdf.reportlab.text.font import Font
from prexport.writers.pdf.reportlab.text.session import Session
from prexport.writers.pdf.reportlab.text.shaping import Manner, shape
from prexport.writers.pdf.reportlab.text.subset import subset
from writers.pdf.reportlab.text.typed import file_of, fonts, piece, set_lines

LATIN = "The official office opens: 12 waffles."
HAN = "東京都は本日「データ」を発表した。一二三"


def _document(*told: tuple[str, str]) -> bytes:
    session = Session(fonts())
    return file_of(set_lines([piece(text, lang) for text, lang in told], session=session), session)


@cache
def _opened(file: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(file))


def _font(file: bytes, name: str) -> pikepdf.Object:
    fonts_of_page = _opened(file).pages[0].Resources.Font.values()
    (font,) = [font for font in fonts_of_page if name in str(font.BaseFont)]
    return font


def _texts(font: pikepdf.Object) -> dict[int, str]:
    rows = re.findall(rb"<(\w{4})> <(\w*)>", font.ToUnicode.read_bytes().split(b"endcodespacerange")[1])
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in rows}


def _widths(descendant: pikepdf.Object) -> dict[int, int]:
    widths: dict[int, int] = {}
    values = list(descendant.W)
    for start, row in zip(values[::2], values[1::2], strict=True):
        widths.update({int(start) + at: int(width) for at, width in enumerate(row)})
    return widths


def test_the_same_words_give_the_same_bytes_whatever_came_between() -> None:
    first = _document((LATIN, "en"), (HAN, "ja"))
    other = _document(("Zzyzx: other ffi ligatures", "en"), ("國語日報", "zh-HK"), ("गाँव", "hi"))
    assert _document((LATIN, "en"), (HAN, "ja")) == first
    assert other != first


def test_subsets_of_different_glyphs_have_different_names() -> None:
    names = {str(_font(_document((text, "ja")), "NotoSansCJK").BaseFont) for text in ("東京都", "大阪府")}
    assert len(names) == 2
    assert all(re.fullmatch(r"/[A-Z]{6}\+NotoSansCJKJP-Regular", name) for name in names)


def test_a_ligature_says_its_letters() -> None:
    texts = _texts(_font(_document(("official fig", "en")), "IBMPlexSans-Regular"))
    assert {"fi", "a", "g", " "} <= set(texts.values())


def test_no_glyph_says_what_pdf_a_forbids() -> None:
    font = _font(_document((LATIN, "en"), ("नमस्ते क्षेत्र", "hi")), "IBMPlexSans-Regular")
    for text in _texts(font).values():
        assert text
        assert not set(text) & {"\x00", "\ufeff", "\ufffe"}


def test_widths_are_those_of_the_embedded_truetype_font() -> None:
    descendant = _font(_document((LATIN, "en")), "IBMPlexSans-Regular").DescendantFonts[0]
    assert descendant.CIDToGIDMap == "/Identity"
    embedded = TTFont(io.BytesIO(descendant.FontDescriptor.FontFile2.read_bytes()))
    order = embedded.getGlyphOrder()
    widths = _widths(descendant)
    assert len(widths) > 90
    for glyph, width in widths.items():
        assert embedded["hmtx"][order[glyph]][0] * 1000 / embedded["head"].unitsPerEm == pytest.approx(
            width, abs=1
        )


def test_a_han_font_keeps_its_glyph_numbers_as_identifiers() -> None:
    font = _font(_document((HAN, "ja")), "NotoSansCJKJP-Regular")
    program = font.DescendantFonts[0].FontDescriptor.FontFile3
    assert program.Subtype == "/CIDFontType0C"
    opened = CFFFontSet()
    opened.decompile(io.BytesIO(program.read_bytes()), None)
    top = opened[0]
    identifiers = [int(name[3:]) for name in top.charset[1:]]
    texts = _texts(font)
    assert set(texts) <= set(identifiers)
    assert set(HAN) <= set(texts.values())
    assert top.CIDCount == max(identifiers) + 1
    for name in top.charset:  # every outline and its private dictionary are where the offsets say
        top.CharStrings[name].decompile()
    assert len(program.read_bytes()) < 20_000


def _named_font(tmp_path_factory: pytest.TempPathFactory) -> Font:
    """A small OpenType font whose CFF outlines have names and no identifiers."""
    builder = FontBuilder(1000, isTTF=False)
    names = [".notdef", "space", "A", "B"]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({32: "space", 65: "A", 66: "B"})
    outlines = {}
    for number, name in enumerate(names):
        pen = T2CharStringPen(500, None)
        if name != "space":
            pen.moveTo((0, 0))
            pen.lineTo((100 * number, 700))
            pen.lineTo((200, 0))
            pen.closePath()
        outlines[name] = pen.getCharString()
    builder.setupCFF("Small", {}, outlines, {})
    builder.setupHorizontalMetrics({name: (500, 0) for name in names})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2()
    builder.setupNameTable({"familyName": "Small", "styleName": "Regular"})
    builder.setupPost()
    path = tmp_path_factory.mktemp("font") / "small.otf"
    builder.save(path)
    return Font(FontFace("Small", 400, "normal", path))


def test_a_font_without_identifiers_keeps_its_glyph_numbers(tmp_path_factory: pytest.TempPathFactory) -> None:
    font = _named_font(tmp_path_factory)
    segment = shape(font, "B", Manner("en", {}))
    assert segment.glyphs == {3}
    program = subset(font, segment.glyphs)
    assert program.compact
    assert not is_keyed_by_cid(program.data)
    opened = CFFFontSet()
    opened.decompile(io.BytesIO(program.data), None)
    assert len(opened[0].charset) == 4


def test_streams_are_compressed_and_whole() -> None:
    session = Session(fonts())
    set_lines(LATIN, session=session)
    made = session.objects(7)
    assert made.resources["F1"].number == 7
    assert [stream for _, stream in made.objects] == [False, False, False, True, True]
    for data, stream in made.objects:
        if stream:
            head, body = data.split(b"\nstream\n", 1)
            length = int(re.search(rb"/Length (\d+)", head)[1])  # type: ignore[index]
            assert zlib.decompress(body[:length])
            assert body[length:] == b"\nendstream"


def test_common_letters_travel_together() -> None:
    one, other = (_font(_document((text, "en")), "IBMPlexSans-Regular") for text in ("one", "two"))
    assert str(one.BaseFont) == str(other.BaseFont)


def test_identifiers_are_ascending() -> None:
    font = _font(_document((HAN, "ja")), "NotoSansCJKJP-Regular")
    opened = CFFFontSet()
    opened.decompile(io.BytesIO(font.DescendantFonts[0].FontDescriptor.FontFile3.read_bytes()), None)
    identifiers = [int(name[3:]) for name in opened[0].charset[1:]]
    assert all(low < high for low, high in pairwise(identifiers))
