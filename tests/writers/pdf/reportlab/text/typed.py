"""Paragraphs for the text layer, and one-page files made of nothing else."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2

from outlined import default_brand
from prexport.brand.tokens import FaceRole
from prexport.document.tree import Direction
from prexport.writers.pdf.reportlab.text.breaking import break_lines
from prexport.writers.pdf.reportlab.text.fonts import FontSet, font_set
from prexport.writers.pdf.reportlab.text.lines import Align, Line, Piece, TextStyle
from prexport.writers.pdf.reportlab.text.session import Session
from prexport.writers.pdf.syntax import Name, PdfFile

SIZE = 11.0


@cache
def fonts() -> FontSet:
    return font_set(default_brand())


def piece(text: str, lang: str = "en", *, face: FaceRole = "text", **style: Any) -> Piece:
    rise = style.pop("rise", 0.0)
    style.setdefault("size", SIZE)
    return Piece(text, TextStyle(face=face, leading=16.5, **style), lang, None, rise=rise)


def set_lines(
    pieces: str | Sequence[Piece],
    width: float = 300.0,
    *,
    lang: str = "en",
    align: Align = "start",
    direction: Direction = "ltr",
    hyphenate: bool = False,
    session: Session | None = None,
) -> tuple[Line, ...]:
    told = [piece(pieces, lang)] if isinstance(pieces, str) else pieces
    return break_lines(
        told, [width], align, direction, lang, session or Session(fonts()), hyphenate=hyphenate
    )


def texts(lines: Iterable[Line]) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in lines]


def file_of(lines: Sequence[Line], session: Session) -> bytes:
    """A page with these lines."""
    shown = [b"BT"]
    y = 800.0
    for line in lines:
        for run in line.runs:
            place = (
                f"/{run.font} {run.size:g} Tf 1 0 0 1 {60 + run.x:.3f} {y - line.baseline + run.rise:.3f} Tm"
            )
            shown += (place.encode(), run.operators.encode())
        y -= line.height
    made = session.objects(1)
    file = PdfFile()
    file.adopt(made.objects)
    contents = file.add_stream(b"\n".join([*shown, b"ET"]), {})
    pages = file.reserve()
    page = file.add(
        {
            "Type": Name("Page"),
            "Parent": pages,
            "MediaBox": [0, 0, 595, 842],
            "Contents": contents,
            "Resources": {"Font": made.resources},
        }
    )
    file.put(pages, {"Type": Name("Pages"), "Kids": [page], "Count": 1})
    return file.write("1.7", file.add({"Type": Name("Catalog"), "Pages": pages}), None)


def by_poppler(file: bytes) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.pdf"
        path.write_bytes(file)
        command = ["pdftotext", "-enc", "UTF-8", "-nopgbrk", str(path), "-"]
        return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def by_pdfium(file: bytes) -> str:
    with pypdfium2.PdfDocument(file) as document:
        return str(document[0].get_textpage().get_text_range())
