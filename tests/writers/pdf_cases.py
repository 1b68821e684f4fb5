"""Small releases as PDFs, and what their tags say."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

import pikepdf
from PIL import Image

from prexport.brand.load import load_brand
from prexport.brand.tokens import Brand
from prexport.document.compose import compose
from prexport.document.tree import Document
from prexport.readers.pdf.describe import tag_tree
from prexport.release.images import SafeImage, make_safe
from prexport.release.model import Release
from prexport.release.walk import figures
from prexport.writers.options import WriteOptions
from prexport.writers.pdf.profile import UA1_A3A, Profile
from prexport.writers.pdf.write import write

SOURCE = b'{"format":"prexport/1"}'
OPTIONS = WriteOptions(name="release", public_source=SOURCE)


@lru_cache
def photo(width: int = 300, height: int = 200) -> SafeImage:
    drawn = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(drawn, "JPEG")
    return make_safe(drawn.getvalue(), "photo.jpg")


def document(**fields: Any) -> Document:
    """A release with one paragraph, and what `fields` put in its place."""
    release = Release.model_validate(
        {
            "format": "prexport/1",
            "lang": "en",
            "issued": "2026-03-01",
            "publisher": {"name": "Harbour Office"},
            "release": {"mode": "none"},
            "headline": "The harbour opens",
            "body": ["The harbour opens today."],
            "end_mark": None,
            **fields,
        }
    )
    images = {found[1].src: photo() for found in figures(release)}
    return compose(release, images=images, alts={}, identity="https://example.org/releases/1")


def brand() -> Brand:
    return load_brand("default")


def pdf(made: Document, profile: Profile = UA1_A3A, *, of: Brand | None = None) -> bytes:
    (file,) = write(made, of or brand(), OPTIONS, [profile])
    return file.data


def body(profile: Profile = UA1_A3A, **fields: Any) -> str:
    """The tag tree of a release from its headline on, without it; boxes depend on the layout and are left out."""
    fields.setdefault("body", ["Text."])
    lines = tag_tree(pdf(document(**fields), profile)).splitlines()
    start = next(index for index, line in enumerate(lines) if line.strip().startswith("H1"))
    kept = (line[4:] for line in lines[start + 1 :])
    return "\n".join(line.partition(" BBox=")[0] for line in kept)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))
