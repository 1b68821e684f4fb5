"""The rules of ISO 29500 that Microsoft's validator leaves out, each with a document that breaks it."""

from __future__ import annotations

import pytest

from docx_parts import parts, rebuilt
from prexport.brand.load import load_brand
from prexport.checks import iso29500
from prexport.document import tree
from prexport.writers.docx.write import write
from prexport.writers.options import WriteOptions
from tree_nodes import HEADED, cell, document, figure, items, link, paragraph, row

TABLE = tree.Table(**HEADED, caption=None, header=row(cell("A")), rows=(row(cell("1")),))


@pytest.fixture(scope="module")
def sound() -> bytes:
    """Give a document with one of each."""
    there = link("note", "#note-1", anchor="note-1-reference-1")
    told = document(
        paragraph("Text ", there, link("web", "https://example.org/")),
        tree.List(
            **HEADED, items=(tree.Item(**HEADED, body=(paragraph("Note"),), anchor="note-1"),), ordered=True
        ),
        items("x"),
        TABLE,
        figure(),
        figure(alt="Two"),
    )
    (file,) = write(told, load_brand("cyberport"), WriteOptions(name="release", public_source=b"{}"))
    return file.data


def test_a_sound_document_has_no_faults(sound: bytes) -> None:
    assert iso29500.validate(sound) == []


DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"


@pytest.mark.parametrize(
    ("part", "good", "bad", "expected"),
    [
        (DOCUMENT, '<w:pStyle w:val="BodyText"/>', '<w:pStyle w:val="Text"/>', "no paragraph style Text"),
        (DOCUMENT, '<w:rStyle w:val="Hyperlink"/>', '<w:rStyle w:val="Link"/>', "no character style Link"),
        (DOCUMENT, '<w:tblStyle w:val="ReleaseTable"/>', '<w:tblStyle w:val="T"/>', "no table style T"),
        (DOCUMENT, '<w:numId w:val="3"/>', '<w:numId w:val="9"/>', "no list 9"),
        (DOCUMENT, 'w:anchor="note_1"', 'w:anchor="note_2"', "leads to note_2"),
        (DOCUMENT, 'w:anchor="note_1" ', "", "leads nowhere"),
        (DOCUMENT, 'w:name="note_1"', 'w:name="note_1_reference_1"', "Two bookmarks"),
        (DOCUMENT, 'w:name="note_1"', 'w:name="note-1"', "no name for a bookmark"),
        (DOCUMENT, '<w:bookmarkEnd w:id="0"/>', "", "start and end in pairs"),
        (DOCUMENT, '<wp:docPr id="2"', '<wp:docPr id="1"', "Two drawings have the id 1"),
        (DOCUMENT, 'r:embed="rId', 'r:embed="rId9', "no relationship rId9"),
        (DOCUMENT, "</w:p></w:tc>", "</w:p><w:sdt/></w:tc>", "doesn’t end with a paragraph"),
        (DOCUMENT, "</w:tbl>", "</w:tbl><w:tbl/>", "Two tables touch"),
        ("word/footer-first.xml", '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "", "A field isn’t closed"),
        ("word/_rels/document.xml.rels", "https://example.org/", "https://example.org/a b", "is no URI"),
        (
            "word/_rels/document.xml.rels",
            'Target="styles.xml"',
            'Target="style.xml"',
            "no part word/style.xml",
        ),
        (STYLES, 'w:eastAsia="zh-TW"', 'w:eastAsia="zh_TW"', "'zh_TW' is no language"),
        (STYLES, '<w:next w:val="BodyText"/>', '<w:next w:val="Text"/>', "refers to Text"),
        (STYLES, 'w:styleId="Quote"', 'w:styleId="BodyText"', "Two styles have the id BodyText"),
        (STYLES, '<w:name w:val="Quote"/>', '<w:name w:val="body text"/>', "Two styles are called body text"),
        ("docProps/core.xml", "It opens", "x" * 256, "title is 256 characters long"),
        ("docProps/core.xml", "2026-03-01T00:00:00Z", "2026-03-01", "no date of a core property"),
    ],
)
def test_each_rule_sees_its_fault(sound: bytes, part: str, good: str, bad: str, expected: str) -> None:
    members = parts(sound)
    text = members[part].decode()
    assert good in text, text
    members[part] = text.replace(good, bad, 1).encode()
    found = iso29500.validate(rebuilt(list(members.items())))
    assert [fault for fault in found if expected in fault.message], found


def test_two_members_of_one_name_are_seen(sound: bytes) -> None:
    members = list(parts(sound).items())
    assert [
        fault for fault in iso29500.validate(rebuilt([*members, members[-1]])) if fault.rule == "twin-members"
    ]
