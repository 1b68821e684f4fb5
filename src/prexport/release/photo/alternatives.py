"""Which of a photo's alternative texts speaks the language of the figure."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

from prexport.release.languages import maximised

# How the names of a script's letters begin in Unicode; languages in other scripts are not judged.
_LETTERS = {
    "Latn": ("LATIN",),
    "Grek": ("GREEK",),
    "Cyrl": ("CYRILLIC",),
    "Arab": ("ARABIC",),
    "Hebr": ("HEBREW",),
    "Deva": ("DEVANAGARI",),
    "Thai": ("THAI",),
    "Hans": ("CJK",),
    "Hant": ("CJK",),
    "Jpan": ("CJK", "HIRAGANA", "KATAKANA"),
    "Kore": ("HANGUL", "CJK"),
}


def choose(alternatives: Sequence[tuple[str, str]], lang: str) -> str | None:
    """The text in `lang` (BCP 47) out of (language, text) pairs, or None when there is none.

    The same language in the same script will do, the same region first: `en-HK` takes `en-GB`, `zh-HK` takes
    `zh-Hant` but never `zh-CN`. Many programs write one text under `x-default` and name no language; it is
    taken when it is the only one and its letters are of the script of `lang`.
    """
    exact = {tag.lower(): text for tag, text in reversed(alternatives)}.get(lang.lower())
    if exact:
        return exact
    wanted = maximised(lang)
    same = [
        (found.region != wanted.region, text)
        for tag, text in alternatives
        if tag != "x-default"
        and ((found := maximised(tag)).language, found.script) == (wanted.language, wanted.script)
    ]
    if same:
        return min(same, key=lambda candidate: candidate[0])[1]
    if len(alternatives) != 1:
        return None
    [(tag, text)] = alternatives
    return text if tag == "x-default" and _is_written_in(text, wanted.script) else None


def _is_written_in(text: str, script: str) -> bool:
    """Whether most letters of a text belong to a script; True for scripts that are not judged."""
    prefixes = _LETTERS.get(script)
    if prefixes is None:
        return True
    letters = Counter(
        unicodedata.name(character, "").startswith(prefixes) for character in text if character.isalpha()
    )
    return letters[True] >= letters[False]
