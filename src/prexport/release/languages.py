"""Language tags (BCP 47): are they well formed, and what do they say of script and region."""

from __future__ import annotations

import re

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
