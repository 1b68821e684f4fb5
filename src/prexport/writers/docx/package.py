"""The package (ISO/IEC 29500-2): parts and relationships in a zip file whose bytes depend on nothing else."""

from __future__ import annotations

import io
import zipfile

from docx.opc.constants import CONTENT_TYPE, NAMESPACE, RELATIONSHIP_TYPE
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships

from prexport.writers.docx.markup import element, part

# The first moment that a zip file can tell.
_NO_DATE = (1980, 1, 1, 0, 0, 0)
# Named by their suffix, and stored: what is compressed already gets no smaller.
_PICTURES = {"jpeg": CONTENT_TYPE.JPEG, "png": CONTENT_TYPE.PNG}


class MainPart(Part):
    """A part whose content is known last, since it refers to the relationships that the part gathers."""

    content: bytes = b""

    @property
    def blob(self) -> bytes:
        """The bytes of the part."""
        return self.content


class Package:
    """Parts in the order in which they are written, and the relationships of the package itself."""

    def __init__(self) -> None:
        """Begin an empty package."""
        self.relationships = Relationships(PACKAGE_URI.baseURI)
        self._parts: list[Part] = []

    def add(self, name: str, content_type: str, data: bytes) -> Part:
        """Put in a part; `name` is absolute: `/word/document.xml`. To relate it is up to the caller."""
        added = Part(PackURI(name), content_type, data)
        self._parts.append(added)
        return added

    def add_main(self, name: str, content_type: str) -> MainPart:
        """Put in the part that the package is about."""
        added = MainPart(PackURI(name), content_type)
        self._parts.append(added)
        relate(self.relationships, RELATIONSHIP_TYPE.OFFICE_DOCUMENT, added)
        return added

    def zipped(self) -> bytes:
        """The whole file."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            _put(archive, CONTENT_TYPES_URI, self._content_types())
            _put(archive, PACKAGE_URI.rels_uri, _rels(self.relationships))
            for each in self._parts:
                _put(archive, each.partname, each.blob, stored=each.partname.ext in _PICTURES)
                if each.rels:
                    _put(archive, each.partname.rels_uri, _rels(each.rels))
        return buffer.getvalue()

    def _content_types(self) -> bytes:
        suffixes = {each.partname.ext for each in self._parts}
        defaults = {"rels": CONTENT_TYPE.OPC_RELATIONSHIPS, "xml": CONTENT_TYPE.XML} | {
            suffix: content_type for suffix, content_type in _PICTURES.items() if suffix in suffixes
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
                if each.partname.ext not in _PICTURES
            ),
        )


def relate(source: Relationships, kind: str, target: Part | str) -> str:
    """Relate `target`, a part or a URL, to the owner of `source`; gives the relationship's id.

    python-docx would look through all relationships for one like it; the callers here know when they have one.
    """
    identifier = f"rId{len(source) + 1}"
    source.add_relationship(kind, target, identifier, is_external=isinstance(target, str))
    return identifier


def _rels(relationships: Relationships) -> bytes:
    return part(
        "Relationships",
        {"xmlns": NAMESPACE.OPC_RELATIONSHIPS},
        *(
            element(
                "Relationship",
                {"Id": each.rId, "Type": each.reltype, "Target": each.target_ref}
                | ({"TargetMode": "External"} if each.is_external else {}),
            )
            for each in relationships.values()
        ),
    )


def _put(archive: zipfile.ZipFile, name: str, data: bytes, *, stored: bool = False) -> None:
    entry = zipfile.ZipInfo(name.lstrip("/"), _NO_DATE)
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    entry.create_system = 0
    entry.external_attr = 0x20  # an ordinary file, as MS-DOS marks it
    archive.writestr(entry, data, compresslevel=6)
