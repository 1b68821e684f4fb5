"""Heads: faces, hair, head-dress, and heads seen from behind."""

from __future__ import annotations

from drawing.canvas import (
    Canvas,
    Colour,
    across,
    darker,
    down,
    ellipse,
    lighter,
    mix,
    smooth,
)
from drawing.figures import Look, Pen, Pose


def hair_behind(pen: Pen, look: Look, pose: Pose) -> None:
    f = pose.face * 0.06
    pen.form(
        [
            (f, 7.62),
            (f - 0.42, 7.35),
            (f - 0.52, 6.7),
            (f - 0.56, 6.05),
            (f - 0.3, 5.72),
            (f + 0.3, 5.72),
            (f + 0.56, 6.05),
            (f + 0.52, 6.7),
            (f + 0.42, 7.35),
        ],
        darker(look.hair, 0.25),
    )


def draw_head(pen: Pen, look: Look, pose: Pose) -> None:
    f = pose.face * 0.09
    cy = 7.0
    shade = darker(look.skin, 0.16)
    if look.style == "hijab":
        pen.form(
            [
                (f, 7.68),
                (f - 0.44, 7.45),
                (f - 0.52, 6.9),
                (-0.62, 6.2),
                (-0.78, 5.66),
                (0, 5.3),
                (0.78, 5.66),
                (0.62, 6.2),
                (f + 0.52, 6.9),
                (f + 0.44, 7.45),
            ],
            across(lighter(look.hair, 0.12), look.hair, darker(look.hair, 0.25)),
        )
    elif look.style == "ghutra":
        pen.form(
            [
                (f, 7.66),
                (f - 0.46, 7.44),
                (f - 0.54, 6.9),
                (-0.66, 6.1),
                (-0.78, 5.5),
                (-0.34, 5.62),
                (0.34, 5.62),
                (0.78, 5.5),
                (0.66, 6.1),
                (f + 0.54, 6.9),
                (f + 0.46, 7.44),
            ],
            across((250, 250, 250), (236, 236, 240), (200, 204, 216)),
        )
    elif look.style in ("bob", "curly"):
        wide = 0.54 if look.style == "curly" else 0.48
        low = 6.5 if look.style == "curly" else 6.3
        pen.form(
            [
                (f, 7.7),
                (f - wide * 0.8, 7.5),
                (f - wide - 0.02, 7.0),
                (f - wide, low + 0.15),
                (f - wide * 0.6, low),
                (f + wide * 0.6, low),
                (f + wide, low + 0.15),
                (f + wide + 0.02, 7.0),
                (f + wide * 0.8, 7.5),
            ],
            darker(look.hair, 0.2),
        )
    elif look.style == "bun":
        pen.oval(f - pose.face * 0.1, 7.66, 0.2, 0.18, darker(look.hair, 0.1))
    covered = look.style in ("hijab", "ghutra", "bob", "long", "curly")
    if not covered:
        for side in (-1, 1):
            if side * pose.face < 0.75:
                pen.oval(
                    f * 0.3 + side * 0.37, 6.97, 0.075, 0.125, darker(look.skin, 0.08 if side < 0 else 0.2)
                )
    face = [
        (f, cy + 0.52),
        (f - 0.27, cy + 0.44),
        (f - 0.375, cy + 0.12),
        (f - 0.35, cy - 0.16),
        (f - 0.24, cy - 0.4),
        (f * 1.5, cy - 0.52),
        (f + 0.24, cy - 0.4),
        (f + 0.35, cy - 0.16),
        (f + 0.375, cy + 0.12),
        (f + 0.27, cy + 0.44),
    ]
    pen.form(face, across(lighter(look.skin, 0.08), look.skin, shade))
    _features(pen, look, pose, f, cy)
    _hair(pen, look, pose, f)


