"""What the file says of itself: core and application properties, and the release that it carries."""

from __future__ import annotations

import hashlib
import re
import uuid
from datetime import UTC, datetime

from prexport.document.tree import Document
from prexport.release.carriage import PHOTOS_NAMESPACE, SOURCE_NAMESPACE
from prexport.release.dates import parse_date
from prexport.writers.docx.markup import Xml, characters, element, part
from prexport.writers.docx.package import ContentType, Package, Part, Relation
from prexport.writers.docx.scripts import word_lang

_LONGEST = 255  # characters; Word's limit of a core property
_APPLICATION = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
# Characters that JSON may hold as they are and XML may not; the escaped form means the same.
_NOT_IN_XML = re.compile("[\x7f-\x9f\ufffe\uffff]")


def put_properties(package: Package, document: Document) -> None:
    """Add core and application properties to the package."""
    core = package.add("/docProps/core.xml", ContentType.CORE_PROPERTIES, _core(document))
    package.relationships.relate(Relation.CORE_PROPERTIES, core)
    app = package.add("/docProps/app.xml", ContentType.EXTENDED_PROPERTIES, _app(document))
    package.relationships.relate(Relation.EXTENDED_PROPERTIES, app)


def put_source(package: Package, main: Part, source: bytes) -> None:
    """Add the public source as a custom XML part, which Word keeps when the document is edited."""
    _put_json(package, main, 1, SOURCE_NAMESPACE, "source", source)


def put_photo_list(package: Package, main: Part, listed: bytes) -> None:
    """Add the photo list as another one: the names of the media parts are numbers."""
    _put_json(package, main, 2, PHOTOS_NAMESPACE, "photos", listed)


def _put_json(package: Package, main: Part, number: int, namespace: str, name: str, json: bytes) -> None:
    """Add a custom XML part (15.2.4): one element whose text is JSON."""
    words = _NOT_IN_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", json.decode("utf-8"))
    data = part(name, {"xmlns": namespace, "mediaType": "application/json"}, characters(words))
    item = package.add(f"/customXml/item{number}.xml", ContentType.XML, data)
    main.relationships.relate(Relation.CUSTOM_XML, item)
    identifier = str(uuid.uuid5(uuid.NAMESPACE_OID, hashlib.sha256(json).hexdigest())).upper()
    described = part(
        "ds:datastoreItem",
        {"xmlns:ds": _CUSTOM_XML, "ds:itemID": f"{{{identifier}}}"},
        element("ds:schemaRefs", None, element("ds:schemaRef", {"ds:uri": namespace})),
    )
    properties = package.add(
        f"/customXml/itemProps{number}.xml", ContentType.CUSTOM_XML_PROPERTIES, described
    )
    item.relationships.relate(Relation.CUSTOM_XML_PROPERTIES, properties)


def _core(document: Document) -> bytes:
    metadata = document.metadata
    moment = _moment(metadata.issued)
    told = {
        "dc:title": metadata.title,
        "dc:subject": metadata.kind_label,
        "dc:creator": metadata.publisher_names,
        "cp:keywords": ", ".join(metadata.keywords),
        "dc:description": metadata.description,
        "cp:lastModifiedBy": metadata.publisher_names,
        "cp:revision": "1",
        "dcterms:created": moment,
        "dcterms:modified": moment,
        "cp:category": metadata.kind_label,
        "dc:identifier": metadata.identity,
        "dc:language": word_lang(document.lang),
    }
    return part(
        "cp:coreProperties",
        {
            "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:dcterms": "http://purl.org/dc/terms/",
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        },
        *(_property(name, value) for name, value in told.items() if value),
    )


def _property(name: str, value: str) -> Xml:
    dated = {"xsi:type": "dcterms:W3CDTF"} if name.startswith("dcterms:") else None
    return element(name, dated, characters(_shortened(value)))


def _app(document: Document) -> bytes:
    company = characters(_shortened(document.metadata.publisher_names))
    return part(
        "Properties",
        {"xmlns": _APPLICATION},
        element("Application", None, Xml("prexport")),
        element("DocSecurity", None, Xml("0")),
        element("Company", None, company),
    )


def _moment(issued: str) -> str:
    """The day or moment of issue in UTC (W3CDTF); what the author left open is the first day, midnight."""
    date = parse_date(issued)
    moment = (
        date.moment.astimezone(UTC)
        if date.moment is not None
        else datetime(date.year, date.month or 1, date.day or 1, tzinfo=UTC)
    )
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}".rjust(20, "0")


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
