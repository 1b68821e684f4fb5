"""Lines: filled, aligned, broken where they may be."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, strategies as st

from prexport.document.tree import Direction
from prexport.errors import InternalError
from prexport.writers.pdf.reportlab.text.breaking import extent
from prexport.writers.pdf.reportlab.text.lines import Align, Piece
from prexport.writers.pdf.reportlab.text.session import Session
from strategies import TONGUES
from writers.pdf.reportlab.text.typed import SIZE, fonts, piece, set_lines, texts

ENGLISH = "The harbour museum opens on Friday with four thousand readings of the sea, all of them by hand."
JAPANESE = (
    "東京都は本日、「データセンター」を発表した。ニューヨークっぽい、ちょっとした（小さな）物語です。" * 3
)


def test_lines_are_filled_and_none_is_wider_than_its_column() -> None:
    lines = set_lines(ENGLISH, 150)
    assert len(lines) > 3
    assert "".join(texts(lines)) == ENGLISH
    assert all(0 < line.width <= 150.01 for line in lines)
    first_words = [text.split()[0] for text in texts(lines)[1:]]
    for line, word in zip(lines, first_words, strict=False):
        assert line.width + extent([piece(" " + word)], "ltr", "en", Session(fonts())).widest > 150


def test_only_the_end_of_a_paragraph_and_of_forced_lines_is_last() -> None:
    lines = set_lines("One street\nTwo street, which is long enough for two lines of this small column", 150)
    assert texts(lines)[0] == "One street "
    assert [line.last for line in lines][:2] == [True, False]
    assert [line.last for line in lines][-1]


@pytest.mark.parametrize(
    ("align", "direction", "left"),
    [
        ("start", "ltr", 0.0),
        ("end", "ltr", 1.0),
        ("center", "ltr", 0.5),
        ("start", "rtl", 1.0),
        ("end", "rtl", 0.0),
    ],
)
def test_alignment(align: Align, direction: Direction, left: float) -> None:
    text = "כותרת" if direction == "rtl" else "Heading"
    (line,) = set_lines(text, 200, align=align, direction=direction)
    assert line.left == pytest.approx(left * (200 - line.width))
    assert line.runs[0].x == pytest.approx(line.left)


def test_spaces_at_the_end_of_a_line_take_no_room() -> None:
    lines = set_lines(ENGLISH, 150, align="end")
    for line in lines:
        assert line.left + line.width == pytest.approx(150)
        assert line.runs[-1].x + line.runs[-1].width == pytest.approx(150)


def test_spaces_at_the_end_of_a_right_to_left_line_stand_left_of_it() -> None:
    lines = set_lines("הממשלה הודיעה היום על תוכנית חדשה של המדינה", 100, lang="he", direction="rtl")
    assert len(lines) > 1
    for line in lines[:-1]:
        assert line.runs[-1].text == " "
        assert line.runs[-1].x < line.left
        assert line.left == pytest.approx(100 - line.width)
        assert min(run.x for run in line.runs[:-1]) == pytest.approx(line.left)


def test_neighbouring_words_of_one_style_are_one_run() -> None:
    (line,) = set_lines([piece("Ein "), piece("wichtiger ", bold=True), piece("Satz, sehr kurz.")])
    assert [run.text for run in line.runs] == ["Ein ", "wichtiger ", "Satz, sehr kurz."]
    assert line.runs[1].x == pytest.approx(line.runs[0].x + line.runs[0].width)


def test_styles_may_change_within_a_word_which_stays_whole() -> None:
    lines = set_lines([piece("auf dem "), piece("Kursiv", italic=True), piece("schriftbild")], 80)
    assert texts(lines) == ["auf dem ", "Kursivschriftbild"]


def test_words_wider_than_the_column_are_broken_between_characters() -> None:
    address = "https://example.org/" + "kaleidoscopic" * 6
    lines = set_lines(address, 120)
    assert "".join(texts(lines)) == address
    assert all(line.width <= 120.01 for line in lines)


def test_a_column_narrower_than_a_character_still_ends() -> None:
    assert texts(set_lines("abc", 1)) == ["a", "b", "c"]


def test_a_column_for_each_line() -> None:
    lines = set_lines(ENGLISH, 200)
    assert len(lines) > 1
    from prexport.writers.pdf.reportlab.text.breaking import break_lines

    narrowing = break_lines([piece(ENGLISH)], [200, 100], "start", "ltr", "en", Session(fonts()))
    assert narrowing[0].width > 100
    assert all(line.width <= 100.01 for line in narrowing[1:])


def test_raised_text_keeps_the_height_of_its_line() -> None:
    (plain,) = set_lines("Notes")
    (raised,) = set_lines([piece("Notes"), piece("1", size=7.0, rise=4.0)])
    assert (raised.height, raised.baseline) == (plain.height, plain.baseline)
    assert raised.runs[1].rise == 4.0
    assert plain.height == 16.5
    assert 0 < plain.baseline < plain.height


def test_letters_are_spaced() -> None:
    (plain,), (spaced,) = set_lines("LABEL"), set_lines([piece("LABEL", tracking=1.1)])
    assert spaced.width == pytest.approx(plain.width + 5 * 1.1, abs=0.2)


def test_figures_of_tables_are_equally_wide() -> None:
    widths = {set_lines([piece(figure, tabular=True)])[0].width for figure in "0123456789"}
    assert len(widths) == 1


def test_extent() -> None:
    narrow = extent([piece("one incomprehensible\nword")], "ltr", "en", Session(fonts()))
    assert narrow.narrowest == pytest.approx(set_lines("incomprehensible")[0].width)
    assert narrow.widest == pytest.approx(set_lines("one incomprehensible")[0].width)


def test_a_character_that_no_font_has_is_named() -> None:
    with pytest.raises(InternalError, match=r"U\+13000"):
        set_lines("\U00013000")


# ---------------------------------------------------------------- kinsoku, words without spaces


@pytest.mark.parametrize("width", range(60, 300, 13))
def test_kinsoku(width: int) -> None:
    lines = texts(set_lines(JAPANESE, width, lang="ja"))
    assert "".join(lines) == JAPANESE
    for line in lines[1:]:
        assert line[0] not in "、。」）ーっょュョ", line
    for line in lines[:-1]:
        assert line[-1] not in "「（", line


def test_lines_of_japanese_are_full() -> None:
    for line in set_lines(JAPANESE, 220, lang="ja")[:-1]:
        assert line.width > 220 - 3 * SIZE


def test_regions_have_their_own_shapes() -> None:
    shown = {
        lang: set_lines("骨直角", lang=lang)[0].runs[0].operators for lang in ("ja", "zh-Hans", "zh-HK", "ko")
    }
    assert len(set(shown.values())) > 2


def test_thai_is_broken_between_words() -> None:
    text = "กรุงเทพมหานครเป็นเมืองหลวงของประเทศไทย"
    for width in range(90, 200, 10):
        lines = texts(set_lines(text, width, lang="th"))
        assert "".join(lines) == text
        for line in lines:
            assert line in text
            assert text[: text.index(line)] == "" or line.startswith(
                ("เป็น", "เมือง", "หลวง", "ของ", "ประเทศไทย")
            ), lines


def test_hindi_is_broken_at_spaces_only() -> None:
    text = "सरकार ने आज घोषणा की कि हिन्दी में प्रकाशित विज्ञप्ति क्षेत्र"
    assert [line.strip() for line in texts(set_lines(text, 90, lang="hi"))] == [
        " ".join(line.split()) for line in texts(set_lines(text, 90, lang="hi"))
    ]
    assert " ".join(" ".join(texts(set_lines(text, 90, lang="hi"))).split()) == text


# ---------------------------------------------------------------- hyphens


def test_hyphens_by_patterns_only_where_they_are_wanted() -> None:
    text = "Die Hafenmuseumsgesellschaft veröffentlicht Wasserstandsmeldungen"
    without = set_lines(text, 130, lang="de")
    assert not any(line.hyphenated for line in without)
    lines = set_lines(text, 130, lang="de", hyphenate=True)
    assert any(line.hyphenated for line in lines)
    assert "".join(texts(lines)) == text
    assert len(lines) <= len(without)
    assert all(line.width <= 130.01 for line in lines)


def test_a_broken_word_ends_with_a_visible_hyphen_and_says_none() -> None:
    lines = set_lines("Wasserstandsmeldungen", 80, lang="de", hyphenate=True)
    head = lines[0].runs[0]
    assert not head.text.endswith("-")
    alone = extent([piece(head.text, "de")], "ltr", "de", Session(fonts())).widest
    assert head.width == pytest.approx(
        alone + extent([piece("‐")], "ltr", "de", Session(fonts())).widest, abs=0.3
    )


def test_a_soft_hyphen_is_not_seen_within_a_line() -> None:
    (plain,), (soft,) = set_lines("Dampfschiff", lang="de"), set_lines("Dampf\u00adschiff", lang="de")
    assert soft.width == pytest.approx(plain.width)
    assert soft.runs[0].text == "Dampf\u00adschiff"


@pytest.mark.parametrize(
    "text",
    [
        "ab\u00ad" * 3000,
        "a" * 9000,
        "Donaudampf" * 900,
        "\u2067a" * 500,
        "\u200b",
        "a\u200b\u200c \u200d",
        "ا" * 4000,
    ],
)
def test_monstrous_text_is_set_all_the_same(text: str) -> None:
    began = time.process_time()
    lines = set_lines(text, lang="de", hyphenate=True)
    assert "".join(texts(lines)) == text
    assert time.process_time() - began < 10


# ---------------------------------------------------------------- any text


@st.composite
def paragraphs(draw: st.DrawFn) -> tuple[list[Piece], Direction, str]:
    tongue = draw(st.sampled_from(TONGUES))
    direction: Direction = "rtl" if tongue.tag in ("ar", "he", "fa") else "ltr"
    words = st.sampled_from(tongue.words)
    foreign = st.sampled_from([word for other in TONGUES for word in other.words])
    telling = st.lists(st.one_of(words, words, foreign), min_size=1, max_size=12).map(
        lambda some: (tongue.space or draw(st.sampled_from(["", " "]))).join(some)
    )
    pieces = [
        piece(text, tongue.tag, bold=draw(st.booleans()), italic=draw(st.booleans()))
        for text in draw(st.lists(telling, min_size=1, max_size=4))
    ]
    return pieces, direction, tongue.tag


@given(paragraphs(), st.integers(40, 400))
def test_lines_say_the_whole_text_in_reading_order(
    paragraph: tuple[list[Piece], Direction, str], width: int
) -> None:
    pieces, direction, lang = paragraph
    lines = set_lines(pieces, width, lang=lang, direction=direction)
    said = "".join(texts(lines))
    assert said == "".join(part.text for part in pieces)
    assert all(line.width <= width + 0.01 for line in lines if len(line.runs) > 1)


@given(paragraphs())
def test_glyphs_lie_where_the_line_is(paragraph: tuple[list[Piece], Direction, str]) -> None:
    pieces, direction, lang = paragraph
    for line in set_lines(pieces, 250, lang=lang, direction=direction):
        inked = [run for run in line.runs if run.text.strip()]
        assert min(run.x for run in inked) == pytest.approx(line.left, abs=SIZE)
        right = max(run.x + run.width for run in inked)
        assert right == pytest.approx(line.left + line.width, abs=SIZE)


@given(
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"], max_codepoint=0x24F), max_size=60)
)
def test_any_latin_text(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert "".join(texts(set_lines(text, 120))) == text
