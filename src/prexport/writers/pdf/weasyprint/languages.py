"""The languages that a document is written in."""

from __future__ import annotations

from dataclasses import fields

from prexport.document.tree import Document, InlineNode, Node


def languages(document: Document) -> set[str]:
    """Every language of `document` and its parts."""
    found = {document.lang, document.page_words.lang}
    pending: list[object] = [document]
    while pending:
        thing = pending.pop()
        if isinstance(thing, tuple):
            pending.extend(thing)
        elif isinstance(thing, Node | InlineNode | Document):
            found.add(getattr(thing, "lang", document.lang))
            pending.extend(getattr(thing, field.name) for field in fields(thing))
    return found
