"""People, seven and a half heads tall, drawn from the ground up: legs, body, head, arms."""

from __future__ import annotations

from collections.abc import Sequence

from drawing.canvas import (
    Canvas,
    Fill,
    Point,
    across,
    darker,
    ellipse,
    lighter,
    smooth,
)
from drawing.figures import AT_EASE, Look, Pen, Pose
from drawing.heads import draw_head, hair_behind


def person(canvas: Canvas, x: float, y: float, height: float, look: Look, pose: Pose = AT_EASE) -> None:
    """Draw somebody `height` px tall whose feet stand at (x, y)."""
    pen = Pen(canvas, x, y, height * look.scale / 7.5)
    sides = ((-1, pose.left, pose.behind[0]), (1, pose.right, pose.behind[1]))
    for side, arm, behind in sides:
        if behind:
            _arm(pen, look, side, arm)
    chin = 6.45 * pen.head
    face = Pen(canvas, x, y - chin + chin * look.head, pen.head * look.head)
    if look.style == "long":
        hair_behind(face, look, pose)
    if not pose.seated:
        _legs(pen, look, pose)
    _body(pen, look, pose)
    draw_head(face, look, pose)
    for side, arm, behind in sides:
        if not behind:
            _arm(pen, look, side, arm)


def arms(canvas: Canvas, x: float, y: float, height: float, look: Look, pose: Pose) -> None:
    """The arms once more, over a table that was drawn in front of somebody seated."""
    pen = Pen(canvas, x, y, height * look.scale / 7.5)
    _arm(pen, look, -1, pose.left)
    _arm(pen, look, 1, pose.right)


def _shoulder(look: Look) -> float:
    return 0.76 if look.slim else 0.88


def _legs(pen: Pen, look: Look, pose: Pose) -> None:
    cloth = look.legs or darker(look.coat, 0.12)
    s = pose.stride
    pen.canvas.shadow(
        ellipse(pen.x, pen.y + 0.02 * pen.head, (1.15 + s) * pen.head, 0.17 * pen.head), 0.4, 0.1 * pen.head
    )
    if look.outfit == "robe":
        hip = 0.63 if look.slim else 0.72
        pen.form(
            [
                (-hip, 4.4),
                (hip, 4.4),
                (0.78, 2.0),
                (0.84, 0.12),
                (0.3, 0.04),
                (-0.3, 0.04),
                (-0.84, 0.12),
                (-0.78, 2.0),
            ],
            across(lighter(look.coat, 0.1), look.coat, darker(look.coat, 0.22)),
        )
        for x in (-0.3, 0.12, 0.42):
            pen.band(
                [(x, 3.6), (x * 1.25, 1.8), (x * 1.4, 0.2)], [0.02, 0.05, 0.07], darker(look.coat, 0.25), 0.5
            )
        return
    bare = look.outfit in ("skirt", "dress")
    for side in (-1, 1):
        foot = side * (0.3 + s)
        if bare:
            shin = darker(look.skin, 0.06 if side < 0 else 0.16)
            pen.band(
                [(side * 0.3, 2.4), (side * (0.29 + s * 0.5), 1.5), (foot * 0.9, 0.25)],
                [0.5, 0.4, 0.19],
                shin,
            )
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
            [
                (foot - side * 0.2, 0.24),
                (foot + side * 0.17, 0.24),
                (foot + side * 0.34, 0.06),
                (foot + side * 0.3, 0.0),
                (foot - side * 0.2, 0.0),
            ],
            (30, 26, 34),
            curve=False,
        )
    if bare:
        hem = 1.95
        skirt = look.coat if look.outfit == "dress" else (look.legs or look.coat)
        pen.form(
            [
                (-0.6, 3.9),
                (0.6, 3.9),
                (0.66, 3.2),
                (0.56 + s * 0.4, hem),
                (-0.56 - s * 0.4, hem),
                (-0.66, 3.2),
            ],
            across(lighter(skirt, 0.08), skirt, darker(skirt, 0.25)),
            curve=False,
        )


def _body(pen: Pen, look: Look, pose: Pose) -> None:
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
    coat = across(
        lighter(look.coat, 0.1), look.coat, darker(look.coat, 0.28), start=pen.x - edge, end=pen.x + edge
    )
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
        pen.form(
            [(-0.22, 6.25), (0.22, 6.25), (0.14, 6.02), (0, 5.94), (-0.14, 6.02)], darker(look.skin, 0.1)
        )
        pen.band([(0, 5.75), (0, long + 0.08)], [0.035, 0.035], darker(look.coat, 0.35), 0.7)
    elif look.outfit == "dress":
        pen.form([(-0.27, 6.2), (0.27, 6.2), (0.16, 5.86), (0, 5.76), (-0.16, 5.86)], darker(look.skin, 0.06))
        pen.band([(-0.52, 4.5), (0, 4.44), (0.52, 4.5)], [0.12, 0.12, 0.12], darker(look.coat, 0.35))
    elif look.outfit == "robe" and look.style != "hijab":
        pen.form([(-0.27, 6.24), (0.27, 6.24), (0.2, 6.02), (0, 5.94), (-0.2, 6.02)], darker(look.coat, 0.1))
        pen.band([(0, 5.95), (0.02, 5.2)], [0.05, 0.04], darker(look.coat, 0.25))


