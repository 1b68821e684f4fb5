"""People, seven and a half heads tall, drawn in head heights from the ground up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drawing.canvas import (
    Canvas,
    Colour,
    Fill,
    Point,
    across,
    darker,
    down,
    ellipse,
    lighter,
    limb,
    mix,
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
INK, CHESTNUT, SILVER, WHITE_HAIR, AUBURN = (34, 30, 40), (78, 50, 40), (126, 128, 140), (222, 220, 222), (120, 62, 40)


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


class _Pen:
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

    def oval(self, x: float, y: float, rx: float, ry: float, fill: Fill, alpha: float = 1.0, tilt: float = 0.0) -> None:
        cx, cy = self.at([(x, y)])[0]
        self.canvas.shape(ellipse(cx, cy, rx * self.head, ry * self.head, tilt), fill, alpha=alpha)

    def band(self, points: Sequence[Point], widths: Sequence[float], fill: Fill, alpha: float = 1.0) -> None:
        line = ribbon(self.at(points), [w * self.head for w in widths])
        self.canvas.shape(line, fill, alpha=alpha)

    def limb(self, points: Sequence[Point], widths: Sequence[float], fill: Fill) -> None:
        self.canvas.shapes(limb(self.at(points), [w * self.head for w in widths]), fill)


def person(canvas: Canvas, x: float, y: float, height: float, look: Look, pose: Pose = AT_EASE) -> None:
    """Draw somebody `height` px tall whose feet stand at (x, y)."""
    pen = _Pen(canvas, x, y, height * look.scale / 7.5)
    sides = ((-1, pose.left, pose.behind[0]), (1, pose.right, pose.behind[1]))
    for side, arm, behind in sides:
        if behind:
            _arm(pen, look, side, arm)
    chin = 6.45 * pen.head
    face = _Pen(canvas, x, y - chin + chin * look.head, pen.head * look.head)
    if look.style == "long":
        _hair_behind(face, look, pose)
    if not pose.seated:
        _legs(pen, look, pose)
    _body(pen, look, pose)
    _head(face, look, pose)
    for side, arm, behind in sides:
        if not behind:
            _arm(pen, look, side, arm)


def arms(canvas: Canvas, x: float, y: float, height: float, look: Look, pose: Pose) -> None:
    """The arms once more, over a table that was drawn in front of somebody seated."""
    pen = _Pen(canvas, x, y, height * look.scale / 7.5)
    _arm(pen, look, -1, pose.left)
    _arm(pen, look, 1, pose.right)


def _shoulder(look: Look) -> float:
    return 0.76 if look.slim else 0.88


def _legs(pen: _Pen, look: Look, pose: Pose) -> None:
    cloth = look.legs or darker(look.coat, 0.12)
    s = pose.stride
    pen.canvas.shadow(ellipse(pen.x, pen.y + 0.02 * pen.head, (1.15 + s) * pen.head, 0.17 * pen.head), 0.4, 0.1 * pen.head)
    if look.outfit == "robe":
        hip = 0.63 if look.slim else 0.72
        pen.form(
            [(-hip, 4.4), (hip, 4.4), (0.78, 2.0), (0.84, 0.12), (0.3, 0.04), (-0.3, 0.04), (-0.84, 0.12), (-0.78, 2.0)],
            across(lighter(look.coat, 0.1), look.coat, darker(look.coat, 0.22)),
        )
        for x in (-0.3, 0.12, 0.42):
            pen.band([(x, 3.6), (x * 1.25, 1.8), (x * 1.4, 0.2)], [0.02, 0.05, 0.07], darker(look.coat, 0.25), 0.5)
        return
    bare = look.outfit in ("skirt", "dress")
    for side in (-1, 1):
        foot = side * (0.3 + s)
        if bare:
            shin = darker(look.skin, 0.06 if side < 0 else 0.16)
            pen.band([(side * 0.3, 2.4), (side * (0.29 + s * 0.5), 1.5), (foot * 0.9, 0.25)], [0.5, 0.4, 0.19], shin)
            pen.form(
                [(foot - 0.15, 0.25), (foot + 0.13, 0.25), (foot + 0.17, 0.02), (foot - 0.17, 0.02)],
                darker(look.legs or look.coat, 0.4),
            )
            continue
        tone = cloth if side < 0 else darker(cloth, 0.16)
        pen.form(
            [
                (side * -0.02, 3.75),
                (side * 0.66, 3.7),
                (side * (0.6 + s * 0.5), 2.1),
                (foot + side * 0.2, 0.2),
                (foot - side * 0.2, 0.2),
                (side * (0.11 + s * 0.5), 2.1),
            ],
            across(lighter(tone, 0.06), tone, darker(tone, 0.2)),
            curve=False,
        )
        pen.form(
            [(foot - side * 0.2, 0.24), (foot + side * 0.17, 0.24), (foot + side * 0.34, 0.06), (foot + side * 0.3, 0.0), (foot - side * 0.2, 0.0)],
            (30, 26, 34),
            curve=False,
        )
    if bare:
        hem = 1.95
        skirt = look.coat if look.outfit == "dress" else (look.legs or look.coat)
        pen.form(
            [(-0.6, 3.9), (0.6, 3.9), (0.66, 3.2), (0.56 + s * 0.4, hem), (-0.56 - s * 0.4, hem), (-0.66, 3.2)],
            across(lighter(skirt, 0.08), skirt, darker(skirt, 0.25)),
            curve=False,
        )


def _body(pen: _Pen, look: Look, pose: Pose) -> None:
    w = _shoulder(look)
    lean = pose.face * 0.05
    # the neck, and the shade that the head throws on it
    neck = [(-0.2, 6.75), (0.2, 6.75), (0.22, 6.2), (0.34, 6.0), (0, 5.8), (-0.34, 6.0), (-0.22, 6.2)]
    pen.form(neck, darker(look.skin, 0.12))
    chin = pose.face * 0.1
    pen.form(
        [(-0.4, 6.8), (0.4, 6.8), (0.4, 6.5), (chin + 0.14, 6.34), (chin - 0.1, 6.36), (-0.4, 6.56)],
        darker(look.skin, 0.32),
        alpha=0.6,
        within=neck,
    )
    edge = (w + 0.1) * pen.head
    coat = across(lighter(look.coat, 0.1), look.coat, darker(look.coat, 0.28), start=pen.x - edge, end=pen.x + edge)
    waist, hip = (0.52, 0.6) if look.slim else (0.66, 0.68)
    long = {"suit": 3.42, "skirt": 3.62, "dress": 3.75, "casual": 3.6, "robe": 4.2}[look.outfit]
    outline = [
        (-0.24, 6.2),
        (-w * 0.72, 6.06),
        (-w - 0.1, 5.72),
        (-w - 0.02, 5.2),
        (-waist - 0.04, 4.55),
        (-hip - 0.05, long + 0.3),
        (-hip - 0.04, long),
        (hip + 0.04, long),
        (hip + 0.05, long + 0.3),
        (waist + 0.04, 4.55),
        (w + 0.02, 5.2),
        (w + 0.1, 5.72),
        (w * 0.72, 6.06),
        (0.24, 6.2),
        (0.0, 5.95),
    ]
    if look.outfit in ("suit", "skirt"):
        pen.form([(-0.3, 6.22), (0.3, 6.22), (0.5, 5.2), (0.2, 4.4), (-0.2, 4.4), (-0.5, 5.2)], look.shirt)
        _jacket(pen, look, outline, coat, lean)
        return
    sides = [_rounded([p for p in outline if side * p[0] > 0]) for side in (-1, 1)]
    pen.form([*sides[0], *sides[1]], coat, curve=False)
    if look.outfit == "casual":
        pen.form([(-0.3, 6.2), (0.3, 6.2), (0.2, 5.9), (0, 5.78), (-0.2, 5.9)], look.shirt)
        pen.form([(-0.22, 6.25), (0.22, 6.25), (0.14, 6.02), (0, 5.94), (-0.14, 6.02)], darker(look.skin, 0.1))
        pen.band([(0, 5.75), (0, long + 0.08)], [0.035, 0.035], darker(look.coat, 0.35), 0.7)
    elif look.outfit == "dress":
        pen.form([(-0.27, 6.2), (0.27, 6.2), (0.16, 5.86), (0, 5.76), (-0.16, 5.86)], darker(look.skin, 0.06))
        pen.band([(-0.52, 4.5), (0, 4.44), (0.52, 4.5)], [0.12, 0.12, 0.12], darker(look.coat, 0.35))
    elif look.outfit == "robe" and look.style != "hijab":
        pen.form([(-0.27, 6.24), (0.27, 6.24), (0.2, 6.02), (0, 5.94), (-0.2, 6.02)], darker(look.coat, 0.1))
        pen.band([(0, 5.95), (0.02, 5.2)], [0.05, 0.04], darker(look.coat, 0.25))


def _jacket(pen: _Pen, look: Look, outline: Sequence[Point], coat: Fill, lean: float) -> None:
    """The two fronts of a jacket, open over the shirt down to one button, with lapels and a tie."""
    button = 4.55
    if look.tie is not None:
        pen.form([(-0.1, 6.0), (0.1, 6.0), (0.075, 5.78), (-0.075, 5.78)], darker(look.tie, 0.12), curve=False)
        pen.form(
            [(-0.07, 5.8), (0.07, 5.8), (0.15, 4.7), (0, 4.45), (-0.15, 4.7)], across(look.tie, darker(look.tie, 0.3)), curve=False
        )
    left = [p for p in outline if p[0] < 0]
    right = [p for p in outline if p[0] > 0]
    gap = 0.3 if look.outfit == "suit" else 0.27
    edge = [(lean + 0.06, outline[6][1]), (lean + 0.04, button), (lean - gap * 0.75, 5.5), (-0.3, 6.16)]
    pen.form([*_rounded(left), *edge], coat, curve=False)
    edge = [(0.3, 6.16), (lean + gap * 0.75, 5.5), (lean - 0.02, button), (lean - 0.06, outline[6][1])]
    pen.form([*_rounded(right), *edge], coat, curve=False)
    for side, tone in ((-1, lighter(look.coat, 0.13)), (1, lighter(look.coat, 0.03))):
        pen.form(
            [(side * 0.24, 6.26), (side * 0.5, 5.98), (side * 0.6, 5.5), (side * 0.47, 5.42), (side * 0.5, 5.32), (lean, button), (lean + side * 0.2, 5.5)],
            tone,
            curve=False,
        )
        pen.form([(side * 0.2, 6.3), (side * 0.04, 6.0), (side * 0.2, 5.78), (side * 0.3, 6.12)], lighter(look.shirt, 0.3), curve=False)
    pen.oval(lean + 0.05, button - 0.1, 0.035, 0.035, darker(look.coat, 0.5))
    pen.band([(lean + 0.04, button - 0.16), (lean + 0.06, outline[6][1])], [0.02, 0.02], darker(look.coat, 0.45), 0.8)
    pen.band([(0.34, 5.2), (0.58, 5.24)], [0.07, 0.07], lighter(look.shirt, 0.2), 0.9)
    for side in (-1, 1):
        pen.band([(side * 0.4, 4.02), (side * 0.66, 4.06)], [0.04, 0.04], darker(look.coat, 0.35), 0.7)


def _rounded(points: Sequence[Point]) -> list[Point]:
    return smooth(points, closed=False, steps=6)


def _arm(pen: _Pen, look: Look, side: int, arm: tuple[Point, Point]) -> None:
    elbow, hand = arm
    shoulder = (side * (_shoulder(look) - 0.06), 5.7)
    thick = 0.4 if look.slim else 0.46
    tone = across(lighter(look.coat, 0.13), lighter(look.coat, 0.02)) if side < 0 else across(darker(look.coat, 0.14), darker(look.coat, 0.3))
    wrist = (elbow[0] + (hand[0] - elbow[0]) * 0.86, elbow[1] + (hand[1] - elbow[1]) * 0.86)
    _hand(pen, look, elbow, hand, side)
    if look.outfit in ("suit", "skirt"):
        cuff = (elbow[0] + (hand[0] - elbow[0]) * 0.9, elbow[1] + (hand[1] - elbow[1]) * 0.9)
        pen.band([elbow, cuff], [0.24, 0.22], look.shirt)
    width = 1.25 if look.outfit == "robe" else 1.0
    # a darker rim, from below the shoulder on, keeps the sleeve apart from the coat behind it
    joints = [shoulder, ((shoulder[0] + elbow[0]) / 2 + side * 0.04, (shoulder[1] + elbow[1]) / 2), elbow, wrist]
    pen.limb(joints, [thick * 0.7, thick + 0.02, thick * 0.86 + 0.045, 0.29 * width + 0.045], darker(look.coat, 0.3))
    pen.limb(joints, [thick * 0.74, thick * 0.97, thick * 0.86, 0.29 * width], tone)


def _hand(pen: _Pen, look: Look, elbow: Point, hand: Point, side: int) -> None:
    dx, dy = hand[0] - elbow[0], hand[1] - elbow[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    dx, dy = dx / length, dy / length
    tone = darker(look.skin, 0.04)
    tip = (hand[0] + dx * 0.26, hand[1] + dy * 0.26)
    pen.band([(hand[0] - dx * 0.12, hand[1] - dy * 0.12), (hand[0] + dx * 0.06, hand[1] + dy * 0.06), tip], [0.19, 0.27, 0.15], tone)
    thumb = (hand[0] + dx * 0.12 + side * dy * 0.15, hand[1] + dy * 0.12 - side * dx * 0.15)
    pen.band([hand, thumb], [0.12, 0.09], tone)


def _hair_behind(pen: _Pen, look: Look, pose: Pose) -> None:
    f = pose.face * 0.06
    pen.form(
        [(f, 7.62), (f - 0.42, 7.35), (f - 0.52, 6.7), (f - 0.56, 6.05), (f - 0.3, 5.72), (f + 0.3, 5.72), (f + 0.56, 6.05), (f + 0.52, 6.7), (f + 0.42, 7.35)],
        darker(look.hair, 0.25),
    )


def _head(pen: _Pen, look: Look, pose: Pose) -> None:
    f = pose.face * 0.09
    cy = 7.0
    shade = darker(look.skin, 0.16)
    if look.style == "hijab":
        pen.form(
            [(f, 7.68), (f - 0.44, 7.45), (f - 0.52, 6.9), (-0.62, 6.2), (-0.78, 5.66), (0, 5.3), (0.78, 5.66), (0.62, 6.2), (f + 0.52, 6.9), (f + 0.44, 7.45)],
            across(lighter(look.hair, 0.12), look.hair, darker(look.hair, 0.25)),
        )
    elif look.style == "ghutra":
        pen.form(
            [(f, 7.66), (f - 0.46, 7.44), (f - 0.54, 6.9), (-0.66, 6.1), (-0.78, 5.5), (-0.34, 5.62), (0.34, 5.62), (0.78, 5.5), (0.66, 6.1), (f + 0.54, 6.9), (f + 0.46, 7.44)],
            across((250, 250, 250), (236, 236, 240), (200, 204, 216)),
        )
    elif look.style in ("bob", "curly"):
        wide = 0.54 if look.style == "curly" else 0.48
        low = 6.5 if look.style == "curly" else 6.3
        pen.form(
            [(f, 7.7), (f - wide * 0.8, 7.5), (f - wide - 0.02, 7.0), (f - wide, low + 0.15), (f - wide * 0.6, low), (f + wide * 0.6, low), (f + wide, low + 0.15), (f + wide + 0.02, 7.0), (f + wide * 0.8, 7.5)],
            darker(look.hair, 0.2),
        )
    elif look.style == "bun":
        pen.oval(f - pose.face * 0.1, 7.66, 0.2, 0.18, darker(look.hair, 0.1))
    covered = look.style in ("hijab", "ghutra", "bob", "long", "curly")
    if not covered:
        for side in (-1, 1):
            if side * pose.face < 0.75:
                pen.oval(f * 0.3 + side * 0.37, 6.97, 0.075, 0.125, darker(look.skin, 0.08 if side < 0 else 0.2))
    face = [
        (f, cy + 0.52), (f - 0.27, cy + 0.44), (f - 0.375, cy + 0.12), (f - 0.35, cy - 0.16), (f - 0.24, cy - 0.4),
        (f * 1.5, cy - 0.52), (f + 0.24, cy - 0.4), (f + 0.35, cy - 0.16), (f + 0.375, cy + 0.12), (f + 0.27, cy + 0.44),
    ]  # fmt: skip
    pen.form(face, across(lighter(look.skin, 0.08), look.skin, shade))
    _features(pen, look, pose, f, cy)
    _hair(pen, look, pose, f)


def _features(pen: _Pen, look: Look, pose: Pose, f: float, cy: float) -> None:
    turn = pose.face * 0.1
    dark = darker(look.skin, 0.42)
    if look.beard:
        pen.form(
            [(f - 0.36, cy - 0.02), (f - 0.27, cy - 0.14), (f + turn, cy - 0.19), (f + 0.27, cy - 0.14), (f + 0.36, cy - 0.02), (f + 0.3, cy - 0.34), (f * 1.5, cy - 0.55), (f - 0.3, cy - 0.34)],
            mix(look.hair, look.skin, 0.12),
        )
    for side in (-1, 1):
        ex = f + turn + side * 0.155
        cheek = pen.at([(ex + side * 0.015, cy - 0.15)])[0]
        pen.canvas.shape(ellipse(*cheek, 0.085 * pen.head, 0.06 * pen.head), (226, 96, 84), alpha=0.3, blur=0.035 * pen.head)
        pen.oval(ex, cy + 0.025, 0.062, 0.042, lighter(look.skin, 0.55), 0.9)
        pen.oval(ex + turn * 0.12, cy + 0.027, 0.036, 0.043, (42, 30, 34))
        pen.oval(ex + turn * 0.12 - 0.01, cy + 0.042, 0.011, 0.011, (255, 255, 255), 0.9)
        lash = 0.028 if look.slim else 0.018
        pen.band([(ex - 0.068, cy + 0.04), (ex, cy + 0.072), (ex + 0.068, cy + 0.04)], [lash * 0.7, lash, lash * 0.7], (42, 30, 34))
        pen.band([(ex - side * 0.075, cy + 0.152), (ex + side * 0.015, cy + 0.172), (ex + side * 0.095, cy + 0.132)], [0.03, 0.03, 0.014] if look.slim else [0.042, 0.04, 0.018], mix(look.hair, dark, 0.5) if look.style not in ("hijab", "ghutra") else (52, 38, 36))
        if look.glasses:
            rim = [(ex + 0.125 * x, cy + 0.02 + 0.105 * y) for x, y in ((-1, 0.6), (-0.7, 1), (0.7, 1), (1, 0.6), (0.9, -0.7), (0.4, -1), (-0.4, -1), (-0.9, -0.7))]
            pen.form(rim, (235, 244, 252), alpha=0.28)
            pen.band([*smooth(rim, steps=4), rim[0]], [0.026] * (len(rim) * 4 + 1), (48, 44, 56))
    if look.glasses:
        pen.band([(f + turn - 0.035, cy + 0.05), (f + turn + 0.035, cy + 0.05)], [0.026, 0.026], (48, 44, 56))
    pen.band([(f + turn * 1.3 + 0.01, cy + 0.02), (f + turn * 1.5 + 0.045, cy - 0.1), (f + turn * 1.4 - 0.02, cy - 0.125)], [0.015, 0.035, 0.025], dark, 0.55)
    mx = f + turn * 1.2
    lip = (168, 70, 70) if not look.beard else (150, 84, 74)
    up = 0.045 * pose.smile
    pen.form([(mx - 0.12, cy - 0.26), (mx, cy - 0.275), (mx + 0.12, cy - 0.26), (mx + 0.05, cy - 0.29 - up), (mx - 0.05, cy - 0.29 - up)], lip)
    if pose.smile > 0.8:
        pen.band([(mx - 0.075, cy - 0.277), (mx, cy - 0.288), (mx + 0.075, cy - 0.277)], [0.018, 0.026, 0.018], (252, 246, 242))


def _hair(pen: _Pen, look: Look, pose: Pose, f: float) -> None:
    hair = down(lighter(look.hair, 0.16), look.hair, darker(look.hair, 0.1))
    s = -1 if pose.face > 0 else 1  # the parting lies on the far side
    if look.style == "bald":
        pen.form([(f - 0.39, 7.2), (f - 0.4, 6.95), (f - 0.34, 7.02), (f - 0.33, 7.22)], hair)
        pen.form([(f + 0.39, 7.2), (f + 0.4, 6.95), (f + 0.34, 7.02), (f + 0.33, 7.22)], hair)
        pen.oval(f - 0.12, 7.4, 0.1, 0.05, (255, 255, 255), 0.25, -25)
    elif look.style in ("short", "side", "crop"):
        lift = {"short": 0.08, "side": 0.14, "crop": 0.03}[look.style]
        pen.form(
            [
                (f - 0.39, 6.98), (f - 0.42, 7.25), (f - 0.3, 7.55 + lift * 0.6), (f + s * 0.1, 7.6 + lift),
                (f + 0.3, 7.55 + lift * 0.6), (f + 0.42, 7.25), (f + 0.39, 6.98), (f + 0.35, 7.12),
                (f + 0.31, 7.28), (f + s * 0.18, 7.36), (f - s * 0.02, 7.33 - lift * 0.2), (f - 0.31, 7.28), (f - 0.35, 7.12),
            ],
            hair,
        )  # fmt: skip
        pen.band([(f - 0.24, 7.5), (f, 7.58), (f + 0.2, 7.53)], [0.02, 0.05, 0.02], lighter(look.hair, 0.3), 0.5)
    elif look.style in ("bob", "long", "bun"):
        fall = {"bob": 6.42, "long": 6.2, "bun": 7.02}[look.style]
        pen.form(
            [(f + s * 0.2, 7.52), (f - s * 0.14, 7.38), (f - s * 0.32, 7.12), (f - s * 0.34, 6.9), (f - s * 0.38, fall), (f - s * 0.5, fall + 0.16), (f - s * 0.47, 7.2), (f - s * 0.28, 7.6), (f, 7.7), (f + s * 0.2, 7.66)],
            hair,
        )
        pen.form(
            [(f + s * 0.12, 7.6), (f + s * 0.26, 7.32), (f + s * 0.34, 7.05), (f + s * 0.36, 6.86), (f + s * 0.38, fall), (f + s * 0.5, fall + 0.16), (f + s * 0.47, 7.2), (f + s * 0.34, 7.52)],
            hair,
        )
        pen.band([(f - s * 0.38, 7.3), (f - s * 0.22, 7.52), (f, 7.6)], [0.02, 0.05, 0.02], lighter(look.hair, 0.32), 0.5)
    elif look.style == "curly":
        for px, py, r in ((-0.42, 7.12, 0.16), (-0.38, 7.4, 0.19), (-0.18, 7.58, 0.2), (0.08, 7.64, 0.2), (0.3, 7.52, 0.2), (0.42, 7.28, 0.17), (0.44, 7.04, 0.14), (-0.44, 6.9, 0.13), (0.45, 6.85, 0.12)):
            pen.oval(f + px, py, r, r, hair)
        pen.form([(f - 0.34, 7.3), (f, 7.4), (f + 0.34, 7.3), (f + 0.2, 7.6), (f - 0.2, 7.6)], hair)
    elif look.style == "hijab":
        pen.form([(f - 0.4, 7.1), (f - 0.3, 7.42), (f, 7.52), (f + 0.3, 7.42), (f + 0.4, 7.1), (f + 0.44, 7.4), (f, 7.72), (f - 0.44, 7.4)], lighter(look.hair, 0.06))
        pen.band([(f - 0.36, 6.66), (f + 0.05, 6.36), (0.5, 5.8)], [0.05, 0.04, 0.02], darker(look.hair, 0.3), 0.6)
        pen.form([(f - 0.41, 7.1), (f - 0.38, 6.7), (f - 0.2, 6.46), (f, 6.4), (f + 0.2, 6.46), (f + 0.38, 6.7), (f + 0.41, 7.1), (f + 0.5, 6.7), (f + 0.3, 6.24), (f - 0.3, 6.24), (f - 0.5, 6.7)], look.hair)
    elif look.style == "ghutra":
        pen.form([(f - 0.42, 7.0), (f - 0.34, 7.3), (f, 7.36), (f + 0.34, 7.3), (f + 0.42, 7.0), (f + 0.47, 7.4), (f, 7.7), (f - 0.47, 7.4)], down((255, 255, 255), (232, 234, 240)))
        for y in (7.36, 7.46):
            pen.band([(f - 0.44, y - 0.04), (f, y + 0.04), (f + 0.44, y - 0.04)], [0.075, 0.085, 0.075], (28, 26, 32))
        for side in (-1, 1):
            pen.form([(f + side * 0.38, 7.2), (f + side * 0.36, 6.6), (side * 0.42, 6.0), (side * 0.7, 5.6), (side * 0.62, 6.3), (f + side * 0.5, 6.9)], (246, 247, 250) if side < 0 else (214, 218, 228))


def head_from_behind(
    canvas: Canvas, x: float, y: float, head: float, hair: Colour, coat: Colour, rim: Colour, kind: int = 0
) -> None:
    """Somebody in the audience, against the light of the stage; y is the line of the shoulders' foot."""
    pen = _Pen(canvas, x, y, head)
    skin = mix(coat, (150, 92, 74), 0.42)
    back = [(-1.05, -0.6), (-1.02, 0.4), (-0.78, 0.76), (-0.26, 0.98), (0.26, 0.98), (0.78, 0.76), (1.02, 0.4), (1.05, -0.6)]
    pen.form([(px, py + 0.03) for px, py in back], rim, alpha=0.5)
    pen.form(back, down(lighter(coat, 0.06), darker(coat, 0.45)))
    pen.form([(-0.19, 1.5), (0.19, 1.5), (0.24, 0.96), (0, 0.86), (-0.24, 0.96)], skin, curve=False)
    pen.form([(-0.3, 1.02), (0, 0.9), (0.3, 1.02), (0.26, 0.86), (-0.26, 0.86)], darker(coat, 0.3))
    if kind in (0, 3):
        for side in (-1, 1):
            pen.oval(side * 0.37, 1.56, 0.07, 0.12, skin)
    fill = down(lighter(hair, 0.1), hair, darker(hair, 0.3))
    outline = {
        0: [(0, 2.16), (-0.27, 2.08), (-0.39, 1.78), (-0.36, 1.48), (-0.2, 1.24), (0.2, 1.24), (0.36, 1.48), (0.39, 1.78), (0.27, 2.08)],
        1: [(0, 2.2), (-0.32, 2.1), (-0.47, 1.76), (-0.47, 1.3), (-0.36, 1.12), (0.36, 1.12), (0.47, 1.3), (0.47, 1.76), (0.32, 2.1)],
        2: [(0, 2.2), (-0.32, 2.1), (-0.46, 1.7), (-0.5, 0.9), (-0.36, 0.5), (0.36, 0.5), (0.5, 0.9), (0.46, 1.7), (0.32, 2.1)],
        3: [(0, 2.14), (-0.27, 2.06), (-0.38, 1.78), (-0.34, 1.46), (-0.16, 1.2), (0.16, 1.2), (0.34, 1.46), (0.38, 1.78), (0.27, 2.06)],
    }[kind]
    if kind == 3:
        pen.oval(0, 2.12, 0.17, 0.17, fill)
    pen.form([(px * 1.02, py + 0.03) for px, py in outline], rim, alpha=0.55)
    pen.form(outline, fill)


def child(look: Look) -> Look:
    """The same person at about ten: smaller and slimmer."""
    return replace(look, slim=True, scale=look.scale * 0.76, head=1.24)
