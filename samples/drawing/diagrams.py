"""The section through the tide gauge, on a transparent ground, and the band of waves."""

from __future__ import annotations

import math

from PIL import Image, ImageChops

from drawing.canvas import (
    Canvas,
    Colour,
    across,
    box,
    darker,
    down,
    ellipse,
    lighter,
    ribbon,
    smooth,
)
from drawing.harbour import OCHRE, RED, TEAL


def wave_band() -> Canvas:
    c = Canvas(1600, 260)
    c.fill(down((236, 246, 248), (206, 232, 240)))
    c.glow(1240, 120, 260, (255, 240, 206), 0.9)
    c.shape(ellipse(1240, 118, 40), (255, 236, 190))
    for k, tone in enumerate(
        ((168, 214, 226), (112, 184, 206), (62, 146, 180), (30, 104, 146), (16, 68, 110))
    ):
        crest = [
            (
                x,
                108
                + k * 30
                - (26 - k * 2.5) * math.sin(x / (118 - k * 9) + k * 1.7)
                - 7 * math.sin(x / 37 + k),
            )
            for x in range(-20, 1641, 20)
        ]
        c.shape(
            [*smooth(crest, closed=False, steps=3), (1640, 280), (-20, 280)], down(lighter(tone, 0.12), tone)
        )
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
        c.shape(
            ribbon(wave, [5 - k * 0.8] * 41),
            (255, 255, 255),
            alpha=0.8 - k * 0.15,
            within=box(42, 562, 1316, 456, 22),
        )
    c.shape(
        smooth(
            [
                (160, 380),
                (150, 600),
                (230, 860),
                (420, 940),
                (980, 940),
                (1170, 860),
                (1250, 600),
                (1240, 380),
            ],
            closed=False,
            steps=10,
        ),
        (246, 242, 234),
    )
    shell = smooth(
        [(160, 372), (150, 600), (230, 860), (420, 940), (980, 940), (1170, 860), (1250, 600), (1240, 372)],
        closed=False,
    )
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
        c.shape(
            ribbon([(396 + k * 34, y), (414 + k * 16, 974), (430, 930)], [3, 5, 7]), (40, 120, 170), alpha=0.9
        )
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
        c.shape(
            ribbon([(522, 180), (522 + 84 * math.cos(a), 180 + 84 * math.sin(a))], [9, 9]), (120, 132, 156)
        )
    c.shape(ellipse(522, 180, 20), ink)
    c.shape(box(592, 450, 52, 104, 10), across((150, 158, 176), (98, 106, 126)))
    # the axle, the pen and the drum
    c.shape(box(522, 174, 320, 12), across((150, 158, 176), (210, 216, 226), (130, 138, 158)))
    for x in (930, 1140):
        c.shape(box(x, 340, 20, 36), (150, 104, 74))
    c.shape(
        box(890, 100, 310, 250, 14),
        across((236, 230, 216), (255, 252, 242), (250, 244, 228), (206, 196, 176)),
    )
    for x in (880, 1190):
        c.shape(box(x, 90, 24, 270, 8), across(lighter(OCHRE, 0.3), darker(OCHRE, 0.25)))
    for k in range(5):
        c.shape(box(906, 140 + k * 42, 282, 1.6), (150, 170, 200), alpha=0.8)
    trace = [
        (912 + i * 6.9, 226 - 76 * math.sin(i / 40 * math.tau * 2) * (0.82 if i > 20 else 1.0))
        for i in range(41)
    ]
    c.shape(ribbon(trace, [6] * 41), (30, 84, 150))
    c.shape(ribbon([(838, 180), (838, 226), (906, 226)], [9, 9, 6], curved=False), RED)
    c.shape(ellipse(910, 226, 9), RED)
    for side in (-1, 1):  # up and down
        y = 640 + side * 110
        c.shape(ribbon([(250, 640 + side * 20), (250, y)], [12, 12]), TEAL)
        c.shape([(226, y), (274, y), (250, y + side * 36)], TEAL)
