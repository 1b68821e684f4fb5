"""Rules over a composed document and a brand: can every character be shown, are there words for the language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from prexport.brand.coverage import missing_characters, remedy
from prexport.brand.tokens import Brand
from prexport.document.shown import ShownText, shown_texts
from prexport.document.tree import Document
from prexport.document.words import has_words
from prexport.findings import Fault

_NAMED = 8  # so many characters are named in one finding; a line of a hundred helps nobody


def lint_document(document: Document, brand: Brand) -> tuple[Fault, ...]:
    """What stands against setting `document` in `brand`."""
    return (*_words(document), *_characters(document, brand))


def _words(document: Document) -> Iterator[Fault]:
    if not has_words(document.lang):
        yield Fault(
            "words-missing",
            "/lang",
            f'prexport has no words for "{document.lang}", so its own labels are printed in English.',
            "Give label, release.text and the headings in the language yourself, or add a file of words for it.",
        )


def _characters(document: Document, brand: Brand) -> Iterator[Fault]:
    """One fault for each place with characters that no font has."""
    lost: dict[str, set[str]] = {}
    for shown in _distinct(document):
        missing = missing_characters(brand, shown.text, shown.lang, shown.role)
        if missing:
            lost.setdefault(shown.source, set()).update(missing)
    for source, missing_there in lost.items():
        characters = sorted(missing_there)
        named = ", ".join(_name(character) for character in characters[:_NAMED])
        more = f" and {len(characters) - _NAMED} more" if len(characters) > _NAMED else ""
        yield Fault(
            "character-not-shown",
            source,
            f'No font of the brand "{brand.name}" shows {named}{more}.',
            remedy(characters),
        )


def _distinct(document: Document) -> Iterator[ShownText]:
    """The texts of the document, those that repeat once."""
    return iter(dict.fromkeys(shown_texts(document)))


def _name(character: str) -> str:
    """A character for people: itself, its number, its name in Unicode."""
    name = unicodedata.name(character, "")
    number = f"U+{ord(character):04X}"
    visible = f"“{character}” " if unicodedata.category(character)[0] not in "CZ" else ""
    return f"{visible}({number} {name})" if name else f"{visible}({number})"
