"""What may stay in a photo's metadata: who made it, who owns it, and its text alternative.

Everything else (place, camera, serial numbers, history, thumbnails, names of people shown) is left behind.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import fields, replace

from prexport.records import dataclass
from prexport.release.photo.tiff import ARTIST, COPYRIGHT, first_directory

# Longer texts are no notice. Alternatives beyond 250 characters are warned of by lint anyway.
MAX_TEXT = 2000
# Invisible controls that turn text around (UAX 9); a release may not hold them either.
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Notice:
    """The public metadata of a photo. `alt` holds (language, text) pairs, `x-default` first if it is there."""

    alt: tuple[tuple[str, str], ...] = ()
    credit: str = ""
    creators: tuple[str, ...] = ()
    copyright: str = ""
    terms: str = ""
    licence: str = ""
    # "Digital source type" (IPTC Extension) says that a machine made the picture; that must not get lost.
    source_type: str = ""

    def or_else(self, other: Notice) -> Notice:
        """This notice, with what it lacks taken from another."""
        lacking = {
            entry.name: getattr(other, entry.name) for entry in fields(self) if not getattr(self, entry.name)
        }
        return replace(self, **lacking)


def plain(text: str) -> str:
    """A text from metadata on one line, NFC, without control characters, at most `MAX_TEXT` long."""
    text = " ".join(_BIDI.sub("", unicodedata.normalize("NFC", text)).split())
    return "".join(c for c in text if unicodedata.category(c) not in {"Cc", "Cs"})[:MAX_TEXT].strip()


def from_exif(exif: bytes) -> Notice:
    """Artist and Copyright (Exif 2.32, 4.6.5.4) of an Exif block or a TIFF file."""
    text = first_directory(exif).text
    artist = _decoded(text.get(ARTIST, b"").split(b"\0")[0])
    # Photographer's and editor's copyright are separated by a zero byte.
    owners = [owner for part in text.get(COPYRIGHT, b"").split(b"\0") if (owner := _decoded(part))]
    return Notice(creators=(artist,) if artist else (), copyright=plain("; ".join(owners)))


def from_photoshop(resources: bytes) -> Notice:
    """The IPTC-IIM record inside Photoshop's image resources (number 0x0404)."""
    position = 0
    while resources[position : position + 4] == b"8BIM":
        name = position + 6
        size_at = name + (resources[name] + 2 & ~1 if name < len(resources) else 2)
        size = int.from_bytes(resources[size_at : size_at + 4], "big")
        if resources[position + 4 : name] == b"\x04\x04":
            return from_iim(resources[size_at + 4 : size_at + 4 + size])
        position = size_at + 4 + size + size % 2
    return Notice()


def from_iim(record: bytes) -> Notice:
    """By-line (2:80), Credit (2:110) and Copyright Notice (2:116) of an IPTC-IIM record."""
    found: dict[int, list[str]] = {}
    position = 0
    while record[position : position + 1] == b"\x1c" and position + 5 <= len(record):
        size = int.from_bytes(record[position + 3 : position + 5], "big")
        if size & 0x8000:  # extended data sets hold previews, never these texts
            break
        if record[position + 1] == 2:
            text = _decoded(record[position + 5 : position + 5 + size])
            found.setdefault(record[position + 2], []).append(text)
        position += 5 + size
    return Notice(
        credit="".join(found.get(110, [])[:1]),
        creators=tuple(filter(None, found.get(80, [])))[:20],
        copyright="".join(found.get(116, [])[:1]),
    )


def _decoded(text: bytes) -> str:
    """A text of an encoding that is often not told: UTF-8 where it can be, else Latin-1."""
    try:
        return plain(text.decode("utf-8"))
    except UnicodeDecodeError:
        return plain(text.decode("latin-1"))
