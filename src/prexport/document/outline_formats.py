"""What a format can't say, and what is left of an outline to compare with an artefact of that format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum

from prexport.document.outline import MarkKind, Outline, Role, Unit
from prexport.document.outline_words import rebased


class Unsaid(StrEnum):
    """Something that a format has no means to say, and what stands in its place there."""

    EXPANSION = "what an abbreviation stands for"  # nothing
    MOMENT = "the machine-readable value of a date"  # nothing
    SPOKEN_SIGNS = "what is said for the signs of an end mark"  # the signs, without a language
    NOTE = "that a paragraph is a warning"  # a paragraph
    ATTRIBUTION = "which paragraph of a quotation names the speaker"  # a paragraph of the quotation
    DIVIDER = "a divider"  # nothing
    DECORATION = "a picture that is passed over"  # nothing; its captions are paragraphs
    CONTAINERS = "where quotations, callouts and lists of terms begin and end"
    # Each paragraph that stands directly in a QUOTE or CALLOUT has that role itself, each one in a DEFINITION is
    # a DEFINITION; no units for the containers. `depth` counts the items around a LIST, an ITEM or a PARAGRAPH
    # (that is the `ilvl` of an item), and is 0 for the rest.
    LANGUAGE_OF_UNIT = "the language of a paragraph, apart from those of its words"
    # The language of most of its words, see `Words.said`; none for a FIGURE's alternative and the LOGO.


WITHOUT: Mapping[str, frozenset[Unsaid]] = {
    "html": frozenset(),
    "pdf": frozenset({Unsaid.MOMENT, Unsaid.NOTE, Unsaid.ATTRIBUTION, Unsaid.DIVIDER, Unsaid.DECORATION}),
    "docx": frozenset(
        {
            Unsaid.EXPANSION,
            Unsaid.MOMENT,
            Unsaid.SPOKEN_SIGNS,
            Unsaid.CONTAINERS,
            Unsaid.LANGUAGE_OF_UNIT,
        }
    ),
}
"""THE closed list: format -> what it can't say."""


def comparable(outline: Outline, format_: str) -> Outline:
    """What an artefact of `format_` must have of `outline`.

    `outline` is that of a Document, or of an artefact of a format that says all (HTML). Raises KeyError for a
    format that has no row in `WITHOUT`.
    """
    without = WITHOUT[format_]
    units = tuple(outline.units)
    if Unsaid.DECORATION in without:
        units = tuple(_without_decoration(units))
    units = tuple(_plainer(unit, without) for unit in units)
    if Unsaid.CONTAINERS in without:
        units = tuple(_flattened(units))
    if Unsaid.DIVIDER in without:
        units = tuple(unit for unit in units if unit.role is not Role.DIVIDER)
    return Outline(units)


def _plainer(unit: Unit, without: frozenset[Unsaid]) -> Unit:
    """One unit, without what the format can't say of it."""
    unsaid_marks = {
        kind
        for kind, unsaid in (
            (MarkKind.EXPANSION, Unsaid.EXPANSION),
            (MarkKind.MOMENT, Unsaid.MOMENT),
        )
        if unsaid in without
    }
    if any(mark.kind in unsaid_marks for mark in unit.marks):
        unit = replace(unit, marks=tuple(mark for mark in unit.marks if mark.kind not in unsaid_marks))
    if unit.role is Role.END_MARK and Unsaid.SPOKEN_SIGNS in without:
        return replace(unit, alt=None, lang="")
    unsaid_role = {Role.NOTE: Unsaid.NOTE, Role.ATTRIBUTION: Unsaid.ATTRIBUTION}.get(unit.role)
    if unsaid_role in without:
        unit = replace(unit, role=Role.PARAGRAPH)
    if Unsaid.LANGUAGE_OF_UNIT in without:
        if unit.role in (Role.FIGURE, Role.LOGO):
            return replace(unit, lang="")
        words = rebased(unit.text, unit.lang, unit.marks)
        unit = replace(unit, lang=words.lang, marks=words.marks)
    return unit


def _without_decoration(units: tuple[Unit, ...]) -> Iterator[Unit]:
    """The units without decorative figures, whose captions move up and become paragraphs."""
    around: list[tuple[int, bool]] = []  # depth of each container around the unit; whether it is taken away
    for unit in units:
        while around and around[-1][0] >= unit.depth:
            around.pop()
        depth = unit.depth - sum(gone for _, gone in around)
        gone = unit.role is Role.FIGURE and unit.alt == ""
        if not gone:
            lifted = bool(around) and around[-1][1] and unit.role is Role.CAPTION
            yield replace(unit, depth=depth, role=Role.PARAGRAPH if lifted else unit.role)
        around.append((unit.depth, gone))


_NAMED_AFTER_CONTAINER = frozenset({Role.QUOTE, Role.CALLOUT, Role.DEFINITION})
_BY_ITEMS = frozenset({Role.LIST, Role.ITEM, Role.PARAGRAPH})


def _flattened(units: tuple[Unit, ...]) -> Iterator[Unit]:
    """The units as a format has them that knows kinds of paragraphs, but nothing that holds them."""
    around: list[Unit] = []
    for unit in units:
        while around and around[-1].depth >= unit.depth:
            around.pop()
        container = around[-1].role if around else None
        items = sum(one.role is Role.ITEM for one in around)
        around.append(unit)
        if unit.role in _NAMED_AFTER_CONTAINER and not unit.text:
            continue
        if unit.role is Role.LIST and unit.numbering == "terms":
            continue
        role = unit.role
        if role is Role.PARAGRAPH and container in _NAMED_AFTER_CONTAINER:
            role = container
        yield replace(unit, role=role, depth=items if role in _BY_ITEMS else 0)
