"""The fonts of a brand, and the ways of setting text with them: shared by all documents of a process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from prexport.brand.coverage import choose_face, faces_of, font_runs
from prexport.brand.tokens import Brand, FaceRole, FontFace
from prexport.document.tree import Direction
from prexport.errors import InternalError
from prexport.writers.pdf.reportlab.text.font import Font
from prexport.writers.pdf.reportlab.text.lines import TextStyle
from prexport.writers.pdf.reportlab.text.shaping import Manner, Segment, hyphenated, shape

_MOST_WORDS = 20_000
"""How many words one setting keeps: about 15 MB at most."""

LONGEST_WORD = 100
"""Characters of the longest word that is kept."""

_TABULAR = {"tnum": True, "lnum": True}
_TRACKED = {"liga": False, "clig": False}


class Setting:
    """One way of setting text: a face of each family in turn, a language, features. It knows no size."""

    def __init__(
        self, fonts: FontSet, role: FaceRole, lang: str, bold: bool, italic: bool, manner: Manner
    ) -> None:
        """Made by `FontSet.setting`."""
        self._fonts = fonts
        self._role: FaceRole = role
        self._lang = lang
        self._bold, self._italic = bold, italic
        self._manner = manner
        self._words: dict[Direction, dict[str, tuple[Segment, ...]]] = {"ltr": {}, "rtl": {}}
        self.units: dict[tuple[float, int], dict[str, Any]] = {}
        families = [fonts.brand.families[name] for name in fonts.brand.font_stack(lang, role)]
        # Those that do not travel with prexport may be missing.
        self.first = self._font(next(family.name for family in families if faces_of(family)))
        self._covered = self.first.covered

    def words(self, direction: Direction = "ltr") -> Mapping[str, tuple[Segment, ...]]:
        """The words that are known already."""
        return self._words[direction]

    def word(self, text: str, direction: Direction = "ltr") -> tuple[Segment, ...]:
        """The segments of `text`: one for each font that it needs.

        Raises InternalError for a character that no font of the brand shows; `lint` finds it before.
        """
        known = self._words[direction]
        segments = known.get(text)
        if segments is None:
            segments = tuple(self._shape(text, direction))
            if len(text) <= LONGEST_WORD:
                if len(known) >= _MOST_WORDS:
                    known.clear()
                known[text] = segments
        return segments

    def joined(self, text: str, direction: Direction, around: tuple[str, str]) -> tuple[Segment, ...]:
        """The segments of a part of a word whose other parts are set otherwise: letters join over the seam."""
        return tuple(self._shape(text, direction, around))

    def hyphenated(self, text: str) -> tuple[Segment, ...]:
        """The segments of the first part of a broken word, with the hyphen, which is no part of the text."""
        runs = self._runs(text)
        whole = [shape(font, part, self._manner) for font, part in runs[:-1]]
        return (*whole, hyphenated(*runs[-1], self._manner))

    def _shape(self, text: str, direction: Direction, around: tuple[str, str] = ("", "")) -> list[Segment]:
        runs = self._runs(text)
        last = len(runs) - 1
        return [
            shape(
                font,
                part,
                self._manner,
                direction,
                ("" if number else around[0], "" if number < last else around[1]),
            )
            for number, (font, part) in enumerate(runs)
        ]

    def _runs(self, text: str) -> list[tuple[Font, str]]:
        if self._covered.issuperset(text):
            return [(self.first, text)]
        runs = font_runs(self._fonts.brand, text, self._lang, self._role)
        for run in runs:
            if not run.shown:
                named = ", ".join(
                    f"U+{ord(character):04X} {character}" for character in dict.fromkeys(run.text)
                )
                raise InternalError(f"No font of the brand shows {named}.")
        return [(self._font(run.family), run.text) for run in runs]

    def _font(self, family: str) -> Font:
        face = choose_face(self._fonts.brand.families[family], bold=self._bold, italic=self._italic)
        if face is None:
            raise InternalError(f"The family {family} has no face.")
        return self._fonts.font(face)


class FontSet:
    """All fonts of a brand, each read when it is first needed."""

    def __init__(self, brand: Brand) -> None:
        """Use `font_set`, which keeps them."""
        self.brand = brand
        self._fonts: dict[FontFace, Font] = {}
        self._settings: dict[tuple[object, ...], Setting] = {}

    def font(self, face: FontFace) -> Font:
        """The font of a face."""
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = Font(face)
        return font

    def setting(self, style: TextStyle, lang: str) -> Setting:
        """How text of `lang` is set in `style`; scripts without italics stay upright."""
        tracking = round(style.tracking * 1000 / style.size, 1) if style.tracking else 0.0
        key = (lang, style.face, style.bold, style.italic, style.tabular, tracking)
        setting = self._settings.get(key)
        if setting is None:
            features = {**(_TABULAR if style.tabular else {}), **(_TRACKED if tracking else {})}
            italic = style.italic and self.brand.script(lang).italic
            manner = Manner(lang, features, tracking)
            setting = Setting(self, style.face, lang, style.bold, italic, manner)
            self._settings[key] = setting
        return setting


@lru_cache(maxsize=4)
def font_set(brand: Brand) -> FontSet:
    """The fonts of `brand`."""
    return FontSet(brand)
