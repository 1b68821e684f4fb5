"""What programs extract from the glyphs is what was set: exactly, in scripts that go from left to right."""

from __future__ import annotations

import subprocess
import unicodedata
from pathlib import Path

import pytest

from prexport.document.tree import Direction
from prexport.writers.pdf.reportlab.text.session import Session
from writers.pdf.reportlab.text.typed import by_pdfium, by_poppler, file_of, fonts, piece, set_lines, texts

LEFT_TO_RIGHT = {
    "en": "The official office of affairs: AVAST, To. “Fine” – it’s 12 % of 3,5 m², a waffle.",
    "de": "Straßenbahn, Größe, fünf Äpfel; Auflage „flach“, Öffnung.",
    "el": "Ελληνικά κείμενα με τόνους: «Καλημέρα», ώρα 12.",
    "ru": "Русский текст: ёлка, подъезд № 7, «слова».",
    "vi": "Tiếng Việt có dấu: được những người nghiệm trường.",
    "zh-Hant-HK": "數碼港今天宣布「骨」直角，與 Cyberport 合作。",
    "zh-Hans-CN": "数码港今天宣布“直角”，与香港合作。",
    "ja": "東京都は本日、新しい施設を発表した。「データセンター」と述べた。",
    "ko": "항구 박물관은 금요일에 열립니다 “말씀” 바다.",
    "hi": "सरकार ने आज घोषणा की कि हिन्दी में प्रकाशित विज्ञप्ति स्थिति क्षेत्र।",
    "th": "กรุงเทพมหานครเป็นเมืองหลวง น้ำที่ปู่ย่าตาทวดให้กำเนิดชั้นสูงเพื่อรู้จักกัน",
}
RIGHT_TO_LEFT = {
    "ar": "أعلنت الحكومة اليوم (Cyberport) عن مشروع جديد للمدينة، في إطار خطة ٢٠٣٠ الوطنية، بلا كلام.",
    "he": "הממשלה הודיעה היום על תוכנית „חדשה” של 12.5% עם Cyberport (הונג קונג).",
    "fa": "موزه بندر، گشایش روز جمعه.",
}


def _file(text: str, lang: str, direction: Direction = "ltr") -> bytes:
    session = Session(fonts())
    return file_of(set_lines(text, 460, lang=lang, direction=direction, session=session), session)


@pytest.mark.parametrize("lang", LEFT_TO_RIGHT)
def test_poppler_and_pdfium_extract_what_was_set(lang: str) -> None:
    text = LEFT_TO_RIGHT[lang]
    file = _file(text, lang)
    assert by_poppler(file).split() == text.split()
    assert by_pdfium(file).split() == text.split()


@pytest.mark.parametrize("lang", RIGHT_TO_LEFT)
def test_poppler_and_pdfium_extract_right_to_left_words(lang: str) -> None:
    text = RIGHT_TO_LEFT[lang]
    file = _file(text, lang, "rtl")
    assert _unmarked(by_poppler(file)).split() == text.split()
    assert _unmarked(by_pdfium(file)).split() == text.split()


def _unmarked(text: str) -> str:
    """Without marks and embeddings, which only tell of directions."""
    return "".join(character for character in text if unicodedata.category(character) != "Cf")


def test_paragraph_of_all_scripts_over_many_lines() -> None:
    session = Session(fonts())
    pieces = [piece(text + " ", lang) for lang, text in LEFT_TO_RIGHT.items()]
    lines = set_lines(pieces, 250, session=session)
    file = file_of(lines, session)
    assert by_poppler(file).split() == [word for line in texts(lines) for word in line.split()]
    assert by_pdfium(file).split() == [word for line in texts(lines) for word in line.split()]


def test_soft_hyphen_is_said_and_a_hyphen_is_shown(tmp_path: Path) -> None:
    session = Session(fonts())
    lines = set_lines("Donau\u00addampf\u00adschiff", 60, lang="de", session=session)
    assert texts(lines) == ["Donau\u00ad", "dampf\u00adschiff"]
    path = tmp_path / "text.pdf"
    path.write_bytes(file_of(lines, session))
    boxes = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True).stdout.decode()
    assert "Donau\u00ad" in boxes


def test_the_file_is_sound(tmp_path: Path) -> None:
    session = Session(fonts())
    pieces = [piece(text, lang) for lang, text in {**LEFT_TO_RIGHT, **RIGHT_TO_LEFT}.items()]
    path = tmp_path / "text.pdf"
    path.write_bytes(file_of(set_lines(pieces, 400, session=session), session))
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, check=False)
    assert checked.returncode == 0, checked.stdout
    listed = subprocess.run(["pdffonts", path], capture_output=True, check=True).stdout.decode()
    for row in listed.splitlines()[2:]:
        assert row.split()[-5:-2] == ["yes", "yes", "yes"], row  # embedded, subset, mapped to Unicode
