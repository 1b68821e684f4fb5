"""What stays in a photo's metadata, and what must not."""

from __future__ import annotations

import io

import docx
import pytest

from photographs import (
    APP0,
    APP1,
    APP2,
    APP13,
    APP14,
    COM,
    LOSSY,
    PRIVATE,
    XMP_SEGMENT,
    alt_text,
    decode,
    difference,
    encode,
    exif,
    iim,
    language_alternatives,
    markers,
    photo,
    png_chunk,
    quadrants,
    see_through,
    segment,
    with_segments,
    xmp,
)
from prexport.release.images import make_safe, web_rendition


class TestPrivateMetadata:
    def test_segments_are_left_out_and_pixels_copied(self) -> None:
        clean = encode(photo(), "JPEG")
        private = with_segments(
            clean,
            segment(APP1, exif()),
            segment(APP1, XMP_SEGMENT + xmp()),
            segment(APP2, b"MPF\0" + PRIVATE),
            segment(APP13, iim((120, PRIVATE))),
            segment(COM, PRIVATE),
        )
        assert make_safe(private, "a.jpg").data == clean

    def test_what_follows_the_end_is_dropped(self) -> None:
        clean = encode(photo(), "JPEG")
        assert make_safe(clean + encode(quadrants(), "JPEG") + PRIVATE, "a.jpg").data == clean

    def test_the_second_picture_of_a_phone_is_dropped(self) -> None:
        data = encode(photo(), "MPO", save_all=True, append_images=[quadrants()])
        safe = decode(make_safe(data, "a.jpg").data)
        assert safe.format == "JPEG", "not MPO any more"
        assert difference(safe, photo()) < LOSSY

    def test_jfif_comes_first_without_its_thumbnail(self) -> None:
        clean = encode(photo(), "JPEG")
        thumbnail = b"JFIF\0\1\2\1\0\x48\0\x48" + b"\2\1" + PRIVATE[:6]
        safe = make_safe(with_segments(clean, segment(APP0, thumbnail), after_jfif=False), "a.jpg").data
        assert safe[2:20] == segment(APP0, b"JFIF\0\1\2\1\0\x48\0\x48\0\0")

    def test_a_resolution_of_nothing_is_replaced(self) -> None:
        broken = segment(APP0, b"JFIF\0\1\2\1\0\0\0\0\0\0")
        safe = make_safe(with_segments(encode(photo(), "JPEG"), broken, after_jfif=False), "a.jpg").data
        assert docx.Document().add_picture(io.BytesIO(safe)).width > 0

    @pytest.mark.parametrize("first", [b"", segment(APP14, b"Adobe\0\x64\0\0\0\0\1"), segment(APP1, exif())])
    def test_word_takes_a_photo_that_lacked_jfif(self, first: bytes) -> None:
        data = with_segments(encode(photo(), "JPEG"), first, after_jfif=False)
        safe = make_safe(data, "a.jpg")
        assert markers(safe.data)[0] == APP0
        assert difference(decode(safe.data), photo()) < LOSSY
        docx.Document().add_picture(io.BytesIO(safe.data))

    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
    def test_is_gone_from_every_kind(self, kind: str) -> None:
        data = encode(photo(), kind, exif=exif())
        assert PRIVATE in data, "the test would show nothing"
        assert PRIVATE not in make_safe(data, "a").data

    def test_is_gone_from_png_text_and_behind_its_end(self) -> None:
        clean = encode(see_through(), "PNG")
        text = png_chunk(b"tEXt", b"Comment\0" + PRIVATE) + png_chunk(b"eXIf", exif()[6:])
        private = clean[:33] + text + clean[33:] + PRIVATE
        assert make_safe(private, "a.png").data == clean


