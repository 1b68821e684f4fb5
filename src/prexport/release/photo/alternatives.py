"""Which of a photo's alternative texts speaks the language of the figure."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

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
    language, script, region = _likely(lang)
    same = [
        (found[2] != region, text)
        for tag, text in alternatives
        if tag != "x-default" and (found := _likely(tag))[:2] == (language, script)
    ]
    if same:
        return min(same, key=lambda candidate: candidate[0])[1]
    if len(alternatives) != 1:
        return None
    [(tag, text)] = alternatives
    return text if tag == "x-default" and _is_written_in(text, script) else None


def _likely(tag: str) -> tuple[str, str, str]:
    """Language, script and region of a tag, what it leaves out filled in (CLDR's likely subtags)."""
    from babel.core import get_global

    language, *rest = tag.lower().split("-")
    script = next((part.title() for part in rest[:2] if len(part) == 4 and part.isalpha()), "")
    region = next((part.upper() for part in rest[:2] if len(part) == 2 or part.isdigit()), "")
    known = get_global("likely_subtags")
    for parts in ((language, script, region), (language, region), (language, script), (language,)):
        if full := known.get("_".join(filter(None, parts))):
            _, likely_script, likely_region = full.split("_")
            return language, script or likely_script, region or likely_region
    return language, script, region


def _is_written_in(text: str, script: str) -> bool:
    """Whether most letters of a text belong to a script; True for scripts that are not judged."""
    prefixes = _LETTERS.get(script)
    if prefixes is None:
        return True
    letters = Counter(
        unicodedata.name(character, "").startswith(prefixes) for character in text if character.isalpha()
    )
    return letters[True] >= letters[False]
