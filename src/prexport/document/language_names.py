"""Names: of languages in themselves, and several of anything in one phrase (through Babel)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from prexport.document.locales import locale_for, tidied, value_lang
from prexport.document.words import words_for
from prexport.release.languages import maximised

_CITIES = {"HK": "Asia/Hong_Kong", "MO": "Asia/Macau"}
"""Regions that CLDR names by their constitutional status; their cities have the plain name."""


def language_name(lang: str) -> str:
    """Name a language in itself, as an item of a list: `Français`, `繁體中文`, `العربية`.

    Scripts are told apart where the language has a name for each, regions are not. A language that has no
    name for itself in CLDR gets its English one, and one without any is its own tag: see `value_lang` for
    marking it.
    """
    tag = maximised(lang)
    names = locale_for(lang).languages
    name = names.get(f"{tag.language}_{tag.script}") or names.get(tag.language)
    return _opened(tidied(name)) if name and tag.language != "und" else lang


def language_names(langs: Sequence[str]) -> tuple[str, ...]:
    """Name several languages in themselves; those that would share a name get a region.

    `Português` alone, but `Português (Brasil)` beside `Português europeu`.
    """
    names = tuple(language_name(lang) for lang in langs)
    often = Counter(names)
    return tuple(
        _regional_name(lang, name) if often[name] > 1 else name
        for lang, name in zip(langs, names, strict=True)
    )


def join_words(items: Sequence[str], lang: str) -> str:
    """Join names as `lang` lists them: `A, B and C`, `A、B及C`."""
    from babel.lists import format_list

    return tidied(format_list(items, locale=locale_for(lang)))


def _regional_name(lang: str, name: str) -> str:
    from babel.dates import get_timezone_location

    tag = maximised(lang)
    locale = locale_for(lang)
    if own := locale.languages.get(f"{tag.language}_{tag.region}"):
        return _opened(tidied(own))
    if city := _CITIES.get(tag.region):
        region = get_timezone_location(city, locale=locale, return_city=True)
    else:
        region = locale.territories.get(tag.region, "")
    return name + words_for(value_lang(lang)).aside.fill(text=tidied(region)) if region else name


def _opened(name: str) -> str:
    """Begin with a capital where the script has title case (Georgian capitals are none)."""
    return name[:1].title() + name[1:]
