"""Blocks as HTML, as the table "How each thing is said" of the design has them."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest

from prexport.document import tree
from prexport.document.tree import Block, ParagraphRole, SectionKind
from prexport.writers.html.blocks import blocks
from prexport.writers.html.setting import Medium, Picture, Setting
from tree_nodes import (
    ARABIC,
    HEADED,
    RUN,
    cell,
    entry,
    figure,
    heading,
    item,
    items,
    label,
    link,
    paragraph,
    row,
    section,
)


def picture(node: tree.Figure) -> Picture:
    return Picture(f"{node.image.name}.jpg", node.image.width, node.image.height)


def html(*body: Block, medium: Medium = Medium.WEB) -> str:
    return str(blocks(body, Setting(medium, picture, "en", "ltr")))


def table(caption: tree.Paragraph | None = None, **fields: Any) -> tree.Table:
    return tree.Table(
        **{**HEADED, "key": 5, **fields},
        caption=caption,
        header=row(cell("Year", scope="column"), cell("Ships", scope="column", align="end")),
        rows=(row(cell("1906", scope="row"), cell("61", align="end")),),
    )


CAPTION = paragraph("The pier", role=ParagraphRole.CAPTION)
CREDIT = paragraph("Photo: Li", role=ParagraphRole.CREDIT)

CASES: dict[str, tuple[Block, str]] = {
    "paragraph": (paragraph("Text"), "<p>Text</p>"),
    "paragraph in another language": (
        paragraph("مرحبا", **ARABIC),
        '<p lang="ar" dir="rtl">مرحبا</p>',
    ),
    "heading": (heading("Why", level=3, anchor="heading-7"), '<h3 id="heading-7">Why</h3>'),
    "quote": (
        tree.Quote(
            **{**HEADED, "lang": "fr"},
            body=(paragraph("Oui.", lang="fr"),),
            attribution=paragraph("— Ada", role=ParagraphRole.ATTRIBUTION),
        ),
        """\
        <figure class="quote">
        <blockquote lang="fr">
        <p>Oui.</p>
        </blockquote>
        <figcaption class="attribution">— Ada</figcaption>
        </figure>""",
    ),
    "quote with its speaker before it": (
        tree.Quote(
            **HEADED,
            body=(paragraph("Yes."),),
            attribution=paragraph("Ada:", role=ParagraphRole.ATTRIBUTION),
            attribution_first=True,
        ),
        """\
        <figure class="quote">
        <figcaption class="attribution">Ada:</figcaption>
        <blockquote>
        <p>Yes.</p>
        </blockquote>
        </figure>""",
    ),
    "list": (
        items("one", "two"),
        """\
        <ul>
        <li>
        <p>one</p>
        </li>
        <li>
        <p>two</p>
        </li>
        </ul>""",
    ),
    "numbered list that goes on": (
        items("four", ordered=True, start=4),
        """\
        <ol start="4">
        <li>
        <p>four</p>
        </li>
        </ol>""",
    ),
    "notes": (
        tree.List(
            **HEADED, role=tree.ListRole.NOTES, ordered=True, items=(item(paragraph("x"), anchor="note-1"),)
        ),
        """\
        <ol class="notes">
        <li id="note-1">
        <p>x</p>
        </li>
        </ol>""",
    ),
    "definitions": (
        tree.Definitions(
            **HEADED,
            items=(
                tree.Definition(
                    **HEADED, term=paragraph("What", role=ParagraphRole.TERM), body=(paragraph("A walk"),)
                ),
            ),
        ),
        """\
        <dl>
        <div>
        <dt class="term">What</dt>
        <dd>
        <p>A walk</p>
        </dd>
        </div>
        </dl>""",
    ),
    "table": (
        table(paragraph("Storms", role=ParagraphRole.CAPTION)),
        """\
        <div class="table-frame" role="region" tabindex="0" aria-labelledby="table-5">
        <table>
        <caption class="caption" id="table-5">Storms</caption>
        <thead>
        <tr>
        <th scope="col">Year</th>
        <th scope="col" class="end">Ships</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <th scope="row">1906</th>
        <td class="end">61</td>
        </tr>
        </tbody>
        </table>
        </div>""",
    ),
    "figure": (
        figure(caption=CAPTION, credit=CREDIT),
        """\
        <figure class="photo ratio-1500">
        <img src="harbour.jpg" width="60" height="40" alt="A harbour" loading="lazy" decoding="async">
        <figcaption>
        <p class="caption">The pier</p>
        <p class="credit">Photo: Li</p>
        </figcaption>
        </figure>""",
    ),
    "decorative figure": (
        figure(alt=""),
        """\
        <figure class="photo ratio-1500">
        <img src="harbour.jpg" width="60" height="40" alt="" loading="lazy" decoding="async">
        </figure>""",
    ),
    "long description": (
        figure(
            long_description=paragraph(
                label("Description:"), " A pier.", role=ParagraphRole.LONG_DESCRIPTION, lang="fr"
            )
        ),
        """\
        <div class="photo ratio-1500">
        <figure>
        <img src="harbour.jpg" width="60" height="40" alt="A harbour" loading="lazy" decoding="async">
        </figure>
        <details class="long-description" lang="fr">
        <summary><span class="label">Description:</span></summary>
        <p> A pier.</p>
        </details>
        </div>""",
    ),
    "callout": (
        tree.Callout(**HEADED, heading=heading("Hear it", level=3), body=(paragraph("Here."),)),
        """\
        <aside class="callout">
        <h3 id="heading-2">Hear it</h3>
        <p>Here.</p>
        </aside>""",
    ),
    "divider": (tree.Divider(**HEADED), "<hr>"),
    "end mark": (
        tree.EndMark(**HEADED, text="###", spoken="End of release"),
        '<p class="end-mark"><span aria-hidden="true">###</span>'
        '<span class="visually-hidden">End of release</span></p>',
    ),
    "contact": (
        tree.Card(
            **HEADED,
            lines=(
                paragraph("Ada", role=ParagraphRole.PERSON_NAME),
                paragraph(
                    label("Tel:"),
                    " ",
                    link("+44 1", "tel:+441", kind=tree.LinkKind.CONTACT),
                    role=ParagraphRole.CONTACT_LINE,
                ),
            ),
        ),
        """\
        <div class="cards">
        <address class="card">
        <p class="person-name">Ada</p>
        <p class="contact-line"><span class="label">Tel:</span><span class="value"> \
