"""Where in a TOML file a key is; `tomllib` doesn't tell."""

from __future__ import annotations

import re

_HEADER = re.compile(r"^\s*\[\[?\s*([^\[\]#]+?)\s*\]\]?")
_KEY = re.compile(r"^\s*([\w.\"'-]+)\s*=")


def line_of(text: str, path: str) -> int:
    """The line, counted from 1, of a key like "levels.pdf.rule" or "waivers[1].until".

    For a key that isn't there it is the line of the table that should hold it; 0 when that is written in a way that
    this doesn't follow (a table within a line).
    """
    wanted = path.split(".")
    best, depth, table = 0, 0, [""]
    counts: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            name = _plain(header[1])
            if line.lstrip().startswith("[["):
                counts[name] = counts.get(name, -1) + 1
                name = f"{name}[{counts[name]}]"
            table = name.split(".")
            here = table
        elif key := _KEY.match(line):
            here = [*(table if table != [""] else []), *_plain(key[1]).split(".")]
        else:
            continue
        if wanted[: len(here)] == here and len(here) > depth:
            best, depth = number, len(here)
    return best


def _plain(name: str) -> str:
    return "".join(character for character in name if character not in "\"' ")
