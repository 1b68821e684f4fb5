"""Pixels: decoded by Pillow, turned upright, brought to sRGB, and encoded again.

The only module that lets Pillow read a file. Its callers have checked the container and the size before.
"""

from __future__ import annotations

import io
import math
import warnings
from typing import TYPE_CHECKING

from prexport.records import dataclass
from prexport.release.photo import icc as profiles
from prexport.release.photo.containers import Kind
from prexport.release.photo.fault import ImageFault, check_size, truncated, unreadable

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageCms import ImageCmsProfile

# At 90 a second generation can't be told from the first, in print either.
PRINT_QUALITY = 90
# As many as a palette can hold.
_FEW_COLOURS = 256


@dataclass(frozen=True, slots=True)
class Embedded:
    """What a file says about its picture, as the bytes stand in it; b"" for what isn't there."""

    icc: bytes = b""
    exif: bytes = b""
    xmp: bytes = b""
    copyright: str = ""
    author: str = ""


def decode(data: bytes, kind: Kind) -> tuple[Image, Embedded]:
    """The first picture of a file, whole, as Pillow sees it.

    Raises:
        ImageFault: `image-truncated`, `image-unreadable`, or `image-too-large` when the decoder finds another
            size than the container told.
    """
    import PIL.Image
    import PIL.ImageFile

    # WeasyPrint turns this switch on for the whole process when it is imported.
    PIL.ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = PIL.Image.open(io.BytesIO(data), formats=(kind.value,))
            check_size(*image.size)
            info = image.info
            embedded = Embedded(
                icc=_bytes(info.get("icc_profile")),
                exif=_bytes(info.get("exif")),
                xmp=_bytes(info.get("xmp")),
                copyright=str(info.get("Copyright", "")),
                author=str(info.get("Author", "")),
            )
            image.load()
            check_size(*image.size)
    except ImageFault:
        raise
    except Exception as cause:
        # Decoders raise whatever a damaged file makes them stumble over; it all means the same to the author.
        if isinstance(cause, EOFError) or "truncated" in str(cause).lower():
            raise truncated() from cause
        raise unreadable(
            f"The {kind.value} file is damaged or of a rare kind; it can't be decoded."
        ) from cause
    return image, embedded


def make_upright(image: Image, orientation: int) -> Image:
    """Turn and mirror a picture as its Exif orientation (1 to 8) asks."""
    from PIL.Image import Transpose

    steps = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(steps[orientation]) if orientation in steps else image


def to_srgb(image: Image, icc: bytes) -> Image:
    """The picture in mode L, LA, RGB or RGBA, in sRGB; alpha only where something is transparent.

    Raises:
        ImageFault: `image-unreadable` for measurements (32-bit samples), which are no picture.
    """
    import PIL.Image

    if image.mode.startswith("I;16"):
        # Pillow clips 16 bits to 255 where it should scale them; the high bytes are the picture.
        high = 0 if image.mode == "I;16B" else 1
        image = PIL.Image.frombytes("L", image.size, image.tobytes()[high::2])
    if image.mode in {"I", "F"}:
        raise unreadable("The image holds 32-bit measurements, not colours.")
    if image.mode in {"RGBa", "La", "PA"} or (image.mode != "LA" and image.has_transparency_data):
        image = image.convert("LA" if image.mode == "La" else "RGBA")
    elif image.mode == "1":
        image = image.convert("L")
    elif image.mode in {"P", "RGBX", "HSV", "YCbCr"}:
        image = image.convert("RGB")
    alpha = image.getchannel("A") if image.mode in {"LA", "RGBA"} else None
    if alpha is not None:
        image = image.convert(image.mode[:-1])
        if alpha.getextrema()[0] == 255:
            alpha = None
    image = _convert(image, icc)
    if alpha is not None:
        image.putalpha(alpha)
    # No leftovers: Pillow writes profile, comment and transparency of `info` into new files.
    image.info = {}
    return image


def is_transparent(image: Image) -> bool:
    """Whether something shines through a picture that `to_srgb` made."""
    return image.mode in {"LA", "RGBA"}


def has_few_colours(image: Image) -> bool:
    """Whether a palette could hold the picture: a drawing, perhaps, or a grey photo."""
    return image.getcolors(_FEW_COLOURS) is not None


def encode_jpeg(
    image: Image, *, quality: int = PRINT_QUALITY, full_colour: bool = False, progressive: bool = False
) -> bytes:
    """A JPEG of a picture in mode L or RGB; `full_colour` keeps the colour at full resolution (4:4:4)."""
    target = io.BytesIO()
    image.save(
        target,
        "JPEG",
        quality=quality,
        subsampling=0 if full_colour else 2,
        optimize=True,
        progressive=progressive,
    )
    return target.getvalue()


def encode_png(image: Image) -> bytes:
    """A PNG without loss; with a palette where 256 opaque colours are enough."""
    target = io.BytesIO()
    (_with_palette(image) if image.mode == "RGB" else image).save(target, "PNG")
    return target.getvalue()


def encode_webp(image: Image, *, quality: int | None = None, xmp: bytes = b"") -> bytes:
    """A WebP of a picture in any mode; without a `quality` without loss.

    Method 2 takes 25 ms for a photo of 1280 px; the slower ones save 3 % more for twice the time.
    """
    target = io.BytesIO()
    metadata = {"xmp": xmp} if xmp else {}
    if quality is None:
        image.save(target, "WEBP", lossless=True, quality=50, method=2, **metadata)
    else:
        image.save(target, "WEBP", quality=quality, method=2, **metadata)
    return target.getvalue()


def shrink(data: bytes, kind: Kind, max_edge: int) -> Image:
    """A safe photo at `max_edge` px at most on its longer edge, never enlarged."""
    import PIL.Image

    image, _ = decode(data, kind)
    image = to_srgb(image, b"")
    longest = max(image.size)
    if longest <= max_edge:
        return image
    size = tuple(max(1, math.floor(edge * max_edge / longest + 0.5)) for edge in image.size)
    # Transparent pixels must not bleed their hidden colour into the edges: Pillow weighs by alpha itself.
    return image.resize((size[0], size[1]), PIL.Image.Resampling.LANCZOS, reducing_gap=3.0)


def _with_palette(image: Image) -> Image:
    """The same picture with a palette, if it has few enough colours for one that is exact."""
    from PIL import ImageChops
    from PIL.Image import Dither, Quantize

    if not has_few_colours(image):
        return image
    smaller = image.quantize(_FEW_COLOURS, method=Quantize.MEDIANCUT, dither=Dither.NONE)
    return smaller if ImageChops.difference(smaller.convert("RGB"), image).getbbox() is None else image


def _convert(image: Image, icc: bytes) -> Image:
    """Bring L, RGB, CMYK or LAB to sRGB; a profile that is broken or for another mode counts as none."""
    from PIL import ImageCms

    source: ImageCmsProfile | None = None
    if image.mode == "LAB":
        source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    elif icc and not profiles.is_srgb(icc):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(icc))
        except OSError:
            source = None
    converted = _transform(image, source, "RGB") if source else None
    if converted is None:
        return image if image.mode in {"L", "RGB"} else image.convert("RGB")
    return converted.convert("L") if image.mode == "L" else converted


def _transform(image: Image, source: ImageCmsProfile, mode: str) -> Image | None:
    """Convert by colour management; None when the profile doesn't fit the picture."""
    from PIL import ImageCms

    try:
        return ImageCms.profileToProfile(
            image,
            source,
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode=mode,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else b""
