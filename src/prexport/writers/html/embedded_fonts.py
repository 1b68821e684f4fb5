"""The brand's faces inside the page, cut down to the letters that it shows.

A page must look right where the brand's fonts are not installed, and may not ask the network for them. Packed
as WOFF 1 a face costs about 3 ms and 12 KB; WOFF 2 would save 3 KB for 45 ms more. Families that do not travel
with prexport (Han, kana, hangul) would cost a page some 400 KB, and every system has them: they are left out.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from functools import lru_cache

from prexport.brand.coverage import StyledText, needed_faces
from prexport.brand.css import font_face_css
from prexport.brand.fonts import subset
from prexport.brand.tokens import Brand, FontFace
from prexport.document.shown import ShownText
from prexport.writers.html.pictures import data_url


def embedded_fonts(texts: Iterable[ShownText], brand: Brand) -> str:
    """The `@font-face` rules of a page: every face that it uses, with only the letters that it uses."""
    needed = needed_faces(brand, _styled(texts))
    letters = {face: shown for face, shown in needed.items() if not brand.families[face.family].external}
    return font_face_css(letters, lambda face: data_url("font/woff", _woff(face, letters[face])))


def _styled(texts: Iterable[ShownText]) -> Iterator[StyledText]:
    """Every word once for each way in which it is set. Any text may be stressed, so bold is always there."""
    words: dict[ShownText, dict[str, None]] = {}
    for told in texts:
        how = ShownText("", told.lang, role=told.role, italic=told.italic)
        words.setdefault(how, {}).update(dict.fromkeys(told.text.split()))
    for how, each in words.items():
        for bold in (False,) if how.role == "mono" else (False, True):
            yield StyledText(" ".join(each), how.lang, how.role, bold=bold, italic=how.italic)


@lru_cache(maxsize=128)
def _woff(face: FontFace, letters: frozenset[str]) -> bytes:
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(subset(face, letters)), recalcBBoxes=False, recalcTimestamp=False)
    font.flavor = "woff"
    packed = io.BytesIO()
    font.save(packed, reorderTables=None)
    return packed.getvalue()
