"""JSON to PDF against stock WeasyPrint: the seed release with seven photos of 500 KB, another one each time.

Both get the same markup, style sheet, fonts and photos, in one process, warm, turn and turn about. Stock
WeasyPrint, whose fonts are loaded once, writes PDF/UA-1 from the finished markup. Ours begins with the JSON,
checks it and the photos, composes, lays out, writes its own tags and both identifiers (PDF/UA-1 and PDF/A-3a),
and carries the source.

    python -m benchmarks.pdf            the speed, medians of CPU seconds
    python -m benchmarks.pdf memory     the memory over 500 documents; takes some minutes
"""

from __future__ import annotations

import gc
import io
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from prexport.brand.load import load_brand
from prexport.brand.tokens import Brand
from prexport.export import Prepared, prepare, render
from prexport.writers.options import WriteOptions

SAMPLE = Path(__file__).resolve().parent.parent / "samples" / "cyberport-hkntaie" / "release.json"
RUNS = 20
COLD = 2
PHOTOS = 7
PHOTO_BYTES = 500_000
DOCUMENTS = 500
SETTLED = 50
"""After so many documents the memory of a process is taken to have found its level."""


def main() -> None:
    """Print the figures that the command line asks for."""
    (memory if sys.argv[1:] == ["memory"] else speed)()


class Releases:
    """The seed release in a folder, with a word changed in every paragraph each time it is asked for."""

    def __init__(self, folder: Path) -> None:
        """Write the photos."""
        self._path = folder / "release.json"
        self._data: dict[str, Any] = json.loads(SAMPLE.read_text(encoding="utf-8"))
        self._data["media"] = [
            {**self._data["media"][number % len(self._data["media"])], "src": f"photo-{number}.jpg"}
            for number in range(PHOTOS)
        ]
        for number in range(PHOTOS):
            (folder / f"photo-{number}.jpg").write_bytes(photo(number))
        self._count = 0

    def next(self) -> Path:
        """The path of a release that was not there before."""
        self._count += 1
        data = {**self._data, "body": [self._changed(block) for block in self._data["body"]]}
        self._path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        return self._path

    def _changed(self, block: Any) -> Any:
        if not isinstance(block, str):
            return {**block, "text": self._changed(block["text"])} if "text" in block else block
        first, _, rest = block.partition(" ")
        return f"{first} {_word(self._count)} {rest}"


def _word(number: int) -> str:
    letters = "etaoinshrdlu"
    word = ""
    while number:
        number, letter = divmod(number, len(letters))
        word += letters[letter]
    return word


def photo(number: int) -> bytes:
    """A JPEG of about 500 KB: soft shapes under as much noise as it takes."""
    from PIL import Image

    size = (1600, 1067)
    noise = Image.frombytes("L", size, random.Random(number).randbytes(size[0] * size[1]))
    shapes = Image.radial_gradient("L").resize(size).rotate(number * 25)
    low, high = 0.0, 1.0
    for _ in range(12):
        share = (low + high) / 2
        drawn = Image.merge("RGB", [Image.blend(shapes, noise, share)] * 3)
        written = io.BytesIO()
        drawn.save(written, "JPEG", quality=85)
        low, high = (share, high) if written.tell() < PHOTO_BYTES else (low, share)
    return written.getvalue()


# ---------------------------------------------------------------- what is measured


def ours(path: Path, brand: Brand, profiles: tuple[str, ...] = ("ua1-a3a",)) -> int:
    """JSON to PDF; the number of bytes."""
    options = WriteOptions(name="release", public_source=b"", pdf_profiles=profiles)
    files = render(prepare(path, brand=brand), brand=brand, formats=("pdf",), options=options)
    return sum(len(file.data) for file in files)


