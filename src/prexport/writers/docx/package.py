"""The package (ISO/IEC 29500-2): parts and relationships in a zip file whose bytes depend on nothing else.

Parts, their names and their relationships are python-docx's; the zip file is ours, since python-docx dates it by
the clock and packs photos that are packed already.
"""

from __future__ import annotations

import io
import zipfile
from enum import StrEnum

from docx.opc.constants import CONTENT_TYPE, NAMESPACE, RELATIONSHIP_TYPE
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part as OpcPart
from docx.opc.rel import Relationships as OpcRelationships

from prexport.writers.docx.markup import element, part

# The first moment that a zip file can tell.
_NO_DATE = (1980, 1, 1, 0, 0, 0)


class ContentType(StrEnum):
    """What parts hold (29500-1, 11.3 and 15.2); the value is the media type."""

    DOCUMENT = CONTENT_TYPE.WML_DOCUMENT_MAIN
    STYLES = CONTENT_TYPE.WML_STYLES
    SETTINGS = CONTENT_TYPE.WML_SETTINGS
    FONT_TABLE = CONTENT_TYPE.WML_FONT_TABLE
    NUMBERING = CONTENT_TYPE.WML_NUMBERING
    HEADER = CONTENT_TYPE.WML_HEADER
    FOOTER = CONTENT_TYPE.WML_FOOTER
    THEME = CONTENT_TYPE.OFC_THEME
    CORE_PROPERTIES = CONTENT_TYPE.OPC_CORE_PROPERTIES
    EXTENDED_PROPERTIES = CONTENT_TYPE.OFC_EXTENDED_PROPERTIES
    CUSTOM_XML_PROPERTIES = CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES
    RELATIONSHIPS = CONTENT_TYPE.OPC_RELATIONSHIPS
    XML = CONTENT_TYPE.XML
    FONT = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
    JPEG = CONTENT_TYPE.JPEG
    PNG = CONTENT_TYPE.PNG


class Relation(StrEnum):
    """How one part relates to another; the value is the type's URI."""

    DOCUMENT = RELATIONSHIP_TYPE.OFFICE_DOCUMENT
    STYLES = RELATIONSHIP_TYPE.STYLES
    SETTINGS = RELATIONSHIP_TYPE.SETTINGS
    FONT_TABLE = RELATIONSHIP_TYPE.FONT_TABLE
    FONT = RELATIONSHIP_TYPE.FONT
    NUMBERING = RELATIONSHIP_TYPE.NUMBERING
    HEADER = RELATIONSHIP_TYPE.HEADER
    FOOTER = RELATIONSHIP_TYPE.FOOTER
    THEME = RELATIONSHIP_TYPE.THEME
    IMAGE = RELATIONSHIP_TYPE.IMAGE
    HYPERLINK = RELATIONSHIP_TYPE.HYPERLINK
    CUSTOM_XML = RELATIONSHIP_TYPE.CUSTOM_XML
    CUSTOM_XML_PROPERTIES = RELATIONSHIP_TYPE.CUSTOM_XML_PROPS
    EXTENDED_PROPERTIES = RELATIONSHIP_TYPE.EXTENDED_PROPERTIES
    CORE_PROPERTIES = RELATIONSHIP_TYPE.CORE_PROPERTIES


# Parts whose type follows from the suffix of their name. Pictures are stored: they are compressed already.
_SUFFIXES = {"jpeg": ContentType.JPEG, "png": ContentType.PNG, "odttf": ContentType.FONT}
_STORED = frozenset({"jpeg", "png"})


class Relationships(OpcRelationships):
    """What a part, or the package itself, refers to."""

    def relate(self, relation: Relation, target: Part | str) -> str:
        """Refer to a part, or to a URL outside; gives the relationship's id.

        python-docx would look through all of them for one like it; the callers here know when they have one.
        """
        identifier = f"rId{len(self) + 1}"
        self.add_relationship(relation, target, identifier, is_external=isinstance(target, str))
        return identifier

    def part(self) -> bytes:
        """The part that lists them."""
        return part(
            "Relationships",
            {"xmlns": NAMESPACE.OPC_RELATIONSHIPS},
            *(
                element(
                    "Relationship",
                    {"Id": each.rId, "Type": each.reltype, "Target": each.target_ref}
                    | ({"TargetMode": "External"} if each.is_external else {}),
                )
                for each in self.values()
            ),
        )


class Part(OpcPart):
    """A part: its absolute name (`/word/document.xml`), its type, its bytes, what it refers to.

    Of some the bytes are known last, since they name relationships that the part gathers.
    """

    def __init__(self, name: str, content_type: ContentType, data: bytes = b"") -> None:
        """Begin without relationships."""
        super().__init__(PackURI(name), content_type)
        self.data = data
        self.relationships = Relationships(self.partname.baseURI)

    @property
    def blob(self) -> bytes:
        """The bytes of the part."""
        return self.data


class Package:
    """Parts in the order in which they are written, and the relationships of the package itself."""

    def __init__(self) -> None:
        """Begin an empty package."""
        self.relationships = Relationships(PACKAGE_URI.baseURI)
        self._parts: list[Part] = []

    def add(self, name: str, content_type: ContentType, data: bytes = b"") -> Part:
        """Put in a part; to relate it is up to the caller."""
        added = Part(name, content_type, data)
        self._parts.append(added)
        return added

    def zipped(self) -> bytes:
        """The whole file."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            _put(archive, CONTENT_TYPES_URI, self._content_types())
            _put(archive, PACKAGE_URI.rels_uri, self.relationships.part())
            for each in self._parts:
                _put(archive, each.partname, each.blob, stored=each.partname.ext in _STORED)
                if each.relationships:
                    _put(archive, each.partname.rels_uri, each.relationships.part())
        return buffer.getvalue()

    def _content_types(self) -> bytes:
        suffixes = {each.partname.ext for each in self._parts}
        defaults = {"rels": ContentType.RELATIONSHIPS, "xml": ContentType.XML} | {
            suffix: content_type for suffix, content_type in _SUFFIXES.items() if suffix in suffixes
        }
        return part(
            "Types",
            {"xmlns": NAMESPACE.OPC_CONTENT_TYPES},
            *(
                element("Default", {"Extension": suffix, "ContentType": content_type})
                for suffix, content_type in defaults.items()
            ),
            *(
                element("Override", {"PartName": each.partname, "ContentType": each.content_type})
                for each in self._parts
                if each.partname.ext not in _SUFFIXES
            ),
        )


def _put(archive: zipfile.ZipFile, name: str, data: bytes, *, stored: bool = False) -> None:
    entry = zipfile.ZipInfo(name.lstrip("/"), _NO_DATE)
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    entry.create_system = 0
    entry.external_attr = 0x20  # an ordinary file, as MS-DOS marks it
    archive.writestr(entry, data, compresslevel=6)
