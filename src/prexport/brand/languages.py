"""Which script, and which regional shapes of it, a language is written in."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=512)
def script_keys(lang: str) -> tuple[str, ...]:
    """Give the keys under which a brand may know the script of `lang`, the most specific first.

    "zh-HK" gives ("Hant-HK", "Hant"), "ar" gives ("Arab-EG", "Arab"); what Unicode's likely subtags (in Babel)
    do not know is taken for Latin. Macau writes as Hong Kong does.
    """
    from babel.core import get_global

    subtags = lang.split("-")
    language = subtags[0].lower()
    script = next((tag.title() for tag in subtags[1:] if len(tag) == 4 and tag.isalpha()), "")
    region = next((tag.upper() for tag in subtags[1:] if len(tag) == 2 and tag.isalpha()), "")
    known = get_global("likely_subtags")
    candidates = ((language, script, region), (language, script), (language, region), (language,))
    for parts in candidates:
        likely = known.get("_".join(part for part in parts if part))
        if likely:
            subtags = likely.split("_")
            script = script or next(tag for tag in subtags[1:] if len(tag) == 4)
            region = region or next((tag for tag in subtags[1:] if len(tag) == 2), "")
            break
    script = script or "Latn"
    region = "HK" if region == "MO" else region
    return (f"{script}-{region}", script) if region else (script,)
