"""Which standards a PDF says that it keeps to: its XMP, and what of it veraPDF can judge."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pikepdf

from prexport.records import dataclass

_PDFA = "http://www.aiim.org/pdfa/ns/id/"
_PDFUA = "http://www.aiim.org/pdfua/ns/id/"
_PDFD = "http://pdfa.org/declarations/"
_DC = "http://purl.org/dc/elements/1.1/"
_XMP = "http://ns.adobe.com/xap/1.0/"
_ADOBE_PDF = "http://ns.adobe.com/pdf/1.3/"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

# Names of `checks.verapdf.FLAVOURS`.
_FLAVOURS = {"1a", "1b", "2a", "2b", "2u", "3a", "3b", "3u", "4", "4e", "4f"}
_WTPDF = {
    "http://pdfa.org/declarations/wtpdf#accessibility1.0": "wt1a",
    "http://pdfa.org/declarations/wtpdf#reuse1.0": "wt1r",
}


@dataclass(frozen=True, slots=True)
class Claims:
    """What the metadata says; "" where it says nothing.

    `flavours` are the claims that veraPDF has a profile for, `unknown` the claims that no standard answers to.
    `has_metadata` tells whether there is an XMP packet that can be read at all.
    """

    has_metadata: bool = False
    flavours: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    title: str = ""
    identity: str = ""
    producer: str = ""

    @property
    def claims_accessibility(self) -> bool:
        """Whether the file says that it is PDF/UA."""
        return any(flavour.startswith("ua") for flavour in self.flavours)


def claims_of(pdf: pikepdf.Pdf) -> Claims:
    """Read the claims of an open PDF."""
    from lxml import etree

    stream = pdf.Root.get("/Metadata")
    if not isinstance(stream, pikepdf.Stream):
        return Claims()
    try:
        # An unpacked packet of more than this is none; lxml expands no entities here.
        data = stream.read_bytes()
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        root = etree.fromstring(data[: 4 << 20].strip(b"\x00 \r\n\t"), parser)
    except (pikepdf.PdfError, etree.XMLSyntaxError, ValueError):
        return Claims()
    flavours: list[str] = []
    unknown: list[str] = []
    if part := _value(root, _PDFA, "part"):
        _sort(f"{part}{_value(root, _PDFA, 'conformance')}".lower(), "PDF/A-", _FLAVOURS, flavours, unknown)
    if part := _value(root, _PDFUA, "part"):
        _sort(f"ua{part}", "PDF/", {"ua1", "ua2"}, flavours, unknown)
    declared = (str(each.text or "").strip() for each in root.iter(f"{{{_PDFD}}}conformsTo"))
    flavours += dict.fromkeys(_WTPDF[uri] for uri in declared if uri in _WTPDF)
    return Claims(
        has_metadata=True,
        flavours=tuple(flavours),
        unknown=tuple(unknown),
        title=_value(root, _DC, "title"),
        identity=_value(root, _DC, "identifier"),
        producer=_value(root, _ADOBE_PDF, "Producer") or _value(root, _XMP, "CreatorTool"),
    )


def _sort(name: str, before: str, known: Iterable[str], flavours: list[str], unknown: list[str]) -> None:
    if name in known:
        flavours.append(name)
    else:
        unknown.append(f"{before}{name.upper()}")


def _value(root: Any, namespace: str, name: str) -> str:
    """A property, be it an element or an attribute; of an array the first member."""
    key = f"{{{namespace}}}{name}"
    for element in root.iter(key):
        words = "".join(element.itertext()).strip()
        item = next(element.iter(f"{{{_RDF}}}li"), None)
        return words if item is None else "".join(item.itertext()).strip()
    for description in root.iter(f"{{{_RDF}}}Description"):
        if key in description.attrib:
            return str(description.attrib[key]).strip()
    return ""
