"""Large print: the same brand for readers who need bigger letters on paper.

Body text is set in 18 pt and nothing under 16 pt, what the RNIB's and the APH's guidelines ask for. Sizes above
that of body text grow by as many points as body text does, not by its factor: the order of the headings stays,
and a headline doesn't fill the page.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from prexport.brand.tokens import Brand, TextStyle

BODY_PT = 18.0
SMALLEST_PT = 16.0


@lru_cache(maxsize=8)
def large_print(brand: Brand) -> Brand:
    """Give `brand` in large print; the same object for the same brand."""
    return replace(
        brand,
        styles={role: _larger(style, brand) for role, style in brand.styles.items()},
        base_pt=BODY_PT,
        large_print=True,
    )


def _larger(style: TextStyle, brand: Brand) -> TextStyle:
    size = max(SMALLEST_PT, style.size_pt + BODY_PT - brand.base_pt)
    if style.size_pt < brand.base_pt:
        size = SMALLEST_PT
    return replace(style, size_pt=size, ratio=size / BODY_PT)
