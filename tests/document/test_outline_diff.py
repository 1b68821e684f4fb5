"""Differences between outlines: each fault is seen once, as what it is, and said in words."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from outlined import SAMPLES, document_of, marked, outline, unit
from prexport.document.outline import MarkKind, Outline, Role, Unit
from prexport.document.outline_diff import Difference, Kind, Trait, differences
from prexport.document.outline_of import outline_of

FR = "fr-Latn-FR"
A, B, C = "0123456789abcdef", "0123456789abcdee", "fedcba9876543210"


def said(expected: Outline, actual: Outline) -> list[tuple[Kind, Trait | None, str]]:
    return [(one.kind, one.trait, one.sentence) for one in differences(expected, actual)]


def text(number: int) -> str:
    return f"Paragraph {number} tells of the harbour and the sea."


def only(old: Unit, new: Unit) -> Difference:
    """The one difference that a changed unit between two others makes."""
    around = outline(text(1), text(2)).units
    (found,) = differences(Outline((around[0], old, around[1])), Outline((around[0], new, around[1])))
    return found


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_an_outline_does_not_differ_from_itself(sample: Path) -> None:
    told = outline_of(document_of(sample))
    assert differences(told, told) == ()


# ---------------------------------------------------------------- whole units


def test_a_lost_unit() -> None:
    three = outline(text(1), unit(text(2), source="/body/1"), text(3))
    (found,) = differences(three, outline(text(1), text(3)))
    assert found == Difference(
        kind=Kind.LOST,
        sentence="The paragraph “Paragraph 2 tells of the harbour and the sea.” is missing.",
        source="/body/1",
        expected=text(2),
    )


def test_an_added_unit_is_told_with_the_one_before_it() -> None:
    two = outline(unit("It opens", Role.HEADING, level=1, source="/headline"), text(2))
    (found,) = differences(two, outline(two.units[0], "Buy now!", text(2)))
    assert (found.kind, found.source, found.actual) == (Kind.ADDED, "/headline", "Buy now!")
    assert found.sentence == (
        "After the heading “It opens” stands a paragraph “Buy now!”, which the release doesn’t have there."
    )


def test_two_neighbours_that_changed_places_are_one_move() -> None:
    expected = outline(*map(text, range(1, 6)))
    assert said(expected, outline(*map(text, (1, 3, 2, 4, 5)))) == [
        (
            Kind.MOVED,
            None,
            "The paragraph “Paragraph 2 tells of the harbour and the sea.” stands after the paragraph "
            "“Paragraph 3 tells of the harbour and the sea.” instead of after the paragraph "
            "“Paragraph 1 tells of the harbour and the sea.”.",
        )
    ]


def test_a_part_that_moved_as_a_whole_is_one_move() -> None:
    expected = outline("Top", *map(text, range(30)))
    actual = outline("Top", *map(text, (*range(5, 30), *range(5))))
    (found,) = differences(expected, actual)
    assert found.kind is Kind.MOVED
    assert "and the 4 parts that follow it stand after" in found.sentence


def test_a_moved_unit_that_occurs_twice() -> None:
    expected = outline("a", "same", "b", "c", "same", "d", "x")
    assert [one.kind for one in differences(expected, outline("x", "a", "same", "b", "c", "same", "d"))] == [
        Kind.MOVED
    ]


# ---------------------------------------------------------------- changed units

FIGURE = unit(role=Role.FIGURE, alt="A red ship", lang="en-Latn-US", image=A)
LINKED = marked("See the site.", "site", MarkKind.LINK, "https://example.org")


@pytest.mark.parametrize(
    ("old", "new", "trait", "sentence"),
    [
        (
            unit("The museum opens on Friday at ten."),
            unit("The museum opens on Monday at ten."),
            Trait.TEXT,
            "The paragraph “The museum opens on Friday at ten.” says “The museum opens on Monday at ten.” "
            "instead of “The museum opens on Friday at ten.”.",
        ),
        (
            unit("Part", Role.HEADING, level=2),
            unit("Part"),
            Trait.ROLE,
            "The heading “Part” has become a paragraph.",
        ),
        (
            unit("Part", Role.HEADING, level=2),
            unit("Part", Role.HEADING, level=3),
            Trait.LEVEL,
            "The heading “Part” has level 3 instead of level 2.",
        ),
        (
            unit("Bonjour", lang=FR),
            unit("Bonjour"),
            Trait.LANGUAGE,
            "The paragraph “Bonjour” has the language en-Latn-US instead of the language fr-Latn-FR.",
        ),
        (
            FIGURE,
            replace(FIGURE, alt="photo.jpg"),
            Trait.ALTERNATIVE,
            "The picture “A red ship” has the description “photo.jpg” instead of the description “A red ship”.",
        ),
        (
            FIGURE,
            replace(FIGURE, alt=None),
            Trait.ALTERNATIVE,
            "The picture “A red ship” has no description instead of the description “A red ship”.",
        ),
        (FIGURE, replace(FIGURE, image=C), Trait.IMAGE, "The picture “A red ship” shows another photo."),
        (FIGURE, replace(FIGURE, image=""), Trait.IMAGE, "The picture “A red ship” shows nothing."),
        (
            unit(role=Role.LIST, numbering="numbers", number=4),
            unit(role=Role.LIST, numbering="numbers", number=1),
            Trait.NUMBER,
            "The list has the number 1 instead of the number 4.",
        ),
        (
            unit(role=Role.LIST, numbering="terms"),
            unit(role=Role.LIST, numbering="bullets"),
            Trait.NUMBERING,
            "The list has bullets instead of terms.",
        ),
        (
            unit("Year", Role.HEADER_CELL, scope="column"),
            unit("Year", Role.HEADER_CELL),
            Trait.SCOPE,
            "The header cell “Year” has no scope instead of the scope “column”.",
        ),
        (
            unit("Sums", Role.TABLE, rows=2, columns=3),
            unit("Sums", Role.TABLE, rows=3, columns=2),
            Trait.SIZE,
            "The table “Sums” has 3 × 2 cells (rows × columns) instead of 2 × 3 cells (rows × columns).",
        ),
        (
            unit("A note", names=("note-1",)),
            unit("A note"),
            Trait.NAMES,
            "The paragraph “A note” has no link name instead of the link name note-1.",
        ),
        (
            LINKED,
            unit("See the site."),
            Trait.LINK,
            "The paragraph “See the site.” has lost a link: “site” → https://example.org.",
        ),
        (
            LINKED,
            marked("See the site.", "site", MarkKind.LINK, "https://example.com"),
            Trait.LINK,
            "The paragraph “See the site.” has another link: “site” → https://example.com "
            "instead of “site” → https://example.org.",
        ),
        (
            marked("A mot", "mot", MarkKind.LANGUAGE, FR),
            unit("A mot"),
            Trait.PART_LANGUAGE,
            "The paragraph “A mot” has lost words in another language: “mot” = fr-Latn-FR.",
        ),
        (
            unit("HKT"),
            marked("HKT", "HKT", MarkKind.EXPANSION, "Hong Kong Time"),
            Trait.EXPANSION,
            "The paragraph “HKT” has an abbreviation that the release doesn’t have: “HKT” = Hong Kong Time.",
        ),
        (
            marked("So very strong", "very strong", MarkKind.STRONG),
            marked("So very strong", "strong", MarkKind.STRONG),
            Trait.STRONG,
            "The paragraph “So very strong” has other strong words: “strong” instead of “very strong”.",
        ),
    ],
    ids=lambda value: str(value) if isinstance(value, Trait) else "",
)
def test_a_changed_unit(old: Unit, new: Unit, trait: Trait, sentence: str) -> None:
    found = only(old, new)
    assert (found.kind, found.trait, found.sentence) == (Kind.CHANGED, trait, sentence)


def test_a_photo_is_the_same_when_its_fingerprint_is_near_or_nobody_looked() -> None:
    for image in (B, None):
        assert differences(outline(FIGURE), outline(replace(FIGURE, image=image))) == ()


def test_an_edit_does_not_hide_what_else_has_changed() -> None:
    old = marked("On Friday see the site.", "site", MarkKind.LINK, "https://example.org")
    new = marked("On Monday see the site.", "site", MarkKind.LINK, "https://example.com")
    assert [one.trait for one in differences(outline(old), outline(new))] == [Trait.TEXT, Trait.LINK]


def test_an_edit_inside_a_link_is_an_edit_alone() -> None:
    old = marked("See our site.", "our site", MarkKind.LINK, "https://example.org")
    new = marked("See the site.", "the site", MarkKind.LINK, "https://example.org")
    assert only(old, new).trait is Trait.TEXT


def test_a_lost_container_is_told_once() -> None:
    inside = [unit(text(number), depth=1) for number in range(4)]
    expected = outline("Before", unit(role=Role.CALLOUT, source="/body/1"), *inside, "After")
    actual = outline("Before", *map(text, range(4)), "After")
    assert said(expected, actual) == [(Kind.LOST, None, "The callout is missing.")]


def test_a_unit_that_left_its_container() -> None:
    quote = unit(role=Role.QUOTE)
    expected = outline(quote, unit("“Yes.”", depth=1), unit("— Anne", Role.ATTRIBUTION, depth=1))
    actual = outline(quote, unit("“Yes.”", depth=1), unit("— Anne", Role.ATTRIBUTION))
    (found,) = differences(expected, actual)
    assert (found.trait, found.expected) == (Trait.PLACE, "in the quotation")
    assert found.sentence == (
        "The speaker’s name “— Anne” stands outside of all lists, quotations and boxes "
        "instead of in the quotation."
    )


def test_edited_cells_are_told_one_by_one() -> None:
    cells = [unit(str(number), Role.CELL, depth=1) for number in (1, 2, 3, 4)]
    table = unit("Sums", Role.TABLE, rows=2, columns=2)
    edited = [cells[0], replace(cells[1], text="7"), replace(cells[2], text="8"), cells[3]]
    found = differences(outline(table, *cells), outline(table, *edited))
    assert [(one.trait, one.expected, one.actual) for one in found] == [
        (Trait.TEXT, "2", "7"),
        (Trait.TEXT, "3", "8"),
    ]


# ---------------------------------------------------------------- size

MANY = 2000


def many(seed: int, words: int) -> Outline:
    """Units of few words in all, so that most of them are like many others."""
    chance = random.Random(seed)
    return outline(*(str(chance.randrange(words)) for _ in range(MANY)))


@pytest.mark.timeout(30)  # an alignment that tries everything takes hours
@pytest.mark.parametrize("words", [1, 2, 50, 1000, 10**9])
def test_long_outlines_without_anything_in_common_are_compared(words: int) -> None:
    expected, actual = many(1, words), many(2, words)
    found = differences(expected, actual)
    gone = sum(one.kind is Kind.LOST for one in found)
    come = sum(one.kind is Kind.ADDED for one in found)
    assert gone == come
    assert bool(found) == (words > 1)


@pytest.mark.timeout(30)
def test_a_small_fault_in_a_long_outline_is_found() -> None:
    units = list(outline(*(f"{number} {text(number)}" for number in range(MANY))).units)
    edited = [*units]
    edited[700] = replace(edited[700], text="Quite another thing.")
    edited.insert(1500, edited.pop(30))
    del edited[100]
    kinds = [one.kind for one in differences(Outline(tuple(units)), Outline(tuple(edited)))]
    assert kinds == [Kind.MOVED, Kind.LOST, Kind.CHANGED]
