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
from pathlib import Path

from PIL import Image

from prexport.brand.load import load_brand, styles_folder
from prexport.checks.browser import Browser, Medium
from prexport.export import prepare, render
from prexport.writers.options import WriteOptions

REPOSITORY = Path(__file__).resolve().parent.parent
PICTURES = REPOSITORY / "docs" / "pictures"
PAGE_PX = 640
GAP_PX = 24
BACKGROUND = "#d8dde3"
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
        for sample in (
            "cyberport-hkntaie",
            "tidal-gallery-zh-hant",
            "weather-buoys-ar",
            "lightship-logbooks",
        ):
            _export(sample, "cyberport" if sample.startswith("cyberport") else "default", folder)
        release = folder / "cyberport-hkntaie.html"
        yield "pdf.png", _png(_beside(_pdf_pages(folder / "cyberport-hkntaie.pdf", 1, 6)))
        yield "docx.png", _png(_beside(_docx_pages(folder / "cyberport-hkntaie.docx", 1, 2)))
        yield "web-wide.png", _png(_screen(browser, release, Medium(viewport=(1280, 960)), 960))
        yield "web-phone.png", _png(_screen(browser, release, Medium(viewport=(360, 720), scale=2), 360))
        night = Medium(viewport=(360, 720), scale=2, color_scheme="dark")
        yield "web-night.png", _png(_screen(browser, folder / "lightship-logbooks.html", night, 360))
        others = ("lightship-logbooks", "tidal-gallery-zh-hant", "weather-buoys-ar")
        yield (
            "scripts.png",
            _png(_beside([_pdf_pages(folder / f"{name}.pdf", 1)[0] for name in others], page_px=420)),
        )


def _export(sample: str, brand_name: str, folder: Path) -> None:
    brand = load_brand(brand_name)
    prepared = prepare(REPOSITORY / "samples" / sample / "release.json", brand=brand)
    options = WriteOptions(name=sample, public_source=prepared.public_source)
    for file in render(prepared, brand=brand, formats=("html", "docx", "pdf"), options=options):
        (folder / file.path).write_bytes(file.data)


def _pdf_pages(pdf: Path, *numbers: int) -> list[Image.Image]:
    """The pages of those numbers, twice as wide as they will be shown."""
    return [_pdf_page(pdf, number) for number in numbers]


def _pdf_page(pdf: Path, number: int) -> Image.Image:
    only = ("-f", str(number), "-l", str(number))
    size = ("-scale-to-x", str(2 * PAGE_PX), "-scale-to-y", "-1")
    done = subprocess.run(["pdftoppm", "-png", *only, *size, str(pdf)], check=True, capture_output=True)
    return Image.open(io.BytesIO(done.stdout)).convert("RGB")


def _docx_pages(docx: Path, *numbers: int) -> list[Image.Image]:
    """Pages as somebody sees them who has the brand's fonts installed."""
    folder = docx.parent / "docx"
    fonts = docx.parent / "fonts.conf"
    fonts.write_text(_FONTS.format(folder=styles_folder() / "fonts"), encoding="utf-8")
    profile = f"-env:UserInstallation={(docx.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(docx)]
    env = {**os.environ, "FONTCONFIG_FILE": str(fonts)}
    subprocess.run(command, check=True, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return _pdf_pages(folder / f"{docx.stem}.pdf", *numbers)


def _screen(browser: Browser, page: Path, medium: Medium, width: int) -> Image.Image:
    """What a window shows before anybody scrolls, `width` px wide."""
    data = browser.screenshot(page, medium, full_page=False)
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    return picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)


def _beside(pages: list[Image.Image], page_px: int = PAGE_PX) -> Image.Image:
    """Pages side by side on a grey table."""
    shown = [
        page.resize((page_px, round(page.height * page_px / page.width)), Image.Resampling.LANCZOS)
        for page in pages
    ]
    width = sum(page.width + GAP_PX for page in shown) + GAP_PX
    table = Image.new("RGB", (width, max(page.height for page in shown) + 2 * GAP_PX), BACKGROUND)
    left = GAP_PX
    for page in shown:
        table.paste(page, (left, GAP_PX))
        left += page.width + GAP_PX
    return table


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    # Maximum coverage keeps the rare colours: the brand's accent in a page full of grey letters.
    few = picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE)
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    draw()
