"""Languages, scripts and directions as Word sees them."""

from __future__ import annotations

import re

import pytest

from docx_parts import Element, find, parts_as_text, value, words, xml
from prexport.brand.load import load_brand
from prexport.document import tree
from prexport.document.direction import direction_of
from prexport.document.tree import Document, Inline, LinkKind
from prexport.release.languages import maximise
from prexport.writers.docx.scripts import Slot, directions, slot_of, word_lang
from prexport.writers.docx.style_ids import CharacterStyle, ParagraphStyle, name_of
from prexport.writers.docx.write import write
from prexport.writers.options import WriteOptions
from tree_nodes import RUN, document, heading, link, paragraph, runs

BRAND = load_brand("cyberport")


def made(told: Document) -> bytes:
    (file,) = write(told, BRAND, WriteOptions(name="release", public_source=b"{}"))
    return file.data


def run_of(word: str, told: Document) -> Element:
    (found,) = find(xml(made(told)), f"//w:r[contains(w:t, '{word}')]")
    return found


def part(text: str, lang: str) -> tree.Part:
    return tree.Part(**RUN, children=runs(text), lang=lang, dir=direction_of(lang))


def in_language(lang: str, *parts: str | Inline) -> Document:
    direction = direction_of(lang)
    return document(paragraph(*parts, lang=lang, dir=direction), lang=lang, dir=direction)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en-HK", "en-HK"),
        ("zh-Hant-HK", "zh-HK"),
        ("zh-Hans", "zh-CN"),
        ("fr", "fr-FR"),
        ("ar-EG-u-nu-latn", "ar-EG"),
        ("sr-Latn-RS", "sr-Latn-RS"),
        ("es-419", "es-419"),
        ("x-klingon", "und"),
    ],
)
def test_tags_that_word_knows(lang: str, expected: str) -> None:
    assert word_lang(lang) == expected
    assert maximise(expected) == maximise(lang)


