"""What kind of image file this is, by its content, and how large its picture, before any decoder sees it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from prexport.release.photo.fault import ImageFault, check_size, truncated, unreadable
from prexport.release.photo.png import SIGNATURE, read_png
from prexport.release.photo.tiff import IMAGE_LENGTH, IMAGE_WIDTH, first_directory


class Kind(StrEnum):
    """The formats that are read, under the names that Pillow has for them."""

    JPEG = "JPEG"
    PNG = "PNG"
    GIF = "GIF"
    WEBP = "WEBP"
    AVIF = "AVIF"
    TIFF = "TIFF"


_AVIF_BRANDS = (b"avif", b"avis")
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"8BPS", "a Photoshop document"),
    (b"BM", "a Windows bitmap"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (b"\0\0\0\x0cJXL ", "JPEG XL"),
    (b"\xff\x0a", "JPEG XL"),
    (b"PK\3\4", "a ZIP archive or an Office document"),
    (b"II+\0", "BigTIFF"),
    (b"MM\0+", "BigTIFF"),
)
# Smaller blocks than real files have would only keep the walk busy.
_MAX_GIF_BLOCKS = 1_000_000


def kind_of(data: bytes) -> Kind:
    """Tell the format from the first bytes.

    Raises:
        ImageFault: `image-unreadable` for everything else, with its name where it is known.
    """
    if not data:
        raise unreadable("The image file is empty.", "Copy or download the file again, completely.")
    if data.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    if data.startswith(SIGNATURE):
        return Kind.PNG
    if data.startswith((b"GIF87a", b"GIF89a")):
        return Kind.GIF
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return Kind.WEBP
    if data.startswith((b"II*\0", b"MM\0*")):
        return Kind.TIFF
    if data[4:8] == b"ftyp":
        end = min(int.from_bytes(data[:4], "big"), 256)
        if any(data[at : at + 4] in _AVIF_BRANDS for at in (8, *range(16, end, 4))):
            return Kind.AVIF
        if data[8:11] in {b"hei", b"hev", b"mif"}:
            raise _other("HEIC")
        raise _other("a video")
    if b"<svg" in data[:4096].lower():
        raise unreadable(
            "The image is an SVG drawing, which can hold programs and looks different in every reader.",
            "Export it as a PNG, about 2000 pixels wide.",
        )
    for start, name in _OTHERS:
        if data.startswith(start):
            raise _other(name)
    raise unreadable("The file is not an image of a kind that can be read.", _SAVE_AS)


def check_container(data: bytes, kind: Kind) -> None:
    """Hold the size in the header against the limits, and the file's parts against its length.

    Raises:
        ImageFault: `image-too-large`, `image-truncated` or `image-unreadable`.
    """
    match kind:
        case Kind.PNG:
            read_png(data)
        case Kind.GIF:
            _check_gif(data)
        case Kind.WEBP:
            _check_webp(data)
        case Kind.AVIF:
            _check_avif(data)
        case Kind.TIFF:
            _check_tiff(data)
        case Kind.JPEG:
            raise ValueError("JPEG files are walked by prexport.release.photo.jpeg")


_SAVE_AS = "Save the image as JPEG or PNG. WebP, AVIF, GIF and TIFF are read, too."


def _other(name: str) -> ImageFault:
    return unreadable(f"The file is {name}, not an image of a kind that can be read.", _SAVE_AS)


def _number(data: bytes, start: int, size: int) -> int:
    return int.from_bytes(data[start : start + size], "little")


def _check_gif(data: bytes) -> None:
    """Walk the blocks (GIF89a appendix A) to the trailer."""
    if len(data) < 13:
        raise truncated()
    check_size(_number(data, 6, 2), _number(data, 8, 2))
    position = 13 + _gif_colours(data[10])
    blocks = 0
    while position < len(data):
        match data[position]:
            case 0x3B:
                return
            case 0x21:  # extension: label, sub-blocks
                position += 2
            case 0x2C:  # picture: place, size, flags, colours, code size, sub-blocks
                if position + 10 > len(data):
                    raise truncated()
                check_size(
                    _number(data, position + 1, 2) + _number(data, position + 5, 2),
                    _number(data, position + 3, 2) + _number(data, position + 7, 2),
                )
                position += 11 + _gif_colours(data[position + 9])
            case _:
                raise unreadable("The GIF file is damaged: there is a block of no known kind in it.")
        while position < len(data) and (size := data[position]):
            position += 1 + size
            blocks += 1
            if blocks > _MAX_GIF_BLOCKS:
                raise unreadable("The GIF file consists of too many blocks.")
        position += 1
    raise truncated()


def _gif_colours(flags: int) -> int:
    """How many bytes the colour table takes."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _check_webp(data: bytes) -> None:
    """Read the canvas or the one picture's size (WebP container specification, RFC 9649)."""
    if len(data) < 30 or _number(data, 4, 4) + 8 > len(data):
        raise truncated()
    match data[12:16]:
        case b"VP8X":
            check_size(_number(data, 24, 3) + 1, _number(data, 27, 3) + 1)
        case b"VP8 ":
            check_size(_number(data, 26, 2) & 0x3FFF, _number(data, 28, 2) & 0x3FFF)
        case b"VP8L":
            bits = _number(data, 21, 4)
            check_size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        case _:
            raise unreadable("The WebP file is damaged: it does not begin with a picture.")