def _features(pen: Pen, look: Look, pose: Pose, f: float, cy: float) -> None:
    turn = pose.face * 0.1
    dark = darker(look.skin, 0.42)
    if look.beard:
        pen.form(
            [
                (f - 0.36, cy - 0.02),
                (f - 0.27, cy - 0.14),
                (f + turn, cy - 0.19),
                (f + 0.27, cy - 0.14),
                (f + 0.36, cy - 0.02),
                (f + 0.3, cy - 0.34),
                (f * 1.5, cy - 0.55),
                (f - 0.3, cy - 0.34),
            ],
            mix(look.hair, look.skin, 0.12),
        )
    for side in (-1, 1):
        ex = f + turn + side * 0.155
        cheek = pen.at([(ex + side * 0.015, cy - 0.15)])[0]
        pen.canvas.shape(
            ellipse(*cheek, 0.085 * pen.head, 0.06 * pen.head),
            (226, 96, 84),
            alpha=0.3,
            blur=0.035 * pen.head,
        )
        pen.oval(ex, cy + 0.025, 0.062, 0.042, lighter(look.skin, 0.55), 0.9)
        pen.oval(ex + turn * 0.12, cy + 0.027, 0.036, 0.043, (42, 30, 34))
        pen.oval(ex + turn * 0.12 - 0.01, cy + 0.042, 0.011, 0.011, (255, 255, 255), 0.9)
        lash = 0.028 if look.slim and look.head == 1.0 else 0.018
        pen.band(
            [(ex - 0.068, cy + 0.04), (ex, cy + 0.072), (ex + 0.068, cy + 0.04)],
            [lash * 0.7, lash, lash * 0.7],
            (42, 30, 34),
        )
        pen.band(
            [
                (ex - side * 0.075, cy + 0.152),
                (ex + side * 0.015, cy + 0.172),
                (ex + side * 0.095, cy + 0.132),
            ],
            [0.03, 0.03, 0.014] if look.slim else [0.042, 0.04, 0.018],
            mix(look.hair, dark, 0.5) if look.style not in ("hijab", "ghutra") else (52, 38, 36),
        )
        if look.glasses:
            rim = [
                (ex + 0.125 * x, cy + 0.02 + 0.105 * y)
                for x, y in (
                    (-1, 0.6),
                    (-0.7, 1),
                    (0.7, 1),
                    (1, 0.6),
                    (0.9, -0.7),
                    (0.4, -1),
                    (-0.4, -1),
                    (-0.9, -0.7),
                )
            ]
            pen.form(rim, (235, 244, 252), alpha=0.28)
            pen.band([*smooth(rim, steps=4), rim[0]], [0.026] * (len(rim) * 4 + 1), (48, 44, 56))
    if look.glasses:
        pen.band([(f + turn - 0.035, cy + 0.05), (f + turn + 0.035, cy + 0.05)], [0.026, 0.026], (48, 44, 56))
    pen.band(
        [
            (f + turn * 1.3 + 0.01, cy + 0.02),
            (f + turn * 1.5 + 0.045, cy - 0.1),
            (f + turn * 1.4 - 0.02, cy - 0.125),
        ],
        [0.015, 0.035, 0.025],
        dark,
        0.55,
    )
    mx = f + turn * 1.2
    lip = (
        (150, 84, 74)
        if look.beard
        else (168, 70, 70)
        if look.head == 1.0
        else mix(look.skin, (190, 80, 80), 0.6)
    )
    up = 0.045 * pose.smile
    pen.form(
        [
            (mx - 0.12, cy - 0.26),
            (mx, cy - 0.275),
            (mx + 0.12, cy - 0.26),
            (mx + 0.05, cy - 0.29 - up),
            (mx - 0.05, cy - 0.29 - up),
        ],
        lip,
    )
    if pose.smile > 0.8:
        pen.band(
            [(mx - 0.075, cy - 0.277), (mx, cy - 0.288), (mx + 0.075, cy - 0.277)],
            [0.018, 0.026, 0.018],
            (252, 246, 242),
        )


