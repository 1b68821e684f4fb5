"""Words that nobody marked, in a script that tells their language by itself (WCAG 3.1.2).

Greek, Hebrew, Thai and hangul are each written for one living language, kana for Japanese; a voice for English can only
spell them. Cyrillic, Arabic, Devanagari and Han tell no language: there the author must say which it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from prexport.records import dataclass
from prexport.release.languages import parse_tag

# Between words of a run, never at its ends.
_BETWEEN = r"[ \u00a0.,:;'’·״׳־-]{1,3}"


@dataclass(frozen=True, slots=True)
class _Script:
    """The language that a script tells, all that are written in it, its codes (ISO 15924), and what its words are.

    A run of words has at least `least` letters: fewer may be a sign, like those of micrometres and angles.
    """

    lang: str
    languages: frozenset[str]
    codes: frozenset[str]
    letter: re.Pattern[str]
    run: re.Pattern[str]
    least: int


def _script(lang: str, others: str, codes: str, letters: str, least: int, beside: str = "") -> _Script:
    """`beside` are characters that stand in its words and in those of other scripts."""
    word = f"[{letters}{beside}]"
    run = re.compile(rf"{word}+(?:{_BETWEEN}{word}+)*")
    languages = frozenset({lang, *others.split()})
    return _Script(lang, languages, frozenset(codes.split()), re.compile(f"[{letters}]"), run, least)


_SCRIPTS = (
    _script("el", "grc pnt", "Grek", "\u0370-\u03ff\u1f00-\u1fff", 3, "\u0300-\u036f"),
    _script("he", "iw yi lad", "Hebr", "\u0590-\u05ff\ufb1d-\ufb4f", 2),
    _script("th", "", "Thai", "\u0e01-\u0e3a\u0e40-\u0e5b", 2),
    _script("ko", "", "Kore Hang", "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3", 2),
    _script(
        "ja", "ryu ain", "Jpan Hrkt Kana Hira", "\u3041-\u3096\u30a1-\u30fa", 2, "\u30fc\u3005\u4e00-\u9fff"
    ),
)
_ANY = re.compile(
    "[\u0370-\u03ff\u0590-\u05ff\u0e01-\u0e5b\u1100-\u11ff\u1f00-\u1fff\u3041-\u30fa\u3131-\u318e\uac00-\ud7a3\ufb1d-\ufb4f]"
)


def by_language(text: str, lang: str) -> Iterator[tuple[str, str | None]]:
    """The pieces of a text in `lang`, each with the language that its script tells, None where that is `lang`."""
    if not _ANY.search(text):
        yield text, None
        return
    position = 0
    for start, end, told in sorted(_found(text, lang)):
        if start > position:
            yield text[position:start], None
        yield text[start:end], told
        position = end
    if position < len(text):
        yield text[position:], None


def _found(text: str, lang: str) -> Iterator[tuple[int, int, str]]:
    for script in _foreign_to(lang):
        for run in script.run.finditer(text):
            if len(script.letter.findall(run.group())) >= script.least:
                yield run.start(), run.end(), script.lang


@lru_cache(maxsize=64)
def _foreign_to(lang: str) -> tuple[_Script, ...]:
    tag = parse_tag(lang)
    return tuple(
        script
        for script in _SCRIPTS
        if tag.language not in script.languages and tag.script not in script.codes
    )