def _jacket(pen: Pen, look: Look, outline: Sequence[Point], coat: Fill, lean: float) -> None:
    """The two fronts of a jacket, open over the shirt down to one button, with lapels and a tie."""
    button = 4.55
    if look.tie is not None:
        pen.form(
            [(-0.1, 6.0), (0.1, 6.0), (0.075, 5.78), (-0.075, 5.78)], darker(look.tie, 0.12), curve=False
        )
        pen.form(
            [(-0.07, 5.8), (0.07, 5.8), (0.15, 4.7), (0, 4.45), (-0.15, 4.7)],
            across(look.tie, darker(look.tie, 0.3)),
            curve=False,
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
            [
                (side * 0.24, 6.26),
                (side * 0.5, 5.98),
                (side * 0.6, 5.5),
                (side * 0.47, 5.42),
                (side * 0.5, 5.32),
                (lean, button),
                (lean + side * 0.2, 5.5),
            ],
            tone,
            curve=False,
        )
        pen.form(
            [(side * 0.2, 6.3), (side * 0.04, 6.0), (side * 0.2, 5.78), (side * 0.3, 6.12)],
            lighter(look.shirt, 0.3),
            curve=False,
        )
    pen.oval(lean + 0.05, button - 0.1, 0.035, 0.035, darker(look.coat, 0.5))
    pen.band(
        [(lean + 0.04, button - 0.16), (lean + 0.06, outline[6][1])],
        [0.02, 0.02],
        darker(look.coat, 0.45),
        0.8,
    )
    pen.band([(0.34, 5.2), (0.58, 5.24)], [0.07, 0.07], lighter(look.shirt, 0.2), 0.9)
    for side in (-1, 1):
        pocket = 0.28 if look.slim else 0.4
        pen.band(
            [(side * pocket, 4.02), (side * (pocket + 0.26), 4.06)],
            [0.04, 0.04],
            darker(look.coat, 0.35),
            0.7,
        )


def _rounded(points: Sequence[Point]) -> list[Point]:
    return smooth(points, closed=False, steps=6)


def _arm(pen: Pen, look: Look, side: int, arm: tuple[Point, Point]) -> None:
    elbow, hand = arm
    shoulder = (side * (_shoulder(look) - 0.06), 5.7)
    thick = 0.4 if look.slim else 0.46
    tone = (
        across(lighter(look.coat, 0.13), lighter(look.coat, 0.02))
        if side < 0
        else across(darker(look.coat, 0.14), darker(look.coat, 0.3))
    )
    wrist = (elbow[0] + (hand[0] - elbow[0]) * 0.86, elbow[1] + (hand[1] - elbow[1]) * 0.86)
    _hand(pen, look, elbow, hand, side)
    if look.outfit in ("suit", "skirt"):
        cuff = (elbow[0] + (hand[0] - elbow[0]) * 0.9, elbow[1] + (hand[1] - elbow[1]) * 0.9)
        pen.band([elbow, cuff], [0.24, 0.22], look.shirt)
    width = 1.25 if look.outfit == "robe" else 1.0
    # a darker rim, from below the shoulder on, keeps the sleeve apart from the coat behind it
    joints = [
        shoulder,
        ((shoulder[0] + elbow[0]) / 2 + side * 0.04, (shoulder[1] + elbow[1]) / 2),
        elbow,
        wrist,
    ]
    pen.limb(
        joints,
        [thick * 0.7, thick + 0.02, thick * 0.86 + 0.045, 0.29 * width + 0.045],
        darker(look.coat, 0.3),
    )
    pen.limb(joints, [thick * 0.74, thick * 0.97, thick * 0.86, 0.29 * width], tone)


def _hand(pen: Pen, look: Look, elbow: Point, hand: Point, side: int) -> None:
    dx, dy = hand[0] - elbow[0], hand[1] - elbow[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    dx, dy = dx / length, dy / length
    tone = darker(look.skin, 0.04)
    tip = (hand[0] + dx * 0.26, hand[1] + dy * 0.26)
    pen.band(
        [(hand[0] - dx * 0.12, hand[1] - dy * 0.12), (hand[0] + dx * 0.06, hand[1] + dy * 0.06), tip],
        [0.19, 0.27, 0.15],
        tone,
    )
    thumb = (hand[0] + dx * 0.12 + side * dy * 0.15, hand[1] + dy * 0.12 - side * dx * 0.15)
    pen.band([hand, thumb], [0.12, 0.09], tone)
