"""What is left of an outline in a format that can't say all of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from outlined import CASES, document_of, marked, outline, unit
from prexport.document.outline import Mark, MarkKind, Outline, Role, Unit
from prexport.document.outline_formats import WITHOUT, comparable
from prexport.document.outline_of import outline_of
from prexport.formats import FORMATS

EN, FR = "en-Latn-US", "fr-Latn-FR"
FIGURE = unit(role=Role.FIGURE, alt="A ship", lang=EN)


def shape(units: Outline) -> list[tuple[str, int, str]]:
    return [(str(one.role), one.depth, one.text) for one in units.units]


def only(expected: Unit, format_: str) -> Unit:
    """What is left of a single unit."""
    (left,) = comparable(outline(expected), format_).units
    return left


def test_every_format_has_its_row() -> None:
    assert WITHOUT.keys() == FORMATS.keys()


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_html_says_all(case: Path) -> None:
    told = outline_of(document_of(case))
    assert comparable(told, "html") == told


def test_word_has_no_expansions_and_no_words_for_signs() -> None:
    assert only(marked("HKT", "HKT", MarkKind.EXPANSION, "Hong Kong Time"), "docx") == unit("HKT")
    end = unit("###", Role.END_MARK, alt="End of release")
    assert only(end, "docx") == unit("###", Role.END_MARK, lang="")
    assert only(end, "pdf") == end


@pytest.mark.parametrize("format_", ["pdf", "docx"])
def test_only_html_has_dates_for_machines(format_: str) -> None:
    assert only(marked("1 May", "1 May", MarkKind.MOMENT, "2026-05-01"), format_) == unit("1 May")


def test_word_knows_languages_of_words_alone() -> None:
    french = unit("Oui: bonjour", lang=EN, marks=(Mark(5, 12, MarkKind.LANGUAGE, FR),))
    assert only(french, "docx") == unit("Oui: bonjour", lang=FR, marks=(Mark(0, 4, MarkKind.LANGUAGE, EN),))
    assert only(french, "pdf") == french
    assert only(FIGURE, "docx").lang == ""
    assert only(unit("Trust", Role.LOGO), "docx") == unit("Trust", Role.LOGO, lang="")


def test_pdf_has_neither_warnings_nor_speakers_nor_dividers() -> None:
    whole = outline(
        unit("Embargoed", Role.NOTE),
        unit(role=Role.QUOTE),
        unit("“Yes.”", depth=1),
        unit("— Anne", Role.ATTRIBUTION, depth=1),
        unit(role=Role.DIVIDER),
    )
    assert shape(comparable(whole, "pdf")) == [
        ("paragraph", 0, "Embargoed"),
        ("quote", 0, ""),
        ("paragraph", 1, "“Yes.”"),
        ("paragraph", 1, "— Anne"),
    ]


def test_a_decorative_figure_is_an_artifact_in_pdf_and_its_captions_are_paragraphs() -> None:
    figures = outline(
        unit(role=Role.FIGURE, alt=""),
        unit("A wave", Role.CAPTION, depth=1),
        FIGURE,
        unit("The ship", Role.CAPTION, depth=1),
    )
    assert shape(comparable(figures, "pdf")) == [
        ("paragraph", 0, "A wave"),
        ("figure", 0, ""),
        ("caption", 1, "The ship"),
    ]


def test_word_has_kinds_of_paragraphs_where_others_have_containers() -> None:
    whole = outline(
        unit(role=Role.QUOTE),
        unit("“Yes.”", depth=1),
        unit("— Anne", Role.ATTRIBUTION, depth=1),
        unit(role=Role.CALLOUT),
        unit("Box", Role.HEADING, depth=1, level=3),
        unit("In it.", depth=1),
        unit(role=Role.LIST, depth=1, numbering="bullets"),
        unit("One", Role.ITEM, depth=2),
        unit("more", depth=3),
        unit(role=Role.LIST, depth=3, numbering="numbers", number=1),
        unit("a", Role.ITEM, depth=4),
        unit(role=Role.LIST, numbering="terms"),
        unit("Who", Role.TERM, depth=1),
        unit("Anne", Role.DEFINITION, depth=1),
        unit("Ben", depth=2),
        unit("Sums", Role.TABLE, rows=1, columns=1),
        unit("1", Role.CELL, depth=1),
    )
    assert shape(comparable(whole, "docx")) == [
        ("quote", 0, "“Yes.”"),
        ("attribution", 0, "— Anne"),
        ("heading", 0, "Box"),
        ("callout", 0, "In it."),
        ("list", 0, ""),
        ("item", 0, "One"),
        ("paragraph", 1, "more"),
        ("list", 1, ""),
        ("item", 1, "a"),
        ("term", 0, "Who"),
        ("definition", 0, "Anne"),
        ("definition", 0, "Ben"),
        ("table", 0, "Sums"),
        ("cell", 0, "1"),
    ]
