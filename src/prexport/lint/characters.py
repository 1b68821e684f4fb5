"""Characters: the brand's fonts show every one of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from prexport.brand.coverage import missing_characters, remedy, shows_at_once
from prexport.brand.tokens import Brand, FaceRole
from prexport.document.shown import shown_texts
from prexport.document.tree import Document
from prexport.findings import Fault
from prexport.lint.reading import Reading
from prexport.release.inline import (
    Abbreviation,
    Break,
    Code,
    Em,
    InlineNode,
    LanguageSpan,
    Link,
    Strong,
    Text,
)

_HEADLINES = frozenset({"headline", "subheadline", "heading"})
_NAMED = 8  # so many characters are named in one finding; a line of a hundred helps nobody


def character_faults(readings: Sequence[Reading], brand: Brand) -> Iterator[Fault]:
    """Characters of the author's texts that no font of the brand has, each text's first one under the caret."""
    seen = [(reading, _role(reading)) for reading in readings if reading.field != "alt"]  # that is heard
    pieces = (
        (text, lang, face)
        for reading, role in seen
        for text, _, lang, face in _pieces(reading.nodes, reading.lang, role)
    )
    if shows_at_once(brand, pieces):
        return
    for reading, role in seen:
        missing: list[str] = []
        first: int | None = None
        for text, node, lang, face in _pieces(reading.nodes, reading.lang, role):
            lost = missing_characters(brand, text, lang, face)
            if lost and first is None:
                exact = len(text) == node.end - node.start
                first = node.start + (text.index(lost[0]) if exact else 0)
            missing.extend(lost)
        if first is not None:
            yield _fault(missing, brand, reading.pointer, first)


def own_character_faults(document: Document, brand: Brand) -> Iterator[Fault]:
    """Characters of all that a document shows, the toolkit's own words too, that no font of the brand has."""
    lost: dict[str, list[str]] = {}
    texts = tuple(shown_texts(document))
    if shows_at_once(brand, ((shown.text, shown.lang, shown.role) for shown in texts)):
        return
    for shown in dict.fromkeys(texts):
        missing = missing_characters(brand, shown.text, shown.lang, shown.role)
        if missing:
            lost.setdefault(shown.source, []).extend(missing)
    for source, characters in lost.items():
        yield _fault(characters, brand, source)


def _role(reading: Reading) -> FaceRole:
    return "headline" if reading.field in _HEADLINES else "text"


def _pieces(
    nodes: Iterable[InlineNode], lang: str, role: FaceRole
) -> Iterator[tuple[str, Text | Code, str, FaceRole]]:
    for node in nodes:
        match node:
            case Text():
                yield node.text, node, lang, role
            case Code():
                yield node.text, node, lang, "mono"
            case Break():
                continue
            case LanguageSpan():
                yield from _pieces(node.children, node.lang, role)
            case Strong() | Em() | Link() | Abbreviation():
                yield from _pieces(node.children, lang, role)
            case _:
                assert_never(node)


def _fault(missing: Iterable[str], brand: Brand, pointer: str, offset: int = 0) -> Fault:
    characters = sorted(set(missing))
    named = ", ".join(_name(character) for character in characters[:_NAMED])
    more = f" and {len(characters) - _NAMED} more" if len(characters) > _NAMED else ""
    return Fault(
        "character-not-shown",
        pointer,
        f'No font of the brand "{brand.name}" shows {named}{more}.',
        remedy(characters),
        offset=offset,
        length=1 if offset else 0,
    )


def _name(character: str) -> str:
    """A character for people: itself, its number, its name in Unicode."""
    name = unicodedata.name(character, "")
    number = f"U+{ord(character):04X}"
    visible = f"“{character}” " if unicodedata.category(character)[0] not in "CZ" else ""
    return f"{visible}({number} {name})" if name else f"{visible}({number})"
