"""How each thing is said in Word: every row of the table in the design."""

from __future__ import annotations

from typing import Any

import pytest

from docx_parts import Element, find, paragraphs, style_of, value, words, xml
from prexport.brand.load import load_brand
from prexport.document import tree
from prexport.document.tree import Document, LinkKind, ListRole, ParagraphRole, SectionKind
from prexport.writers.docx.write import write
from prexport.writers.options import WriteOptions
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
    label,
    link,
    paragraph,
    row,
    runs,
    section,
)

HEAD = 4  # paragraphs before the body: mark, label, date, headline


def made(told: Document, brand: str = "cyberport") -> bytes:
    (file,) = write(told, load_brand(brand), WriteOptions(name="release", public_source=b"{}"))
    return file.data


def body(*blocks: tree.Block, **fields: Any) -> list[Element]:
    """The paragraphs of the text that `blocks` make, with the tables' among them."""
    return find(xml(made(document(*blocks, **fields))), "//w:body//w:p")[HEAD:]


def has(paragraph: Element, path: str) -> bool:
    return bool(find(paragraph, path))


def styles() -> Element:
    return xml(made(document()), "word/styles.xml")


def quote(*, first: bool = False, **fields: Any) -> tree.Quote:
    who = paragraph("— Ngozi", role=ParagraphRole.ATTRIBUTION)
    return tree.Quote(
        **{**HEADED, **fields}, body=(paragraph("“Words.”"),), attribution=who, attribution_first=first
    )


def table(**fields: Any) -> tree.Table:
    caption = paragraph("Tides", role=ParagraphRole.CAPTION)
    header = row(cell("Year", scope="column"), cell("Level", scope="column", align="end"))
    rows = (row(cell("1884", scope="row"), cell("121", align="end")), row(cell("1885"), cell("7" * 50)))
    return tree.Table(**{**HEADED, "caption": caption, **fields}, header=header, rows=rows)


# ---------------------------------------------------------------- the head


def test_letterhead_is_a_mark_and_lines_in_two_columns() -> None:
    data = made(document())
    assert paragraphs(data)[:HEAD] == [
        ("LetterheadLogo", ""),
        ("Kicker", "Press Release"),
        ("ReleaseLine", "1 March 2026"),
        ("Heading1", "It opens"),
    ]
    logo, kicker, date, _ = find(xml(data), "//w:body/w:p")[:HEAD]
    assert find(logo, ".//wp:inline/wp:docPr/@descr") == ["Harbour Museum"]
    assert has(kicker, "w:r[1]/w:br[@w:type='column']")
    assert find(date, "w:pPr/w:sectPr/w:cols/@w:num") == ["2"]
    assert not has(xml(data), "//wp:anchor | //w:tab[parent::w:r] | //w:txbxContent | //w:tbl")


def test_a_mark_without_letters_has_the_name_beside_it() -> None:
    logo = find(xml(made(document(), "default")), "//w:body/w:p")[0]
    assert words(logo).strip() == "Harbour Museum"
    assert has(logo, ".//wp:docPr[@descr='']//adec:decorative[@val='1']")


@pytest.mark.parametrize(
    ("role", "style"),
    [
        (ParagraphRole.NUMBER, "ReleaseLine"),
        (ParagraphRole.RELEASE_LINE, "ReleaseLine"),
        (ParagraphRole.SUBHEADLINE, "Subtitle"),
        (ParagraphRole.REPLACES, "Replaces"),
        (ParagraphRole.EMBARGO, "Embargo"),
        (ParagraphRole.RIGHTS, "Rights"),
        (ParagraphRole.BODY, "BodyText"),
    ],
)
def test_paragraphs_have_the_style_of_their_role(role: ParagraphRole, style: str) -> None:
    (shown,) = body(paragraph("x", role=role))
    assert (style_of(shown), words(shown)) == (style, "x")


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_headings_are_words_own_with_outline_levels(level: int) -> None:
    sheet = styles()
    (style,) = find(sheet, f"//w:style[@w:styleId='Heading{level}']")
    assert find(style, "w:name/@w:val") == [f"heading {level}"]
    assert find(style, "w:pPr/w:outlineLvl/@w:val") == [str(level - 1)]
    assert has(style, "w:pPr/w:keepNext") and has(style, "w:pPr/w:keepLines")
    (shown,) = body(heading("Part", level=level, anchor="heading-7"))
    assert style_of(shown) == f"Heading{level}"
    assert find(shown, "w:bookmarkStart/@w:name") == ["heading_7"]


