"""Which script, and which regional shapes of it, a language is written in."""

from __future__ import annotations

from functools import lru_cache

from prexport.release.languages import maximised


@lru_cache(maxsize=512)
def script_keys(lang: str) -> tuple[str, ...]:
    """Give the keys under which a brand may know the script of `lang`, the most specific first.

    "zh-HK" gives ("Hant-HK", "Hant"), "ar" gives ("Arab-EG", "Arab"); what Unicode's likely subtags (in Babel)
    do not know is taken for Latin. Macau writes as Hong Kong does.
    """
    tag = maximised(lang)
    script = tag.script or "Latn"
    region = "HK" if tag.region == "MO" else tag.region
    return (f"{script}-{region}", script) if region else (script,)
