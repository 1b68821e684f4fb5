"""`fontTable.xml`: the families that the styles name, and what Word shows where they are not installed."""

from __future__ import annotations

import re
from collections.abc import Callable

from prexport.brand.tokens import FaceRole, Family
from prexport.writers.docx.markup import Xml, declared, part, w
from prexport.writers.docx.scripts import Slot, family, slot_of
from prexport.writers.docx.sheet import Sheet
from prexport.writers.docx.style_ids import CharacterStyle

_KINDS = {"serif": "roman", "sans-serif": "swiss", "monospace": "modern", "math": "roman"}
_NAMED = re.compile(r' w:(?:ascii|hAnsi|eastAsia|cs)="([^"]+)"')


def font_table(sheet: Sheet, embedded: Callable[[Family], tuple[Xml, ...]] = lambda _: ()) -> bytes:
    """The part `fontTable.xml`: every family of the brand, since editors and other languages may need it.

    `embedded` gives the elements that name the files of a family, none where it doesn't travel.
    """
    families = sheet.brand.families.values()
    return part("w:fonts", declared("w", "r"), *(_font(each, embedded(each)) for each in families))


def families_used(xml: Xml, sheet: Sheet) -> frozenset[str]:
    """The names of the families that the text of a document, finished as `xml`, stands in."""
    faces: list[FaceRole] = ["text", "headline"]
    if f'<w:rStyle w:val="{CharacterStyle.CODE}"/>' in xml:
        faces.append("mono")
    used = {sheet.latin_family(face) for face in faces} | set(_NAMED.findall(xml))
    languages = sheet.languages
    is_complex = "<w:rtl/>" in xml or "<w:cs/>" in xml or slot_of(sheet.lang) is Slot.COMPLEX
    if is_complex:
        used |= {family(sheet.brand, languages.complex, face) for face in faces}
    if slot_of(sheet.lang) is Slot.EAST_ASIAN:
        used |= {family(sheet.brand, languages.east_asian, face) for face in faces}
    return frozenset(used)


def _font(family: Family, embedded: tuple[Xml, ...]) -> Xml:
    return w(
        "font",
        w("altName", val=family.word_fallback),
        w("charset", val="00"),
        w("family", val=_KINDS.get(family.generic, "auto")),
        w("pitch", val="fixed" if family.generic == "monospace" else "variable"),
        *embedded,
        name=family.name,
    )
