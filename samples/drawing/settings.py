"""Places and things that the pictures share: skies, hills, towers, water, stages, lecterns, plants, flags."""

from __future__ import annotations

import math
from collections.abc import Sequence

from drawing.canvas import (
    Canvas,
    Colour,
    Fill,
    Point,
    across,
    box,
    darker,
    down,
    ellipse,
    lighter,
    mix,
    ribbon,
    scatter,
    smooth,
)


def clouds(c: Canvas, y: float, colour: Colour, seed: int, alpha: float = 0.5, spread: float = 120) -> None:
    """Long soft banks of cloud round the height y."""
    for i in range(9):
        x = scatter(seed, i) * c.width
        cy = y + (scatter(seed, i + 40) - 0.5) * spread * 2
        w = 160 + scatter(seed, i + 80) * 320
        c.shape(
            ellipse(x, cy, w, 9 + scatter(seed, i + 120) * 16),
            colour,
            alpha=alpha * (0.4 + 0.6 * scatter(seed, i + 160)),
            blur=12,
        )


def stars(c: Canvas, count: int, low: float, seed: int) -> None:
    c.shapes(
        [
            ellipse(
                scatter(seed, i) * c.width,
                scatter(seed, i + 500) ** 1.5 * low,
                0.7 + scatter(seed, i + 900) * 1.1,
            )
            for i in range(count)
        ],
        (255, 246, 226),
        alpha=0.7,
    )


def hills(c: Canvas, base: float, height: float, fill: Fill, seed: int, waves: float = 2.2) -> None:
    """A ridge across the picture."""
    top = []
    for i in range(41):
        t = i / 40
        rise = (
            0.5 + 0.28 * math.sin(waves * math.tau * t + seed) + 0.16 * math.sin(waves * 5.3 * t + seed * 2.1)
        )
        rise += 0.05 * math.sin(waves * 17 * t + seed)
        top.append((t * c.width, base - height * max(0.05, rise)))
    c.shape([*smooth(top, closed=False), (c.width, base), (0, base)], fill)


def towers(
    c: Canvas,
    x0: float,
    x1: float,
    base: float,
    low: float,
    high: float,
    colours: tuple[Colour, Colour],
    seed: int,
    lit: float = 0.4,
    lamp: Colour = (255, 214, 140),
) -> None:
    """A row of towers between x0 and x1, with some of their windows lit."""
    x, n = x0, 0
    windows: list[list[Point]] = []
    while x < x1:
        w = 34 + scatter(seed, n) * 52
        h = low + (high - low) * scatter(seed, n + 300) ** 1.6
        top = base - h
        fill = down(colours[0], colours[1], start=base - high, end=base)
        shape = box(x, top, w, h)
        kind = int(scatter(seed, n + 600) * 5)
        if kind == 1:
            shape = [(x, top + 18), (x + w, top), (x + w, base), (x, base)]
        elif kind == 2:
            c.shape(box(x + w * 0.22, top - 20, w * 0.56, 24), fill)
        elif kind == 3:
            c.shape(box(x + w / 2 - 1.2, top - 46, 2.4, 48), fill)
        elif kind == 4:
            shape = [
                (x, top + 16),
                (x + w * 0.3, top),
                (x + w * 0.7, top),
                (x + w, top + 16),
                (x + w, base),
                (x, base),
            ]
        c.shape(shape, fill)
        c.shape(box(x + w * 0.72, top + 18, w * 0.28, h - 18), darker(colours[0], 0.3), alpha=0.35)
        row, columns = top + 24, max(2, int(w / 11))
        while row < base - 10:
            for col in range(columns):
                if scatter(seed + 7, int(x * 3 + row * 11 + col * 131)) < lit:
                    windows.append(box(x + 5 + col * (w - 10) / columns, row, 4.2, 5.6))
            row += 13
        x += w + (4 if scatter(seed, n + 900) > 0.6 else -3)
        n += 1
    if windows:
        c.shapes(windows, lamp, alpha=0.8)


def ripples(
    c: Canvas, top: float, bottom: float, colour: Colour, seed: int, count: int = 130, alpha: float = 0.3
) -> None:
    """Streaks on water, wider and farther apart towards the viewer."""
    streaks = []
    for i in range(count):
        t = scatter(seed, i) ** 1.3
        y = top + t * (bottom - top)
        w = 14 + t * 110 * (0.4 + scatter(seed, i + 300))
        streaks.append(ellipse(scatter(seed, i + 600) * c.width, y, w, 0.8 + t * 2.6))
    c.shapes(streaks, colour, alpha=alpha)


