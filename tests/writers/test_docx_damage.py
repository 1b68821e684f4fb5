"""Texts and sizes that break other programs' documents: written validly, always."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings, strategies as st

from docx_parts import find, words, xml
from prexport.brand.load import load_brand
from prexport.checks import iso29500, ooxml
from prexport.document import tree
from prexport.document.outline import Role
from prexport.document.tree import Document, ParagraphRole
from prexport.readers.docx.read import read
from prexport.writers.docx.write import write
from prexport.writers.options import WriteOptions
from tree_nodes import RUN, cell, document, figure, heading, item, items, link, metadata, paragraph, row, runs

NASTY = (
    "a\x00b\x0b\x1b\x7f\x85 \ud800 \udfff \ufffe\uffff ]]> <!-- &amp; &#x0; <w:p/> \u2028\u202e \U0001f9ff"
)
TEXT = st.text(st.characters(), max_size=20)


def made(told: Document) -> bytes:
    (file,) = write(told, load_brand("cyberport"), WriteOptions(name="r", public_source=b"{}"))
    return file.data


def test_what_xml_cannot_hold_becomes_a_replacement_character() -> None:
    told = document(
        paragraph(
            NASTY, tree.Code(**RUN, text=NASTY), link(NASTY, 'https://example.org/?q=a b<"ü', tooltip=NASTY)
        ),
        figure(alt=NASTY),
        items(NASTY),
        headline=heading(NASTY, level=1, anchor="heading-1"),
        metadata=metadata(title=NASTY, publisher_names=NASTY, keywords=(NASTY,)),
    )
    data = made(told)
    assert not iso29500.validate(data)
    assert not ooxml.validate(data)
    (title,) = find(xml(data), "//w:p[w:pPr/w:pStyle/@w:val='Heading1']")
    held = "]]> <!-- &amp; &#x0; <w:p/> \u2028\u202e \U0001f9ff"
    expected = f"a\ufffdb\ufffd\ufffd\x7f\x85 \ufffd \ufffd \ufffd\ufffd {held}"
    assert words(title) == expected


@settings(max_examples=60)
@given(
    text=TEXT,
    tooltip=TEXT,
    target=TEXT,
    lang=st.sampled_from(["en", "ar", "zh-Hant-HK", "th", "x-y", "sr-Latn"]),
)
def test_any_text_makes_a_sound_document(text: str, tooltip: str, target: str, lang: str) -> None:
    part = tree.Part(**RUN, children=runs(text), lang=lang, dir="rtl" if lang == "ar" else "ltr")
    told = document(
        paragraph(text, part, link(text, f"https://example.org/{target}", tooltip=tooltip)),
        tree.Table(
            key=1,
            lang=lang,
            dir="ltr",
            source="",
            caption=None,
            header=row(cell(text)),
            rows=(row(cell(text)),),
        ),
    )
    assert not iso29500.validate(made(told))


@pytest.mark.parametrize("depth", [1, 9, 14])
def test_lists_deeper_than_word_has_levels(depth: int) -> None:
    inner = items("deepest", ordered=True)
    for _ in range(depth):
        inner = tree.List(
            key=1, lang="en", dir="ltr", source="", items=(item(paragraph("x"), inner),), ordered=True
        )
    data = made(document(inner))
    assert not iso29500.validate(data)
    assert not ooxml.validate(data, ["Microsoft365"])
    assert max(int(each.get(each.keys()[0])) for each in find(xml(data), "//w:ilvl")) == min(depth, 8)


def test_items_that_start_with_something_else_keep_their_number() -> None:
    told = document(
        tree.List(key=1, lang="en", dir="ltr", source="", items=(item(items("in")), item()), ordered=True)
    )
    data = made(told)
    assert not iso29500.validate(data)
    assert [words(each) for each in find(xml(data), "//w:p[w:pPr/w:numPr]")] == ["", "in", ""]


def test_tables_that_touch_stay_two_tables() -> None:
    table = tree.Table(
        key=1, lang="en", dir="ltr", source="", caption=None, header=row(cell("A")), rows=(row(cell("1")),)
    )
    data = made(document(table, table))
    assert not iso29500.validate(data)
    assert len(find(xml(data), "//w:body/w:tbl")) == 2


def test_ten_megabytes_of_text() -> None:
    told = document(*(paragraph("The tide came in. " * 600) for _ in range(1000)))
    before = time.process_time()
    data = made(told)
    assert time.process_time() - before < 30
    assert len(words(find(xml(data), "//w:body")[0])) > 10_000_000
    assert not iso29500.validate(data)


def test_three_hundred_photos_and_as_many_links() -> None:
    photos = [figure(alt=f"Photo {n}", width=8 + n, height=8) for n in range(300)]
    lines = [
        paragraph(link(f"Link {n}", f"https://example.org/{n}"), role=ParagraphRole.BODY) for n in range(300)
    ]
    data = made(document(*photos, *lines))
    assert not iso29500.validate(data)
    assert not ooxml.validate(data, ["Microsoft365"])
    assert len(find(xml(data), "//wp:docPr")) == 301


def test_all_of_it_in_one_document() -> None:
    """Control characters, lone surrogates, `]]>`, ten megabytes of text and three hundred photos."""
    blocks: list[tree.Block] = [paragraph(NASTY + "The tide came in. " * 1900) for _ in range(300)]
    for number in range(300):
        blocks.insert(2 * number, figure(alt=f"{NASTY} {number}", width=8 + number, height=8))
    data = made(document(*blocks))
    assert not iso29500.validate(data)
    assert not ooxml.validate(data, ["Office2010", "Microsoft365"])
    body = find(xml(data), "//w:body")[0]
    assert len(words(body)) > 10_000_000
    assert len(find(body, ".//wp:docPr")) == 301
    assert [unit.role for unit in read(data).units].count(Role.FIGURE) == 300
