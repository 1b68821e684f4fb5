"""The museum's people: children at the wave tank, volunteers on the ship's deck."""

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
    ribbon,
    scatter,
    smooth,
)
from drawing.figures import CHESTNUT, DEEP, FAIR, FOLDED, INK, OLIVE, SILVER, WHITE_HAIR, Look, Pose, child
from drawing.harbour import CORAL, LAMP, NAVY, OCHRE, RED, TEAL
from drawing.people import person
from drawing.settings import bunting, clouds, hills, pendant, ripples, towers


def wave_tank() -> Canvas:
    c = Canvas()
    c.fill(down((18, 34, 62), (30, 66, 98), (52, 104, 126), end=760))
    for k in range(10):  # a wall of slats, lit from below
        c.shape(box(k * 164 + 10, 60, 120, 640), down((30, 62, 94), (66, 124, 142)), alpha=0.5)
    c.glow(800, 700, 900, (90, 190, 200), 0.35, ry=260)
    c.shape(box(150, 150, 420, 260, 10), (10, 22, 44))  # the screen with the sea's curve
    c.shape(box(160, 160, 400, 240, 6), down((14, 52, 86), (18, 84, 112)))
    curve = [(170 + i * 9.5, 290 + 60 * math.sin(i * 0.31) + 12 * math.sin(i * 0.9)) for i in range(41)]
    c.shape([*curve, (550, 396), (170, 396)], (60, 180, 190), alpha=0.35)
    c.shape(ribbon(curve, [4] * 41), (150, 244, 236))
    c.glow(*curve[28], 40, (190, 255, 246), 0.8)
    c.shape(ellipse(*curve[28], 7), (255, 255, 255))
    for k in range(4):
        c.shape(box(170, 200 + k * 50, 380, 1.4), (190, 230, 240), alpha=0.3)
    c.shape(box(0, 742, 1600, 325), down((74, 84, 100), (36, 42, 62)))
    for k in range(-9, 10):
        c.shape(ribbon([(800 + k * 110, 742), (800 + k * 190, 1067)], [1.5, 3]), (26, 34, 56), alpha=0.5)
    for x, y, r in ((300, 96, 24), (560, 66, 20), (820, 104, 26), (1090, 70, 21), (1350, 108, 25)):
        pendant(c, x, y, r)
        c.glow(x, 800, 180, LAMP, 0.16, ry=40)
    guide = Look(style="bun", outfit="casual", coat=TEAL, legs=(40, 46, 74), slim=True, hair=INK)
    person(
        c,
        1010,
        860,
        560,
        guide,
        Pose(left=((-1.16, 4.9), (-1.62, 5.46)), right=((1.0, 4.62), (0.5, 4.2)), face=-0.6),
    )
    # the tank: a long box of glass on a plinth
    top, bed, left, right = 600.0, 830.0, 110.0, 1490.0
    c.shadow(box(left, 960, right - left, 40), 0.5, 20)
    c.shape(
        box(left - 14, bed, right - left + 28, 140, 6),
        across((226, 222, 218), (246, 244, 240), (190, 186, 194)),
    )
    c.shape(box(left - 14, bed + 92, right - left + 28, 48), (120, 120, 140), alpha=0.35)
    glass = box(left, top, right - left, bed - top)
    c.shape(glass, (170, 220, 236), alpha=0.16)
    surface = [
        (left, 700),
        (220, 690),
        (320, 706),
        (430, 684),
        (540, 668),
        (640, 640),
        (716, 606),
        (786, 594),
        (838, 612),
        (846, 644),
        (822, 664),
        (870, 700),
        (960, 724),
        (1060, 716),
        (1160, 726),
        (1260, 722),
        (right, 726),
    ]
    water = [*smooth(surface, closed=False), (right, bed), (left, bed)]
    c.shape(
        water,
        down((130, 236, 226), (40, 172, 190), (16, 96, 140), start=590, end=bed),
        alpha=0.92,
        within=glass,
    )
    c.shape(
        ribbon(smooth(surface, closed=False), [6] * len(smooth(surface, closed=False)), curved=False),
        (236, 255, 252),
        alpha=0.9,
    )
    for k in range(5):
        inner = [(px - k * 14, py + 26 + k * 26) for px, py in surface[1:8]]
        c.shape(ribbon(inner, [3] * len(inner)), (196, 255, 246), alpha=0.28 - k * 0.045, within=water)
    c.shapes(
        [
            ellipse(
                780 + 90 * scatter(5, i),
                600 + 60 * scatter(5, i + 50) - 20 * scatter(5, i + 90),
                2 + 5 * scatter(5, i + 130),
            )
            for i in range(46)
        ],
        (244, 255, 255),
        alpha=0.85,
    )
    # a model sea wall with houses at the tank's end
    c.shape(
        [(1180, bed), (1230, 690), (1262, 690), (1270, 722), (right, 722), (right, bed)],
        down((214, 206, 196), (150, 142, 146)),
    )
    for k, tone in enumerate((CORAL, OCHRE, (240, 234, 224), TEAL)):
        hx = 1286 + k * 50
        hh = 44 + 26 * scatter(8, k)
        c.shape(box(hx, 722 - hh, 40, hh), across(lighter(tone, 0.2), darker(tone, 0.2)))
        c.shape([(hx - 5, 722 - hh), (hx + 20, 722 - hh - 24), (hx + 45, 722 - hh)], darker(tone, 0.35))
        c.shape(box(hx + 13, 722 - hh + 14, 13, 14), LAMP)
    c.shape(box(left, top, right - left, bed - top), (255, 255, 255), alpha=0.05)
    for shine in (left + 60, left + 420, right - 380):
        c.shape(
            [(shine, top), (shine + 70, top), (shine + 10, bed), (shine - 60, bed)],
            (255, 255, 255),
            alpha=0.1,
            within=glass,
        )
    for post in (left - 8, (left + right) / 2 + 240, right - 6):
        c.shape(
            box(post, top - 8, 14, bed - top + 16), across((96, 108, 124), (206, 216, 226), (90, 100, 118))
        )
    c.shape(
        box(left - 14, top - 14, right - left + 28, 14, 5),
        across((180, 190, 204), (240, 244, 248), (150, 160, 178)),
    )
    c.glow(760, 680, 420, (150, 255, 240), 0.25)
    boy = child(Look(style="short", outfit="casual", coat=OCHRE, legs=(46, 62, 104), shirt=(250, 250, 250)))
    girl = child(Look(style="bob", outfit="dress", coat=CORAL))
    person(c, 420, 1020, 520, boy, Pose(right=((1.1, 5.0), (1.62, 5.5)), face=0.8))
    person(
        c,
        640,
        1040,
        500,
        girl,
        Pose(left=((-1.0, 4.62), (-0.6, 4.3)), right=((1.06, 4.9), (1.5, 5.5)), face=0.7),
    )
    c.vignette(0.4)
    return c


