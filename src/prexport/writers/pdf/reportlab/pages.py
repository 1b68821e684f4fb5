"""The flow taken apart into pages.

Pages are filled from top to bottom. Where something doesn't fit, the last place before it is sought at which a
page may end: not between a heading and its text, not within a group that one page can hold, and never leaving a
single line of a paragraph alone.
"""

from __future__ import annotations

from prexport.records import dataclass
from prexport.writers.pdf.reportlab.flow import Group, Item

_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class Placed:
    """An item on a page; `top` is the distance of its flowable from the upper edge of the text."""

    item: Item
    top: float


@dataclass(slots=True)
class Filled:
    """What one page holds; `header` is the header of a table that goes on from the page before."""

    items: list[Placed]
    header: Item | None


def paginate(flow: list[Item], height: float) -> list[Filled]:
    """Fill pages whose text is `height` high. `flow` is used up."""
    return _Paginator(flow, height).pages()


class _Paginator:
    def __init__(self, flow: list[Item], height: float) -> None:
        self._flow = flow
        self._height = height
        self._groups = self._heights_of_groups()

    def _heights_of_groups(self) -> dict[Group, float]:
        heights: dict[Group, float] = {}
        last: dict[Group, float] = {}
        for item in self._flow:
            for group in item.groups:
                gap = max(last[group], item.before) if group in last else 0.0
                heights[group] = heights.get(group, 0.0) + gap + item.height
                last[group] = item.after
        return heights

    def pages(self) -> list[Filled]:
        filled = []
        at = 0
        while at < len(self._flow):
            page, at = self._fill(at)
            filled.append(page)
        return filled

    def _fill(self, start: int) -> tuple[Filled, int]:
        """The page that begins with the item `start`, and the item that the next one begins with."""
        flow, page = self._flow, Filled([], self._flow[start].header)
        top = page.header.height if page.header else 0.0
        y, after, at = top, 0.0, start
        while at < len(flow):
            item = flow[at]
            gap = max(after, item.before) if page.items else 0.0
            if y + gap + self._needed(at) > self._height + _TOLERANCE:
                return page, self._end(page, start, at, self._height - y - gap)
            page.items.append(Placed(item, y + gap + item.head))
            y += gap + item.height
            after = item.after
            at += 1
        return page, at

    def _needed(self, at: int) -> float:
        """How much room must be left for an item: that of the group which it begins, or its own."""
        item = self._flow[at]
        before = self._flow[at - 1].groups if at else ()
        begun = [self._groups[group] for group in item.groups if group not in before]
        return max([item.height, *(height for height in begun if height <= self._height)])

    def _end(self, page: Filled, start: int, at: int, room: float) -> int:
        """End a page at the last good place before the end of item `at`; what doesn't stay is taken off."""
        flow = self._flow
        if self._may_part(at) and (parts := flow[at].parted(room)):
            return self._cut(page, at, parts, at - start)
        for place in range(at, start, -1):
            if self._may_end_before(place):
                del page.items[place - start :]
                return place
            # What holds on to the next thing may go on with its last lines.
            before = flow[place - 1]
            if self._may_part(place - 1) and (parts := before.parted(before.height - 1)):
                return self._cut(page, place - 1, parts, place - 1 - start)
        if at > start and not flow[start].groups:
            return at  # all of it holds together, and is too high for one page
        forced = flow[at].parted(room if at > start else self._height, forced=True)
        if forced and (at > start or flow[at].height > self._height):
            return self._cut(page, at, forced, at - start)
        if at > start:
            return at
        page.items.append(Placed(flow[at], (page.header.height if page.header else 0.0) + flow[at].head))
        return at + 1

    def _cut(self, page: Filled, at: int, parts: tuple[Item, Item], count: int) -> int:
        first, rest = parts
        del page.items[count + 1 :]
        if count < len(page.items):
            page.items[count] = Placed(first, page.items[count].top)
        else:
            y, after = page.header.height if page.header else 0.0, 0.0
            if page.items:
                last = page.items[-1]
                y = last.top - last.item.head + last.item.height
                after = max(last.item.after, first.before)
            page.items.append(Placed(first, y + after + first.head))
        self._flow[at] = rest
        return at

    def _may_part(self, at: int) -> bool:
        """Whether an item may be split: it is in no group that one page can hold."""
        return all(self._groups[group] > self._height for group in self._flow[at].groups)

    def _may_end_before(self, at: int) -> bool:
        one, other = self._flow[at - 1], self._flow[at]
        shared = (group for group in other.groups if group in one.groups)
        return not one.keep and all(self._groups[group] > self._height for group in shared)
