"""What glyphs stand for: the ToUnicode CMap of a font (ISO 32000-2, 9.10.3)."""

from __future__ import annotations

from collections.abc import Mapping

_HEAD = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
"""
_TAIL = b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
_MOST = 100  # entries of one block


def to_unicode(texts: Mapping[int, str]) -> bytes:
    """The CMap that maps each glyph to its text."""
    rows = [f"<{glyph:04x}> <{texts[glyph].encode('utf-16-be').hex()}>" for glyph in sorted(texts)]
    blocks = []
    for start in range(0, len(rows), _MOST):
        block = rows[start : start + _MOST]
        blocks.append(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n")
    return _HEAD + "".join(blocks).encode() + _TAIL
