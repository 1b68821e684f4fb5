"""The package (ISO/IEC 29500-2): parts and relationships in a zip file whose bytes depend on nothing else."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass, field
from enum import StrEnum

from prexport.writers.docx.markup import element, part

# The first moment that a zip file can tell.
_NO_DATE = (1980, 1, 1, 0, 0, 0)
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


class ContentType(StrEnum):
    """What parts hold (29500-1, 11.3 and 15.2); the value is the media type."""

    DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    STYLES = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
    SETTINGS = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"
    FONT_TABLE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
    NUMBERING = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
    HEADER = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    FOOTER = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
    THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
    CORE_PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"
    EXTENDED_PROPERTIES = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    CUSTOM_XML_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
    XML = "application/xml"
    FONT = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
    JPEG = "image/jpeg"
    PNG = "image/png"


class Relation(StrEnum):
    """How one part relates to another; the value is the type's URI."""

    DOCUMENT = f"{_OFFICE}officeDocument"
    STYLES = f"{_OFFICE}styles"
    SETTINGS = f"{_OFFICE}settings"
    FONT_TABLE = f"{_OFFICE}fontTable"
    FONT = f"{_OFFICE}font"
    NUMBERING = f"{_OFFICE}numbering"
    HEADER = f"{_OFFICE}header"
    FOOTER = f"{_OFFICE}footer"
    THEME = f"{_OFFICE}theme"
    IMAGE = f"{_OFFICE}image"
    HYPERLINK = f"{_OFFICE}hyperlink"
    CUSTOM_XML = f"{_OFFICE}customXml"
    CUSTOM_XML_PROPERTIES = f"{_OFFICE}customXmlProps"
    EXTENDED_PROPERTIES = f"{_OFFICE}extended-properties"
    CORE_PROPERTIES = f"{_RELATIONSHIPS}/metadata/core-properties"


# Parts whose type follows from the suffix of their name. Pictures are stored: they are compressed already.
_SUFFIXES = {"jpeg": ContentType.JPEG, "png": ContentType.PNG, "odttf": ContentType.FONT}
_STORED = frozenset({"jpeg", "png"})


@dataclass(slots=True)
class Relationships:
    """What a part, or the package itself, refers to."""

    folder: str
    _known: list[tuple[Relation, str, bool]] = field(default_factory=list)

    def relate(self, relation: Relation, target: Part | str) -> str:
        """Refer to a part, or to a URL outside; gives the relationship's id."""
        if isinstance(target, Part):
            self._known.append((relation, posixpath.relpath(target.name, self.folder), False))
        else:
            self._known.append((relation, target, True))
        return f"rId{len(self._known)}"

    def __len__(self) -> int:
        """How many there are."""
        return len(self._known)

    def part(self) -> bytes:
        """The part that lists them."""
        return part(
            "Relationships",
            {"xmlns": _RELATIONSHIPS},
            *(
                element(
                    "Relationship",
                    {"Id": f"rId{place}", "Type": relation, "Target": target}
                    | ({"TargetMode": "External"} if is_external else {}),
                )
                for place, (relation, target, is_external) in enumerate(self._known, start=1)
            ),
        )


class Part:
    """A part: its absolute name (`/word/document.xml`), its type, its bytes, what it refers to.

    Of some the bytes are known last, since they name relationships that the part gathers.
    """

    def __init__(self, name: str, content_type: ContentType, data: bytes = b"") -> None:
        """Begin without relationships."""
        self.name = name
        self.content_type = content_type
        self.data = data
        self.relationships = Relationships(posixpath.dirname(name))

    @property
    def suffix(self) -> str:
        """`xml`, `jpeg` ..."""
        return self.name.rpartition(".")[2]


class Package:
    """Parts in the order in which they are written, and the relationships of the package itself."""

    def __init__(self) -> None:
        """Begin an empty package."""
        self.relationships = Relationships("/")
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
            _put(archive, "/[Content_Types].xml", self._content_types())
            _put(archive, "/_rels/.rels", self.relationships.part())
            for each in self._parts:
                _put(archive, each.name, each.data, stored=each.suffix in _STORED)
                if each.relationships:
                    folder, file = posixpath.split(each.name)
                    _put(archive, f"{folder}/_rels/{file}.rels", each.relationships.part())
        return buffer.getvalue()

    def _content_types(self) -> bytes:
        suffixes = {each.suffix for each in self._parts}
        defaults = {"rels": ContentType.RELATIONSHIPS, "xml": ContentType.XML} | {
            suffix: content_type for suffix, content_type in _SUFFIXES.items() if suffix in suffixes
        }
        return part(
            "Types",
            {"xmlns": _CONTENT_TYPES},
            *(
                element("Default", {"Extension": suffix, "ContentType": content_type})
                for suffix, content_type in defaults.items()
            ),
            *(
                element("Override", {"PartName": each.name, "ContentType": each.content_type})
                for each in self._parts
                if each.suffix not in _SUFFIXES
            ),
        )


def _put(archive: zipfile.ZipFile, name: str, data: bytes, *, stored: bool = False) -> None:
    entry = zipfile.ZipInfo(name.lstrip("/"), _NO_DATE)
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    entry.create_system = 0
    entry.external_attr = 0x20  # an ordinary file, as MS-DOS marks it
    archive.writestr(entry, data, compresslevel=6)
