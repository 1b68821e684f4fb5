"""What a PDF carries: the public source as an associated file (ISO 32000-2, 14.13), photos as images and files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf

from prexport.carried.held import Found, wanted
from prexport.errors import UnusableInput
from prexport.pdf_file import open_pdf
from prexport.release.carriage import PIECE, SOURCE_NAME, read_photo_list

_MEND = "Ask for the file again where you have it from."


def source_of(data: bytes) -> bytes | None:
    """The public source in a PDF, None when it carries none; raises UnusableInput for a PDF that can't be read."""
    with open_pdf(data) as pdf:
        return _source(pdf)


def source_and_photos(data: bytes) -> Found:
    """The public source, the photo list and the photos; raises UnusableInput for a PDF that can't be read."""
    with open_pdf(data) as pdf:
        listed = _photo_list(pdf)
        return _source(pdf), listed, wanted(listed.values(), _photos(pdf))


def _source(pdf: pikepdf.Pdf) -> bytes | None:
    for file in _files(pdf):
        if str(file.get("/UF", file.get("/F", ""))) == SOURCE_NAME:
            stream = _stream(file)
            if stream is None:
                raise UnusableInput(f"The PDF names a file {SOURCE_NAME} and doesn't hold it.", _MEND)
            try:
                return bytes(stream.read_bytes())
            except pikepdf.PdfError:
                raise UnusableInput(
                    f"The file {SOURCE_NAME} in the PDF is damaged, or would fill the memory.", _MEND
                ) from None
    return None


def _files(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """The file specifications of the document: those associated with it, then those in its tree of names."""
    associated = pdf.Root.get("/AF")
    if isinstance(associated, pikepdf.Array):
        yield from (file for file in associated if isinstance(file, pikepdf.Dictionary))
    try:
        named = [pdf.attachments[name].obj for name in pdf.attachments]
    except (pikepdf.PdfError, ValueError, KeyError, TypeError):
        return  # a tree of names that leads nowhere
    yield from named


def _stream(file: pikepdf.Dictionary) -> pikepdf.Stream | None:
    held = file.get("/EF")
    stream = held.get("/F") if isinstance(held, pikepdf.Dictionary) else None
    return stream if isinstance(stream, pikepdf.Stream) else None


def _photo_list(pdf: pikepdf.Pdf) -> Mapping[str, str]:
    value: Any = pdf.Root
    for key in ("/PieceInfo", f"/{PIECE}", "/Private"):
        value = value.get(key) if isinstance(value, pikepdf.Dictionary) else None
    return read_photo_list(str(value)) if isinstance(value, pikepdf.String) else {}


def _photos(pdf: pikepdf.Pdf) -> Iterator[bytes]:
    """Everything in the PDF that could be the file of a photo: JPEG streams as they are, and embedded files."""
    for each in pdf.objects:
        if isinstance(each, pikepdf.Stream) and _is_jpeg(each):
            yield bytes(each.read_raw_bytes())
    for file in _files(pdf):
        stream = _stream(file)
        if stream is not None:
            try:
                yield bytes(stream.read_bytes())
            except pikepdf.PdfError:
                continue  # what can't be unpacked is no photo; it will be missed if it was one


def _is_jpeg(stream: pikepdf.Stream) -> bool:
    filters = stream.get("/Filter")
    if isinstance(filters, pikepdf.Array) and len(filters) == 1:
        filters = filters[0]
    return bool(filters == pikepdf.Name.DCTDecode)
