"""What an outline has lost, gained, changed and moved against another, each said in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum

from prexport.document.outline import MarkKind, Outline, Role, Unit
from prexport.document.outline_align import align
from prexport.document.outline_traits import Trait as Trait, added, changed, lost, moved, place
from prexport.records import dataclass
from prexport.release.fingerprint import distance

_SAME_PHOTO = 10  # of 64 bits; see `fingerprint.distance`


class Kind(StrEnum):
    """What happened to a unit."""

    LOST = "lost"
    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"


_TRAITS = {
    MarkKind.LANGUAGE: Trait.PART_LANGUAGE,
    MarkKind.LINK: Trait.LINK,
    MarkKind.EXPANSION: Trait.EXPANSION,
    MarkKind.STRONG: Trait.STRONG,
    MarkKind.EMPHASIS: Trait.EMPHASIS,
    MarkKind.CODE: Trait.CODE,
    MarkKind.MOMENT: Trait.MOMENT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One difference between what is expected and what is there.

    `trait` is None unless `kind` is CHANGED. `source` is the JSON Pointer of the expected unit; of an added one
    that of the unit before it. `expected` and `actual` are the values as text ("" for nothing); where a mark
    differs they begin with the words that it is on. `sentence` says it all to people. `element` is the path of
    the actual unit in its tag tree, where its reader knows it; of a lost one that of the unit before it.
    """

    kind: Kind
    sentence: str
    source: str
    trait: Trait | None = None
    expected: str = ""
    actual: str = ""
    element: str = ""


def differences(expected: Outline, actual: Outline) -> tuple[Difference, ...]:
    """All differences in the order of `expected`; none when both say the same.

    Give what `comparable` makes of the expected outline for the format of the actual one. Photos are the same
    when their fingerprints are near each other; those that nobody looked at (`image` is None) are not compared.
    Takes a second or so for 2,000 units a side that have nothing in common, a few hundredths for those that have.
    """
    return tuple(_Comparison(expected.units, actual.units).differences())


class _Comparison:
    def __init__(self, expected: Sequence[Unit], actual: Sequence[Unit]) -> None:
        self.expected = expected
        self.actual = actual
        self.alignment = align(expected, actual)
        self.found = dict(self.alignment.pairs)
        self.origin = {j: i for i, j in self.alignment.pairs}
        self._around = _containers(expected), _containers(actual)

    def differences(self) -> Iterator[Difference]:
        """Walk the expected units; after each of them come the units that were added behind its place."""
        yield from self._added(0)
        before = ""
        for i, unit in enumerate(self.expected):
            j = self.found.get(i)
            if j is None:
                yield Difference(
                    kind=Kind.LOST,
                    sentence=lost(unit),
                    source=unit.source,
                    expected=unit.text,
                    element=before,
                )
                continue
            before = self.actual[j].element
            if i in self.alignment.moved and not self._moves_along(i):
                yield self._moved(i, j)
            yield from self._changed(i, j)
            yield from self._added(j + 1)

    def _added(self, j: int) -> Iterator[Difference]:
        """The units from `j` on that nothing was expected for."""
        before = self.actual[j - 1] if j else None
        source = self.expected[self.origin[j - 1]].source if j else ""
        while j < len(self.actual) and j not in self.origin:
            unit = self.actual[j]
            yield Difference(
                kind=Kind.ADDED,
                sentence=added(unit, before),
                source=source,
                actual=unit.text,
                element=unit.element,
            )
            before = unit
            j += 1

    def _moves_along(self, i: int) -> bool:
        """Whether the unit before has moved, too, and this one still follows it: that is one move."""
        return i - 1 in self.alignment.moved and self.found[i - 1] + 1 == self.found[i]

    def _moved(self, i: int, j: int) -> Difference:
        count = 1
        while i + count in self.alignment.moved and self._moves_along(i + count):
            count += 1
        unit = self.expected[i]
        was = self.expected[i - 1] if i else None
        now = self.actual[j - 1] if j else None
        return Difference(
            kind=Kind.MOVED,
            sentence=moved(unit, was, now, count - 1),
            source=unit.source,
            expected=was.text if was else "",
            actual=now.text if now else "",
            element=self.actual[j].element,
        )

    def _changed(self, i: int, j: int) -> Iterator[Difference]:
        old, new = self.expected[i], self.actual[j]
        for trait, was, now in (*self._place(i, j), *_traits(old, new), *_marks(old, new)):
            yield Difference(
                kind=Kind.CHANGED,
                trait=trait,
                sentence=changed(old, trait, was, now),
                source=old.source,
                expected=was,
                actual=now,
                element=new.element,
            )

    def _place(self, i: int, j: int) -> Iterator[tuple[Trait, str, str]]:
        """Whether the unit stands in the container that it stood in; containers lost or added tell themselves."""
        around, now_around = self._around
        was, now = around[i], now_around[j]
        while was is not None and was not in self.found:
            was = around[was]
        while now is not None and now not in self.origin:
            now = now_around[now]
        if (None if was is None else self.found[was]) != now:
            before = place(None if was is None else self.expected[was])
            yield Trait.PLACE, before, place(None if now is None else self.actual[now])


