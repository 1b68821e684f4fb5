"""Directories of TIFF files, which are also the form of Exif metadata (TIFF 6.0 section 2, Exif 2.32 4.5).

Reads only; tolerant, because cameras are careless: a broken entry is left out, a broken file has no entries.
"""

from __future__ import annotations

import struct

from prexport.records import dataclass

IMAGE_WIDTH, IMAGE_LENGTH = 256, 257
ORIENTATION, ARTIST, COPYRIGHT = 274, 315, 33432
XMP, IIM, PHOTOSHOP = 700, 33723, 34377
EXIF_DIRECTORY, INTEROPERABILITY_DIRECTORY, INTEROPERABILITY_INDEX = 0x8769, 0xA005, 1

_MAX_ENTRIES = 4096
_PRIVATE_TAGS = 32768
_MAX_VALUES = 1_000_000
# BYTE, ASCII, SHORT, LONG, UNDEFINED, IFD; rational numbers are of no use here.
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 7: 1, 13: 4}


@dataclass(frozen=True, slots=True)
class Directory:
    """The entries of one directory that hold text or bytes, or whole numbers.

    `whole`: no entry that describes a picture (TIFF's own tags, below 32768) lies beyond the end of the file.
    """

    text: dict[int, bytes]
    numbers: dict[int, tuple[int, ...]]
    whole: bool = False

    def number(self, tag: int, default: int = 0) -> int:
        """The first value of a numeric entry."""
        return next(iter(self.numbers.get(tag, ())), default)


def first_directory(data: bytes) -> Directory:
    """The first directory of a TIFF file or of an Exif block (with or without its `Exif` prefix)."""
    data = data.removeprefix(b"Exif\0\0")
    return read_directory(data, struct.unpack_from(_order(data) + "I", data, 4)[0] if len(data) >= 8 else 0)


def read_directory(data: bytes, offset: int) -> Directory:
    """The directory at `offset` bytes."""
    order = _order(data)
    text: dict[int, bytes] = {}
    numbers: dict[int, tuple[int, ...]] = {}
    if not order or not 8 <= offset <= len(data) - 2:
        return Directory(text, numbers)
    (count,) = struct.unpack_from(order + "H", data, offset)
    whole = offset + 2 + 12 * count <= len(data)
    for index in range(min(count, _MAX_ENTRIES)):
        entry = offset + 2 + 12 * index
        if entry + 12 > len(data):
            break
        tag, kind, values = struct.unpack_from(order + "HHI", data, entry)
        size = _SIZES.get(kind, 0) * values
        if not size:
            continue
        start = entry + 8 if size <= 4 else struct.unpack_from(order + "I", data, entry + 8)[0]
        if start + size > len(data):
            whole &= tag >= _PRIVATE_TAGS
        elif _SIZES[kind] == 1:
            text[tag] = data[start : start + size]
        elif values <= _MAX_VALUES:
            letter = "H" if kind == 3 else "I"
            numbers[tag] = struct.unpack_from(f"{order}{values}{letter}", data, start)
    return Directory(text, numbers, whole)


def orientation(exif: bytes) -> int:
    """The Exif orientation, 1 (upright) to 8; 1 when there is none."""
    value = first_directory(exif).number(ORIENTATION, 1)
    return value if 1 <= value <= 8 else 1


def is_adobe_rgb(exif: bytes) -> bool:
    """Whether a camera says "Adobe RGB" in the only way that DCF 2.0 knows: interoperability index R03."""
    exif = exif.removeprefix(b"Exif\0\0")
    camera = read_directory(exif, first_directory(exif).number(EXIF_DIRECTORY))
    interoperability = read_directory(exif, camera.number(INTEROPERABILITY_DIRECTORY))
    return interoperability.text.get(INTEROPERABILITY_INDEX, b"").startswith(b"R03")


def _order(data: bytes) -> str:
    """The byte order as `struct` writes it, or "" when this is no TIFF."""
    return {b"II*\0": "<", b"MM\0*": ">"}.get(data[:4], "")