def test_a_long_headline_is_set_smaller() -> None:
    def size(words: str) -> int:
        data = made(document(headline=heading(words, level=1, anchor="heading-1")))
        (found,) = find(xml(data, "word/styles.xml"), "//w:style[@w:styleId='Heading1']/w:rPr/w:sz/@w:val")
        return int(found)

    assert size("Long headline " * 12) < size("Short")


# ---------------------------------------------------------------- the text


def test_quote() -> None:
    said, who = body(quote())
    assert [style_of(said), style_of(who)] == ["Quote", "QuoteAttribution"]
    assert has(said, "w:pPr/w:keepNext")
    who, said = body(quote(first=True))
    assert [style_of(who), style_of(said)] == ["QuoteAttribution", "Quote"]
    assert has(who, "w:pPr/w:keepNext")


def test_a_quote_against_the_direction_has_its_bar_on_the_other_side() -> None:
    said = body(tree.Quote(**{**HEADED, **ARABIC}, body=(paragraph("«كلام»", **ARABIC),)))[0]
    assert find(said, "w:pPr/w:pBdr/w:left/@w:val") == ["nil"]
    assert find(said, "w:pPr/w:pBdr/w:right/@w:val") == ["single"]
    assert has(said, "w:pPr/w:bidi")


def test_text_against_the_direction_keeps_to_the_same_measure() -> None:
    (style,) = find(styles(), "//w:style[@w:styleId='BodyText']/w:pPr/w:ind")
    (shown,) = find(body(paragraph("نص", **ARABIC))[0], "w:pPr/w:ind")
    assert (value(shown, "left"), value(shown, "right")) == (value(style, "right"), value(style, "left"))


def test_every_list_is_one_of_its_own_and_starts_anew() -> None:
    data = made(
        document(
            items("a"),
            items("b", ordered=True, start=4),
            items("c", ordered=True),
            items("d"),
        )
    )
    told = [
        (value(each), words(each.getparent().getparent().getparent()))
        for each in find(xml(data), "//w:numId")
    ]
    assert [word for _, word in told] == ["a", "b", "c", "d"]
    bullets, first, second, again = (number for number, _ in told)
    assert len({bullets, first, second, again}) == 4
    numbering = xml(data, "word/numbering.xml")
    for number, start in ((first, "4"), (second, "1")):
        (override,) = find(numbering, f"//w:num[@w:numId='{number}']/w:lvlOverride")
        assert (value(override, "ilvl"), find(override, "w:startOverride/@w:val")) == ("0", [start])


def test_lists_in_lists() -> None:
    inner = items("two", ordered=True, start=3)
    told = tree.List(**HEADED, items=(item(paragraph("one"), inner, paragraph("still one")),))
    one, two, still = body(told)
    assert [style_of(each) for each in (one, two, still)] == ["ListBullet", "ListNumber", "ListContinue"]
    assert find(one, ".//w:ilvl/@w:val") == ["0"] and find(two, ".//w:ilvl/@w:val") == ["1"]
    assert not has(still, ".//w:numPr")