def _check_avif(data: bytes) -> None:
    """Read every `ispe` box (ISO/IEC 23008-12, 6.5.3): pictures, tiles and thumbnails alike."""
    top = list(_boxes(data, 0, len(data)))
    seen = False
    for kind, start, end in top:
        if kind != b"meta":
            continue
        for inner, start_, end_ in _boxes(data, start + 4, end):
            if inner != b"iprp":
                continue
            for container, first, last in _boxes(data, start_, end_):
                if container != b"ipco":
                    continue
                for item, at, _ in _boxes(data, first, last):
                    if item == b"ispe":
                        seen = True
                        check_size(
                            int.from_bytes(data[at + 4 : at + 8], "big"),
                            int.from_bytes(data[at + 8 : at + 12], "big"),
                        )
    if not seen:
        raise (
            truncated()
            if not any(kind == b"mdat" for kind, _, _ in top)
            else unreadable("The AVIF file does not tell the size of its picture.")
        )


def _boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """The boxes (ISO/IEC 14496-12, 4.2) between two offsets: type, start and end of the content."""
    while start + 8 <= end:
        size, kind, head = int.from_bytes(data[start : start + 4], "big"), data[start + 4 : start + 8], 8
        if size == 1:
            size, head = int.from_bytes(data[start + 8 : start + 16], "big"), 16
        elif size == 0:
            size = end - start
        if size < head:
            raise unreadable("The AVIF file is damaged: one of its boxes has no length.")
        if start + size > end:
            raise truncated()
        yield kind, start + head, start + size
        start += size


def _check_tiff(data: bytes) -> None:
    """Read the first directory: size, tiles, and where its pixels lie."""
    directory = first_directory(data)
    numbers = directory.numbers
    if not directory.whole:
        raise truncated("The TIFF file is cut off: what describes its picture is not all there.")
    # Camera raws are TIFF files whose first picture is only a preview: NewSubfileType, DNGVersion.
    if directory.number(254) & 1 or 50706 in directory.text or data[8:10] == b"CR":
        raise _other("a camera's raw file")
    check_size(directory.number(IMAGE_WIDTH), directory.number(IMAGE_LENGTH))
    if 322 in numbers:
        check_size(directory.number(322), directory.number(323))
    for offsets, counts in ((273, 279), (324, 325)):
        places = zip(numbers.get(offsets, ()), numbers.get(counts, ()), strict=False)
        if any(offset + count > len(data) for offset, count in places):
            raise truncated()
