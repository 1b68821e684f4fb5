"""How photos that stand together are set in rows: never cropped, equal heights in a row, order kept."""

from __future__ import annotations

from collections.abc import Sequence

from prexport.document.tree import Figure

# A picture a little wider than high already carries a full line on its own.
_WIDE = 1.2


def photo_rows(figures: Sequence[Figure]) -> list[tuple[Figure, ...]]:
    """Rows of two; of an odd number one wide photo, the first if it is wide, has a row of its own.

    Where no photo is wide enough for that, the first row holds three.
    """
    if len(figures) % 2 == 0:
        return _pairs(figures)
    # Only a photo with an even number of photos before it can stand alone without leaving an orphan.
    candidates = [index for index in range(0, len(figures), 2) if _ratio(figures[index]) >= _WIDE]
    if candidates:
        alone = candidates[0]
        return [*_pairs(figures[:alone]), (figures[alone],), *_pairs(figures[alone + 1 :])]
    if len(figures) < 3:
        return [tuple(figures)]
    return [tuple(figures[:3]), *_pairs(figures[3:])]


def _pairs(figures: Sequence[Figure]) -> list[tuple[Figure, ...]]:
    return [tuple(figures[index : index + 2]) for index in range(0, len(figures), 2)]


def _ratio(figure: Figure) -> float:
    return float(figure.image.width / figure.image.height)
