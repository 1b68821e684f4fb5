"""Colour profiles (ICC.1:2022): knowing sRGB, and writing the one that cameras leave out."""

from __future__ import annotations

import math
import struct
from collections.abc import Callable

# Colourants of the RGB spaces, adapted to D50: the rXYZ, gXYZ and bXYZ tags.
_SRGB = ((0.4360, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141))
_ADOBE_RGB = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
_D50 = (0.9642, 1.0, 0.8249)
_TOLERANCE = 0.004
_SAMPLES = (0.1, 0.25, 0.5, 0.75, 0.9)


def is_srgb(profile: bytes) -> bool:
    """Whether a profile means sRGB (or, for grey pictures, its tone curve), whatever it is called.

    Many programs write their own sRGB profile; what counts is the primaries and the curve. A profile that
    can't be read is not sRGB.
    """
    try:
        tags = _tags(profile)
        space = profile[16:20]
        if space == b"GRAY" and b"A2B0" not in tags:
            return _is_srgb_curve(tags[b"kTRC"])
        return (
            space == b"RGB "
            and b"A2B0" not in tags
            and all(
                abs(value - wanted) <= _TOLERANCE
                for name, colourant in zip((b"rXYZ", b"gXYZ", b"bXYZ"), _SRGB, strict=True)
                for value, wanted in zip(_xyz(tags[name]), colourant, strict=True)
            )
            and all(_is_srgb_curve(tags[name]) for name in (b"rTRC", b"gTRC", b"bTRC"))
        )
    except (KeyError, IndexError, struct.error, ValueError, OverflowError, ZeroDivisionError, TypeError):
        return False


def adobe_rgb() -> bytes:
    """A profile of Adobe RGB (1998), for cameras that only say its name."""
    return matrix_profile(_ADOBE_RGB, 563 / 256)


def matrix_profile(colourants: tuple[tuple[float, float, float], ...], gamma: float) -> bytes:
    """The smallest ICC v2 display profile: three colourants (XYZ, D50) and one gamma."""
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"
    white, *primaries = (
        b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in triple))
        for triple in (_D50, *colourants)
    )
    tags = [(b"wtpt", white), *zip((b"rXYZ", b"gXYZ", b"bXYZ"), primaries, strict=True)]
    tags += [(name, curve) for name in (b"rTRC", b"gTRC", b"bTRC")]
    table, content, offset = b"", b"", 128 + 4 + 12 * len(tags)
    for name, value in tags:
        table += name + struct.pack(">II", offset + len(content), len(value))
        content += value
    size = offset + len(content)
    head = struct.pack(">I4sI4s4s4s", size, b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H4s", 2000, 1, 1, 0, 0, 0, b"acsp").ljust(68 - len(head), b"\0")
    head += struct.pack(">3i", *(round(value * 65536) for value in _D50))
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + content


def _tags(profile: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack_from(">I", profile, 128)
    tags = {}
    for index in range(min(count, 100)):
        name, offset, size = struct.unpack_from(">4sII", profile, 132 + 12 * index)
        tags[name] = profile[offset : offset + size]
    return tags


def _xyz(tag: bytes) -> tuple[float, ...]:
    return tuple(value / 65536 for value in struct.unpack_from(">3i", tag, 8))


def _is_srgb_curve(tag: bytes) -> bool:
    curve = _curve(tag)
    return all(abs(curve(x) - _srgb(x)) <= _TOLERANCE for x in _SAMPLES)


def _srgb(x: float) -> float:
    """The transfer function of sRGB (IEC 61966-2-1)."""
    return x / 12.92 if x <= 0.04045 else float(((x + 0.055) / 1.055) ** 2.4)


def _curve(tag: bytes) -> Callable[[float], float]:
    """A tone curve as a function: `curv` (10.6) or `para` (10.18)."""
    if tag[:4] == b"para":
        (kind,) = struct.unpack_from(">H", tag, 8)
        g, a, b, c, d, e, f = _parameters(kind, tag)
        return lambda x: float((a * x + b) ** g + e) if x >= d else c * x + f
    if tag[:4] != b"curv":
        raise ValueError("not a curve")
    (count,) = struct.unpack_from(">I", tag, 8)
    if count == 0:
        return lambda x: x
    values = struct.unpack_from(f">{min(count, 65536)}H", tag, 12)
    if count == 1:
        gamma: float = values[0] / 256
        return lambda x: math.pow(x, gamma)

    def interpolate(x: float) -> float:
        place = x * (len(values) - 1)
        below = int(place)
        above = min(below + 1, len(values) - 1)
        return float(values[below] + (values[above] - values[below]) * (place - below)) / 65535

    return interpolate


def _parameters(kind: int, tag: bytes) -> tuple[float, ...]:
    """g, a, b, c, d, e, f of a parametric curve of any kind, table 68 of ICC.1."""
    count = (1, 3, 4, 5, 7)[kind]
    p = [value / 65536 for value in struct.unpack_from(f">{count}i", tag, 12)]
    match kind:
        case 0:
            return (p[0], 1, 0, 0, -1, 0, 0)
        case 1:
            return (p[0], p[1], p[2], 0, -p[2] / p[1], 0, 0)
        case 2:
            return (p[0], p[1], p[2], 0, -p[2] / p[1], p[3], p[3])
        case 3:
            return (*p, 0, 0)
        case _:
            return tuple(p)
