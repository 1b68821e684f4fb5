"""The flow of a document: flowables with the room around them, and what must stay together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from prexport.records import dataclass
from prexport.writers.pdf.reportlab.flowables import Flowable


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """What is painted behind some of the flow: a background, a bar at its start.

    `start` and `width` are from the start edge of the text; colours are "#rrggbb" or "".
    """

    start: float
    width: float
    paper: str = ""
    bar: str = ""
    bar_width: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Flowables that stay on one page, if one page can hold them."""


@dataclass(slots=True, eq=False)
class Item:
    """A flowable in the flow.

    `start` is how far it stands from the start edge of the text. Of `after` and the next one's `before` the larger
    one counts, as of margins in CSS. `head` and `foot` are room inside the frames around it; `heads` and `feet`
    say how much of it each frame covers, when this is the first or the last thing in it. `beside` stands to the
    left or right of its upper edge: markers, terms. `keep`: not to be parted from what follows. `header` is
    repeated when a page begins with this item.
    """

    flowable: Flowable
    start: float
    width: float
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    head: float = 0.0
    foot: float = 0.0
    frames: tuple[Frame, ...] = ()
    heads: dict[Frame, float] = field(default_factory=dict)
    feet: dict[Frame, float] = field(default_factory=dict)
    beside: list[tuple[Flowable, float, float]] = field(default_factory=list)  # flowable, start, width
    groups: tuple[Group, ...] = ()
    header: Item | None = None

    @property
    def height(self) -> float:
        """The room it takes, inside its frames."""
        return self.head + self.flowable.height + self.foot

    def parted(self, room: float, *, forced: bool = False) -> tuple[Item, Item] | None:
        """Two items, the first at most `room` high."""
        parts = self.flowable.split(room - self.head, forced=forced)
        if parts is None:
            return None
        first = Item(
            parts[0],
            self.start,
            self.width,
            self.before,
            0.0,
            head=self.head,
            frames=self.frames,
            heads=self.heads,
            beside=self.beside,
            groups=self.groups,
            header=self.header,
        )
        rest = Item(
            parts[1],
            self.start,
            self.width,
            0.0,
            self.after,
            self.keep,
            foot=self.foot,
            frames=self.frames,
            feet=self.feet,
            groups=self.groups,
        )
        return first, rest


def framed(items: list[Item], frame: Frame, inset: float) -> list[Item]:
    """The same with `frame` around them, `inset` above and below."""
    for item in items:
        item.frames = (frame, *item.frames)
    first, last = items[0], items[-1]
    first.head += inset
    first.heads = {**first.heads, frame: first.head}
    last.foot += inset
    last.feet = {**last.feet, frame: last.foot}
    return items


def together(items: list[Item]) -> list[Item]:
    """The same, to stay on one page."""
    group = Group()
    for item in items:
        item.groups = (group, *item.groups)
    return items


def spaced(items: list[Item], before: float, after: float) -> list[Item]:
    """The same with at least that much room around them."""
    if items:
        items[0].before = max(items[0].before, before)
        items[-1].after = max(items[-1].after, after)
    return items


def stacked(items: Iterable[Item]) -> tuple[list[tuple[Item, float]], float]:
    """Items with their distance from the top when they stand one below the other, and the height of all."""
    placed: list[tuple[Item, float]] = []
    y = after = 0.0
    for item in items:
        if placed:
            y += max(after, item.before)
        placed.append((item, y + item.head))
        y += item.height
        after = item.after
    return placed, y
