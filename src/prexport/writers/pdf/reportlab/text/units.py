"""What lines are filled with: units that hold no place to end a line, made of segments that are shaped already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prexport.document.tree import Direction
from prexport.records import dataclass
from prexport.writers.pdf.reportlab.text.bidi import embedding_levels
from prexport.writers.pdf.reportlab.text.fonts import LONGEST_WORD, FontSet
from prexport.writers.pdf.reportlab.text.lines import CLOSE_ISOLATE, LINE_BREAK, OPEN_ISOLATE, Piece
from prexport.writers.pdf.reportlab.text.segments import characters, segments
from prexport.writers.pdf.reportlab.text.shaping import SOFT_HYPHEN, Segment

Item = tuple[Segment, int, int]
"""A segment, the number of its piece, and its embedding level (odd: right to left)."""

Part = tuple[str, int, int]
"""Text of one piece (by its number) and of one embedding level."""

LONGEST_LINE = 400  # characters
_MOST_UNITS = 4_000
_ISOLATES = (*OPEN_ISOLATE.values(), CLOSE_ISOLATE)


@dataclass(frozen=True, slots=True)
class Unit:
    """Text between two places where a line may end.

    `full` is its width in points, `ink` that without the spaces at its end. `forced`: the line ends here.
    `plain` is its segment where it is of one piece and has no more than one, which says all by itself.
    """

    parts: tuple[Part, ...]
    items: tuple[Item, ...]
    full: float
    ink: float
    forced: bool
    piece: int = -1
    plain: Segment | None = None


class Paragraph:
    """The pieces of one paragraph and how each of them is set.

    Once its units are known: `mixed` says that some of it goes from right to left, `soft` that it has soft hyphens.
    """

    def __init__(self, pieces: Sequence[Piece], direction: Direction, lang: str, fonts: FontSet) -> None:
        """`direction` and `lang` are those of the paragraph as a whole."""
        self.pieces = pieces
        self.lang = lang
        self.direction = direction
        self.mixed = self.soft = False
        self.settings = [fonts.setting(piece.style, piece.lang) for piece in pieces]
        self._scales = [piece.style.size / 1000 for piece in pieces]

    def units(self) -> list[Unit]:
        """The whole text, taken apart."""
        text = "".join([piece.text for piece in self.pieces])
        if not text:
            return []
        found = segments(text, self.lang)
        levels = embedding_levels(text, self.direction)
        self.mixed, self.soft = levels is not None, SOFT_HYPHEN in text
        if self.mixed or self.soft:
            return self._intricate_units(found, levels)
        if len(self.pieces) == 1:
            known = self._known(0)
            return [known.get(told) or self._plain_unit(told, 0, known) for told in found]
        return self._plain_units(found)

    def _plain_units(self, found: list[str]) -> list[Unit]:
        """Units of text that goes from left to right, without soft hyphens."""
        units: list[Unit] = []
        parts: list[Part] = []
        piece = -1
        known: dict[str, Unit] = {}
        left = 0
        for segment in found:
            told = segment
            while told:
                while not left:
                    piece += 1
                    left = len(self.pieces[piece].text)
                    known = self._known(piece)
                if not parts and len(told) <= left:
                    units.append(known.get(told) or self._plain_unit(told, piece, known))
                    left -= len(told)
                    break
                part, told = told[:left], told[left:]
                left -= len(part)
                parts.append((part, piece, 0))
                if not told:
                    units.append(self.unit(tuple(parts)))
                    parts = []
        return units

    def _known(self, piece: int) -> dict[str, Unit]:
        """The units of other paragraphs that are set in the same way and stand in the same place."""
        return self.settings[piece].units.setdefault((self.pieces[piece].style.size, piece), {})

    def _plain_unit(self, text: str, piece: int, known: dict[str, Unit]) -> Unit:
        unit = self.unit(((text, piece, 0),))
        if len(text) <= LONGEST_WORD:
            if len(known) >= _MOST_UNITS:
                known.clear()
            known[text] = unit
        return unit

    def _intricate_units(self, found: list[str], levels: Sequence[int] | None) -> list[Unit]:
        units: list[Unit] = []
        parts: list[Part] = []
        for told, piece, level, closed in self._stretches(found, levels):
            if self.pieces[piece].text in _ISOLATES:
                pass  # FriBidi has heeded it; it is no text
            elif parts and parts[-1][1:] == (piece, level):
                parts[-1] = (parts[-1][0] + told, piece, level)
            else:
                parts.append((told, piece, level))
            # No word is that long: what only looks like one is not worth the time that breaking it well takes.
            if parts and (closed or len(parts[-1][0]) > LONGEST_LINE):
                units.append(self.unit(tuple(parts)))
                parts = []
        if parts:
            units.append(self.unit(tuple(parts)))
        return units

    def _stretches(
        self, found: list[str], levels: Sequence[int] | None
    ) -> Iterator[tuple[str, int, int, bool]]:
        """Text of one segment, piece and level each; the last is whether a line may end after it.

        A line may end after a soft hyphen too, but then the word looks otherwise: that is left to `broken_words`.
        """
        piece, left = -1, 0
        start = 0
        for segment in found:
            end = start + len(segment)
            while start < end:
                while not left:
                    piece += 1
                    left = len(self.pieces[piece].text)
                stop = min(start + left, end)
                level = 0
                if levels is not None:
                    level = levels[start]
                    stop = next((at for at in range(start + 1, stop) if levels[at] != level), stop)
                told = segment[len(segment) - (end - start) : len(segment) - (end - stop)]
                yield told, piece, level, stop == end and not segment.endswith(SOFT_HYPHEN)
                left -= stop - start
                start = stop

    def unit(self, parts: tuple[Part, ...]) -> Unit:
        """Shape what stands together."""
        items: list[Item] = []
        full = 0.0
        for number, (text, piece, level) in enumerate(parts):
            setting, scale = self.settings[piece], self._scales[piece]
            direction: Direction = "rtl" if level % 2 else "ltr"
            shaped = setting.words(direction).get(text)
            if shaped is None:
                shaped = setting.word(text, direction)
            if level % 2 and len(parts) > 1:
                before = parts[number - 1][0] if number else ""
                after = parts[number + 1][0] if number + 1 < len(parts) else ""
                if before[-1:].isalpha() or after[:1].isalpha():
                    shaped = setting.joined(text, direction, (before, after))
            for segment in shaped:
                items.append((segment, piece, level))
                full += segment.full * scale
        ink = full
        for segment, piece, _ in reversed(items):
            ink -= (segment.full - segment.ink) * self._scales[piece]
            if segment.ink:
                break
        forced = parts[-1][0].endswith(LINE_BREAK)
        if len(items) == 1 and items[0][0].plain:
            return Unit(parts, tuple(items), full, ink, forced, items[0][1], items[0][0])
        return Unit(parts, tuple(items), full, ink, forced)

    def cut(self, unit: Unit) -> list[Unit]:
        """Take a unit apart that is wider than any line: into characters."""
        small: list[Unit] = []
        for text, piece, level in unit.parts:
            small.extend(self.unit(((character, piece, level),)) for character in characters(text))
        return small

    def head(self, unit: Unit, offset: int) -> Unit:
        """The first `offset` characters of a word, with a hyphen where they have none of their own."""
        ((text, piece, level),) = unit.parts
        part = (text[:offset], piece, level)
        if part[0].endswith(SOFT_HYPHEN):
            return self.unit((part,))
        shaped = self.settings[piece].hyphenated(part[0])
        width = sum(segment.full for segment in shaped) * self._scales[piece]
        items = tuple((segment, piece, level) for segment in shaped)
        return Unit((part,), items, width, width, False)

    def rest(self, unit: Unit, offset: int) -> Unit:
        """A word without its first `offset` characters."""
        ((text, piece, level),) = unit.parts
        return self.unit(((text[offset:], piece, level),))
