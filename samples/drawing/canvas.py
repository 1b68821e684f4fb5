"""A canvas of flat shapes with soft light: every shape is a mask drawn at four times its size, then filled."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Point = tuple[float, float]
Colour = tuple[int, int, int]

WIDTH, HEIGHT = 1600, 1067
_FINE = 4  # masks are drawn at this multiple, so that edges come out clean


def mix(a: Colour, b: Colour, share: float) -> Colour:
    """The colour that lies `share` (0 to 1) of the way from `a` to `b`."""
    return (
        round(a[0] + (b[0] - a[0]) * share),
        round(a[1] + (b[1] - a[1]) * share),
        round(a[2] + (b[2] - a[2]) * share),
    )


def lighter(colour: Colour, share: float = 0.2) -> Colour:
    return mix(colour, (255, 255, 255), share)


def darker(colour: Colour, share: float = 0.2) -> Colour:
    """A deeper tone of the colour; shade is never grey, it leans to the blue of the night."""
    return mix(colour, (14, 16, 40), share)


def scatter(seed: int, n: int) -> float:
    """The n-th number of a fixed, even spread over 0 to 1: irregular to the eye, the same on every machine."""
    value = (n + 1) * 2654435761 ^ (seed + 1) * 40503 * 69069
    for _ in range(3):
        value = (value ^ (value >> 13)) * 1274126177 & 0xFFFFFFFF
    return value / 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Gradient:
    """Colours at places from 0 to 1, across the shape or between `start` and `end` in px of the picture."""

    stops: tuple[tuple[float, Colour], ...]
    horizontal: bool = False
    start: float | None = None
    end: float | None = None

    def at(self, place: float) -> Colour:
        if place <= self.stops[0][0]:
            return self.stops[0][1]
        for (p, a), (q, b) in zip(self.stops, self.stops[1:], strict=False):
            if place <= q:
                return mix(a, b, (place - p) / (q - p))
        return self.stops[-1][1]

    def image(self, box: tuple[int, int, int, int]) -> Image.Image:
        x0, y0, x1, y1 = box
        low, high = (x0, x1) if self.horizontal else (y0, y1)
        start = low if self.start is None else self.start
        end = high if self.end is None else self.end
        line = [self.at((p + 0.5 - start) / ((end - start) or 1)) for p in range(low, high)]
        strip = Image.new("RGB", (len(line), 1) if self.horizontal else (1, len(line)))
        strip.putdata(line)
        return strip.resize((x1 - x0, y1 - y0), Image.Resampling.NEAREST)


Fill = Colour | Gradient


def down(*colours: Colour, start: float | None = None, end: float | None = None) -> Gradient:
    """Evenly spaced colours from top to bottom."""
    return Gradient(_even(colours), start=start, end=end)


def across(*colours: Colour, start: float | None = None, end: float | None = None) -> Gradient:
    """Evenly spaced colours from left to right."""
    return Gradient(_even(colours), horizontal=True, start=start, end=end)


def _even(colours: Sequence[Colour]) -> tuple[tuple[float, Colour], ...]:
    return tuple((i / max(1, len(colours) - 1), colour) for i, colour in enumerate(colours))


def smooth(points: Sequence[Point], *, closed: bool = True, steps: int = 9) -> list[Point]:
    """A curve through all the points (Catmull-Rom)."""
    n = len(points)
    out: list[Point] = []
    for i in range(n if closed else n - 1):
        if closed:
            p0, p1, p2, p3 = (points[(i + k) % n] for k in (-1, 0, 1, 2))
        else:
            p0, p1, p2, p3 = (points[min(n - 1, max(0, i + k))] for k in (-1, 0, 1, 2))
        for s in range(steps):
            t = s / steps
            out.append((_spline(p0[0], p1[0], p2[0], p3[0], t), _spline(p0[1], p1[1], p2[1], p3[1], t)))
    if not closed:
        out.append(points[-1])
    return out


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))


def ellipse(x: float, y: float, rx: float, ry: float | None = None, tilt: float = 0.0) -> list[Point]:
    """An ellipse round (x, y); tilt in degrees."""
    ry = rx if ry is None else ry
    n = max(24, min(180, round((rx + ry) / 2)))
    cos, sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    out = []
    for i in range(n):
        a = math.tau * i / n
        px, py = rx * math.cos(a), ry * math.sin(a)
        out.append((x + px * cos - py * sin, y + px * sin + py * cos))
    return out


def box(x: float, y: float, w: float, h: float, r: float = 0.0) -> list[Point]:
    """A rectangle with its top left corner at (x, y), rounded by r."""
    if r <= 0:
        return [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
    out: list[Point] = []
    for cx, cy, turn in (
        (x + w - r, y + r, -90),
        (x + w - r, y + h - r, 0),
        (x + r, y + h - r, 90),
        (x + r, y + r, 180),
    ):
        for i in range(9):
            a = math.radians(turn + i * 90 / 8)
            out.append((cx + r * math.cos(a), cy + r * math.sin(a)))
    return out


def ribbon(points: Sequence[Point], widths: Sequence[float], *, curved: bool = True) -> list[Point]:
    """A band along the points, as wide at each as its width says, with round ends: limbs, cords, smiles."""
    if curved and len(points) > 2:
        steps = 8
        line = smooth(points, closed=False, steps=steps)
        sizes = [
            widths[min(i // steps, len(widths) - 1)]
            + (widths[min(i // steps + 1, len(widths) - 1)] - widths[min(i // steps, len(widths) - 1)])
            * (i % steps)
            / steps
            for i in range(len(line))
        ]
    else:
        line, sizes = list(points), list(widths)
    left: list[Point] = []
    right: list[Point] = []
    for i, (x, y) in enumerate(line):
        ax, ay = line[max(0, i - 1)]
        bx, by = line[min(len(line) - 1, i + 1)]
        length = math.hypot(bx - ax, by - ay) or 1.0
        nx, ny = -(by - ay) / length, (bx - ax) / length
        r = sizes[i] / 2
        left.append((x + nx * r, y + ny * r))
        right.append((x - nx * r, y - ny * r))
    return [
        *left,
        *_cap(line[-2], line[-1], sizes[-1] / 2),
        *reversed(right),
        *_cap(line[1], line[0], sizes[0] / 2),
    ]


def limb(points: Sequence[Point], widths: Sequence[float]) -> list[list[Point]]:
    """The same band as overlapping pieces, which stays whole in a sharp bend."""
    steps = 6
    line = smooth(points, closed=False, steps=steps)
    last = len(widths) - 1
    sizes = [
        widths[min(i // steps, last)]
        + (widths[min(i // steps + 1, last)] - widths[min(i // steps, last)]) * (i % steps) / steps
        for i in range(len(line))
    ]
    joints = [ellipse(x, y, size / 2) for (x, y), size in zip(line, sizes, strict=True)]
    pieces = [
        ribbon(line[i : i + 2], sizes[i : i + 2], curved=False)
        for i in range(len(line) - 1)
        if line[i] != line[i + 1]
    ]
    return joints + pieces


def _cap(before: Point, end: Point, r: float) -> list[Point]:
    turn = math.atan2(end[1] - before[1], end[0] - before[0])
    return [
        (end[0] + r * math.cos(turn + a), end[1] + r * math.sin(turn + a))
        for a in (math.pi / 2 - math.pi * i / 10 for i in range(1, 10))
    ]


@dataclass(slots=True)
class Canvas:
    """The picture being drawn; all measures are px of the finished picture, y grows downwards."""

    width: int = WIDTH
    height: int = HEIGHT
    image: Image.Image = field(init=False)

    def __post_init__(self) -> None:
        self.image = Image.new("RGB", (self.width, self.height))

    def fill(self, fill: Fill) -> None:
        self.shape(box(0, 0, self.width, self.height), fill)

    def shape(
        self,
        points: Sequence[Point],
        fill: Fill,
        *,
        alpha: float = 1.0,
        blur: float = 0.0,
        light: bool = False,
        within: Sequence[Point] | None = None,
    ) -> None:
        """Fill a shape; `light` adds it as light instead of covering, `within` keeps it inside another shape."""
        area = self._area(points if within is None else [*points], blur)
        if area is None:
            return
        mask = self._mask([points], area, blur)
        if within is not None:
            mask = ImageChops.multiply(mask, self._mask([within], area, 0.0))
        self._lay(mask, area, fill, alpha, light)

    def shapes(
        self,
        many: Iterable[Sequence[Point]],
        fill: Fill,
        *,
        alpha: float = 1.0,
        blur: float = 0.0,
        light: bool = False,
    ) -> None:
        """Fill many shapes at once, in one mask: windows, sparkles, stripes."""
        everything = list(many)
        area = self._area([p for points in everything for p in points], blur)
        if area is not None:
            self._lay(self._mask(everything, area, blur), area, fill, alpha, light)

    def glow(
        self, x: float, y: float, rx: float, colour: Colour, alpha: float = 1.0, ry: float | None = None
    ) -> None:
        """Light that fades away from (x, y)."""
        ry = rx if ry is None else ry
        size = (max(2, round(rx * 2)), max(2, round(ry * 2)))
        # The stock gradient is 181 at the middle of its sides: there the light has to end.
        fade = [round(255 * max(0.0, 1 - v / 181) ** 2 * alpha) for v in range(256)]
        spot = Image.radial_gradient("L").point(fade)
        spot = spot.resize(size, Image.Resampling.BICUBIC)
        left, top = round(x - rx), round(y - ry)
        area = (max(0, left), max(0, top), min(self.width, left + size[0]), min(self.height, top + size[1]))
        if area[0] < area[2] and area[1] < area[3]:
            part = spot.crop((area[0] - left, area[1] - top, area[2] - left, area[3] - top))
            self._lay(part, area, colour, 1.0, True)

    def shadow(
        self, points: Sequence[Point], alpha: float = 0.35, blur: float = 12.0, colour: Colour = (10, 14, 40)
    ) -> None:
        self.shape(points, colour, alpha=alpha, blur=blur)

    def mirror(
        self, waterline: int, depth: int, tint: Colour, share: float = 0.45, blur: float = 3.0
    ) -> None:
        """What stands above the waterline, seen again in the water below it."""
        above = self.image.crop((0, max(0, waterline - depth), self.width, waterline))
        below = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM).filter(ImageFilter.GaussianBlur(blur))
        below = below.crop((0, 0, self.width, min(depth, self.height - waterline)))
        self.image.paste(Image.blend(below, Image.new("RGB", below.size, tint), share), (0, waterline))

    def vignette(self, alpha: float = 0.35, colour: Colour = (8, 10, 30)) -> None:
        """Darken the corners a little."""
        edge = Image.radial_gradient("L").point([round(255 * (v / 255) ** 2.4 * alpha) for v in range(256)])
        edge = edge.resize((self.width, self.height), Image.Resampling.BICUBIC)
        self.image.paste(Image.new("RGB", edge.size, colour), (0, 0), edge)

    def _area(self, points: Sequence[Point], blur: float) -> tuple[int, int, int, int] | None:
        pad = 2 + blur * 3
        x0 = max(0, math.floor(min(p[0] for p in points) - pad))
        y0 = max(0, math.floor(min(p[1] for p in points) - pad))
        x1 = min(self.width, math.ceil(max(p[0] for p in points) + pad))
        y1 = min(self.height, math.ceil(max(p[1] for p in points) + pad))
        return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None

    def _mask(
        self, many: Sequence[Sequence[Point]], area: tuple[int, int, int, int], blur: float
    ) -> Image.Image:
        # A blurred shape may lie partly outside the picture: its mask keeps a rim, so that the blur sees it.
        rim = math.ceil(blur * 3)
        fine = _FINE if blur < 2 else 1
        x0, y0 = area[0] - rim, area[1] - rim
        size = ((area[2] - area[0] + 2 * rim) * fine, (area[3] - area[1] + 2 * rim) * fine)
        mask = Image.new("L", size)
        pen = ImageDraw.Draw(mask)
        for points in many:
            pen.polygon([((x - x0) * fine, (y - y0) * fine) for x, y in points], fill=255)
        if fine > 1:
            mask = mask.reduce(fine)
        if blur:
            mask = mask.filter(ImageFilter.GaussianBlur(blur))
        return mask.crop((rim, rim, rim + area[2] - area[0], rim + area[3] - area[1])) if rim else mask

    def _lay(
        self, mask: Image.Image, area: tuple[int, int, int, int], fill: Fill, alpha: float, light: bool
    ) -> None:
        if alpha < 1:
            mask = mask.point([round(v * alpha) for v in range(256)])
        size = (area[2] - area[0], area[3] - area[1])
        paint = fill.image(area) if isinstance(fill, Gradient) else Image.new("RGB", size, fill)
        if light:
            lit = Image.composite(paint, Image.new("RGB", size), mask)
            self.image.paste(ImageChops.screen(self.image.crop(area), lit), area[:2])
        else:
            self.image.paste(paint, area[:2], mask)
