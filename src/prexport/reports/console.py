"""Colours for terminals: which words of a report are painted, and whether at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TextIO

Paint = Callable[[str, str], str]
"""Takes a style's name ("error", "warning", "notice", "place", "mend", "gutter") and a text; gives the painted text."""

# SGR parameters (ECMA-48 8.3.117). Bold and the terminal's own palette: legible on dark and light grounds alike.
_STYLES = {
    "error": "1;31",
    "warning": "1;33",
    "notice": "1;36",
    "place": "1",
    "mend": "32",
    "gutter": "2",
}


def plain(style: str, text: str) -> str:
    """No paint at all."""
    return text


def painted(style: str, text: str) -> str:
    """`text` in the colour of `style`."""
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def paint_for(stream: TextIO) -> Paint:
    """Colours when a person is looking and hasn't declined them (NO_COLOR, see no-color.org, or TERM=dumb)."""
    declined = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    if declined or not stream.isatty() or sys.platform == "win32":
        return plain
    return painted
