"""Fonts that travel in the document: whole faces, obfuscated as ISO/IEC 29500-4, 9.1 wants it (ECMA-376, 17.8.1)."""

from __future__ import annotations

import uuid
from hashlib import sha256

from prexport.brand.fonts import is_static, read_font
from prexport.brand.tokens import BOLD, Family, FontFace
from prexport.errors import UnusableBrand
from prexport.writers.docx.markup import Xml, element
from prexport.writers.docx.package import ContentType, Package, Part, Relation

_SLOTS = {
    (False, "normal"): "embedRegular",
    (True, "normal"): "embedBold",
    (False, "italic"): "embedItalic",
    (True, "italic"): "embedBoldItalic",
}
"""The elements of a font by weight and style, in the order of the schema."""

_SCRAMBLED = 32  # bytes at the beginning of the file
_RESTRICTED, _BITMAP_ONLY = 0x0002, 0x0200  # OpenType, OS/2: fsType


class EmbeddedFonts:
    """The faces of one document's families, each in a part of its own."""

    def __init__(self, package: Package, font_table: Part) -> None:
        """Put the faces into `package`, related to `font_table`."""
        self._package = package
        self._font_table = font_table
        self._faces = 0

    def family(self, family: Family) -> tuple[Xml, ...]:
        """The elements that stand in the family's `w:font`.

        Word embeds outlines of TrueType alone; a family in another kind of file, or one that doesn't travel with
        the brand, is left to the machine that opens the document. Raises UnusableBrand for a font whose maker
        forbids it.
        """
        faces = {
            (face.weight >= BOLD, face.style): face
            for face in family.faces
            if is_static(face) and face.path.suffix.lower() == ".ttf"
        }
        return tuple(self._embedded(slot, faces[key]) for key, slot in _SLOTS.items() if key in faces)

    def _embedded(self, slot: str, face: FontFace) -> Xml:
        font = read_font(face.path)
        if not may_be_embedded(font):
            raise UnusableBrand(
                f"The font {face.path.name} may not be embedded, says the font itself.",
                "Export without --embed-fonts, or use a font whose licence allows it.",
            )
        self._faces += 1
        key = uuid.uuid5(uuid.NAMESPACE_OID, sha256(font).hexdigest())
        name = f"/word/fonts/font{self._faces}.odttf"
        added = self._package.add(name, ContentType.FONT, obfuscated(font, key))
        identifier = self._font_table.relationships.relate(Relation.FONT, added)
        return element(f"w:{slot}", {"r:id": identifier, "w:fontKey": f"{{{str(key).upper()}}}"})


def obfuscated(font: bytes, key: uuid.UUID) -> bytes:
    """`font` with its first 32 bytes combined with the key, last byte first; a second time gives the font back."""
    mask = key.bytes[::-1] * 2
    return bytes(one ^ other for one, other in zip(font[:_SCRAMBLED], mask, strict=True)) + font[_SCRAMBLED:]


def may_be_embedded(font: bytes) -> bool:
    """Whether the maker of a TrueType font allows it to travel in documents (`fsType` of the table OS/2)."""
    tables = int.from_bytes(font[4:6], "big")
    for record in (font[12 + 16 * place : 28 + 16 * place] for place in range(tables)):
        if record[:4] == b"OS/2":
            start = int.from_bytes(record[8:12], "big")
            rights = int.from_bytes(font[start + 8 : start + 10], "big")
            return not rights & (_RESTRICTED | _BITMAP_ONLY)
    return True
