"""Office packages (ISO/IEC 29500-2) from anywhere: parts and relationships, read within bounds.

Nothing of a package is believed: no entity is expanded, nothing is fetched, and what would fill the memory is
refused before it is unpacked.
"""

from __future__ import annotations

import codecs
import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any

from prexport.errors import UnusableInput
from prexport.records import dataclass

NAMESPACES: Mapping[str, str] = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "dc": "http://purl.org/dc/elements/1.1/",
}
"""The namespaces of Office Open XML by their usual prefixes."""

Element = Any
"""An element of lxml, which ships no types."""

_MOST_MEMBERS = 5_000
_LARGEST = 1 << 30  # bytes of all members, unpacked
_LARGEST_XML = 256 << 20  # bytes
_SUSPECT = 64 << 20  # bytes; what unpacks to more than this must not be blown up ...
_STEEPEST = 100  # ... by more than this factor
_MAIN = "/officeDocument"
_MEND = "Open the file in Word and save it anew as a Word document (.docx)."


class PackageTooLarge(UnusableInput):
    """What is in the file would fill the memory."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to: the last step of the relationship's type, and a part's name or, outside, a URL."""

    kind: str
    target: str
    is_external: bool


class Package:
    """The parts of one package by name, without a slash at the start: `word/document.xml`."""

    def __init__(self, data: bytes) -> None:
        """Look through the members; raises UnusableInput for what is no package, PackageTooLarge for a bomb."""
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
            raise UnusableInput(f"The file is no Office document: {error}.", _MEND) from None
        members = self._archive.infolist()
        if len(members) > _MOST_MEMBERS:
            raise PackageTooLarge(f"The file holds {len(members)} parts; {_MOST_MEMBERS} is the most.", _MEND)
        size = sum(member.file_size for member in members)
        if size > _LARGEST:
            raise PackageTooLarge(
                f"The file would unpack to {size >> 20} MB; {_LARGEST >> 20} is the most.", _MEND
            )
        for member in members:
            if member.file_size > max(_SUSPECT, _STEEPEST * member.compress_size):
                raise PackageTooLarge(f"The part {member.filename} would fill the memory.", _MEND)
        self._members = {member.filename.lstrip("/"): member for member in members}
        self._names = tuple(member.filename for member in members)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all members as the archive has them, those that stand in it twice twice."""
        return self._names

    def __contains__(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._members

    def read(self, name: str) -> bytes:
        """The bytes of a part; raises UnusableInput where they are damaged or missing."""
        member = self._members.get(name)
        if member is None:
            raise UnusableInput(f"The file has no part {name}.", _MEND)
        try:
            return self._archive.read(member)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            ValueError,
            OSError,
            RuntimeError,
            NotImplementedError,
        ):
            raise UnusableInput(f"The part {name} is damaged.", _MEND) from None

    def xml(self, name: str) -> Element:
        """The root element of a part; raises UnusableInput for what is no XML, or has a document type."""
        if name in self._members and self._members[name].file_size > _LARGEST_XML:
            raise PackageTooLarge(f"The part {name} is larger than {_LARGEST_XML >> 20} MB.", _MEND)
        return parsed(self.read(name), name)

    def relationships(self, name: str = "") -> Mapping[str, Relationship]:
        """What a part refers to, by id; without a name, what the package does."""
        folder, file = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if rels not in self:
            return {}
        found = {}
        for each in self.xml(rels).iterchildren("{*}Relationship"):
            target, is_external = each.get("Target", ""), each.get("TargetMode") == "External"
            if not is_external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = each.get("Type", "").rpartition("/")[2]
            found[each.get("Id", "")] = Relationship(kind, target, is_external)
        return found

    def main(self) -> str:
        """The name of the part that the package is about; raises UnusableInput when there is none."""
        for each in self.relationships().values():
            if f"/{each.kind}" == _MAIN and not each.is_external:
                return each.target
        raise UnusableInput("The file is no Word document: nothing tells where its text is.", _MEND)

    def related(self, name: str, kind: str) -> str | None:
        """The name of the part that the part `name` has as its `kind` (`styles`, `numbering`), if there is one."""
        for each in self.relationships(name).values():
            if each.kind == kind and not each.is_external and each.target in self:
                return each.target
        return None


def parsed(data: bytes, name: str) -> Element:
    """The root element of `data`, the part called `name`."""
    from lxml import etree

    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.decode("utf-16", "replace").encode("utf-8")
    # A package has no document types (9.1.4), so nobody needs to find out what their entities would do.
    if b"<!DOCTYPE" in data:
        raise UnusableInput(f"The part {name} declares a document type.", _MEND)
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnusableInput(f"The part {name} is no XML: {error}.", _MEND) from None
    if root is None:
        raise UnusableInput(f"The part {name} is empty.", _MEND)
    return root
