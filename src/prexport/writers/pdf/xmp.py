"""XMP metadata (ISO 16684-1) of a PDF, and the dates that the rest of the file shares with it.

Everything comes from the release, nothing from the clock: the same release gives the same packet.
"""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Iterable

import prexport
from prexport.document.tree import Document, Metadata
from prexport.errors import InternalError
from prexport.writers.pdf.profile import Profile

PRODUCER = f"prexport {prexport.__version__}"

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfd": "http://pdfa.org/declarations/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}

# PDF/A-2 and -3 (6.6.2.3.2) want every property described that is not in their own list; pdfuaid is not.
_PDFUAID_SCHEMA = """\
<rdf:Description rdf:about="">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def xmp_packet(document: Document, profile: Profile, source: bytes) -> bytes:
    """The packet, UTF-8. `source` is the public source: with the profile it makes the instance's identity."""
    metadata = document.metadata
    properties = [
        _identification(profile),
        _dublin_core(metadata, document.lang),
        _xmp(metadata, profile, source),
        _rights(metadata, document.lang),
    ]
    if profile.declarations:
        properties.append(_declarations(profile.declarations))
    namespaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    description = f'<rdf:Description rdf:about="">\n{"".join(properties)}</rdf:Description>\n'
    schemas = _PDFUAID_SCHEMA if profile.extension_schemas else ""
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" {namespaces}>\n'
        f"{description}{schemas}</rdf:RDF>\n</x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    )
    return packet.encode()


def pdf_date(moment: str) -> str:
    """An ISO 8601 year, month, date or date-time as a PDF date (ISO 32000-2, 7.9.4)."""
    match = _MOMENT.fullmatch(moment)
    if match is None:
        raise InternalError(f"the date {moment!r} is not one that compose lets through")
    digits = "".join(match[name] or "" for name in ("year", "month", "day", "hour", "minute", "second"))
    if match["hour"] and not match["second"]:
        digits += "00"
    zone = match["zone"] or ""
    return f"D:{digits}" + (f"{zone[:3]}'{zone[4:6]}'" if len(zone) > 1 else "Z" if zone else "")


_MOMENT = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:\d\d)?)?)?)?"
)


def _identification(profile: Profile) -> str:
    parts = [
        _simple("pdfaid:part", str(profile.pdfa_part)),
        _simple("pdfaid:conformance", profile.pdfa_conformance),
        _simple("pdfaid:rev", profile.pdfa_revision),
        _simple("pdfuaid:part", str(profile.pdfua_part)),
        _simple("pdfuaid:rev", profile.pdfua_revision),
    ]
    return "".join(parts)


def _dublin_core(metadata: Metadata, lang: str) -> str:
    return "".join(
        (
            _simple("dc:format", "application/pdf"),
            _simple("dc:identifier", metadata.identity),
            _alternatives("dc:title", metadata.title, lang),
            _alternatives("dc:description", metadata.description, lang),
            _many("dc:creator", "Seq", (publisher.name for publisher in metadata.publishers)),
            _many("dc:publisher", "Bag", (publisher.name for publisher in metadata.publishers)),
            _many("dc:language", "Bag", (lang,)),
            _many("dc:date", "Seq", (metadata.issued,)),
            _many("dc:subject", "Bag", metadata.keywords),
            _many("dc:type", "Bag", (metadata.kind_label,)),
            _simple("dc:source", metadata.url),
            _alternatives("dc:rights", metadata.rights, lang),
        )
    )


def _xmp(metadata: Metadata, profile: Profile, source: bytes) -> str:
    document_id = uuid.uuid5(uuid.NAMESPACE_URL, metadata.identity)
    instance = f"{hashlib.sha256(source).hexdigest()} {profile.name}"
    return "".join(
        (
            _simple("xmp:CreateDate", metadata.issued),
            _simple("xmp:ModifyDate", metadata.issued),
            _simple("xmp:MetadataDate", metadata.issued),
            _simple("xmp:CreatorTool", PRODUCER),
            _simple("xmpMM:DocumentID", f"uuid:{document_id}"),
            _simple("xmpMM:InstanceID", f"uuid:{uuid.uuid5(document_id, instance)}"),
            _simple("xmpMM:RenditionClass", "default"),
            _simple("pdf:Producer", PRODUCER),
            _simple("pdf:Keywords", ", ".join(metadata.keywords)),
        )
    )


def _rights(metadata: Metadata, lang: str) -> str:
    if not metadata.rights and not metadata.licence:
        return ""
    address = metadata.licence if metadata.licence.startswith("https://") else ""
    terms = "" if address else metadata.licence
    return "".join(
        (
            _simple("xmpRights:Marked", "True"),
            _simple("xmpRights:WebStatement", address),
            _alternatives("xmpRights:UsageTerms", terms, lang),
        )
    )


def _declarations(uris: Iterable[str]) -> str:
    items = "".join(
        f'<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>{_escaped(uri)}</pdfd:conformsTo></rdf:li>\n'
        for uri in uris
    )
    return f"<pdfd:declarations><rdf:Bag>\n{items}</rdf:Bag></pdfd:declarations>\n"


def _simple(name: str, value: str) -> str:
    return f"<{name}>{_escaped(value)}</{name}>\n" if value else ""


def _alternatives(name: str, value: str, lang: str) -> str:
    if not value:
        return ""
    texts = "".join(f'<rdf:li xml:lang="{tag}">{_escaped(value)}</rdf:li>' for tag in ("x-default", lang))
    return f"<{name}><rdf:Alt>{texts}</rdf:Alt></{name}>\n"


def _many(name: str, container: str, values: Iterable[str]) -> str:
    items = "".join(f"<rdf:li>{_escaped(value)}</rdf:li>" for value in values if value)
    return f"<{name}><rdf:{container}>{items}</rdf:{container}></{name}>\n" if items else ""


def _escaped(text: str) -> str:
    """Character data (XML 1.0, 2.4). The standard library's own function loads a web client with it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
