"""All words of a Document as they will be set: what fonts must be able to show, and in which face."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Literal

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
from prexport.records import dataclass


@dataclass(frozen=True, slots=True)
class ShownText:
    """Some words, and how they are set. `role` is "headline" for all that a brand may set as a headline.

    `source` is the JSON Pointer of what the author wrote, "" for the toolkit's own words.
    """

    text: str
    lang: str
    source: str = ""
    role: Literal["text", "headline", "mono"] = "text"
    italic: bool = False


def shown_texts(document: Document) -> Iterator[ShownText]:
    """All words that any rendition shows, in the order of the tree's fields."""
    return _walk(document, ShownText("", document.lang))


def _walk(value: object, how: ShownText) -> Iterator[ShownText]:
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
            yield replace(how, text=value.text, lang=value.lang, source=value.source)
        case Logo():
            yield replace(how, text=value.alt, lang=value.lang, source=value.source, role="headline")
        case PageWords():
            yield replace(how, text=f"{value.skip} {value.page}", lang=value.lang)
        case Heading() | Paragraph(role=ParagraphRole.SUBHEADLINE):
            how = replace(how, role="headline")
        case Em():
            how = replace(how, italic=True)
    if not is_dataclass(value):
        return
    if isinstance(value, Node):
        how = replace(how, lang=value.lang, source=value.source)
    elif isinstance(value, Part):
        how = replace(how, lang=value.lang)
    for field in fields(value):
        yield from _walk(getattr(value, field.name), how)
