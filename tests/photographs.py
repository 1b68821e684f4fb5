"""Photos for tests, drawn and encoded here: nothing binary lies in the repository for them."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageStat

XMP_SEGMENT = b"http://ns.adobe.com/xap/1.0/\0"
PRIVATE = b"SERIAL-0815"
LOSSY = 12  # how far JPEG may move the mean of a picture, of 255
APP0, APP1, APP2, APP13, APP14, COM = 0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xFE

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def photo(width: int = 160, height: int = 106) -> Image.Image:
    """A picture with soft, coloured noise all over: no two rows are the same, and thousands of colours."""
    channels = [Image.linear_gradient("L").resize((width, height)).rotate(angle) for angle in (0, 90, 180)]
    image = Image.merge("RGB", channels)
    draw = ImageDraw.Draw(image)
    for step in range(0, width, 7):
        colour = (step * 13 % 256, step * 29 % 256, step * 5 % 256)
        draw.ellipse((step, step * 3 % height, step + 12, step * 3 % height + 9), fill=colour)
    return image.filter(ImageFilter.GaussianBlur(1.5))


def quadrants(width: int = 48, height: int = 32) -> Image.Image:
    """Red, green over blue, white: tells which way up a picture is, also after JPEG."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    middle, centre = width // 2, height // 2
    draw.rectangle((0, 0, middle - 1, centre - 1), fill=(255, 0, 0))
    draw.rectangle((middle, 0, width, centre - 1), fill=(0, 255, 0))
    draw.rectangle((0, centre, middle - 1, height), fill=(0, 0, 255))
    return image


def see_through(width: int = 160, height: int = 106) -> Image.Image:
    """A photo that fades out to the foot."""
    image = photo(width, height)
    image.putalpha(Image.linear_gradient("L").resize((width, height)))
    return image


def encode(image: Image.Image, kind: str, **options: Any) -> bytes:
    """The bytes of a file of a kind that Pillow can write."""
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def decode(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def difference(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of two pictures, of 255."""
    assert one.size == other.size
    return max(ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean)


def corner_colours(image: Image.Image) -> list[tuple[int, ...]]:
    """The colours in the four quarters, rounded to full or nothing."""
    width, height = image.size
    places = [(x, y) for y in (height // 4, 3 * height // 4) for x in (width // 4, 3 * width // 4)]
    rgb = image.convert("RGB")
    return [tuple(255 if value > 127 else 0 for value in rgb.getpixel(place)) for place in places]  # type: ignore[union-attr]


def segment(marker: int, payload: bytes) -> bytes:
    """A JPEG segment."""
    return b"\xff" + bytes([marker]) + (len(payload) + 2).to_bytes(2, "big") + payload


def with_segments(jpeg: bytes, *segments: bytes, after_jfif: bool = True) -> bytes:
    """A JPEG with segments put behind its first one, or in its place."""
    assert jpeg[2:4] == b"\xff\xe0", "Pillow writes JFIF first"
    end = 4 + int.from_bytes(jpeg[4:6], "big")
    return jpeg[: end if after_jfif else 2] + b"".join(segments) + jpeg[end:]


def markers(jpeg: bytes) -> list[int]:
    """The markers of a JPEG up to its first scan."""
    found: list[int] = []
    at = 2
    while not found or found[-1] != 0xDA:
        assert jpeg[at] == 0xFF
        found.append(jpeg[at + 1])
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return found


def exif(orientation: int = 1, *, artist: str = "", copyright: str = "", adobe_rgb: bool = False) -> bytes:
    """Exif with a place, a serial number and what is asked for, as cameras write it."""
    block = Image.Exif()
    block[0x0112] = orientation
    block[0x010F] = "Camera works"
    if artist:
        block[0x013B] = artist
    if copyright:
        block[0x8298] = copyright
    block.get_ifd(0x8769)[0xA431] = PRIVATE.decode()
    block.get_ifd(0x8825)[2] = (22.0, 15.0, 43.0)
    if adobe_rgb:
        block.get_ifd(0x8769)[0xA005] = {1: "R03"}
    return block.tobytes()


def xmp(properties: str = "", attributes: str = "") -> bytes:
    """An XMP packet as photo programs write it, with a history that is nobody's business."""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Photo program 7">\n'
        ' <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        '  <rdf:Description rdf:about=""\n'
        '    xmlns:dc="http://purl.org/dc/elements/1.1/"\n'
        '    xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"\n'
        '    xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"\n'
        '    xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"\n'
        '    xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"\n'
        '    xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"\n'
        f'    aux:SerialNumber="{PRIVATE.decode()}" {attributes}>\n'
        f"   <Iptc4xmpCore:Location>Her home</Iptc4xmpCore:Location>{properties}\n"
        '  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="w"?>'
    ).encode()


def language_alternatives(name: str, **texts: str) -> str:
    """An XMP property with a text for each language; `_` stands for `-` in a tag."""
    items = "".join(
        f'<rdf:li xml:lang="{lang.replace("_", "-")}">{text}</rdf:li>' for lang, text in texts.items()
    )
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"


def alt_text(**texts: str) -> str:
    """The IPTC field "Alt Text (Accessibility)"."""
    return language_alternatives("Iptc4xmpCore:AltTextAccessibility", **texts)


def iim(*records: tuple[int, bytes]) -> bytes:
    """Photoshop's image resources with an IPTC-IIM record of application data sets."""
    record = b"".join(struct.pack(">BBBH", 0x1C, 2, number, len(text)) + text for number, text in records)
    record += b"\0" * (len(record) % 2)
    resources = ((0x03ED, b"\0" * 16), (0x0404, record))
    return b"Photoshop 3.0\0" + b"".join(
        b"8BIM" + struct.pack(">H2sI", number, b"\0\0", len(content)) + content
        for number, content in resources
    )


def png_chunk(kind: bytes, content: bytes) -> bytes:
    """A PNG chunk with its check sum."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def box(kind: bytes, content: bytes) -> bytes:
    """A box of the ISO base media format."""
    return struct.pack(">I4s", 8 + len(content), kind) + content


def header_only(kind: str, width: int, height: int) -> bytes:
    """The smallest file of a kind that claims a size, with next to nothing behind it."""
    match kind:
        case "JPEG":
            frame = struct.pack(">BHHB", 8, height, width, 3) + bytes((1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0))
            return b"\xff\xd8" + segment(0xC0, frame) + b"\xff\xd9"
        case "PNG":
            header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
            chunks = (
                png_chunk(b"IHDR", header) + png_chunk(b"IDAT", zlib.compress(b"")) + png_chunk(b"IEND", b"")
            )
            return b"\x89PNG\r\n\x1a\n" + chunks
        case "GIF":
            return b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0;"
        case "WEBP":
            canvas = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
            body = b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4) + canvas
            return b"RIFF" + struct.pack("<I", len(body)) + body
        case "AVIF":
            size = box(b"ispe", struct.pack(">III", 0, width, height))
            meta = box(b"meta", bytes(4) + box(b"iprp", box(b"ipco", size)))
            return box(b"ftyp", b"avif\0\0\0\0avifmif1") + meta + box(b"mdat", b"")
        case "TIFF":
            entries = ((256, width), (257, height), (258, 8), (262, 1), (273, 8), (279, 1))
            directory = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in entries)
            return b"II*\0" + struct.pack("<IH", 8, len(entries)) + directory + bytes(4)
    raise ValueError(kind)
