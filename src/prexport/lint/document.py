"""Rules over a composed document and a brand: what only shows once the toolkit has added its own words."""

from __future__ import annotations

from collections.abc import Iterator

from prexport.brand.tokens import Brand
from prexport.document.tree import Document
from prexport.document.words import has_words
from prexport.findings import Fault
from prexport.lint.characters import own_character_faults


def lint_document(document: Document, brand: Brand) -> tuple[Fault, ...]:
    """What stands against setting `document` in `brand`."""
    return (*_words(document), *own_character_faults(document, brand))


def _words(document: Document) -> Iterator[Fault]:
    if not has_words(document.lang):
        yield Fault(
            "words-missing",
            "/lang",
            f'prexport has no words for "{document.lang}", so its own labels are printed in English.',
            "Give label, release.text and the headings in the language yourself, or add a file of words for it.",
        )
