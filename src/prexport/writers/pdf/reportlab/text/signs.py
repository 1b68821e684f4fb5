"""Segments shown by codes of which every one says its own letters, in reading order.

Programs that extract text go by single codes and their places. Right-to-left words follow each other as they are
read, each at its own place; inside such a word the glyphs still go from left to right, since fonts advance that
way. Directional marks are codes, too.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from prexport.records import dataclass
from prexport.writers.pdf.reportlab.text.codes import Alias, Codes
from prexport.writers.pdf.reportlab.text.marks import (
    LEFT_TO_RIGHT_MARK,
    RIGHT_TO_LEFT_MARK,
    Neighbour,
    after,
    is_parted,
    is_turned,
)
from prexport.writers.pdf.reportlab.text.shaping import WIDE_GAP, Cluster, Segment

_MARK_WIDTH = 0.1  # ems; pdfium sets a space beside what has no width


@dataclass(frozen=True, slots=True)
class Sign:
    """One code, where it is shown (in font units from the segment's left edge), and what it stands for."""

    code: int
    x: float
    text: str


def together(segment: Segment, codes: Codes) -> list[Sign]:
    """The signs of a left-to-right segment: one for each cluster."""
    return [_together(cluster, codes) for cluster in segment.clusters]


def from_right(segment: Segment, codes: Codes, *, towards_left: bool) -> list[Sign]:
    """The signs of a right-to-left segment from left to right, on a line that goes `towards_left` as a whole."""
    signs: list[Sign] = []
    before: Neighbour | None = None
    for cluster in segment.clusters:
        first = cluster.text[0]
        if towards_left and is_parted(before, first, right_to_left=True):
            signs = [mark(codes, signs[0].x), *signs]
        if towards_left and is_turned(first):
            # Not beyond the edge, where it would part what stands there.
            edge = cluster.x + cluster.width - _MARK_WIDTH * codes.font.program.upem
            signs = [mark(codes, edge, LEFT_TO_RIGHT_MARK), *signs]
        signs = [*_one_by_one(cluster, codes), *signs]
        before = after(cluster.text[-1], right_to_left=True)
    return signs


def mark(codes: Codes, x: float, character: str = RIGHT_TO_LEFT_MARK) -> Sign:
    """A directional mark: seen by nobody."""
    width = round(_MARK_WIDTH * codes.font.program.upem)
    return Sign(codes.code(Alias((), width, character)), x, character)


def _together(cluster: Cluster, codes: Codes) -> Sign:
    code, shift = codes.together(cluster)
    return Sign(code, cluster.x + shift, cluster.text)


def _one_by_one(cluster: Cluster, codes: Codes) -> list[Sign]:
    """From left to right a sign for each character, the last of them first.

    All share the room of the cluster, so that every program finds them one beside the other.
    """
    said = cluster.text
    if len(said) == 1:
        return [_together(cluster, codes)]
    share = cluster.width / len(said)
    first = Alias(cluster.parts, round(share), said[-1])
    signs = [Sign(codes.code(first), cluster.x, said[-1])]
    for place, character in enumerate(reversed(said[:-1]), 1):
        blank = codes.code(Alias((), round(share), character))
        signs.append(Sign(blank, cluster.x + place * share, character))
    return signs


def operands(segment: Segment, signs: Iterable[Sign], codes: Codes) -> str:
    """TJ's operands for the signs of a segment; the pen goes on to the end of the segment."""
    scale = segment.font.scale
    shown = ""
    pen = 0
    end = Sign(-1, segment.full / scale, "")
    for sign, following in pairwise([*signs, end]):
        gap = round(sign.x * scale) - pen
        if gap:
            shown += f">{-gap}<"
            pen += gap
        code = sign.code
        if following is not end and following.x * scale - pen > codes.width(code) + WIDE_GAP:
            # Kerning that sets letters apart would be taken for a space: the letter itself is as wide as that.
            wide = Alias(codes.parts(code), round(following.x - pen / scale), sign.text)
            code = codes.code(wide)
        shown += f"{code:04x}"
        pen += codes.width(code)
    rest = pen - segment.full
    return f"<{shown}>".replace("<>", "") + (str(rest) if rest else "")