def volunteers() -> Canvas:
    c = Canvas()
    c.fill(down((96, 176, 226), (168, 216, 240), (240, 240, 226), end=560))
    c.glow(260, 150, 480, (255, 250, 220), 0.9)
    clouds(c, 190, (255, 255, 255), 44, 0.9, 110)
    hills(c, 540, 150, down((96, 150, 160), (146, 190, 188), start=400, end=540), 5, 1.7)
    towers(c, 1120, 1600, 540, 40, 150, ((120, 160, 186), (160, 192, 206)), 33, 0.2, (240, 248, 252))
    c.shape(box(0, 536, 1600, 200), down((84, 170, 190), (34, 124, 160)))
    ripples(c, 540, 720, (236, 252, 250), 4, 90, 0.5)
    # the foredeck: bulwark, rail, planks
    c.shape(
        smooth([(0, 640), (400, 612), (800, 604), (1200, 612), (1600, 640), (1600, 760), (0, 760)], steps=12),
        down(lighter(RED, 0.14), darker(RED, 0.2)),
    )
    c.shape([(0, 716), (1600, 716), (1600, 1067), (0, 1067)], down((222, 178, 128), (186, 134, 92)))
    for k in range(-12, 13):
        c.shape(ribbon([(800 + k * 96, 716), (800 + k * 170, 1067)], [1.6, 4]), (120, 78, 56), alpha=0.55)
    c.shape(ribbon([(0, 634), (400, 606), (800, 598), (1200, 606), (1600, 634)], [14] * 5), (250, 246, 238))
    for k in range(13):
        x = k * 134
        rise = 30 * math.sin(math.pi * x / 1600)
        c.shape(box(x - 3, 560 - rise, 6, 70), (250, 246, 238))
    c.shape(ribbon([(0, 566), (400, 540), (800, 532), (1200, 540), (1600, 566)], [7] * 5), (250, 246, 238))
    c.shape(
        ribbon([(800, 716), (800, -20)], [34, 26]), across((250, 240, 226), (214, 196, 182), (150, 136, 136))
    )
    flags = (RED, (250, 246, 238), OCHRE, TEAL, NAVY)
    bunting(c, (800, 30), (-30, 250), 46, flags, 13)
    bunting(c, (800, 30), (1630, 250), 46, flags, 13)
    bunting(c, (800, 130), (-30, 400), 40, flags[::-1], 15)
    bunting(c, (800, 130), (1630, 400), 40, flags[::-1], 15)
    back = (
        (
            250,
            905,
            500,
            Look(
                style="side",
                hair=WHITE_HAIR,
                outfit="casual",
                coat=NAVY,
                legs=(92, 86, 84),
                shirt=(240, 240, 244),
                skin=FAIR,
                beard=True,
            ),
            Pose(face=0.3),
        ),
        (
            450,
            895,
            470,
            Look(style="curly", outfit="dress", coat=OCHRE, slim=True, skin=DEEP, hair=(30, 24, 28)),
            Pose(left=FOLDED.left, right=FOLDED.right, face=0.2),
        ),
        (
            640,
            900,
            505,
            Look(
                style="short",
                outfit="casual",
                coat=TEAL,
                legs=(56, 60, 84),
                shirt=(252, 252, 252),
                skin=OLIVE,
                hair=CHESTNUT,
                beard=True,
            ),
            Pose(face=0.1),
        ),
        (
            990,
            900,
            480,
            Look(
                style="hijab", outfit="robe", coat=(90, 84, 140), hair=(226, 170, 150), slim=True, skin=OLIVE
            ),
            Pose(left=FOLDED.left, right=FOLDED.right, face=-0.2),
        ),
        (
            1180,
            905,
            510,
            Look(style="short", outfit="suit", coat=(90, 104, 128), shirt=(220, 236, 250), legs=(60, 64, 84)),
            Pose(right=((1.3, 5.1), (1.5, 6.2)), face=-0.2),
        ),
        (
            1370,
            900,
            470,
            Look(
                style="bob",
                outfit="casual",
                coat=CORAL,
                legs=(60, 66, 104),
                hair=SILVER,
                slim=True,
                skin=FAIR,
                glasses=True,
            ),
            Pose(left=FOLDED.left, right=FOLDED.right, face=-0.4),
        ),
    )
    for x, y, h, look, pose in back:
        person(c, x, y, h, look, pose)
    _wheelchair(c, 815, 1000, 1.0)
    girl = child(Look(style="bob", outfit="dress", coat=RED, skin=(240, 198, 164)))
    person(
        c,
        1080,
        1010,
        500,
        girl,
        Pose(left=((-0.94, 4.6), (-0.32, 4.55)), right=((0.94, 4.6), (0.32, 4.55)), face=-0.1),
    )
    head = 500 * 0.76 / 7.5
    bx, by = 1080, 1010 - 4.62 * head
    c.shape(
        [(bx - 62, by - 26), (bx + 62, by - 26), (bx + 36, by + 18), (bx - 36, by + 18)],
        across((255, 255, 255), (226, 232, 242)),
    )
    c.shape([(bx - 30, by - 26), (bx + 30, by - 26), (bx, by - 66)], across((255, 255, 255), (206, 216, 232)))
    c.shape(
        [(bx - 62, by - 26), (bx, by - 6), (bx + 62, by - 26), (bx + 36, by + 18), (bx - 36, by + 18)],
        (214, 224, 238),
        alpha=0.7,
    )
    c.vignette(0.2)
    return c


