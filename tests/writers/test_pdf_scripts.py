"""The script sampler: small releases in every script, as standards, other readers and searches meet their PDFs.

The figures for right-to-left scripts are published in `docs/conformance/pdf-ua-1.md`.
"""

from __future__ import annotations

import difflib
import io
import re
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from outlined import SAMPLES, default_brand, document_of
from prexport.checks import verapdf
from prexport.document.outline import Outline, Role
from prexport.document.outline_of import outline_of
from prexport.document.outline_words import folded
from prexport.export import Prepared, prepare
from prexport.readers.pdf.characters import to_unicode
from prexport.readers.pdf.tags import Tag, read_tags
from prexport.writers.options import WriteOptions
from prexport.writers.pdf.profile import PROFILES, UA1_A3A
from prexport.writers.pdf.write import write
from writers.pdf_cases import opened, pdf as case_pdf

CASES = Path(__file__).resolve().parent.parent / "cases" / "scripts"
ALL = sorted(path.name for path in CASES.iterdir())
RIGHT_TO_LEFT = ("ar", "he", "ur")
LEFT_TO_RIGHT = [name for name in ALL if name not in RIGHT_TO_LEFT]
CJK_SHAPES = {"zh-Hant-HK": "HK", "zh-Hant-TW": "TC", "zh-Hans-CN": "SC", "ja": "JP", "ko": "KR"}

every_script = pytest.mark.parametrize("script", ALL)


@cache
def prepared(script: str) -> Prepared:
    found = prepare(CASES / script / "release.json", brand=default_brand())
    assert found.document is not None, found.findings
    return found


@cache
def pdfs(script: str) -> dict[str, bytes]:
    """The PDF in each profile."""
    made = prepared(script)
    assert made.document is not None
    options = WriteOptions(name=script, public_source=made.public_source)
    files = write(made.document, default_brand(), options, list(PROFILES.values()))
    return {profile: file.data for profile, file in zip(PROFILES, files, strict=True)}


def pdf(script: str) -> bytes:
    return pdfs(script)[UA1_A3A.name]


def document_outline(script: str) -> Outline:
    document = prepared(script).document
    assert document is not None
    return outline_of(document)


@every_script
def test_veraPDF_finds_nothing_in_any_profile(script: str) -> None:
    failures = {name: verapdf.validate(data, PROFILES[name].flavours) for name, data in pdfs(script).items()}
    assert failures == {name: [] for name in PROFILES}


@every_script
def test_qpdf_reads_it_without_complaint(script: str, tmp_path: Path) -> None:
    for name, data in pdfs(script).items():
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(data)
        done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


# ---------------------------------------------------------------- fonts


@every_script
def test_every_font_is_embedded_as_a_subset_and_none_is_drawn_by_hand(script: str) -> None:
    fonts = 0
    with opened(pdf(script)) as file:
        for thing in file.objects:
            if not isinstance(thing, pikepdf.Dictionary):
                continue
            if thing.get("/Type") == "/Font":
                assert thing.Subtype != "/Type3"
                assert "/DescendantFonts" in thing or "/FontDescriptor" in thing
                fonts += 1
            if thing.get("/Type") == "/FontDescriptor":
                assert "/FontFile2" in thing or "/FontFile3" in thing
                assert re.match(r"/[A-Z]{6}\+", str(thing.FontName)), thing.FontName
                assert str(thing.FontFamily) in default_brand().families
    assert fonts


@pytest.mark.parametrize("script", CJK_SHAPES)
def test_han_has_the_shapes_of_its_region(script: str) -> None:
    with opened(pdf(script)) as file:
        families = {
            str(thing.FontFamily)
            for thing in file.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"
        }
    main = f"Noto Sans CJK {CJK_SHAPES[script]}"
    parts = {"zh-Hant-HK": {"Noto Sans CJK JP"}}.get(script, set())  # a name in Japanese
    assert {name for name in families if "CJK" in name} == {main} | parts


# ---------------------------------------------------------------- text as other programs find it


@cache
def body(data: bytes, *, own_letters: bool = False) -> bytes:
    """A PDF without the words of artifacts; with `own_letters` without ActualText, too."""
    with opened(data) as file:
        for page in file.pages:
            kept = []
            around: list[str] = []
            for step in pikepdf.parse_content_stream(page):
                operator, operands = str(step.operator), list(step.operands)
                if operator in ("BMC", "BDC"):
                    around.append(str(operands[0]))
                    if own_letters and operator == "BDC" and "/ActualText" in operands[1]:
                        operands = [operands[0], pikepdf.Dictionary()]
                elif operator == "EMC":
                    around.pop()
                elif operator in ("Tj", "TJ") and "/Artifact" in around:
                    continue
                kept.append(pikepdf.ContentStreamInstruction(operands, step.operator))
            page.Contents = file.make_stream(pikepdf.unparse_content_stream(kept))
        written = io.BytesIO()
        file.save(written)
    return written.getvalue()


def poppler(data: bytes, folder: Path, *options: str) -> str:
    path = folder / "release.pdf"
    path.write_bytes(data)
    command = ["pdftotext", *options, "-nopgbrk", str(path), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def pdfium(data: bytes) -> str:
    file = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in file)


def printed(outline: Outline) -> Iterator[str]:
    """The words of a document that are to be seen, unit by unit, with the markers of its lists."""
    lists: dict[int, int | None] = {}  # by depth, the number of the next item
    marker = ""
    for unit in outline.units:
        if unit.role is Role.LIST:
            lists[unit.depth] = (unit.number or 1) if unit.numbering == "numbers" else None
        elif unit.role is Role.ITEM:
            number = lists[unit.depth - 1] if unit.number is None else unit.number
            marker = "• " if number is None else f"{number}. "
            lists[unit.depth - 1] = number and number + 1
        if unit.text:
            yield marker + unit.text
            marker = ""


