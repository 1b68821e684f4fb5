"""Pixels: upright, sRGB, and in the format that fits them."""

from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image, ImageCms

from photographs import (
    APP1,
    APP14,
    BLUE,
    GREEN,
    LOSSY,
    RED,
    WHITE,
    corner_colours,
    decode,
    difference,
    encode,
    exif,
    markers,
    photo,
    png_chunk,
    quadrants,
    see_through,
    segment,
    with_segments,
)
from prexport.release.images import ImageFault, make_safe
from prexport.release.photo.icc import adobe_rgb, is_srgb, matrix_profile


class TestUpright:
    UPRIGHT = (RED, GREEN, BLUE, WHITE)

    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
    @pytest.mark.parametrize("orientation", range(1, 9))
    def test_every_orientation_of_every_kind(self, kind: str, orientation: int) -> None:
        undo = {
            2: Image.Transpose.FLIP_LEFT_RIGHT,
            3: Image.Transpose.ROTATE_180,
            4: Image.Transpose.FLIP_TOP_BOTTOM,
            5: Image.Transpose.TRANSPOSE,
            6: Image.Transpose.ROTATE_90,
            7: Image.Transpose.TRANSVERSE,
            8: Image.Transpose.ROTATE_270,
        }
        as_taken = quadrants()
        if orientation in undo:
            as_taken = as_taken.transpose(undo[orientation])
        image = make_safe(encode(as_taken, kind, exif=exif(orientation)), "a")
        assert (image.width, image.height) == (48, 32)
        assert tuple(corner_colours(decode(image.data))) == self.UPRIGHT
        assert decode(image.data).getexif().get(0x0112) is None

    def test_a_nonsense_orientation_is_upright(self) -> None:
        clean = encode(quadrants(), "JPEG")
        assert make_safe(with_segments(clean, segment(APP1, exif(99))), "a.jpg").data == clean


class TestColour:
    WIDE = matrix_profile(
        ((0.5151, 0.2412, -0.0011), (0.2919, 0.6922, 0.0419), (0.1572, 0.0666, 0.7841)), 2.2
    )

    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
    def test_another_profile_is_converted(self, kind: str) -> None:
        olive = Image.new("RGB", (64, 64), (120, 150, 60))
        image = make_safe(encode(olive, kind, icc_profile=self.WIDE), "a")
        wide = ImageCms.ImageCmsProfile(io.BytesIO(self.WIDE))
        expected = ImageCms.profileToProfile(olive, wide, ImageCms.createProfile("sRGB"), outputMode="RGB")
        safe = decode(image.data)
        assert expected is not None
        assert difference(safe, expected) < 4 < difference(safe, olive)
        assert "icc_profile" not in safe.info

    def test_adobe_rgb_that_a_camera_only_names_is_converted(self) -> None:
        olive = Image.new("RGB", (64, 64), (120, 150, 60))
        named = make_safe(encode(olive, "JPEG", quality=95, exif=exif(adobe_rgb=True)), "a.jpg")
        embedded = make_safe(encode(olive, "JPEG", quality=95, icc_profile=adobe_rgb()), "a.jpg")
        assert named.data == embedded.data
        assert difference(decode(named.data), olive) > 10

    def test_srgb_is_known_by_its_numbers(self) -> None:
        srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        assert is_srgb(srgb)
        assert not is_srgb(self.WIDE)
        assert not is_srgb(adobe_rgb())
        assert not any(is_srgb(srgb[:cut]) for cut in range(0, len(srgb) - 100, 13))

    def test_a_profile_that_cannot_be_read_counts_as_none(self) -> None:
        image = make_safe(encode(photo(), "JPEG", icc_profile=b"no profile at all" * 20), "a.jpg")
        assert difference(decode(image.data), photo()) < LOSSY

    def test_cmyk_becomes_rgb(self) -> None:
        image = make_safe(encode(quadrants().convert("CMYK"), "JPEG"), "a.jpg")
        assert decode(image.data).mode == "RGB"
        assert corner_colours(decode(image.data)) == [RED, GREEN, BLUE, WHITE]

    def test_lab_becomes_rgb(self) -> None:
        transform = ImageCms.buildTransform(
            ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"
        )
        lab = ImageCms.applyTransform(quadrants(), transform)
        assert lab is not None
        assert corner_colours(decode(make_safe(encode(lab, "TIFF"), "a.tif").data)) == [
            RED,
            GREEN,
            BLUE,
            WHITE,
        ]

    def test_jpeg_that_holds_rgb_is_not_taken_for_ycbcr(self) -> None:
        data = encode(quadrants(), "JPEG", keep_rgb=True, quality=95)
        image = make_safe(data, "a.jpg")
        assert corner_colours(decode(image.data)) == [RED, GREEN, BLUE, WHITE]
        assert APP14 not in markers(image.data)

    def test_sixteen_bits_are_scaled_not_clipped(self) -> None:
        ramp = Image.frombytes("I;16", (256, 4), b"".join(bytes((7, x)) for x in range(256)) * 4)
        for kind in ("PNG", "TIFF"):
            safe = decode(make_safe(encode(ramp, kind), "a").data).convert("L")
            assert safe.getextrema() == (0, 255), kind
            assert abs(int(safe.getpixel((128, 2))) - 128) <= 2, kind  # type: ignore[arg-type]

    def test_measurements_are_no_picture(self) -> None:
        with pytest.raises(ImageFault, match="measurements") as caught:
            make_safe(encode(Image.new("F", (8, 8), 1.5), "TIFF"), "a.tif")
        assert caught.value.rule == "image-unreadable"


