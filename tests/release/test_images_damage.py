"""Damaged, hostile and foreign image files: always an ImageFault with the right rule, in bounded time and memory."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given, strategies as st
from PIL import Image

from photographs import (
    box,
    encode,
    exif,
    header_only,
    iim,
    photo,
    png_chunk,
    quadrants,
    see_through,
    segment,
    with_segments,
    xmp,
)
from prexport.release.images import ImageFault, make_safe

KINDS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "TIFF")

WHOLE = {
    "baseline JPEG": encode(photo(), "JPEG"),
    "progressive JPEG": encode(photo(), "JPEG", progressive=True),
    "CMYK JPEG": encode(photo().convert("CMYK"), "JPEG"),
    "JPEG with metadata": encode(photo(), "JPEG", exif=exif(6), xmp=xmp()),
    "PNG": encode(photo(), "PNG"),
    "PNG with alpha": encode(see_through(), "PNG"),
    "GIF": encode(photo(), "GIF"),
    "animated GIF": encode(photo(), "GIF", save_all=True, append_images=[quadrants(160, 106)]),
    "WebP": encode(photo(), "WEBP"),
    "lossless WebP": encode(see_through(), "WEBP", lossless=True),
    "AVIF": encode(photo(), "AVIF"),
    "TIFF": encode(photo(), "TIFF"),
    "LZW TIFF": encode(photo(), "TIFF", compression="tiff_lzw"),
    "JPEG TIFF": encode(photo(), "TIFF", compression="jpeg"),
}


def rule_of(data: bytes) -> str:
    """The rule that a file breaks, or "" when it is taken."""
    try:
        make_safe(data, "a")
    except ImageFault as fault:
        assert fault.message.endswith("."), fault.message
        assert fault.mend.endswith("."), fault.mend
        return fault.rule
    return ""


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_cut_off_anywhere_is_refused(name: str) -> None:
    data = WHOLE[name]
    assert rule_of(data) == ""
    found = {cut: rule_of(data[:cut]) for cut in range(97, len(data), 97)}
    # Once the header is there, the fault has its right name.
    assert {cut: rule for cut, rule in found.items() if rule != "image-truncated"} == {}


@pytest.mark.parametrize("name", WHOLE)
def test_the_first_bytes_alone_are_refused(name: str) -> None:
    assert {rule_of(WHOLE[name][:cut]) for cut in range(97)} <= {"image-truncated", "image-unreadable"}


@pytest.mark.parametrize("name", WHOLE)
@given(data=st.data())
def test_changed_bytes_bring_forth_a_fault_or_a_safe_photo(name: str, data: st.DataObject) -> None:
    damaged = bytearray(WHOLE[name])
    places = st.integers(0, min(len(damaged), 700) - 1) | st.integers(0, len(damaged) - 1)
    for place, value in data.draw(st.lists(st.tuples(places, st.integers(0, 255)), min_size=1, max_size=6)):
        damaged[place] = value
    try:
        safe = make_safe(bytes(damaged), "a")
    except ImageFault:
        return
    assert make_safe(safe.data, "a").data == safe.data


@given(st.binary(max_size=300), st.sampled_from([data[:16] for data in WHOLE.values()]))
def test_noise_behind_any_signature_is_refused(noise: bytes, start: bytes) -> None:
    assert rule_of(start + noise)


@pytest.mark.parametrize("kind", KINDS)
def test_a_header_of_60000_by_60000_is_refused_before_decoding(kind: str) -> None:
    with pytest.raises(ImageFault) as caught:
        make_safe(header_only(kind, 60_000, 60_000), "a")
    assert caught.value.rule == "image-too-large"
    assert caught.value.message == (
        "The image measures 60000 x 60000 pixels, 3600 megapixels; at most 50 are allowed."
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_header_within_the_limit_is_not_too_large(kind: str) -> None:
    """The smallest files claim a size, and have no picture; so the test above shows that the size was read."""
    assert rule_of(header_only(kind, 8_000, 6_000)) in {"image-truncated", "image-unreadable"}


def test_the_limit_is_exact() -> None:
    assert rule_of(header_only("PNG", 10_000, 5_000)) != "image-too-large"
    with pytest.raises(ImageFault, match=r"10000 x 5001 pixels, 50.01 megapixels"):
        make_safe(header_only("PNG", 10_000, 5_001), "a")


def test_a_strip_longer_than_jpeg_can_hold_is_refused() -> None:
    with pytest.raises(ImageFault, match="at most 65500 are allowed on an edge"):
        make_safe(header_only("PNG", 65_501, 2), "a")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "WEBP"])  # WebP counts from one
def test_a_picture_without_area_is_refused(kind: str) -> None:
    assert rule_of(header_only(kind, 0, 10)) == "image-unreadable"


def test_a_gif_whose_picture_is_larger_than_its_screen() -> None:
    descriptor = b"," + struct.pack("<HHHHB", 0, 0, 60_000, 60_000, 0) + b"\x02\x00"
    assert (
        rule_of(b"GIF89a" + struct.pack("<HH", 10, 10) + b"\0\0\0" + descriptor + b";") == "image-too-large"
    )


def test_a_gif_of_endless_tiny_blocks() -> None:
    assert rule_of(b"GIF89a\1\0\1\0\0\0\0!\xfe" + b"\1x" * 1_100_000) == "image-unreadable"


def test_an_avif_with_one_huge_tile() -> None:
    small, huge = (box(b"ispe", struct.pack(">III", 0, edge, edge)) for edge in (10, 60_000))
    meta = box(b"meta", bytes(4) + box(b"iprp", box(b"ipco", small + huge)))
    assert rule_of(box(b"ftyp", b"avif\0\0\0\0avifmif1") + meta + box(b"mdat", b"")) == "image-too-large"


def test_a_tiff_with_huge_tiles() -> None:
    entries = ((256, 10), (257, 10), (258, 8), (262, 1), (322, 60_000), (323, 60_000), (324, 8), (325, 1))
    directory = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in entries)
    data = b"II*\0" + struct.pack("<IH", 8, len(entries)) + directory + bytes(4)
    assert rule_of(data) == "image-too-large"


def test_a_png_whose_text_explodes() -> None:
    bomb = zlib.compress(bytes(200_000_000), 9)
    whole = encode(see_through(), "PNG")
    text = png_chunk(b"zTXt", b"Comment\0\0" + bomb)
    profile = png_chunk(b"iCCP", b"icc\0\0" + bomb)
    packet = png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + bomb)
    for chunk in (text, profile, packet):
        assert rule_of(whole[:33] + chunk + whole[33:]) in {"", "image-unreadable"}


def test_a_png_with_more_pixels_than_it_says() -> None:
    header = struct.pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, 0)
    chunks = png_chunk(b"IHDR", header) + png_chunk(b"IDAT", zlib.compress(bytes(50_000_000), 9))
    assert rule_of(b"\x89PNG\r\n\x1a\n" + chunks + png_chunk(b"IEND", b"")) in {"", "image-unreadable"}


def test_a_jpeg_of_a_thousand_scans() -> None:
    progressive = encode(quadrants(), "JPEG", progressive=True)
    start = progressive.rindex(b"\xff\xda")
    data = progressive[:start] + progressive[start:-2] * 1000 + b"\xff\xd9"
    assert rule_of(data) == "image-unreadable"


def test_a_jpeg_with_a_large_frame_and_no_data() -> None:
    data = bytearray(encode(photo(), "JPEG"))
    frame = data.index(b"\xff\xc0")
    data[frame + 5 : frame + 9] = struct.pack(">HH", 7_000, 7_000)
    assert rule_of(bytes(data)) == "image-truncated"


def test_a_jpeg_whose_thumbnail_alone_is_whole() -> None:
    thumbnail = encode(quadrants(), "JPEG")
    data = with_segments(encode(photo(), "JPEG"), segment(0xE1, b"Exif\0\0" + thumbnail))
    assert rule_of(data[: len(data) // 2 + len(thumbnail)]) == "image-truncated"


def test_a_jpeg_without_its_tables_is_not_passed_through() -> None:
    data = encode(photo(), "JPEG")
    start = data.index(b"\xff\xdb")
    end = start + 2 + int.from_bytes(data[start + 2 : start + 4], "big")
    assert rule_of(data[:start] + data[end:]) == "image-unreadable"


def test_a_png_with_a_wrong_check_sum() -> None:
    data = bytearray(encode(photo(), "PNG"))
    data[len(data) // 2] ^= 1
    assert rule_of(bytes(data)) == "image-unreadable"


@pytest.mark.parametrize(
    "packet",
    [
        b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><x>&b;</x>",
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>".encode("utf-16"),
        b"<x:xmpmeta",
        b"\xff\xfe\xff",
        xmp("<dc:rights><rdf:Alt>" + "<rdf:li>x</rdf:li>" * 3000 + "</rdf:Alt></dc:rights>"),
        xmp('<dc:rights/><photoshop:Credit rdf:resource=""/>'),
    ],
    ids=["laughs", "foreign file", "half a tag", "no text", "thousands of rights", "nothing in it"],
)
def test_a_hostile_or_broken_packet_is_left_out(packet: bytes) -> None:
    data = with_segments(encode(photo(), "JPEG"), segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet))
    image = make_safe(data, "a.jpg")
    assert image.copyright in {None, "x"}
    assert image.credit is None
    assert b"passwd" not in image.data


@given(st.binary(max_size=120))
def test_broken_exif_iim_and_profiles_do_no_harm(noise: bytes) -> None:
    data = with_segments(
        encode(quadrants(), "JPEG"),
        segment(0xE1, exif(8, artist="A")[: len(noise)] + noise),
        segment(0xED, iim((116, b"x"))[: len(noise)] + noise),
        segment(0xE2, b"ICC_PROFILE\0\1\1" + noise),
    )
    assert make_safe(data, "a.jpg").media_type == "image/jpeg"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"%PDF-1.7\n", "PDF"),
        (b"8BPS\0\1", "Photoshop"),
        (b"BM" + bytes(60), "Windows bitmap"),
        (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"),
        (b"\xff\x0a" + bytes(20), "JPEG XL"),
        (box(b"ftyp", b"heic\0\0\0\0mif1heic"), "HEIC"),
        (box(b"ftyp", b"isom\0\0\0\0mp42"), "video"),
        (b"II+\0\x08\0\0\0", "BigTIFF"),
        (b"Not an image at all.", "not an image"),
    ],
)
def test_other_kinds_are_named_with_a_way_out(data: bytes, words: str) -> None:
    with pytest.raises(ImageFault, match=words) as caught:
        make_safe(data, "a")
    assert caught.value.rule in {"image-unreadable", "image-truncated"}
    assert caught.value.mend


def test_a_raw_file_is_not_taken_for_its_preview() -> None:
    target = io.BytesIO()
    Image.new("RGB", (16, 12)).save(target, "TIFF", tiffinfo={254: 1})
    with pytest.raises(ImageFault, match="raw"):
        make_safe(target.getvalue(), "a.nef")
