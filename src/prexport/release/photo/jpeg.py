"""The marker level of JPEG (ITU-T T.81 annex B): is the file whole, and what is in it.

No pixel is decoded here. A whole JPEG of the usual kind is cleaned by leaving segments out; what it looks like is
copied byte for byte, so a photo that is clean already comes out as it went in.
"""

from __future__ import annotations

import re
from dataclasses import field

from prexport.records import dataclass
from prexport.release.photo.fault import check_size, truncated, unreadable

SOI, EOI, SOS, DQT, DHT, DRI = 0xD8, 0xD9, 0xDA, 0xDB, 0xC4, 0xDD
APP0, APP1, APP2, APP13, APP14 = 0xE0, 0xE1, 0xE2, 0xED, 0xEE
# Start of frame: 0xC0 baseline, 0xC1 extended sequential, 0xC2 progressive; the others are rarities.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {DHT, 0xC8, 0xCC}
_USUAL_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
_USUAL = _USUAL_FRAMES | {SOS, DQT, DHT, DRI}

_MARKER = re.compile(rb"\xff+([^\x00\xff])", re.DOTALL)
# In a scan's data 0xFF stands before a stuffed zero or a restart marker; before anything else the scan ends.
_SCAN_END = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]", re.DOTALL)

# More scans than that only serve to keep decoders busy; cameras and encoders write about ten.
_MAX_SCANS = 100
_MAX_PAYLOAD = 65_533

_EXIF, _XMP = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0"
_ICC, _PHOTOSHOP = b"ICC_PROFILE\0", b"Photoshop 3.0\0"
_JFIF = b"JFIF\0\1\2\0\0\1\0\1\0\0"


@dataclass(frozen=True, slots=True)
class Part:
    """A segment: its marker's second byte, its payload, and for SOS the entropy-coded data behind it."""

    marker: int
    payload: bytes
    scan: bytes = b""

    def written(self) -> bytes:
        """The bytes of the part in a file."""
        length = (len(self.payload) + 2).to_bytes(2, "big")
        return b"\xff" + bytes([self.marker]) + length + self.payload + self.scan


@dataclass(frozen=True, slots=True)
class Frame:
    """The start of frame: size in px, precision in bits, (id, horizontal, vertical, table) of each component."""

    marker: int
    precision: int
    width: int
    height: int
    components: tuple[tuple[int, int, int, int], ...]


@dataclass(slots=True)
class Jpeg:
    """A JPEG taken apart, from SOI to EOI. `regular`: nothing stands where no marker allows it."""

    parts: list[Part] = field(default_factory=list)
    frame: Frame | None = None
    regular: bool = True

    def payloads(self, marker: int, prefix: bytes) -> list[bytes]:
        """What stands behind `prefix` in the segments of one kind."""
        return [
            part.payload[len(prefix) :]
            for part in self.parts
            if part.marker == marker and part.payload.startswith(prefix)
        ]

    @property
    def exif(self) -> bytes:
        """The first Exif block, as a TIFF; b"" when there is none."""
        return next(iter(self.payloads(APP1, _EXIF)), b"")

    @property
    def xmp(self) -> bytes:
        """The main XMP packet (not the extended one); b"" when there is none."""
        return next(iter(self.payloads(APP1, _XMP)), b"")

    @property
    def photoshop(self) -> bytes:
        """Photoshop's image resources, in which IPTC-IIM is kept."""
        return b"".join(self.payloads(APP13, _PHOTOSHOP))

    @property
    def icc(self) -> bytes:
        """The colour profile (ICC.1 annex B.4), its chunks in order; b"" when none or not all are there."""
        chunks = {chunk[0]: chunk for chunk in self.payloads(APP2, _ICC) if len(chunk) > 2}
        total = next(iter(chunks.values()), b"\0\0")[1]
        if not total or set(chunks) != set(range(1, total + 1)):
            return b""
        return b"".join(chunks[number][2:] for number in sorted(chunks))


