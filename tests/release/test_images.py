"""Safe images: the photo that stays as it is, the rendition for the web, and a release's photos together."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from photographs import (
    RED,
    decode,
    encode,
    photo,
    quadrants,
    see_through,
)
from prexport.release.images import ImageFault, SafeImage, make_safe, read_image, read_images, web_rendition


class TestJpegThatStaysAsItIs:
    @pytest.mark.parametrize("progressive", [False, True], ids=["baseline", "progressive"])
    @pytest.mark.parametrize("mode", ["RGB", "L"])
    def test_clean_photo_passes_byte_for_byte(self, mode: str, progressive: bool) -> None:
        data = encode(photo().convert(mode), "JPEG", progressive=progressive)
        image = make_safe(data, "photos/harbour.jpg")
        assert image == SafeImage(
            name="harbour",
            media_type="image/jpeg",
            data=data,
            width=160,
            height=106,
            sha256=sha256(data).hexdigest(),
        )

    def test_with_restart_markers_too(self) -> None:
        data = encode(photo(), "JPEG", restart_marker_blocks=3)
        assert make_safe(data, "a.jpg").data == data

    def test_nothing_heavy_is_imported_for_it(self, tmp_path: Path) -> None:
        (tmp_path / "a.jpg").write_bytes(encode(photo(), "JPEG"))
        program = (
            "import sys; from pathlib import Path; from prexport.release.images import read_image;"
            f"read_image(Path({str(tmp_path)!r}), 'a.jpg');"
            "print({'PIL', 'lxml', 'babel', 'pydantic'} & set(sys.modules))"
        )
        result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert result.stdout.strip() == "set()"

    def test_a_srgb_profile_is_dropped_without_touching_the_pixels(self) -> None:
        srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        assert make_safe(encode(photo(), "JPEG", icc_profile=srgb), "a.jpg").data == encode(photo(), "JPEG")


class TestWebRendition:
    def test_is_at_most_1280_px_and_smaller(self) -> None:
        image = make_safe(encode(photo(2000, 1333), "JPEG", quality=92), "a.jpg")
        web = web_rendition(image)
        assert (web.width, web.height) == decode(web.data).size == (1280, 853)
        assert len(web.data) < len(image.data)
        assert decode(web.data).info["progressive"]
        assert web.name == "a"
        assert make_safe(web.data, "a.jpg") == web

    def test_is_never_enlarged_nor_made_larger(self) -> None:
        small = make_safe(encode(photo(), "JPEG", quality=20), "a.jpg")
        assert web_rendition(small) == small

    def test_keeps_an_edge_of_at_least_one_pixel(self) -> None:
        thin = make_safe(encode(Image.new("RGB", (5000, 2), RED), "JPEG"), "a.jpg")
        assert (web_rendition(thin).width, web_rendition(thin).height) == (1280, 1)

    def test_keeps_transparency(self) -> None:
        web = web_rendition(make_safe(encode(see_through(), "PNG"), "a.png"), max_edge=80)
        assert web.media_type == "image/png"
        assert decode(web.data).mode == "RGBA"
        assert web.width == 80

    def test_leaves_a_small_drawing_alone(self) -> None:
        drawing = make_safe(encode(quadrants(), "PNG"), "a.png")
        assert web_rendition(drawing) is drawing


class TestReadingMany:
    def test_each_file_once_and_faults_beside_photos(self, tmp_path: Path) -> None:
        (tmp_path / "a.jpg").write_bytes(encode(photo(), "JPEG"))
        (tmp_path / "b c.jpg").write_bytes(encode(photo(), "JPEG"))
        (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
        found = read_images(tmp_path, ["a.jpg", "broken.png", "b c.jpg", "a.jpg", "none.jpg"])
        assert list(found) == ["a.jpg", "broken.png", "b c.jpg", "none.jpg"]
        first, second = found["a.jpg"], found["b c.jpg"]
        assert isinstance(first, SafeImage)
        assert isinstance(second, SafeImage)
        assert (first.name, second.name) == ("a", "b-c")
        assert first.data is second.data, "the same bytes are made safe once"
        assert [found[src].rule for src in ("broken.png", "none.jpg")] == ["image-truncated", "image-missing"]  # type: ignore[union-attr]

    @pytest.mark.parametrize(
        ("src", "name"),
        [
            ("photos/HKNTAIE team.JPG", "HKNTAIE-team"),
            ("照片/數碼港.jpeg", "數碼港"),
            ("a.b.c.png", "a-b-c"),
            ("..jpg", "image"),
            ("_ & _.jpg", "_-_"),
            ("x" * 200 + ".jpg", "x" * 60),
        ],
    )
    def test_names_are_fit_for_files_and_addresses(self, src: str, name: str) -> None:
        assert make_safe(encode(quadrants(), "JPEG"), src).name == name

    def test_the_content_tells_the_kind_not_the_suffix(self, tmp_path: Path) -> None:
        (tmp_path / "a.png").write_bytes(encode(photo(), "JPEG"))
        assert read_image(tmp_path, "a.png").media_type == "image/jpeg"

    def test_weasyprint_cannot_switch_truncated_images_on(self) -> None:
        import weasyprint  # noqa: F401  sets ImageFile.LOAD_TRUNCATED_IMAGES for the whole process

        data = encode(photo(), "WEBP", lossless=True)
        with pytest.raises(ImageFault):
            make_safe(encode(photo(), "GIF")[:-2000] + b"\0;", "a.gif")
        with pytest.raises(ImageFault):
            make_safe(data[: len(data) // 2], "a.webp")
