"""A release with one of everything, and its artefacts: what mutations are made from."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from PIL import Image, ImageDraw

from prexport.brand.load import load_brand
from prexport.export import prepare, render
from prexport.formats import FORMATS
from prexport.writers.options import WriteOptions

RELEASE = Path(__file__).with_name("release.json")
FORMATS_OF = tuple(FORMATS)


@cache
def folder() -> Path:
    """A folder with the release and its photos."""
    made = Path(mkdtemp(prefix="prexport-specimen-"))
    (made / "photos").mkdir()
    (made / "release.json").write_bytes(RELEASE.read_bytes())
    for number, name in enumerate(("pier", "boat")):
        (made / "photos" / f"{name}.jpg").write_bytes(_photo(number))
    return made


@cache
def exported() -> dict[str, bytes]:
    """The artefacts of the release by their formats, as `prexport export` makes them."""
    brand = load_brand("default")
    prepared = prepare(folder() / "release.json", brand=brand)
    assert not prepared.findings, prepared.findings
    options = WriteOptions(name="release", public_source=prepared.public_source)
    files = render(prepared, brand=brand, formats=FORMATS_OF, options=options)
    return {file.path.rpartition(".")[2]: file.data for file in files}


def _photo(number: int) -> bytes:
    """A photo that differs from the others in what lies where."""
    picture = Image.new("RGB", (480, 320), (200, 210, 220))
    draw = ImageDraw.Draw(picture)
    for step in range(6):
        left = 40 + 70 * step
        top = 20 + 40 * step if number else 260 - 40 * step
        draw.ellipse((left, top, left + 60, top + 50), fill=(20 + 30 * step, 60, 120))
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=85)
    return written.getvalue()
