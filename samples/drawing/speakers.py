"""Four speakers at a lectern, each in a hall of its own."""

from __future__ import annotations

import math

from drawing.canvas import (
    Canvas,
    across,
    box,
    down,
    ellipse,
    lighter,
    mix,
    ribbon,
    scatter,
    smooth,
)
from drawing.figures import (
    FAIR,
    SILVER,
    WARM,
    Look,
    Pose,
)
from drawing.halls import BLUE, CREAM, GOLD, PLUM, RED, SKY, TEAL, arcs, audience, network
from drawing.people import person
from drawing.settings import (
    beam,
    bouquet,
    clouds,
    hills,
    lectern,
    microphone,
    plant,
    ripples,
    stage,
    towers,
)


def speaker_panels() -> Canvas:
    c = Canvas()
    c.fill(down((226, 240, 252), (190, 218, 244), (164, 200, 236)))
    for i in range(9):
        x = -260 + i * 230
        tone = mix((246, 250, 255), (140, 186, 232), scatter(9, i))
        c.shape(
            [(x, 0), (x + 170, 0), (x - 60, 1067), (x - 230, 1067)],
            down(lighter(tone, 0.2), tone),
            alpha=0.55,
        )
        c.shape([(x + 166, 0), (x + 170, 0), (x - 60, 1067), (x - 64, 1067)], (255, 255, 255), alpha=0.6)
    c.glow(880, 330, 620, (255, 255, 255), 0.7)
    for i in range(5):
        c.shape(
            ellipse(1250 + 70 * math.cos(i * 1.26), 250 + 70 * math.sin(i * 1.26), 44),
            mix(BLUE, TEAL, i / 4),
            alpha=0.28,
        )
    c.shape(ellipse(1250, 250, 34), BLUE, alpha=0.4)
    person(
        c,
        800,
        1560,
        1420,
        Look(style="long", outfit="skirt", coat=PLUM, hair=(44, 32, 38), slim=True),
        Pose(left=((-0.98, 4.6), (-0.62, 4.02)), right=((1.14, 4.72), (1.56, 5.5)), face=0.35),
    )
    lectern(c, 800, 815, 520, 1160, (176, 124, 84), GOLD)
    for side in (-1, 1):
        microphone(c, (800 + side * 120, 818), (800 + side * 64, 648))
    c.shape(box(690, 806, 220, 10, 3), (250, 250, 252))
    for x in (300, 1300):
        c.shape(
            [(x - 74, 1004), (x + 74, 1004), (x + 58, 1067), (x - 58, 1067)],
            across((255, 255, 255), (226, 234, 246), (176, 196, 222)),
        )
    bouquet(c, 300, 1010, 320, 12, ((236, 132, 156), (250, 214, 120), (250, 246, 244)))
    bouquet(c, 1300, 1010, 320, 17, ((236, 132, 156), (250, 214, 120), (250, 246, 244)))
    c.vignette(0.16, (30, 60, 120))
    return c


def speaker_arc() -> Canvas:
    c = Canvas()
    c.fill(down((14, 14, 48), (36, 28, 92), (70, 44, 120)))
    for r, tone, a in (
        (1000, (90, 60, 190), 0.25),
        (840, (120, 80, 220), 0.25),
        (690, (220, 110, 160), 0.25),
        (560, (255, 170, 120), 0.3),
    ):
        c.shape(ellipse(1120, 900, r), tone, alpha=a, blur=18, light=True)
    c.shape(ellipse(1120, 900, 470), (34, 24, 84), alpha=0.9, blur=10)
    network(c, 850, 560, 540, 360, 21, (255, 180, 140))
    arcs(c, 1120, 900, (470, 690, 840), (255, 200, 160), 0.3)
    stage(c, 985, ((60, 44, 92), (26, 20, 54)))
    beam(c, 280, -40, 520, 1000, 300, (255, 220, 190), 0.18)
    person(
        c,
        520,
        1560,
        1440,
        Look(style="short", coat=(28, 34, 66), tie=RED, glasses=True, skin=WARM),
        Pose(left=((-1.0, 4.6), (-0.56, 4.06)), right=((1.26, 4.8), (1.66, 5.62)), face=0.6),
    )
    lectern(c, 520, 815, 500, 1160, (52, 58, 92), (150, 190, 250))
    microphone(c, (440, 818), (496, 650))
    microphone(c, (600, 818), (556, 650))
    c.shape(box(420, 806, 200, 10, 3), (250, 250, 252))
    c.vignette(0.4)
    return c


