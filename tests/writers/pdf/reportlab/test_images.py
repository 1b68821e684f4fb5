"""Photos as image objects: every kind that a safe image can be comes out with its own pixels."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from PIL import Image, ImageChops

from prexport.checks import verapdf
from prexport.document.compose import compose
from prexport.document.tree import Document
from prexport.release.images import SafeImage, make_safe
from prexport.release.model import Release
from prexport.release.walk import figures
from prexport.writers.pdf.profile import UA1_A3A
from writers.pdf.reportlab.made import archived
from writers.pdf_cases import opened


def drawn() -> Image.Image:
    shades = Image.linear_gradient("L").resize((60, 40))
    return Image.merge("RGB", (shades, shades.rotate(90), shades.rotate(180)))


def veiled() -> Image.Image:
    picture = drawn().convert("RGBA")
    picture.putalpha(Image.radial_gradient("L").resize((60, 40)))
    return picture


KINDS: dict[str, tuple[Callable[[], Image.Image], str]] = {
    "colours": (drawn, "PNG"),
    "grey": (lambda: drawn().convert("L"), "PNG"),
    "black and white": (lambda: drawn().convert("1"), "PNG"),
    "a palette": (lambda: drawn().quantize(7), "PNG"),
    "see-through": (veiled, "PNG"),
    "grey and see-through": (lambda: veiled().convert("LA"), "PNG"),
    "a photo": (drawn, "JPEG"),
    "a grey photo": (lambda: drawn().convert("L"), "JPEG"),
}


def safe(kind: str) -> SafeImage:
    draw, form = KINDS[kind]
    written = io.BytesIO()
    draw().save(written, form)
    return make_safe(written.getvalue(), f"photo.{form.lower()}")


def document(image: SafeImage) -> Document:
    release = Release.model_validate(
        {
            "format": "prexport/1",
            "lang": "en",
            "issued": "2026-03-01",
            "publisher": {"name": "Harbour Office"},
            "headline": "The harbour opens",
            "body": [{"type": "figure", "src": "photo", "alt": "A gate"}],
        }
    )
    images = {found[1].src: image for found in figures(release)}
    return compose(release, images=images, alts={}, identity="https://example.org/releases/1")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_photo_keeps_its_pixels_and_conforms(kind: str) -> None:
    image = safe(kind)
    data = archived(document(image))

    with opened(data) as file:
        found = [
            thing
            for thing in file.objects
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"
        ]
        shown = next(thing for thing in found if "/SMask" in thing or len(found) == 1)
        pixels = pikepdf.PdfImage(shown).as_pil_image().convert("RGB")
        if isinstance(mask := shown.get("/SMask"), pikepdf.Stream):
            pixels.putalpha(pikepdf.PdfImage(mask).as_pil_image().convert("L"))
    expected = Image.open(io.BytesIO(image.data)).convert(pixels.mode)

    assert ImageChops.difference(pixels, expected).getbbox() is None
    assert verapdf.validate(data, UA1_A3A.flavours) == []