class TestRights:
    RIGHTS = language_alternatives("dc:rights", x_default="© 2026 Harbour &amp; Co") + (
        "<dc:creator><rdf:Seq><rdf:li>Ann Lee</rdf:li><rdf:li>Bo Wu</rdf:li></rdf:Seq></dc:creator>"
    )

    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
    def test_are_read_from_xmp_and_stay_in_the_file(self, kind: str) -> None:
        packet = xmp(self.RIGHTS, 'photoshop:Credit="Harbour Press"')
        options = {"tiffinfo": {700: packet}} if kind == "TIFF" else {"xmp": packet}
        if kind == "PNG":
            data = encode(photo(), "PNG")
            data = data[:33] + png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + packet) + data[33:]
        else:
            data = encode(photo(), kind, **options)
        image = make_safe(data, "a")
        assert (image.credit, image.copyright) == ("Harbour Press", "© 2026 Harbour & Co")
        assert "© 2026 Harbour &amp; Co".encode() in image.data
        assert b"Ann Lee" in image.data
        assert PRIVATE not in image.data
        assert b"Her home" not in image.data
        assert make_safe(image.data, "a") == image, "a safe photo is safe again, with the same bytes"

    def test_licence_terms_and_the_mark_of_a_machine_stay(self) -> None:
        digital = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
        packet = xmp(
            language_alternatives("xmpRights:UsageTerms", en="Press use only"),
            f'Iptc4xmpExt:DigitalSourceType="{digital}" xmpRights:WebStatement="https://example.org/terms"',
        )
        safe = make_safe(encode(photo(), "JPEG", xmp=packet), "a.jpg").data
        for kept in (digital, "Press use only", "https://example.org/terms"):
            assert kept.encode() in safe

    def test_makers_stand_in_for_a_missing_credit(self) -> None:
        assert make_safe(encode(photo(), "JPEG", xmp=xmp(self.RIGHTS)), "a").credit == "Ann Lee, Bo Wu"

    def test_are_read_from_iim(self) -> None:
        block = iim((80, b"Ann Lee"), (110, b"Harbour Press"), (116, "© Harbour".encode()), (120, PRIVATE))
        image = make_safe(with_segments(encode(photo(), "JPEG"), segment(APP13, block)), "a.jpg")
        assert (image.credit, image.copyright) == ("Harbour Press", "© Harbour")

    def test_iim_in_latin_1_is_understood(self) -> None:
        block = iim((116, "© Müller".encode("latin-1")))
        image = make_safe(with_segments(encode(photo(), "JPEG"), segment(APP13, block)), "a.jpg")
        assert image.copyright == "© Müller"

    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
    def test_are_read_from_exif(self, kind: str) -> None:
        image = make_safe(encode(photo(), kind, exif=exif(artist="Ann Lee", copyright="(c) Ann Lee")), "a")
        assert (image.credit, image.copyright) == ("Ann Lee", "(c) Ann Lee")

    def test_are_read_from_png_text(self) -> None:
        data = encode(photo(), "PNG")
        text = png_chunk(b"tEXt", b"Author\0Ann Lee") + png_chunk(b"tEXt", b"Copyright\0\xa9 Ann Lee")
        image = make_safe(data[:33] + text + data[33:], "a.png")
        assert (image.credit, image.copyright) == ("Ann Lee", "© Ann Lee")

    def test_stay_in_the_web_rendition(self) -> None:
        image = make_safe(encode(photo(), "JPEG", xmp=xmp(self.RIGHTS + alt_text(en="A harbour"))), "a.jpg")
        web = web_rendition(image, max_edge=80)
        assert (web.credit, web.copyright, web.iptc_alt) == (image.credit, image.copyright, image.iptc_alt)
        assert b"Ann Lee" in web.data

    def test_controls_never_reach_a_reader(self) -> None:
        packet = xmp(language_alternatives("dc:rights", en="\u202eThe\tright\u202c\n  holder\u2066"))
        assert make_safe(encode(photo(), "JPEG", xmp=packet), "a.jpg").copyright == "The right holder"
