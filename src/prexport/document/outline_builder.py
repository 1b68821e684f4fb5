"""How units become an outline: the rules that hold whatever the units are read from."""

from __future__ import annotations

from dataclasses import replace

from prexport.document.outline import Outline, Role, Unit
from prexport.document.outline_words import Said

# Nothing is met where these have no words.
_WORDS = frozenset(Role) - {
    Role.LIST,
    Role.ITEM,
    Role.DEFINITION,
    Role.QUOTE,
    Role.CALLOUT,
    Role.TABLE,
    Role.HEADER_CELL,
    Role.CELL,
    Role.FIGURE,
    Role.DIVIDER,
}
# What the first words in a container must be to become the container's own.
_TAKES: dict[Role, Role] = {
    Role.ITEM: Role.PARAGRAPH,
    Role.DEFINITION: Role.PARAGRAPH,
    Role.TABLE: Role.CAPTION,
}


class OutlineBuilder:
    """Takes units in reading order and sets their depth. Used for one outline.

    `open` and `close` go in pairs around what stands in a container. `depth` and the words of an ITEM,
    DEFINITION or TABLE need not be given: the builder finds them.
    """

    def __init__(self) -> None:
        """Begin an outline."""
        self._units: list[Unit] = []
        self._open: list[Role] = []
        self._waiting: Unit | None = None  # a container that may yet take the first words in it
        self._names: list[str] = []
        self._element = ""

    @property
    def inside(self) -> Role | None:
        """The container that is open, None at the top."""
        return self._open[-1] if self._open else None

    def at(self, element: str) -> None:
        """What follows is read from the element at this path of the tag tree."""
        self._element = element

    def name(self, name: str) -> None:
        """A link leads to `name`, which belongs to the next unit that is opened or added."""
        self._names.append(name)

    def open(self, unit: Unit) -> None:
        """A container begins."""
        placed = self._placed(unit)
        self._open.append(unit.role)
        if unit.role in _TAKES and not unit.text:
            self._waiting = placed
        else:
            self._units.append(placed)

    def close(self) -> None:
        """The container that was opened last ends."""
        self._settle()
        self._open.pop()

    def add(self, unit: Unit) -> None:
        """A unit that holds no others; one that should have words and has none is left out."""
        if unit.role in _WORDS and not unit.text:
            return
        waiting = self._waiting
        if waiting is not None and unit.role is _TAKES[waiting.role]:
            self._waiting = None
            names = (*waiting.names, *self._named(unit))
            source = waiting.source if waiting.role is Role.TABLE else unit.source
            self._units.append(
                replace(waiting, text=unit.text, lang=unit.lang, marks=unit.marks, names=names, source=source)
            )
        else:
            self._units.append(self._placed(unit))

    def outline(self) -> Outline:
        """All units, the publisher's mark named as what it is."""
        return Outline(_with_logo(tuple(self._units)))

    def _placed(self, unit: Unit) -> Unit:
        self._settle()
        return replace(unit, depth=len(self._open), names=self._named(unit), element=self._element)

    def _named(self, unit: Unit) -> tuple[str, ...]:
        names = (*self._names, *unit.names)
        self._names.clear()
        return names

    def _settle(self) -> None:
        if self._waiting is not None:
            self._units.append(self._waiting)
            self._waiting = None


def spoken(role: Role, words: Said, *, source: str = "", level: int = 0) -> Unit:
    """A unit with words."""
    return Unit(role=role, text=words.text, lang=words.lang, marks=words.marks, source=source, level=level)


def _with_logo(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """What opens a release, before all headings, is the publisher's mark.

    Formats have no role for a mark: it is a picture whose alternative names the publisher or, where the mark
    holds no letters, the name as a paragraph.
    """
    if len(units) < 2 or units[1].depth or not any(unit.role is Role.HEADING for unit in units[1:]):
        return units
    first = units[0]
    if first.role is Role.FIGURE and first.alt:
        logo = Unit(role=Role.LOGO, text=first.alt, lang=first.lang, names=first.names)
    elif first.role is Role.PARAGRAPH:
        logo = replace(first, role=Role.LOGO)
    else:
        return units
    return (logo, *units[1:])
