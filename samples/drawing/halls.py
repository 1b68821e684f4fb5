"""What the pictures of a ceremony share: its colours, arcs of light, an audience, a net of points."""

from __future__ import annotations

import math

from drawing.canvas import (
    Canvas,
    Colour,
    Point,
    darker,
    ellipse,
    lighter,
    mix,
    ribbon,
    scatter,
)
from drawing.heads import head_from_behind

NAVY, BLUE, SKY, RED, GOLD = (18, 30, 74), (38, 84, 168), (150, 204, 240), (190, 34, 48), (232, 190, 104)
PLUM, TEAL, CREAM, GRAPHITE = (126, 50, 96), (22, 116, 122), (238, 226, 204), (52, 56, 68)


def arcs(c: Canvas, x: float, y: float, radii: tuple[float, ...], colour: Colour, alpha: float) -> None:
    for r in radii:
        points: list[Point] = [
            (x + r * math.cos(math.radians(a)), y - r * math.sin(math.radians(a))) for a in range(0, 181, 6)
        ]
        c.shape(ribbon(points, [2 + r * 0.012] * len(points)), colour, alpha=alpha, light=True)


def audience(
    c: Canvas, y: float, head: float, seed: int, tone: Colour, rim: Colour, step: float = 150
) -> None:
    x, n = -40.0, 0
    while x < c.width + 80:
        hair = mix(darker(tone, 0.45), (52, 38, 40), scatter(seed, n))
        coat = mix(darker(tone, 0.3), (60, 56, 84), scatter(seed, n + 40) * 0.7)
        head_from_behind(
            c,
            x,
            y + scatter(seed, n + 80) * head * 0.35,
            head * (0.92 + 0.16 * scatter(seed, n + 120)),
            hair,
            coat,
            rim,
            int(scatter(seed, n + 200) * 4),
        )
        x += step * (0.88 + 0.3 * scatter(seed, n + 160))
        n += 1


def network(c: Canvas, x: float, y: float, w: float, h: float, seed: int, colour: Colour) -> None:
    """Points joined by fine lines: the picture on a screen."""
    dots = [(x + scatter(seed, i) * w, y + scatter(seed, i + 70) * h) for i in range(26)]
    lines = []
    for i, a in enumerate(dots):
        for b in dots[i + 1 :]:
            if math.dist(a, b) < w * 0.23:
                lines.append(ribbon([a, b], [1.6, 1.6]))
    c.shapes(lines, colour, alpha=0.35)
    c.shapes(
        [ellipse(px, py, 3 + 5 * scatter(seed, i + 140)) for i, (px, py) in enumerate(dots)],
        lighter(colour, 0.4),
        alpha=0.9,
    )
    for i in range(0, 26, 6):
        c.glow(*dots[i], 34, colour, 0.8)
