"""An old logbook on a table, in a hand that nobody can read."""

from __future__ import annotations

import math

from drawing.canvas import (
    Canvas,
    Point,
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
        word += [
            (x, y),
            (x + size * (0.14 + 0.08 * swing), y - high),
            (x + size * (0.2 + 0.06 * swing), y + low),
        ]
        if kind > 0.55:
            word += [(x + size * 0.34, y - size * 0.12)]


_STROKES = {
    "9": (
        (0.9, 0.25),
        (0.5, 0.0),
        (0.1, 0.25),
        (0.4, 0.52),
        (0.85, 0.3),
        (0.9, 0.25),
        (0.82, 0.7),
        (0.6, 1.0),
    ),
    "5": ((0.95, 0.0), (0.3, 0.02), (0.2, 0.42), (0.7, 0.42), (0.85, 0.75), (0.5, 1.0), (0.1, 0.88)),
    "3": ((0.15, 0.08), (0.6, 0.0), (0.8, 0.24), (0.45, 0.45), (0.85, 0.68), (0.55, 1.0), (0.1, 0.9)),
}


def _digits(c: Canvas, number: str, x: float, y: float, size: float) -> None:
    """A number in an officer's hand, standing on y."""
    for i, digit in enumerate(number):
        line = [
            (x + i * size + px * size * 0.7, y - size + py * size - i * 1.5) for px, py in _STROKES[digit]
        ]
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
            c.shape(
                ribbon(
                    [
                        (x, y + 30 + 70 * scatter(k, j + 9)),
                        (x + 160, y + 26 + 70 * scatter(k, j + 9)),
                        (x + 330, y + 34 + 70 * scatter(k, j + 9)),
                    ],
                    [1, 4, 1],
                ),
                (60, 38, 36),
                alpha=0.35,
            )
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
            c.shape(
                ellipse(px, 280 + 540 * scatter(seed, i + 20), 8 + 26 * scatter(seed, i + 40)),
                (190, 148, 96),
                alpha=0.1,
                blur=4,
                within=page,
            )

    def sag(x: float) -> float:
        """How much lower a ruled line lies at x: pages bend towards the fold."""
        return 22 * math.sin(math.pi * min(1.0, abs(x - 769) / 560))

    for k in range(16):  # ruled lines and columns
        y = 318 + k * 33
        for x0, x1 in ((256, 752), (786, 1276)):
            rule = [
                (
                    x0 + (x1 - x0) * i / 12 - (k * 3 * (1 - i / 12) if x0 < 700 else -k * 4.4 * i / 12),
                    y - sag(x0 + (x1 - x0) * i / 12),
                )
                for i in range(13)
            ]
            c.shape(ribbon(rule, [1.4] * 13), (120, 140, 170), alpha=0.45)
            if k < 15 and not (k > 11 and x0 > 700):
                for j in range(3):
                    if x0 > 700 and j == 1 and k in (8, 9):
                        continue  # room for the box
                    ax = rule[1 + j * 4][0]
                    bx = rule[min(12, 3 + j * 4 + (j == 2))][0]
                    _script(
                        c,
                        (ax, rule[2 + j * 4][1] + 25),
                        (bx, rule[3 + j * 4][1] + 25),
                        19,
                        k * 7 + j + (90 if x0 > 700 else 0),
                        0.75,
                    )
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
    c.shape(
        smooth([(1160, 640), (1216, 600), (1290, 612), (1240, 650), (1180, 690)]),
        (255, 255, 255),
        alpha=0.35,
        blur=6,
        within=inside,
    )
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
    c.shape(
        ribbon([(1404, 196), (1360, 236), (1330, 216), (1384, 166)], [16, 18, 18, 16]),
        across((250, 248, 242), (204, 204, 212)),
    )
    c.shape(ellipse(1460, 130, 92), across((250, 250, 248), (214, 214, 220)))
    c.shape(ellipse(1460, 130, 82), across((150, 78, 34), (190, 104, 44), (112, 54, 28)))
    c.shape(smooth([(1400, 110), (1430, 76), (1480, 70), (1440, 92)]), (255, 230, 180), alpha=0.5, blur=3)
    for r in (128, 120):
        c.shape(
            ribbon(
                [
                    (1460 + r * math.cos(math.radians(t)), 130 + r * math.sin(math.radians(t)))
                    for t in range(0, 361, 6)
                ],
                [2.4] * 61,
            ),
            (60, 110, 170),
            alpha=0.5,
        )
    c.vignette(0.55, (20, 10, 14))
    return c
