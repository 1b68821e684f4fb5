"""Emphasis: which runs of `*` open and close what (CommonMark 0.31.2, 6.2).

With the CJK-friendly amendment of that chapter: beside Han, kana and hangul it doesn't matter that a run has
punctuation on one side only, so that `**「…」**で` is strong.
"""

from __future__ import annotations

from prexport.records import dataclass
from prexport.release.characters import is_cjk, is_punctuation, is_space
from prexport.release.inline_marks import Close, Open, Opening


@dataclass(slots=True, eq=False)
class Run:
    """A run of `*`; its first stars are used up as closers, its last as openers."""

    start: int
    length: int
    opens: bool
    closes: bool
    before: Run | None
    after: Run | None = None
    closed: int = 0
    opened: int = 0

    @property
    def left(self) -> int:
        """How many stars are not used up."""
        return self.length - self.closed - self.opened


class Emphasis:
    """The runs that may still find a partner, and the marks of those that did."""

    def __init__(self, text: str) -> None:
        """Begin with no run of the text."""
        self.text = text
        self.marks: list[Open | Close] = []
        self.last: Run | None = None

    def add(self, start: int, end: int) -> None:
        """Take in the run of stars from `start` to `end`."""
        opens, closes = _flanks(self.text, start, end)
        run = Run(start, end - start, opens, closes, self.last)
        if self.last is not None:
            self.last.after = run
        self.last = run

    def match(self, bottom: Run | None) -> None:
        """Pair the runs above `bottom` (CommonMark's "process emphasis"), then forget them."""
        closer = self._first_above(bottom)
        # At or below these no opener can match: by what the closer can do and its length modulo 3.
        lowest = -1 if bottom is None else bottom.start
        floors: dict[tuple[bool, int], int] = {}
        while closer is not None:
            if not closer.closes or not closer.left:
                closer = closer.after
                continue
            key = (closer.opens, closer.length % 3)
            floor = floors.get(key, lowest)
            opener = closer.before
            while opener is not None and opener.start > floor and not _is_pair(opener, closer):
                opener = opener.before
            following = closer.after
            if opener is None or opener.start <= floor:
                floors[key] = lowest if closer.before is None else closer.before.start
                if not closer.opens:
                    self._unlink(closer)
                closer = following
                continue
            opener.after, closer.before = closer, opener
            self._emphasise(opener, closer)
            if not opener.left:
                self._unlink(opener)
            if not closer.left:
                self._unlink(closer)
                closer = following
        self.last = bottom
        if bottom is not None:
            bottom.after = None

    def _first_above(self, bottom: Run | None) -> Run | None:
        if bottom is not None:
            return bottom.after
        first = self.last
        while first is not None and first.before is not None:
            first = first.before
        return first

    def _unlink(self, run: Run) -> None:
        if run.before is not None:
            run.before.after = run.after
        if run.after is not None:
            run.after.before = run.before
        else:
            self.last = run.before

    def _emphasise(self, opener: Run, closer: Run) -> None:
        """Use up what the two share: one strong and one em at most, since more of either says no more."""
        shared = min(opener.left, closer.left)
        strong = shared // 2 * 2
        pieces: list[tuple[Opening, int]] = [("strong", strong)] if strong else []
        if shared % 2:
            pieces.append(("em", 1))
        for kind, width in pieces:
            opener.opened += width
            start = opener.start + opener.length - opener.opened
            end = closer.start + closer.closed + width
            self.marks.append(Open(start, start + width, kind, end))
            self.marks.append(Close(end - width, end))
            closer.closed += width


def _flanks(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether the run from `start` to `end` can open, and whether it can close."""
    before = text[start - 1 : start] if start else ""
    after = text[end : end + 1]
    # A variation selector belongs to the character before it.
    base = text[start - 2 : start - 1] if start > 1 and "\ufe00" <= before <= "\ufe0e" else before
    cjk_before = bool(base) and (is_cjk(base) or "\U000e0100" <= base <= "\U000e01ef")
    cjk_after = bool(after) and is_cjk(after)
    mark_before = bool(base) and is_punctuation(base) and not cjk_before
    mark_after = bool(after) and is_punctuation(after) and not cjk_after
    opens = not is_space(after) and (not mark_after or is_space(before) or mark_before or cjk_before)
    closes = not is_space(before) and (not mark_before or is_space(after) or mark_after or cjk_after)
    return opens, closes


def _is_pair(opener: Run, closer: Run) -> bool:
    if not opener.opens:
        return False
    # The rule of three: CommonMark 6.2, rules 9 and 10.
    if (opener.closes or closer.opens) and (opener.length + closer.length) % 3 == 0:
        return opener.length % 3 == 0 and closer.length % 3 == 0
    return True
