"""What one document uses of the brand's fonts, and the font objects that come of it."""

from __future__ import annotations

from collections.abc import Sequence

from prexport.records import dataclass
from prexport.writers.pdf.reportlab.text.codes import Codes
from prexport.writers.pdf.reportlab.text.font import Font
from prexport.writers.pdf.reportlab.text.fonts import FontSet
from prexport.writers.pdf.reportlab.text.objects import COUNT, font_objects
from prexport.writers.pdf.reportlab.text.shaping import Segment
from prexport.writers.pdf.syntax import Ref


@dataclass(frozen=True, slots=True)
class FontObjects:
    """Serialised objects in the order of their numbers (bytes, is a stream), and what names each font."""

    objects: tuple[tuple[bytes, bool], ...]
    resources: dict[str, Ref]


class Session:
    """The fonts of one document."""

    def __init__(self, fonts: FontSet) -> None:
        """`fonts` are those of the document's brand."""
        self.fonts = fonts
        self.operands: dict[Segment, str] = {}
        """Operands of segments whose codes are made for this document."""
        self.words: dict[tuple[Segment, bool], str] = {}
        """Operators of right-to-left segments, by whether the line goes from right to left."""
        self._used: set[Segment] = set()
        self._names: dict[Font, str] = {}
        self._codes: dict[Font, Codes] = {}
        self._disputed: set[Segment] = set()

    def use(self, segments: Sequence[Segment]) -> None:
        """Take note of what is going to be shown."""
        if self._used.issuperset(segments):
            return
        for segment in segments:
            if segment in self._used:
                continue
            self._used.add(segment)
            font = segment.font
            if font not in self._names:
                self._names[font] = f"F{len(self._names) + 1}"
                self._codes[font] = Codes(font)
            if not segment.claims or (segment.opaque and font.has_outlines_of_truetype):
                continue
            codes = self._codes[font]
            if not all([codes.claim(glyph, text) for glyph, text in segment.claims]):
                self._disputed.add(segment)

    def name(self, font: Font) -> str:
        """The name of a font in use."""
        return self._names[font]

    def codes(self, font: Font) -> Codes:
        """What the codes of a font in use stand for."""
        return self._codes[font]

    def tells(self, segment: Segment) -> bool:
        """Whether glyphs of the font alone tell the text of a segment in use."""
        return not segment.opaque and segment not in self._disputed

    def objects(self, first: int) -> FontObjects:
        """The objects of all fonts that were used; the first of them gets the number `first`."""
        glyphs: dict[Font, set[int]] = {font: set() for font in self._names}
        for segment in self._used:
            glyphs[segment.font].update(segment.glyphs)
        objects: list[tuple[bytes, bool]] = []
        resources: dict[str, Ref] = {}
        for number, (font, name) in enumerate(self._names.items()):
            start = first + COUNT * number
            resources[name] = Ref(start)
            objects += font_objects(frozenset(glyphs[font]), self._codes[font], start)
        return FontObjects(tuple(objects), resources)