def test_notes_are_a_numbered_list_with_links_both_ways() -> None:
    there = link("note 1", "#note-1", kind=LinkKind.NOTE, anchor="note-1-reference-1")
    back = link("Back to the text", "#note-1-reference-1", kind=LinkKind.BACK)
    note = item(paragraph("A note. ", back), anchor="note-1")
    notes = section(SectionKind.NOTES, tree.List(**HEADED, items=(note,), ordered=True, role=ListRole.NOTES))
    text, _, shown = body(paragraph("Text (", there, ")"), sections=(notes,))
    assert find(text, "w:bookmarkStart/@w:name") == ["note_1_reference_1"]
    assert find(text, "w:hyperlink/@w:anchor") == ["note_1"]
    assert style_of(shown) == "Note" and has(shown, "w:pPr/w:numPr")
    assert find(shown, "w:bookmarkStart/@w:name") == ["note_1"]
    assert find(shown, "w:hyperlink/@w:anchor") == ["note_1_reference_1"]


def test_definitions() -> None:
    told = tree.Definitions(
        **HEADED,
        items=(
            tree.Definition(
                **HEADED,
                term=paragraph("When", role=ParagraphRole.TERM),
                body=(paragraph("Noon"), items("x")),
            ),
        ),
    )
    assert [(style_of(each), words(each)) for each in body(told)] == [
        ("Term", "When"),
        ("Definition", "Noon"),
        ("ListBullet", "x"),
    ]
    (style,) = find(styles(), "//w:style[@w:styleId='Term']")
    assert has(style, "w:pPr/w:keepNext")


def test_callout_is_one_box_that_stays_together() -> None:
    told = tree.Callout(**HEADED, heading=heading("Hear", level=3), body=(paragraph("Text"), items("x")))
    title, text, bullet = body(told)
    assert [style_of(each) for each in (title, text, bullet)] == ["Heading3", "Callout", "ListBullet"]
    assert has(title, "w:pPr/w:keepNext") and has(text, "w:pPr/w:keepNext")
    # Word draws one box around neighbours whose borders are the same.
    (box,) = find(styles(), "//w:style[@w:styleId='Callout']/w:pPr/w:pBdr")
    for each in (title, bullet):
        (own,) = find(each, "w:pPr/w:pBdr")
        assert [sorted(side.items()) for side in own] == [sorted(side.items()) for side in box]
        assert has(each, "w:pPr/w:shd")


def test_divider_is_a_border_and_the_end_mark_a_paragraph() -> None:
    end = tree.EndMark(**HEADED, text="###", spoken="End of release")
    rule, mark = body(tree.Divider(**HEADED), end_mark=end)
    assert (style_of(rule), words(rule)) == ("Divider", "")
    assert has(styles(), "//w:style[@w:styleId='Divider']/w:pPr/w:pBdr/w:bottom")
    assert (style_of(mark), words(mark)) == ("EndMark", "###")


# ---------------------------------------------------------------- tables


def test_table() -> None:
    data = made(document(table(), paragraph("After")))
    (told,) = find(xml(data), "//w:tbl")
    (caption,) = find(told, "preceding-sibling::w:p[1]")
    assert (style_of(caption), words(caption)) == ("Caption", "Tides")
    assert has(caption, "w:pPr/w:keepNext")
    assert find(told, "w:tblPr/w:tblCaption/@w:val") == ["Tides"]
    assert find(told, "w:tblPr/w:tblDescription/@w:val") == ["Year; Level"]
    assert len(find(told, "w:tr")) == len(find(told, "w:tr/w:trPr/w:cantSplit")) == 3
    assert len(find(told, "w:tr/w:trPr/w:tblHeader")) == len(find(told, "w:tr[1]/w:trPr/w:tblHeader")) == 1
    assert [style_of(each) for each in find(told, ".//w:p")] == ["TableHeading"] * 3 + ["TableText"] * 3
    ends = find(told, ".//w:p[w:pPr/w:jc/@w:val='right']")
    assert [words(each) for each in ends] == ["Level", "121"]
    assert find(told, "w:tblPr/w:tblLook/@w:firstRow | w:tblPr/w:tblLook/@w:firstColumn") == ["1", "1"]
    assert not has(told, ".//w:gridSpan | .//w:vMerge | .//w:bidiVisual")
    widths = [int(each) for each in find(told, "w:tblGrid/w:gridCol/@w:w")]
    assert sum(widths) == int(find(told, "w:tblPr/w:tblW/@w:w")[0])
    assert widths[0] < widths[1]
    (after,) = find(told, "following-sibling::w:p[1]")
    assert int(find(after, "w:pPr/w:spacing/@w:before")[0]) > 0


