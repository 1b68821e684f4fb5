"""`fontTable.xml`: the families that the styles name, and what Word shows where they are not installed."""

from __future__ import annotations

from prexport.brand.tokens import Family
from prexport.writers.docx.markup import Xml, declared, part, w
from prexport.writers.docx.sheet import Sheet

_KINDS = {"serif": "roman", "sans-serif": "swiss", "monospace": "modern", "math": "roman"}


def font_table(sheet: Sheet) -> bytes:
    """The part `fontTable.xml`: every family of the brand, since editors and other languages may need it."""
    families = sheet.brand.families.values()
    return part("w:fonts", declared("w"), *(_font(each) for each in families))


def _font(family: Family) -> Xml:
    return w(
        "font",
        w("altName", val=family.word_fallback),
        w("charset", val="00"),
        w("family", val=_KINDS.get(family.generic, "auto")),
        w("pitch", val="fixed" if family.generic == "monospace" else "variable"),
        name=family.name,
    )
