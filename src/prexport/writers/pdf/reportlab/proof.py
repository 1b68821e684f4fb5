"""The last look before a layout is handed over: every word of the document is on the pages, once and in order.

The slots know their words. White space at the ends of lines is given to the text that stands before it, so only
the words themselves are compared.
"""

from __future__ import annotations

from collections.abc import Mapping

from prexport.errors import InternalError
from prexport.writers.pdf.reportlab.text.lines import Slot
from prexport.writers.pdf.structure import Structure, Words


def proofread(structure: Structure, said: Mapping[Slot, list[str]]) -> None:
    """Compare what is `said` in each slot with what it was to hold.

    Raises InternalError for words that are lost, doubled or printed elsewhere.
    """
    for element in structure.root.elements():
        for index, part in enumerate(element.parts):
            if isinstance(part, Words):
                printed = "".join(said.get((element, index), ()))
                if printed != part.text and printed.split() != part.text.split():
                    raise InternalError(
                        f"{printed[:60]!r} is printed where node {element.key} says {part.text[:60]!r}"
                    )
