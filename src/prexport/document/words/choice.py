"""Which words go with which language."""

from __future__ import annotations

from functools import cache, lru_cache

from prexport.document.words.wordlist import Words, available, read
from prexport.release.languages import maximised, parse_tag

FALLBACK = "en"

_BORROWED = {"yue": "zh"}
"""Languages that print the labels of another: releases written in Cantonese carry Chinese ones."""


def words_for(lang: str) -> Words:
    """Give the words that fit a language best, English ones when there are none; never raises.

    `zh-HK` gets `zh-Hant`, `zh` gets `zh-Hans`, `pt-BR` gets `pt`, `en-HK` gets `en`. A script that the words
    are not written in doesn't fit: Hindi in Latin letters (`hi-Latn`) gets English.
    """
    return _words(_list_for(lang) or FALLBACK)


def has_words(lang: str) -> bool:
    """Whether the toolkit has words for this language, of its own or borrowed ones."""
    return _list_for(lang) is not None


def words_lang(lang: str) -> str:
    """Say which language to mark the toolkit's words with in a release in `lang`, and to date them in.

    That is `lang` itself, region and all, where the words are of that language, else the words' own.
    """
    words = words_for(lang)
    return lang if parse_tag(words.lang).language == maximised(lang).language else words.lang


@lru_cache(maxsize=256)
def _list_for(lang: str) -> str | None:
    tag = parse_tag(lang)
    lists = available()
    # The common cases, which need no knowledge of likely scripts, so no Babel.
    written = f"{tag.language}-{tag.script}" if tag.script else tag.language
    for name in (f"{written}-{tag.region}", written):
        if name in lists:
            return name
    full = maximised(lang)
    language = _BORROWED.get(full.language, full.language)
    for name in (
        f"{language}-{full.script}-{tag.region}",
        f"{language}-{full.script}",
        f"{language}-{tag.region}",
        language,
    ):
        if name in lists and maximised(name).script == full.script:
            return name
    return None


@cache
def _words(name: str) -> Words:
    return read(name)
