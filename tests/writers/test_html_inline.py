"""Inline runs as HTML: one element a node, text always literal, languages and directions only where they change."""

from __future__ import annotations

import pytest

from prexport.document import tree
from prexport.document.tree import Direction, Inline
from prexport.writers.html.inline import inline
from prexport.writers.html.setting import Medium, Picture, Setting
from tree_nodes import RUN, link, runs


def html(*parts: str | Inline, lang: str = "en", dir: Direction = "ltr", medium: Medium = Medium.WEB) -> str:
    return str(inline(runs(*parts), Setting(medium, lambda _: Picture("x", 1, 1), lang, dir)))


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (tree.Text("a & b <c> \"d\" 'e'"), "a &amp; b &lt;c&gt; \"d\" 'e'"),
        (tree.Break(**RUN), "<br>"),
        (tree.Code(**RUN, text="<br>"), "<code>&lt;br&gt;</code>"),
        (tree.Strong(**RUN, children=runs("x")), "<strong>x</strong>"),
        (tree.Em(**RUN, children=runs("x")), "<em>x</em>"),
        (
            tree.Abbreviation(**RUN, children=runs("UN"), expansion='United "Nations"'),
            '<abbr title="United &#34;Nations&#34;">UN</abbr>',
        ),
        (
            tree.Moment(**RUN, children=runs("5 June"), value="2025-06-05"),
            '<time datetime="2025-06-05">5 June</time>',
        ),
        (tree.Dateline(**RUN, children=runs("Oslo – ")), '<span class="dateline">Oslo – </span>'),
        (tree.Label(**RUN, children=runs("Tel:")), '<span class="label">Tel:</span>'),
        (
            tree.Part(**RUN, children=runs("数"), lang="zh", dir="ltr"),
            '<span lang="zh">数</span>',
        ),
        (
            tree.Part(**RUN, children=runs("سلام"), lang="ar", dir="rtl"),
            '<span lang="ar" dir="rtl">سلام</span>',
        ),
        (tree.Part(**RUN, children=runs("same"), lang="en", dir="ltr"), "<span>same</span>"),
        (
            link("the report", "https://example.org/?a=1&b=2", tooltip="PDF, 2 MB"),
            '<a href="https://example.org/?a=1&amp;b=2" title="PDF, 2 MB">the report</a>',
        ),
        (
            link("Photos", "https://example.org/p.zip", kind=tree.LinkKind.DOWNLOAD, type="application/zip"),
            '<a href="https://example.org/p.zip" class="link-download" type="application/zip">Photos</a>',
        ),
        (
            link("Français", "https://example.org/fr", kind=tree.LinkKind.TRANSLATION, hreflang="fr"),
            '<a href="https://example.org/fr" class="link-translation" hreflang="fr">Français</a>',
        ),
        (
            link("note 1", "#note-1", kind=tree.LinkKind.NOTE, anchor="note-1-reference-1"),
            '<a href="#note-1" class="link-note" id="note-1-reference-1">note 1</a>',
        ),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else "",
)
def test_each_run(run: Inline, expected: str) -> None:
    assert html(run) == expected


def test_a_part_inside_a_part_says_only_what_changes() -> None:
    inner = tree.Part(**RUN, children=runs("y"), lang="ar", dir="rtl")
    outer = tree.Part(**RUN, children=(*runs("x "), inner), lang="ar", dir="rtl")
    assert html(outer) == '<span lang="ar" dir="rtl">x <span>y</span></span>'


def test_an_address_that_is_its_own_text_may_break_at_its_joints() -> None:
    assert html(link("press@example.org", "mailto:press@example.org")) == (
        '<a href="mailto:press@example.org">press@<wbr>example.<wbr>org</a>'
    )
    assert html(link("example.org", "https://example.org")) == '<a href="https://example.org">example.org</a>'


class TestRightToLeft:
    def test_a_telephone_number_is_an_island(self) -> None:
        assert html("هاتف +971 2 555 0148 أو", lang="ar", dir="rtl") == (
            'هاتف <bdi dir="ltr">+971 2 555 0148</bdi> أو'
        )

    @pytest.mark.parametrize("text", ["من 9:00 إلى 17:30", "2026/03", "عام 2026", "6,200 قارب"])
    def test_times_dates_and_amounts_are_none(self, text: str) -> None:
        assert html(text, lang="ar", dir="rtl") == text

    def test_a_link_without_arabic_letters_is_an_island(self) -> None:
        number = link("+971 2 555 0148", "tel:+97125550148")
        assert (
            html(number, lang="ar", dir="rtl") == '<a href="tel:+97125550148" dir="ltr">+971 2 555 0148</a>'
        )

    def test_a_link_with_arabic_letters_is_none(self) -> None:
        there = link("خريطة", "https://example.org/")
        assert html(there, lang="ar", dir="rtl") == '<a href="https://example.org/">خريطة</a>'

    def test_code_is_an_island(self) -> None:
        code = tree.Code(**RUN, text="a_b.csv")
        assert html(code, lang="he", dir="rtl") == '<code dir="ltr">a_b.csv</code>'


def test_in_print_every_node_says_which_one_it_is() -> None:
    strong = tree.Strong(key=8, source="", children=(tree.Code(key=9, source="", text="x"),))
    there = tree.Link(key=7, source="", children=(strong,), target="https://example.org/")
    assert html(there, medium=Medium.PRINT) == (
        '<a href="https://example.org/" data-node="7">'
        '<strong data-node="8"><code data-node="9">x</code></strong></a>'
    )
