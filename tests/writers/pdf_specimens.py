"""The smallest PDFs with text: square glyphs, one code a character, to see what programs make of places alone."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name

_SIZE = 20
_ADVANCE = 500  # of every character but marks, in thousandths of the size
_MARKS = "\u200e\u200f"
_MAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Codes def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange {count} beginbfchar {lines} endbfchar endcmap end end"""


@dataclass(frozen=True, slots=True)
class Line:
    """Characters as they stand from left to right, and where the first of them stands, in pt."""

    text: str
    x: float = 50
    y: float = 700


def specimen(lines: Iterable[Line], *, reads_from_right: bool = False) -> bytes:
    """A PDF of one A4 page with `lines`."""
    lines = list(lines)
    characters = sorted({character for line in lines for character in line.text})
    codes = {character: number for number, character in enumerate(characters, 1)}
    widths = [0 if character in _MARKS else _ADVANCE for character in characters]
    mapped = " ".join(f"<{code:02x}> <{c.encode('utf-16-be').hex()}>" for c, code in codes.items())
    file = pikepdf.new()
    square = file.make_stream(f"{_ADVANCE} 0 0 0 400 700 d1 0 0 400 700 re f".encode())
    blank = file.make_stream(b"0 0 0 0 0 0 d1")
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=[0, -200, 1000, 800],
        FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        FirstChar=1,
        LastChar=len(characters),
        Widths=widths,
        Encoding=Dictionary(Differences=Array([1, *(Name(f"/g{code}") for code in codes.values())])),
        CharProcs=Dictionary({f"/g{code}": blank if c in _MARKS else square for c, code in codes.items()}),
        ToUnicode=file.make_stream(_MAP.format(count=len(codes), lines=mapped).encode()),
        Resources=Dictionary(),
    )
    page = file.add_blank_page(page_size=(595, 842))
    page.Resources = Dictionary(Font=Dictionary(F=font))
    shown = " ".join(
        f"1 0 0 1 {line.x} {line.y} Tm <{''.join(f'{codes[c]:02x}' for c in line.text)}> Tj" for line in lines
    )
    page.Contents = file.make_stream(f"BT /F {_SIZE} Tf {shown} ET".encode())
    if reads_from_right:
        file.Root.ViewerPreferences = Dictionary(Direction=Name.R2L)
    written = io.BytesIO()
    file.save(written)
    return written.getvalue()
