"""What one document uses of the brand's fonts, and the font objects that come of it."""

from __future__ import annotations

from collections.abc import Sequence

from prexport.records import dataclass
from prexport.writers.pdf.reportlab.text.font import Font
from prexport.writers.pdf.reportlab.text.fonts import FontSet
from prexport.writers.pdf.reportlab.text.objects import font_objects
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
        self._used: set[Segment] = set()
        self._names: dict[Font, str] = {}
        self._claims: dict[Font, dict[int, str]] = {}
        self._disputed: set[Segment] = set()

    def use(self, segments: Sequence[Segment]) -> None:
        """Take note of what is going to be shown."""
        if self._used.issuperset(segments):
            return
        fresh = [segment for segment in dict.fromkeys(segments) if segment not in self._used]
        self._used.update(fresh)
        for segment in fresh:
            if segment.font not in self._names:
                self._names[segment.font] = f"F{len(self._names) + 1}"
                self._claims[segment.font] = {}
            claims = self._claims[segment.font]
            for glyph, text in segment.claims:
                if claims.setdefault(glyph, text) != text:
                    self._disputed.add(segment)

    def name(self, font: Font) -> str:
        """The name of a font in use."""
        return self._names[font]

    def needs_actual_text(self, segment: Segment) -> bool:
        """Whether the glyphs of a segment in use don't say its text by themselves."""
        return segment.opaque or segment in self._disputed

    def objects(self, first: int) -> FontObjects:
        """The objects of all fonts that were used; the first of them gets the number `first`."""
        glyphs: dict[Font, set[int]] = {font: set() for font in self._names}
        for segment in self._used:
            glyphs[segment.font].update(segment.glyphs)
        objects: list[tuple[bytes, bool]] = []
        resources: dict[str, Ref] = {}
        for font, name in self._names.items():
            made = font_objects(font, frozenset(glyphs[font]), self._claims[font], first + len(objects))
            resources[name] = Ref(first + len(objects))
            objects.extend(made)
        return FontObjects(tuple(objects), resources)