def walk(data: bytes) -> Jpeg:
    """Go through the markers of a file that begins with SOI, to its EOI; what follows that is left out.

    Raises:
        ImageFault: `image-truncated`, `image-too-large` (as soon as the frame header tells), or
            `image-unreadable` when the markers make no sense.
    """
    jpeg = Jpeg()
    position, scans = 2, 0
    while True:
        match = _MARKER.match(data, position)
        if match is None:
            # Decoders skip stray bytes up to the next marker.
            jpeg.regular = False
            match = _MARKER.search(data, position)
            if match is None:
                raise truncated()
        marker, position = match[1][0], match.end()
        if marker == EOI:
            break
        if marker == 0x01 or 0xD0 <= marker <= SOI:  # TEM, RSTn, SOI stand alone and have no business here
            jpeg.regular = False
            continue
        length = int.from_bytes(data[position : position + 2], "big")
        if position + max(length, 2) > len(data):
            raise truncated()
        if length < 2:
            raise unreadable("The JPEG file is damaged: one of its segments has no length.")
        payload = data[position + 2 : position + length]
        position += length
        scan = b""
        if marker == SOS:
            scans += 1
            if scans > _MAX_SCANS:
                raise unreadable(f"The JPEG file has more than {_MAX_SCANS} scans.")
            end = _SCAN_END.search(data, position)
            if end is None:
                raise truncated()
            scan, position = data[position : end.start()], end.start()
        elif marker in _FRAMES:
            frame = _read_frame(marker, payload)
            check_size(frame.width, frame.height)
            jpeg.regular &= jpeg.frame is None
            jpeg.frame = frame
        jpeg.parts.append(Part(marker, payload, scan))
    if jpeg.frame is None or not scans:
        raise truncated("The JPEG file ends before its picture begins.")
    if not _enough_data(jpeg, jpeg.frame):
        raise truncated("The JPEG file holds too little data for a picture of its size.")
    return jpeg


def is_usual(jpeg: Jpeg) -> bool:
    """Whether every reader shows the same: 8 bits, grey or YCbCr, baseline or progressive, tables in place."""
    frame = jpeg.frame
    if frame is None or not jpeg.regular:
        return False
    if frame.marker not in _USUAL_FRAMES or frame.precision != 8 or len(frame.components) not in {1, 3}:
        return False
    identifiers = bytes(component[0] for component in frame.components)
    if len(set(identifiers)) != len(identifiers) or identifiers == b"RGB":
        return False
    if any(not (1 <= h <= 4 and 1 <= v <= 4) for _, h, v, _ in frame.components):
        return False
    # Adobe's transform says RGB (0) or YCbCr (1); JFIF always means YCbCr. Readers differ on contradictions.
    adobe = jpeg.payloads(APP14, b"Adobe")
    if len(frame.components) == 3 and any(len(block) < 7 or block[6] != 1 for block in adobe):
        return False
    return _tables_fit(jpeg, frame)


def clean(jpeg: Jpeg, xmp: bytes) -> bytes:
    """The file with the same pixels and no metadata but `xmp` (b"": none at all).

    JFIF comes first (python-docx wants it so), without its thumbnail; it also says that the colours are
    YCbCr, so Adobe's segment is not needed any more. Only for a JPEG that `is_usual`.
    """
    parts = [Part(APP0, _jfif(jpeg))]
    if xmp and len(_XMP) + len(xmp) <= _MAX_PAYLOAD:
        parts.append(Part(APP1, _XMP + xmp))
    parts += [part for part in jpeg.parts if part.marker in _USUAL]
    return _written(parts)


def for_decoder(jpeg: Jpeg) -> bytes:
    """The file with what a decoder needs and nothing else, so that it has no metadata to stumble over."""
    private = {*range(APP1, APP14), 0xEF, 0xFE}
    return _written([part for part in jpeg.parts if part.marker not in private])


def _written(parts: list[Part]) -> bytes:
    return b"".join([b"\xff\xd8", *(part.written() for part in parts), b"\xff\xd9"])


