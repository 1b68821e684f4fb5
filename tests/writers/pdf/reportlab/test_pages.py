"""Where pages end: headings with their text, photos with their captions, no line alone, groups whole."""

from __future__ import annotations

import pytest

from prexport.writers.pdf.reportlab.flow import Frame, Item, framed, together
from prexport.writers.pdf.reportlab.flowables import Box, Flowable, Paragraph
from prexport.writers.pdf.reportlab.pages import Filled, paginate
from prexport.writers.pdf.reportlab.text.lines import Line

LINE = 10.0
HEIGHT = 10 * LINE


def text(lines: int, name: str = "", *, unbroken: bool = False) -> Paragraph:
    made = Paragraph(
        [Line((), 0.0, 1.0, LINE, 8.0, last=False, hyphenated=False) for _ in range(lines)], unbroken=unbroken
    )
    return made


def item(flowable: Flowable, **fields: object) -> Item:
    made = Item(flowable, 0.0, 100.0)
    for name, value in fields.items():
        setattr(made, name, value)
    return made


def block(lines: int) -> Box:
    return Box((), lines * LINE)


def heights(pages: list[Filled]) -> list[list[int]]:
    """How many lines high the items of each page are."""
    return [[round(placed.item.flowable.height / LINE) for placed in page.items] for page in pages]


@pytest.mark.parametrize(
    ("flow", "expected"),
    [
        ([item(text(25))], [[10], [10], [5]]),
        ([item(block(9)), item(text(4))], [[9], [4]]),
        ([item(block(7)), item(text(4))], [[7, 2], [2]]),
        ([item(block(7)), item(text(3))], [[7, 3]]),
        ([item(block(8)), item(text(3))], [[8], [3]]),
        ([item(block(8)), item(text(4, unbroken=True))], [[8], [4]]),
        ([item(block(8)), item(text(1), keep=True), item(text(9))], [[8], [1, 9]]),
        ([item(block(6)), item(text(1), keep=True), item(text(9))], [[6, 1, 3], [6]]),
        ([item(block(3)), item(block(6), keep=True), item(text(2, unbroken=True))], [[3], [6, 2]]),
        ([item(text(10), keep=True), item(block(1))], [[8], [2, 1]]),
        ([item(block(4)), *together([item(block(3)), item(block(4))])], [[4], [3, 4]]),
        ([item(block(4)), *together([item(block(6)), item(text(8))])], [[4, 6], [8]]),
        ([item(block(4)), item(block(10))], [[4], [10]]),
    ],
    ids=[
        "a long paragraph",
        "a line alone at the foot",
        "two lines on either side",
        "it fits",
        "three lines can't be parted",
        "unbroken",
        "a heading goes with its text",
        "a heading with some of its text",
        "a photo goes with its caption",
        "the last lines go with what must not stand alone",
        "a group that fits on a page",
        "a group that no page can hold",
        "as high as a page",
    ],
)
def test_where_pages_end(flow: list[Item], expected: list[list[int]]) -> None:
    assert heights(paginate(flow, HEIGHT)) == expected


def test_what_is_higher_than_a_page_is_cut_rather_than_lost() -> None:
    pages = paginate([item(text(23, unbroken=True))], HEIGHT)

    assert sum(sum(page) for page in heights(pages)) == 23
    assert len(pages) == 3


def test_of_two_spaces_the_larger_one_counts_and_none_at_the_head_of_a_page() -> None:
    flow = [item(block(3), after=5.0), item(block(3), before=8.0, after=2.0), item(block(6), before=9.0)]
    first, second = paginate(flow, HEIGHT)

    assert [placed.top for placed in first.items] == [0.0, 38.0]
    assert [placed.top for placed in second.items] == [0.0]


def test_a_page_that_goes_on_with_a_table_begins_with_its_header() -> None:
    header = item(block(1), keep=True)
    rows = [item(block(2), header=header if number else None) for number in range(8)]
    pages = paginate([header, *rows], HEIGHT)

    assert heights(pages) == [[1, 2, 2, 2, 2], [2, 2, 2, 2]]
    assert [page.header for page in pages] == [None, header]
    assert pages[1].items[0].top == LINE


def test_the_room_inside_a_frame_is_before_its_first_and_after_its_last_part() -> None:
    frame = Frame(0.0, 100.0)
    flow = framed([item(text(8)), item(text(4))], frame, 6.0)
    pages = paginate(flow, HEIGHT)

    assert pages[0].items[0].top == 6.0
    assert pages[0].items[0].item.heads == {frame: 6.0}
    assert pages[-1].items[-1].item.feet == {frame: 6.0}
    assert all(not placed.item.heads for page in pages[1:] for placed in page.items)
