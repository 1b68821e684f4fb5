"""The data of SVG paths as segments with absolute coordinates: moves, lines and cubic curves (SVG 2, 9.3)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

Segment = tuple[str, tuple[float, ...]]
"""PDF's own operators: m (x, y), l (x, y), c (three points), h ()."""

_COMMANDS = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_NUMBERS = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
# The two flags of an arc may stand without anything between them and what follows.
_ARCS = re.compile(
    rf"({_NUMBERS.pattern})[\s,]*({_NUMBERS.pattern})[\s,]*({_NUMBERS.pattern})[\s,]*"
    rf"([01])[\s,]*([01])[\s,]*({_NUMBERS.pattern})[\s,]*({_NUMBERS.pattern})"
)
_LENGTHS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7}


def segments(data: str) -> Iterator[Segment]:
    """The segments of the path `data`."""
    x = y = start_x = start_y = 0.0
    control: tuple[str, float, float] = ("", 0.0, 0.0)
    for command, numbers in _steps(data):
        kind = command.upper()
        if kind == "Z":
            yield "h", ()
            x, y, control = start_x, start_y, ("", 0.0, 0.0)
            continue
        values = _absolute(kind, numbers, x, y) if command.islower() else list(numbers)
        before, control = control, ("", 0.0, 0.0)
        match kind:
            case "M":
                start_x, start_y = values
                yield "m", (start_x, start_y)
            case "L":
                yield "l", (values[0], values[1])
            case "H":
                values = [values[0], y]
                yield "l", (values[0], y)
            case "V":
                values = [x, values[0]]
                yield "l", (x, values[1])
            case "C" | "S":
                if kind == "S":
                    values = [*_mirrored(before, "C", x, y), *values]
                control = ("C", values[2], values[3])
                yield "c", tuple(values)
            case "Q" | "T":
                if kind == "T":
                    values = [*_mirrored(before, "Q", x, y), *values]
                across, down, end_x, end_y = values
                control = ("Q", across, down)
                yield (
                    "c",
                    (
                        x + (across - x) * 2 / 3,
                        y + (down - y) * 2 / 3,
                        end_x + (across - end_x) * 2 / 3,
                        end_y + (down - end_y) * 2 / 3,
                        end_x,
                        end_y,
                    ),
                )
            case _:
                yield from _arc(x, y, values)
        x, y = values[-2:]


def _steps(data: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Every command with its numbers; one that is followed by several sets of them is several commands."""
    for command, rest in _COMMANDS.findall(data):
        kind = command.upper()
        if kind == "Z":
            yield command, ()
            continue
        if kind == "A":
            for found in _ARCS.findall(rest):
                yield command, tuple(map(float, found))
            continue
        numbers = [float(number) for number in _NUMBERS.findall(rest)]
        length = _LENGTHS[kind]
        for place in range(0, len(numbers) - length + 1, length):
            # After the first pair a move goes on as lines.
            name = command if not place or kind != "M" else chr(ord(command) - 1)
            yield name, tuple(numbers[place : place + length])


def _absolute(kind: str, numbers: tuple[float, ...], x: float, y: float) -> list[float]:
    match kind:
        case "H":
            return [numbers[0] + x]
        case "V":
            return [numbers[0] + y]
        case "A":
            return [*numbers[:5], numbers[5] + x, numbers[6] + y]
        case _:
            return [number + (y if place % 2 else x) for place, number in enumerate(numbers)]


def _mirrored(control: tuple[str, float, float], kind: str, x: float, y: float) -> tuple[float, float]:
    """The control point that makes a curve go on smoothly."""
    return (2 * x - control[1], 2 * y - control[2]) if control[0] == kind else (x, y)


def _arc(x: float, y: float, values: list[float]) -> Iterator[Segment]:
    """An elliptical arc as curves (SVG 2, B.2.4: from end points to centre)."""
    wide, high, degrees, large, sweep, end_x, end_y = values
    wide, high = abs(wide), abs(high)
    if (x, y) == (end_x, end_y):
        return
    if not wide or not high:
        yield "l", (end_x, end_y)
        return
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    half_x, half_y = (x - end_x) / 2, (y - end_y) / 2
    one, two = cos * half_x + sin * half_y, cos * half_y - sin * half_x
    grown = math.sqrt(max(1.0, (one / wide) ** 2 + (two / high) ** 2))
    wide, high = wide * grown, high * grown
    below = (wide * two) ** 2 + (high * one) ** 2
    factor = math.sqrt(max(0.0, (wide * high) ** 2 / below - 1)) * (1 if large != sweep else -1)
    centre_one, centre_two = factor * wide * two / high, -factor * high * one / wide
    centre_x = cos * centre_one - sin * centre_two + (x + end_x) / 2
    centre_y = sin * centre_one + cos * centre_two + (y + end_y) / 2
    angle = math.atan2((two - centre_two) / high, (one - centre_one) / wide)
    turn = math.atan2((-two - centre_two) / high, (-one - centre_one) / wide) - angle
    if sweep and turn < 0:
        turn += 2 * math.pi
    elif not sweep and turn > 0:
        turn -= 2 * math.pi
    count = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    step = turn / count
    reach = 4 / 3 * math.tan(step / 4)

    def point(across: float, down: float) -> tuple[float, float]:
        return (
            centre_x + cos * wide * across - sin * high * down,
            centre_y + sin * wide * across + cos * high * down,
        )

    for number in range(count):
        here, there = angle + step * number, angle + step * (number + 1)
        first = point(math.cos(here) - reach * math.sin(here), math.sin(here) + reach * math.cos(here))
        second = point(math.cos(there) + reach * math.sin(there), math.sin(there) - reach * math.cos(there))
        last = (end_x, end_y) if number == count - 1 else point(math.cos(there), math.sin(there))
        yield "c", (*first, *second, *last)