def _wheelchair(c: Canvas, x: float, y: float, s: float) -> None:
    """Somebody of seventy in a wheelchair, seen from the front."""
    c.shadow(ellipse(x, y, 130, 18), 0.4, 10)
    for side in (-1, 1):
        c.shape(ellipse(x + side * 100 * s, y - 88 * s, 22 * s, 88 * s), (44, 46, 58))
        c.shape(ellipse(x + side * 100 * s, y - 88 * s, 14 * s, 76 * s), (150, 156, 170))
        c.shape(ellipse(x + side * 100 * s, y - 88 * s, 9 * s, 66 * s), (70, 74, 90))
        c.shape(box(x + side * 82 * s - 5, y - 270 * s, 10, 130 * s, 4), (60, 64, 78))
    c.shape(box(x - 84 * s, y - 260 * s, 168 * s, 130 * s, 10), (36, 52, 88))
    look = Look(
        style="bun",
        outfit="casual",
        coat=(214, 130, 150),
        shirt=(250, 244, 240),
        hair=WHITE_HAIR,
        slim=True,
        skin=(240, 204, 180),
        glasses=True,
    )
    person(
        c,
        x,
        y + 96 * s,
        500 * s,
        look,
        Pose(left=((-0.98, 4.5), (-0.5, 3.72)), right=((0.98, 4.5), (0.5, 3.72)), seated=True, face=0.1),
    )
    for side in (-1, 1):  # a rug over the knees, shins and shoes
        c.shape(
            ribbon([(x + side * 26 * s, y - 100 * s), (x + side * 28 * s, y - 26 * s)], [34 * s, 22 * s]),
            (70, 66, 96),
        )
        c.shape(box(x + side * 28 * s - 18, y - 30 * s, 36, 18, 8), (50, 40, 46))
    c.shape(
        smooth(
            [
                (x - 62, y - 152 * s),
                (x, y - 164 * s),
                (x + 62, y - 152 * s),
                (x + 74, y - 70 * s),
                (x, y - 56 * s),
                (x - 74, y - 70 * s),
            ]
        ),
        across((70, 140, 140), (40, 100, 108)),
    )
    for k in range(3):
        c.shape(
            ribbon(
                [
                    (x - 66, y - (134 - k * 26) * s),
                    (x, y - (142 - k * 26) * s),
                    (x + 66, y - (134 - k * 26) * s),
                ],
                [5, 5, 5],
            ),
            (236, 206, 140),
            alpha=0.7,
        )
    for side in (-1, 1):
        c.shape(box(x + side * 88 * s - 16, y - 176 * s, 32, 14, 6), (40, 42, 54))
    c.shape(box(x - 50, y - 14, 100, 8, 4), (90, 96, 110))
