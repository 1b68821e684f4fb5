"""`numbering.xml`: real lists, so that numbers and bullets are never typed text."""

from __future__ import annotations

from prexport.writers.docx.markup import Xml, declared, part, run_properties, twips, w
from prexport.writers.docx.sheet import LIST_STEP_PT

_LEVELS = 9  # as many as Word has (17.9.6)
_BULLETS = ("•", "–")
_BULLET_LIST, _NUMBER_LIST = 0, 1
BULLETED = 1
"""The number of the list that an editor continues with the style `List Bullet`."""

NUMBERED = 2
"""The number of the list that an editor continues with the style `List Number`; the release's own come after it."""


class Numbering:
    """The lists of one document, each a list of its own to Word: where two follow each other, both can be told."""

    def __init__(self) -> None:
        """Begin without lists."""
        self._lists: list[Xml] = []

    def bullets(self) -> int:
        """The number of a new bulleted list."""
        number = NUMBERED + len(self._lists) + 1
        self._lists.append(w("num", w("abstractNumId", val=_BULLET_LIST), numId=number))
        return number

    def numbers(self, level: int, start: int) -> int:
        """The number of a new numbered list whose items stand at `level` and count from `start`."""
        number = NUMBERED + len(self._lists) + 1
        override = w("lvlOverride", w("startOverride", val=start), ilvl=_within(level))
        self._lists.append(w("num", w("abstractNumId", val=_NUMBER_LIST), override, numId=number))
        return number

    def part(self) -> bytes:
        """The part `numbering.xml`."""
        return part(
            "w:numbering",
            declared("w"),
            _abstract(_BULLET_LIST, [_level(level, "bullet", _bullet(level)) for level in range(_LEVELS)]),
            _abstract(_NUMBER_LIST, [_level(level, "decimal", f"%{level + 1}.") for level in range(_LEVELS)]),
            w("num", w("abstractNumId", val=_BULLET_LIST), numId=BULLETED),
            w("num", w("abstractNumId", val=_NUMBER_LIST), numId=NUMBERED),
            *self._lists,
        )


def numbering_properties(number: int, level: int) -> Xml:
    """The `w:numPr` of an item of the list `number`; deeper levels than Word has count as the deepest."""
    return w("numPr", w("ilvl", val=_within(level)), w("numId", val=number))


def list_indent_pt(level: int) -> float:
    """Where the text of an item at `level` starts."""
    return LIST_STEP_PT * (_within(level) + 1)


def _within(level: int) -> int:
    return min(level, _LEVELS - 1)


def _bullet(level: int) -> str:
    return _BULLETS[level % len(_BULLETS)]


def _abstract(identifier: int, levels: list[Xml]) -> Xml:
    return w("abstractNum", w("multiLevelType", val="hybridMultilevel"), *levels, abstractNumId=identifier)


def _level(level: int, kind: str, words: str) -> Xml:
    indent = w("ind", left=twips(list_indent_pt(level)), hanging=twips(LIST_STEP_PT))
    # A bullet or number stays upright and light beside an item that starts in bold or italics.
    plain = run_properties(
        {"b": w("b", val=0), "bCs": w("bCs", val=0), "i": w("i", val=0), "iCs": w("iCs", val=0)}
    )
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=kind),
        w("lvlText", val=words),
        w("lvlJc", val="left"),
        w("pPr", indent),
        plain,
        ilvl=level,
    )