def _containers(units: Sequence[Unit]) -> list[int | None]:
    """For each unit the index of the container that it stands in."""
    around: list[int] = []
    found: list[int | None] = []
    for index, unit in enumerate(units):
        while around and units[around[-1]].depth >= unit.depth:
            around.pop()
        found.append(around[-1] if around else None)
        around.append(index)
    return found


def _traits(old: Unit, new: Unit) -> Iterator[tuple[Trait, str, str]]:
    """The fields that differ, as text."""
    yield from _differing(
        (Trait.ROLE, str(old.role), str(new.role)),
        (Trait.TEXT, old.text, new.text),
        (Trait.ALTERNATIVE, _alternative(old), _alternative(new)),
        (Trait.NAMES, " ".join(old.names), " ".join(new.names)),
    )
    if (old.text or old.alt) and (new.text or new.alt):
        yield from _differing((Trait.LANGUAGE, old.lang, new.lang))
    if old.role is not new.role:
        return  # the other traits belong to the role
    yield from _differing(
        (Trait.LEVEL, str(old.level), str(new.level)),
        (Trait.NUMBERING, old.numbering, new.numbering),
        (Trait.NUMBER, _number(old.number), _number(new.number)),
        (Trait.SCOPE, old.scope, new.scope),
        (Trait.SIZE, f"{old.rows} × {old.columns}", f"{new.rows} × {new.columns}"),
    )
    if old.image is None or new.image is None or old.image == new.image:
        return
    if not (old.image and new.image) or distance(old.image, new.image) > _SAME_PHOTO:
        yield Trait.IMAGE, old.image, new.image


def _differing(*traits: tuple[Trait, str, str]) -> Iterator[tuple[Trait, str, str]]:
    return ((trait, was, now) for trait, was, now in traits if was != now)


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _alternative(unit: Unit) -> str:
    if unit.role is Role.FIGURE and unit.alt == "":
        return "decoration"
    return unit.alt or ""


@dataclass(frozen=True, slots=True)
class _Marked:
    """A mark, where it is, and the words that it is on.

    In equal texts `where` is its place, in others the words: an edit before it moves it.
    """

    where: str
    kind: MarkKind
    value: str
    words: str

    def __str__(self) -> str:
        between = " → " if self.kind is MarkKind.LINK else " = "
        return f"“{self.words}”{between}{self.value}" if self.value else f"“{self.words}”"


def _marks(old: Unit, new: Unit) -> Iterator[tuple[Trait, str, str]]:
    """The marks that differ."""
    edited = old.text != new.text
    was, now = _marked(old, edited), _marked(new, edited)
    gone, came = list((was - now).elements()), list((now - was).elements())
    for mark in gone:
        there = [one for one in came if (one.kind, one.where) == (mark.kind, mark.where)]
        alike = [one for one in came if (one.kind, one.value) == (mark.kind, mark.value)]
        if other := next(iter(there or alike), None):
            came.remove(other)
        if other and edited and not there:
            continue  # words in it were edited, which the text tells already
        yield _TRAITS[mark.kind], str(mark), str(other or "")
    for mark in came:
        yield _TRAITS[mark.kind], "", str(mark)


def _marked(unit: Unit, edited: bool) -> Counter[_Marked]:
    marks: Counter[_Marked] = Counter()
    for mark in unit.marks:
        words = unit.text[mark.start : mark.end]
        marks[_Marked(words if edited else f"{mark.start}-{mark.end}", mark.kind, mark.value, words)] += 1
    return marks
