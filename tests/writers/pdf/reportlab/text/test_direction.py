"""Right-to-left text: levels by FriBidi, words in reading order, each at its own place."""

from __future__ import annotations

from itertools import pairwise

import pytest

from prexport.document.tree import Direction
from prexport.errors import MissingTool
from prexport.writers.pdf.reportlab.text import bidi
from prexport.writers.pdf.reportlab.text.bidi import embedding_levels, visual_order
from prexport.writers.pdf.reportlab.text.lines import CLOSE_ISOLATE, OPEN_ISOLATE
from writers.pdf.reportlab.text.typed import piece, set_lines


def test_text_that_only_goes_right_has_no_levels() -> None:
    assert embedding_levels("English, 12 %, Ελληνικά", "ltr") is None


@pytest.mark.parametrize(
    ("text", "direction", "levels"),
    [
        # Examples of UAX 9: letters, numbers after Hebrew, brackets (rule N0), isolates.
        ("ab שם", "ltr", [0, 0, 0, 1, 1]),
        ("ab שם", "rtl", [2, 2, 1, 1, 1]),
        ("שם 12", "rtl", [1, 1, 1, 2, 2]),
        ("ש(a)", "rtl", [1, 1, 2, 1]),
        ("a(ש)b", "ltr", [0, 0, 1, 0, 0]),
        ("ש\u2066a.\u2069.", "rtl", [1, 1, 2, 2, 1, 1]),
    ],
)
def test_levels(text: str, direction: Direction, levels: list[int]) -> None:
    assert embedding_levels(text, direction) == levels


@pytest.mark.parametrize(
    ("levels", "order"),
    [
        ([], []),
        ([0, 0], [0, 1]),
        ([1, 1, 1], [2, 1, 0]),
        ([0, 1, 1, 0], [0, 2, 1, 3]),
        ([1, 2, 2, 1], [3, 1, 2, 0]),
        ([0, 1, 2, 2, 1, 3, 4, 1, 0], [0, 7, 6, 5, 4, 2, 3, 1, 8]),
    ],
)
def test_visual_order(levels: list[int], order: list[int]) -> None:
    assert visual_order(levels) == order


def test_words_follow_each_other_as_they_are_read() -> None:
    (line,) = set_lines("אחת שתיים Cyberport 12 שלוש", direction="rtl", lang="he")
    assert "".join(run.text for run in line.runs) == "אחת שתיים Cyberport 12 שלוש"
    places = {run.text.strip(): run.x for run in line.runs}
    assert places["שלוש"] < places["Cyberport 12"] < places["שתיים"] < places["אחת"]


def test_words_keep_their_distance_at_every_change_of_direction() -> None:
    (line,) = set_lines("של 12.5% עם Cyberport (הונג) קונג", direction="rtl", lang="he")
    runs = sorted((run for run in line.runs if run.width), key=lambda run: run.x)
    for run, following in pairwise(runs):
        assert run.x + run.width == pytest.approx(following.x, abs=0.01)


def test_glyphs_of_a_word_are_told_to_be_reversed() -> None:
    (line,) = set_lines("שלום", direction="rtl", lang="he")
    assert "/ReversedChars BMC" in line.runs[0].operators


def test_letters_join_over_a_change_of_style() -> None:
    whole = set_lines("مشروع", direction="rtl", lang="ar")[0]
    halves = set_lines([piece("مشر", "ar"), piece("وع", "ar", colour="#ff0000")], direction="rtl", lang="ar")[
        0
    ]
    assert halves.width == pytest.approx(whole.width, abs=0.1)


def test_isolates_are_neither_seen_nor_said() -> None:
    pieces = [
        piece("הטלפון ", "he"),
        piece(OPEN_ISOLATE["ltr"], "he"),
        piece("+852 1234 5678", "he"),
        piece(CLOSE_ISOLATE, "he"),
        piece(" במשרד", "he"),
    ]
    (line,) = set_lines(pieces, direction="rtl", lang="he")
    numbers = [run.x for run in line.runs if run.text.strip().strip("+").isdigit()]
    assert numbers == sorted(numbers)
    assert "".join(run.text for run in line.runs) == "הטלפון +852 1234 5678 במשרד"


def test_without_fribidi_nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bidi, "_NAMES", ("no-such-library.so",))
    bidi._library.cache_clear()
    try:
        with pytest.raises(MissingTool, match="FriBidi"):
            set_lines("שלום", direction="rtl", lang="he")
        assert set_lines("English needs none")
    finally:
        bidi._library.cache_clear()
