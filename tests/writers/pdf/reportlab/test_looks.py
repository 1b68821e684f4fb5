"""Pages of the archive engine: looked at once, and held."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from goldens import Golden
from outlined import SAMPLES
from prexport.brand.large_print import large_print
from prexport.brand.tokens import MILLIMETRES_PER_POINT, Brand
from prexport.document.tree import Figure
from writers.pdf.reportlab.made import archived, brand_of, pdfs, prepared
from writers.pdf_cases import brand, document, opened


def check_pages(data: bytes, name: str, golden: Golden) -> None:
    pages = pypdfium2.PdfDocument(data)
    for number in range(len(pages)):
        picture = io.BytesIO()
        pages[number].render(scale=0.6).to_pil().save(picture, "PNG")
        golden.picture(f"writers/expected/archive/{name}-{number + 1}.png", picture.getvalue(), width=360)


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda path: path.name)
def test_samples(folder: Path, golden: Golden) -> None:
    check_pages(pdfs(folder)["ua1-a3a"], folder.name, golden)


def test_large_print(golden: Golden) -> None:
    folder = next(path for path in SAMPLES if path.name == "lightship-logbooks")
    made = prepared(folder).document
    assert made is not None
    data = archived(made, of=large_print(brand_of(folder)))

    check_pages(data, "large-print", golden)


def text_edges(data: bytes) -> tuple[float, float]:
    """The leftmost and the rightmost edge of the words of all pages, in pt."""
    edges: list[float] = []
    for page in pypdfium2.PdfDocument(data):
        words = page.get_textpage()
        boxes = [words.get_charbox(index) for index in range(words.count_chars())]
        edges += [side for box in boxes for side in (box[0], box[2])]
    return min(edges), max(edges)


def margins(of: Brand, size: str) -> tuple[float, float]:
    page = of.page(size)
    left = page.margins.start_mm / MILLIMETRES_PER_POINT
    return left, page.width_pt - page.margins.end_mm / MILLIMETRES_PER_POINT


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_nothing_stands_in_the_margins(size: str) -> None:
    address = "https://example.org/" + "a-very-long-path/" * 12
    cell = "Donaudampfschifffahrtsgesellschaftskapitän"
    made = document(
        headline="Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsfeier " * 2,
        body=[
            f"See <{address}>.",
            {"type": "table", "columns": [{"text": cell}] * 4, "rows": [[cell] * 4] * 3},
            {"type": "quote", "text": address},
            {"type": "definitions", "items": [{"term": cell * 3, "body": address}]},
            {"type": "callout", "body": [{"type": "list", "items": [address]}]},
        ],
        contacts=[{"organisation": address, "email": "a" * 60 + "@example.org"}, {"organisation": cell * 2}],
    )
    left, right = text_edges(archived(made, page_size=size))
    first, last = margins(brand(), size)

    assert first - 1 <= left
    assert right <= last + 1


def test_photos_in_a_row_are_equally_high_and_fill_it() -> None:
    figure = {"type": "figure", "src": "photo.jpg", "alt": "A gate", "caption": "The gate"}
    data = archived(document(body=["Text.", figure, figure]))
    with opened(data) as file:
        boxes = [
            [float(side) for side in thing.A[0].BBox]
            for thing in file.objects
            if getattr(thing, "get", None) and thing.get("/S") == "/Figure"
        ]
    first, last = margins(brand(), "a4")
    assert len(boxes) == 2
    assert boxes[0][0] == pytest.approx(first, abs=0.1)
    assert boxes[1][2] == pytest.approx(last, abs=0.1)
    assert boxes[0][1] == boxes[1][1]
    assert boxes[0][3] == boxes[1][3]


def test_a_headline_has_three_lines_of_like_length_at_most() -> None:
    made = document(
        headline="Authority Congratulates the Opening of the Regional Branch of the National Academy of "
        "Something Long and of Entrepreneurship (North) at the Old Harbour"
    )
    sizes = {style.size_pt for role, style in brand().styles.items() if role.startswith("headline")}
    baselines = set()
    with opened(archived(made)) as file:
        size = 0.0
        for step in pikepdf.parse_content_stream(file.pages[0]):
            if str(step.operator) == "Tf":
                size = float(step.operands[1])
            elif str(step.operator) == "Tm" and min(sizes) - 6 < size <= max(sizes) and size > 15:
                baselines.add(round(float(step.operands[5])))
    assert 2 <= len(baselines) <= 3


def test_the_photos_of_a_release_keep_their_shape() -> None:
    made = document(body=[{"type": "figure", "src": "photo.jpg", "alt": "A gate"}])
    (figure,) = made.body
    assert isinstance(figure, Figure)
    with opened(archived(made)) as file:
        box = next(
            [float(side) for side in thing.A[0].BBox]
            for thing in file.objects
            if getattr(thing, "get", None) and thing.get("/S") == "/Figure"
        )
    shape = (box[2] - box[0]) / (box[3] - box[1])
    assert shape == pytest.approx(figure.image.width / figure.image.height, abs=0.01)


def test_words_are_broken_where_the_brand_wants_it() -> None:
    made = document(body=["International cooperation of harbour administrations. " * 30])
    hyphens = {
        wanted: pypdfium2.PdfDocument(archived(made, of=replace(brand(), print_hyphens=wanted)))[0]
        .get_textpage()
        .get_text_range()
        .count("\ufffe")  # pdfium's sign for a hyphen at the end of a line
        for wanted in (False, True)
    }

    assert hyphens[False] == 0
    assert hyphens[True] > 2
