"""The reader of tags sees what veraPDF doesn't: each fault is planted, and each is a line that differs."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest

from prexport.readers.pdf.characters import to_unicode
from prexport.readers.pdf.describe import describe, tag_tree
from writers.pdf_cases import document, opened, pdf

MADE = document(
    lang="en",
    body=[
        "First [le port]{lang=fr} of [VTS]{abbr='vessel traffic service'} and [more](https://example.org).".replace(
            "'", '"'
        ),
        "Second.",
        {"type": "figure", "src": "photo.jpg", "alt": "A gate"},
        {"type": "table", "caption": "Ships", "columns": [{"text": "Year"}], "rows": [["2025"]]},
    ],
)


def elements(file: pikepdf.Pdf, role: str) -> list[Any]:
    found = [thing for thing in file.objects if isinstance(thing, pikepdf.Dictionary)]
    return [thing for thing in found if thing.get("/Type") == "/StructElem" and f"/{role}" == thing.S]


def lose_language(file: pikepdf.Pdf) -> None:
    del next(each for each in elements(file, "Span") if "/Lang" in each)["/Lang"]


def lose_expansion(file: pikepdf.Pdf) -> None:
    del next(each for each in elements(file, "Span") if "/E" in each)["/E"]


def lose_alternative(file: pikepdf.Pdf) -> None:
    del elements(file, "Figure")[0]["/Alt"]


def lose_scope(file: pikepdf.Pdf) -> None:
    del elements(file, "TH")[0]["/A"]


def swap_paragraphs(file: pikepdf.Pdf) -> None:
    root = elements(file, "Document")[0]
    texts = [index for index, kid in enumerate(root.K) if kid.S == "/P"]
    one, other = texts[-2], texts[-1]
    root.K[one], root.K[other] = root.K[other], root.K[one]


def swap_words(file: pikepdf.Pdf) -> None:
    paragraph = next(each for each in elements(file, "P") if len(each.get("/K", [])) > 3)
    paragraph.K[0], paragraph.K[2] = paragraph.K[2], paragraph.K[0]


def change_role(file: pikepdf.Pdf) -> None:
    elements(file, "H1")[0].S = pikepdf.Name.P


def name_link_by_address(file: pikepdf.Pdf) -> None:
    (link,) = file.pages[0].Annots
    link.Contents = link.A.URI


def unmark_footer(file: pikepdf.Pdf) -> None:
    page = file.pages[0]
    content = page.Contents.read_bytes().replace(b"/Type/Pagination/Subtype/Footer/Attached[/Bottom]", b"")
    page.Contents = file.make_stream(content)


@pytest.mark.parametrize(
    "plant",
    [
        lose_language,
        lose_expansion,
        lose_alternative,
        lose_scope,
        swap_paragraphs,
        swap_words,
        change_role,
        name_link_by_address,
        unmark_footer,
    ],
)
def test_a_planted_fault_is_seen(plant: Callable[[pikepdf.Pdf], None]) -> None:
    right = pdf(MADE)
    wrong = io.BytesIO()
    with opened(right) as file:
        plant(file)
        file.save(wrong)

    assert describe(right) != describe(wrong.getvalue())


def test_reading_changes_nothing_that_was_not_planted() -> None:
    saved = io.BytesIO()
    with opened(pdf(MADE)) as file:
        file.save(saved)

    assert describe(saved.getvalue()) == describe(pdf(MADE))


def test_maps_of_single_codes_ranges_and_lists() -> None:
    with pikepdf.new() as file:
        cmap = (
            b"1 beginbfchar <0001> <00660069> endbfchar "
            b"2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0062> <d83ddea2>] endbfrange"
        )
        font = pikepdf.Dictionary(ToUnicode=file.make_stream(cmap))

        assert to_unicode(font) == {1: "fi", 16: "A", 17: "B", 18: "C", 32: "b", 33: "🚢"}


def test_a_file_without_tags_is_no_tagged_file() -> None:
    empty = io.BytesIO()
    with pikepdf.new() as file:
        file.add_blank_page()
        file.save(empty)

    with pytest.raises(KeyError):
        tag_tree(empty.getvalue())
