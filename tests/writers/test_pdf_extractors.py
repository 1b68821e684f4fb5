"""What poppler and pdfium make of the places of characters: why there are directional marks, what they can't mend.

Each page here is made without prexport. When one of these tests fails, a program has changed its ways: then
`docs/conformance/pdf-ua-1.md` and `writers/pdf/weasyprint/lines.py` may have something to give up.
"""

from __future__ import annotations

from pathlib import Path

from prexport.document.outline_words import folded
from writers.pdf_specimens import Line, specimen
from writers.test_pdf_scripts import pdfium, poppler

FIRST, SECOND = "אבג", "דה"  # as they are read
RIGHT_TO_LEFT_MARK, LEFT_TO_RIGHT_MARK = "\u200f", "\u200e"


def shown(word: str) -> str:
    """A word as it stands from left to right."""
    return word[::-1]


def test_poppler_moves_the_space_after_a_number_unless_a_mark_stands_there(tmp_path: Path) -> None:
    bare = Line(f"{shown(SECOND)} 24 {shown(FIRST)}")
    marked = Line(f"{shown(SECOND)} {RIGHT_TO_LEFT_MARK}24 {shown(FIRST)}")

    assert folded(poppler(specimen([bare]), tmp_path)).split() == [FIRST, f"24{SECOND}"]
    assert folded(poppler(specimen([marked]), tmp_path)).split() == [FIRST, "24", SECOND]


def test_poppler_and_pdfium_move_a_hyphen_before_a_number_unless_a_mark_stands_there(tmp_path: Path) -> None:
    bare, marked = Line(f"18-{shown(FIRST)}"), Line(f"18{RIGHT_TO_LEFT_MARK}-{shown(FIRST)}")

    for extracted in (poppler(specimen([bare]), tmp_path), pdfium(specimen([bare]))):
        assert folded(extracted).strip() == f"{FIRST}18-"
    for extracted in (poppler(specimen([marked]), tmp_path), pdfium(specimen([marked]))):
        assert folded(extracted).strip() == f"{FIRST}-18"


def test_pdfium_turns_brackets_round_unless_a_mark_stands_there() -> None:
    # The code of a bracket says which one was written: the opening one, whatever its shape is.
    bare = Line(f"){shown(SECOND)}( {shown(FIRST)}")
    marked = Line(f"){LEFT_TO_RIGHT_MARK}{shown(SECOND)}({LEFT_TO_RIGHT_MARK} {shown(FIRST)}")

    turned, right = (pdfium(specimen([line], reads_from_right=True)) for line in (bare, marked))
    assert folded(turned).strip() == f"{FIRST} ){SECOND}("
    assert folded(right).strip() == f"{FIRST} ({SECOND})"


def test_what_other_programs_get_wrong(tmp_path: Path) -> None:
    """What no mark mends: the words that come out in the wrong order."""
    phrase = [Line(f"{shown(SECOND)} to the sea {shown(FIRST)}")]
    assert pdfium(specimen(phrase, reads_from_right=True)).split() == [FIRST, "sea", "the", "to", SECOND]

    alone = specimen([Line("to the sea")], reads_from_right=True)
    assert pdfium(alone).split() == ["sea", "the", "to"]

    # pdftotext goes by columns that it guesses, whatever comes first in the page.
    columns = [Line(shown(FIRST), x=450), Line(shown(SECOND), y=705), Line(shown(SECOND), y=680)]
    assert poppler(specimen(columns), tmp_path) == poppler(specimen(reversed(columns)), tmp_path)
