"""Font files for writers: whole static files, or small ones that hold only the characters of one document.

HarfBuzz makes the small ones: it takes one face out of a collection, fixes a variable font at its weight, turns
CFF2 (which PDF doesn't know) into CFF, and keeps what shaping needs. The same input gives the same bytes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from prexport.brand.tokens import FontFace

if TYPE_CHECKING:
    import uharfbuzz

# What HarfBuzz would drop and pages use: figures of equal width, and East Asian spacing.
_MORE_FEATURES = ("tnum", "lnum", "pnum", "palt", "halt", "chws")
# Spaces, the hyphens of a broken word, joiners, and the circle that carries a mark without its letter.
_ALWAYS = " \u00a0-\u2010\u200c\u200d\u25cc"
# Vertical metrics, variations and signatures mean nothing in a horizontal static subset.
_DROPPED_TABLES = ("vhea", "vmtx", "VORG", "STAT", "DSIG", "FFTM", "meta", "prop")


def is_static(face: FontFace) -> bool:
    """Whether the face's file can be embedded as it is: no collection, no variable font."""
    return not face.axes and face.path.suffix.lower() in (".ttf", ".otf")


@lru_cache(maxsize=64)
def read_font(path: Path) -> bytes:
    """Give the bytes of a font file; read once a process."""
    return path.read_bytes()


def subset(face: FontFace, characters: Iterable[str]) -> bytes:
    """Give a static font (TrueType, or CFF for Han, kana and hangul) that shows `characters` and shapes them."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(ord(part) for part in _with_parts(characters))
    wanted.layout_feature_tag_set.update({_tag(name) for name in _MORE_FEATURES})
    wanted.drop_table_tag_set.update({_tag(name) for name in _DROPPED_TABLES})
    flags = uharfbuzz.SubsetFlags
    wanted.flags = flags.DOWNGRADE_CFF2 | flags.NOTDEF_OUTLINE | flags.NO_HINTING
    whole = _open(face.path, face.index)
    for axis, position in face.axes:
        wanted.pin_axis_location(whole, axis, position)
    return bytes(uharfbuzz.subset(whole, wanted).blob.data)


def _with_parts(characters: Iterable[str]) -> set[str]:
    """Add what shaping puts in the place of characters: their parts (Thai sara am), hyphens, the dotted circle."""
    wanted = {part for character in characters for part in character}
    return wanted.union(_ALWAYS, *(unicodedata.normalize("NFKD", character) for character in wanted))


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")


@lru_cache(maxsize=64)
def _open(path: Path, index: int) -> uharfbuzz.Face:
    import uharfbuzz

    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path.as_posix()), index)
