"""Where the fonts for Han, kana and hangul come from: they are too large to travel with prexport.

Noto Sans CJK draws every region's own shapes; its families are "Noto Sans CJK HK", "TC", "SC", "JP" and "KR".
The places are searched in this order, and the first that has a family is taken:

1. the folder named by the environment variable PREXPORT_CJK_FONTS,
2. the Python package of the extra `cjk` (pinned; the tests and goldens use this one),
3. the system's fonts (Debian and Ubuntu: fonts-noto-cjk).
"""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from prexport.brand.tokens import BOLD, REGULAR, FontFace
from prexport.records import dataclass

FOLDER_VARIABLE = "PREXPORT_CJK_FONTS"
PACKAGE = "manimgx_fonts_cjk"
# The distribution itself, since it is there for a clone and for an installed prexport alike.
REQUIREMENT = "manimgx-fonts-cjk==2026.9.26.post1"
REMEDY = f"Run `pip install {REQUIREMENT}`, or on Debian and Ubuntu `apt install fonts-noto-cjk`."

_SYSTEM_FOLDERS = (
    Path("/usr/share/fonts/opentype/noto"),
    Path("/usr/share/fonts/noto-cjk"),
    Path("/usr/share/fonts/google-noto-cjk"),
    Path("/usr/local/share/fonts"),
)
_VARIABLE_FILE = "NotoSansCJK-VF.otf.ttc"
_STATIC_FILES = {REGULAR: "NotoSansCJK-Regular.ttc", BOLD: "NotoSansCJK-Bold.ttc"}


@dataclass(frozen=True, slots=True)
class CjkFamily:
    """One region's family: its place in Noto's collections, and the font that Word has instead."""

    index: int
    word_fallback: str


FAMILIES: Mapping[str, CjkFamily] = {
    "Noto Sans CJK JP": CjkFamily(0, "Yu Gothic"),
    "Noto Sans CJK KR": CjkFamily(1, "Malgun Gothic"),
    "Noto Sans CJK SC": CjkFamily(2, "Microsoft YaHei"),
    "Noto Sans CJK TC": CjkFamily(3, "Microsoft JhengHei"),
    "Noto Sans CJK HK": CjkFamily(4, "Microsoft JhengHei"),
}


def find_faces(family: str) -> tuple[FontFace, ...]:
    """Give the regular and the bold face of `family`, or () when no place has it."""
    return _find(family, os.environ.get(FOLDER_VARIABLE, ""))


@lru_cache(maxsize=64)
def _find(family: str, named_folder: str) -> tuple[FontFace, ...]:
    index = FAMILIES[family].index
    for folder in _folders(named_folder):
        variable = folder / _VARIABLE_FILE
        if variable.is_file():
            return tuple(
                FontFace(family, weight, "normal", variable, index, (("wght", float(weight)),))
                for weight in (REGULAR, BOLD)
            )
        if all((folder / name).is_file() for name in _STATIC_FILES.values()):
            return tuple(
                FontFace(family, weight, "normal", folder / name, index)
                for weight, name in _STATIC_FILES.items()
            )
    return ()


def place() -> Path | None:
    """Give the folder that the faces are taken from, or None (for `prexport doctor`)."""
    faces = find_faces(next(iter(FAMILIES)))
    return faces[0].path.parent if faces else None


def _folders(named_folder: str) -> Iterator[Path]:
    if named_folder:
        yield Path(named_folder)
    package = importlib.util.find_spec(PACKAGE)
    if package is not None and package.submodule_search_locations:
        yield from (Path(location) for location in package.submodule_search_locations)
    yield from _SYSTEM_FOLDERS
