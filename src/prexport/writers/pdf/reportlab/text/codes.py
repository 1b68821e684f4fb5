"""Codes of our own for what the glyphs of a font show together: one code, one meaning.

A code of a PDF font stands for the same characters wherever it is shown. Glyphs don't: one form may show several
letters, several glyphs one letter and its marks, and a ligature two letters that a right-to-left line needs one
by one. What a glyph doesn't say by itself gets a glyph of its own in the embedded font: the old ones in their
places (a composite glyph of TrueType), or a blank one for a letter whose shape another code has shown already.
"""

from __future__ import annotations

from prexport.records import dataclass
from prexport.writers.pdf.reportlab.text.font import Font
from prexport.writers.pdf.reportlab.text.shaping import Cluster, Part


@dataclass(frozen=True, slots=True)
class Alias:
    """What a code shows, how far the pen goes on after it (in font units), and the characters it stands for."""

    parts: tuple[Part, ...]
    advance: int
    text: str


class Codes:
    """What the codes of one font stand for in one document: claimed glyphs, and new codes after the last glyph."""

    def __init__(self, font: Font) -> None:
        """`font` is one with TrueType outlines where `code` and `together` are used."""
        self.font = font
        self._first: int = font.program.glyph_count
        self.claims: dict[int, str] = {}
        self._aliases: dict[Alias, int] = {}
        self._list: list[Alias] = []
        self._widths: list[int] = []

    @property
    def aliases(self) -> tuple[Alias, ...]:
        """The new codes in their order; the first follows the last glyph of the font."""
        return tuple(self._list)

    def claim(self, glyph: int, text: str) -> bool:
        """Whether `glyph`, which is no character's plain form, stands for `text` in this document."""
        return self.claims.setdefault(glyph, text) == text

    def code(self, alias: Alias) -> int:
        """The code for `alias`, the same one every time."""
        code = self._aliases.get(alias)
        if code is None:
            code = self._aliases[alias] = self._first + len(self._list)
            self._list.append(alias)
            self._widths.append(round(alias.advance * self.font.scale))
        return code

    def together(self, cluster: Cluster) -> tuple[int, int]:
        """One code for a whole cluster, and how far it stands from the cluster's left edge."""
        first = cluster.parts[0]
        if len(cluster.parts) == 1 and not first.y:
            own = self.font.letters.get(first.glyph)
            if own == cluster.text or (own is None and self.claim(first.glyph, cluster.text)):
                return first.glyph, first.x
        return self.code(Alias(cluster.parts, cluster.width, cluster.text)), 0

    def width(self, code: int) -> int:
        """The advance of a code in thousandths of an em."""
        new = code - self._first
        if new < 0:
            return self.font.width(code)
        return self._widths[new]

    def parts(self, code: int) -> tuple[Part, ...]:
        """What a code shows, as glyphs of the font."""
        new = code - self._first
        return (Part(code, 0, 0),) if new < 0 else self._list[new].parts
