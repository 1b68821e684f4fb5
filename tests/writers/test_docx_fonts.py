"""Fonts that travel in the document: the brand's own, whole, where text needs them and nowhere else."""

from __future__ import annotations

import uuid
from dataclasses import replace
from pathlib import Path

import pytest

from docx_parts import find, parts, value, xml
from prexport.brand.fonts import read_font
from prexport.brand.load import load_brand
from prexport.checks import iso29500, ooxml
from prexport.document import tree
from prexport.errors import UnusableBrand
from prexport.writers.docx.embedded import may_be_embedded, obfuscated
from prexport.writers.docx.write import write
from prexport.writers.options import WriteOptions
from tree_nodes import ARABIC, RUN, document, paragraph

BRAND = load_brand("default")
OPTIONS = WriteOptions(name="release", public_source=b"{}", embed_fonts=True)


def embedded(told: tree.Document) -> dict[str, list[str]]:
    """The families with files in the document, each with the slots that are filled."""
    (file,) = write(told, BRAND, OPTIONS)
    table = xml(file.data, "word/fontTable.xml")
    return {
        value(font, "name") or "": [each.tag.rpartition("}")[2] for each in find(font, "*[@w:fontKey]")]
        for font in find(table, "w:font[*/@w:fontKey]")
    }


def test_nothing_is_embedded_unless_asked_for() -> None:
    (file,) = write(document(), BRAND, replace(OPTIONS, embed_fonts=False))
    assert not [name for name in parts(file.data) if "fonts/" in name]
    assert not find(xml(file.data, "word/settings.xml"), "w:embedTrueTypeFonts")


def test_the_families_of_the_text_are_embedded_in_all_their_faces() -> None:
    faces = ["embedRegular", "embedBold", "embedItalic", "embedBoldItalic"]
    assert embedded(document()) == {"IBM Plex Sans": faces, "IBM Plex Serif": faces}


@pytest.mark.parametrize(
    ("told", "family"),
    [
        (document(paragraph(tree.Code(**RUN, text="code"))), "IBM Plex Mono"),
        (document(paragraph("نص", **ARABIC)), "IBM Plex Sans Arabic"),
        (document(paragraph("שלום", lang="he", dir="rtl")), "IBM Plex Sans Hebrew"),
        (document(paragraph("ทะเล", lang="th"), lang="th"), "IBM Plex Sans Thai Looped"),
    ],
)
def test_a_family_that_the_text_needs_travels_too(told: tree.Document, family: str) -> None:
    assert family in embedded(told)


def test_every_font_comes_back_from_its_part() -> None:
    (file,) = write(document(), BRAND, OPTIONS)
    members = parts(file.data)
    relationships = {
        each.get("Id"): each.get("Target") for each in xml(file.data, "word/_rels/fontTable.xml.rels")
    }
    found = find(xml(file.data, "word/fontTable.xml"), "//*[@w:fontKey]")
    fonts = set()
    for each in found:
        (identifier,) = find(each, "@r:id")
        key = uuid.UUID(value(each, "fontKey") or "")
        data = members[f"word/{relationships[identifier]}"]
        assert not data.startswith(b"\0\1\0\0")
        fonts.add(obfuscated(data, key))
    families = (BRAND.families[name] for name in ("IBM Plex Sans", "IBM Plex Serif"))
    assert fonts == {read_font(face.path) for family in families for face in family.faces}


def test_obfuscation_is_that_of_the_standard() -> None:
    # The last byte of the key, as it is written, meets the first byte of the font; the key is used twice.
    key = uuid.UUID("00112233-4455-6677-8899-AABBCCDDEEFF")
    scrambled = obfuscated(bytes(40), key)
    assert scrambled[:16] == bytes.fromhex("FFEEDDCCBBAA99887766554433221100")
    assert scrambled[16:32] == scrambled[:16]
    assert scrambled[32:] == bytes(8)


def test_word_and_the_rules_find_nothing_wrong_and_the_bytes_stay_the_same() -> None:
    told = document(paragraph("نص", **ARABIC))
    (file,) = write(told, BRAND, OPTIONS)
    assert ooxml.validate(file.data) == []
    assert iso29500.validate(file.data) == []
    assert write(told, BRAND, OPTIONS) == (file,)


def test_a_font_whose_maker_forbids_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def restricted(path: Path) -> bytes:
        font = bytearray(read_font(path))
        (place,) = (at for at in range(12, 12 + 16 * font[5], 16) if font[at : at + 4] == b"OS/2")
        start = int.from_bytes(font[place + 8 : place + 12], "big")
        font[start + 8 : start + 10] = b"\0\2"
        return bytes(font)

    path = BRAND.families["IBM Plex Sans"].faces[0].path
    assert may_be_embedded(read_font(path)) and not may_be_embedded(restricted(path))
    monkeypatch.setattr("prexport.writers.docx.embedded.read_font", restricted)
    with pytest.raises(UnusableBrand, match="may not be embedded"):
        write(document(), BRAND, OPTIONS)
