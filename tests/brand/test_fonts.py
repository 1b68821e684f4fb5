"""The font files: licences, one place for each, equal coverage in a family, and subsets that shape like the
whole."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont

from prexport.brand import cjk
from prexport.brand.coverage import StyledText, characters, choose_face, faces_of, needed_faces
from prexport.brand.fonts import is_static, read_font, subset
from prexport.brand.load import load_brand, styles_folder
from prexport.brand.tokens import Family, FontFace

FONTS = styles_folder() / "fonts"
FONT_FILES = sorted(FONTS.rglob("*.[to]tf"))
BRAND = load_brand("default")
FAMILIES = list(BRAND.families.values())

# One sentence a language, with what its script makes difficult: marks, joins, conjuncts, sara am, kinsoku.
SENTENCES = {
    "en": "“It brings the two shores closer,” said Ming Chan – 24 new sailings a day, ½ fare.",
    "vi": "Các chuyến phà bắt đầu từ ngày 1 tháng 12, với 24 chuyến mới mỗi ngày.",
    "el": "Τα δρομολόγια ξεκινούν την 1η Δεκεμβρίου με 24 νέα καθημερινά.",
    "ru": "Рейсы начнутся 1 декабря: 24 новых рейса в день.",
    "ar": "تبدأ الخدمة في ١ ديسمبر مع ٢٤ رحلة جديدة، وقال المدير: «إنه يقرّب بين الشاطئين».",
    "fa": "خدمات از ۱ دسامبر با ۲۴ سفر روزانه آغاز می\u200cشود؛ کرایه\u200cها تغییر نمی\u200cکند.",
    "ur": "سروس یکم دسمبر سے شروع ہوگی؛ روزانہ ۲۴ نئے سفر ہوں گے، ڈاک اور ٹکٹ۔",
    "he": "השירות יחל ב־1 בדצמבר, אמר מנכ״ל הרשות: שָׁלוֹם.",
    "hi": "सेवा 1 दिसंबर से शुरू होगी और प्रतिदिन 24 नई यात्राएँ होंगी। ज्ञान, क्षेत्र, श्रृंखला, राष्ट्र।",
    "th": "ให้บริการตั้งแต่วันที่ 1 ธันวาคม น้ำ ทำ ปู่ ป้ำ ค่าโดยสารคงเดิม",
    "zh-Hant-HK": "（香港，2025年6月5日）「新碼頭令兩岸更近，」局長陳明說。骨、直、令、次——……",
    "zh-Hant-TW": "「新碼頭令兩岸更近，」局長陳明說。骨、直、令、次",
    "zh-Hans": "“新码头令两岸更近，”局长陈明说。骨、直、令、次",
    "ja": "「両岸がより近くなる」と陳明局長は述べた。ヴァーチャル、ｶﾅ、々〇",
    "ko": "12월 1일부터 하루 24편이 새로 운항되며 요금은 그대로입니다.",
}


def own_name(file: Path) -> str:
    return file.relative_to(FONTS).as_posix()


@pytest.mark.parametrize("file", FONT_FILES, ids=own_name)
class TestEveryFontFile:
    def test_its_licence_lies_beside_it(self, file: Path) -> None:
        with (file.parent / "family.toml").open("rb") as family:
            licence = file.parent / tomllib.load(family)["licence"]
        text = licence.read_text(encoding="utf-8")
        assert text.startswith("Copyright ")
        assert "SIL OPEN FONT LICENSE Version 1.1" in text

    def test_the_page_of_fonts_lists_it_with_its_fingerprint(self, file: Path) -> None:
        page = (FONTS / "README.md").read_text(encoding="utf-8")
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        assert re.search(
            rf"^\| `{re.escape(own_name(file))}` \| .* \| Copyright .* \| `{digest}` \|$", page, re.M
        )

    def test_its_own_tables_say_what_the_brand_says_of_it(self, file: Path) -> None:
        face = next(face for family in FAMILIES for face in family.faces if face.path.samefile(file))
        with TTFont(file, lazy=True) as font:
            assert font["name"].getDebugName(1) == face.family
            assert font["OS/2"].usWeightClass == face.weight
            assert bool(font["OS/2"].fsSelection & 1) == (face.style == "italic")
            assert "SIL Open Font Licen" in font["name"].getDebugName(13)

    def test_it_may_be_embedded(self, file: Path) -> None:
        with TTFont(file, lazy=True) as font:
            assert font["OS/2"].fsType == 0


def test_the_page_of_fonts_lists_nothing_else() -> None:
    listed = re.findall(r"^\| `(\S+\.[to]tf)`", (FONTS / "README.md").read_text(encoding="utf-8"), re.M)
    assert listed == [own_name(file) for file in FONT_FILES]


def test_no_font_is_kept_twice() -> None:
    everywhere = sorted(styles_folder().rglob("*.[to]tf"))
    digests = {hashlib.sha256(file.read_bytes()).hexdigest() for file in everywhere}
    assert len(digests) == len(everywhere)


def test_the_fonts_are_light_enough_for_the_repository() -> None:
    assert sum(file.stat().st_size for file in FONT_FILES) < 15_000_000


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_all_faces_of_a_family_have_the_same_characters(family: Family) -> None:
    faces = faces_of(family)
    assert faces, f"{family.name} is nowhere: {cjk.REMEDY}"
    assert len({frozenset(characters(face)) for face in faces}) == 1


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_coverage_agrees_with_fonttools(family: Family) -> None:
    face = faces_of(family)[0]
    number = face.index if face.path.suffix == ".ttc" else -1
    with TTFont(face.path, fontNumber=number, lazy=True) as font:
        assert characters(face) == set(font.getBestCmap())


@pytest.mark.parametrize("lang", SENTENCES)
@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
def test_a_subset_shapes_like_the_whole_font(lang: str, bold: bool) -> None:
    needed = needed_faces(BRAND, [StyledText(SENTENCES[lang], lang, bold=bold)])
    assert len(needed) == 1, "one family sets the whole sentence"
    ((face, wanted),) = needed.items()
    assert face.weight == (700 if bold else 400)
    small = subset(face, wanted)
    assert small[:4] in (b"\0\1\0\0", b"OTTO")
    assert advances(uharfbuzz.Face(small), SENTENCES[lang]) == advances(
        open_face(face), SENTENCES[lang], face
    )


@pytest.mark.parametrize("lang", ["en", "ar", "zh-Hant-HK"])
def test_a_subset_is_static_small_and_needs_no_other_table(lang: str) -> None:
    ((face, wanted),) = needed_faces(BRAND, [StyledText(SENTENCES[lang], lang)]).items()
    font = TTFont(io.BytesIO(subset(face, wanted)))
    assert not {"fvar", "gvar", "CFF2", "STAT", "DSIG", "VORG"} & set(font.keys())
    assert len(font.getGlyphOrder()) < 400


def test_a_subset_is_the_same_in_every_process() -> None:
    program = (
        "import hashlib, sys; from prexport.brand.load import load_brand; "
        "from prexport.brand.coverage import StyledText, needed_faces; from prexport.brand.fonts import subset; "
        "faces = needed_faces(load_brand('default'), [StyledText(sys.argv[1], 'zh-Hant-HK'), "
        "StyledText(sys.argv[2], 'en', bold=True)]); "
        "print([(face.family, hashlib.sha256(subset(face, chars)).hexdigest()) for face, chars in faces.items()])"
    )
    command = [sys.executable, "-c", program, SENTENCES["zh-Hant-HK"], SENTENCES["en"]]
    runs = {
        subprocess.run(command, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
    assert b"Noto Sans CJK HK" in runs.pop()


def test_regions_have_their_own_shapes() -> None:
    drawings = {}
    for region in ("HK", "TC", "SC", "JP", "KR"):
        face = choose_face(BRAND.families[f"Noto Sans CJK {region}"])
        assert face is not None
        font = uharfbuzz.Font(uharfbuzz.Face(subset(face, "骨")))
        glyph = font.get_nominal_glyph(ord("骨"))
        assert glyph is not None
        drawings[region] = outline(font, glyph)
    assert drawings["SC"] != drawings["JP"]
    assert drawings["TC"] != drawings["SC"]
    assert drawings["HK"] != drawings["SC"]


def test_bold_han_is_bolder() -> None:
    family = BRAND.families["Noto Sans CJK HK"]
    ink = {}
    for bold in (False, True):
        face = choose_face(family, bold=bold)
        assert face is not None
        font = uharfbuzz.Font(uharfbuzz.Face(subset(face, "一")))
        glyph = font.get_nominal_glyph(ord("一"))
        assert glyph is not None
        extents = font.get_glyph_extents(glyph)
        assert extents is not None
        ink[bold] = abs(extents.height)
    assert ink[True] > ink[False] * 1.3


def test_files_that_travel_can_be_embedded_whole() -> None:
    for family in FAMILIES:
        for face in family.faces:
            assert is_static(face)
            assert read_font(face.path)[:4] == b"\0\1\0\0", "ReportLab reads plain TrueType only"
    assert not any(is_static(face) for face in cjk.find_faces("Noto Sans CJK TC"))


def open_face(face: FontFace) -> uharfbuzz.Face:
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(face.path)), face.index)


def advances(face: uharfbuzz.Face, text: str, axes_of: FontFace | None = None) -> list[tuple[int, int, int]]:
    """Shape `text` and give advance and offsets of every glyph; a glyph that is missing fails."""
    font = uharfbuzz.Font(face)
    if axes_of is not None and axes_of.axes:
        font.set_variations(dict(axes_of.axes))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    assert all(info.codepoint for info in buffer.glyph_infos), "a glyph is missing"
    return [(position.x_advance, position.x_offset, position.y_offset) for position in buffer.glyph_positions]


def outline(font: uharfbuzz.Font, glyph: int) -> list[object]:
    """Give the drawing of a glyph as a list of moves."""
    moves: list[object] = []
    functions = uharfbuzz.DrawFuncs()
    functions.set_move_to_func(lambda *where: moves.append(("move", *where[:2])))
    functions.set_line_to_func(lambda *where: moves.append(("line", *where[:2])))
    functions.set_cubic_to_func(lambda *where: moves.append(("curve", *where[:6])))
    functions.set_quadratic_to_func(lambda *where: moves.append(("curve", *where[:4])))
    functions.set_close_path_func(lambda *_: moves.append("close"))
    font.draw_glyph(glyph, functions, None)
    assert moves
    return moves
