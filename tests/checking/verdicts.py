"""What the judges from outside say of a mutated file, each alone: veraPDF, the Open XML SDK, axe."""

from __future__ import annotations

from pathlib import Path

from checking.mutations.mutation import Format
from prexport.checks import axe, ooxml, verapdf
from prexport.checks.browser import Browser

# What the unmutated PDF claims; a mutation may take the claim away, and is judged by it all the same.
_CLAIMED = ("3a", "ua1")
# What axe says beyond WCAG: it can't decide, or would rather have it otherwise.
_BEYOND = ("undecided", "best-practice")
JUDGES: dict[Format, str] = {"pdf": "veraPDF", "docx": "Open XML SDK", "html": "axe"}


def caught_alone(path: Path, format_: Format, browser: Browser) -> bool:
    """Whether the judge of the format finds any fault in the file."""
    match format_:
        case "pdf":
            return bool(verapdf.validate(path, _CLAIMED))
        case "docx":
            return bool(ooxml.validate(path, ["Microsoft365"]))
        case "html":
            return any(failure.standard not in _BEYOND for failure in axe.check(browser, path))
