"""Lists as Word counts them (17.9): which kind, from where, and which number an item has."""

from __future__ import annotations

from dataclasses import field

from prexport.document.outline import Numbering
from prexport.opc import Element
from prexport.readers.docx.names import W, integer, value
from prexport.readers.docx.styles import indents
from prexport.records import dataclass

_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list; `left` is the indent of its text in twips."""

    kind: Numbering = "bullets"
    start: int = 1
    left: int = 0


@dataclass(slots=True)
class _Num:
    """A `w:num`: a use of the abstract list `abstract`, with levels and beginnings of its own."""

    abstract: str
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)


class Lists:
    """The lists of one document, counted from its first paragraph to its last."""

    def __init__(self, part: Element | None) -> None:
        """Take them from the part `numbering.xml`, if there is one."""
        self._levels: dict[str, dict[int, Level]] = {}
        self._nums: dict[str, _Num] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if part is None:
            return
        for element in part.iterchildren(W + "abstractNum"):
            self._levels[value(element, "abstractNumId")] = _levels(element)
        for element in part.iterchildren(W + "num"):
            num = _Num(value(element.find(W + "abstractNumId")))
            for override in element.iterchildren(W + "lvlOverride"):
                place = integer(value(override, "ilvl"))
                num.levels |= _levels(override)
                start = override.find(W + "startOverride")
                if start is not None:
                    num.starts[place] = integer(value(start), 1)
            self._nums[value(element, "numId")] = num

    def __contains__(self, number: str) -> bool:
        """Whether there is a list of this number."""
        return number in self._nums

    def level(self, number: str, place: int) -> Level:
        """How the list `number` looks at a level."""
        num = self._nums[number]
        return num.levels.get(place) or self._levels.get(num.abstract, {}).get(place) or Level()

    def count(self, number: str, place: int) -> int:
        """The number of the next item of the list `number` at a level; to be asked once for each item."""
        num = self._nums[number]
        counts = self._counts.setdefault(num.abstract, {})
        if place in num.starts and place not in num.begun:
            counts[place] = num.starts[place]
        elif place in counts:
            counts[place] += 1
        else:
            counts[place] = self.level(number, place).start
        num.begun.add(place)
        # Deeper levels begin anew.
        for deeper in [each for each in counts if each > place]:
            del counts[deeper]
        return counts[place]


def within(level: int) -> int:
    """A level that Word has."""
    return min(max(level, 0), _LEVELS - 1)


def _levels(element: Element) -> dict[int, Level]:
    return {
        integer(value(each, "ilvl")): Level(
            "bullets" if value(each.find(W + "numFmt")) in ("bullet", "none") else "numbers",
            integer(value(each.find(W + "start")), 1),
            indents(each.find(W + "pPr")).get("left", 0),
        )
        for each in element.iterchildren(W + "lvl")
    }
