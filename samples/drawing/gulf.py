"""An invented weather service on the Gulf: a buoy at sunrise, the forecasters' room."""

from __future__ import annotations

import math

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
from drawing.figures import OLIVE, Look, Pose
from drawing.people import person
from drawing.settings import clouds, glitter, hills, ripples

AMBER = (250, 190, 50)


def buoy_at_sunrise() -> Canvas:
    c = Canvas()
    sea = 560
    c.fill(down((66, 120, 176), (140, 178, 206), (250, 206, 160), (255, 184, 112), end=sea))
    clouds(c, 230, (255, 220, 200), 3, 0.7, 120)
    clouds(c, 420, (255, 160, 120), 13, 0.6, 70)
    c.glow(1130, 520, 760, (255, 220, 150), 0.9)
    c.shape(ellipse(1130, 516, 74), down((255, 250, 220), (255, 226, 150)))
    c.glow(1130, 516, 210, (255, 246, 210), 0.8)
    hills(c, sea + 4, 96, down((170, 128, 140), (214, 160, 140), start=470, end=sea), 2, 1.4)
    c.shape(box(0, sea, 1600, 507), down((250, 190, 140), (110, 190, 186), (30, 146, 160), (10, 84, 116)))
    ripples(c, sea + 4, 1067, (255, 240, 214), 2, 160, 0.4)
    ripples(c, sea + 30, 1067, (8, 84, 112), 22, 170, 0.3)
    glitter(c, 1130, sea + 4, 1000, (255, 226, 160), 3, 110)
    glitter(c, 1130, sea + 4, 900, (255, 246, 214), 31, 46)
    _dhow(c, 1265, sea + 12, 0.62)
    _dhow(c, 250, sea + 4, 0.26)
    # swell
    for k, (y, tone) in enumerate(((770, (60, 176, 180)), (880, (28, 140, 154)), (985, (12, 98, 126)))):
        crest = [
            (x, y + 20 * math.sin(x / (190 - k * 20) + k * 2.1) + 6 * math.sin(x / 47 + k))
            for x in range(-20, 1641, 20)
        ]
        if k == 2:
            _buoy(c, 600, 960)
        c.shape(
            [*smooth(crest, closed=False, steps=3), (1640, 1100), (-20, 1100)],
            down(lighter(tone, 0.16), tone, darker(tone, 0.12)),
            alpha=0.82,
        )
        c.shape(ribbon(crest, [3] * len(crest)), (240, 255, 250), alpha=0.5)
    for i in range(26):
        a = math.pi + math.pi * i / 25
        c.shape(
            ellipse(
                590 + 215 * math.cos(a) + 30 * scatter(5, i),
                1004 + 12 * math.sin(a),
                18 + 16 * scatter(6, i),
                5,
            ),
            (250, 255, 252),
            alpha=0.6,
        )
    for i in range(5):
        gx, gy, w = (
            860 + i * 92 + 40 * scatter(9, i),
            200 + 120 * scatter(9, i + 9),
            20 + 10 * scatter(9, i + 20),
        )
        c.shape(
            ribbon(
                [
                    (gx - w, gy - w * 0.45),
                    (gx - w * 0.4, gy - w * 0.5),
                    (gx, gy),
                    (gx + w * 0.4, gy - w * 0.5),
                    (gx + w, gy - w * 0.45),
                ],
                [1, 4, 5, 4, 1],
            ),
            (70, 70, 96),
            alpha=0.85,
        )
    c.vignette(0.28)
    return c


