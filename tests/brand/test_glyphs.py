"""What is read from a font is what HarfBuzz reads there."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
import uharfbuzz

from prexport.brand import cjk
from prexport.brand.glyphs import glyphs, width
from prexport.brand.load import styles_folder

FONTS = sorted(styles_folder().glob("fonts/*/*.[to]tf"))


def by_harfbuzz(path: Path, index: int = 0) -> frozenset[int]:
    return frozenset(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path.as_posix()), index).unicodes)


def code_points(path: Path, index: int = 0) -> frozenset[int]:
    return frozenset(glyphs(path, index))


def assert_same_glyphs(path: Path, index: int) -> None:
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path.as_posix()), index)
    shaper = uharfbuzz.Font(face)
    for code, glyph in sorted(glyphs(path, index).items())[::17]:
        assert glyph == shaper.get_nominal_glyph(code)
        advance = shaper.get_glyph_h_advance(glyph)
        assert width(path, index, chr(code)) == pytest.approx(advance / face.upem)


def font(*tables: tuple[bytes, bytes], kind: bytes = b"\0\1\0\0") -> bytes:
    """A font of just these tables."""
    place, directory, body = 12 + 16 * len(tables), b"", b""
    for tag, data in tables:
        directory += struct.pack(">4sIII", tag, 0, place + len(body), len(data))
        body += data
    return kind + struct.pack(">HHHH", len(tables), 0, 0, 0) + directory + body


def cmap(subtable: bytes, platform: int = 3, encoding: int = 1) -> bytes:
    return struct.pack(">HHHHI", 0, 1, platform, encoding, 12) + subtable


def test_the_brands_have_fonts() -> None:
    assert len(FONTS) > 20


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_fonts_of_the_brands(path: Path) -> None:
    assert code_points(path) == by_harfbuzz(path)
    assert_same_glyphs(path, 0)


@pytest.mark.parametrize("region", ["HK", "TC", "SC", "JP", "KR"])
def test_faces_of_a_collection(region: str) -> None:
    for face in cjk.find_faces(f"Noto Sans CJK {region}"):
        assert code_points(face.path, face.index) == by_harfbuzz(face.path, face.index)
        assert_same_glyphs(face.path, face.index)


def test_a_glyph_of_number_zero_is_none(tmp_path: Path) -> None:
    # Two segments: A to C by a difference that makes A glyph 0; a to c by a list in which b is 0.
    arrays = struct.pack(">3H", 0x43, 0x63, 0xFFFF) + b"\0\0" + struct.pack(">3H", 0x41, 0x61, 0xFFFF)
    arrays += (
        struct.pack(">3H", 0x10000 - 0x41, 0, 1) + struct.pack(">3H", 0, 4, 0) + struct.pack(">3H", 5, 0, 7)
    )
    path = tmp_path / "font.ttf"
    path.write_bytes(font((b"cmap", cmap(struct.pack(">7H", 4, 14 + len(arrays), 0, 6, 0, 0, 0) + arrays))))
    assert code_points(path) == frozenset(map(ord, "BCac")) == by_harfbuzz(path)
    groups = struct.pack(">HHIII", 12, 0, 16 + 24, 0, 2) + struct.pack(
        ">6I", 0x41, 0x43, 0, 0x1F600, 0x1F601, 5
    )
    path = tmp_path / "wide.ttf"
    path.write_bytes(font((b"cmap", cmap(groups, encoding=10)), (b"maxp", struct.pack(">IH", 0x5000, 9))))
    assert code_points(path) == {0x42, 0x43, 0x1F600, 0x1F601} == by_harfbuzz(path)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no font",
        font((b"name", b"")),
        font((b"cmap", b"")),
        font((b"cmap", cmap(struct.pack(">H", 2)))),
        font((b"cmap", cmap(struct.pack(">7H", 4, 999, 0, 600, 0, 0, 0)))),
        font((b"cmap", cmap(b"", platform=1, encoding=0))),
        font((b"cmap", b""), kind=b"ttcf"),
    ],
    ids=["empty", "no-font", "no-cmap", "empty-cmap", "format", "cut-off", "no-unicode", "collection"],
)
def test_a_damaged_font_has_no_characters(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "font.ttf"
    path.write_bytes(data)
    assert code_points(path) == frozenset()
