"""Photos as image objects: a JPEG byte for byte, a PNG as its own compressed rows where it has no transparency.

Safe images are upright, sRGB or grey, and whole (`prexport.release.images`).
"""

from __future__ import annotations

import io
import zlib

from prexport.errors import InternalError
from prexport.release.images import SafeImage
from prexport.writers.pdf.syntax import Carried, Name, Ref, Serialised, Value, serialise

Object = tuple[Serialised, bool]
"""A serialised indirect object, and whether it is a stream."""

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_CHANNELS = {0: 1, 2: 3, 3: 1}  # of PNG's colour types without transparency


class Images:
    """The pictures of one document; each photo is carried once."""

    def __init__(self) -> None:
        """None yet."""
        self._names: dict[str, str] = {}
        self._images: list[SafeImage] = []

    def name(self, image: SafeImage) -> str:
        """The resource name of a photo."""
        name = self._names.get(image.sha256)
        if name is None:
            name = self._names[image.sha256] = f"Im{len(self._names) + 1}"
            self._images.append(image)
        return name

    def objects(self, first: int) -> tuple[list[Object], dict[str, Ref]]:
        """The objects of all photos, numbered from `first`, and the resources by their names."""
        objects: list[Object] = []
        resources: dict[str, Ref] = {}
        for image in self._images:
            number = first + len(objects)
            resources[self._names[image.sha256]] = Ref(number)
            objects += _jpeg(image) if image.media_type == "image/jpeg" else _png(image, number)
        return objects, resources


def _jpeg(image: SafeImage) -> list[Object]:
    space = "DeviceGray" if _components(image.data) == 1 else "DeviceRGB"
    entries = _entries(image, space, 8) | {"Filter": Name("DCTDecode"), "Length": len(image.data)}
    return [(Carried(serialise(entries) + b"\nstream\n", image.data, bytes.fromhex(image.sha256)), True)]


def _components(data: bytes) -> int:
    """The number of colour components of a JPEG (ITU-T T.81, B.2.2)."""
    place = 2
    while place + 9 < len(data):
        marker, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4], "big")
        if marker in _FRAMES:
            return data[place + 9]
        place += 2 + length
    raise InternalError("a safe JPEG has no frame")


def _png(image: SafeImage, number: int) -> list[Object]:
    from prexport.release.photo.png import read_png

    png = read_png(image.data)
    if png.has_alpha:
        return _transparent(image, number)
    channels = _CHANNELS[png.colour]
    space: Value = Name("DeviceGray" if channels == 1 else "DeviceRGB")
    if png.colour == 3:
        palette = next(data for kind, data in png.chunks if kind == b"PLTE")
        space = [Name("Indexed"), Name("DeviceRGB"), len(palette) // 3 - 1, palette]
    entries = _entries(image, space, png.depth) | {
        "Filter": Name("FlateDecode"),
        "DecodeParms": {
            "Predictor": 15,
            "Colors": channels,
            "BitsPerComponent": png.depth,
            "Columns": png.width,
        },
    }
    return [_stream(b"".join(data for kind, data in png.chunks if kind == b"IDAT"), entries)]


def _transparent(image: SafeImage, number: int) -> list[Object]:
    """Colours and opacity, one image each."""
    from PIL import Image

    pixels = Image.open(io.BytesIO(image.data)).convert("RGBA")
    opacity = pixels.getchannel("A").tobytes()
    colours = pixels.convert("RGB").tobytes()
    flate: dict[str, Value] = {"Filter": Name("FlateDecode")}
    entries = _entries(image, "DeviceRGB", 8) | flate | {"SMask": Ref(number + 1)}
    mask = _entries(image, "DeviceGray", 8) | flate
    return [_stream(zlib.compress(colours, 6), entries), _stream(zlib.compress(opacity, 6), mask)]


def _entries(image: SafeImage, space: Value, depth: int) -> dict[str, Value]:
    return {
        "Type": Name("XObject"),
        "Subtype": Name("Image"),
        "Width": image.width,
        "Height": image.height,
        "ColorSpace": Name(space) if isinstance(space, str) else space,
        "BitsPerComponent": depth,
    }


def _stream(data: bytes, entries: dict[str, Value]) -> Object:
    head = serialise(entries | {"Length": len(data)})
    return b"".join((head, b"\nstream\n", data, b"\nendstream")), True
