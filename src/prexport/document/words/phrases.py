"""What a data file of words holds besides plain words: phrases with slots, and plural forms."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

from prexport.records import dataclass


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a phrase for something that is not known yet."""

    name: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words with named slots in braces: `Page {n} of {total}`."""

    text: str

    def fill(self, **values: str) -> str:
        """Put text into every slot; a slot without a value, or a value without a slot, is a KeyError."""
        if stray := self.slots.symmetric_difference(values):
            raise KeyError(f"{sorted(stray)} in {self.text!r}")
        return "".join(piece if isinstance(piece, str) else values[piece.name] for piece in self.pieces())

    def without(self, *names: str) -> Phrase:
        """Give the phrase without these slots: each goes with the words before it, the first with those after."""
        kept: list[str | Slot] = []
        for piece in self.pieces():
            if isinstance(piece, Slot) and piece.name in names:
                if kept and isinstance(kept[-1], str):
                    kept.pop()
            elif isinstance(piece, Slot) or any(isinstance(each, Slot) for each in kept):
                kept.append(piece)
        return Phrase("".join(piece if isinstance(piece, str) else f"{{{piece.name}}}" for piece in kept))

    @property
    def slots(self) -> frozenset[str]:
        """The names of the slots."""
        return frozenset(piece.name for piece in self.pieces() if isinstance(piece, Slot))

    def pieces(self) -> tuple[str | Slot, ...]:
        """Give the phrase in order, words and slots, for those who put more than text into a slot."""
        return tuple(_pieces(self.text))


@dataclass(frozen=True, slots=True)
class Plural:
    """One phrase in the forms that a language has for different counts (CLDR's categories).

    `other` is always there; a form that the language doesn't tell apart is `None`.
    """

    other: Phrase
    zero: Phrase | None = None
    one: Phrase | None = None
    two: Phrase | None = None
    few: Phrase | None = None
    many: Phrase | None = None

    def fill(self, category: str, **values: str) -> str:
        """Fill the form of CLDR's `category`; a form that says the count in words takes no value."""
        form = self._form(category)
        return form.fill(**values) if form.slots else form.text

    def _form(self, category: str) -> Phrase:
        match category:
            case "zero":
                chosen = self.zero
            case "one":
                chosen = self.one
            case "two":
                chosen = self.two
            case "few":
                chosen = self.few
            case "many":
                chosen = self.many
            case _:
                chosen = self.other
        return chosen or self.other


def _pieces(text: str) -> Iterator[str | Slot]:
    for words, name, _, _ in Formatter().parse(text):
        if words:
            yield words
        if name:
            yield Slot(name)