<a href="tel:+441" class="link-contact">+44 1</a></span></p>
        </address>
        </div>""",
    ),
    "section of the text": (
        section(SectionKind.BODY, paragraph("x")),
        """\
        <section>
        <h2 id="heading-2">Part</h2>
        <p>x</p>
        </section>""",
    ),
    "section that is a landmark": (
        section(SectionKind.CONTACTS, paragraph("x")),
        """\
        <section class="contacts" aria-labelledby="heading-2">
        <h2 id="heading-2">Part</h2>
        <p>x</p>
        </section>""",
    ),
    "section that may stand there twice": (
        section(SectionKind.ABOUT, paragraph("x")),
        """\
        <section class="about">
        <h2 id="heading-2">Part</h2>
        <p>x</p>
        </section>""",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_each_block(name: str) -> None:
    block, expected = CASES[name]
    assert html(block) == dedent(expected)


def test_a_table_without_caption_is_named_by_its_columns() -> None:
    assert 'role="region" tabindex="0" aria-label="Year, Ships">' in html(table())


def test_neighbouring_photos_stand_in_rows_and_a_single_one_alone() -> None:
    shown = html(figure(), paragraph("x"), figure(), figure())
    assert shown.count('class="photos"') == 1
    assert shown.count('class="photo-row"') == 1
    assert shown.index("<p>x</p>") < shown.index('class="photos"')


def test_a_contact_can_be_taken_over_into_an_address_book_from_the_page_alone() -> None:
    card = tree.Card(**HEADED, lines=(paragraph("Ada"),), entries=(entry("Ada <Ng>"),))
    shown = html(card)
    assert (
        'class="link-entry" download="Ada Ng.vcf" type="text/vcard">Contact card of Ada &lt;Ng&gt; (vCard)</a></p>'
        in shown
    )
    assert '<p class="entry"><a href="data:text/vcard;charset=utf-8,BEGIN%3AVCARD%0D%0A' in shown
    assert "vcard" not in html(card, medium=Medium.PRINT)


def test_neighbouring_contacts_share_a_grid() -> None:
    card = tree.Card(**HEADED, lines=(paragraph("Ada", role=ParagraphRole.PERSON_NAME),))
    assert html(card, card).count('class="cards"') == 1


class TestPrint:
    def test_every_element_of_a_node_says_which_one(self) -> None:
        caption = paragraph("Storms", role=ParagraphRole.CAPTION, key=6)
        shown = html(table(caption), medium=Medium.PRINT)
        assert shown.startswith('<table data-node="5">\n<caption class="')
        assert 'data-node="6">Storms</caption>' in shown

    def test_nothing_scrolls_and_nothing_unfolds(self) -> None:
        description = paragraph(label("Description:"), " A pier.", role=ParagraphRole.LONG_DESCRIPTION)
        shown = html(table(), figure(long_description=description), medium=Medium.PRINT)
        for word in ("tabindex", "role=", "aria-", "details", "loading"):
            assert word not in shown
        assert "Description:</span> A pier.</p>" in shown

    def test_the_end_mark_is_printed_once(self) -> None:
        mark = tree.EndMark(**HEADED, text="完", spoken="End of release")
        assert html(mark, medium=Medium.PRINT) == '<p class="end-mark" data-node="1">完</p>'

    def test_a_quotation_in_another_language_says_so_on_its_words_alone(self) -> None:
        quote = tree.Quote(
            **{**HEADED, "lang": "ar", "dir": "rtl"},
            body=(paragraph(tree.Em(**RUN, children=(tree.Text("نعم"),)), **ARABIC),),
            attribution=paragraph("— Ada", role=ParagraphRole.ATTRIBUTION, key=3),
        )
        shown = html(quote, medium=Medium.PRINT)
        assert '<figure class="quote" data-node="1">\n<blockquote lang="ar" dir="rtl">' in shown
        assert '<figcaption class="attribution" data-node="3">— Ada' in shown