def _dhow(c: Canvas, x: float, y: float, s: float) -> None:
    """A wooden boat with one slanting sail."""
    hull = smooth(
        [
            (x - 190 * s, y - 66 * s),
            (x - 150 * s, y),
            (x + 110 * s, y),
            (x + 210 * s, y - 84 * s),
            (x + 120 * s, y - 50 * s),
            (x - 80 * s, y - 44 * s),
        ],
        steps=6,
    )
    c.shape(ribbon([(x + 10 * s, y - 40 * s), (x - 6 * s, y - 330 * s)], [9 * s, 6 * s]), (84, 54, 46))
    sail = smooth(
        [
            (x - 120 * s, y - 96 * s),
            (x + 10 * s, y - 400 * s),
            (x + 60 * s, y - 470 * s),
            (x + 96 * s, y - 250 * s),
            (x + 110 * s, y - 90 * s),
        ],
        steps=8,
    )
    c.shape(sail, across((250, 226, 196), (255, 246, 226), (226, 180, 150)))
    for k in range(3):
        c.shape(
            ribbon(
                [(x - 40 * s + k * 50 * s, y - 100 * s), (x + 40 * s + k * 20 * s, y - 380 * s)],
                [2 * s, 2 * s],
            ),
            (200, 150, 124),
            alpha=0.5,
            within=sail,
        )
    c.shape(ribbon([(x - 128 * s, y - 90 * s), (x + 64 * s, y - 478 * s)], [7 * s, 4 * s]), (84, 54, 46))
    c.shape(hull, down((150, 92, 62), (78, 44, 42)))
    c.shape(
        ribbon(
            [
                (x - 186 * s, y - 60 * s),
                (x - 80 * s, y - 42 * s),
                (x + 120 * s, y - 48 * s),
                (x + 206 * s, y - 80 * s),
            ],
            [6 * s] * 4,
        ),
        (214, 160, 104),
    )
    c.shape(ellipse(x, y + 8 * s, 190 * s, 7 * s), (60, 90, 100), alpha=0.4, blur=3)


