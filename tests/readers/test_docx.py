"""What a Word document says, read back: the same as its release, whatever that is; and faults are seen."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings

from docx_parts import parts, rebuilt
from outlined import CASES, SAMPLES, document_of
from prexport.brand.load import load_brand
from prexport.checks import ooxml
from prexport.document import tree
from prexport.document.outline import Outline, Role
from prexport.document.outline_diff import differences
from prexport.document.outline_formats import comparable
from prexport.document.outline_of import outline_of
from prexport.document.tree import Document
from prexport.errors import UnusableInput
from prexport.export import prepare
from prexport.readers.docx.read import read
from prexport.writers.docx.write import write
from prexport.writers.options import WriteOptions
from strategies import releases, write_photos
from tree_nodes import (
    ARABIC,
    HEADED,
    RUN,
    cell,
    document,
    figure,
    heading,
    item,
    items,
    link,
    paragraph,
    row,
    runs,
)

BRAND = load_brand("cyberport")
OPTIONS = WriteOptions(name="release", public_source=b"{}")
DOCUMENT, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"


def prepared(release: Path) -> Document:
    found = prepare(release, brand=BRAND)
    assert found.document is not None, found.findings
    return found.document


def written(told: Document) -> bytes:
    (file,) = write(told, BRAND, OPTIONS)
    return file.data


def lost(told: Document, data: bytes) -> list[str]:
    """What the file says otherwise than the document, one sentence each."""
    return [each.sentence for each in differences(comparable(outline_of(told), "docx"), read(data))]


def roles(outline: Outline) -> list[tuple[Role, str]]:
    return [(unit.role, unit.text) for unit in outline.units]


@pytest.mark.parametrize("release", [*SAMPLES, *CASES], ids=lambda path: path.name)
@pytest.mark.parametrize("brand", ["cyberport", "default"])
def test_a_file_says_what_its_release_says(release: Path, brand: str) -> None:
    told = document_of(release)
    (file,) = write(told, load_brand(brand), OPTIONS)
    assert lost(told, file.data) == []
    assert read(file.data) == comparable(outline_of(told), "docx")


def test_whatever_a_release_holds_a_file_says_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("drawn")
    write_photos(folder)

    @settings(max_examples=40)
    @given(releases())
    def holds(release: object) -> None:
        file = folder / "release.json"
        file.write_text(json.dumps(release, ensure_ascii=False), encoding="utf-8")
        told = prepared(file)
        assert lost(told, written(told)) == []

    holds()


def forty_pages() -> Document:
    """A long release: sections of prose, lists in lists, tables and photos."""
    blocks: list[tree.Block] = []
    for chapter in range(1, 41):
        blocks += [
            heading(f"Chapter {chapter}", anchor=f"heading-{chapter + 1}"),
            *(
                paragraph(f"{chapter}.{number}: " + "What was measured at sea. " * 18)
                for number in range(1, 4)
            ),
            tree.List(
                **HEADED,
                ordered=True,
                start=chapter,
                items=(
                    item(paragraph("First"), items("a", "b")),
                    item(paragraph("Second"), paragraph("More")),
                ),
            ),
            tree.Table(
                **HEADED,
                caption=paragraph(f"Table {chapter}", role=tree.ParagraphRole.CAPTION),
                header=row(cell("Station", scope="column"), cell("Height", scope="column")),
                rows=tuple(
                    row(cell(f"S{each}", scope="row"), cell(f"{each}.{chapter}")) for each in range(9)
                ),
            ),
            figure(
                f"Chart {chapter}",
                caption=paragraph(f"Chart of chapter {chapter}", role=tree.ParagraphRole.CAPTION),
            ),
        ]
    return document(*blocks)


def test_forty_pages_are_valid_and_say_all() -> None:
    told = forty_pages()
    data = written(told)
    assert lost(told, data) == []
    assert len(read(data).units) > 1000
    assert ooxml.validate(data) == []


# ---------------------------------------------------------------- faults on purpose


def rich() -> Document:
    """One of each, with places where a fault shows."""
    there = link("1", "#note-1", anchor="note-1-reference-1")
    french = tree.Part(**RUN, lang="fr", dir="ltr", children=runs("façade"))
    return document(
        paragraph("First, a ", french, " and a ", link("report", "https://example.org/report"), ", ", there),
        paragraph("Second, ", tree.Strong(**RUN, children=runs("strong")), " words"),
        heading("Part", anchor="heading-2"),
        items("one", "two", ordered=True, start=4),
        items("three", "four", ordered=True),
        tree.Table(
            **HEADED,
            caption=None,
            header=row(cell("A", scope="column"), cell("B", scope="column")),
            rows=(row(cell("1", scope="row"), cell("2")),),
        ),
        figure("A harbour", caption=paragraph("By night", role=tree.ParagraphRole.CAPTION)),
        figure(alt=""),
        tree.List(**HEADED, items=(item(paragraph("Note"), anchor="note-1"),), ordered=True),
        tree.Quote(
            **HEADED,
            body=(paragraph("Words"),),
            attribution=paragraph("Ada", role=tree.ParagraphRole.ATTRIBUTION),
        ),
    )


@cache
def rich_parts() -> tuple[Document, tuple[tuple[str, bytes], ...]]:
    told = rich()
    return told, tuple(parts(written(told)).items())


def replaced(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text, f"{old} is not in {text}"
        return text.replace(old, new, 1)

    return change


def swapped(text: str) -> str:
    """The first two paragraphs of running text in the wrong order."""
    first, second = re.findall(r'<w:p><w:pPr><w:pStyle w:val="BodyText"/>.*?</w:p>', text)[:2]
    return text.replace(first + second, second + first)


def joined_lists(text: str) -> str:
    """The second numbered list as a part of the first."""
    first, second, *_ = dict.fromkeys(re.findall(r'<w:numId w:val="\d+"/>', text))
    return text.replace(second, first)


def without_decoration(text: str) -> str:
    """A decorative picture that nothing is said of."""
    changed, count = re.subn("<adec:decorative[^>]*>", "", text)
    assert count
    return changed


@pytest.mark.parametrize(
    ("part", "fault", "expected"),
    [
        (DOCUMENT, replaced('<w:lang w:val="fr-FR"/>', ""), "lost words in another language: “façade”"),
        (DOCUMENT, swapped, "instead of"),
        (DOCUMENT, replaced('descr="A harbour"', 'descr=""'), "no description"),
        (DOCUMENT, replaced('descr="A harbour"', 'descr="DSC_1"'), "“DSC_1” instead of"),
        (DOCUMENT, without_decoration,
         "no description"),
        (DOCUMENT, replaced('"Heading2"', '"Heading3"'), "level 3 instead of level 2"),
        (DOCUMENT, replaced('"Heading2"', '"BodyText"'), "has become a paragraph"),
        (DOCUMENT, joined_lists, "list is missing"),
        (NUMBERING, replaced('<w:startOverride w:val="4"/>', ""), "number 1 instead of the number 4"),
        (NUMBERING, replaced('<w:startOverride w:val="1"/>', ""), "number 6 instead of the number 1"),
        (DOCUMENT, replaced("<w:tblHeader/>", ""), "has become a cell"),
        (DOCUMENT, replaced('w:firstColumn="1"', 'w:firstColumn="0"'), "has become a cell"),
        (DOCUMENT, replaced('<w:rStyle w:val="Strong"/>', ""), "lost strong words: “strong”"),
        (DOCUMENT, replaced('w:anchor="note_1"', 'w:anchor="note_2"'), "another link"),
        (DOCUMENT, replaced('w:name="note_1"', 'w:name="note_9"'), "no link name"),
        ("word/_rels/document.xml.rels", replaced("/report", "/rapport"), "another link"),
        (DOCUMENT, replaced('"QuoteAttribution"', '"Quote"'), "has become a quotation"),
        (DOCUMENT, replaced('"Caption"', '"BodyText"'), "has become a paragraph"),
        (DOCUMENT, replaced(">By night<", ">By day<"), "says “By day” instead of “By night”"),
        (STYLES, replaced('w:val="heading 2"', 'w:val="Kop 2"'), ""),
    ],
)  # fmt: skip
def test_faults_are_seen(part: str, fault: Callable[[str], str], expected: str) -> None:
    told, members = rich_parts()
    damaged = rebuilt(
        [(name, fault(data.decode()).encode() if name == part else data) for name, data in members]
    )
    sentences = lost(told, damaged)
    if not expected:
        # A style of another name is still a heading: it has an outline level.
        assert sentences == []
        return
    assert [each for each in sentences if expected in each], sentences


def test_emphasis_by_weight_is_told_from_strong_words() -> None:
    def both(children: tree.Runs) -> list[tree.Inline]:
        em = tree.Em(**RUN, children=children)
        strong = tree.Strong(**RUN, children=children)
        either = tree.Strong(**RUN, children=(em,))
        made: list[tree.Inline] = []
        for each in (em, strong, either):
            made += [each, tree.Text(" "), link(each, "https://example.org/"), tree.Text(" ")]
        return made

    arabic, chinese = runs("نص"), runs("引語")
    told = document(
        paragraph(*both(arabic), **ARABIC),
        paragraph(*both(chinese), lang="zh-Hant-HK"),
        paragraph(*both(runs("words"))),
    )
    assert lost(told, written(told)) == []


def test_letters_of_another_script_have_the_language_that_the_author_said() -> None:
    told = document(paragraph("Wong Tai Sin (黃大仙), called ميناء"), paragraph("ميناء 黃 and", **ARABIC))
    assert lost(told, written(told)) == []


# ---------------------------------------------------------------- files from elsewhere


def test_what_python_docx_writes() -> None:
    made = docx.Document()
    made.add_heading("Title", level=1)
    made.add_paragraph("Text")
    made.add_paragraph("one", style="List Bullet")
    made.add_paragraph("two", style="List Number")
    made.add_paragraph("said", style="Quote")
    made.add_table(rows=1, cols=2)
    buffer = io.BytesIO()
    made.save(buffer)
    found = read(buffer.getvalue())
    assert roles(found) == [
        (Role.HEADING, "Title"),
        (Role.PARAGRAPH, "Text"),
        (Role.LIST, ""),
        (Role.ITEM, "one"),
        (Role.LIST, ""),
        (Role.ITEM, "two"),
        (Role.QUOTE, "said"),
        (Role.TABLE, ""),
        (Role.HEADER_CELL, ""),  # its table style marks the first column
        (Role.CELL, ""),
    ]
    assert [unit.numbering for unit in found.units if unit.role is Role.LIST] == ["bullets", "numbers"]


def edited(body: str, **more: str) -> bytes:
    """A document of ours with another body, and other parts."""
    _, members = rich_parts()

    def change(name: str, data: bytes) -> bytes:
        if name == DOCUMENT:
            start, end = data.index(b"<w:body>"), data.index(b"</w:body>")
            return data[:start] + b"<w:body>" + body.encode() + data[end:]
        return more[name].encode() if name in more else data

    return rebuilt([(name, change(name, data)) for name, data in members])


def test_what_word_wraps_words_in() -> None:
    outline = read(
        edited(
            '<w:sdt><w:sdtContent><w:p><w:r><w:t>In a control, </w:t></w:r><w:ins w:id="1"><w:r><w:t>inserted'
            '</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>deleted</w:delText></w:r></w:del></w:p>'
            "</w:sdtContent></w:sdt>"
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
            '<w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple>'
            "<w:r><w:instrText>SEQ</w:instrText><w:tab/><w:noBreakHyphen/></w:r></w:p>"
            '<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>Part</w:t></w:r></w:p>'
            '<w:p><w:pPr><w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr></w:pPr>'
            "<w:r><w:t>deep</w:t></w:r></w:p>"
            '<w:p><w:pPr><w:numPr><w:numId w:val="777"/></w:numPr></w:pPr><w:r><w:t>no list</w:t></w:r></w:p>'
        )
    )
    assert roles(outline) == [
        (Role.PARAGRAPH, "In a control, inserted"),
        (Role.PARAGRAPH, "7 \u2011"),
        (Role.HEADING, "Part"),
        (Role.LIST, ""),
        (Role.ITEM, "deep"),
        (Role.PARAGRAPH, "no list"),
    ]


def test_text_boxes_follow_the_paragraph_that_they_hang_on() -> None:
    box = "<w:pict><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></w:pict>"
    outline = read(edited(f"<w:p><w:r><w:t>text</w:t></w:r><w:r>{box}</w:r></w:p>"))
    assert roles(outline) == [(Role.PARAGRAPH, "text"), (Role.PARAGRAPH, "boxed")]


def test_nesting_without_end_is_read_or_refused() -> None:
    for depth in (300, 3000):
        body = "<w:sdt><w:sdtContent>" * depth + "<w:p/>" + "</w:sdtContent></w:sdt>" * depth
        try:
            assert read(edited(body)).units == ()
        except UnusableInput as error:
            assert DOCUMENT in error.message


def test_styles_that_are_based_on_each_other() -> None:
    _, members = rich_parts()
    styles = (
        dict(members)[STYLES]
        .decode()
        .replace(
            '<w:style w:type="paragraph" w:styleId="BodyText">', '<w:style w:type="paragraph" w:styleId="X">'
        )
    )
    assert (
        read(edited('<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>', **{STYLES: styles})).units == ()
    )


# ---------------------------------------------------------------- hostile files


def test_what_is_no_package_is_refused() -> None:
    for data in (b"", b"PK", b"%PDF-1.7", b"\x00" * 1000):
        with pytest.raises(UnusableInput, match="no Office document"):
            read(data)


def test_a_package_of_something_else_is_refused() -> None:
    with pytest.raises(UnusableInput, match="no Word document"):
        read(rebuilt([("a.txt", b"a")]))


def test_entities_are_not_looked_at() -> None:
    bomb = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    _, members = rich_parts()
    for encoding in ("utf-8", "utf-16"):
        document = f"{bomb}<w:document>&b;&f;</w:document>".encode(encoding)
        data = rebuilt([(name, document if name == DOCUMENT else data) for name, data in members])
        with pytest.raises(UnusableInput, match="document type"):
            read(data)


def test_what_would_fill_the_memory_is_refused_before_it_is_unpacked() -> None:
    _, members = rich_parts()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
        archive.writestr("word/media/bomb.png", b"\0" * (65 << 20))
    with pytest.raises(UnusableInput, match=r"bomb\.png would fill the memory"):
        read(buffer.getvalue())


def test_more_parts_than_a_document_has_are_refused() -> None:
    with pytest.raises(UnusableInput, match="5001 parts"):
        read(rebuilt([(f"{number}.xml", b"") for number in range(5001)]))


@pytest.mark.parametrize("part", [DOCUMENT, STYLES, NUMBERING, "word/_rels/document.xml.rels"])
def test_parts_that_are_no_xml_are_refused_by_name(part: str) -> None:
    _, members = rich_parts()
    for junk in (b"", b"<w:document", b"\xff\xfe\x00"):
        with pytest.raises(UnusableInput, match=re.escape(part)):
            read(rebuilt([(name, junk if name == part else data) for name, data in members]))


def test_a_file_cut_anywhere_is_read_or_refused() -> None:
    told, members = rich_parts()
    data = rebuilt(list(members))
    for end in range(0, len(data), 997):
        with pytest.raises(UnusableInput):
            read(data[:end])
    for place in range(0, len(data), 499):
        broken = bytearray(data)
        broken[place] ^= 0xFF
        try:
            read(bytes(broken))
        except UnusableInput as error:
            assert error.message
    assert lost(told, data) == []
