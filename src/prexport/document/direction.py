"""The direction of a language: which side its lines start from."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from prexport.release.languages import parse_tag

if TYPE_CHECKING:
    from prexport.document.tree import Direction

_SCRIPTS = frozenset(
    {"Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"}
)
"""Scripts in use that run from right to left (Unicode: bidi class R or AL)."""

# fmt: off
_LANGUAGES = frozenset({
    "acm", "acq", "aeb", "afb", "aii", "apc", "apd", "ar", "arb", "arq", "ars", "ary", "arz", "ayl", "azb",
    "bal", "bgn", "bqi", "brh", "ckb", "dcc", "dv", "fa", "fia", "gbz", "glk", "haz", "he", "hnd", "hno",
    "iw", "ji", "khw", "ks", "lah", "lki", "lrc", "luz", "mzn", "nqo", "ota", "pbt", "pbu", "pes", "pnb",
    "prs", "ps", "pst", "rhg", "sd", "sdh", "shu", "skr", "swb", "syc", "syr", "trw", "ug", "ur", "yi",
})
# fmt: on
"""Languages that are written in such a script unless their tag says otherwise."""

_REGIONS = {
    "az": frozenset({"IQ", "IR"}),
    "ha": frozenset({"CM", "SD"}),
    "kk": frozenset({"AF", "CN", "IR", "MN"}),
    "ku": frozenset({"LB"}),
    "ky": frozenset({"CN"}),
    "ms": frozenset({"CC"}),
    "pa": frozenset({"PK"}),
    "tg": frozenset({"PK"}),
    "uz": frozenset({"AF"}),
}
"""Languages that are written in the Arabic script in these regions only."""

_ELSEWHERE = {"sd": frozenset({"IN"}), "ug": frozenset({"KZ", "MN"})}
"""Languages of `_LANGUAGES` that are written from the left in these regions."""


@lru_cache(maxsize=256)
def direction_of(lang: str) -> Direction:
    """Say whether text in `lang` starts at the left or at the right; an explicit script decides.

    The tables are CLDR's likely scripts, copied small so that no library has to be loaded; a test holds
    them against CLDR. A tag that is not known runs from left to right.
    """
    tag = parse_tag(lang)
    if tag.script:
        return "rtl" if tag.script in _SCRIPTS else "ltr"
    if tag.language in _LANGUAGES:
        return "ltr" if tag.region in _ELSEWHERE.get(tag.language, ()) else "rtl"
    return "rtl" if tag.region in _REGIONS.get(tag.language, ()) else "ltr"
