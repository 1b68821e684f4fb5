"""What kind of file something is: by its content, and only where that tells nothing by its name."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

_HEAD = 1024  # bytes; a PDF's header may come as late (ISO 32000-1, annex H, 3.4.1)
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BLANKS = b"\xef\xbb\xbf\xff\xfe \t\r\n\f\x00"
_PAGE = (b"<!doctype html", b"<html", b"<!--", b"<head", b"<body", b"<?xml", b"<p", b"<div", b"<h1", b"<main")


class Kind(StrEnum):
    """What a file is checked as."""

    RELEASE = "release"
    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"


SUFFIXES = {
    ".json": Kind.RELEASE,
    ".pdf": Kind.PDF,
    ".docx": Kind.DOCX,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
}
"""The suffixes of files that are looked for in folders."""


def kind_of(path: Path, head: bytes) -> Kind | None:
    """The kind of the file whose first bytes are `head`, None when it is nothing that can be checked."""
    start = head[:_HEAD].lstrip(_BLANKS).lower()
    if b"%PDF-" in head[:_HEAD]:
        return Kind.PDF
    if head.startswith((_ZIP, _OLE)):
        return Kind.DOCX
    if start.startswith(_PAGE) or start.replace(b"\x00", b"").startswith(_PAGE):
        return Kind.HTML
    named = SUFFIXES.get(path.suffix.lower())
    if start.startswith((b"{", b"[")) and named in (None, Kind.RELEASE):
        return Kind.RELEASE
    return named


def head_of(path: Path) -> bytes:
    """The first bytes of a file; raises OSError."""
    with path.open("rb") as file:
        return file.read(_HEAD)