def glitter(
    c: Canvas, x: float, top: float, bottom: float, colour: Colour, seed: int, width: float = 60
) -> None:
    """The path of a light on water."""
    flecks = []
    for i in range(90):
        t = scatter(seed, i)
        spread = width * (0.25 + t)
        flecks.append(
            ellipse(
                x + (scatter(seed, i + 200) - 0.5) * 2 * spread,
                top + t * (bottom - top),
                5 + 26 * t * scatter(seed, i + 400),
                0.8 + 2.2 * t,
            )
        )
    c.shapes(flecks, colour, alpha=0.55, light=True)


def stage(c: Canvas, floor: float, wood: tuple[Colour, Colour] = ((92, 72, 70), (44, 36, 48))) -> None:
    """A stage floor seen from the hall: boards in perspective, a lit edge at the front."""
    c.shape(box(0, floor, c.width, c.height - floor), down(*wood))
    for i in range(-14, 15):
        x = c.width / 2 + i * 90
        far = c.width / 2 + (x - c.width / 2) * 0.82
        c.shape(
            ribbon([(far, floor), (x * 1.25 - c.width * 0.125, c.height)], [1, 3]),
            darker(wood[0], 0.5),
            alpha=0.35,
        )
    c.shape(box(0, floor, c.width, 3), lighter(wood[0], 0.3), alpha=0.6)


def beam(
    c: Canvas, x: float, y: float, foot: float, ground: float, wide: float, colour: Colour, alpha: float = 0.2
) -> None:
    """A spotlight's beam from (x, y) to the ground."""
    c.shape(
        [(x - 10, y), (x + 10, y), (foot + wide, ground), (foot - wide, ground)],
        down(colour, darker(colour, 0.8)),
        alpha=alpha,
        blur=14,
        light=True,
    )
    c.glow(foot, ground, wide * 1.25, colour, alpha * 1.3, ry=wide * 0.22)


def lectern(c: Canvas, x: float, top: float, w: float, bottom: float, wood: Colour, trim: Colour) -> None:
    """A lectern's front, with an emblem of rings in place of a name."""
    c.shape(
        [(x - w * 0.42, top + 30), (x + w * 0.42, top + 30), (x + w * 0.34, bottom), (x - w * 0.34, bottom)],
        across(lighter(wood, 0.14), wood, darker(wood, 0.35)),
    )
    c.shape(
        [(x - w * 0.36, top + 60), (x + w * 0.36, top + 60), (x + w * 0.3, bottom), (x - w * 0.3, bottom)],
        across(lighter(wood, 0.22), lighter(wood, 0.05), darker(wood, 0.2)),
    )
    c.shape(
        [
            (x - w * 0.5, top),
            (x + w * 0.5, top),
            (x + w * 0.54, top + 26),
            (x + w * 0.5, top + 44),
            (x - w * 0.5, top + 44),
            (x - w * 0.54, top + 26),
        ],
        across(lighter(wood, 0.24), wood, darker(wood, 0.3)),
    )
    c.shape(box(x - w * 0.53, top + 24, w * 1.06, 5), trim, alpha=0.9)
    ey = top + 60 + (bottom - top) * 0.26
    for r, tone in (
        (0.19, trim),
        (0.165, darker(wood, 0.1)),
        (0.115, trim),
        (0.09, darker(wood, 0.1)),
        (0.045, trim),
    ):
        c.shape(ellipse(x, ey, w * r), tone)


def microphone(c: Canvas, foot: Point, tip: Point) -> None:
    """A thin bent stem with a capsule at its tip."""
    bend = (foot[0] + (tip[0] - foot[0]) * 0.15, foot[1] + (tip[1] - foot[1]) * 0.7)
    c.shape(ribbon([foot, bend, tip], [5, 4, 4]), (34, 34, 42))
    dx, dy = tip[0] - bend[0], tip[1] - bend[1]
    length = math.hypot(dx, dy)
    end = (tip[0] + dx / length * 30, tip[1] + dy / length * 30)
    c.shape(ribbon([tip, end], [13, 17]), across((70, 70, 80), (26, 26, 34)))


def flag(c: Canvas, x: float, foot: float, height: float, colour: Colour, accent: Colour) -> None:
    """A flag at rest on its staff: plain folds, no nation's."""
    c.shape(box(x - 3, foot - height, 6, height), across((222, 196, 130), (140, 110, 60)))
    c.shape(ellipse(x, foot - height, 8), (230, 204, 140))
    top, fall = foot - height + 12, height * 0.56
    cloth = smooth(
        [
            (x, top),
            (x + 30, top + 24),
            (x + 60, top + fall * 0.5),
            (x + 66, top + fall),
            (x + 34, top + fall * 0.96),
            (x, top + fall * 1.03),
        ]
    )
    c.shape(cloth, across(lighter(colour, 0.1), colour, darker(colour, 0.35), colour, darker(colour, 0.3)))
    c.shape(
        ribbon(
            [(x + 2, top + fall * 0.34), (x + 34, top + fall * 0.55), (x + 62, top + fall * 0.86)],
            [16, 20, 14],
        ),
        accent,
        alpha=0.85,
        within=cloth,
    )


