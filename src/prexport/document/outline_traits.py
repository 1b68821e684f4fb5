"""What of a unit can differ, and how a difference is said to people."""

from __future__ import annotations

from enum import StrEnum
from itertools import takewhile

from prexport.document.outline import Role, Unit


class Trait(StrEnum):
    """What of a unit has changed."""

    TEXT = "text"
    ROLE = "role"
    LEVEL = "level"  # of a heading
    PLACE = "place"  # the container that it stands in
    LANGUAGE = "language"
    ALTERNATIVE = "alternative"
    IMAGE = "image"
    NUMBERING = "numbering"  # the kind of a list
    NUMBER = "number"  # of a list's first item, or of an item out of turn
    SCOPE = "scope"  # of a header cell
    SIZE = "size"  # of a table
    NAMES = "names"  # by which links lead here
    PART_LANGUAGE = "part-language"
    LINK = "link"
    EXPANSION = "expansion"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    MOMENT = "moment"


_ROLES = {
    Role.LOGO: "publisher’s mark",
    Role.HEADING: "heading",
    Role.PARAGRAPH: "paragraph",
    Role.NOTE: "warning",
    Role.LIST: "list",
    Role.ITEM: "list item",
    Role.TERM: "term",
    Role.DEFINITION: "definition",
    Role.QUOTE: "quotation",
    Role.ATTRIBUTION: "speaker’s name",
    Role.CALLOUT: "callout",
    Role.TABLE: "table",
    Role.HEADER_CELL: "header cell",
    Role.CELL: "cell",
    Role.FIGURE: "picture",
    Role.CAPTION: "caption",
    Role.DIVIDER: "divider",
    Role.END_MARK: "end mark",
}
_MARKS = {
    Trait.PART_LANGUAGE: "words in another language",
    Trait.LINK: "link",
    Trait.EXPANSION: "abbreviation",
    Trait.STRONG: "strong words",
    Trait.EMPHASIS: "stressed words",
    Trait.CODE: "code",
    Trait.MOMENT: "date",
}
# "The heading “…” has {actual} instead of {expected}."
_VALUES = {
    Trait.LEVEL: "level {}",
    Trait.LANGUAGE: "the language {}",
    Trait.NUMBERING: "{}",
    Trait.NUMBER: "the number {}",
    Trait.SCOPE: "the scope “{}”",
    Trait.SIZE: "{} cells (rows × columns)",
    Trait.NAMES: "the link name {}",
    Trait.ALTERNATIVE: "the description “{}”",
}
_NOTHING = {
    Trait.LANGUAGE: "no language",
    Trait.NUMBERING: "no signs",
    Trait.NUMBER: "no number of its own",
    Trait.SCOPE: "no scope",
    Trait.NAMES: "no link name",
    Trait.ALTERNATIVE: "no description",
}
_LONGEST, _AROUND = 60, 24  # characters


def lost(unit: Unit) -> str:
    """A unit is not there."""
    return f"The {named(unit)} is missing."


def added(unit: Unit, before: Unit | None) -> str:
    """A unit is there that was not expected."""
    where = _after(before)
    return f"{where[0].upper()}{where[1:]} stands {_a(named(unit))}, which the release doesn’t have there."


def moved(unit: Unit, was: Unit | None, now: Unit | None, followers: int) -> str:
    """A unit stands elsewhere, and so do those that follow it."""
    more = {0: "", 1: " and what follows it"}.get(followers, f" and the {followers} parts that follow it")
    stand = "stand" if followers else "stands"
    return f"The {named(unit)}{more} {stand} {_after(now)} instead of {_after(was)}."


def changed(unit: Unit, trait: Trait, was: str, now: str) -> str:
    """A trait of the (expected) unit has another value."""
    if trait in _MARKS:
        return _mark(unit, _MARKS[trait], was, now)
    match trait:
        case Trait.TEXT:
            old, new = _excerpts(was, now)
            return f"The {named(unit)} says “{new}” instead of “{old}”."
        case Trait.ROLE:
            return f"The {named(unit)} has become {_a(_ROLES[Role(now)])}."
        case Trait.PLACE:
            return f"The {named(unit)} stands {now} instead of {was}."
        case Trait.IMAGE:
            return f"The {named(unit)} shows {'another photo' if now else 'nothing'}."
    told, instead = (
        _VALUES[trait].format(_short(value)) if value else _NOTHING[trait] for value in (now, was)
    )
    return f"The {named(unit)} has {told} instead of {instead}."


def place(container: Unit | None) -> str:
    """Where something stands."""
    return f"in the {named(container)}" if container else "outside of all lists, quotations and boxes"


def named(unit: Unit) -> str:
    """A unit by its role and its first words."""
    words = unit.text or unit.alt or ""
    return f"{_ROLES[unit.role]} “{_short(words)}”" if words else _ROLES[unit.role]


def _mark(unit: Unit, what: str, was: str, now: str) -> str:
    if not now:
        return f"The {named(unit)} has lost {_a(what)}: {was}."
    if not was:
        return f"The {named(unit)} has {_a(what)} that the release doesn’t have: {now}."
    other = "other" if _a(what) == what else "another"
    return f"The {named(unit)} has {other} {what}: {now} instead of {was}."


def _a(what: str) -> str:
    if what == "code" or "words" in what:
        return what
    return f"an {what}" if what[0] in "aeiou" else f"a {what}"


def _after(unit: Unit | None) -> str:
    return f"after the {named(unit)}" if unit else "at the beginning"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def _excerpts(was: str, now: str) -> tuple[str, str]:
    """Both texts around what differs."""
    shortest = min(len(was), len(now))
    start = sum(1 for _ in takewhile(lambda index: was[index] == now[index], range(shortest)))
    end = sum(1 for _ in takewhile(lambda index: was[-1 - index] == now[-1 - index], range(shortest - start)))
    first = max(0, start - _AROUND)
    old, new = (_cut(text, first, len(text) - max(0, end - _AROUND)) for text in (was, now))
    return old, new


def _cut(text: str, start: int, end: int) -> str:
    middle = text[start:end]
    if len(middle) > 2 * _LONGEST:
        middle = middle[:_LONGEST].rstrip() + " … " + middle[-_LONGEST:].lstrip()
    return ("…" if start else "") + middle + ("…" if end < len(text) else "")
