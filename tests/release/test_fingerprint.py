"""The fingerprint: the same photo in any size and format, and no other."""

from __future__ import annotations

import pytest
from PIL import Image

from photographs import encode, exif, photo, quadrants, see_through
from prexport.release.fingerprint import distance, fingerprint
from prexport.release.images import make_safe, web_rendition


def test_is_sixteen_hex_digits_and_always_the_same() -> None:
    data = encode(photo(), "JPEG")
    assert fingerprint(data) == fingerprint(data)
    assert len(fingerprint(data)) == 16
    assert fingerprint(encode(Image.linear_gradient("L").rotate(90), "PNG")) in {"0" * 16, "f" * 16}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_is_nearly_the_same_for_renditions_of_one_photo(kind: str) -> None:
    original = encode(photo(1600, 1060), "JPEG", quality=95)
    web = web_rendition(make_safe(encode(photo(1600, 1060), kind), "a"))
    assert distance(fingerprint(original), fingerprint(web.data)) <= 4


def test_differs_for_another_photo_and_for_a_mirrored_one() -> None:
    one = fingerprint(encode(photo(), "JPEG"))
    assert distance(one, fingerprint(encode(quadrants(160, 106), "JPEG"))) > 10
    mirrored = photo().transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    assert distance(one, fingerprint(encode(mirrored, "JPEG"))) > 10


def test_sees_a_photo_upright_and_on_white() -> None:
    lying = photo().transpose(Image.Transpose.ROTATE_90)
    upright = fingerprint(encode(photo(), "PNG"))
    assert distance(upright, fingerprint(encode(lying, "JPEG", exif=exif(6)))) <= 4
    white = Image.new("RGBA", (160, 106), "white")
    on_white = encode(Image.alpha_composite(white, see_through()), "PNG")
    assert fingerprint(encode(see_through(), "PNG")) == fingerprint(on_white)
