"""Scripts: a text is in the script that its language is written in.

Only what cannot be right is reported: a whole text without a letter of its language, long enough to be no name;
names and acronyms in Latin letters stand in every language, and single borrowed characters in most.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources

from prexport.findings import Fault
from prexport.lint.reading import Reading, spoken
from prexport.release.languages import parse_tag

_PROSE = frozenset(
    {"paragraph", "heading", "quote", "item", "definition", "note", "summary", "caption", "text"}
    | {"headline", "subheadline", "cell", "column", "alt", "long_description"}
)

# Languages with one script; those in use with two (Serbian, Uzbek, Punjabi …) are not judged unless their tag
# names it.
_LATIN = (
    "af ca cs cy da de en es et eu fi fil fr ga gl hr hu id is it lb lt lv mt nb nl nn no pl pt ro sk sl sq sv "
    "sw tl tr vi zu"
)
_LANGUAGES: dict[str, str] = {
    **dict.fromkeys(_LATIN.split(), "LATIN"),
    **dict.fromkeys(["be", "bg", "mk", "ru", "uk"], "CYRILLIC"),
    **dict.fromkeys(["ar", "arz", "fa", "ps", "ur"], "ARABIC"),
    **dict.fromkeys(["he", "iw", "yi"], "HEBREW"),
    **dict.fromkeys(["hi", "mr", "ne", "sa"], "DEVANAGARI"),
    **dict.fromkeys(["cmn", "yue", "zh"], "HAN"),
    "am": "ETHIOPIC",
    "bn": "BENGALI",
    "el": "GREEK",
    "hy": "ARMENIAN",
    "ja": "JAPANESE",
    "ka": "GEORGIAN",
    "km": "KHMER",
    "ko": "KOREAN",
    "lo": "LAO",
    "ta": "TAMIL",
    "te": "TELUGU",
    "th": "THAI",
}
_TAGGED = {
    "Arab": "ARABIC",
    "Cyrl": "CYRILLIC",
    "Deva": "DEVANAGARI",
    "Grek": "GREEK",
    "Hang": "KOREAN",
    "Hani": "HAN",
    "Hans": "HAN",
    "Hant": "HAN",
    "Hebr": "HEBREW",
    "Jpan": "JAPANESE",
    "Kore": "KOREAN",
    "Latn": "LATIN",
    "Thai": "THAI",
}
_WRITTEN_WITH: dict[str, frozenset[str]] = {
    "HAN": frozenset({"CJK", "BOPOMOFO"}),
    "JAPANESE": frozenset({"CJK", "HIRAGANA", "KATAKANA"}),
    "KOREAN": frozenset({"HANGUL", "CJK"}),
}
_NAMES = {"CJK": "Han", "JAPANESE": "Japanese", "KOREAN": "Korean", "HAN": "Han"}
_KANA = frozenset({"HIRAGANA", "KATAKANA"})

_MANY_LETTERS = 15  # fewer may be a name
_MANY_WORDS, _MANY_SMALL_WORDS = 12, 5  # more is no name in Latin letters, however long
_MANY_FORMS = 3  # characters that only the other orthography of Chinese has
_SAMPLE = 5000  # characters that are looked at; a text that contradicts does so in its beginning


def script_faults(readings: Sequence[Reading]) -> Iterator[Fault]:
    """Judge the script of every text that is prose."""
    for reading in readings:
        if reading.field in _PROSE:
            for lang, text, offset in _by_language(reading):
                if problem := contradiction(text, lang):
                    length = 0 if text == spoken(reading).text else 1
                    yield Fault(
                        "script-contradicts-lang",
                        reading.pointer,
                        problem,
                        'Correct "lang", or mark the words: [words]{lang=zh-Hant}.',
                        offset=offset if length else 0,
                        length=length,
                    )


def _by_language(reading: Reading) -> Iterator[tuple[str, str, int]]:
    """The words of a text by language, each with the place where that language begins."""
    whole = spoken(reading)
    texts: dict[str, list[str]] = {}
    begins: dict[str, int] = {}
    for run in whole.runs:
        texts.setdefault(run.lang, []).append(whole.text[run.start : run.end])
        begins.setdefault(run.lang, run.offset)
    for lang, parts in texts.items():
        yield lang, "".join(parts)[:_SAMPLE], begins[lang]


def contradiction(text: str, lang: str) -> str:
    """What speaks against `text` being in `lang`, as a sentence; "" when nothing does."""
    expected = _expected(lang)
    if not expected:
        return ""
    counted: Counter[str] = Counter()
    for character, count in Counter(text).items():
        if script := _script(character):
            counted[script] += count
    own = _WRITTEN_WITH.get(expected, frozenset({expected}))
    foreign = {script: count for script, count in counted.items() if script not in own}
    if expected == "HAN":
        kana = sum(counted[script] for script in _KANA)
        if kana >= _MANY_LETTERS and 4 * kana > sum(counted.values()):
            return f'The text is Japanese, but its language is "{lang}".'
        return _wrong_forms(text, lang) or _unless_own(text, lang, counted, foreign)
    return _unless_own(text, lang, counted, foreign)


def _unless_own(text: str, lang: str, counted: Counter[str], foreign: dict[str, int]) -> str:
    if not foreign or sum(foreign.values()) < sum(counted.values()):
        return ""  # it has letters of its own script
    script = max(foreign, key=lambda name: (foreign[name], name))
    words = text.split()
    if script == "LATIN":
        # A sentence has small words; the name of an institution has few.
        small = sum(word[0].islower() for word in words)
        long = len(words) >= _MANY_WORDS and small >= _MANY_SMALL_WORDS
    else:
        long = foreign[script] >= _MANY_LETTERS
    if not long:
        return ""
    return f'The text is in {_NAMES.get(script, script.capitalize())} script, but its language is "{lang}".'


def _wrong_forms(text: str, lang: str) -> str:
    """Whether a Chinese text is written in the other orthography than its tag says."""
    orthography = _orthography(lang)
    if not orthography:
        return ""
    simplified, traditional = han_forms()
    counts = {
        "Hans": sum(character in simplified for character in text),
        "Hant": sum(character in traditional for character in text),
    }
    other = "Hans" if orthography == "Hant" else "Hant"
    if counts[other] < _MANY_FORMS or counts[other] <= 3 * counts[orthography]:
        return ""
    name = "Simplified" if other == "Hans" else "Traditional"
    return f'The text is in {name} Chinese, but its language is "{lang}".'


@lru_cache(maxsize=256)
def _orthography(lang: str) -> str:
    tag = parse_tag(lang)
    if tag.script:
        return tag.script if tag.script in ("Hans", "Hant") else ""
    if tag.region in ("HK", "MO", "TW"):
        return "Hant"
    return "Hans" if tag.language in ("zh", "cmn") and tag.region in ("CN", "SG") else ""


@cache
def han_forms() -> tuple[frozenset[str], frozenset[str]]:
    """The characters that only Simplified and only Traditional Chinese use (`han_forms.txt`)."""
    data = resources.files("prexport.lint").joinpath("han_forms.txt").read_text(encoding="utf-8")
    simplified, traditional = [line for line in data.splitlines() if not line.startswith("#")]
    return frozenset(simplified), frozenset(traditional)


@lru_cache(maxsize=256)
def _expected(lang: str) -> str:
    tag = parse_tag(lang)
    return _TAGGED.get(tag.script, "") if tag.script else _LANGUAGES.get(tag.language, "")


@lru_cache(maxsize=16384)
def _script(character: str) -> str:
    """The script of a letter by its Unicode name, "" for what is no letter."""
    if unicodedata.category(character)[0] != "L":
        return ""
    if character.isascii():
        return "LATIN"
    first = unicodedata.name(character, "").split(" ")
    if first[0] in ("FULLWIDTH", "HALFWIDTH") and len(first) > 1:
        return first[1]
    # ª, º, µ and the like are at home everywhere.
    return first[0] if first[0] in _SCRIPTS else ""


_SCRIPTS = frozenset(_LANGUAGES.values()) - {"HAN", "JAPANESE", "KOREAN"} | frozenset().union(
    *_WRITTEN_WITH.values()
)
