"""The rows of blocks in a document, at every depth."""

from __future__ import annotations

from collections.abc import Iterator

from prexport.document.tree import (
    Block,
    Callout,
    Definition,
    Definitions,
    Document,
    Item,
    List,
    Quote,
    Section,
)


def bodies(document: Document) -> Iterator[tuple[Block, ...]]:
    """Every sequence of blocks that follow each other, outer ones first."""
    pending: list[tuple[Block | Item | Definition, ...]] = [
        document.sections,
        document.after_end,
        document.body,
        (document.summary,) if document.summary else (),
    ]
    while pending:
        blocks = pending.pop()
        if not blocks:
            continue
        if not isinstance(blocks[0], Item | Definition):
            yield tuple(block for block in blocks if not isinstance(block, Item | Definition))
        for block in reversed(blocks):
            match block:
                case Section() | Quote() | Callout() | Item() | Definition():
                    pending.append(block.body)
                case List() | Definitions():
                    pending.append(block.items)
                case _:
                    continue
