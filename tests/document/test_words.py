"""The toolkit's words: every language whole, each line as a reader meets it, the right words for a tag."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import fields
from importlib.resources import files
from typing import Any

import pytest

from goldens import Golden
from prexport.document.language_names import join_words, language_name
from prexport.document.locales import locale_for
from prexport.document.media_types import file_kind_words
from prexport.document.moments import date_words, moment_words, year_words
from prexport.document.quantities import count_words, number_words, size_words
from prexport.document.words import Phrase, Plural, Slot, Words, has_words, words_for, words_lang
from prexport.document.words.wordlist import available, read, words_from
from prexport.release.dates import parse_date

LANGUAGES = sorted(available())
KINDS = ("press-release", "media-advisory", "statement", "fact-sheet", "speech", "correction")
SCRIPTS = {"ar": "ARABIC", "el": "GREEK", "he": "HEBREW", "hi": "DEVANAGARI", "ru": "CYRILLIC", "th": "THAI"}


def test_the_languages_of_the_toolkit() -> None:
    promised = {"ar", "de", "el", "en", "es", "fr", "he", "hi", "it", "ja", "ko", "pt", "ru", "th"}
    assert promised | {"zh-Hans", "zh-Hant"} <= set(LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lines_of_a_release(lang: str, golden: Golden) -> None:
    golden.check(f"document/expected/words/{lang}.txt", "".join(f"{line}\n" for line in _lines(lang)))


def _lines(lang: str) -> list[str]:
    """Every word of a language once, put together as in a release."""
    words = words_for(lang)
    issued = parse_date("2025-06-05")
    until = parse_date("2025-06-06T10:00:00+08:00")
    when = moment_words(until, "Asia/Hong_Kong", lang)
    date = date_words(issued, lang)
    who = words.speaker.fill(name="NAME", title="TITLE", organisation="ORGANISATION")
    download = words.comma.join(
        (file_kind_words("application/zip", lang), count_words(12, lang), size_words(18_400_000, lang))
    )
    lines = [
        *(f"{kind}: {words.kind(kind)}" for kind in KINDS),
        "",
        f"immediate: {words.immediate}",
        f"embargoed: {words.embargoed.fill(when=when)}",
        f"           {words.embargo_warning}",
        f"hold: {words.hold}",
        f"      {words.hold_warning}",
        "",
        f"number: {words.release_number.fill(number='M07-44')}",
        f"replaces: {words.replaces_number_and_date.fill(number='M07-44', date=date)}",
        f"          {words.replaces_number.fill(number='M07-44')}",
        f"          {words.replaces_date.fill(date=date)}",
        f"          {words.replaces_date.fill(date=date_words(parse_date('2025-06'), lang))}",
        f"          {words.replaces_earlier}",
        "",
        *(
            f"heading: {heading}"
            for heading in (
                words.downloads,
                words.photos,
                words.notes,
                words.contacts,
                words.translations,
            )
        ),
        "",
        f"quote: {words.attribution.fill(who=who)}",
        f"       {words.attribution_before.fill(who=who)}",
        f"long description: {words.long_description}",
        f"end mark: {words.end_of_release}",
        "",
        *(
            f"contact: {words.labelled.fill(label=label, value='VALUE')}"
            for label in (words.telephone, words.email, words.web, words.address, words.hours)
        ),
        f"         {words.contact_card.fill(name='NAME')}",
        "",
        f"download: TEXT{words.aside.fill(text=download)}",
        *(f"          {file_kind_words(mime, lang)}" for mime in MIME_OF_EACH_FAMILY),
        *(f"          {count_words(count, lang)}" for count in (1, 2, 3, 5, 11, 21, 100, 1234)),
        *(
            f"          {size_words(size, lang)}"
            for size in (0, 1, 2, 3, 512, 840_000, 5 * 10**9, 2 * 10**12)
        ),
        "",
        f"rights: {words.copyright.fill(year=year_words(2025, lang), holder='HOLDER')}",
        f"        {words.licence.fill(licence='LICENCE')}",
        "",
        f"skip: {words.skip_link}",
        f"note: {words.note.fill(n=number_words(1, lang))}",
        f"back: {words.back_to_text}",
        f"page: {words.page.fill(n=number_words(2, lang), total=number_words(14, lang))}",
        "",
        *(
            f"date: {date_words(parse_date(text), lang)}"
            for text in ("2025", "2025-06", "2025-06-05", "2025-06-05T14:30:00+08:00")
        ),
        *(
            f"moment: {moment_words(until, timezone, lang)}"
            for timezone in ("Europe/London", "America/New_York", "Asia/Kolkata", "Etc/GMT+3")
        ),
        f"names: {join_words(('A', 'B'), lang)} | {join_words(('A', 'B', 'C'), lang)}",
        f"language: {language_name(lang)}",
        f"number: {number_words(1_234_567, lang)}",
    ]
    return [line.replace("\u00a0", "␣") for line in lines]


MIME_OF_EACH_FAMILY = (
    "application/pdf",
    "image/jpeg",
    "video/mp4",
    "audio/mpeg",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "text/plain",
    "text/html",
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_plural_forms_are_those_of_the_language(lang: str) -> None:
    words = words_for(lang)
    wanted = {"other", *locale_for(lang).plural_form.tags}
    for plural in (words.files, words.bytes):
        assert {each.name for each in fields(Plural) if getattr(plural, each.name) is not None} == wanted


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_form_without_its_count_stands_for_one_number_only(lang: str) -> None:
    words, rule = words_for(lang), locale_for(lang).plural_form
    for plural in (words.files, words.bytes):
        silent = [n for n in range(200) if plural.fill(rule(n), count="#").find("#") < 0]
        assert len({rule(n) for n in silent}) == len(silent), f"one phrase for several counts: {silent}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_text_is_tidy(lang: str) -> None:
    for key, text in _texts(read(lang)):
        assert text == unicodedata.normalize("NFC", text), key
        assert not {unicodedata.category(char) for char in text} & {"Cc", "Cf", "Zl", "Zp"}, key
        assert "  " not in text and text.strip("\n") == text, key
        if key not in ("aside", "comma"):
            assert text == text.strip(), key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_are_in_the_script_of_their_language(lang: str) -> None:
    script = SCRIPTS.get(lang)
    if script is None:
        script = "CJK" if lang.startswith("zh") else {"ja": "", "ko": "HANGUL"}.get(lang, "LATIN")
    for key, text in _texts(read(lang)):
        letters = [char for char in "".join(_words_of(Phrase(text))) if char.isalpha()]
        if script and letters and key not in LATIN_EVERYWHERE:
            assert any(unicodedata.name(char).startswith(script) for char in letters), f"{key}: {text}"


LATIN_EVERYWHERE = frozenset(
    {"email", "kilobytes", "megabytes", "gigabytes", "terabytes", "bytes", "vague_links"}
)
"""Words that many languages borrow as they are."""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_label_stands_before_its_value(lang: str) -> None:
    first, mark, second = words_for(lang).labelled.pieces()
    assert (first, second) == (Slot("label"), Slot("value"))
    assert mark in (": ", "\u00a0: ", "：")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_vague_links_are_lower_case_and_told_once(lang: str) -> None:
    links = words_for(lang).vague_links
    assert len(links) >= 30
    assert [link for link in links if link != link.lower().strip()] == []
    assert len(set(links)) == len(links)


def test_no_label_of_the_toolkit_that_is_a_link_is_a_vague_link() -> None:
    for lang in LANGUAGES:
        words = words_for(lang)
        linked = (
            words.back_to_text,
            words.skip_link,
            words.contact_card.fill(name="N"),
            words.note.fill(n="1"),
        )
        assert [text for text in linked if text.lower() in words.vague_links] == [], lang


def _words_of(phrase: Phrase) -> list[str]:
    return [piece for piece in phrase.pieces() if isinstance(piece, str)]


def _texts(words: Words) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for each in fields(words):
        match getattr(words, each.name):
            case str(text):
                found.append((each.name, text))
            case Phrase(text):
                found.append((each.name, text))
            case Plural() as plural:
                forms = (getattr(plural, form.name) for form in fields(plural))
                found.extend((each.name, form.text) for form in forms if form is not None)
            case tuple(links):
                found.extend((each.name, link) for link in links)
    return [(key, text) for key, text in found if key != "lang"]


# ---------------------------------------------------------------- which words


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "en"),
        ("en-HK", "en"),
        ("EN_us", "en"),
        ("en-Latn-GB", "en"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-SG", "zh-Hans"),
        ("zh-HK", "zh-Hant"),
        ("zh-MO", "zh-Hant"),
        ("zh-Hant", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh-TW", "zh-Hant-TW"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("cmn-Hans", "zh-Hans"),
        ("zh-yue-HK", "zh-Hant"),
        ("yue", "zh-Hant"),
        ("pt", "pt"),
        ("pt-BR", "pt"),
        ("pt-AO", "pt"),
        ("pt-PT", "pt-PT"),
        ("fr-CA", "fr"),
        ("de-CH-1996", "de"),
        ("es-419", "es"),
        ("ar-EG-u-nu-latn", "ar"),
        ("iw", "he"),
    ],
)
def test_words_that_fit(lang: str, expected: str) -> None:
    assert words_for(lang).lang == expected
    assert has_words(lang)


@pytest.mark.parametrize(
    "lang",
    [
        "sv",
        "tlh",
        "x-klingon",
        "i-klingon",
        "",
        "-",
        "und",
        "hi-Latn",
        "ar-Latn",
        "zh-Latn",
        "../en",
        "e" * 500,
    ],
)
def test_english_for_all_other_languages(lang: str) -> None:
    assert words_for(lang).lang == "en"
    assert not has_words(lang)
    assert words_lang(lang) == "en"


def test_words_are_marked_with_the_language_of_the_release_where_it_is_theirs() -> None:
    assert words_lang("en-HK") == "en-HK"
    assert words_lang("zh-HK") == "zh-HK"
    assert words_lang("iw") == "iw"
    assert words_lang("yue-HK") == "zh-Hant"


# ---------------------------------------------------------------- phrases


def test_phrase_is_filled_and_taken_apart() -> None:
    page = Phrase("Page {n} of {total}")
    assert page.fill(n="{total}", total="9") == "Page {total} of 9"
    assert page.pieces() == ("Page ", Slot("n"), " of ", Slot("total"))
    assert page.slots == {"n", "total"}


@pytest.mark.parametrize("values", [{}, {"n": "1"}, {"n": "1", "total": "2", "more": "3"}])
def test_phrase_wants_exactly_its_slots(values: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        Phrase("Page {n} of {total}").fill(**values)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ((), "{name}, {title}, {organisation}"),
        (("title",), "{name}, {organisation}"),
        (("organisation",), "{name}, {title}"),
        (("name",), "{title}, {organisation}"),
        (("name", "title"), "{organisation}"),
        (("title", "organisation"), "{name}"),
        (("name", "title", "organisation"), ""),
    ],
)
def test_phrase_without_some_slots(names: tuple[str, ...], expected: str) -> None:
    assert Phrase("{name}, {title}, {organisation}").without(*names).text == expected


def test_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="not a kind of release: memo"):
        words_for("en").kind("memo")


# ---------------------------------------------------------------- faults of a data file


def _table() -> dict[str, Any]:
    folder = files("prexport.document.words")
    return tomllib.loads(folder.joinpath("en.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"hold": None}, "missing or unknown keys: hold"),
        ({"hodl": "Hold"}, "missing or unknown keys: hodl"),
        ({"hold": ""}, "hold: not what belongs here: ''"),
        ({"hold": "Hold {now}"}, "hold: not what belongs here"),
        ({"hold": 7}, "hold: not what belongs here: 7"),
        ({"page": "Page {n}"}, r"page: needs each of \['n', 'total'\] once, has \['n'\]"),
        ({"page": "{n} {n} {total}"}, "page: needs each of"),
        ({"files": "{count} files"}, "files: not what belongs here"),
        ({"files": {"one": "one file"}}, "files: not what belongs here"),
        ({"files": {"other": "{count} files", "lots": "{count} files"}}, "files: not what belongs here"),
        ({"files": {"other": "{number} files"}}, r"files: needs each of \['count'\] once, has \['number'\]"),
        ({"vague_links": "here"}, "vague_links: not what belongs here: 'here'"),
    ],
)
def test_faulty_data_file_is_refused(change: dict[str, Any], message: str) -> None:
    table = {key: value for key, value in (_table() | change).items() if value is not None}
    with pytest.raises(ValueError, match=message):
        words_from(table, "xx")
