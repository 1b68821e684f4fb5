"""How lines end: hyphens and justification where a brand asks for them, and nothing forbidden at an edge."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from brand_folders import copy_brand
from outlined import default_brand
from prexport.brand.load import load_brand
from prexport.brand.tokens import Brand
from prexport.document.outline_of import outline_of
from writers.pdf_cases import document, pdf
from writers.test_pdf_scripts import assert_says, body, pdfium, poppler

ADDED_HYPHEN = "\u2010"
PROSE = (
    "Internationalisation of administrative responsibilities necessitates extraordinary communication. " * 8
)


def brand_with(folder: Path, *tokens: str) -> Brand:
    return load_brand(str(copy_brand(folder, *((f"{token} = false", f"{token} = true") for token in tokens))))


def right_edges(data: bytes) -> list[float]:
    """Where the lines of the first page's prose end, but the last one, in pt."""
    page = pypdfium2.PdfDocument(body(data))[0].get_textpage()
    text = page.get_text_range()
    ends = [match.end() - 1 for match in re.finditer(r"\S(?= *\r\n| *$)", text)]
    first = text.index(PROSE[:20])
    return [page.get_charbox(end, loose=True)[2] for end in ends if end > first][:-1]


# ---------------------------------------------------------------- hyphens


def test_words_stay_whole_unless_a_brand_asks() -> None:
    shown = pdfium(body(pdf(document(body=[PROSE]), of=default_brand()), own_letters=True))

    assert ADDED_HYPHEN not in shown


def test_a_brand_can_ask_for_hyphens_which_are_shown_and_never_extracted(tmp_path: Path) -> None:
    made = document(body=[PROSE])
    data = pdf(made, of=brand_with(tmp_path, "print_hyphens"))

    assert ADDED_HYPHEN in pdfium(body(data, own_letters=True))
    for extracted in (pdfium(body(data)), poppler(body(data), tmp_path, "-raw")):
        assert ADDED_HYPHEN not in extracted
        joined = re.sub(r"\s+", "", extracted)
        assert joined.count("Internationalisationofadministrativeresponsibilities") == 8


def test_what_stands_above_the_text_is_never_hyphenated(tmp_path: Path) -> None:
    made = document(headline=PROSE[:90], subheadline=PROSE[:96])
    shown = pdfium(body(pdf(made, of=brand_with(tmp_path, "print_hyphens")), own_letters=True))

    assert ADDED_HYPHEN not in shown


# ---------------------------------------------------------------- edges


def test_lines_are_ragged_unless_a_brand_asks() -> None:
    edges = right_edges(pdf(document(body=[PROSE]), of=default_brand()))

    assert len(edges) > 5
    assert max(edges) - min(edges) > 10


def test_a_brand_can_ask_for_justified_lines(tmp_path: Path) -> None:
    made = document(body=[PROSE])
    data = pdf(made, of=brand_with(tmp_path, "print_justified"))
    edges = right_edges(data)

    assert len(edges) > 5
    assert max(edges) - min(edges) < 1
    assert_says(outline_of(made), pdfium(body(data)))


# ---------------------------------------------------------------- kinsoku (JLReq 3.1.7 and 3.1.8, CLReq 3.1.4, KLReq)

NEVER_FIRST = "、。，．：；！？」』）】》〉…ー・々ぁっゃ,.)!?"
NEVER_LAST = "「『（【《〈("
SYLLABLES = {"ja": "港町", "zh-Hant-HK": "港灣", "zh-Hant-TW": "港灣", "zh-Hans-CN": "港湾", "ko": "항구"}
ENDINGS = {
    "ja": ("「港」、", "（港）。", "『港』！", "ヴィー、", "きゃっ…"),
    "zh-Hant-HK": ("「港」，", "（港）。", "《港》；", "『港』！"),
    "zh-Hant-TW": ("「港」，", "（港）。", "《港》；", "『港』！"),
    "zh-Hans-CN": ("“港”，", "（港）。", "《港》；", "「港」！"),
    "ko": ("(항구), ", "‘항’. ", "「항」? ", "(항)! "),
}


@pytest.mark.parametrize("lang", SYLLABLES)
def test_no_line_begins_or_ends_with_what_must_not(lang: str) -> None:
    # Paragraphs that differ by one letter bring every sign to the edge of a line sooner or later.
    endings = "".join((SYLLABLES[lang] * 2) + ending for ending in ENDINGS[lang])
    paragraphs = ["港항"[lang == "ko"] * shift + endings * 6 for shift in range(1, 24)]
    made = document(lang=lang, headline=SYLLABLES[lang], body=paragraphs)
    lines = [
        line.strip() for line in pdfium(body(pdf(made, of=default_brand()))).splitlines() if line.strip()
    ]

    assert len(lines) > 3 * len(paragraphs)
    assert [line for line in lines if line[0] in NEVER_FIRST] == []
    assert [line for line in lines if line[-1] in NEVER_LAST] == []
    # Lines filled without regard to the rules would break them: room for that many letters is there.
    room = max(map(len, lines))
    filled = [text[start : start + room] for text in paragraphs for start in range(0, len(text), room)]
    assert any(line[0] in NEVER_FIRST for line in filled)
    assert any(line[-1] in NEVER_LAST for line in filled)
