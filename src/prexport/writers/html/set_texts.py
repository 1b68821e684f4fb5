"""The words of a document as a page sets them: in which language, in which of the brand's faces, slanted or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace

from prexport.brand.tokens import FaceRole
from prexport.document.tree import (
    Code,
    Document,
    Em,
    EndMark,
    Heading,
    Logo,
    Node,
    PageWords,
    Paragraph,
    ParagraphRole,
    Part,
    Text,
)


@dataclass(frozen=True, slots=True)
class SetText:
    """Some words, and how they are set. `role` is "headline" for all that any brand may set as a headline."""

    text: str
    lang: str
    role: FaceRole = "text"
    italic: bool = False


def set_texts(document: Document) -> Iterator[SetText]:
    """All words that a page shows, in the order of the tree's fields."""
    return _walk(document, SetText("", document.lang))


def _walk(value: object, how: SetText) -> Iterator[SetText]:
    match value:
        case tuple():
            for member in value:
                yield from _walk(member, how)
            return
        case Text():
            yield replace(how, text=value.text)
            return
        case Code():
            yield replace(how, text=value.text, role="mono", italic=False)
            return
        case EndMark():
            yield replace(how, text=value.text)
        case Logo():
            yield replace(how, text=value.alt, role="headline")
        case PageWords():
            yield replace(how, text=value.skip, lang=value.lang)
        case Heading() | Paragraph(role=ParagraphRole.SUBHEADLINE):
            how = replace(how, role="headline")
        case Em():
            how = replace(how, italic=True)
    if not is_dataclass(value):
        return
    if isinstance(value, Node | Part):
        how = replace(how, lang=value.lang)
    for field in fields(value):
        yield from _walk(getattr(value, field.name), how)
