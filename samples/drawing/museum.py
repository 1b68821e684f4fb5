"""Pictures of an invented harbour museum: its ship, its hall, its wave tank, a logbook, its volunteers, a diagram."""

from __future__ import annotations

import math

from PIL import Image, ImageChops

from drawing.canvas import (
    Canvas,
    Colour,
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
from drawing.people import (
    AUBURN,
    BROWN,
    CHESTNUT,
    DEEP,
    FAIR,
    FOLDED,
    INK,
    OLIVE,
    SILVER,
    WHITE_HAIR,
    Look,
    Pose,
    child,
    person,
)
from drawing.settings import bunting, clouds, glitter, hills, pendant, ripples, stars, towers

RED, LAMP, SEA, DUSK = (196, 48, 42), (255, 222, 150), (24, 78, 112), (44, 48, 104)
TEAL, OCHRE, CORAL, NAVY = (22, 122, 128), (226, 164, 72), (226, 104, 88), (30, 42, 84)


def ship(c: Canvas, x: float, water: float, s: float) -> None:
    """A lightship about 900 px long at scale 1, bow to the right, her lantern lit; x is the middle of her hull."""

    def at(points: list[Point]) -> list[Point]:
        return [(x + px * s, water - py * s) for px, py in points]

    hull = at([(-432, 96), (-424, 52), (-404, 12), (-372, -14), (372, -14), (402, 12), (434, 68), (466, 134), (300, 104), (0, 92), (-250, 92)])
    c.shape(smooth(hull, steps=5), down(lighter(RED, 0.12), RED, darker(RED, 0.45)))
    c.shape(ribbon(at([(-424, 84), (-250, 79), (0, 79), (300, 91), (450, 118)]), [7 * s] * 5), (250, 240, 226))
    c.shape(ribbon(at([(-398, 18), (0, 12), (400, 20)]), [4 * s] * 3), darker(RED, 0.5), alpha=0.6)
    for k in range(9):
        px = -320 + k * 78
        c.glow(*at([(px, 50)])[0], 30 * s, LAMP, 0.7)
        c.shape(ellipse(*at([(px, 50)])[0], 10 * s), (110, 30, 34))
        c.shape(ellipse(*at([(px, 50)])[0], 7.5 * s), lighter(LAMP, 0.3))
    # deck houses
    for left, w, low, h in ((-300, 200, 92, 74), (90, 190, 96, 70), (-250, 110, 164, 58)):
        wall = at([(left, low), (left + w, low), (left + w, low + h), (left, low + h)])
        c.shape(wall, across((246, 238, 226), (226, 214, 208), (176, 168, 184)))
        c.shape(at([(left - 10, low + h), (left + w + 10, low + h), (left + w + 10, low + h + 10), (left - 10, low + h + 10)]), darker(RED, 0.15))
        n = int(w // 42)
        for k in range(n):
            wx = left + 14 + k * (w - 16) / n
            window = at([(wx, low + h * 0.4), (wx + 24, low + h * 0.4), (wx + 24, low + h * 0.82), (wx, low + h * 0.82)])
            c.shape(window, down(lighter(LAMP, 0.5), (255, 190, 104)))
            c.glow(*at([(wx + 12, low + h * 0.6)])[0], 40 * s, LAMP, 0.4)
    # funnel and masts
    c.shape(at([(150, 166), (206, 166), (200, 250), (156, 250)]), across(lighter(OCHRE, 0.2), OCHRE, darker(OCHRE, 0.4)))
    c.shape(at([(156, 236), (200, 236), (200, 254), (156, 254)]), (40, 36, 48))
    c.shape(ribbon(at([(340, 112), (344, 400)]), [9 * s, 4 * s]), (92, 74, 72))
    c.shape(ribbon(at([(-390, 92), (-392, 300)]), [7 * s, 4 * s]), (92, 74, 72))
    for a, b in (((344, 396), (454, 126)), ((344, 396), (40, 470)), ((-392, 298), (-40, 470)), ((-392, 298), (-428, 96)), ((344, 396), (280, 166))):
        c.shape(ribbon(at([a, b]), [1.8 * s, 1.8 * s]), (60, 52, 66), alpha=0.9)
    # lattice tower and lantern
    legs = ((-74, 92, -26, 500), (74, 92, 26, 500))
    for x0, y0, x1, y1 in legs:
        c.shape(ribbon(at([(x0, y0), (x1, y1)]), [11 * s, 8 * s]), across(lighter(RED, 0.1), darker(RED, 0.2)))
    for k in range(6):
        t, u = k / 6, (k + 1) / 6
        a, b = 74 - 48 * t, 74 - 48 * u
        low, high = 92 + 408 * t, 92 + 408 * u
        for p, q in (((-a, low), (b, high)), ((a, low), (-b, high)), ((-b, high), (b, high))):
            c.shape(ribbon(at([p, q]), [4.5 * s, 4.5 * s]), darker(RED, 0.15))
    c.shape(at([(-62, 500), (62, 500), (56, 514), (-56, 514)]), (70, 40, 48))
    c.shape(at([(-36, 514), (36, 514), (36, 580), (-36, 580)]), down(lighter(LAMP, 0.7), LAMP))
    for k in range(-2, 3):
        c.shape(ribbon(at([(k * 17, 514), (k * 17, 580)]), [3 * s, 3 * s]), (84, 52, 52))
    c.shape(at([(-46, 580), (46, 580), (10, 616), (-10, 616)]), darker(RED, 0.1))
    c.shape(ellipse(*at([(0, 622)])[0], 8 * s), OCHRE)
    lx, ly = at([(0, 548)])[0]
    c.glow(lx, ly, 300 * s, LAMP, 0.85)
    c.glow(lx, ly, 90 * s, (255, 250, 230), 0.9)


def _rays(c: Canvas, x: float, y: float, reach: float, alpha: float) -> None:
    """The two beams of a lantern."""
    for side, tilt in ((1, -0.07), (-1, 0.05)):
        far = x + side * reach
        c.shape([(x, y - 6), (far, y + tilt * reach - reach * 0.07), (far, y + tilt * reach + reach * 0.07), (x, y + 6)], across(*((LAMP, (40, 40, 70)) if side > 0 else ((40, 40, 70), LAMP))), alpha=alpha, blur=8, light=True)


def lightship() -> Canvas:
    c = Canvas()
    c.fill(down((24, 28, 78), (72, 58, 128), (196, 100, 128), (252, 176, 128), (255, 214, 160), end=730))
    stars(c, 90, 300, 3)
    c.glow(1180, 720, 760, (255, 200, 140), 0.7)
    clouds(c, 430, (255, 190, 170), 5, 0.5, 90)
    clouds(c, 250, (120, 80, 150), 15, 0.5, 70)
    hills(c, 735, 250, down((92, 66, 124), (148, 92, 130), start=500, end=735), 1, 1.6)
    towers(c, 20, 640, 735, 70, 290, ((54, 46, 104), (98, 70, 124)), 7, 0.34)
    towers(c, 1180, 1600, 735, 60, 220, ((58, 50, 108), (110, 76, 126)), 19, 0.34)
    hills(c, 745, 76, (66, 52, 102), 4, 2.7)
    ship(c, 800, 742, 1.0)
    c.mirror(742, 325, (38, 40, 92), 0.4, 4)
    ripples(c, 746, 1000, (255, 190, 150), 5, 150, 0.22)
    ripples(c, 746, 1000, (20, 24, 70), 25, 150, 0.3)
    glitter(c, 800, 750, 960, LAMP, 6, 46)
    _rays(c, 800, 194, 1000, 0.4)
    # the quay with bollards, mooring lines and lamps
    for a, b, sag in (((395, 668), (300, 985), 40), ((1240, 640), (1330, 985), 50)):
        mid = ((a[0] + b[0]) / 2 - 20, (a[1] + b[1]) / 2 + sag)
        c.shape(ribbon([a, mid, b], [4, 5, 6]), (210, 186, 160), alpha=0.85)
    c.shape([(0, 990), (1600, 990), (1600, 1067), (0, 1067)], down((92, 72, 96), (44, 36, 62)))
    c.shape(box(0, 984, 1600, 12), (150, 116, 128))
    for k in range(17):
        c.shape(ribbon([(k * 100 - 20, 998), (k * 108 - 90, 1067)], [2, 4]), (40, 32, 56), alpha=0.6)
    for x in (300, 1330):
        c.shape(box(x - 20, 960, 40, 34, 8), across((70, 60, 80), (36, 30, 50)))
        c.shape(box(x - 28, 948, 56, 18, 9), across((96, 82, 100), (44, 38, 58)))
    for x in (110, 1500):
        c.shape(box(x - 5, 660, 10, 340), across((64, 54, 80), (30, 26, 48)))
        c.glow(x, 650, 200, LAMP, 0.6)
        c.shape(ellipse(x, 650, 20), down((255, 252, 240), LAMP))
        c.glow(x, 1010, 220, LAMP, 0.35, ry=44)
    person(c, 560, 1046, 190, Look(style="short", coat=(60, 56, 100), legs=(36, 34, 66)), Pose(face=0.4))
    person(c, 632, 1046, 178, Look(style="bob", outfit="dress", coat=CORAL, slim=True), Pose(face=-0.4, left=FOLDED.left, right=FOLDED.right))
    c.vignette(0.34)
    return c


def museum_at_dusk() -> Canvas:
    c = Canvas()
    c.fill(down((14, 30, 74), (32, 84, 130), (98, 160, 176), (246, 206, 150), end=720))
    stars(c, 60, 260, 8)
    c.glow(420, 720, 700, (255, 214, 150), 0.6)
    clouds(c, 380, (236, 196, 180), 12, 0.4, 120)
    hills(c, 722, 330, down((44, 84, 118), (104, 138, 150), start=420, end=722), 3, 1.3)
    towers(c, 0, 520, 722, 80, 330, ((28, 58, 100), (66, 104, 134)), 23, 0.42)
    towers(c, 1320, 1600, 722, 60, 240, ((30, 62, 104), (70, 108, 136)), 29, 0.42)
    hills(c, 746, 80, (30, 62, 92), 6, 3.1)
    # the hall: a wave of a roof over a lit wall of glass
    glass = smooth([(560, 722), (566, 560), (700, 470), (900, 452), (1080, 520), (1240, 470), (1400, 540), (1430, 722)])
    c.glow(1000, 640, 620, (255, 206, 130), 0.7)
    c.shape(glass, down((255, 226, 164), (255, 196, 118), (232, 150, 96), start=450, end=722))
    for k in range(3):
        y = 548 + k * 60
        c.shape(box(540, y, 900, 5), (150, 96, 74), alpha=0.7, within=glass)
    for k in range(25):
        c.shape(box(572 + k * 36, 440, 3, 290), (140, 88, 72), alpha=0.65, within=glass)
    for k in range(9):  # people and exhibits inside, as shadows against the light
        px = 640 + k * 88 + 30 * scatter(3, k)
        h = 38 + 10 * scatter(4, k)
        c.shape([*ellipse(px, 722 - h, 6)], (120, 70, 66), alpha=0.8)
        c.shape(box(px - 8, 722 - h + 8, 16, h - 8, 6), (120, 70, 66), alpha=0.8)
    c.shape(smooth([(760, 620), (820, 596), (900, 600), (960, 626), (900, 640), (810, 640)]), (140, 84, 72), alpha=0.55)
    for k in range(6):
        c.shape(box(700 + k * 110, 430, 2, 100 + 40 * scatter(6, k)), (120, 76, 66), alpha=0.7, within=glass)
        c.shape(ellipse(701 + k * 110, 534 + 40 * scatter(6, k), 9), (255, 250, 226), within=glass)
    roof_low = [(520, 600), (580, 536), (700, 464), (880, 440), (1080, 512), (1240, 458), (1390, 520), (1480, 600)]
    roof_high = [(1480, 590), (1400, 492), (1240, 420), (1080, 476), (880, 394), (690, 424), (560, 512), (510, 596)]
    c.shape([*smooth(roof_low, closed=False), *smooth(roof_high, closed=False)], across((214, 232, 240), (240, 246, 250), (150, 184, 206), (226, 238, 244), (120, 156, 184)))
    c.shape(box(500, 716, 1000, 26), down((96, 86, 96), (52, 54, 74)))
    for k in range(34):
        c.shape(box(506 + k * 30, 694, 2.4, 24), (70, 70, 90), alpha=0.8)
    c.shape(box(504, 692, 992, 3), (86, 86, 104))
    ship(c, 270, 744, 0.5)
    c.mirror(744, 325, (16, 50, 84), 0.38, 4)
    ripples(c, 748, 1067, (255, 206, 150), 9, 170, 0.24)
    ripples(c, 748, 1067, (10, 34, 70), 39, 170, 0.32)
    for k in range(5):
        glitter(c, 640 + k * 170, 752, 1000, (255, 200, 130), 50 + k, 40)
    glitter(c, 270, 752, 980, LAMP, 60, 30)
    _rays(c, 270, 470, 900, 0.3)
    c.vignette(0.36)
    return c


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
    person(c, 1010, 860, 560, guide, Pose(left=((-1.16, 4.9), (-1.62, 5.46)), right=((1.0, 4.62), (0.5, 4.2)), face=-0.6))
    # the tank: a long box of glass on a plinth
    top, bed, left, right = 600.0, 830.0, 110.0, 1490.0
    c.shadow(box(left, 960, right - left, 40), 0.5, 20)
    c.shape(box(left - 14, bed, right - left + 28, 140, 6), across((226, 222, 218), (246, 244, 240), (190, 186, 194)))
    c.shape(box(left - 14, bed + 92, right - left + 28, 48), (120, 120, 140), alpha=0.35)
    glass = box(left, top, right - left, bed - top)
    c.shape(glass, (170, 220, 236), alpha=0.16)
    surface = [(left, 700), (220, 690), (320, 706), (430, 684), (540, 668), (640, 640), (716, 606), (786, 594), (838, 612), (846, 644), (822, 664), (870, 700), (960, 724), (1060, 716), (1160, 726), (1260, 722), (right, 726)]
    water = [*smooth(surface, closed=False), (right, bed), (left, bed)]
    c.shape(water, down((130, 236, 226), (40, 172, 190), (16, 96, 140), start=590, end=bed), alpha=0.92, within=glass)
    c.shape(ribbon(smooth(surface, closed=False), [6] * len(smooth(surface, closed=False)), curved=False), (236, 255, 252), alpha=0.9)
    for k in range(5):
        inner = [(px - k * 14, py + 26 + k * 26) for px, py in surface[1:8]]
        c.shape(ribbon(inner, [3] * len(inner)), (196, 255, 246), alpha=0.28 - k * 0.045, within=water)
    c.shapes([ellipse(780 + 90 * scatter(5, i), 600 + 60 * scatter(5, i + 50) - 20 * scatter(5, i + 90), 2 + 5 * scatter(5, i + 130)) for i in range(46)], (244, 255, 255), alpha=0.85)
    # a model sea wall with houses at the tank's end
    c.shape([(1180, bed), (1230, 690), (1262, 690), (1270, 722), (right, 722), (right, bed)], down((214, 206, 196), (150, 142, 146)))
    for k, tone in enumerate((CORAL, OCHRE, (240, 234, 224), TEAL)):
        hx = 1286 + k * 50
        hh = 44 + 26 * scatter(8, k)
        c.shape(box(hx, 722 - hh, 40, hh), across(lighter(tone, 0.2), darker(tone, 0.2)))
        c.shape([(hx - 5, 722 - hh), (hx + 20, 722 - hh - 24), (hx + 45, 722 - hh)], darker(tone, 0.35))
        c.shape(box(hx + 13, 722 - hh + 14, 13, 14), LAMP)
    c.shape(box(left, top, right - left, bed - top), (255, 255, 255), alpha=0.05)
    for x in (left + 60, left + 420, right - 380):
        c.shape([(x, top), (x + 70, top), (x + 10, bed), (x - 60, bed)], (255, 255, 255), alpha=0.1, within=glass)
    for x in (left - 8, (left + right) / 2 + 240, right - 6):
        c.shape(box(x, top - 8, 14, bed - top + 16), across((96, 108, 124), (206, 216, 226), (90, 100, 118)))
    c.shape(box(left - 14, top - 14, right - left + 28, 14, 5), across((180, 190, 204), (240, 244, 248), (150, 160, 178)))
    c.glow(760, 680, 420, (150, 255, 240), 0.25)
    boy = child(Look(style="short", outfit="casual", coat=OCHRE, legs=(46, 62, 104), shirt=(250, 250, 250)))
    girl = child(Look(style="bob", outfit="dress", coat=CORAL))
    person(c, 420, 1020, 520, boy, Pose(right=((1.1, 5.0), (1.62, 5.5)), face=0.8))
    person(c, 640, 1040, 500, girl, Pose(left=((-1.0, 4.62), (-0.6, 4.3)), right=((1.06, 4.9), (1.5, 5.5)), face=0.7))
    c.vignette(0.4)
    return c


def _script(c: Canvas, a: Point, b: Point, size: float, seed: int, alpha: float = 0.8) -> None:
    """A line of handwriting that nobody can read, from a to b."""
    n = max(3, round(math.dist(a, b) / (size * 0.5)))
    word: list[Point] = []
    ink = (58, 44, 66)
    for i in range(n + 1):
        t = i / n
        if scatter(seed, i) < 0.16 or i == n:
            if len(word) > 2:
                c.shape(ribbon(word, [size * 0.11] * len(word)), ink, alpha=alpha)
            word = []
            continue
        kind, swing = scatter(seed, i + 90), scatter(seed, i + 190)
        high = size * (0.8 + 0.2 * swing if kind < 0.18 else 0.22 + 0.24 * swing)
        low = size * 0.34 if kind > 0.9 else 0.0
        x, y = a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t
        word += [(x, y), (x + size * (0.14 + 0.08 * swing), y - high), (x + size * (0.2 + 0.06 * swing), y + low)]
        if kind > 0.55:
            word += [(x + size * 0.34, y - size * 0.12)]


_STROKES = {
    "9": ((0.9, 0.25), (0.5, 0.0), (0.1, 0.25), (0.4, 0.52), (0.85, 0.3), (0.9, 0.25), (0.82, 0.7), (0.6, 1.0)),
    "5": ((0.95, 0.0), (0.3, 0.02), (0.2, 0.42), (0.7, 0.42), (0.85, 0.75), (0.5, 1.0), (0.1, 0.88)),
    "3": ((0.15, 0.08), (0.6, 0.0), (0.8, 0.24), (0.45, 0.45), (0.85, 0.68), (0.55, 1.0), (0.1, 0.9)),
}


def _digits(c: Canvas, number: str, x: float, y: float, size: float) -> None:
    """A number in an officer's hand, standing on y."""
    for i, digit in enumerate(number):
        line = [(x + i * size + px * size * 0.7, y - size + py * size - i * 1.5) for px, py in _STROKES[digit]]
        c.shape(ribbon(line, [size * 0.13] * len(line)), (44, 32, 54))


def logbook() -> Canvas:
    c = Canvas()
    c.fill(down((58, 38, 34), (96, 62, 48), (66, 42, 40)))
    for k in range(9):  # a table of broad boards
        y = k * 128 - 20
        c.shape(box(0, y, 1600, 126), across((104, 68, 52), (124, 82, 60), (86, 56, 48)), alpha=0.55)
        c.shape(box(0, y + 124, 1600, 4), (40, 26, 28), alpha=0.7)
        for j in range(5):
            x = scatter(k, j) * 1500
            c.shape(ribbon([(x, y + 30 + 70 * scatter(k, j + 9)), (x + 160, y + 26 + 70 * scatter(k, j + 9)), (x + 330, y + 34 + 70 * scatter(k, j + 9))], [1, 4, 1]), (60, 38, 36), alpha=0.35)
    c.glow(760, 420, 900, (255, 206, 140), 0.6)
    # the open book
    left = [
        *smooth([(250, 250), (500, 214), (690, 230), (770, 262)], closed=False),
        *smooth([(768, 868), (690, 838), (490, 826), (196, 872)], closed=False),
    ]
    right = [
        *smooth([(770, 262), (850, 230), (1040, 214), (1292, 250)], closed=False),
        *smooth([(1362, 872), (1060, 826), (848, 838), (768, 868)], closed=False),
    ]
    c.shadow([(180, 290), (1360, 290), (1420, 930), (150, 930)], 0.55, 30)
    c.shape([(232, 246), (1318, 246), (1392, 906), (164, 906)], down((112, 38, 42), (70, 24, 34)))
    for k in range(5):
        off = 12 - k * 3
        for page in (left, right):
            c.shape([(x, y + off) for x, y in page], (222 - k * 2, 204 - k * 2, 172))
            c.shape([(x, y + off - 1.4) for x, y in page], (246, 234, 206))
    c.shape(left, across((250, 240, 214), (252, 244, 222), (226, 206, 170), (190, 164, 130)))
    c.shape(right, across((186, 160, 126), (236, 220, 186), (252, 244, 222), (248, 236, 208)))
    for page, seed in ((left, 1), (right, 2)):
        for i in range(7):
            px = (260 if seed == 1 else 830) + 480 * scatter(seed, i)
            c.shape(ellipse(px, 280 + 540 * scatter(seed, i + 20), 8 + 26 * scatter(seed, i + 40)), (190, 148, 96), alpha=0.1, blur=4, within=page)

    def sag(x: float) -> float:
        """How much lower a ruled line lies at x: pages bend towards the fold."""
        return 22 * math.sin(math.pi * min(1.0, abs(x - 769) / 560))

    for k in range(16):  # ruled lines and columns
        y = 318 + k * 33
        for x0, x1 in ((240, 752), (786, 1326)):
            rule = [(x0 + (x1 - x0) * i / 12 - (k * 3 if x0 == 240 else -k * 2.4) * (1 - i / 12 if x0 == 240 else i / 12), y - sag(x0 + (x1 - x0) * i / 12)) for i in range(13)]
            c.shape(ribbon(rule, [1.4] * 13), (120, 140, 170), alpha=0.45)
            if k < 15 and not (k > 11 and x0 > 700):
                for j in range(3):
                    if x0 > 700 and j == 1 and k in (8, 9):
                        continue  # room for the box
                    ax = rule[1 + j * 4][0]
                    bx = rule[min(12, 3 + j * 4 + (j == 2))][0]
                    _script(c, (ax, rule[2 + j * 4][1] + 25), (bx, rule[3 + j * 4][1] + 25), 19, k * 7 + j + (90 if x0 > 700 else 0), 0.75)
    for x in (380, 560, 950, 1130):
        lean = (x - 769) * 0.06
        c.shape(ribbon([(x, 300 - sag(x)), (x + lean, 838 - sag(x))], [2, 2]), (190, 80, 80), alpha=0.5)
    # the officer's box round one number
    frame = [(966, 588), (1092, 582), (1096, 626), (968, 632), (964, 586), (1100, 580)]
    c.shape(ribbon(frame, [5, 5, 6, 5, 5, 3], curved=False), (150, 30, 40), alpha=0.9)
    _digits(c, "953", 986, 620, 30)
    c.shape(ribbon([(770, 262), (768, 560), (768, 868)], [5, 12, 6]), (120, 92, 66), alpha=0.55)
    c.shape(ribbon([(790, 250), (796, 600), (780, 930), (812, 1000)], [12, 12, 12, 12]), (176, 44, 50))
    # reading glass, pencil, brass dividers, the lamp's foot
    c.shadow(ellipse(1250, 712, 128, 122), 0.35, 16)
    c.shape(ribbon([(1338, 802), (1450, 926)], [26, 34]), across((92, 56, 44), (58, 34, 32)))
    c.shape(ellipse(1238, 694, 122), across((216, 178, 104), (255, 236, 180), (170, 128, 66)))
    c.shape(ellipse(1238, 694, 106), (252, 246, 228))
    inside = ellipse(1238, 694, 106)
    for k in range(5):
        c.shape(box(1120, 618 + k * 50, 240, 2.4), (120, 140, 170), alpha=0.5, within=inside)
    for k, (a, b) in enumerate(((1186, 1290), (1150, 1320), (1176, 1296))):
        _script(c, (a, 656 + k * 50), (b, 654 + k * 50), 36, 500 + k, 0.85)
    c.shape(smooth([(1160, 640), (1216, 600), (1290, 612), (1240, 650), (1180, 690)]), (255, 255, 255), alpha=0.35, blur=6, within=inside)
    c.shape(ellipse(1238, 694, 106), across((255, 255, 255), (180, 210, 230)), alpha=0.14)
    c.shadow(ribbon([(300, 978), (640, 950)], [16, 16]), 0.4, 8)
    c.shape(ribbon([(290, 966), (640, 938)], [17, 17], curved=False), down((236, 178, 70), (190, 128, 44)))
    c.shape([(640, 929), (684, 934), (641, 947)], (240, 214, 170))
    c.shape([(668, 932), (684, 934), (669, 938)], (40, 36, 44))
    c.shape(ribbon([(276, 967), (296, 965)], [17, 17], curved=False), (206, 96, 96))
    c.shape(ellipse(110, 150, 150), down((40, 92, 84), (18, 54, 56)))
    c.shape(ellipse(100, 136, 118), down((70, 140, 122), (34, 88, 80)))
    c.shape(ellipse(84, 112, 50), (150, 206, 180), alpha=0.35, blur=10)
    c.glow(330, 300, 620, (255, 226, 170), 0.5)
    for rx, tone in ((150, (226, 228, 232)), (140, (250, 248, 242)), (104, (228, 226, 226))):  # a cup of tea
        if rx == 150:
            c.shadow(ellipse(1470, 152, 150), 0.45, 18)
        c.shape(ellipse(1460, 130, rx), across(tone, lighter(tone, 0.4), darker(tone, 0.14)))
    c.shape(ribbon([(1404, 196), (1360, 236), (1330, 216), (1384, 166)], [16, 18, 18, 16]), across((250, 248, 242), (204, 204, 212)))
    c.shape(ellipse(1460, 130, 92), across((250, 250, 248), (214, 214, 220)))
    c.shape(ellipse(1460, 130, 82), across((150, 78, 34), (190, 104, 44), (112, 54, 28)))
    c.shape(smooth([(1400, 110), (1430, 76), (1480, 70), (1440, 92)]), (255, 230, 180), alpha=0.5, blur=3)
    for r in (128, 120):
        c.shape(ribbon([(1460 + r * math.cos(math.radians(t)), 130 + r * math.sin(math.radians(t))) for t in range(0, 361, 6)], [2.4] * 61), (60, 110, 170), alpha=0.5)
    c.vignette(0.55, (20, 10, 14))
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
    c.shape(smooth([(0, 640), (400, 612), (800, 604), (1200, 612), (1600, 640), (1600, 760), (0, 760)], steps=12), down(lighter(RED, 0.14), darker(RED, 0.2)))
    c.shape([(0, 716), (1600, 716), (1600, 1067), (0, 1067)], down((222, 178, 128), (186, 134, 92)))
    for k in range(-12, 13):
        c.shape(ribbon([(800 + k * 96, 716), (800 + k * 170, 1067)], [1.6, 4]), (120, 78, 56), alpha=0.55)
    c.shape(ribbon([(0, 634), (400, 606), (800, 598), (1200, 606), (1600, 634)], [14] * 5), (250, 246, 238))
    for k in range(13):
        x = k * 134
        rise = 30 * math.sin(math.pi * x / 1600)
        c.shape(box(x - 3, 560 - rise, 6, 70), (250, 246, 238))
    c.shape(ribbon([(0, 566), (400, 540), (800, 532), (1200, 540), (1600, 566)], [7] * 5), (250, 246, 238))
    c.shape(ribbon([(800, 716), (800, -20)], [34, 26]), across((250, 240, 226), (214, 196, 182), (150, 136, 136)))
    flags = (RED, (250, 246, 238), OCHRE, TEAL, NAVY)
    bunting(c, (800, 30), (-30, 250), 46, flags, 13)
    bunting(c, (800, 30), (1630, 250), 46, flags, 13)
    bunting(c, (800, 130), (-30, 400), 40, flags[::-1], 15)
    bunting(c, (800, 130), (1630, 400), 40, flags[::-1], 15)
    back = (
        (250, 905, 500, Look(style="side", hair=WHITE_HAIR, outfit="casual", coat=NAVY, legs=(92, 86, 84), shirt=(240, 240, 244), skin=FAIR, beard=True), Pose(face=0.3)),
        (450, 895, 470, Look(style="curly", outfit="dress", coat=OCHRE, slim=True, skin=DEEP, hair=(30, 24, 28)), Pose(left=FOLDED.left, right=FOLDED.right, face=0.2)),
        (640, 900, 505, Look(style="short", outfit="casual", coat=TEAL, legs=(56, 60, 84), shirt=(252, 252, 252), skin=OLIVE, hair=CHESTNUT, beard=True), Pose(face=0.1)),
        (990, 900, 480, Look(style="hijab", outfit="robe", coat=(90, 84, 140), hair=(226, 170, 150), slim=True, skin=OLIVE), Pose(left=FOLDED.left, right=FOLDED.right, face=-0.2)),
        (1180, 905, 510, Look(style="short", outfit="suit", coat=(90, 104, 128), shirt=(220, 236, 250), legs=(60, 64, 84)), Pose(right=((1.3, 5.1), (1.5, 6.2)), face=-0.2)),
        (1370, 900, 470, Look(style="bob", outfit="casual", coat=CORAL, legs=(60, 66, 104), hair=SILVER, slim=True, skin=FAIR, glasses=True), Pose(left=FOLDED.left, right=FOLDED.right, face=-0.4)),
    )
    for x, y, h, look, pose in back:
        person(c, x, y, h, look, pose)
    _wheelchair(c, 815, 1000, 1.0)
    girl = child(Look(style="bob", outfit="dress", coat=RED, skin=(240, 198, 164)))
    person(c, 1080, 1010, 500, girl, Pose(left=((-0.94, 4.6), (-0.32, 4.55)), right=((0.94, 4.6), (0.32, 4.55)), face=-0.1))
    head = 500 * 0.76 / 7.5
    bx, by = 1080, 1010 - 4.62 * head
    c.shape([(bx - 62, by - 26), (bx + 62, by - 26), (bx + 36, by + 18), (bx - 36, by + 18)], across((255, 255, 255), (226, 232, 242)))
    c.shape([(bx - 30, by - 26), (bx + 30, by - 26), (bx, by - 66)], across((255, 255, 255), (206, 216, 232)))
    c.shape([(bx - 62, by - 26), (bx, by - 6), (bx + 62, by - 26), (bx + 36, by + 18), (bx - 36, by + 18)], (214, 224, 238), alpha=0.7)
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
    look = Look(style="bun", outfit="casual", coat=(214, 130, 150), shirt=(250, 244, 240), hair=WHITE_HAIR, slim=True, skin=(240, 204, 180), glasses=True)
    person(c, x, y + 96 * s, 500 * s, look, Pose(left=((-0.98, 4.5), (-0.5, 3.72)), right=((0.98, 4.5), (0.5, 3.72)), seated=True, face=0.1))
    for side in (-1, 1):  # a rug over the knees, shins and shoes
        c.shape(ribbon([(x + side * 26 * s, y - 100 * s), (x + side * 28 * s, y - 26 * s)], [34 * s, 22 * s]), (70, 66, 96))
        c.shape(box(x + side * 28 * s - 18, y - 30 * s, 36, 18, 8), (50, 40, 46))
    c.shape(smooth([(x - 62, y - 152 * s), (x, y - 164 * s), (x + 62, y - 152 * s), (x + 74, y - 70 * s), (x, y - 56 * s), (x - 74, y - 70 * s)]), across((70, 140, 140), (40, 100, 108)))
    for k in range(3):
        c.shape(ribbon([(x - 66, y - (134 - k * 26) * s), (x, y - (142 - k * 26) * s), (x + 66, y - (134 - k * 26) * s)], [5, 5, 5]), (236, 206, 140), alpha=0.7)
    for side in (-1, 1):
        c.shape(box(x + side * 88 * s - 16, y - 176 * s, 32, 14, 6), (40, 42, 54))
    c.shape(box(x - 50, y - 14, 100, 8, 4), (90, 96, 110))


def wave_band() -> Canvas:
    c = Canvas(1600, 260)
    c.fill(down((236, 246, 248), (206, 232, 240)))
    c.glow(1240, 120, 260, (255, 240, 206), 0.9)
    c.shape(ellipse(1240, 118, 40), (255, 236, 190))
    for k, tone in enumerate(((168, 214, 226), (112, 184, 206), (62, 146, 180), (30, 104, 146), (16, 68, 110))):
        crest = [
            (x, 108 + k * 30 - (26 - k * 2.5) * math.sin(x / (118 - k * 9) + k * 1.7) - 7 * math.sin(x / 37 + k))
            for x in range(-20, 1641, 20)
        ]
        c.shape([*smooth(crest, closed=False, steps=3), (1640, 280), (-20, 280)], down(lighter(tone, 0.12), tone))
        c.shape(ribbon(crest, [3.2] * len(crest)), (246, 252, 252), alpha=0.75 - k * 0.08)
    return c


def tide_gauge() -> Image.Image:
    """The diagram on a transparent ground: how far drawings on white and on black differ gives the transparency."""
    white, black = Canvas(1400, 1060), Canvas(1400, 1060)
    white.fill((255, 255, 255))
    for c in (white, black):
        _gauge(c)
    clear = ImageChops.difference(white.image, black.image).getchannel("R")
    cover = clear.point([255 - v if v > 4 else 255 for v in range(256)])
    colours, alphas = bytearray(black.image.tobytes()), cover.tobytes()
    for i, alpha in enumerate(alphas):
        if 0 < alpha < 255:  # an edge on black is too dark by its own transparency
            for k in range(3 * i, 3 * i + 3):
                colours[k] = min(255, colours[k] * 255 // alpha)
    out = Image.frombytes("RGB", cover.size, bytes(colours))
    out.putalpha(cover)
    return out


def _gauge(c: Canvas) -> None:
    ink: Colour = (34, 44, 74)
    # the hull, cut through, in the sea
    c.shape(box(40, 560, 1320, 460, 24), down((196, 230, 240), (120, 188, 214)))
    for k in range(4):
        wave = [(40 + i * 33, 566 + k * 40 + (10 - k * 2) * math.sin(i * 0.9 + k)) for i in range(41)]
        c.shape(ribbon(wave, [5 - k * 0.8] * 41), (255, 255, 255), alpha=0.8 - k * 0.15, within=box(42, 562, 1316, 456, 22))
    c.shape(smooth([(160, 380), (150, 600), (230, 860), (420, 940), (980, 940), (1170, 860), (1250, 600), (1240, 380)], closed=False, steps=10), (246, 242, 234))
    shell = smooth([(160, 372), (150, 600), (230, 860), (420, 940), (980, 940), (1170, 860), (1250, 600), (1240, 372)], closed=False)
    c.shape(ribbon(shell, [22] * len(shell), curved=False), RED)
    c.shape(box(150, 372, 1100, 14), (150, 104, 74))
    # the well, open to the sea by a small hole
    c.shape(box(330, 150, 200, 800), (255, 255, 255))
    c.shape(box(342, 640, 176, 306), down((140, 206, 226), (84, 160, 196)))
    for x in (330, 516):
        c.shape(box(x, 150, 14, 800), (104, 116, 140))
    c.shape(box(330, 936, 82, 22), (104, 116, 140))
    c.shape(box(448, 936, 82, 22), (104, 116, 140))
    for k in range(3):  # water coming in through the hole
        y = 1000 - k * 0
        c.shape(ribbon([(396 + k * 34, y), (414 + k * 16, 974), (430, 930)], [3, 5, 7]), (40, 120, 170), alpha=0.9)
    c.shape(ribbon([(344, 642), (430, 638), (516, 642)], [5, 5, 5]), (255, 255, 255))
    # float, cord, wheel, counterweight
    c.shape(box(425, 180, 5, 452), ink)
    c.shape(ellipse(428, 640, 64, 40), across(lighter(OCHRE, 0.3), OCHRE, darker(OCHRE, 0.3)))
    c.shape(box(364, 632, 128, 12), darker(OCHRE, 0.35))
    c.shape(box(615, 180, 5, 280), ink)
    c.shape(ellipse(522, 180, 98), ink)
    c.shape(ellipse(522, 180, 88), across((226, 232, 240), (250, 252, 254), (190, 200, 214)))
    for k in range(6):
        a = math.radians(k * 60)
        c.shape(ribbon([(522, 180), (522 + 84 * math.cos(a), 180 + 84 * math.sin(a))], [9, 9]), (120, 132, 156))
    c.shape(ellipse(522, 180, 20), ink)
    c.shape(box(592, 450, 52, 104, 10), across((150, 158, 176), (98, 106, 126)))
    # the axle, the pen and the drum
    c.shape(box(522, 174, 320, 12), across((150, 158, 176), (210, 216, 226), (130, 138, 158)))
    for x in (930, 1140):
        c.shape(box(x, 340, 20, 36), (150, 104, 74))
    c.shape(box(890, 100, 310, 250, 14), across((236, 230, 216), (255, 252, 242), (250, 244, 228), (206, 196, 176)))
    for x in (880, 1190):
        c.shape(box(x, 90, 24, 270, 8), across(lighter(OCHRE, 0.3), darker(OCHRE, 0.25)))
    for k in range(5):
        c.shape(box(906, 140 + k * 42, 282, 1.6), (150, 170, 200), alpha=0.8)
    trace = [(912 + i * 6.9, 226 - 76 * math.sin(i / 40 * math.tau * 2) * (0.82 if i > 20 else 1.0)) for i in range(41)]
    c.shape(ribbon(trace, [6] * 41), (30, 84, 150))
    c.shape(ribbon([(838, 180), (838, 226), (906, 226)], [9, 9, 6], curved=False), RED)
    c.shape(ellipse(910, 226, 9), RED)
    for side in (-1, 1):  # up and down
        y = 640 + side * 110
        c.shape(ribbon([(250, 640 + side * 20), (250, y)], [12, 12]), TEAL)
        c.shape([(226, y), (274, y), (250, y + side * 36)], TEAL)
