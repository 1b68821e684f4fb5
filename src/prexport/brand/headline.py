"""The headline's size and width on paper: at most three lines where that can be, and lines of like length.

The PDF and the DOCX ask here, so that both have the same size.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from prexport.brand import glyphs
from prexport.brand.coverage import choose_face, font_runs, is_east_asian
from prexport.brand.tokens import MILLIMETRES_PER_POINT, Brand, FaceRole
from prexport.records import dataclass

if TYPE_CHECKING:
    import uharfbuzz

_LINES = 3
_STEP_PT = 0.5
_SAFETY = 1.015  # what kerning over spaces and rounding may add
# Where letters stand beside each other as they are: Latin, Greek, Cyrillic and their signs, and all East Asian.
_PLAIN_SCRIPT = re.compile(
    "[\x20-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u214f]*"
)


@dataclass(frozen=True, slots=True)
class HeadlineSetting:
    """The role whose style the headline has, its size, and the width that makes its lines alike."""

    role: str
    size_pt: float
    width_mm: float


@lru_cache(maxsize=64)
def set_headline(headline: str, lang: str, brand: Brand, page_size: str) -> HeadlineSetting:
    """The largest setting that keeps the headline within three lines; never smaller than a subheadline."""
    room = brand.page(page_size).text_width_mm / MILLIMETRES_PER_POINT
    words = _pieces(" ".join(headline.split()))
    widths = [text_width(brand, word, lang, "headline", bold=True) for word in words]
    space = text_width(brand, " ", lang, "headline", bold=True)
    sizes = [(role, brand.style(role, lang).size_pt) for role in ("headline", "headline-long")]
    floor = brand.style("subheadline", lang).size_pt
    while sizes[-1][1] - _STEP_PT >= floor:
        sizes.append(("headline-long", sizes[-1][1] - _STEP_PT))
    fitting = (each for each in sizes if _count(words, widths, space, room / each[1]) <= _LINES)
    role, size = next(fitting, sizes[-1])
    ems = _balanced(words, widths, space, room / size)
    return HeadlineSetting(role, size, round(min(ems * size, room) * MILLIMETRES_PER_POINT, 2))


def text_width(brand: Brand, text: str, lang: str, role: FaceRole, *, bold: bool = False) -> float:
    """The width of `text` on one line, in ems; without kerning, which makes it narrower."""
    total = 0.0
    for run in font_runs(brand, text, lang, role):
        face = choose_face(brand.families[run.family], bold=bold)
        if face is None:
            total += len(run.text)
        elif not face.axes and (_PLAIN_SCRIPT.fullmatch(run.text) or all(map(is_east_asian, run.text))):
            total += glyphs.width(face.path, face.index, run.text)
        else:
            total += _shaped_width(_font(face.path, face.index, face.axes), run.text)
    return total


def _shaped_width(font: uharfbuzz.Font, text: str) -> float:
    """The width of text whose letters change beside others, in ems."""
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    return float(sum(position.x_advance for position in buffer.glyph_positions) / font.face.upem)


def _pieces(text: str) -> list[str]:
    """Words with the space after them, as pieces that a line break may part; Han parts everywhere."""
    pieces: list[str] = []
    for word in re.findall(r"[^ ]+ ?", text):
        start = 0
        for index in range(1, len(word)):
            if is_east_asian(word[index - 1]) and is_east_asian(word[index]):
                pieces.append(word[start:index])
                start = index
        pieces.append(word[start:])
    return pieces


def _count(words: list[str], widths: list[float], space: float, room: float) -> int:
    """How many lines of `room` ems the pieces take."""
    lines, used = 1, 0.0
    for word, width in zip(words, widths, strict=True):
        printed = width - space if word.endswith(" ") else width
        if used and (used + printed) * _SAFETY > room:
            lines, used = lines + 1, 0.0
        used += width
    return lines


def _balanced(words: list[str], widths: list[float], space: float, room: float) -> float:
    """The least width, in ems, that takes no more lines than the whole room does."""
    lines = _count(words, widths, space, room)
    low, high = room / 2, room
    for _ in range(12):
        middle = (low + high) / 2
        if _count(words, widths, space, middle) > lines:
            low = middle
        else:
            high = middle
    return high


@lru_cache(maxsize=32)
def _font(path: Path, index: int, axes: tuple[tuple[str, float], ...]) -> uharfbuzz.Font:
    import uharfbuzz

    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path.as_posix()), index))
    font.set_variations(dict(axes))
    return font
