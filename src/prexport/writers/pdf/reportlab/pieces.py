"""Inline runs as pieces of text, each with the slot of the structure element that it fills."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import assert_never

from prexport.brand.tokens import Brand
from prexport.document import tree
from prexport.document.tree import Direction, plain
from prexport.records import dataclass
from prexport.writers.html.setting import reads_left_to_right
from prexport.writers.pdf.reportlab import settings
from prexport.writers.pdf.reportlab.flowables import LinkTo
from prexport.writers.pdf.reportlab.text.lines import (
    CLOSE_ISOLATE,
    LINE_BREAK,
    OPEN_ISOLATE,
    Piece,
    TextStyle,
)
from prexport.writers.pdf.structure import Element

_SPACES = re.compile(r"[ \t\n\r\f]+")
# Digits and their punctuation have no direction of their own: between Arabic or Hebrew words the groups of a
# telephone number would come out in reverse order (UAX #9, N1). Times and dates are not meant.
_TELEPHONE = re.compile(r"(\+[\d (). /-]{5,}\d|\(?\d[\d (). -]{5,}\d)")


def pieces_of(
    runs: tree.Runs,
    element: Element,
    style: TextStyle,
    direction: Direction,
    brand: Brand,
    owners: dict[int, Element],
) -> list[Piece]:
    """The pieces of a paragraph that `element` takes; `owners` are those of the structure."""
    teller = _Teller(brand, owners)
    teller.tell(runs, _Place(element), _Context(style, element.lang, direction, None))
    return teller.pieces


@dataclass(slots=True)
class _Place:
    """How far the parts of an element have been told: the index of the last one, and whether it is words."""

    element: Element
    index: int = -1
    words: bool = False

    def say(self) -> tuple[Element, int]:
        """The slot of words that come next: neighbouring runs share one, as in `structure`."""
        if not self.words:
            self.index += 1
            self.words = True
        return self.element, self.index

    def child(self) -> None:
        """An element of its own comes next."""
        self.index += 1
        self.words = False


@dataclass(frozen=True, slots=True)
class _Context:
    style: TextStyle
    lang: str
    direction: Direction
    link: LinkTo | None


class _Teller:
    def __init__(self, brand: Brand, owners: dict[int, Element]) -> None:
        self._brand = brand
        self._owners = owners
        self.pieces: list[Piece] = []

    def tell(self, runs: tree.Runs, place: _Place, context: _Context) -> None:
        for run in runs:
            self._run(run, place, context)

    def _run(self, run: tree.Inline, place: _Place, context: _Context) -> None:
        brand, style = self._brand, context.style
        match run:
            case tree.Text():
                self._words(run.text, place, context)
            case tree.Break():
                self._say(LINE_BREAK, place, context)
            case tree.Moment():
                self.tell(run.children, place, context)
            case tree.Dateline():
                self.tell(run.children, place, _restyled(context, settings.bold(style)))
            case tree.Label():
                muted = settings.coloured(style, brand.print.muted)
                self.tell(run.children, place, _restyled(context, muted))
            case tree.Code():
                coded = _restyled(context, settings.code(brand, style, context.lang))
                inner = self._enter(run, place)
                self._isolated("ltr", context, lambda: self._say(run.text, inner, coded))
            case tree.Strong():
                self.tell(run.children, self._enter(run, place), _restyled(context, settings.bold(style)))
            case tree.Em():
                stressed = settings.emphasised(brand, style, context.lang)
                self.tell(run.children, self._enter(run, place), _restyled(context, stressed))
            case tree.Abbreviation():
                self.tell(run.children, self._enter(run, place), context)
            case tree.Part():
                inner = self._enter(run, place)
                own = settings.inside(brand, style, context.lang, run.lang)
                part = _Context(own, run.lang, run.dir, context.link)
                self._isolated(run.dir, context, lambda: self.tell(run.children, inner, part))
            case tree.Link():
                self._link(run, place, context)
            case _:
                assert_never(run)

    def _link(self, run: tree.Link, place: _Place, context: _Context) -> None:
        inner = self._enter(run, place)
        direction: Direction = context.direction
        if direction == "rtl" and reads_left_to_right(plain(run.children)):
            direction = "ltr"  # an address, a number or a Latin name is an island that reads its own way
        style = settings.coloured(context.style, self._brand.print.link)
        linked = _Context(style, context.lang, direction, LinkTo(inner.element, run.target))
        self._isolated(direction, context, lambda: self.tell(run.children, inner, linked))

    def _enter(self, run: tree.InlineNode, place: _Place) -> _Place:
        """The place inside the element of an inline node."""
        place.child()
        return _Place(self._owners[run.key])

    def _words(self, text: str, place: _Place, context: _Context) -> None:
        if context.direction == "ltr" or not _TELEPHONE.search(text):
            self._say(text, place, context)
            return
        for number, part in enumerate(_TELEPHONE.split(text)):
            if number % 2:
                island = _Context(context.style, context.lang, "ltr", context.link)
                self._isolate(part, place, context, island)
            elif part:
                self._say(part, place, context)

    def _isolate(self, text: str, place: _Place, outside: _Context, inside: _Context) -> None:
        self._isolated(inside.direction, outside, lambda: self._say(text, place, inside))

    def _isolated(self, direction: Direction, outside: _Context, tell: Callable[[], None]) -> None:
        """Tell something that is written in `direction`; bidi isolates stand around it where that is another."""
        if direction == outside.direction:
            tell()
            return
        self.pieces.append(Piece(OPEN_ISOLATE[direction], outside.style, outside.lang, None))
        tell()
        self.pieces.append(Piece(CLOSE_ISOLATE, outside.style, outside.lang, None))

    def _say(self, text: str, place: _Place, context: _Context) -> None:
        if text != LINE_BREAK and ("  " in text or not text.isprintable()):
            text = _SPACES.sub(" ", text)
        self.pieces.append(Piece(text, context.style, context.lang, place.say(), context.link))


def _restyled(context: _Context, style: TextStyle) -> _Context:
    return _Context(style, context.lang, context.direction, context.link)
