"""The files that a PDF carries (ISO 32000-2, 7.11.4 and 14.13): the public source, and photos beside their pictures.

A JPEG stands in a PDF byte for byte as it came, so it is there once. Other photos are taken apart into samples, from
which nobody gets the file back: they ride along as the source of their Figure.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import field

from prexport.records import dataclass
from prexport.release.carriage import PIECE, SOURCE_NAME, photo_list
from prexport.release.images import SafeImage
from prexport.writers.options import WriteOptions
from prexport.writers.pdf.layout import Layout
from prexport.writers.pdf.structure import Element, Structure
from prexport.writers.pdf.syntax import Carried, Name, PdfFile, Ref, Serialised, Value
from prexport.writers.pdf.xmp import pdf_date

_SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png"}
_END_OF_STREAM = b"\nendstream"


@dataclass(frozen=True, slots=True)
class Attachments:
    """The file specifications of one PDF: those of the document as a whole, and those of its figures.

    `names` is the name tree of all of them. `pieces` is the page-piece dictionary of the catalogue.
    """

    document: list[Value] = field(default_factory=list)
    figures: dict[Element, Ref] = field(default_factory=dict)
    names: list[Value] = field(default_factory=list)
    pieces: dict[str, Value] = field(default_factory=dict)


def attach(
    file: PdfFile, structure: Structure, layout: Layout, issued: str, options: WriteOptions
) -> Attachments:
    """Embed the public source and the photos that the pages don't hold as files; `issued` dates them all."""
    date = pdf_date(issued)
    source = _embed(
        file,
        SOURCE_NAME,
        options.public_source,
        "application/json",
        "The press release as JSON, from which this file was made",
        date,
    )
    named: dict[str, Ref] = {SOURCE_NAME: source}
    by_photo: dict[str, Ref] = {}
    for _, image in options.photos:
        if image.sha256 in by_photo or _is_held(image, layout.objects):
            continue
        name = _free_name(image, named)
        by_photo[image.sha256] = named[name] = _embed(
            file,
            name,
            image.data,
            image.media_type,
            "The photo as a file, from which its picture was made",
            date,
        )
    figures = {
        element: by_photo[element.photo] for element in structure.root.elements() if element.photo in by_photo
    }
    pieces: dict[str, Value] = {}
    if options.photos:
        listed = photo_list({src: image.sha256 for src, image in options.photos}).decode()
        pieces[PIECE] = {"LastModified": date, "Private": listed}  # 14.5
    # Decoration has no element in the tag tree: its files belong to the document.
    shown = set(figures.values())
    loose = [ref for ref in by_photo.values() if ref not in shown]
    return Attachments([source, *loose], figures, _name_tree(named), pieces)


def _is_held(image: SafeImage, objects: Sequence[tuple[Serialised, bool]]) -> bool:
    """Whether one of the streams of the pages is the photo's file."""
    return image.media_type == "image/jpeg" and any(
        data.data == image.data if isinstance(data, Carried) else is_stream and _ends_with(data, image.data)
        for data, is_stream in objects
    )


def _ends_with(stream: bytes, file: bytes) -> bool:
    held = len(file) + len(_END_OF_STREAM)
    return (
        stream.endswith(_END_OF_STREAM) and len(stream) > held and stream.startswith(file, len(stream) - held)
    )


def _free_name(image: SafeImage, taken: Mapping[str, Ref]) -> str:
    """A file name without folders, which programs that save attachments can't make."""
    suffix = _SUFFIXES[image.media_type]
    stem, count = image.name, 1
    while f"{stem}{suffix}" in taken:
        count += 1
        stem = f"{image.name}-{count}"
    return f"{stem}{suffix}"


def _name_tree(named: Mapping[str, Ref]) -> list[Value]:
    """Names and what they stand for, in the order of the bytes that the names are written in (7.9.6)."""
    tree: list[Value] = []
    for name in sorted(named, key=lambda name: (not name.isascii(), name.encode("utf-16-be"))):
        tree += [name, named[name]]
    return tree


def _embed(file: PdfFile, name: str, data: bytes, media_type: str, description: str, date: str) -> Ref:
    """A file specification with the file in it."""
    stream = file.add_stream(
        data,
        {
            "Type": Name("EmbeddedFile"),
            "Subtype": Name(media_type),
            "Params": {
                "Size": len(data),
                "CreationDate": date,
                "ModDate": date,
                "CheckSum": hashlib.md5(data, usedforsecurity=False).digest(),
            },
        },
    )
    return file.add(
        {
            "Type": Name("Filespec"),
            "F": name,
            "UF": name,
            "EF": {"F": stream, "UF": stream},
            "Desc": description,
            "AFRelationship": Name("Source"),
        }
    )
