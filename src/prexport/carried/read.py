"""An artefact's bytes -> what it carries. Nothing in the file is believed: it may come from anywhere."""

from __future__ import annotations

from prexport.errors import UnusableInput
from prexport.release.parsing import LARGEST

_ZIP = b"PK\x03\x04"
_PDF = b"%PDF-"
_PDF_HEAD = 1024  # bytes; readers look for the header in as many (ISO 32000-1, annex H, 3.4.1)


def format_of(data: bytes) -> str | None:
    """The format of an artefact by its content, never by its name: `pdf`, `docx`, `html`, or None."""
    if _PDF in data[:_PDF_HEAD]:
        return "pdf"
    if data.startswith(_ZIP):
        return "docx"
    head = data[:_PDF_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n\f").lower()
    return "html" if head.startswith((b"<!doctype html", b"<html", b"<!--", b"<head", b"<body")) else None


def carried_source(data: bytes, format: str) -> bytes | None:
    """The public source that an artefact of `format` (`pdf`, `docx`, `html`) carries, None when it has none.

    The bytes are those that the exporter embedded; nobody has looked yet whether they are a release.

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
    source = source_of(data)
    if source is not None and len(source) > LARGEST:
        raise UnusableInput(
            f"What the file carries as its source is larger than {LARGEST >> 20} MiB.",
            "No release is that large: ask for the file again where you have it from.",
        )
    return source
