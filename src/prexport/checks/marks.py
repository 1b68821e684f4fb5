"""What an artefact says of itself in its metadata: title, identity, who made it."""

from __future__ import annotations

import json
from typing import Any

import pikepdf

from prexport.checks.pdf.claims import claims_of
from prexport.errors import UnusableInput
from prexport.opc import NAMESPACES, Package
from prexport.pdf_file import open_pdf
from prexport.records import dataclass

_MAKER = "prexport"
_LINKED_DATA = "application/ld+json"


@dataclass(frozen=True, slots=True)
class Marks:
    """Metadata of an artefact; "" where it says nothing.

    `is_ours` tells that prexport made it, `has_source` that it then carries its source (the PDF profile `ua1-a2a` is
    for archives that refuse attachments). `flavours` are the standards that a PDF claims (`checks.verapdf`).
    """

    title: str = ""
    identity: str = ""
    is_ours: bool = False
    has_source: bool = False
    flavours: tuple[str, ...] = ()


def marks_of(data: bytes, format_: str) -> Marks:
    """The metadata of an artefact of `format_`; raises UnusableInput for what can't be read."""
    match format_:
        case "pdf":
            return _pdf(data)
        case "docx":
            return _docx(data)
        case _:
            return _html(data)


def _pdf(data: bytes) -> Marks:
    try:
        with open_pdf(data) as opened:
            claims = claims_of(opened)
    except pikepdf.PdfError as error:
        raise UnusableInput(f"The PDF can’t be read: {error}.", "Export it again.") from error
    ours = claims.producer.startswith(f"{_MAKER} ")
    return Marks(claims.title, claims.identity, ours, ours and "2a" not in claims.flavours, claims.flavours)


def _docx(data: bytes) -> Marks:
    package = Package(data)
    core, app = (package.related("", kind) for kind in ("core-properties", "extended-properties"))
    properties = None if core is None else package.xml(core)
    title, identity = (
        "" if properties is None else properties.findtext(f"{{{NAMESPACES['dc']}}}{name}") or ""
        for name in ("title", "identifier")
    )
    maker = "" if app is None else package.xml(app).findtext("{*}Application") or ""
    return Marks(title, identity, maker == _MAKER, maker == _MAKER)


def _html(data: bytes) -> Marks:
    from prexport.readers.html.parse import parse

    page = parse(data)
    named = {str(each.get("name", "")).lower(): str(each.get("content", "")) for each in page.iter("meta")}
    linked: Any = None
    for script in page.iter("script"):
        if script.get("type") == _LINKED_DATA:
            try:
                linked = json.loads(script.text or "")
            except (ValueError, RecursionError):
                continue
            break
    identity = linked.get("@id", "") if isinstance(linked, dict) else ""
    ours = named.get("generator") == _MAKER
    return Marks(named.get("dcterms.title", ""), identity if isinstance(identity, str) else "", ours, ours)
