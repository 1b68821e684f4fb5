"""Draws the pictures of the README anew from the samples: docs/pictures/*.png.

    .venv/bin/python tools/draw_pictures.py

Pages of PDFs are drawn by poppler, those of DOCX files by LibreOffice, web pages by Chromium (`make test` brings all
three). The pictures are for people: no test compares them.
"""

from __future__ import annotations

import io
import os
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PIL import Image

from prexport.brand.load import load_brand, styles_folder
from prexport.checks.browser import Browser, Medium
from prexport.export import prepare, render
from prexport.formats import FORMATS
from prexport.writers.options import WriteOptions

REPOSITORY = Path(__file__).resolve().parent.parent
PICTURES = REPOSITORY / "docs" / "pictures"
# The samples and the brands that they are shown in.
SAMPLES = {
    "cyberport-hkntaie": "cyberport",
    "lightship-logbooks": "default",
    "tidal-gallery-zh-hant": "default",
    "weather-buoys-ar": "default",
}
CONTACTS = "For media enquiries"
GAP_PX = 24
GREY = "#d8dde3"
COLOURS = 128
MOST_BYTES = 1_000_000

_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include>/etc/fonts/fonts.conf</include><dir>{folder}</dir></fontconfig>
"""


def draw() -> None:
    """Write all pictures; one that no longer belongs there is removed."""
    made = dict(_pictures())
    total = sum(map(len, made.values()))
    if total > MOST_BYTES:
        raise SystemExit(f"{total} bytes of pictures, more than {MOST_BYTES}")
    PICTURES.mkdir(exist_ok=True)
    for old in set(PICTURES.glob("*.png")) - {PICTURES / name for name in made}:
        old.unlink()
    for name, data in made.items():
        (PICTURES / name).write_bytes(data)
        print(f"{len(data):>8}  {name}")


def _pictures() -> Iterator[tuple[str, bytes]]:
    with tempfile.TemporaryDirectory() as place, Browser() as browser:
        folder = Path(place)
        for sample, brand in SAMPLES.items():
            _export(sample, brand, folder)
        release = folder / "cyberport-hkntaie"
        yield "pdf.png", _on_table(*_first_and(release.with_suffix(".pdf"), CONTACTS))
        yield "docx.png", _on_table(*_first_and(_as_pdf(release.with_suffix(".docx")), CONTACTS))
        page, embargoed = release.with_suffix(".html"), folder / "lightship-logbooks.html"
        wide, phone = Medium(viewport=(1280, 960)), Medium(viewport=(360, 720), scale=2)
        night = replace(phone, color_scheme="dark")
        yield (
            "web.png",
            _on_table(
                _screen(browser, page, wide, 960),
                _screen(browser, page, phone, 360),
                _screen(browser, embargoed, night, 360),
            ),
        )
        others = [name for name in SAMPLES if name != release.name]
        yield "languages.png", _on_table(*(_page(folder / f"{name}.pdf", 1, 420) for name in others))


def _export(sample: str, brand_name: str, folder: Path) -> None:
    brand = load_brand(brand_name)
    prepared = prepare(REPOSITORY / "samples" / sample / "release.json", brand=brand)
    options = WriteOptions(name=sample, public_source=prepared.public_source)
    for file in render(prepared, brand=brand, formats=tuple(FORMATS), options=options):
        (folder / file.path).write_bytes(file.data)


def _first_and(pdf: Path, words: str) -> tuple[Image.Image, Image.Image]:
    """The first page, and the one that holds `words`."""
    text = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    number = next(number for number, page in enumerate(text.split("\f"), 1) if words in page)
    return _page(pdf, 1, 640), _page(pdf, number, 640)


def _page(pdf: Path, number: int, width: int) -> Image.Image:
    """A page of a PDF, `width` px wide."""
    only = ("-f", str(number), "-l", str(number))
    size = ("-scale-to-x", str(2 * width), "-scale-to-y", "-1")
    done = subprocess.run(["pdftoppm", "-png", *only, *size, str(pdf)], check=True, capture_output=True)
    return _scaled(done.stdout, width)


def _as_pdf(docx: Path) -> Path:
    """The DOCX as LibreOffice prints it for somebody who has the brand's fonts installed."""
    folder = docx.parent / "docx"
    fonts = docx.parent / "fonts.conf"
    fonts.write_text(_FONTS.format(folder=styles_folder() / "fonts"), encoding="utf-8")
    profile = f"-env:UserInstallation={(docx.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(docx)]
    env = {**os.environ, "FONTCONFIG_FILE": str(fonts)}
    subprocess.run(command, check=True, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return folder / f"{docx.stem}.pdf"


def _screen(browser: Browser, page: Path, medium: Medium, width: int) -> Image.Image:
    """What a window shows before anybody scrolls, `width` px wide."""
    return _scaled(browser.screenshot(page, medium, full_page=False), width)


def _scaled(png: bytes, width: int) -> Image.Image:
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    return picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)


def _on_table(*pictures: Image.Image) -> bytes:
    """Pictures side by side on a grey table, as PNG."""
    width = sum(picture.width + GAP_PX for picture in pictures) + GAP_PX
    table = Image.new("RGB", (width, max(picture.height for picture in pictures) + 2 * GAP_PX), GREY)
    left = GAP_PX
    for picture in pictures:
        table.paste(picture, (left, GAP_PX))
        left += picture.width + GAP_PX
    # Maximum coverage keeps the rare colours: the brand's accent in a page full of grey letters.
    few = table.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    draw()
