"""The article that the web page and the print HTML share."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from prexport.document import tree
from prexport.document.tree import Document, ParagraphRole, SectionKind
from prexport.writers.html.article import article
from prexport.writers.html.setting import Medium, Picture, shape_rules
from tree_nodes import ARABIC, document, figure, heading, items, paragraph, section

LOGO = Picture("logo.svg", 120, 30)


def html(told: Document, medium: Medium = Medium.WEB, logo: Picture | None = LOGO) -> str:
    return str(article(told, medium=medium, picture=lambda node: Picture("p.jpg", 60, 40), logo=logo))


def test_a_release_that_says_the_least() -> None:
    assert html(document()) == (
        '<article aria-labelledby="heading-1">\n'
        '<header class="letterhead">\n'
        '<img src="logo.svg" width="120" height="30" class="logo" alt="Harbour Museum">\n'
        '<div class="letterhead-lines">\n'
        '<p class="label">Press Release</p>\n'
        '<p class="date"><time datetime="2026-03-01">1 March 2026</time></p>\n'
        "</div>\n"
        "</header>\n"
        "<hgroup>\n"
        '<h1 id="heading-1">It opens</h1>\n'
        "</hgroup>\n"
        "<p>The museum opens.</p>\n"
        "</article>"
    )


def test_everything_stands_in_the_order_in_which_it_is_read() -> None:
    told = document(
        embargo=paragraph("two", role=ParagraphRole.EMBARGO),
        headline=heading("three", level=1, anchor="heading-1"),
        subheadlines=(paragraph("four", role=ParagraphRole.SUBHEADLINE),),
        replaces=(paragraph("five", role=ParagraphRole.REPLACES),),
        summary=items("six", role=tree.ListRole.SUMMARY),
        body=(paragraph("seven"),),
        end_mark=tree.EndMark(key=1, lang="en", dir="ltr", source="", text="eight", spoken="End"),
        after_end=(paragraph("nine"),),
        sections=(section(SectionKind.NOTES, paragraph("ten")),),
        rights=paragraph("eleven", role=ParagraphRole.RIGHTS),
    )
    shown = html(told, Medium.PRINT)
    words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"]
    places = [shown.index(f">{word}<") for word in words]
    assert places == sorted(places)
    assert '<p class="embargo" role="note" data-node="1">two</p>' in shown
    assert re.search(r"<hgroup>\n<h1[^>]*>three</h1>\n<p[^>]*>four</p>\n</hgroup>", shown)


@pytest.mark.parametrize(
    ("logo", "expected"),
    [
        (None, '<p class="logo">Harbour Museum</p>'),
        (
            replace(LOGO, dark_src="dark.svg"),
            '<picture><source srcset="dark.svg" media="(prefers-color-scheme: dark)">'
            '<img src="logo.svg" width="120" height="30" class="logo" alt="Harbour Museum"></picture>',
        ),
        (
            replace(LOGO, wordless=True),
            '<p class="logo"><img src="logo.svg" width="120" height="30" alt=""> Harbour Museum</p>',
        ),
    ],
    ids=["none", "light and dark", "a mark without letters"],
)
def test_the_publisher_is_always_named_once(logo: Picture | None, expected: str) -> None:
    shown = html(document(), logo=logo)
    assert expected in shown
    assert shown.count("Harbour Museum") == 1


def test_only_what_differs_from_the_document_says_its_language() -> None:
    told = document(paragraph("نص", **ARABIC), paragraph("Text"), lang="ar", dir="rtl")
    shown = html(told)
    assert "<p>نص</p>" in shown
    assert '<p lang="en" dir="ltr">Text</p>' in shown


def test_in_print_all_keys_are_there() -> None:
    told = document(figure(caption=paragraph("x", role=ParagraphRole.CAPTION, key=42), key=41))
    shown = html(told, Medium.PRINT)
    assert {"41", "42"} <= set(re.findall(r'data-node="(\d+)"', shown))
    assert "data-node" not in html(told)


def test_shapes_make_photos_of_a_row_equally_high() -> None:
    rules = shape_rules([Picture("a", 1280, 853), Picture("b", 853, 1280), Picture("c", 1280, 853)])
    assert rules == ".ratio-1501{--ratio:1.501}.ratio-666{--ratio:0.666}"