def test_tables_have_horizontal_rules_only() -> None:
    (borders,) = find(styles(), "//w:style[@w:styleId='ReleaseTable']/w:tblPr/w:tblBorders")
    assert [each.tag.rpartition("}")[2] for each in borders] == ["top", "bottom", "insideH"]


def test_a_table_from_the_right_runs_from_the_right() -> None:
    told = made(document(table(dir="rtl", lang="ar"), lang="ar", dir="rtl"))
    assert has(xml(told), "//w:tbl/w:tblPr/w:bidiVisual")


# ---------------------------------------------------------------- pictures


def test_figure_with_caption_and_credit_stays_together() -> None:
    told = figure(
        caption=paragraph("At dusk.", role=ParagraphRole.CAPTION),
        credit=paragraph("Museum", role=ParagraphRole.CREDIT),
        long_description=paragraph("Long.", role=ParagraphRole.LONG_DESCRIPTION),
    )
    photo, caption, credit, long = body(told)
    assert [style_of(each) for each in (photo, caption, credit, long)] == [
        "Figure",
        "Caption",
        "Credit",
        "PictureDescription",
    ]
    assert has(photo, "w:pPr/w:keepNext") and has(caption, "w:pPr/w:keepNext")
    assert not has(credit, "w:pPr/w:keepNext")
    assert [words(each) for each in (photo, caption, credit, long)] == ["", "At dusk.", "Museum", "Long."]
    assert find(photo, ".//wp:docPr/@descr") == ["A harbour"]


def test_a_photo_keeps_its_shape_and_is_never_blown_up() -> None:
    (photo,) = body(figure(width=60, height=40))
    (extent,) = find(photo, ".//wp:extent")
    assert (extent.get("cx"), extent.get("cy")) == (str(45 * 12700), str(30 * 12700))


def test_photos_that_stand_together_are_smaller_than_one_alone() -> None:
    def width(*photos: tree.Figure) -> int:
        data = made(document(sections=(section(SectionKind.MEDIA, *photos),)))
        return int(find(xml(data), "//w:p[w:pPr/w:pStyle/@w:val='Figure']//wp:extent/@cx")[0])

    photo = figure(width=1500, height=1000)
    assert width(photo, photo) == pytest.approx(0.7 * width(photo), rel=0.01)


def test_a_decorative_picture_says_so() -> None:
    (photo,) = body(figure(alt=""))
    assert has(photo, ".//wp:docPr[@descr='']/a:extLst/a:ext/adec:decorative[@val='1']")
    assert find(photo, "w:pPr/w:keepNext/@w:val") == ["0"]


# ---------------------------------------------------------------- sections


def test_contact_card_reads_in_order_and_stays_together() -> None:
    role = ParagraphRole
    mail = link("m@example.org", "mailto:m@example.org", kind=LinkKind.CONTACT)
    card = tree.Card(
        **HEADED,
        lines=(
            paragraph("Press", role=role.CARD_ROLE),
            paragraph("Museum", role=role.CARD_ORGANISATION),
            paragraph("Ho", role=role.PERSON_NAME),
            paragraph("Manager", role=role.PERSON_TITLE),
            paragraph(label("Email:"), " ", mail, role=role.CONTACT_LINE),
            paragraph("Call first."),
        ),
    )
    _, _, *lines = body(sections=(section(SectionKind.CONTACTS, card),))
    assert [(style_of(each), words(each)) for each in lines] == [
        ("ContactRole", "Press"),
        ("ContactOrganisation", "Museum"),
        ("ContactName", "Ho"),
        ("ContactTitle", "Manager"),
        ("ContactLine", "Email: m@example.org"),
        ("ContactText", "Call first."),
    ]
    assert [has(each, "w:pPr/w:keepNext") for each in lines] == [True] * 5 + [False]
    assert find(lines[4], "w:r[1]/w:rPr/w:rStyle/@w:val") == ["ContactLabel"]


