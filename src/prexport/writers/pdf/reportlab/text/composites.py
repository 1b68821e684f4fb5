"""New glyphs in a TrueType font that are composed of those it has (OpenType, "glyf", "loca", "hmtx")."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from prexport.writers.pdf.reportlab.text.codes import Alias

_ARGUMENTS_ARE_WORDS, _ARGUMENTS_ARE_XY, _ROUND_TO_GRID, _MORE = 0x0001, 0x0002, 0x0004, 0x0020
_CHECKSUM_OF_FILE = 0xB1B0AFBA


def with_composites(data: bytes, first: int, aliases: Sequence[Alias]) -> bytes:
    """The font with a glyph for each alias, numbered from `first` on."""
    tables = dict(_tables(data))
    count = _short(tables["maxp"], 4)
    places = _locations(tables["loca"], wide=bool(_short(tables["head"], 50)))
    outlines = bytearray(tables["glyf"])
    metrics = bytearray(_long_metrics(tables["hmtx"], _short(tables["hhea"], 34), count))
    places += [places[-1]] * (first - count)
    metrics += bytes(4 * (first - count))
    for alias in aliases:
        outline, left = _composite(alias, tables["glyf"], places)
        outlines += outline
        places.append(len(outlines))
        metrics += struct.pack(">Hh", alias.advance, left)
    total = first + len(aliases)
    tables["glyf"], tables["hmtx"] = bytes(outlines), bytes(metrics)
    tables["loca"] = struct.pack(f">{len(places)}I", *places)
    tables["head"] = _with(tables["head"], {8: b"\0\0\0\0", 50: b"\0\1"})
    tables["hhea"] = _with(tables["hhea"], {34: struct.pack(">H", total)})
    tables["maxp"] = _limits(tables["maxp"], total, max(len(alias.parts) for alias in aliases))
    return _file(data[:4], tables)


def _tables(data: bytes) -> Iterator[tuple[str, bytes]]:
    for number in range(_short(data, 4)):
        tag, _, start, length = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        yield tag.decode("ascii"), data[start : start + length]


def _file(kind: bytes, tables: dict[str, bytes]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    head = kind + struct.pack(">HHHH", count, 16 << power, power, 16 * count - (16 << power))
    start = 12 + 16 * count
    rows, bodies = [], []
    for tag in sorted(tables):
        body = tables[tag]
        rows.append(struct.pack(">4sIII", tag.encode("ascii"), _checksum(body), start, len(body)))
        bodies.append(body + bytes(-len(body) % 4))
        start += len(bodies[-1])
    file = head + b"".join(rows) + b"".join(bodies)
    place = next(struct.unpack_from(">I", row, 8)[0] for row in rows if row.startswith(b"head"))
    total = struct.pack(">I", (_CHECKSUM_OF_FILE - _checksum(file)) & 0xFFFFFFFF)
    return file[: place + 8] + total + file[place + 12 :]


def _checksum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}I", padded))
    return total & 0xFFFFFFFF


def _composite(alias: Alias, outlines: bytes, places: Sequence[int]) -> tuple[bytes, int]:
    """The outline of an alias and its left side bearing; blanks have none."""
    drawn = [part for part in alias.parts if places[part.glyph + 1] > places[part.glyph]]
    if not drawn:
        return b"", 0
    boxes = [struct.unpack_from(">4h", outlines, places[part.glyph] + 2) for part in drawn]
    left = min(box[0] + part.x for box, part in zip(boxes, drawn, strict=True))
    bottom = min(box[1] + part.y for box, part in zip(boxes, drawn, strict=True))
    right = max(box[2] + part.x for box, part in zip(boxes, drawn, strict=True))
    top = max(box[3] + part.y for box, part in zip(boxes, drawn, strict=True))
    outline = struct.pack(">5h", -1, left, bottom, right, top)
    for number, part in enumerate(drawn, 1):
        flags = _ARGUMENTS_ARE_WORDS | _ARGUMENTS_ARE_XY | _ROUND_TO_GRID
        flags |= _MORE if number < len(drawn) else 0
        outline += struct.pack(">HHhh", flags, part.glyph, part.x, part.y)
    return outline + bytes(-len(outline) % 4), left


def _locations(table: bytes, *, wide: bool) -> list[int]:
    if wide:
        return list(struct.unpack(f">{len(table) // 4}I", table))
    return [2 * half for half in struct.unpack(f">{len(table) // 2}H", table)]


def _long_metrics(table: bytes, long: int, count: int) -> bytes:
    """The metrics of all glyphs with an advance each; the table leaves out those of the last ones if they are equal."""
    advance = table[4 * long - 4 : 4 * long - 2]
    bearings = table[4 * long :]
    rest = (advance + bearings[2 * number : 2 * number + 2] for number in range(count - long))
    return table[: 4 * long] + b"".join(rest)


def _limits(table: bytes, count: int, parts: int) -> bytes:
    """The table "maxp": what a reader must have room for."""
    points, contours, old_points, old_contours = struct.unpack_from(">4H", table, 6)
    elements, depth = struct.unpack_from(">2H", table, 28)
    most_points = min(max(old_points, points) * max(parts, 1), 0xFFFF)
    most_contours = min(max(old_contours, contours) * max(parts, 1), 0xFFFF)
    return _with(
        table,
        {
            4: struct.pack(">H", count),
            10: struct.pack(">2H", most_points, most_contours),
            28: struct.pack(">2H", max(elements, parts), depth + 1),
        },
    )


def _with(table: bytes, changes: dict[int, bytes]) -> bytes:
    changed = bytearray(table)
    for place, value in changes.items():
        changed[place : place + len(value)] = value
    return bytes(changed)


def _short(data: bytes, place: int) -> int:
    return int.from_bytes(data[place : place + 2], "big")
