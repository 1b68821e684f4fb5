"""Language tags (BCP 47): are they well formed, what are their parts, and what do they leave unsaid."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from prexport.records import dataclass

# RFC 5646, 2.1, `langtag`. Tags without a language (`x-…`, `i-…`) are left out: no voice can read them.
LANGUAGE_PATTERN = (
    r"^([A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})"
    r"(-[A-Za-z]{4})?"
    r"(-([A-Za-z]{2}|[0-9]{3}))?"
    r"(-([0-9A-Za-z]{5,8}|[0-9][0-9A-Za-z]{3}))*"
    r"(-[0-9A-WY-Za-wy-z](-[0-9A-Za-z]{2,8})+)*"
    r"(-[xX](-[0-9A-Za-z]{1,8})+)?$"
)
_LANGUAGE = re.compile(LANGUAGE_PATTERN)


def is_language_tag(tag: str) -> bool:
    """Tell whether the tag is well formed: RFC 5646, 2.2.9, with neither a variant nor a singleton twice."""
    if len(tag) > 100 or not tag.isascii() or not _LANGUAGE.fullmatch(tag):
        return False
    public = tag.lower().partition("-x-")[0].split("-")
    singletons = [subtag for subtag in public if len(subtag) == 1]
    first = public.index(singletons[0]) if singletons else len(public)
    variants = [subtag for subtag in public[1:first] if len(subtag) > 4 or subtag[0].isdigit()]
    return len(set(singletons)) == len(singletons) and len(set(variants)) == len(variants)


@dataclass(frozen=True, slots=True)
class Tag:
    """The parts of a language tag that decide words, direction and formats; "" for a part that is not there.

    `numbering` and `calendar` come from the Unicode extension: `ar-EG-u-nu-latn`, `th-u-ca-gregory`.
    """

    language: str
    script: str = ""
    region: str = ""
    numbering: str = ""
    calendar: str = ""

    def __str__(self) -> str:
        """The tag without variants and extensions."""
        return "-".join(part for part in (self.language, self.script, self.region) if part)


@lru_cache(maxsize=256)
def parse_tag(lang: str) -> Tag:
    """Take a tag apart (RFC 5646 2.1); never raises: what is no language becomes `und`.

    An extended language counts as the language (`zh-yue-HK` is `yue-HK`, RFC 5646 3.4). Private-use tags
    (`x-klingon`) are `und`.
    """
    parts = lang.replace("_", "-").lower().split("-")
    language = parts.pop(0)
    if not (language.isascii() and language.isalpha() and 2 <= len(language) <= 8):
        return Tag("und")
    if parts and len(language) <= 3 and len(parts[0]) == 3 and parts[0].isalpha():
        language = parts.pop(0)
    script = parts.pop(0).title() if parts and len(parts[0]) == 4 and parts[0].isalpha() else ""
    region = parts.pop(0).upper() if parts and _is_region(parts[0]) else ""
    return Tag(language, script, region, _extension(parts, "nu"), _extension(parts, "ca"))


def maximise(lang: str) -> str:
    """Add the likely script and region (CLDR): `zh-HK` is `zh-Hant-HK`, `en` is `en-Latn-US`.

    Variants and extensions are dropped, outdated codes replaced (`iw` is `he`). A language that CLDR
    doesn't know keeps the parts that it has.
    """
    return str(maximised(lang))


@lru_cache(maxsize=256)
def maximised(lang: str) -> Tag:
    """Give the same as `maximise`, taken apart, with the extension that was there."""
    from babel.core import get_global

    tag = parse_tag(lang)
    if tag.language == "und":
        return tag
    if alias := get_global("language_aliases").get(tag.language):
        tag = _completed(replace(tag, language=parse_tag(alias).language), alias)
    likely = get_global("likely_subtags")
    language, script, region = tag.language, tag.script, tag.region
    for key in ((language, script, region), (language, region), (language, script), (language,)):
        if found := likely.get("_".join(part for part in key if part)):
            return _completed(tag, found)
    return tag


def _completed(tag: Tag, other: str) -> Tag:
    """The tag with the script and region of another where it has none."""
    found = parse_tag(other)
    return replace(tag, script=tag.script or found.script, region=tag.region or found.region)


def _is_region(part: str) -> bool:
    return (len(part) == 2 and part.isalpha()) or (len(part) == 3 and part.isdigit())


def _extension(parts: list[str], key: str) -> str:
    """The value of `key` in the Unicode extension (`-u-`), "" when it is not given."""
    if "x" in parts:
        parts = parts[: parts.index("x")]
    if "u" not in parts:
        return ""
    inside = parts[parts.index("u") + 1 :]
    if key not in inside or inside[-1] == key:
        return ""
    value = inside[inside.index(key) + 1]
    return value if len(value) > 2 else ""