def bouquet(c: Canvas, x: float, y: float, w: float, seed: int, petals: Sequence[Colour]) -> None:
    """A low arrangement of flowers and leaves round (x, y)."""
    for i in range(16):
        a = math.pi * (1.04 + 0.92 * scatter(seed, i))
        r = w * (0.35 + 0.25 * scatter(seed, i + 20))
        tip = (x + math.cos(a) * r * 1.25, y + math.sin(a) * r)
        c.shape(
            ribbon([(x, y), ((x + tip[0]) / 2, (y + tip[1]) / 2 - 4), tip], [5, w * 0.09, 1]),
            mix((52, 110, 74), (110, 160, 90), scatter(seed, i + 40)),
        )
    for i in range(20):
        a = math.pi * (1.0 + scatter(seed, i + 60))
        r = w * 0.35 * math.sqrt(scatter(seed, i + 80))
        px, py = x + math.cos(a) * r * 1.25, y + math.sin(a) * r * 0.8
        tone = petals[i % len(petals)]
        size = w * (0.055 + 0.03 * scatter(seed, i + 100))
        turn = scatter(seed, i + 120) * 1.2
        round_ = [
            (px + math.cos(turn + k * 1.2566) * size * 0.72, py + math.sin(turn + k * 1.2566) * size * 0.62)
            for k in range(5)
        ]
        c.shapes(
            [ellipse(ax, ay + size * 0.16, size * 0.62) for ax, ay in round_], darker(tone, 0.3), alpha=0.8
        )
        c.shapes(
            [ellipse(ax, ay, size * 0.58) for ax, ay in round_], down(lighter(tone, 0.2), darker(tone, 0.06))
        )
        c.shape(ellipse(px, py, size * 0.34), mix(tone, (250, 196, 90), 0.6))


def plant(c: Canvas, x: float, foot: float, h: float, seed: int, green: Colour = (58, 122, 88)) -> None:
    """A tall house plant in a pot."""
    c.shadow(ellipse(x, foot, h * 0.2, h * 0.03), 0.35, 8)
    for i in range(13):
        a = math.pi * (1.1 + 0.8 * (i + 0.5) / 13)
        r = h * (0.5 + 0.25 * scatter(seed, i))
        tip = (x + math.cos(a) * r * 0.75, foot - h * 0.25 + math.sin(a) * r)
        mid = (x + math.cos(a) * r * 0.28, foot - h * 0.25 + math.sin(a) * r * 0.62)
        tone = mix(green, (150, 196, 130), scatter(seed, i + 30) * 0.7)
        c.shape(
            ribbon([(x, foot - h * 0.24), mid, tip], [4, h * 0.085, 1]), darker(tone, 0.15 if i % 2 else 0.0)
        )
    c.shape(
        [
            (x - h * 0.13, foot - h * 0.27),
            (x + h * 0.13, foot - h * 0.27),
            (x + h * 0.095, foot),
            (x - h * 0.095, foot),
        ],
        across((236, 232, 228), (206, 200, 198), (160, 152, 156)),
    )


def pendant(c: Canvas, x: float, y: float, r: float, glow: Colour = (255, 226, 170)) -> None:
    """A round lamp on a cord from the ceiling."""
    c.shape(box(x - 1.2, 0, 2.4, y), (40, 40, 50), alpha=0.6)
    c.glow(x, y, r * 4.2, glow, 0.45)
    c.shape(ellipse(x, y, r), down(lighter(glow, 0.7), glow))


def bunting(c: Canvas, a: Point, b: Point, sag: float, colours: Sequence[Colour], count: int = 14) -> None:
    """A string of small flags between two points."""

    def at(t: float) -> Point:
        return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t + sag * 4 * t * (1 - t))

    line = [at(i / 30) for i in range(31)]
    c.shape(ribbon(line, [2.2] * 31), (84, 74, 80))
    for i in range(count):
        p, q = at((i + 0.15) / count), at((i + 0.85) / count)
        tone = colours[i % len(colours)]
        c.shape(
            [p, q, ((p[0] + q[0]) / 2 + 3, (p[1] + q[1]) / 2 + abs(q[0] - p[0]) * 0.95)],
            across(lighter(tone, 0.1), darker(tone, 0.15)),
        )