@pytest.mark.parametrize(
    ("lang", "slot"),
    [
        ("en", Slot.LATIN),
        ("ru", Slot.LATIN),
        ("vi", Slot.LATIN),
        ("zh-HK", Slot.EAST_ASIAN),
        ("ja", Slot.EAST_ASIAN),
        ("ko", Slot.EAST_ASIAN),
        ("ar", Slot.COMPLEX),
        ("he", Slot.COMPLEX),
        ("th", Slot.COMPLEX),
        ("hi", Slot.COMPLEX),
        ("und", Slot.LATIN),
    ],
)
def test_slots(lang: str, slot: Slot) -> None:
    assert slot_of(lang) is slot


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en-GB", {"val": "en-GB", "eastAsia": "zh-TW", "bidi": "ar-EG"}),
        ("zh-Hant-HK", {"val": "zh-HK", "eastAsia": "zh-HK", "bidi": "ar-EG"}),
        ("ja", {"val": "ja-JP", "eastAsia": "ja-JP", "bidi": "ar-EG"}),
        ("he", {"val": "he-IL", "eastAsia": "zh-TW", "bidi": "he-IL"}),
    ],
)
def test_the_language_of_the_document(lang: str, expected: dict[str, str]) -> None:
    sheet = xml(made(in_language(lang, "x")), "word/styles.xml")
    (told,) = find(sheet, "//w:docDefaults//w:lang")
    assert {name: value(told, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("lang", "text", "languages", "font", "flag"),
    [
        ("fr", "océan", {"val": "fr-FR"}, None, None),
        ("zh-Hant-HK", "海", {"val": "zh-HK", "eastAsia": "zh-HK"}, ("eastAsia", "Noto Sans CJK HK"), None),
        ("ja", "海", {"val": "ja-JP", "eastAsia": "ja-JP"}, ("eastAsia", "Noto Sans CJK JP"), None),
        ("ar", "بحر", {"val": "ar-EG", "bidi": "ar-EG"}, None, "rtl"),
        ("he", "ים", {"val": "he-IL", "bidi": "he-IL"}, ("cs", "IBM Plex Sans Hebrew"), "rtl"),
        ("th", "ทะเล", {"val": "th-TH", "bidi": "th-TH"}, ("cs", "IBM Plex Sans Thai Looped"), "cs"),
        ("hi", "सागर", {"val": "hi-IN", "bidi": "hi-IN"}, ("cs", "IBM Plex Sans Devanagari"), "cs"),
    ],
)
def test_a_part_in_another_language(
    lang: str, text: str, languages: dict[str, str], font: tuple[str, str] | None, flag: str | None
) -> None:
    run = run_of(text, in_language("en-GB", "The sea, ", part(text, lang)))
    (told,) = find(run, "w:rPr/w:lang")
    assert {name.rpartition("}")[2]: tag for name, tag in told.items()} == languages
    fonts = find(run, "w:rPr/w:rFonts")
    assert (value(fonts[0], font[0]) == font[1]) if font else not fonts
    assert [name for name in ("rtl", "cs") if find(run, f"w:rPr/w:{name}")] == ([flag] if flag else [])


def test_a_heading_in_another_script_takes_its_headline_face() -> None:
    told = document(headline=heading("ทะเล", level=1, anchor="heading-1", lang="th"))
    (fonts,) = find(run_of("ทะเล", told), "w:rPr/w:rFonts")
    assert value(fonts, "cs") == "IBM Plex Sans Thai"


def test_punctuation_of_east_asian_text_is_marked_as_such() -> None:
    assert find(run_of("海", in_language("zh-Hant-HK", "“海”——")), "w:rPr/w:rFonts/@w:hint") == ["eastAsia"]
    assert not find(run_of("海", in_language("zh-Hant-HK", "海")), "w:rPr/w:rFonts")


@pytest.mark.parametrize(("lang", "expected"), [("en", ["bCs", "i"]), ("zh-Hant-HK", ["b", "bCs"])])
def test_emphasis_is_by_weight_where_a_script_has_no_italics(lang: str, expected: list[str]) -> None:
    # Letters of complex scripts (bCs) are emphasised by weight in any document.
    sheet = xml(made(in_language(lang, "x")), "word/styles.xml")
    found = find(sheet, "//w:style[@w:styleId='Emphasis']/w:rPr/*")
    assert [each.tag.rpartition("}")[2] for each in found] == expected


@pytest.mark.parametrize(
    ("text", "direction", "expected"),
    [
        ("plain", "ltr", [("plain", False)]),
        ("", "rtl", []),
        ("sea بحر كبير, and", "ltr", [("sea ", False), ("بحر كبير", True), (", and", False)]),
        ("بنظام GPS، وترسل", "rtl", [("بنظام ", True), ("GPS", False), ("، وترسل", True)]),
        ("(CAP) الموحّد", "rtl", [("(", True), ("CAP", False), (") الموحّد", True)]),
        ("f(x) دالة", "rtl", [("f(x)", False), (" دالة", True)]),
        ("هاتف +971 2 555 0148 أو", "rtl", [("هاتف ", True), ("+971 2 555 0148", False), (" أو", True)]),
        ("عام 2026/03", "rtl", [("عام 2026/03", True)]),
        ("M07-44", "rtl", [("M07-44", False)]),
    ],
)
def test_directions(text: str, direction: tree.Direction, expected: list[tuple[str, bool]]) -> None:
    assert directions(text, direction) == expected
    assert "".join(piece for piece, _ in directions(text, direction)) == text


def test_a_telephone_number_keeps_its_order_and_is_copied_without_marks() -> None:
    call = link("+971 2 555 0148", "tel:+97125550148", kind=LinkKind.CONTACT)
    told = xml(made(in_language("ar", "هاتف: ", call)))
    (hyperlink,) = find(told, "//w:hyperlink")
    assert words(hyperlink) == "+971 2 555 0148"
    assert not find(hyperlink, ".//w:rtl")
    (mark,) = find(hyperlink, "preceding-sibling::w:r[1]")
    assert words(mark) == "\u200e"


def test_strong_in_bold_paragraphs_is_not_switched_off() -> None:
    strong = tree.Strong(**RUN, children=runs("loud"))
    told = document(
        headline=tree.Heading(key=1, lang="en", dir="ltr", source="", level=1, runs=(strong,), anchor="a")
    )
    assert find(run_of("loud", told), "w:rPr/w:b")
    assert not find(run_of("loud", document(paragraph(strong))), "w:rPr/w:b")


def test_styles_have_the_names_that_word_knows() -> None:
    sheet = xml(made(document()), "word/styles.xml")
    named = {value(each, "styleId"): find(each, "w:name/@w:val")[0] for each in find(sheet, "//w:style")}
    assert all(named[style] == name_of(style) for style in [*ParagraphStyle, *CharacterStyle] if style)
    own = {value(each, "styleId") for each in find(sheet, "//w:style[@w:customStyle='1']")}
    for name in (
        "heading 1",
        "Subtitle",
        "Body Text",
        "Quote",
        "caption",
        "List Bullet",
        "List Number",
        "Strong",
    ):
        assert [identifier for identifier, told in named.items() if told == name and identifier not in own]


def test_fonts_name_what_word_shows_instead() -> None:
    table = xml(made(document()), "word/fontTable.xml")
    fallbacks = {value(each, "name"): find(each, "w:altName/@w:val")[0] for each in find(table, "//w:font")}
    assert fallbacks == {name: family.word_fallback for name, family in BRAND.families.items()}
    sheet = xml(made(document()), "word/styles.xml")
    used = {name for fonts in find(sheet, "//w:rFonts") for name in fonts.values()}
    assert used <= set(fallbacks)


def test_the_template_leaves_nothing_of_anybody() -> None:
    data = made(document())
    settings = xml(data, "word/settings.xml")
    assert find(settings, "//w:compatSetting[@w:name='compatibilityMode']/@w:val") == ["15"]
    assert not find(settings, "//w:rsids | //w:attachedTemplate | //w:documentProtection")
    assert not re.search("rsid|paraId", "".join(parts_as_text(data).values()))
