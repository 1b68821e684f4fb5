"""The chunk level of PNG (ISO/IEC 15948): is the file whole, and which of its chunks may stay."""

from __future__ import annotations

import struct
import zlib

from prexport.records import dataclass
from prexport.release.photo.fault import check_size, truncated, unreadable

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PIXELS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
_XMP_KEYWORD = b"XML:com.adobe.xmp\0"


@dataclass(frozen=True, slots=True)
class Png:
    """A PNG's header fields, and its chunks (type, data) up to IEND."""

    width: int
    height: int
    depth: int
    colour: int
    interlaced: bool
    chunks: tuple[tuple[bytes, bytes], ...]

    @property
    def has_alpha(self) -> bool:
        """Whether the file can say that a pixel is transparent."""
        return self.colour in {4, 6} or any(kind == b"tRNS" for kind, _ in self.chunks)

    @property
    def xmp(self) -> bytes:
        """The XMP packet as `clean` writes it; b"" when there is none."""
        head = _XMP_KEYWORD + b"\0\0\0\0"
        packets = (content for kind, content in self.chunks if kind == b"iTXt" and content.startswith(head))
        return next(packets, b"")[len(head) :]


def read_png(data: bytes) -> Png:
    """Go through the chunks to IEND; what follows that is left out.

    Raises:
        ImageFault: `image-truncated`, `image-too-large` or `image-unreadable`.
    """
    if len(data) < 33:
        raise truncated()
    length, kind, width, height, depth, colour, _, _, interlace = struct.unpack_from(">I4sIIBBBBB", data, 8)
    if kind != b"IHDR" or length != 13:
        raise unreadable("The PNG file is damaged: it does not begin with its header.")
    check_size(width, height)
    chunks = []
    position = len(SIGNATURE)
    while True:
        if position + 12 > len(data):
            raise truncated()
        length, kind = struct.unpack_from(">I4s", data, position)
        if position + 12 + length > len(data):
            raise truncated()
        content = data[position + 8 : position + 8 + length]
        # A wrong check sum in a chunk that is thrown away anyway does no harm.
        if (
            kind in _PIXELS
            and zlib.crc32(kind + content) != struct.unpack_from(">I", data, position + 8 + length)[0]
        ):
            raise unreadable("The PNG file is damaged: a check sum in it is wrong.")
        chunks.append((kind, content))
        position += 12 + length
        if kind == b"IEND":
            return Png(width, height, depth, colour, bool(interlace), tuple(chunks))


def clean(png: Png, xmp: bytes) -> bytes:
    """The file with the same pixels and no metadata but `xmp` (b"": none at all)."""
    chunks = [chunk for chunk in png.chunks if chunk[0] in _PIXELS]
    if xmp:
        # iTXt: keyword, not compressed, no language, no translated keyword (XMP part 3, 1.1.5).
        chunks.insert(1, (b"iTXt", _XMP_KEYWORD + b"\0\0\0\0" + xmp))
    return SIGNATURE + b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
    )