def _hair(pen: Pen, look: Look, pose: Pose, f: float) -> None:
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
                (f - 0.39, 6.98),
                (f - 0.42, 7.25),
                (f - 0.3, 7.55 + lift * 0.6),
                (f + s * 0.1, 7.6 + lift),
                (f + 0.3, 7.55 + lift * 0.6),
                (f + 0.42, 7.25),
                (f + 0.39, 6.98),
                (f + 0.35, 7.12),
                (f + 0.31, 7.28),
                (f + s * 0.18, 7.36),
                (f - s * 0.02, 7.33 - lift * 0.2),
                (f - 0.31, 7.28),
                (f - 0.35, 7.12),
            ],
            hair,
        )
        pen.band(
            [(f - 0.24, 7.5), (f, 7.58), (f + 0.2, 7.53)], [0.02, 0.05, 0.02], lighter(look.hair, 0.3), 0.5
        )
    elif look.style in ("bob", "long", "bun"):
        fall = {"bob": 6.42, "long": 6.2, "bun": 7.02}[look.style]
        pen.form(
            [
                (f + s * 0.2, 7.52),
                (f - s * 0.14, 7.38),
                (f - s * 0.32, 7.12),
                (f - s * 0.34, 6.9),
                (f - s * 0.38, fall),
                (f - s * 0.5, fall + 0.16),
                (f - s * 0.47, 7.2),
                (f - s * 0.28, 7.6),
                (f, 7.7),
                (f + s * 0.2, 7.66),
            ],
            hair,
        )
        pen.form(
            [
                (f + s * 0.12, 7.6),
                (f + s * 0.26, 7.32),
                (f + s * 0.34, 7.05),
                (f + s * 0.36, 6.86),
                (f + s * 0.38, fall),
                (f + s * 0.5, fall + 0.16),
                (f + s * 0.47, 7.2),
                (f + s * 0.34, 7.52),
            ],
            hair,
        )
        pen.band(
            [(f - s * 0.38, 7.3), (f - s * 0.22, 7.52), (f, 7.6)],
            [0.02, 0.05, 0.02],
            lighter(look.hair, 0.32),
            0.5,
        )
    elif look.style == "curly":
        for px, py, r in (
            (-0.42, 7.12, 0.16),
            (-0.38, 7.4, 0.19),
            (-0.18, 7.58, 0.2),
            (0.08, 7.64, 0.2),
            (0.3, 7.52, 0.2),
            (0.42, 7.28, 0.17),
            (0.44, 7.04, 0.14),
            (-0.44, 6.9, 0.13),
            (0.45, 6.85, 0.12),
        ):
            pen.oval(f + px, py, r, r, hair)
        pen.form([(f - 0.34, 7.3), (f, 7.4), (f + 0.34, 7.3), (f + 0.2, 7.6), (f - 0.2, 7.6)], hair)
    elif look.style == "hijab":
        pen.form(
            [
                (f - 0.4, 7.1),
                (f - 0.3, 7.42),
                (f, 7.52),
                (f + 0.3, 7.42),
                (f + 0.4, 7.1),
                (f + 0.44, 7.4),
                (f, 7.72),
                (f - 0.44, 7.4),
            ],
            lighter(look.hair, 0.06),
        )
        pen.band(
            [(f - 0.36, 6.66), (f + 0.05, 6.36), (0.5, 5.8)], [0.05, 0.04, 0.02], darker(look.hair, 0.3), 0.6
        )
        pen.form(
            [
                (f - 0.41, 7.1),
                (f - 0.38, 6.7),
                (f - 0.2, 6.46),
                (f, 6.4),
                (f + 0.2, 6.46),
                (f + 0.38, 6.7),
                (f + 0.41, 7.1),
                (f + 0.5, 6.7),
                (f + 0.3, 6.24),
                (f - 0.3, 6.24),
                (f - 0.5, 6.7),
            ],
            look.hair,
        )
    elif look.style == "ghutra":
        pen.form(
            [
                (f - 0.42, 7.0),
                (f - 0.34, 7.3),
                (f, 7.36),
                (f + 0.34, 7.3),
                (f + 0.42, 7.0),
                (f + 0.47, 7.4),
                (f, 7.7),
                (f - 0.47, 7.4),
            ],
            down((255, 255, 255), (232, 234, 240)),
        )
        for y in (7.36, 7.46):
            pen.band(
                [(f - 0.44, y - 0.04), (f, y + 0.04), (f + 0.44, y - 0.04)],
                [0.075, 0.085, 0.075],
                (28, 26, 32),
            )
        for side in (-1, 1):
            pen.form(
                [
                    (f + side * 0.38, 7.2),
                    (f + side * 0.36, 6.6),
                    (side * 0.42, 6.0),
                    (side * 0.7, 5.6),
                    (side * 0.62, 6.3),
                    (f + side * 0.5, 6.9),
                ],
                (246, 247, 250) if side < 0 else (214, 218, 228),
            )


