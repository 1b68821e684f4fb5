"""An invented harbour museum from outside: its lightship at the quay, its hall at dusk."""

from __future__ import annotations

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
from drawing.figures import FOLDED, Look, Pose
from drawing.people import person
from drawing.settings import clouds, glitter, hills, ripples, stars, towers

RED, LAMP = (196, 48, 42), (255, 222, 150)
TEAL, OCHRE, CORAL, NAVY = (22, 122, 128), (226, 164, 72), (226, 104, 88), (30, 42, 84)


def ship(c: Canvas, x: float, water: float, s: float) -> None:
    """A lightship about 900 px long at scale 1, bow to the right, her lantern lit; x is the middle of her hull."""

    def at(points: list[Point]) -> list[Point]:
        return [(x + px * s, water - py * s) for px, py in points]

    hull = at(
        [
            (-432, 96),
            (-424, 52),
            (-404, 12),
            (-372, -14),
            (372, -14),
            (402, 12),
            (434, 68),
            (466, 134),
            (300, 104),
            (0, 92),
            (-250, 92),
        ]
    )
    c.shape(smooth(hull, steps=5), down(lighter(RED, 0.12), RED, darker(RED, 0.45)))
    c.shape(
        ribbon(at([(-424, 84), (-250, 79), (0, 79), (300, 91), (450, 118)]), [7 * s] * 5), (250, 240, 226)
    )
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
        c.shape(
            at(
                [
                    (left - 10, low + h),
                    (left + w + 10, low + h),
                    (left + w + 10, low + h + 10),
                    (left - 10, low + h + 10),
                ]
            ),
            darker(RED, 0.15),
        )
        n = int(w // 42)
        for k in range(n):
            wx = left + 14 + k * (w - 16) / n
            window = at(
                [
                    (wx, low + h * 0.4),
                    (wx + 24, low + h * 0.4),
                    (wx + 24, low + h * 0.82),
                    (wx, low + h * 0.82),
                ]
            )
            c.shape(window, down(lighter(LAMP, 0.5), (255, 190, 104)))
            c.glow(*at([(wx + 12, low + h * 0.6)])[0], 40 * s, LAMP, 0.4)
    # funnel and masts
    c.shape(
        at([(150, 166), (206, 166), (200, 250), (156, 250)]),
        across(lighter(OCHRE, 0.2), OCHRE, darker(OCHRE, 0.4)),
    )
    c.shape(at([(156, 236), (200, 236), (200, 254), (156, 254)]), (40, 36, 48))
    c.shape(ribbon(at([(340, 112), (344, 400)]), [9 * s, 4 * s]), (92, 74, 72))
    c.shape(ribbon(at([(-390, 92), (-392, 300)]), [7 * s, 4 * s]), (92, 74, 72))
    for a, b in (
        ((344, 396), (454, 126)),
        ((344, 396), (40, 470)),
        ((-392, 298), (-40, 470)),
        ((-392, 298), (-428, 96)),
        ((344, 396), (280, 166)),
    ):
        c.shape(ribbon(at([a, b]), [1.8 * s, 1.8 * s]), (60, 52, 66), alpha=0.9)
    # lattice tower and lantern
    legs = ((-74, 92, -26, 500), (74, 92, 26, 500))
    for x0, y0, x1, y1 in legs:
        c.shape(
            ribbon(at([(x0, y0), (x1, y1)]), [11 * s, 8 * s]), across(lighter(RED, 0.1), darker(RED, 0.2))
        )
    for k in range(6):
        wide, narrow = 74 - 8.0 * k, 66 - 8.0 * k
        foot, head = 92 + 68.0 * k, 160 + 68.0 * k
        for p, q in (
            ((-wide, foot), (narrow, head)),
            ((wide, foot), (-narrow, head)),
            ((-narrow, head), (narrow, head)),
        ):
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
        c.shape(
            [
                (x, y - 6),
                (far, y + tilt * reach - reach * 0.07),
                (far, y + tilt * reach + reach * 0.07),
                (x, y + 6),
            ],
            across(*((LAMP, (40, 40, 70)) if side > 0 else ((40, 40, 70), LAMP))),
            alpha=alpha,
            blur=8,
            light=True,
        )


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
    person(
        c,
        632,
        1046,
        178,
        Look(style="bob", outfit="dress", coat=CORAL, slim=True),
        Pose(face=-0.4, left=FOLDED.left, right=FOLDED.right),
    )
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
    glass = smooth(
        [(560, 722), (566, 560), (700, 470), (900, 452), (1080, 520), (1240, 470), (1400, 540), (1430, 722)]
    )
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
    c.shape(
        smooth([(760, 620), (820, 596), (900, 600), (960, 626), (900, 640), (810, 640)]),
        (140, 84, 72),
        alpha=0.55,
    )
    for k in range(6):
        c.shape(box(700 + k * 110, 430, 2, 100 + 40 * scatter(6, k)), (120, 76, 66), alpha=0.7, within=glass)
        c.shape(ellipse(701 + k * 110, 534 + 40 * scatter(6, k), 9), (255, 250, 226), within=glass)
    roof_low = [
        (520, 600),
        (580, 536),
        (700, 464),
        (880, 440),
        (1080, 512),
        (1240, 458),
        (1390, 520),
        (1480, 600),
    ]
    roof_high = [
        (1480, 590),
        (1400, 492),
        (1240, 420),
        (1080, 476),
        (880, 394),
        (690, 424),
        (560, 512),
        (510, 596),
    ]
    c.shape(
        [*smooth(roof_low, closed=False), *smooth(roof_high, closed=False)],
        across((214, 232, 240), (240, 246, 250), (150, 184, 206), (226, 238, 244), (120, 156, 184)),
    )
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
