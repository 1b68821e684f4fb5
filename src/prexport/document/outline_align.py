"""Which unit of one outline is which of another: equal, edited, moved, or on one side alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from prexport.document.outline import Role, Unit
from prexport.records import dataclass

Pair = tuple[int, int]
"""Indices of the same unit in the expected and in the actual outline."""

Key = tuple[Role, str, str | None]

# Work is bounded: stretches without anything unique in them are matched up to so many pairs of units, and edited
# units are looked for among so many neighbours.
_MATCHED, _NEIGHBOURS = 40_000, 50

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+|[^\w\s]")
# Of 1: what a shared role counts; how alike units of different roles must be to be the same unit.
_SAME_ROLE, _SIMILAR = 0.3, 0.6


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs in the order of the expected outline, and which of them stand somewhere else now.

    `moved` holds expected indices; units in no pair are lost or added.
    """

    pairs: tuple[Pair, ...]
    moved: frozenset[int]


def align(expected: Sequence[Unit], actual: Sequence[Unit]) -> Alignment:
    """Find the units of `expected` again in `actual`."""
    before, after = _keys(expected), _keys(actual)
    kept = _kept(before, after)
    found = [*kept, *_elsewhere(before, after, kept)]
    pairs = sorted([*found, *_edited(expected, actual, found)])
    staying = set(_in_order(pairs))
    return Alignment(tuple(pairs), frozenset(pair[0] for pair in pairs if pair not in staying))


def _keys(units: Sequence[Unit]) -> list[Key]:
    """What a unit is known by: its role and words; a container without words by those that follow in it."""
    keys: list[Key] = []
    following = ""
    for unit in reversed(units):
        following = unit.text or (following if unit.role not in (Role.CELL, Role.HEADER_CELL) else "")
        keys.append((unit.role, following, unit.alt))
    return keys[::-1]


def _kept(before: Sequence[Key], after: Sequence[Key]) -> list[Pair]:
    """Equal units in the same order: common ends first, then around units that occur once (patience diff)."""
    pairs: list[Pair] = []
    ranges = [(0, len(before), 0, len(after))]
    while ranges:
        i, i_end, j, j_end = ranges.pop()
        while i < i_end and j < j_end and before[i] == after[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        while i < i_end and j < j_end and before[i_end - 1] == after[j_end - 1]:
            i_end, j_end = i_end - 1, j_end - 1
            pairs.append((i_end, j_end))
        if i == i_end or j == j_end:
            continue
        anchors = _in_order(_unique(before, range(i, i_end), after, range(j, j_end)))
        if anchors:
            for a, b in [*anchors, (i_end, j_end)]:
                ranges.append((i, a, j, b))
                i, j = a, b
                if (a, b) != (i_end, j_end):
                    pairs.append((a, b))
                    i, j = a + 1, b + 1
        elif (i_end - i) * (j_end - j) <= _MATCHED:
            blocks = SequenceMatcher(None, before[i:i_end], after[j:j_end], autojunk=False)
            for a, b, size in blocks.get_matching_blocks():
                pairs.extend((i + a + step, j + b + step) for step in range(size))
    return sorted(pairs)


def _unique(before: Sequence[Key], here: range, after: Sequence[Key], there: range) -> list[Pair]:
    """Pairs of units that occur once here and once there."""
    once_here = _once(before, here)
    once_there = _once(after, there)
    return [(index, once_there[key]) for key, index in once_here.items() if key in once_there]


def _once(keys: Sequence[Key], where: range) -> dict[Key, int]:
    counts = Counter(keys[index] for index in where)
    return {keys[index]: index for index in where if counts[keys[index]] == 1}


def _elsewhere(before: Sequence[Key], after: Sequence[Key], kept: Sequence[Pair]) -> Iterator[Pair]:
    """Units that are left on both sides with the same words: they stand elsewhere now."""
    taken = {j for _, j in kept}
    waiting: dict[Key, list[int]] = defaultdict(list)
    for j in range(len(after) - 1, -1, -1):
        if j not in taken:
            waiting[after[j]].append(j)
    stayed = {i for i, _ in kept}
    for i, key in enumerate(before):
        if i not in stayed and (key[1] or key[2]) and waiting[key]:
            yield i, waiting[key].pop()


def _in_order(pairs: Iterable[Pair]) -> list[Pair]:
    """The most pairs that stand in the same order on both sides (longest increasing subsequence)."""
    ordered = sorted(pairs)
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for index, (_, j) in enumerate(ordered):
        length = bisect_left(tails, j)
        previous.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(j)
            ends.append(index)
        else:
            tails[length] = j
            ends[length] = index
    chain: list[Pair] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(ordered[index])
        index = previous[index]
    return chain[::-1]


def _edited(expected: Sequence[Unit], actual: Sequence[Unit], found: Sequence[Pair]) -> Iterator[Pair]:
    """Pairs of units that differ, but stand between the same neighbours and are most alike."""
    here = {i for i, _ in found}
    there = {j for _, j in found}
    i = j = 0
    for a, b in [*_in_order(found), (len(expected), len(actual))]:
        left = [index for index in range(i, a) if index not in here]
        new = [index for index in range(j, b) if index not in there]
        for start in range(0, min(len(left), len(new)), _NEIGHBOURS):
            some = slice(start, start + _NEIGHBOURS)
            yield from _most_alike(expected, left[some], actual, new[some])
        i, j = a + 1, b + 1


def _most_alike(
    expected: Sequence[Unit], left: Sequence[int], actual: Sequence[Unit], new: Sequence[int]
) -> list[Pair]:
    """The pairs in order that are most alike taken together (Needleman-Wunsch without a price for gaps)."""
    some = [_tokens(expected[i]) for i in left]
    others = [_tokens(actual[j]) for j in new]
    likeness = [
        [_likeness(expected[i].role is actual[j].role, some[a], others[b]) for b, j in enumerate(new)]
        for a, i in enumerate(left)
    ]
    best = [[0.0] * (len(new) + 1) for _ in range(len(left) + 1)]
    for a in reversed(range(len(left))):
        for b in reversed(range(len(new))):
            paired = likeness[a][b] + best[a + 1][b + 1] if likeness[a][b] else 0.0
            best[a][b] = max(paired, best[a + 1][b], best[a][b + 1])
    pairs: list[Pair] = []
    a = b = 0
    while a < len(left) and b < len(new):
        if best[a][b] == best[a + 1][b]:
            a += 1
        elif best[a][b] == best[a][b + 1]:
            b += 1
        else:
            pairs.append((left[a], new[b]))
            a, b = a + 1, b + 1
    return pairs


def _tokens(unit: Unit) -> Counter[str]:
    return Counter(_TOKEN.findall(f"{unit.text} {unit.alt or ''}"))


def _likeness(same_role: bool, some: Counter[str], others: Counter[str]) -> float:
    """How much two units are alike, from 0 (not at all) to 1."""
    total = some.total() + others.total()
    shared = 2 * (some & others).total() / total if total else 1.0
    if same_role:
        return _SAME_ROLE + (1 - _SAME_ROLE) * shared
    return shared / 2 if total and shared >= _SIMILAR else 0.0
