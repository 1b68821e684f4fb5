"""How people look and hold themselves, and the pen that draws in head heights from the ground up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drawing.canvas import (
    Canvas,
    Colour,
    Fill,
    Point,
    ellipse,
    limb,
    ribbon,
    smooth,
)

FAIR, WARM, OLIVE, BROWN, DEEP = (
    (246, 211, 184),
    (236, 190, 154),
    (214, 160, 118),
    (160, 106, 74),
    (104, 66, 48),
)


INK, CHESTNUT, SILVER, WHITE_HAIR, AUBURN = (
    (34, 30, 40),
    (78, 50, 40),
    (126, 128, 140),
    (222, 220, 222),
    (120, 62, 40),
)


@dataclass(frozen=True, slots=True)
class Look:
    """How somebody looks: skin, hair and clothes."""

    skin: Colour = WARM
    hair: Colour = INK
    style: str = "short"  # short, crop, side, bob, long, bun, curly, bald, hijab, ghutra
    outfit: str = "suit"  # suit, skirt, dress, casual, robe
    coat: Colour = (42, 54, 88)
    shirt: Colour = (244, 246, 250)
    tie: Colour | None = None
    legs: Colour | None = None
    glasses: bool = False
    beard: bool = False
    slim: bool = False
    scale: float = 1.0
    head: float = 1.0  # size of the head against the body; children's are larger


@dataclass(frozen=True, slots=True)
class Pose:
    """Elbow and hand of each arm, in head heights from the point between the feet; the viewer's left first."""

    left: tuple[Point, Point] = ((-0.99, 4.62), (-0.95, 3.5))
    right: tuple[Point, Point] = ((0.99, 4.62), (0.95, 3.5))
    face: float = 0.0  # -1 looks to the viewer's left, 1 to the right
    stride: float = 0.0  # how far the feet are apart beyond standing
    seated: bool = False
    smile: float = 1.0
    behind: tuple[bool, bool] = field(default=(False, False))  # arms drawn behind the body


FOLDED = Pose(left=((-1.0, 4.62), (-0.14, 3.82)), right=((1.0, 4.62), (0.14, 3.76)))


AT_EASE = Pose()


CLAPPING = Pose(left=((-0.96, 4.6), (-0.14, 4.9)), right=((0.96, 4.58), (0.14, 5.0)))


class Pen:
    """Turns head heights into px and draws for one person."""

    def __init__(self, canvas: Canvas, x: float, y: float, head: float) -> None:
        self.canvas, self.x, self.y, self.head = canvas, x, y, head

    def at(self, points: Sequence[Point]) -> list[Point]:
        return [(self.x + px * self.head, self.y - py * self.head) for px, py in points]

    def form(
        self,
        points: Sequence[Point],
        fill: Fill,
        *,
        curve: bool = True,
        alpha: float = 1.0,
        within: Sequence[Point] | None = None,
    ) -> None:
        line = self.at(points)
        inside = None if within is None else smooth(self.at(within))
        self.canvas.shape(smooth(line) if curve else line, fill, alpha=alpha, within=inside)

    def oval(
        self, x: float, y: float, rx: float, ry: float, fill: Fill, alpha: float = 1.0, tilt: float = 0.0
    ) -> None:
        cx, cy = self.at([(x, y)])[0]
        self.canvas.shape(ellipse(cx, cy, rx * self.head, ry * self.head, tilt), fill, alpha=alpha)

    def band(self, points: Sequence[Point], widths: Sequence[float], fill: Fill, alpha: float = 1.0) -> None:
        line = ribbon(self.at(points), [w * self.head for w in widths])
        self.canvas.shape(line, fill, alpha=alpha)

    def limb(self, points: Sequence[Point], widths: Sequence[float], fill: Fill) -> None:
        self.canvas.shapes(limb(self.at(points), [w * self.head for w in widths]), fill)


def child(look: Look) -> Look:
    """The same person at about ten: smaller and slimmer."""
    return replace(look, slim=True, scale=look.scale * 0.76, head=1.36)
