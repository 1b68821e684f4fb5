"""The first numbers of ordered lists: WeasyPrint passes over the `start` of an `ol`."""

from __future__ import annotations

from prexport.document.tree import Document, List
from prexport.writers.pdf.weasyprint.bodies import bodies


def list_starts(document: Document) -> str:
    """The CSS that numbers each list from its own start."""
    lists = (block for blocks in bodies(document) for block in blocks if isinstance(block, List))
    starts = sorted({each.start for each in lists if each.ordered and each.start != 1})
    return "\n".join(f'ol[start="{start}"] {{ counter-reset: list-item {start - 1} }}' for start in starts)
