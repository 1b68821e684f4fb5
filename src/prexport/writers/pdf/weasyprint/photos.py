"""How photos that stand together share the width of a page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from prexport.brand.coverage import is_east_asian
from prexport.brand.tokens import MILLIMETRES_PER_POINT, Brand
from prexport.document.tree import Document, Figure, plain
from prexport.writers.pdf.weasyprint.bodies import bodies
from prexport.writers.photo_rows import photo_rows

_WIDE = 1.4  # width to height: what is less wide would fill half a page at the width of the text
_TALLEST_MM = 70
_LONG_CAPTION = 320  # characters: more than eight lines under a photo of half the width


def has_long_captions(document: Document) -> bool:
    """Whether photos that stand together have captions so long that they are better set beside them."""
    return any(
        figure.caption
        and sum(2 if is_east_asian(c) else 1 for c in plain(figure.caption.runs)) > _LONG_CAPTION
        for figures in _together(document)
        for figure in figures
    )


def photo_widths(document: Document, brand: Brand, page_size: str) -> str:
    """The CSS for the sizes of photos, by the key of each figure: equally high in a row, not too high alone.

    WeasyPrint sizes the rows of a flex container before it knows how wide the photos become.
    """
    room = brand.page(page_size).text_width_mm
    gutter = brand.lines.gutter_pt * MILLIMETRES_PER_POINT
    rules = []
    for figures in _neighbours(document):
        if len(figures) == 1:
            (figure,) = figures
            if figure.image.width < _WIDE * figure.image.height:
                node = f'[data-node="{figure.key}"]'
                rules.append(f".photo{node} img, .photo > {node} img {{ max-height: {_TALLEST_MM}mm }}")
            continue
        for row in photo_rows(figures):
            ratios = [figure.image.width / figure.image.height for figure in row]
            unit = (room - gutter * (len(row) - 1)) / sum(ratios)
            for number, (figure, ratio) in enumerate(zip(row, ratios, strict=True)):
                share = (unit * ratio + (gutter if number else 0)) / room  # the gutter is the cell's padding
                node = f'[data-node="{figure.key}"]'
                rules.append(f".photo{node}, .photo:has(> {node}) {{ width: {100 * share:.3f}% }}")
    return "\n".join(rules)


def _together(document: Document) -> Iterator[list[Figure]]:
    """Photos that are neighbours, as the article sets them in rows."""
    return (figures for figures in _neighbours(document) if len(figures) > 1)


def _neighbours(document: Document) -> Iterator[list[Figure]]:
    """Every run of photos with nothing between them, those that stand alone too."""
    for blocks in bodies(document):
        for _, group in groupby(blocks, key=type):
            figures = [block for block in group if isinstance(block, Figure)]
            if figures:
                yield figures
