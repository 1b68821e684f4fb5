"""How many links point at each note: known before composing, so that a note can lead back to all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from prexport.document.composer import note_number
from prexport.release import inline
from prexport.release.model import Release
from prexport.release.walk import inline_texts


def count_references(release: Release) -> Counter[int]:
    """The number of links to `#note-N` in the whole release, by N."""
    counts: Counter[int] = Counter()
    if release.notes:
        for text in inline_texts(release):
            if "#note-" in text.text:
                counts.update(_references(inline.parse_inline(text.text)))
    return counts


def _references(nodes: Iterable[inline.InlineNode]) -> Iterable[int]:
    for node in nodes:
        match node:
            case inline.Link():
                number = note_number(node.url)
                if number is not None:
                    yield number
            case inline.Strong() | inline.Em() | inline.LanguageSpan() | inline.Abbreviation():
                yield from _references(node.children)
            case _:
                continue