RIGHT_TO_LEFT_WORD = re.compile(r"\S*[\u0590-\u08ff]\S*")


def assert_says(outline: Outline, extracted: str, *, left_to_right_only: bool = False) -> None:
    """Every line stands in the document right after the line before; nothing is left out at the end."""
    rest, lines = " ".join(printed(outline)), (folded(line) for line in extracted.splitlines())
    if left_to_right_only:
        rest = folded(RIGHT_TO_LEFT_WORD.sub(" ", rest))
        lines = (folded(RIGHT_TO_LEFT_WORD.sub(" ", line)) for line in lines)
    for line in filter(None, (line.strip() for line in lines)):
        rest = rest.removeprefix(" ")
        assert rest.startswith(line), f"extracted {line!r} where the document says {rest[:80]!r}"
        rest = rest[len(line) :]
    assert not rest.strip(), f"not extracted: {rest!r}"


@pytest.mark.parametrize("script", LEFT_TO_RIGHT)
def test_poppler_extracts_the_words_of_the_document(script: str, tmp_path: Path) -> None:
    assert_says(document_outline(script), poppler(body(pdf(script)), tmp_path, "-raw"))


@pytest.mark.parametrize("script", LEFT_TO_RIGHT)
def test_pdfium_extracts_the_words_of_the_document(script: str) -> None:
    assert_says(document_outline(script), pdfium(body(pdf(script))))


LEFT_TO_RIGHT_SAMPLES = [folder for folder in SAMPLES if document_of(folder).dir == "ltr"]


@pytest.mark.parametrize("folder", LEFT_TO_RIGHT_SAMPLES, ids=lambda path: path.name)
def test_both_extract_the_words_of_a_sample(folder: Path, tmp_path: Path) -> None:
    made = document_of(folder)
    words = body(case_pdf(made))
    assert_says(outline_of(made), poppler(words, tmp_path, "-raw"), left_to_right_only=True)
    assert_says(outline_of(made), pdfium(words), left_to_right_only=True)


@every_script
def test_the_codes_stand_for_their_own_letters(script: str) -> None:
    """What a reader gets that ignores ActualText."""
    assert printed_words(body(pdf(script), own_letters=True)) == printed_words(body(pdf(script)))


# ---------------------------------------------------------------- right to left


READERS: dict[str, Callable[[bytes, Path], str]] = {
    "poppler": poppler,
    "pdfium": lambda data, _: pdfium(data),
}
FLOORS = {
    ("ar", "poppler"): 0.98,
    ("ar", "pdfium"): 0.98,
    ("he", "poppler"): 0.97,
    ("he", "pdfium"): 0.97,
    ("ur", "poppler"): 0.98,
    ("ur", "pdfium"): 0.96,
}
"""The share of words that come out letter by letter in their places; what was measured, rounded down."""


@pytest.mark.parametrize(("script", "reader"), FLOORS)
def test_right_to_left_words_come_out_as_often_as_is_published(
    script: str, reader: str, tmp_path: Path
) -> None:
    expected = " ".join(printed(document_outline(script))).split()
    found = folded(READERS[reader](body(pdf(script)), tmp_path)).split()
    blocks = difflib.SequenceMatcher(None, expected, found, autojunk=False).get_matching_blocks()
    share = sum(block.size for block in blocks) / len(expected)
    assert FLOORS[script, reader] <= share < FLOORS[script, reader] + 0.01, f"{share:.4f}"


# ---------------------------------------------------------------- search


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("zh-Hant-HK", "數碼港"),
        ("zh-Hant-TW", "ภาษาไทย"),
        ("th", "ภาษาไทย"),
        ("th", "น้ำใส"),
        ("hi", "क्षत्रिय"),
        ("hi", "दूसरी"),
        ("ja", "ヴィンテージ"),
        ("ko", "훑다"),
        ("vi", "ngưỡng cửa"),
        ("el", "ῥυθμός"),
        ("he", "הגלים"),
        ("ar", "لإنذار"),
        ("ar", "السلامة"),
        ("ur", "دوسری"),
        ("symbols", "office staff"),
    ],
)
def test_a_search_finds(script: str, words: str, tmp_path: Path) -> None:
    """In every profile, by both; without a pattern's help, as the text stands in the file."""
    for name, data in pdfs(script).items():
        file = pypdfium2.PdfDocument(data)
        assert any(page.get_textpage().search(words).get_next() for page in file), name
        assert words in poppler(data, tmp_path), name


def printed_words(data: bytes) -> list[str]:
    with opened(data) as file:
        return [folded(text) for text in leaves(read_tags(file).roots)]


def leaves(tags: list[Tag]) -> Iterator[str]:
    for tag in tags:
        for child in tag.children:
            if isinstance(child, Tag):
                yield from leaves([child])
            elif isinstance(child, str):
                yield child


def test_joined_emoji_are_one_picture() -> None:
    """A sequence that the font knows has one code; so have flags, colours of skin and keys."""
    with opened(pdf("symbols")) as file:
        fonts = [
            thing for thing in file.objects if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing
        ]
        shown = {text for font in fonts for text in to_unicode(font).values()}
    assert {"👩‍🚀", "👨‍👩‍👧", "🏳️‍🌈", "🐻‍❄️", "🇭🇰", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "👍🏽", "1️⃣"} <= shown