def _jfif(jpeg: Jpeg) -> bytes:
    """The JFIF block of the file without thumbnail, or one that says nothing of the resolution."""
    for part in jpeg.parts:
        if part.marker == APP0 and part.payload.startswith(b"JFIF\0") and len(part.payload) >= 14:
            density = part.payload[8:12]
            # A resolution of zero dots an inch makes python-docx divide by zero.
            if part.payload[7] <= 2 and b"\0\0" not in (density[:2], density[2:]):
                return part.payload[:12] + b"\0\0"
    return _JFIF


def _read_frame(marker: int, payload: bytes) -> Frame:
    count = payload[5] if len(payload) > 5 else 0
    if not count or len(payload) != 6 + 3 * count:
        raise unreadable("The JPEG file is damaged: its frame header has the wrong length.")
    return Frame(
        marker=marker,
        precision=payload[0],
        height=int.from_bytes(payload[1:3], "big"),
        width=int.from_bytes(payload[3:5], "big"),
        components=tuple(
            (payload[at], payload[at + 1] >> 4, payload[at + 1] & 15, payload[at + 2])
            for at in range(6, 6 + 3 * count, 3)
        ),
    )


def _tables_fit(jpeg: Jpeg, frame: Frame) -> bool:
    """Whether every table that a scan uses was defined before it, and every component has a scan."""
    quantisation: set[int] = set()
    huffman: set[int] = set()  # class * 16 + number, as in the file
    scanned: set[int] = set()
    tables = {component[0]: component[3] for component in frame.components}
    for part in jpeg.parts:
        if part.marker in {DQT, DHT}:
            found = _table_ids(part)
            if found is None:
                return False
            (quantisation if part.marker == DQT else huffman).update(found)
        elif part.marker == SOS:
            head = part.payload
            count = head[0] if head else 0
            if not 1 <= count <= len(tables) or len(head) != 4 + 2 * count:
                return False
            first, refines = head[-3], head[-1] >> 4
            for at in range(1, 1 + 2 * count, 2):
                component, used = head[at], head[at + 1]
                if component not in tables or tables[component] not in quantisation:
                    return False
                needed = set()
                if first == 0 and not refines:
                    needed.add(used >> 4)
                if first > 0 or frame.marker != 0xC2:
                    needed.add(16 + (used & 15))
                if not needed <= huffman:
                    return False
                scanned.add(component)
    return scanned == set(tables)


def _table_ids(part: Part) -> set[int] | None:
    """The tables that a DQT or DHT segment defines, or None when it is malformed."""
    found, at, payload = set(), 0, part.payload
    while at < len(payload):
        head = payload[at]
        if part.marker == DQT:
            size = 1 + 64 * (1 + (head >> 4))
            legal = head >> 4 <= 1 and head & 15 <= 3
        else:
            counts = payload[at + 1 : at + 17]
            size = 17 + sum(counts)
            # The codes of all lengths together must leave the code of only ones free (T.81 C.2).
            room = sum(count << (15 - length) for length, count in enumerate(counts))
            legal = head >> 4 <= 1 and head & 15 <= 3 and len(counts) == 16 and 0 < room < 1 << 16
        if not legal or at + size > len(payload):
            return None
        found.add(head)
        at += size
    return found


def _enough_data(jpeg: Jpeg, frame: Frame) -> bool:
    """Whether the scans can hold a picture of that size.

    In Huffman coding a block takes two bits at least, or one in the first scan of a progressive picture. Decoders
    fill up with grey instead of complaining.
    """
    if frame.marker not in _USUAL_FRAMES:
        return True
    widest = max(1, *(component[1] for component in frame.components))
    highest = max(1, *(component[2] for component in frame.components))
    blocks = sum(
        -(-frame.width * h // (8 * widest)) * -(-frame.height * v // (8 * highest))
        for _, h, v, _ in frame.components
    )
    bits = 8 * sum(len(part.scan) for part in jpeg.parts)
    return bits >= blocks * (1 if frame.marker == 0xC2 else 2)
