"""Safe images: every photo of a release, made fit for every writer once, before any writer sees it.

A whole JPEG that is upright and sRGB keeps its pixels byte for byte; only segments with private metadata are
left out, and a file without any comes out as it went in, without Pillow being loaded. Everything else is
decoded and encoded again. Reading a safe image again gives the same bytes, so a photo survives any number of
exports.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from prexport.records import dataclass
from prexport.release.photo import icc, jpeg, png, tiff, xmp
from prexport.release.photo.alternatives import choose
from prexport.release.photo.containers import Kind, check_container, kind_of
from prexport.release.photo.fault import ImageFault
from prexport.release.photo.files import read_file
from prexport.release.photo.notice import Notice, from_exif, from_iim, from_photoshop, plain

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = [
    "ImageFault",
    "SafeImage",
    "alt_for",
    "make_safe",
    "read_image",
    "read_images",
    "web_rendition",
    "webp_rendition",
]

WEB_EDGE = 1280
WEB_QUALITY = 80


@dataclass(frozen=True, slots=True)
class SafeImage:
    """A photo that every writer may take as it is: upright, sRGB or grey, whole, without private metadata.

    `name` is a stem for output files, from the release's `src`; two photos may share one.
    `media_type` is `image/jpeg` (8 bits, grey or YCbCr) or `image/png` (8 bits or fewer, not interlaced).
    `width` and `height` are in px. `sha256` is the hex digest of `data`. `iptc_alt` holds (BCP 47 language or
    `x-default`, text) pairs of the field "Alt Text (Accessibility)". `credit` (the credit line, else the
    makers) and `copyright` stay in the file's own XMP, too.
    """

    name: str
    media_type: str
    data: bytes
    width: int
    height: int
    sha256: str
    iptc_alt: tuple[tuple[str, str], ...] = ()
    credit: str | None = None
    copyright: str | None = None


def read_image(folder: Path, src: str) -> SafeImage:
    """Read and make safe the image that a release in `folder` calls `src`.

    Raises:
        ImageFault: the image can't be published; its `rule` says why.
    """
    return make_safe(read_file(folder, src), src)


def read_images(folder: Path, srcs: Iterable[str]) -> dict[str, SafeImage | ImageFault]:
    """Read and make safe all images of a release: each file is read once, the same bytes made safe once."""
    done: dict[str, SafeImage | ImageFault] = {}
    by_content: dict[bytes, SafeImage | ImageFault] = {}
    for src in srcs:
        if src in done:
            continue
        try:
            data = read_file(folder, src)
        except ImageFault as fault:
            done[src] = fault
            continue
        digest = sha256(data).digest()
        if digest not in by_content:
            try:
                by_content[digest] = make_safe(data, src)
            except ImageFault as fault:
                by_content[digest] = fault
        result = by_content[digest]
        done[src] = replace(result, name=_name(src)) if isinstance(result, SafeImage) else result
    return done


def make_safe(data: bytes, src: str) -> SafeImage:
    """Make safe the bytes of an image file; `src` only gives the name.

    Raises:
        ImageFault: `image-unreadable`, `image-truncated` or `image-too-large`.
    """
    kind = kind_of(data)
    match kind:
        case Kind.JPEG:
            return _safe_jpeg(data, _name(src))
        case Kind.PNG:
            return _safe_png(data, _name(src))
        case Kind.GIF | Kind.WEBP | Kind.AVIF | Kind.TIFF:
            return _safe_other(data, kind, _name(src))


def web_rendition(image: SafeImage, max_edge: int = WEB_EDGE, quality: int = WEB_QUALITY) -> SafeImage:
    """The photo for HTML: at most `max_edge` px on the longer edge, encoded again as a progressive JPEG.

    A PNG stays a PNG, and a drawing whose edges would be smeared into a larger file stays as it is. So does a
    photo that is small enough and wouldn't get smaller.
    """
    from prexport.release.photo import raster

    fits = max(image.width, image.height) <= max_edge
    if image.media_type == "image/png":
        if fits:
            return image
        smaller = _shrunk(image.data, Kind.PNG, max_edge)
        notice = xmp.read(png.read_png(image.data).xmp)
        drawing = _as_png(smaller, notice, image.name)
        return image if len(drawing.data) >= len(image.data) else drawing
    smaller = _shrunk(image.data, Kind.JPEG, max_edge)
    notice = xmp.read(jpeg.walk(image.data).xmp)
    encoded = raster.encode_jpeg(smaller, quality=quality, progressive=True)
    rendition = _jpeg_image(encoded, notice, image.name)
    return image if fits and len(rendition.data) >= len(image.data) else rendition


def webp_rendition(image: SafeImage, max_edge: int, quality: int = WEB_QUALITY) -> bytes:
    """The photo as WebP, at most `max_edge` px on the longer edge; a PNG without loss, a JPEG at `quality`."""
    from prexport.release.photo import raster

    if image.media_type == "image/png":
        packet = xmp.write(xmp.read(png.read_png(image.data).xmp))
        return raster.encode_webp(_shrunk(image.data, Kind.PNG, max_edge), xmp=packet)
    packet = xmp.write(xmp.read(jpeg.walk(image.data).xmp))
    return raster.encode_webp(_shrunk(image.data, Kind.JPEG, max_edge), quality=quality, xmp=packet)


@lru_cache(maxsize=2)  # the two sizes of one photo: each is asked for as JPEG, then as WebP
def _shrunk(data: bytes, kind: Kind, max_edge: int) -> Image:
    from prexport.release.photo import raster

    return raster.shrink(data, kind, max_edge)


def alt_for(image: SafeImage, lang: str) -> str | None:
    """The alternative text that the file itself carries in the language `lang` (BCP 47), or None."""
    return choose(image.iptc_alt, lang)


def _safe_jpeg(data: bytes, name: str) -> SafeImage:
    whole = jpeg.walk(data)
    exif, profile = whole.exif, whole.icc
    notice = xmp.read(whole.xmp).or_else(from_photoshop(whole.photoshop)).or_else(from_exif(exif))
    if not profile and tiff.is_adobe_rgb(exif):
        profile = icc.adobe_rgb()
    orientation = tiff.orientation(exif)
    if orientation == 1 and (not profile or icc.is_srgb(profile)) and jpeg.is_usual(whole):
        return _jpeg_image(data, notice, name, whole)

    from prexport.release.photo import raster

    image, _ = raster.decode(jpeg.for_decoder(whole), Kind.JPEG)
    image = raster.to_srgb(raster.make_upright(image, orientation), profile)
    return _jpeg_image(raster.encode_jpeg(image), notice, name)


def _safe_png(data: bytes, name: str) -> SafeImage:
    from prexport.release.photo import raster

    whole = png.read_png(data)
    decoded, embedded = raster.decode(data, Kind.PNG)
    orientation = tiff.orientation(embedded.exif)
    notice = xmp.read(embedded.xmp).or_else(from_exif(embedded.exif))
    author = plain(embedded.author)
    notice = notice.or_else(Notice(creators=(author,) if author else (), copyright=plain(embedded.copyright)))
    image = raster.to_srgb(raster.make_upright(decoded, orientation), embedded.icc)
    keeps = (
        orientation == 1
        and (not embedded.icc or icc.is_srgb(embedded.icc))
        and whole.depth <= 8
        and not whole.interlaced
        and whole.has_alpha == raster.is_transparent(image)
    )
    kept = (
        _image("image/png", png.clean(whole, xmp.write(notice)), image.size, notice, name) if keeps else None
    )
    return _smaller(image, notice, name, kept=kept, full_colour=True)


def _safe_other(data: bytes, kind: Kind, name: str) -> SafeImage:
    from prexport.release.photo import raster

    check_container(data, kind)
    decoded, embedded = raster.decode(data, kind)
    if kind is Kind.TIFF:
        entries = tiff.first_directory(data).text
        notice = (
            xmp.read(entries.get(tiff.XMP, b""))
            .or_else(from_iim(entries.get(tiff.IIM, b"")))
            .or_else(from_photoshop(entries.get(tiff.PHOTOSHOP, b"")))
            .or_else(from_exif(data))
        )
    else:
        notice = xmp.read(embedded.xmp).or_else(from_exif(embedded.exif))
        # Pillow turns TIFF pictures while it reads them, and no others.
        decoded = raster.make_upright(decoded, tiff.orientation(embedded.exif))
    image = raster.to_srgb(decoded, embedded.icc)
    # WebP and AVIF mostly hold colour at half resolution already.
    return _smaller(image, notice, name, full_colour=kind in {Kind.TIFF, Kind.GIF})


def _smaller(
    image: Image, notice: Notice, name: str, *, kept: SafeImage | None = None, full_colour: bool
) -> SafeImage:
    """A photo as JPEG, a drawing as PNG: the smaller one tells which it is; transparency needs PNG.

    `kept` is the PNG that the picture came in, when its pixels may stay as they are.
    """
    from prexport.release.photo import raster

    if raster.is_transparent(image):
        return kept or _as_png(image, notice, name)
    photo = _jpeg_image(raster.encode_jpeg(image, full_colour=full_colour), notice, name)
    if kept is None and raster.has_few_colours(image):
        kept = _as_png(image, notice, name)
    return kept if kept and len(kept.data) <= len(photo.data) else photo


def _jpeg_image(data: bytes, notice: Notice, name: str, whole: jpeg.Jpeg | None = None) -> SafeImage:
    whole = whole or jpeg.walk(data)
    frame = whole.frame
    if frame is None:
        raise ValueError("a JPEG that was walked to its end has a frame")
    cleaned = jpeg.clean(whole, xmp.write(notice))
    return _image("image/jpeg", cleaned, (frame.width, frame.height), notice, name)


def _as_png(image: Image, notice: Notice, name: str) -> SafeImage:
    from prexport.release.photo import raster

    data = png.clean(png.read_png(raster.encode_png(image)), xmp.write(notice))
    return _image("image/png", data, image.size, notice, name)


def _image(media_type: str, data: bytes, size: tuple[int, int], notice: Notice, name: str) -> SafeImage:
    return SafeImage(
        name=name,
        media_type=media_type,
        data=data,
        width=size[0],
        height=size[1],
        sha256=sha256(data).hexdigest(),
        iptc_alt=notice.alt,
        credit=notice.credit or ", ".join(notice.creators) or None,
        copyright=notice.copyright or None,
    )


def _name(src: str) -> str:
    """The stem of the file name, fit for a file name and a URL: letters, digits, `-`, `_`."""
    stem = unicodedata.normalize("NFC", PurePosixPath(src).stem)
    return re.sub(r"[^\w-]+", "-", stem).strip("-")[:60] or "image"
