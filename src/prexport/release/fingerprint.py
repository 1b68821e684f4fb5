"""A perceptual hash: two renditions of one photo have nearly the same, two photos do not."""

from __future__ import annotations

import io

_COLUMNS, _ROWS = 8, 8
FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "TIFF", "BMP", "JPEG2000")
"""What is looked at. Pillow knows more, some of it only by programs that it starts (EPS)."""


def fingerprint(data: bytes) -> str:
    """The difference hash (64 bits, 16 hex digits) of an image file's bytes, upright, on white.

    A bit says whether a ninth of the picture's width is brighter than its right-hand neighbour. `data` must
    be an image that Pillow can read, like those that writers are given or put into their files.
    """
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
        image = ImageOps.exif_transpose(opened)
    if image.has_transparency_data:
        transparent = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", transparent.size, "white"), transparent)
    grey = image.convert("L").resize((_COLUMNS + 1, _ROWS), Image.Resampling.BOX).tobytes()
    bits = 0
    for row in range(_ROWS):
        for column in range(_COLUMNS):
            left = row * (_COLUMNS + 1) + column
            bits = bits << 1 | (grey[left] > grey[left + 1])
    return f"{bits:016x}"


def distance(one: str, other: str) -> int:
    """How many of the 64 bits differ; up to 10 is the same photo for all practical purposes."""
    return (int(one, 16) ^ int(other, 16)).bit_count()