def _buoy(c: Canvas, x: float, y: float) -> None:
    """A yellow weather buoy, 700 px from the water to the tip of its mast, leaning a little."""
    tilt = math.radians(4)

    def at(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [
            (x + px * math.cos(tilt) + py * math.sin(tilt), y - py * math.cos(tilt) + px * math.sin(tilt))
            for px, py in points
        ]

    steel = across((220, 226, 232), (250, 250, 250), (130, 138, 150))
    for a, b in (((-120, 130), (-36, 500)), ((120, 130), (36, 500))):
        c.shape(ribbon(at([a, b]), [20, 15]), across(lighter(AMBER, 0.2), AMBER, darker(AMBER, 0.35)))
    for k in range(4):
        t, u = k / 4, (k + 1) / 4
        p, q = 120 - 84 * t, 120 - 84 * u
        for mirrored in (-1, 1):
            brace = [(-p * mirrored, 130 + 370 * t), (q * mirrored, 130 + 370 * u)]
            c.shape(ribbon(at(brace), [7, 7]), darker(AMBER, 0.28))
    for side in (-1, 1):  # solar panels
        panel = at([(side * 66, 210), (side * 196, 176), (side * 168, 344), (side * 52, 372)])
        c.shape(panel, across((36, 62, 124), (70, 112, 186), (26, 44, 96)))
        for k in range(1, 4):
            t = k / 4
            upright = [(side * (66 + 130 * t), 210 - 34 * t), (side * (52 + 116 * t), 372 - 28 * t)]
            level = [(side * (66 - 14 * t), 210 + 162 * t), (side * (196 - 28 * t), 176 + 168 * t)]
            for line in (upright, level):
                c.shape(ribbon(at(line), [2.4, 2.4]), (170, 200, 236), alpha=0.8)
        c.shape(ribbon([*panel, panel[0]], [5] * 5, curved=False), (226, 232, 240))
    c.shape(at([(-70, 500), (70, 500), (62, 522), (-62, 522)]), darker(AMBER, 0.1))
    c.shape(at([(-32, 522), (32, 522), (32, 580), (-32, 580)]), across((255, 250, 226), (255, 226, 150)))
    for k in (-1, 0, 1):
        c.shape(ribbon(at([(k * 28, 522), (k * 28, 580)]), [5, 5]), (90, 76, 60))
    c.shape(at([(-40, 580), (40, 580), (24, 604), (-24, 604)]), darker(AMBER, 0.15))
    c.glow(*at([(0, 552)])[0], 130, (255, 240, 190), 0.9)
    c.shape(ribbon(at([(0, 604), (0, 720)]), [10, 7]), steel)
    c.shape(ribbon(at([(-90, 664), (90, 664)]), [8, 8]), steel)
    for k in range(3):  # cups that measure the wind
        end = (-90 + (k - 1) * 34, 696 - abs(k - 1) * 12)
        c.shape(ribbon(at([(-90, 690), end]), [4, 4]), (90, 98, 112))
        c.shape(ellipse(*at([end])[0], 12), across((250, 250, 252), (130, 138, 150)))
    c.shape(ribbon(at([(-90, 664), (-90, 692)]), [6, 6]), (90, 98, 112))
    c.shape(at([(60, 676), (128, 676), (150, 706), (150, 658), (124, 670), (60, 670)]), (216, 60, 50))
    c.shape(ribbon(at([(90, 660), (90, 700)]), [5, 5]), (90, 98, 112))
    c.shape(ribbon(at([(40, 520), (44, 640)]), [4, 3]), (60, 66, 80))
    # the float
    body = smooth(
        at([(-230, 120), (-250, 60), (-210, -20), (0, -50), (210, -20), (250, 60), (230, 120), (0, 134)])
    )
    c.shape(body, across(darker(AMBER, 0.1), lighter(AMBER, 0.35), AMBER, darker(AMBER, 0.4)))
    c.shape(
        smooth(at([(-236, 124), (0, 96), (236, 124), (0, 152)])),
        across(lighter(AMBER, 0.35), AMBER, darker(AMBER, 0.2)),
    )
    c.shape(ribbon(at([(-248, 62), (0, 34), (248, 62)]), [26, 26, 26]), (240, 244, 246), within=body)
    for px in (-170, -60, 60, 170):
        c.shape(ellipse(*at([(px, 6 - 20 * math.cos(px / 140))])[0], 9), darker(AMBER, 0.45))


def forecast_room() -> Canvas:
    c = Canvas()
    c.fill(down((14, 28, 52), (24, 48, 80), (34, 66, 98)))
    for k in range(9):
        c.shape(box(k * 190 - 40, 0, 120, 760), down((22, 44, 76), (30, 62, 96)), alpha=0.6)
    # the screen: coast, sea, a storm, buoys
    c.glow(800, 330, 980, (60, 190, 210), 0.35)
    c.shape(box(190, 60, 1220, 560, 14), (6, 12, 26))
    screen = box(204, 74, 1192, 532, 6)
    c.shape(screen, down((16, 76, 116), (12, 106, 134)))
    for k in range(1, 10):
        c.shape(box(204 + k * 119, 74, 1.4, 532), (120, 210, 226), alpha=0.22)
    for k in range(1, 5):
        c.shape(box(204, 74 + k * 106, 1192, 1.4), (120, 210, 226), alpha=0.22)
    land = smooth(
        [
            (180, 470),
            (330, 520),
            (470, 480),
            (600, 510),
            (720, 450),
            (840, 430),
            (930, 340),
            (1000, 250),
            (1060, 180),
            (1110, 220),
            (1130, 330),
            (1160, 460),
            (1210, 640),
            (180, 640),
        ]
    )
    c.shape(land, down((236, 206, 150), (206, 166, 116)), within=screen)
    c.shape(
        ribbon([*land, land[0]], [4] * (len(land) + 1), curved=False),
        (255, 240, 206),
        alpha=0.6,
        within=screen,
    )
    north = smooth(
        [(180, 60), (180, 150), (360, 170), (520, 120), (700, 160), (900, 130), (1040, 90), (1080, 40)]
    )
    c.shape(north, down((226, 192, 140), (206, 168, 120)), within=screen)
    for turn in range(3):  # the storm's arms
        arm = []
        for i in range(26):
            a = turn * math.tau / 3 + i * 0.2
            r = 12 + i * 4.6
            arm.append((1262 + r * math.cos(a) * 1.05, 300 + r * math.sin(a)))
        c.shape(ribbon(arm, [26 - i * 0.8 for i in range(26)]), (246, 250, 255), alpha=0.6, within=screen)
    for r, tone in ((128, (120, 230, 200)), (90, (250, 206, 90)), (54, (250, 120, 80))):
        c.shape(
            ribbon(
                [
                    (1262 + r * math.cos(math.radians(a)), 300 + r * math.sin(math.radians(a)))
                    for a in range(0, 361, 8)
                ],
                [3] * 46,
            ),
            tone,
            alpha=0.9,
            within=screen,
        )
    track = [(1262, 300), (1214, 380), (1250, 470), (1330, 560)]
    c.shape(ribbon(track, [3, 4, 4, 4]), (250, 120, 80), alpha=0.9, within=screen)
    for px, py in (
        (300, 430),
        (390, 300),
        (470, 400),
        (560, 250),
        (640, 380),
        (720, 300),
        (800, 350),
        (860, 220),
        (950, 180),
        (1190, 190),
        (1200, 300),
        (1226, 420),
    ):
        c.glow(px, py, 34, (255, 240, 150), 0.9)
        c.shape(ellipse(px, py, 6.5), (255, 236, 120))
    for k, tone in enumerate(((250, 206, 90), (120, 230, 200), (250, 120, 80))):
        c.shape(box(236, 208 + k * 26, 60 + 80 * scatter(3, k), 12, 5), tone, alpha=0.85)
    c.shape(box(0, 800, 1600, 267), down((30, 44, 70), (14, 24, 44)))
    c.glow(800, 830, 800, (70, 190, 210), 0.3, ry=90)
    man = Look(style="ghutra", outfit="robe", coat=(244, 244, 248), skin=OLIVE, beard=True, hair=(30, 26, 30))
    woman = Look(
        style="hijab", outfit="robe", coat=(44, 40, 58), hair=(84, 70, 116), skin=(226, 178, 140), slim=True
    )
    person(
        c,
        640,
        960,
        640,
        man,
        Pose(left=((-1.0, 4.62), (-0.5, 4.1)), right=((1.26, 4.95), (1.72, 5.7)), face=0.6),
    )
    person(
        c,
        1010,
        965,
        595,
        woman,
        Pose(left=((-1.0, 4.62), (-0.2, 4.3)), right=((1.0, 4.62), (0.26, 4.24)), face=-0.5),
    )
    c.shape(box(1010 - 62, 965 - 4.72 * 79.3, 116, 78, 8), (30, 34, 48))  # her tablet
    c.shape(box(1010 - 56, 965 - 4.72 * 79.3 + 6, 104, 66, 4), across((60, 170, 190), (120, 220, 210)))
    c.glow(1006, 626, 130, (120, 230, 220), 0.4)
    # desks in front
    for x, w in ((-60, 560), (1130, 560)):
        c.shape([(x, 900), (x + w, 900), (x + w + 40, 960), (x - 40, 960)], down((86, 96, 118), (60, 70, 94)))
        c.shape(box(x - 40, 960, w + 80, 120), down((44, 54, 80), (22, 30, 52)))
        c.shape(box(x - 40, 958, w + 80, 5), (120, 210, 220), alpha=0.7)
        for j in range(2):
            mx = x + 90 + j * 230
            c.shape(box(mx + 76, 860, 28, 60), (40, 46, 62))
            c.shape(ellipse(mx + 90, 922, 60, 9), (34, 40, 56))
            c.shape(box(mx, 726, 184, 146, 8), (16, 20, 34))
            c.shape(box(mx + 8, 734, 168, 124, 4), down((20, 82, 116), (26, 120, 140)))
            line = [
                (
                    mx + 16 + i * 13,
                    806 - 34 * math.sin(i * 0.7 + j * 1.3 + x * 0.01) * (0.6 + 0.4 * scatter(4, i)),
                )
                for i in range(13)
            ]
            c.shape(ribbon(line, [4] * 13), mix((120, 240, 220), (255, 214, 110), j))
            for b in range(6):
                h = 10 + 26 * scatter(7, int(mx) + b)
                c.shape(box(mx + 20 + b * 25, 850 - h, 14, h), (190, 236, 240), alpha=0.45)
            c.glow(mx + 92, 800, 170, (60, 190, 210), 0.3)
    c.vignette(0.42)
    return c