class Stock:
    """Stock WeasyPrint with the markup and the style sheet that ours is laid out from."""

    def __init__(self, brand: Brand) -> None:
        """Load the brand's fonts, by name, as its users do."""
        from weasyprint import CSS
        from weasyprint.text.fonts import FontConfiguration

        self._fonts = FontConfiguration()
        faces = (face for family in brand.families.values() for face in family.faces)
        rules = (
            f"@font-face {{ font-family: '{face.family}'; font-weight: {face.weight}; "
            f"font-style: {face.style}; src: url({face.path.as_uri()}) }}"
            for face in faces
        )
        CSS(string="\n".join(rules), font_config=self._fonts)

    def write(self, markup: str, css: str, pictures: dict[str, tuple[str, bytes]]) -> int:
        """Markup to PDF/UA-1; the number of bytes."""
        from weasyprint import CSS, HTML

        from prexport.writers.pdf.weasyprint.resources import BASE_URL, Resources

        resources = Resources(pictures)
        html = HTML(string=markup, base_url=BASE_URL, url_fetcher=resources)
        sheet = CSS(string=css, url_fetcher=resources, font_config=self._fonts)
        made = html.write_pdf(stylesheets=[sheet], font_config=self._fonts, pdf_variant="pdf/ua-1")
        assert made is not None
        return len(made)


def source_of(prepared: Prepared, brand: Brand) -> tuple[str, str, dict[str, tuple[str, bytes]]]:
    """The markup, the style sheet and the pictures that ours lays out."""
    from prexport.writers.pdf.weasyprint import engine
    from prexport.writers.pdf.weasyprint.styles import stylesheet

    assert prepared.document is not None
    pictures = engine._Pictures(brand)
    markup = engine._page(prepared.document, pictures, brand.large_print)
    options = WriteOptions(name="release", public_source=b"")
    rules = engine._own_rules(prepared.document, brand, options)
    return markup, stylesheet(prepared.document, brand, options.page_size) + rules, pictures.table


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of this process."""
    before = time.process_time()
    work()
    return time.process_time() - before


def speed() -> None:
    """Print a line a figure."""
    with tempfile.TemporaryDirectory() as folder:
        _speed(Releases(Path(folder)))


def memory() -> None:
    """Print how much the memory of the process has grown."""
    with tempfile.TemporaryDirectory() as folder:
        _memory(Releases(Path(folder)))


def _speed(releases: Releases) -> None:
    brand = load_brand("cyberport")
    stock = Stock(brand)
    both = ("ua1-a3a", "ua2-a4f")
    times: dict[str, list[float]] = {"stock": [], "ours": [], "both": []}
    for run in range(RUNS + COLD):
        sources = source_of(prepare(releases.next(), brand=brand), brand)
        spent = {"stock": seconds(partial(stock.write, *sources))}
        spent["ours"] = seconds(partial(ours, releases.next(), brand))
        spent["both"] = seconds(partial(ours, releases.next(), brand, both))
        if run >= COLD:
            for name, value in spent.items():
                times[name].append(value)
    first, one, two = (statistics.median(times[name]) for name in ("stock", "ours", "both"))
    print(f"stock WeasyPrint, HTML to PDF/UA-1   {first:.3f} s")
    print(f"ours, JSON to PDF/UA-1 and PDF/A-3a  {one:.3f} s  {one / first:.2f} of stock (<= 0.75)")
    print(f"the second of two profiles           {two - one:.3f} s  {(two - one) / one:.2f} of one (<= 0.60)")


def _memory(releases: Releases) -> None:
    brand = load_brand("cyberport")
    settled = 0
    for number in range(1, DOCUMENTS + 1):
        ours(releases.next(), brand)
        if number == SETTLED:
            gc.collect()
            settled = resident()
    gc.collect()
    grown = resident() / settled - 1
    print(
        f"memory after {SETTLED} documents {settled / 2**20:.0f} MiB, after {DOCUMENTS} {grown:+.1%} (<= +5%)"
    )


def resident() -> int:
    """The bytes of memory that this process has now (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096


if __name__ == "__main__":
    main()
