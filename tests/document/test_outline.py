"""What a reader must get from a document."""

from __future__ import annotations

from pathlib import Path

import pytest

import tree_nodes
from goldens import Golden
from outlined import CASES, document_of, unit
from prexport.document import tree
from prexport.document.outline import Mark, MarkKind, Role, Unit
from prexport.document.outline_builder import OutlineBuilder
from prexport.document.outline_of import outline_of
from prexport.document.outline_text import as_text
from prexport.document.outline_words import Words

EN, FR = "en-Latn-US", "fr-Latn-FR"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_what_readers_must_get(case: Path, golden: Golden) -> None:
    told = as_text(outline_of(document_of(case)), sources=True)
    golden.check(f"cases/document/{case.name}/expected/outline.txt", told)


def test_a_photo_is_known_by_its_fingerprint() -> None:
    one, other = tree_nodes.figure(width=60), tree_nodes.figure(width=900)
    units = outline_of(tree_nodes.document(one, other, one)).units
    images = [unit.image for unit in units if unit.role is Role.FIGURE]
    assert images[0] == images[2] != images[1]


def test_names_are_kept_where_a_link_leads_to_them() -> None:
    note = tree_nodes.items("Read it.", ordered=True)
    item = tree_nodes.item(*note.items[0].body, anchor="note-1")
    body = (
        tree_nodes.paragraph("See ", tree_nodes.link("note 1", "#note-1", anchor="note-1-reference-1")),
        tree_nodes.section(
            tree.SectionKind.NOTES, tree.List(**tree_nodes.HEADED, items=(item,), ordered=True)
        ),
    )
    names = {one.text: one.names for one in outline_of(tree_nodes.document(*body)).units}
    assert names["Read it."] == ("note-1",)
    assert names["See note 1"] == ()  # nothing leads back
    assert names["Part"] == ()  # every heading has an anchor


# ---------------------------------------------------------------- words


def test_white_space_is_one_space_and_none_at_the_ends() -> None:
    words = Words()
    words.add(" \n One\u00a0\u202f two ", "en")
    words.add("\n", "en")
    words.add(" three \u2003", "en")
    assert words.said("en").text == "One two three"


def test_what_nobody_sees_is_left_out_and_letters_are_composed() -> None:
    words = Words()
    words.add("re\u00adlease\u200e ca\u0300 \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "en")
    # The joiner of Persian changes what is read.
    assert words.said("en").text == "release c\u00e0 \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"


def test_marks_are_the_same_however_the_text_is_cut() -> None:
    whole, cut = Words(), Words()
    strong, link = (MarkKind.STRONG, ""), (MarkKind.LINK, "https://example.org")
    whole.add("The ", "en")
    whole.add("whole site", "en", [strong, link])
    whole.add(" opens", "en")
    cut.add("The", "en")
    cut.add(" ", "en", [strong])
    for piece in ("wh", "ole", " si", "te"):
        cut.add(piece, "en-US", [link, strong])
    cut.add("  opens\n", "en")
    expected = (Mark(4, 14, *link), Mark(4, 14, *strong))
    assert whole.said("en").marks == tuple(sorted(expected))
    assert cut.said("en") == whole.said("en")


def test_the_language_of_a_part_is_marked_where_it_differs_from_the_units() -> None:
    words = Words()
    words.add("They said ", "en-HK")
    words.add("bonjour", "fr", [(MarkKind.EMPHASIS, "")])
    words.add(" and ", "en-Latn-HK")
    words.add("au revoir", "fr-FR")
    said = words.said("en-HK")
    assert said.lang == "en-Latn-HK"
    assert [mark for mark in said.marks if mark.kind is MarkKind.LANGUAGE] == [
        Mark(10, 17, MarkKind.LANGUAGE, FR),
        Mark(22, 31, MarkKind.LANGUAGE, FR),
    ]


def test_without_a_language_of_its_own_a_unit_has_that_of_most_of_its_words() -> None:
    words = Words()
    words.add("Oui: ", "en")
    words.add("bonjour à tous", "fr")
    said = words.said()
    assert (said.lang, said.marks) == (FR, (Mark(0, 4, MarkKind.LANGUAGE, EN),))


def test_a_mark_on_nothing_is_none() -> None:
    words = Words()
    words.add("a", "en")
    words.add(" ", "fr", [(MarkKind.STRONG, "")])
    words.add("b", "en")
    assert words.said("en").marks == ()
    assert not Words()


# ---------------------------------------------------------------- building


def built(*steps: Unit | None) -> tuple[Unit, ...]:
    """Units from a builder: a container is opened, None closes one, anything else is added."""
    builder = OutlineBuilder()
    containers = {Role.LIST, Role.ITEM, Role.DEFINITION, Role.TABLE, Role.QUOTE, Role.CALLOUT, Role.FIGURE}
    for step in steps:
        if step is None:
            builder.close()
        elif step.role in containers:
            builder.open(step)
        else:
            builder.add(step)
    return builder.outline().units


def test_an_item_takes_the_paragraph_that_it_begins_with() -> None:
    bullets, item = unit(role=Role.LIST, numbering="bullets"), unit(role=Role.ITEM)
    units = built(bullets, item, unit("One"), unit("more"), None, item, bullets, item, unit("a"), None, None)
    assert [(one.role, one.depth, one.text) for one in units] == [
        (Role.LIST, 0, ""),
        (Role.ITEM, 1, "One"),
        (Role.PARAGRAPH, 2, "more"),
        (Role.ITEM, 1, ""),
        (Role.LIST, 2, ""),
        (Role.ITEM, 3, "a"),
    ]


def test_a_table_takes_its_caption_and_a_figure_does_not() -> None:
    caption = unit("Sums", Role.CAPTION)
    table = unit(role=Role.TABLE, rows=1, columns=2)
    figure = unit(role=Role.FIGURE, alt="A ship", lang=EN)
    units = built(table, caption, unit("1", Role.CELL), unit("", Role.CELL), None, figure, caption, None)
    assert [(one.role, one.depth, one.text) for one in units] == [
        (Role.TABLE, 0, "Sums"),
        (Role.CELL, 1, "1"),
        (Role.CELL, 1, ""),
        (Role.FIGURE, 0, ""),
        (Role.CAPTION, 1, "Sums"),
    ]


def test_a_paragraph_without_words_is_nothing() -> None:
    assert built(unit("One"), unit(""), unit("", Role.HEADING, level=2)) == (unit("One"),)


HEADLINE = unit("It opens", Role.HEADING, level=1)


@pytest.mark.parametrize(
    "mark",
    [(unit(role=Role.FIGURE, alt="Harbour Museum", lang=EN), None), (unit("Harbour Museum"),)],
    ids=["alternative", "words"],
)
def test_what_opens_a_release_is_the_publishers_mark(mark: tuple[Unit | None, ...]) -> None:
    assert built(*mark, unit("Press Release"), HEADLINE)[0] == unit("Harbour Museum", Role.LOGO)


def test_what_stands_behind_the_headline_is_no_mark() -> None:
    assert built(HEADLINE, unit("It is open."))[1].role is Role.PARAGRAPH
    assert built(unit("It is open."), unit("Come."))[0].role is Role.PARAGRAPH
