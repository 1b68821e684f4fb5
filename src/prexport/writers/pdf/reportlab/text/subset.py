"""Font programs with the glyphs of one document, whose numbers stay what they are in the whole font."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import uharfbuzz

from prexport.records import dataclass
from prexport.writers.pdf.reportlab.text.cff import is_keyed_by_cid, with_identifiers
from prexport.writers.pdf.reportlab.text.codes import Alias
from prexport.writers.pdf.reportlab.text.composites import with_composites
from prexport.writers.pdf.reportlab.text.font import Font

_FLAGS = uharfbuzz.SubsetFlags
# What a PDF viewer asks of an embedded TrueType font (ISO 32000-2, 9.9.1); glyphs are found by their numbers.
_DROPPED = (
    "BASE DSIG FFTM GDEF GPOS GSUB JSTF MATH OS/2 STAT VORG cmap gasp kern meta name post prop vhea vmtx"
)
_DROPPED_TAGS = frozenset(int.from_bytes(tag.encode(), "big") for tag in _DROPPED.split())


@dataclass(frozen=True, slots=True)
class Program:
    """A font program; `compact` is a bare CFF font, else it is TrueType."""

    data: bytes
    compact: bool


def has_outlines_of_cff(font: Font) -> bool:
    """Whether glyphs are drawn by CFF or CFF2."""
    return any(tag in font.program.table_tags for tag in ("CFF ", "CFF2"))


def subset(font: Font, glyphs: frozenset[int], aliases: Sequence[Alias] = ()) -> Program:
    """The font with these glyphs (and the parts that they are composed of) only, and a glyph for each alias.

    Only TrueType outlines can have aliases, whose parts are among `glyphs`.
    """
    compact = has_outlines_of_cff(font)
    keyed = compact and _keyed(font)
    flags = _FLAGS.NO_HINTING | _FLAGS.NO_LAYOUT_CLOSURE | _FLAGS.NOTDEF_OUTLINE | _FLAGS.DOWNGRADE_CFF2
    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(_DROPPED_TAGS)
    wanted.flags = flags if keyed else flags | _FLAGS.RETAIN_GIDS
    for axis, position in font.face.axes:
        wanted.pin_axis_location(font.program, axis, position)
    plan = uharfbuzz.SubsetPlan(font.program, wanted)
    made = plan.execute()
    if not compact:
        data = bytes(made.blob.data)
        return Program(with_composites(data, font.program.glyph_count, aliases) if aliases else data, False)
    table = bytes(made.reference_table("CFF ").data)
    if not keyed:
        return Program(table, True)
    old = dict(plan.new_to_old_glyph_mapping.items())
    return Program(with_identifiers(table, [old[number] for number in range(1, made.glyph_count)]), True)


@lru_cache(maxsize=64)
def _keyed(font: Font) -> bool:
    # HarfBuzz makes CID-keyed fonts of CFF2, which knows neither names nor identifiers.
    tags = font.program.table_tags
    return "CFF2" in tags or is_keyed_by_cid(bytes(font.program.reference_table("CFF ").data))
