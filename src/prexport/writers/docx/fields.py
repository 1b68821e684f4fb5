"""Fields: what Word computes (17.16)."""

from __future__ import annotations

from typing import Literal

from prexport.writers.docx.markup import NOTHING, Xml, text, w

_UNSEEN = w("rPr", w("vanish"))


def field(instruction: str, shown: str, properties: Xml = NOTHING) -> Xml:
    """A field; until Word computes it, it shows `shown`. `properties` are the `w:rPr` of its runs."""
    steps = [
        w("fldChar", fldCharType="begin"),
        Xml(f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>'),
        w("fldChar", fldCharType="separate"),
        *([text(shown)] if shown else []),
        w("fldChar", fldCharType="end"),
    ]
    return Xml("".join([w("r", properties, step) for step in steps]))


def numbered(kind: Literal["Figure", "Table"]) -> Xml:
    """A caption's place in Word's lists of figures and tables, without a word that the author didn't write.

    Word shows nothing for the switch `h`; LibreOffice, which prints a number all the same, keeps to `vanish`.
    """
    return field(f"SEQ {kind} \\h", "", _UNSEEN)
