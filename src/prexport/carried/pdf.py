"""What a PDF carries: the public source as an associated file (ISO 32000-2, 14.13)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from prexport.errors import UnusableInput
from prexport.pdf_file import open_pdf
from prexport.release.carriage import SOURCE_NAME


def source_of(data: bytes) -> bytes | None:
    """The public source in a PDF, None when it carries none; raises UnusableInput for a PDF that can't be read."""
    with open_pdf(data) as pdf:
        return _source(pdf)


def _source(pdf: pikepdf.Pdf) -> bytes | None:
    for file in _files(pdf):
        if str(file.get("/UF", file.get("/F", ""))) == SOURCE_NAME:
            return _content(file)
    return None


def _files(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """The file specifications of the document: those associated with it, then all others by their names."""
    associated = pdf.Root.get("/AF")
    if isinstance(associated, pikepdf.Array):
        yield from (file for file in associated if isinstance(file, pikepdf.Dictionary))
    try:
        named = [pdf.attachments[name].obj for name in pdf.attachments]
    except (pikepdf.PdfError, ValueError, KeyError, TypeError):
        return  # a tree of names that leads nowhere
    yield from named


def _content(file: Any) -> bytes:
    stream = file.get("/EF", pikepdf.Dictionary()).get("/F")
    if not isinstance(stream, pikepdf.Stream):
        raise UnusableInput(f"The PDF names a file {SOURCE_NAME} and doesn't hold it.", _MEND)
    try:
        return bytes(stream.read_bytes())
    except pikepdf.PdfError:
        raise UnusableInput(
            f"The file {SOURCE_NAME} in the PDF is damaged, or would fill the memory.", _MEND
        ) from None


_MEND = "Ask for the file again where you have it from."