def test_boilerplate_is_small_all_the_way_down() -> None:
    inner = section(SectionKind.BODY, paragraph("Inner"))
    about = section(SectionKind.ABOUT, paragraph("Outer"), items("x"), items("y", ordered=True), inner)
    shown = [style_of(each) for each in body(sections=(about,))[1:]]
    assert shown == [
        "Heading2",
        "Boilerplate",
        "BoilerplateBullet",
        "BoilerplateNumber",
        "Heading2",
        "Boilerplate",
    ]


def test_downloads_are_a_list_of_links() -> None:
    told = tree.List(
        **HEADED,
        items=(item(paragraph(link("Get (ZIP)", "https://example.org/a b", tooltip="All photos"))),),
        role=ListRole.DOWNLOADS,
    )
    data = made(document(sections=(section(SectionKind.DOWNLOADS, told),)))
    (found,) = find(xml(data), "//w:hyperlink")
    assert (words(found), value(found, "tooltip")) == ("Get (ZIP)", "All photos")
    assert find(found, "w:r/w:rPr/w:rStyle/@w:val") == ["Hyperlink"]
    rels = xml(data, "word/_rels/document.xml.rels")
    assert [each.get("Target") for each in rels if each.get("TargetMode")] == ["https://example.org/a%20b"]


def test_runs_keep_what_they_hold() -> None:
    strong = tree.Strong(**RUN, children=runs(tree.Em(**RUN, children=runs("both"))))
    (shown,) = body(paragraph("a", tree.Break(**RUN), strong, " ", tree.Code(**RUN, text="x = 1")))
    assert words(shown) == "a\nboth x = 1"
    assert find(shown, "w:r/w:rPr/w:rStyle/@w:val") == ["Strong", "Code"]
    assert has(shown, "w:r[w:t='both']/w:rPr/w:i")


@pytest.mark.parametrize("style", ["ListBullet", "ListNumber", "Summary", "Note"])
def test_an_editor_who_takes_a_list_style_gets_a_list(style: str) -> None:
    data = made(document())
    (number,) = find(
        xml(data, "word/styles.xml"), f"//w:style[@w:styleId='{style}']/w:pPr/w:numPr/w:numId/@w:val"
    )
    assert find(xml(data, "word/numbering.xml"), f"//w:num[@w:numId='{number}']")


def test_captions_stand_in_words_lists_of_figures_and_tables_without_a_visible_number() -> None:
    role = tree.ParagraphRole.CAPTION
    data = made(
        document(
            figure(
                caption=paragraph("By night", role=role),
                credit=paragraph("Ada", role=tree.ParagraphRole.CREDIT),
            ),
            tree.Table(
                **HEADED,
                caption=paragraph("Heights", role=role),
                header=row(cell("A")),
                rows=(row(cell("1")),),
            ),
        )
    )
    root = xml(data)
    fields = [
        (words(each.getparent().getparent()), (each.text or "").strip())
        for each in find(root, "//w:instrText")
    ]
    assert fields == [("By night", "SEQ Figure \\h"), ("Heights", "SEQ Table \\h")]
    assert all(find(each, "w:rPr/w:vanish") for each in find(root, "//w:r[w:fldChar or w:instrText]"))


@pytest.mark.parametrize("name", ["default", "cyberport"])
def test_the_publisher_s_name_has_the_voice_that_it_has_in_the_pdf(name: str) -> None:
    look = load_brand(name)
    (style,) = find(
        xml(made(document(), name), "word/styles.xml"), "//w:style[@w:styleId='LetterheadLogo']/w:rPr"
    )
    assert has(style, "w:b")
    assert value(find(style, "w:sz")[0]) == str(round(2 * look.style("heading-3").size_pt))
    assert value(find(style, "w:rFonts")[0], "ascii") == look.headline[0]
