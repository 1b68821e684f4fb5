"""Which font shows a character: coverage by each face's own cmap, and the choice of family for a text.

A text is taken apart by clusters (a character with its combining marks and joiners), since a mark must come from
the font of its base. Characters without a picture (controls, joiners, variation selectors) need no font.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from functools import lru_cache

from prexport.brand import cjk
from prexport.brand.glyphs import glyphs
from prexport.brand.tokens import BOLD, REGULAR, Brand, FaceRole, Family, FontFace
from prexport.records import dataclass

ZERO_WIDTH_JOINER = "\u200d"

# Unicode's format characters that are drawn all the same (prepended concatenation marks).
_DRAWN_FORMATS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
# Fillers and joiners that are letters or marks by category, and yet default-ignorable.
_UNDRAWN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")


@dataclass(frozen=True, slots=True)
class StyledText:
    """Some text as a page will show it."""

    text: str
    lang: str
    role: FaceRole = "text"
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class FontRun:
    """A stretch of text that one family sets. `shown` is False when not even the last resort has a glyph."""

    text: str
    family: str
    shown: bool = True


def characters(face: FontFace) -> Set[int]:
    """Give the code points that `face` has a glyph for; cached per file for the life of the process."""
    return glyphs(face.path, face.index).keys()


def faces_of(family: Family) -> tuple[FontFace, ...]:
    """Give the faces of a family, looking for those that do not travel with prexport; () when there are none."""
    return cjk.find_faces(family.name) if family.external else family.faces


def choose_face(family: Family, *, bold: bool = False, italic: bool = False) -> FontFace | None:
    """Give the face of `family` nearest to what is asked for: the right slant first, then the nearest weight."""
    weight = BOLD if bold else REGULAR
    style = "italic" if italic else "normal"
    faces = faces_of(family)
    return min(faces, key=lambda face: (face.style != style, abs(face.weight - weight)), default=None)


def choose_family(brand: Brand, character: str, lang: str, role: FaceRole = "text") -> str | None:
    """Give the name of the family that shows `character` (or a cluster) in text of `lang`; None when none does."""
    needed = [ord(part) for part in character if not _undrawn(part)]
    for name in brand.font_stack(lang, role):
        if _has_all(brand.families[name], needed):
            return name
    return None


def font_runs(brand: Brand, text: str, lang: str, role: FaceRole = "text") -> tuple[FontRun, ...]:
    """Take `text` apart into stretches of one family each, in order; joined they are `text` again.

    Spaces and undrawn characters stay with what stands before them where its family has them.
    """
    stack = [(name, brand.families[name]) for name in brand.font_stack(lang, role)]
    if _has_all(stack[0][1], {ord(part) for part in set(text) if not _undrawn(part)}):
        return (FontRun(text, stack[0][0]),) if text else ()
    chosen: dict[str, tuple[str, bool]] = {}  # text repeats its clusters: each is looked for once
    runs: list[tuple[list[str], str, bool]] = []
    for cluster in _clusters(text):
        if cluster not in chosen:
            chosen[cluster] = _family_of(cluster, stack)
        family, shown = chosen[cluster]
        if runs and runs[-1][2] and (cluster.isspace() or all(map(_undrawn, cluster))):
            before = runs[-1][1]
            if _has_all(brand.families[before], [ord(part) for part in cluster if not _undrawn(part)]):
                family, shown = before, True
        if runs and runs[-1][1:] == (family, shown):
            runs[-1][0].append(cluster)
        else:
            runs.append(([cluster], family, shown))
    return tuple(FontRun("".join(clusters), family, shown) for clusters, family, shown in runs)


def _family_of(cluster: str, stack: Sequence[tuple[str, Family]]) -> tuple[str, bool]:
    """The first family that shows a cluster, and whether one does."""
    needed = [ord(part) for part in cluster if not _undrawn(part)]
    for name, entry in stack:
        if _has_all(entry, needed):
            return name, True
    # A base whose mark no font has: the base is still shown, and the mark is what is missing.
    return next((name for name, entry in stack if _has_all(entry, needed[:1])), stack[0][0]), False


def missing_characters(brand: Brand, text: str, lang: str, role: FaceRole = "text") -> tuple[str, ...]:
    """Give the characters of `text` that no font of the brand has, each once, in order of code points."""
    lost: set[str] = set()
    for run in font_runs(brand, text, lang, role):
        if not run.shown:
            lost.update(
                part for part in run.text if not _undrawn(part) and not choose_family(brand, part, lang, role)
            )
    return tuple(sorted(lost))


def shows_at_once(brand: Brand, texts: Iterable[tuple[str, str, FaceRole]]) -> bool:
    """Whether the first family of each text, language and role has all characters: the answer that most need.

    It is given without looking at any single text; False says nothing of which character is missing, if any is.
    """
    together: dict[tuple[str, FaceRole], set[str]] = {}
    for text, lang, role in texts:
        together.setdefault((lang, role), set()).update(text)
    return all(
        _has_all(
            brand.families[brand.font_stack(lang, role)[0]],
            [ord(character) for character in characters if not _undrawn(character)],
        )
        for (lang, role), characters in together.items()
    )


def remedy(missing: Iterable[str]) -> str:
    """Say what to do so that `missing` characters are shown."""
    lost = tuple(missing)
    if any(is_east_asian(character) for character in lost) and cjk.place() is None:
        return f"Fonts for Chinese, Japanese and Korean do not come with prexport. {cjk.REMEDY}"
    if any(unicodedata.category(character) == "Co" for character in lost):
        return "These are private characters, which only one font shows: write what they stand for."
    return "Write it with other characters, or add a font that has them to the brand's fonts."


def is_east_asian(character: str) -> bool:
    """Whether `character` is Han, kana, hangul, bopomofo or punctuation of their width."""
    wide = unicodedata.east_asian_width(character) in "WF"
    return wide and not 0x1F000 <= ord(character) < 0x20000  # emoji are wide too


def needed_faces(brand: Brand, texts: Iterable[StyledText]) -> dict[FontFace, frozenset[str]]:
    """Give the faces that `texts` need, each with the characters that it has to show, in a stable order.

    Text that no font shows is left out; `missing_characters` reports it.
    """
    found: dict[FontFace, set[str]] = {}
    for styled in texts:
        italic = styled.italic and brand.script(styled.lang).italic
        for run in font_runs(brand, styled.text, styled.lang, styled.role):
            face = choose_face(brand.families[run.family], bold=styled.bold, italic=italic)
            if face is not None and run.shown:
                found.setdefault(face, set()).update(run.text)
    order = sorted(found, key=lambda face: (face.family, face.weight, face.style))
    return {face: frozenset(found[face]) for face in order}


def _has_all(family: Family, code_points: Collection[int]) -> bool:
    faces = faces_of(family)
    if not faces:
        return False
    # All faces of a family have the same characters (a test holds that), so the first one speaks for all.
    covered = characters(faces[0])
    return all(code_point in covered for code_point in code_points)


def _clusters(text: str) -> Iterator[str]:
    start = 0
    for at in range(1, len(text)):
        joined = text[at - 1] == ZERO_WIDTH_JOINER and not text[at].isspace()
        if joined or unicodedata.category(text[at]) in ("Mn", "Mc", "Me") or text[at] == ZERO_WIDTH_JOINER:
            continue
        yield text[start:at]
        start = at
    if text:
        yield text[start:]


@lru_cache(maxsize=4096)
def _undrawn(character: str) -> bool:
    code_point = ord(character)
    if 0xFE00 <= code_point <= 0xFE0F or 0xE0100 <= code_point <= 0xE01EF or character in _UNDRAWN:
        return True
    category = unicodedata.category(character)
    return category in ("Cc", "Zl", "Zp") or (category == "Cf" and character not in _DRAWN_FORMATS)