def head_from_behind(
    canvas: Canvas, x: float, y: float, head: float, hair: Colour, coat: Colour, rim: Colour, kind: int = 0
) -> None:
    """Somebody in the audience, against the light of the stage; y is the line of the shoulders' foot."""
    pen = Pen(canvas, x, y, head)
    skin = mix(coat, (150, 92, 74), 0.42)
    back = [
        (-1.05, -0.6),
        (-1.02, 0.4),
        (-0.78, 0.76),
        (-0.26, 0.98),
        (0.26, 0.98),
        (0.78, 0.76),
        (1.02, 0.4),
        (1.05, -0.6),
    ]
    pen.form([(px, py + 0.03) for px, py in back], rim, alpha=0.5)
    pen.form(back, down(lighter(coat, 0.06), darker(coat, 0.45)))
    pen.form([(-0.19, 1.5), (0.19, 1.5), (0.24, 0.96), (0, 0.86), (-0.24, 0.96)], skin, curve=False)
    pen.form([(-0.3, 1.02), (0, 0.9), (0.3, 1.02), (0.26, 0.86), (-0.26, 0.86)], darker(coat, 0.3))
    if kind in (0, 3):
        for side in (-1, 1):
            pen.oval(side * 0.37, 1.56, 0.07, 0.12, skin)
    fill = down(lighter(hair, 0.1), hair, darker(hair, 0.3))
    outline = {
        0: [
            (0, 2.16),
            (-0.27, 2.08),
            (-0.39, 1.78),
            (-0.36, 1.48),
            (-0.2, 1.24),
            (0.2, 1.24),
            (0.36, 1.48),
            (0.39, 1.78),
            (0.27, 2.08),
        ],
        1: [
            (0, 2.2),
            (-0.32, 2.1),
            (-0.47, 1.76),
            (-0.47, 1.3),
            (-0.36, 1.12),
            (0.36, 1.12),
            (0.47, 1.3),
            (0.47, 1.76),
            (0.32, 2.1),
        ],
        2: [
            (0, 2.2),
            (-0.32, 2.1),
            (-0.46, 1.7),
            (-0.5, 0.9),
            (-0.36, 0.5),
            (0.36, 0.5),
            (0.5, 0.9),
            (0.46, 1.7),
            (0.32, 2.1),
        ],
        3: [
            (0, 2.14),
            (-0.27, 2.06),
            (-0.38, 1.78),
            (-0.34, 1.46),
            (-0.16, 1.2),
            (0.16, 1.2),
            (0.34, 1.46),
            (0.38, 1.78),
            (0.27, 2.06),
        ],
    }[kind]
    if kind == 3:
        pen.oval(0, 2.12, 0.17, 0.17, fill)
    pen.form([(px * 1.02, py + 0.03) for px, py in outline], rim, alpha=0.55)
    pen.form(outline, fill)
