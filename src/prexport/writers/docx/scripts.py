"""How Word sees languages: three kinds of script, each with its own font and its own language of a run.

ISO/IEC 29500-1, 17.3.2.26 (`rFonts`) and 17.3.2.20 (`lang`): a character is Latin, East Asian or complex.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache

from prexport.brand.languages import script_keys
from prexport.brand.tokens import Brand, FaceRole
from prexport.document.tree import Direction
from prexport.records import dataclass
from prexport.release.languages import maximise, maximised

_EAST_ASIAN = frozenset({"Hans", "Hant", "Hani", "Jpan", "Kore", "Hang", "Bopo", "Hrkt", "Hira", "Kana"})
# fmt: off
_COMPLEX = frozenset({
    "Adlm", "Arab", "Aran", "Beng", "Deva", "Gujr", "Guru", "Hebr", "Khmr", "Knda", "Laoo", "Mlym", "Mong", "Mymr",
    "Nkoo", "Orya", "Rohg", "Sinh", "Syrc", "Taml", "Telu", "Thaa", "Thai", "Tibt",
})
# fmt: on


# A first look at a text: hangul, and all that comes after the signs that Latin text is full of.
_BEYOND_LATIN = re.compile("[^\x00-\u10ff\u1200-\u2e7f]")


@cache
def _east_asian_letter() -> re.Pattern[str]:
    """Letters that are East Asian to Word whatever the language of their run (17.3.2.26); slow to compile."""
    return re.compile(
        "[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
        "\U0001b000-\U0001b2ff\U00020000-\U0003ffff]"
    )


class Slot(StrEnum):
    """Which of a run's fonts and languages counts."""

    LATIN = "latin"
    EAST_ASIAN = "east-asian"
    COMPLEX = "complex"


def has_east_asian(words: str) -> bool:
    """Whether a letter of `words` is Han, kana, hangul or a form as wide as these."""
    if words.isascii() or _BEYOND_LATIN.search(words) is None:
        return False
    return _east_asian_letter().search(words) is not None


@lru_cache(maxsize=256)
def slot_of(lang: str) -> Slot:
    """The kind of script that `lang` is written in."""
    script = script_keys(lang)[-1]
    if script in _EAST_ASIAN:
        return Slot.EAST_ASIAN
    return Slot.COMPLEX if script in _COMPLEX else Slot.LATIN


@lru_cache(maxsize=256)
def word_lang(lang: str) -> str:
    """The tag that Word knows: language and region, a script only where these don't tell it (`sr-Latn-RS`).

    `zh-Hant-HK` is `zh-HK`, `fr` is `fr-FR`; maximised, both mean the same as before.
    """
    tag = maximised(lang)
    if not tag.region:
        return str(tag)
    short = f"{tag.language}-{tag.region}"
    return short if maximise(short) == str(tag) else str(tag)


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of a document's three slots, as BCP 47 tags."""

    latin: str
    east_asian: str
    complex: str


def document_languages(brand: Brand, lang: str) -> Languages:
    """What unmarked text of a document in `lang` is taken for.

    Its own language in every slot that can hold it; Han in an English text looks as in the brand's first family
    for Han, Arabic letters are Arabic.
    """
    slot = slot_of(lang)
    return Languages(
        latin=lang,
        east_asian=lang if slot is Slot.EAST_ASIAN else _han_of(brand, lang),
        complex=lang if slot is Slot.COMPLEX else "ar",
    )


def _han_of(brand: Brand, lang: str) -> str:
    first = next((name for name in brand.font_stack(lang) if brand.families[name].external), "")
    return {"HK": "zh-HK", "TC": "zh-TW", "JP": "ja-JP", "KR": "ko-KR"}.get(first[-2:], "zh-CN")


def family(brand: Brand, lang: str, face: FaceRole) -> str:
    """The name of the family for text in `lang` in the slot of its script.

    A Latin letter in a Chinese or Arabic text stands in the brand's Latin family: that is another slot.
    """
    script = brand.script(lang)
    own = {"text": script.text, "headline": script.headline or script.text, "mono": script.mono}[face]
    latin = {"text": brand.text, "headline": brand.headline, "mono": brand.mono}[face]
    if slot_of(lang) is Slot.LATIN:
        return (own or latin)[0]
    return (own or script.text or brand.font_stack(lang, face))[0]


# ---------------------------------------------------------------- direction of what stands in a line

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_HAS_RTL = re.compile(f"[{_RTL}]")
_LETTER = rf"(?![{_RTL}])[^\W\d_]"
# From a letter to the last letter or figure before the text turns back (UAX #9, W7 and N1).
_LTR_WORDS = rf"(?:{_LETTER})(?:[^{_RTL}]*(?:(?:{_LETTER})|[0-9]))?"
# The groups of a telephone number would come out in reverse order between Arabic or Hebrew words (UAX #9, N1).
_TELEPHONE = r"\+[\d (). /-]{5,}\d|\(?\d[\d (). -]{5,}\d"
# From the first right-to-left letter to the last.
_RTL_WORDS = rf"[{_RTL}](?:(?:(?!{_LETTER}).)*[{_RTL}])?"


def reads_left_to_right(words: str) -> bool:
    """Whether no letter of `words` is written from right to left."""
    return _HAS_RTL.search(words) is None


def directions(words: str, direction: Direction) -> list[tuple[str, bool]]:
    """`words` in pieces, each with whether it runs from right to left; Word wants it said of every run.

    `w:rtl` must not be set on letters that run from the left (17.3.2.30), nor be missing on those that don't.
    """
    rtl = direction == "rtl"
    if not rtl and reads_left_to_right(words):
        return [(words, False)] if words else []
    pieces: list[tuple[str, bool]] = []
    position = 0
    for island in re.finditer(f"{_TELEPHONE}|{_LTR_WORDS}" if rtl else _RTL_WORDS, words):
        start, end = island.span()
        # A bracket that opens inside closes inside.
        if island.group().count("(") > island.group().count(")") and words[end : end + 1] == ")":
            end += 1
        if start > position:
            pieces.append((words[position:start], rtl))
        pieces.append((words[start:end], not rtl))
        position = end
    if position < len(words):
        pieces.append((words[position:], rtl))
    return pieces


def needs_mark(words: str) -> bool:
    """Whether a left-to-right island has nothing at its start that tells its direction: a telephone number."""
    return not words[:1].isalpha()
