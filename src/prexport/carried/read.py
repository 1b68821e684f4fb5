"""An artefact's bytes -> what it carries. Nothing in the file is believed: it may come from anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from prexport.errors import UnusableInput
from prexport.records import dataclass
from prexport.release.parsing import LARGEST, parse
from prexport.release.pointers import walk_json

_ZIP = b"PK\x03\x04"
_PDF = b"%PDF-"
_PDF_HEAD = 1024  # bytes; readers look for the header in as many (ISO 32000-1, annex H, 3.4.1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What one artefact of `format` (`pdf`, `docx`, `html`) carries of its release.

    `source` is the public source, byte for byte as the exporter embedded it, None when there is none; nobody
    has looked yet whether it is a release. `photos` maps each `src` of the photo list to the file that the
    artefact holds for it: in a PDF and a DOCX the photo that the exporter used, in a page its web rendition.
    `missing` names those of the list and of the source that the artefact doesn't hold as they were exported.
    A `src` is what the author, or an attacker, wrote: it may lead anywhere.
    """

    format: str
    source: bytes | None
    photos: Mapping[str, bytes] = field(default_factory=dict)
    missing: tuple[str, ...] = ()

    @property
    def has_originals(self) -> bool:
        """Whether the photos are those that the exporter used, fit to make the same files again."""
        return self.format != "html"


def format_of(data: bytes) -> str | None:
    """The format of an artefact by its content, never by its name: `pdf`, `docx`, `html`, or None."""
    if _PDF in data[:_PDF_HEAD]:
        return "pdf"
    if data.startswith(_ZIP):
        return "docx"
    head = data[:_PDF_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n\f").lower()
    return "html" if head.startswith((b"<!doctype html", b"<html", b"<!--", b"<head", b"<body")) else None


def carried(data: bytes) -> Carried:
    """Everything that an artefact carries.

    Raises:
        UnusableInput: it is no PDF, DOCX or HTML, it can't be read, or what it carries is out of bounds.
    """
    match format_of(data):
        case "pdf":
            from prexport.carried.pdf import source_and_photos
        case "docx":
            from prexport.carried.docx import source_and_photos
        case "html":
            from prexport.carried.html import source_and_photos
        case _:
            raise UnusableInput(
                "The file is no PDF, no Word document (.docx) and no web page.",
                "Name a file that `prexport export` made.",
            )
    source, digests, held = source_and_photos(data)
    source = _bounded(source)
    photos = {src: held[digest] for src, digest in digests.items() if digest in held}
    named = dict.fromkeys([*digests, *_photos_named(source)])
    return Carried(
        format=format_of(data) or "",
        source=source,
        photos=photos,
        missing=tuple(src for src in named if src not in photos),
    )


def carried_source(data: bytes, format: str) -> bytes | None:
    """The public source that an artefact of `format` carries, None when it has none; less work than `carried`.

    Raises:
        UnusableInput: the artefact can't be read, or what it carries is too large for a release.
    """
    match format:
        case "pdf":
            from prexport.carried.pdf import source_of
        case "docx":
            from prexport.carried.docx import source_of
        case "html":
            from prexport.carried.html import source_of
        case _:
            raise ValueError(f"no artefact has the format {format!r}")
    return _bounded(source_of(data))


def _photos_named(source: bytes | None) -> Iterator[str]:
    """The `src` of every figure in what may be a release."""
    for _, value in walk_json(parse("", source or b"").data):
        if isinstance(value, dict) and value.get("type") == "figure" and isinstance(value.get("src"), str):
            yield str(value["src"])


def _bounded(source: bytes | None) -> bytes | None:
    if source is not None and len(source) > LARGEST:
        raise UnusableInput(
            f"What the file carries as its source is larger than {LARGEST >> 20} MiB.",
            "No release is that large: ask for the file again where you have it from.",
        )
    return source