def speaker_window() -> Canvas:
    c = Canvas()
    c.fill(down((122, 186, 232), (190, 224, 244), (250, 238, 220), end=640))
    clouds(c, 200, (255, 255, 255), 31, 0.8)
    hills(c, 640, 210, down((110, 152, 176), (150, 184, 196), start=430, end=640), 2)
    towers(c, 60, 560, 650, 140, 420, ((96, 138, 176), (150, 184, 206)), 5, 0.3, (236, 246, 252))
    for i in range(4):  # four curved glass blocks by the water
        x = 560 + i * 118
        c.shape(
            smooth(
                [
                    (x, 650),
                    (x + 4, 430 - i * 16),
                    (x + 50, 404 - i * 16),
                    (x + 100, 440 - i * 16),
                    (x + 106, 650),
                ]
            ),
            across((206, 232, 244), (120, 176, 208), (84, 136, 176)),
        )
        c.shapes([box(x + 6, 450 - i * 10 + k * 20, 96, 2.4) for k in range(10)], (240, 250, 255), alpha=0.6)
    c.shape(box(0, 640, 1600, 300), down((120, 184, 206), (62, 138, 172)))
    ripples(c, 648, 930, (232, 248, 252), 8, 110, 0.45)
    # the window's frame and the room
    for x in (14, 474, 934, 1394):
        c.shape(box(x - 8, 0, 24, 1067), across((70, 78, 92), (38, 44, 58)))
    c.shape(box(0, 0, 1600, 46), down((58, 64, 80), (78, 86, 104)))
    c.shape(box(0, 896, 1600, 171), down((120, 104, 100), (72, 60, 64)))
    c.shape(box(0, 886, 1600, 14), (58, 64, 80))
    c.shape(
        [(1160, 46), (1560, 46), (1460, 890), (1060, 890)], (255, 255, 255), alpha=0.12, blur=4, light=True
    )
    plant(c, 150, 1040, 560, 3)
    person(
        c,
        1080,
        1560,
        1440,
        Look(style="side", hair=SILVER, coat=(26, 40, 80), tie=TEAL, skin=FAIR),
        Pose(left=((-1.24, 4.75), (-1.66, 5.5)), right=((1.0, 4.6), (0.58, 4.06)), face=-0.55),
    )
    lectern(c, 1080, 815, 500, 1160, (226, 230, 236), TEAL)
    microphone(c, (1000, 818), (1044, 650))
    microphone(c, (1160, 818), (1112, 650))
    c.shape(box(985, 806, 190, 10, 3), (255, 255, 255))
    c.vignette(0.2)
    return c


def speaker_audience() -> Canvas:
    c = Canvas()
    c.fill(down((24, 20, 40), (52, 38, 62), (84, 58, 76)))
    # the screen: a globe with routes between its towns
    c.shape(box(420, 90, 1060, 540, 8), (14, 18, 40))
    screen = box(432, 102, 1036, 516, 4)
    c.shape(screen, down((16, 70, 110), (20, 128, 148), (240, 176, 120)))
    c.shape(ellipse(950, 660, 470), down((18, 60, 104), (10, 36, 76), start=190, end=620), within=screen)
    for k in range(-3, 4):
        c.shape(
            ribbon([(950 + k * 150, 640), (950 + k * 118, 360), (950 + k * 20, 192)], [2, 2, 2]),
            SKY,
            alpha=0.3,
            within=screen,
        )
        c.shape(
            ribbon(
                [(490, 600 - (k + 3) * 62), (950, 560 - (k + 3) * 62), (1410, 600 - (k + 3) * 62)], [2, 2, 2]
            ),
            SKY,
            alpha=0.25,
            within=ellipse(950, 660, 470),
        )
    towns = ((720, 470), (840, 330), (980, 420), (1080, 300), (1180, 470), (900, 540))
    for a, b in ((0, 1), (1, 3), (0, 2), (2, 3), (2, 4), (5, 4), (5, 1)):
        p, q = towns[a], towns[b]
        rise = 30 + math.dist(p, q) * 0.22
        route = [
            (
                p[0] + (q[0] - p[0]) * t / 20,
                p[1] + (q[1] - p[1]) * t / 20 - rise * 4 * (t / 20) * (1 - t / 20),
            )
            for t in range(21)
        ]
        c.shape(ribbon(route, [2.6] * 21), (255, 214, 150), alpha=0.9)
    for p in towns:
        c.glow(*p, 36, (255, 220, 160), 0.9)
        c.shape(ellipse(*p, 6), (255, 246, 226))
    c.glow(950, 360, 700, (120, 190, 210), 0.25)
    stage(c, 760, ((112, 78, 74), (54, 36, 48)))
    beam(c, 120, -40, 300, 800, 170, (255, 226, 190), 0.34)
    c.glow(950, 800, 560, (120, 200, 210), 0.22, ry=50)
    person(
        c,
        300,
        862,
        560,
        Look(style="bob", outfit="suit", coat=CREAM, legs=(60, 56, 70), slim=True, skin=FAIR),
        Pose(left=((-0.98, 4.62), (-0.5, 4.2)), right=((1.18, 4.8), (1.5, 5.35)), face=0.5),
    )
    lectern(c, 300, 560, 200, 880, (134, 88, 66), GOLD)
    microphone(c, (264, 562), (288, 502))
    microphone(c, (336, 562), (314, 502))
    plant(c, 1500, 850, 300, 5)
    bouquet(c, 300, 900, 190, 23, ((250, 240, 236), (240, 150, 140)))
    audience(c, 965, 84, 11, (62, 46, 70), (236, 170, 140), 164)
    audience(c, 1085, 118, 12, (40, 30, 52), (190, 150, 170), 224)
    c.vignette(0.45)
    return c