class TestPhotoOrDrawing:
    @pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF", "TIFF"])
    def test_a_photo_becomes_jpeg(self, kind: str) -> None:
        image = make_safe(encode(photo(640, 424), kind), "a")
        assert image.media_type == "image/jpeg"
        assert difference(decode(image.data), photo(640, 424)) < LOSSY
        assert make_safe(image.data, "a") == image

    @pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF", "TIFF"])
    def test_a_drawing_becomes_png_without_loss(self, kind: str) -> None:
        options = {"lossless": True} if kind == "WEBP" else {}
        drawing = quadrants(480, 320)
        image = make_safe(encode(drawing, kind, **options), "a")
        assert image.media_type == "image/png"
        assert difference(decode(image.data), drawing) == 0
        assert make_safe(image.data, "a") == image

    @pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF", "TIFF"])
    def test_transparency_stays(self, kind: str) -> None:
        image = make_safe(encode(see_through(), kind), "a")
        assert image.media_type == "image/png"
        assert decode(image.data).mode == "RGBA"
        faded = decode(image.data).getchannel("A")
        assert difference(faded, see_through().getchannel("A")) < 2
        assert make_safe(image.data, "a") == image

    def test_transparency_of_a_palette_stays(self) -> None:
        image = make_safe(encode(quadrants().quantize(4), "GIF", transparency=0), "a.gif")
        assert decode(image.data).convert("RGBA").getchannel("A").getextrema() == (0, 255)

    def test_transparency_that_hides_nothing_goes(self) -> None:
        opaque = photo(640, 424).convert("RGBA")
        assert make_safe(encode(opaque, "PNG"), "a.png").media_type == "image/jpeg"

    def test_interlaced_png_is_straightened(self) -> None:
        # Pillow can't write Adam7: a grey 1 x 1 picture is the same with and without it, but for the flag.
        header = b"\0\0\0\1\0\0\0\1\x08\0\0\0\1"  # 1 x 1, 8 bits, grey, Adam7
        data = b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header)
        data += png_chunk(b"IDAT", zlib.compress(b"\0\x80")) + png_chunk(b"IEND", b"")
        safe = make_safe(data, "a.png").data
        assert safe[28] == 0, "the interlace method in the header"
        assert decode(safe).getpixel((0, 0)) == 0x80

    @pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP", "AVIF"])
    def test_only_the_first_picture_of_an_animation_is_taken(self, kind: str) -> None:
        options = {"lossless": True} if kind == "WEBP" else {}
        data = encode(
            Image.new("RGB", (64, 48), RED),
            kind,
            save_all=True,
            append_images=[Image.new("RGB", (64, 48), BLUE)],
            **options,
        )
        safe = decode(make_safe(data, "a").data)
        assert getattr(safe, "n_frames", 1) == 1
        assert corner_colours(safe) == [RED] * 4
