"""The font files that a document is laid out with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from prexport.brand.coverage import StyledText, is_east_asian, needed_faces
from prexport.brand.fonts import subset
from prexport.brand.tokens import Brand
from prexport.document.shown import shown_texts
from prexport.document.tree import Document


def static_files(brand: Brand) -> list[Path]:
    """The brand's own files: small enough to be known to every document."""
    return [face.path for family in brand.families.values() for face in family.faces]


def external_fonts(document: Document, brand: Brand) -> list[bytes]:
    """Small fonts with what `document` needs of the families that do not travel with prexport (Han, kana, hangul).

    Their collections are far too large to be read whole for every document.
    """
    texts = list(_texts(document))
    if not any(is_east_asian(character) for text in texts for character in set(text.text)):
        return []
    needed = needed_faces(brand, texts)
    return [subset(face, shown) for face, shown in needed.items() if brand.families[face.family].external]


def _texts(document: Document) -> Iterator[StyledText]:
    """All words once for each way in which they may be set; any of them may be bold."""
    words: dict[tuple[str, str], dict[str, None]] = {}
    for told in shown_texts(document):
        words.setdefault((told.lang, told.role), {}).update(dict.fromkeys(told.text.split()))
    # The running header repeats words of the headline in the text face.
    furniture = f"{document.metadata.publisher_names} {document.page_words.page} …"
    words.setdefault((document.lang, "text"), {}).update(dict.fromkeys(furniture.split()))
    for lang, role in words:
        text = " ".join(words[lang, role])
        for bold in (False, True):
            yield StyledText(text, lang, role, bold=bold)  # type: ignore[arg-type]
            if role == "headline":
                yield StyledText(text, lang, "text", bold=bold)
