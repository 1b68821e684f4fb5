"""The ceremony's pictures with many people: the unveiling, the signing, the tour of an office."""

from __future__ import annotations

from dataclasses import replace

from drawing.canvas import (
    Canvas,
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
from drawing.figures import (
    AUBURN,
    BROWN,
    CHESTNUT,
    CLAPPING,
    FAIR,
    FOLDED,
    INK,
    OLIVE,
    SILVER,
    Look,
    Pose,
)
from drawing.halls import BLUE, CREAM, GOLD, GRAPHITE, NAVY, PLUM, RED, SKY, TEAL, arcs, audience
from drawing.people import arms, person
from drawing.settings import (
    beam,
    bouquet,
    flag,
    plant,
    stage,
    towers,
)


def plaque_unveiling() -> Canvas:
    c = Canvas()
    c.fill(down((10, 20, 62), (24, 62, 140), (40, 110, 190), end=780))
    arcs(c, 800, 760, (260, 330, 410, 500, 600, 710, 830), (90, 170, 250), 0.16)
    c.glow(800, 520, 620, (90, 170, 255), 0.6)
    c.shapes(
        [
            ellipse(scatter(4, i) * 1600, scatter(4, i + 90) * 620, 1 + 3 * scatter(4, i + 180))
            for i in range(90)
        ],
        GOLD,
        alpha=0.35,
    )
    for x, foot in ((250, 420), (1350, 1180), (620, 700), (980, 900)):
        beam(c, x, -40, foot, 800, 130, (150, 200, 255), 0.16)
    stage(c, 770, ((70, 66, 92), (26, 26, 52)))
    c.glow(800, 860, 620, (140, 180, 255), 0.28, ry=120)
    # the plaque on its wall, between two halves of the cloth
    c.shadow(box(560, 380, 480, 470), 0.45, 22)
    c.shape(box(560, 352, 480, 490, 10), across((222, 228, 240), (246, 248, 252), (198, 206, 224)))
    c.shape(box(560, 820, 480, 24), (150, 158, 184))
    c.shape(box(606, 402, 388, 290, 8), darker(GOLD, 0.35))
    c.shape(
        box(614, 410, 372, 274, 6),
        across(darker(GOLD, 0.06), lighter(GOLD, 0.45), GOLD, lighter(GOLD, 0.3), darker(GOLD, 0.12)),
    )
    c.shape(box(628, 424, 344, 246, 4), darker(GOLD, 0.3), alpha=0.25)
    for r, tone in (
        (50, darker(GOLD, 0.4)),
        (43, lighter(GOLD, 0.3)),
        (30, darker(GOLD, 0.4)),
        (23, lighter(GOLD, 0.3)),
        (9, darker(GOLD, 0.4)),
    ):
        c.shape(ellipse(800, 500, r), tone)
    for i, w in enumerate((220, 180, 200)):
        c.shape(box(800 - w / 2, 580 + i * 26, w, 8, 3), darker(GOLD, 0.45), alpha=0.75)
    for side in (-1, 1):
        cloth = smooth(
            [
                (800 + side * 190, 396),
                (800 + side * 92, 402),
                (800 + side * 118, 520),
                (800 + side * 176, 640),
                (800 + side * 214, 760),
                (800 + side * 262, 770),
                (800 + side * 268, 640),
                (800 + side * 330, 560),
                (800 + side * 322, 536),
                (800 + side * 246, 470),
                (800 + side * 214, 396),
            ]
        )
        c.shadow([(x + side * 6, y + 14) for x, y in cloth], 0.4, 12)
        c.shape(
            cloth, across(darker(RED, 0.25), lighter(RED, 0.12), darker(RED, 0.2), RED, darker(RED, 0.35))
        )
        for k in range(4):
            x0 = 800 + side * (120 + k * 26)
            c.shape(
                ribbon([(x0, 412), (x0 + side * 26, 540), (x0 + side * 62, 700 + k * 8)], [3, 12, 5]),
                darker(RED, 0.45) if k % 2 else lighter(RED, 0.25),
                alpha=0.45,
                within=cloth,
            )
        c.shape(
            ribbon([(800 + side * 180, 640), (800 + side * 240, 600), (800 + side * 322, 546)], [6, 12, 7]),
            lighter(RED, 0.25),
            alpha=0.4,
            within=cloth,
        )
    c.shape(box(560, 340, 480, 16, 5), across(darker(GOLD, 0.2), lighter(GOLD, 0.4), darker(GOLD, 0.3)))
    c.glow(800, 480, 240, (255, 230, 170), 0.3)
    person(
        c,
        160,
        925,
        520,
        Look(style="side", hair=SILVER, coat=GRAPHITE, tie=BLUE, glasses=True, skin=FAIR),
        Pose(left=CLAPPING.left, right=CLAPPING.right, face=0.8),
    )
    person(
        c,
        322,
        905,
        490,
        Look(style="bob", outfit="dress", coat=TEAL, slim=True),
        Pose(left=CLAPPING.left, right=CLAPPING.right, face=0.7),
    )
    person(
        c,
        482,
        930,
        510,
        Look(style="long", outfit="skirt", coat=PLUM, hair=CHESTNUT, slim=True),
        Pose(right=((1.06, 4.78), (1.42, 5.4)), face=0.7),
    )
    person(
        c,
        1118,
        930,
        535,
        Look(style="short", coat=(34, 44, 84), tie=RED, glasses=True),
        Pose(left=((-1.12, 4.78), (-1.46, 5.36)), face=-0.7),
    )
    person(
        c,
        1282,
        905,
        500,
        Look(style="crop", coat=(80, 70, 66), tie=GOLD, skin=OLIVE),
        Pose(left=CLAPPING.left, right=CLAPPING.right, face=-0.7),
    )
    person(
        c,
        1442,
        925,
        500,
        Look(style="bun", outfit="skirt", coat=CREAM, legs=GRAPHITE, slim=True, skin=FAIR),
        Pose(left=CLAPPING.left, right=CLAPPING.right, face=-0.8),
    )
    audience(c, 1115, 92, 3, (26, 34, 74), (120, 170, 240), 190)
    c.vignette(0.4)
    return c


def signing_ceremony() -> Canvas:
    c = Canvas()
    c.fill(down((150, 26, 44), (186, 40, 52), (120, 20, 40), end=760))
    for k in range(26):  # a curtain's folds
        x = k * 64
        c.shape(box(x, 0, 30, 770), across((210, 60, 66), (150, 24, 42)), alpha=0.4, blur=5)
    c.shape(box(270, 70, 1060, 560, 6), across((10, 40, 96), (24, 92, 170), (10, 40, 96)))
    c.glow(800, 330, 560, (100, 190, 250), 0.6)
    arcs(c, 800, 616, (300, 380, 470, 530), (150, 214, 255), 0.22)
    towers(c, 330, 1270, 630, 60, 230, ((28, 84, 150), (40, 112, 184)), 13, 0.25, (170, 220, 255))
    stage(c, 760, ((120, 52, 60), (60, 24, 40)))
    for x, colour, accent in (
        (150, RED, GOLD),
        (232, BLUE, (240, 240, 246)),
        (1340, BLUE, (240, 240, 246)),
        (1422, RED, GOLD),
    ):
        flag(c, x, 850, 560, colour, accent)
    standing = (
        (345, 505, Look(style="short", coat=GRAPHITE, tie=BLUE)),
        (525, 480, Look(style="bob", outfit="skirt", coat=(206, 84, 92), slim=True)),
        (705, 520, Look(style="side", hair=SILVER, coat=NAVY, tie=GOLD, glasses=True, skin=FAIR)),
        (895, 485, Look(style="long", outfit="skirt", coat=TEAL, hair=CHESTNUT, slim=True)),
        (1075, 515, Look(style="crop", coat=(66, 60, 78), tie=RED, skin=OLIVE)),
        (1255, 480, Look(style="bun", outfit="dress", coat=(88, 70, 140), slim=True, skin=FAIR)),
    )
    for x, h, look in standing:
        person(c, x, 850, h, look, Pose(left=CLAPPING.left, right=CLAPPING.right, face=(800 - x) / 800))
    writing = Pose(left=((-1.06, 4.2), (-0.5, 3.68)), right=((1.06, 4.2), (0.42, 3.74)), seated=True)
    signers = (
        (560, Look(style="short", coat=NAVY, tie=RED, glasses=True), replace(writing, face=0.3)),
        (
            1040,
            Look(style="long", outfit="skirt", coat=CREAM, hair=INK, slim=True, skin=FAIR),
            replace(writing, face=-0.3),
        ),
    )
    for x, look, pose in signers:
        person(c, x, 1100, 610, look, pose)
    # the table, with its cloth, papers and flowers
    c.shadow(box(240, 830, 1120, 60), 0.45, 20)
    c.shape([(270, 790), (1330, 790), (1380, 840), (220, 840)], down((58, 104, 190), (44, 84, 168)))
    cloth = [(220, 840), (1380, 840), (1392, 1067), (208, 1067)]
    c.shape(cloth, down((36, 70, 150), (16, 34, 88)))
    for k in range(24):
        x = 230 + k * 49
        c.shape(
            ribbon([(x, 842), (x + (k - 12) * 0.6, 1067)], [4, 22]),
            (70, 116, 206) if k % 2 else (12, 26, 70),
            alpha=0.4,
            within=cloth,
        )
    c.shape(box(220, 838, 1160, 7), GOLD)
    for x in (560, 1040):
        c.shape([(x - 88, 830), (x - 70, 800), (x + 66, 800), (x + 84, 830)], (122, 20, 36))
        c.shape([(x - 80, 826), (x - 64, 802), (x - 4, 802), (x - 4, 826)], (252, 252, 254))
        c.shape([(x + 4, 826), (x + 4, 802), (x + 60, 802), (x + 76, 826)], (244, 246, 250))
        c.shape(ribbon([(x + 12, 816), (x + 48, 762)], [4, 6]), (26, 26, 34))
    for x, look, pose in signers:
        arms(c, x, 1100, 610, look, pose)
    bouquet(c, 800, 838, 250, 41, ((250, 240, 236), (240, 120, 130), (250, 206, 120)))
    c.vignette(0.35)
    return c


def office_tour() -> Canvas:
    c = Canvas()
    c.fill(down((250, 251, 253), (236, 240, 246)))
    # ceiling, floor and windows run towards one point
    c.shape([(0, 0), (1600, 0), (1240, 300), (700, 300)], down((226, 230, 238), (246, 248, 252)))
    for k in range(5):
        t = 0.08 + k * 0.2
        y = t * 300
        c.shape(
            ribbon([(700 * t + 130, y), (1600 - 360 * t - 130, y)], [14 - 8 * t, 14 - 8 * t]), (255, 255, 255)
        )
        c.glow(1000 - 40 * t, y, 560, (255, 255, 255), 0.35, ry=40)
    c.shape(
        [(0, 1067), (1600, 1067), (1600, 735), (1240, 600), (700, 600)],
        down((206, 196, 186), (172, 156, 146), start=600),
    )
    c.shape(box(700, 300, 540, 300), down((214, 224, 236), (232, 236, 242)))
    for x in (760, 930, 1100):
        c.shape(box(x, 350, 110, 250), across((160, 196, 214), (206, 228, 238)))
        c.shape(box(x + 6, 356, 98, 244), down((190, 220, 232), (226, 238, 242)))
    # the window wall on the left: sea, hills and sky
    glass = [(0, 70), (700, 314), (700, 590), (0, 860)]
    c.shape(glass, down((132, 196, 236), (206, 232, 246), (250, 240, 226), start=70, end=560))
    ridge = smooth(
        [
            (0, 520),
            (90, 450),
            (190, 480),
            (300, 424),
            (420, 462),
            (540, 430),
            (700, 466),
            (700, 560),
            (0, 560),
        ]
    )
    c.shape(ridge, down((110, 156, 166), (150, 188, 190), start=420, end=540), within=glass)
    c.shape(box(0, 540, 700, 330), down((110, 182, 206), (70, 146, 182)), within=glass)
    for i in range(40):
        c.shape(
            ellipse(scatter(2, i) * 700, 548 + scatter(2, i + 60) * 260, 14 + 30 * scatter(2, i + 90), 1.6),
            (235, 248, 252),
            alpha=0.5,
            within=glass,
        )
    for k in range(6):
        t = (k / 5) ** 0.72
        x = 700 * t
        c.shape(box(x - 5, 70 + 244 * t - 6, 12 - 6 * t, 800 - 514 * t), (66, 76, 94))
    c.shape(ribbon([(0, 70), (700, 314)], [16, 8]), (66, 76, 94))
    c.shape(ribbon([(0, 862), (700, 592)], [22, 10]), (66, 76, 94))
    for k in range(4):  # light from the windows on the floor
        x = 120 + k * 170
        c.shape(
            [
                (x, 830 - k * 66),
                (x + 120, 790 - k * 62),
                (x + 520 - k * 20, 1000 - k * 90),
                (x + 330, 1067 - k * 90),
            ],
            (255, 246, 226),
            alpha=0.28,
            blur=10,
            light=True,
        )
    # pictures on the right wall, in its perspective
    for k, (tone, other) in enumerate(((TEAL, SKY), ((240, 178, 84), RED), (BLUE, (150, 120, 210)))):
        x, w = 1290 + k * 98 + k * k * 9, 56 + k * 24
        y, h = 352 - k * 44, 128 + k * 62
        frame = [(x, y), (x + w, y - w * 0.42), (x + w, y + h + w * 0.26), (x, y + h)]
        c.shadow([(px + 4, py + 8) for px, py in frame], 0.2, 6)
        c.shape(frame, (252, 252, 254))
        inner = [
            (x + 6, y + 6),
            (x + w - 6, y - w * 0.42 + 12),
            (x + w - 6, y + h + w * 0.26 - 12),
            (x + 6, y + h - 6),
        ]
        c.shape(inner, down(lighter(tone, 0.5), lighter(other, 0.3)))
        c.shape(ellipse(x + w * 0.55, y + h * 0.52, w * 0.24, h * 0.2), tone, alpha=0.85)
        c.shape(
            smooth(
                [
                    (x, y + h * 0.8),
                    (x + w * 0.4, y + h * 0.62),
                    (x + w, y + h * 0.86),
                    (x + w, y + h * 1.3),
                    (x, y + h * 1.3),
                ]
            ),
            other,
            alpha=0.8,
            within=inner,
        )
    # desks on the right
    for k in range(3):
        s = 0.52 + k * 0.27
        x, y = 1210 + k * 90, 610 + k * 116
        c.shadow(
            [
                (x - 40 * s, y + 120 * s),
                (x + 420 * s, y + 120 * s),
                (x + 460 * s, y + 160 * s),
                (x, y + 160 * s),
            ],
            0.25,
            12,
        )
        c.shape(box(x + 10 * s, y + 10, 14 * s, 140 * s), (120, 128, 142))
        c.shape(box(x + 420 * s, y + 10, 14 * s, 140 * s), (120, 128, 142))
        c.shape(
            [(x - 20 * s, y), (x + 470 * s, y), (x + 500 * s, y + 40 * s), (x - 50 * s, y + 40 * s)],
            down((250, 246, 240), (222, 210, 196)),
        )
        c.shape(
            [
                (x - 50 * s, y + 40 * s),
                (x + 500 * s, y + 40 * s),
                (x + 500 * s, y + 52 * s),
                (x - 50 * s, y + 52 * s),
            ],
            (190, 172, 156),
        )
        for j in range(2):
            mx = x + (50 + j * 220) * s
            c.shape(box(mx + 66 * s, y - 30 * s, 18 * s, 44 * s), (84, 92, 108))
            c.shape(box(mx, y - 134 * s, 150 * s, 108 * s, 6 * s), (40, 46, 60))
            c.shape(
                box(mx + 6 * s, y - 128 * s, 138 * s, 96 * s, 3),
                across(
                    mix(BLUE, TEAL, scatter(6, k * 2 + j)), mix((120, 90, 190), SKY, scatter(8, k * 2 + j))
                ),
            )
            for b in range(5):
                bh = (16 + 54 * scatter(14, k * 10 + j * 5 + b)) * s
                c.shape(box(mx + (18 + b * 23) * s, y - 42 * s - bh, 13 * s, bh), (240, 248, 255), alpha=0.75)
    plant(c, 1130, 700, 190, 9)
    plant(c, 1530, 1060, 420, 15)
    c.glow(200, 300, 700, (255, 250, 235), 0.3)
    guests = (
        (
            330,
            985,
            600,
            Look(style="side", hair=SILVER, coat=(30, 42, 82), tie=TEAL, skin=FAIR),
            Pose(face=0.6, stride=0.14),
        ),
        (
            490,
            960,
            540,
            Look(style="bob", outfit="skirt", coat=(204, 92, 84), slim=True),
            Pose(left=FOLDED.left, right=FOLDED.right, face=0.6),
        ),
        (
            655,
            985,
            590,
            Look(style="short", coat=GRAPHITE, glasses=True, shirt=(190, 214, 240)),
            Pose(face=0.5, stride=0.12, left=((-0.98, 4.6), (-0.3, 4.3))),
        ),
        (
            820,
            955,
            540,
            Look(style="long", outfit="dress", coat=TEAL, hair=AUBURN, slim=True, skin=FAIR),
            Pose(left=FOLDED.left, right=FOLDED.right, face=0.7),
        ),
        (
            1010,
            985,
            575,
            Look(
                style="curly",
                outfit="casual",
                coat=(240, 178, 84),
                legs=(58, 70, 104),
                shirt=(250, 250, 252),
                skin=BROWN,
                hair=(40, 28, 30),
            ),
            Pose(left=((-1.0, 4.6), (-0.9, 3.6)), right=((1.3, 5.0), (2.05, 5.36)), face=-0.5),
        ),
    )
    for x, y, h, look, pose in guests:
        person(c, x, y, h, look, pose)
    c.vignette(0.12, (60, 60, 90))
    return c
