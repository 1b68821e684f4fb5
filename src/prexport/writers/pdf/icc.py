"""The sRGB colour space as an ICC profile (ISO 15076-1), built from its published numbers (IEC 61966-2-1)."""

from __future__ import annotations

import struct

# Adapted to D50, the white of the profile connection space, by the Bradford transform.
_PRIMARIES = {
    b"rXYZ": (0.43604, 0.22249, 0.01392),
    b"gXYZ": (0.38512, 0.71690, 0.09706),
    b"bXYZ": (0.14305, 0.06061, 0.71393),
}
_D50 = (0.9642, 1.0, 0.8249)
_BRADFORD = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
# Y = ((X + 0.055) / 1.055) ** 2.4 from 0.04045 on, X / 12.92 below.
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def srgb_profile() -> bytes:
    """The profile: version 4.2, a display, RGB to XYZ; its date is that of IEC 61966-2-1."""
    curve = b"para" + bytes(4) + struct.pack(">HH", 3, 0) + _fixed(*_CURVE)
    tags = {
        b"desc": _text("sRGB IEC61966-2.1"),
        b"cprt": _text("Public domain"),
        b"wtpt": b"XYZ " + bytes(4) + _fixed(*_D50),
        b"chad": b"sf32" + bytes(4) + _fixed(*_BRADFORD),
        **{name: b"XYZ " + bytes(4) + _fixed(*values) for name, values in _PRIMARIES.items()},
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table = struct.pack(">I", len(tags))
    places: dict[bytes, int] = {}
    data = b""
    start = 128 + 4 + 12 * len(tags)
    for name, value in tags.items():
        if value not in places:
            places[value] = start + len(data)
            data += value + bytes(-len(value) % 4)
        table += name + struct.pack(">II", places[value], len(value))
    header = struct.pack(">I4sI4s4s4s", start + len(data), bytes(4), 0x04200000, b"mntr", b"RGB ", b"XYZ ")
    header += struct.pack(">6H", 1999, 10, 1, 0, 0, 0) + b"acsp" + bytes(28) + _fixed(*_D50)
    return header.ljust(128, b"\0") + table + data


def _fixed(*values: float) -> bytes:
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _text(text: str) -> bytes:
    data = text.encode("utf-16-be")
    return b"mluc" + bytes(4) + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(data), 28) + data
