"""How each thing is said in the tags: the table of the design, a test a row."""

from __future__ import annotations

import re
from typing import Any

import pytest

from prexport.brand.load import load_brand
from prexport.readers.pdf.describe import tag_tree
from prexport.readers.pdf.tags import read_tags
from prexport.writers.pdf.profile import UA1_A2A, UA2_A4F
from prexport.writers.pdf.roles import NAMESPACE_1_7, NAMESPACE_2_0
from writers.pdf_cases import body, document, opened, pdf

ROWS: dict[str, tuple[dict[str, Any], str]] = {
    "strong, em and code": (
        {"body": ["A **strong** and *stressed* `word`."]},
        """
P
  "A "
  Strong "strong"
  " and "
  Em "stressed"
  " "
  Code "word"
  "."
""",
    ),
    "language of a part": (
        {"body": ["In [數碼港]{lang=zh-Hant-HK} and [ميناء]{lang=ar}."]},
        """
P
  "In "
  Span lang="zh-Hant-HK" "數碼港"
  " and "
  Span lang="ar" "ميناء"
  "."
""",
    ),
    "language of a block": (
        {"body": [{"type": "paragraph", "lang": "fr", "text": "Le port ouvre."}]},
        'P lang="fr" "Le port ouvre."',
    ),
    "abbreviation": (
        {"body": ['The [VTS]{abbr="vessel traffic service"} watches.']},
        """
P
  "The "
  Span expansion="vessel traffic service" "VTS"
  " watches."
""",
    ),
    "link": (
        {"body": ["See [the *new* map](https://example.org/map)."]},
        """
P
  "See "
  Link -> https://example.org/map "the new map"
    "the "
    Em "new"
    " map"
  "."
""",
    ),
    "dateline": (
        {"dateline": {"place": "Port Town"}, "body": ["The harbour opens."]},
        'P "Port Town, March 1, 2026 – The harbour opens."',
    ),
    "sections and headings": (
        {
            "body": [
                {"type": "heading", "level": 2, "text": "Why"},
                "Because.",
                {"type": "heading", "level": 3, "text": "Even so"},
                "Yes.",
                {"type": "heading", "level": 2, "text": "How"},
                "Thus.",
            ]
        },
        """
Sect
  H2 id="heading-2" "Why"
  P "Because."
  Sect
    H3 id="heading-3" "Even so"
    P "Yes."
Sect
  H2 id="heading-4" "How"
  P "Thus."
""",
    ),
    "quote": (
        {
            "body": [
                {
                    "type": "quote",
                    "lang": "fr",
                    "text": "Enfin !",
                    "speaker": {"name": "Ana Roy", "title": "Harbour Master"},
                }
            ]
        },
        """
BlockQuote lang="fr"
  P "Enfin !"
  P lang="en" "— Ana Roy, Harbour Master"
""",
    ),
    "list in a list": (
        {
            "body": [
                {
                    "type": "list",
                    "ordered": True,
                    "start": 3,
                    "items": ["Third", ["Fourth", {"type": "list", "items": ["A part"]}]],
                }
            ]
        },
        """
L ListNumbering=Decimal
  LI
    Lbl "3. "
    LBody
      P "Third"
  LI
    Lbl "4. "
    LBody
      P "Fourth"
      L ListNumbering=Disc
        LI
          Lbl "• "
          LBody
            P "A part"
""",
    ),
    "definitions": (
        {"body": [{"type": "definitions", "items": [{"term": "When", "body": "Today"}]}]},
        """
L ListNumbering=None
  LI
    Lbl "When"
    LBody
      P "Today"
""",
    ),
    "table": (
        {
            "body": [
                {
                    "type": "table",
                    "caption": "Ships",
                    "columns": [{"text": "Year"}, {"text": "Count", "align": "end"}],
                    "rows": [["2025", "7"]],
                    "row_headers": True,
                }
            ]
        },
        """
Table
  Caption
    P "Ships"
  THead
    TR
      TH id="table-1-column-1" Scope=Column "Year"
      TH id="table-1-column-2" Scope=Column "Count"
  TBody
    TR
      TH id="table-1-row-1" Headers=[table-1-column-1] Scope=Row "2025"
      TD Headers=[table-1-column-2 table-1-row-1] "7"
""",
    ),
    "figure": (
        {
            "body": [
                {
                    "type": "figure",
                    "src": "photo.jpg",
                    "alt": "A grey gate",
                    "caption": "The gate",
                    "credit": "Photo: Harbour Office",
                    "long_description": "The gate is grey.",
                }
            ]
        },
        """
Figure alt="A grey gate"
  Caption
    P "The gate"
    P "Photo: Harbour Office"
P "Description of the picture: The gate is grey."
""",
    ),
    "decorative picture and divider": (
        {
            "body": [
                "Before.",
                {"type": "divider"},
                {"type": "figure", "src": "photo.jpg", "decorative": True},
                "After.",
            ]
        },
        """
P "Before."
P "After."
""",
    ),
    "callout": (
        {"body": [{"type": "callout", "heading": "Mind", "body": ["The step."]}]},
        """
Aside
  H2 id="heading-2" "Mind"
  P "The step."
""",
    ),
    "end mark": (
        {"end_mark": "###"},
        """
P "Text."
P
  Span alt="End of release" "###"
""",
    ),
    "notes, both ways": (
        {"body": ["It is so ([note 1](#note-1))."], "notes": ["Measured."]},
        """
P
  "It is so ("
  Reference
    Link id="note-1-reference-1" -> #note-1 "note 1" "note 1"
  ")."
Sect
  H2 id="heading-2" "Notes to editors"
  L ListNumbering=Decimal
    LI id="note-1"
      Lbl "1. "
      LBody
        P
          "Measured. "
          Link -> #note-1-reference-1 "Back to the text (Note 1)" "Back to the text (Note 1)"
""",
    ),
    "contacts": (
        {"contacts": [{"people": [{"name": "Ana Roy", "tel": "+44 20 7946 0000"}]}]},
        """
P "Text."
Sect
  H2 id="heading-2" "Media contacts"
  Div
    P "Ana Roy"
    P
      "Tel: "
      Link -> tel:+442079460000 "+44 20 7946 0000" "+44 20 7946 0000"
""",
    ),
}


@pytest.mark.parametrize("row", ROWS)
def test_how_each_thing_is_said(row: str) -> None:
    fields, expected = ROWS[row]

    assert body(**fields).splitlines() == expected.strip("\n").splitlines()


def test_the_letterhead_comes_before_the_headline() -> None:
    made = document(
        number="7", release={"mode": "embargoed", "until": "2026-04-01T09:00:00Z", "timezone": "UTC"}
    )

    lines = [line.strip() for line in tag_tree(pdf(made)).splitlines()]

    assert lines[:9] == [
        'Document lang="en"',
        'P "Harbour Office"',  # beside a mark without letters, which is an artifact
        'P "Press Release"',
        'P "Release No.\u00a07"',
        'P "March 1, 2026"',
        "P",
        'Strong "Embargoed until Wednesday, April 1, 2026, 09:00 Coordinated Universal Time (UTC)"',
        '" Not for publication, broadcast or posting online before that time."',
        'H1 id="heading-1" "The harbour opens"',
    ]


def test_a_logo_that_names_the_publisher_is_a_figure_with_its_name() -> None:
    tree = tag_tree(pdf(document(), of=load_brand("cyberport")))

    assert 'Figure alt="Harbour Office"' in tree


def test_pdf_1_7_maps_what_it_does_not_know() -> None:
    with opened(pdf(document(body=["**A** *b*"]))) as file:
        roles = {key: str(value) for key, value in file.Root.StructTreeRoot.RoleMap.items()}

    assert roles == {"/Strong": "/Span", "/Em": "/Span", "/Aside": "/Sect"}


def test_pdf_2_0_names_the_namespace_of_every_element() -> None:
    made = document(body=["`code` and **more**", {"type": "quote", "text": "Yes."}])
    spaces: dict[str, str] = {}
    with opened(pdf(made, UA2_A4F)) as file:
        assert "/RoleMap" not in file.Root.StructTreeRoot
        for thing in file.objects:
            if getattr(thing, "get", None) and thing.get("/Type") == "/StructElem":
                spaces[str(thing.S)] = str(thing.NS.NS)

    assert {role for role, space in spaces.items() if space == NAMESPACE_1_7} == {"/Code", "/BlockQuote"}
    assert spaces["/Strong"] == NAMESPACE_2_0


def test_a_list_of_terms_is_called_so_where_there_is_a_word_for_it() -> None:
    fields = {"body": [{"type": "definitions", "items": [{"term": "When", "body": "Today"}]}]}

    assert "ListNumbering=Description" in body(UA2_A4F, **fields)
    assert "ListNumbering=None" in body(UA1_A2A, **fields)


def test_jumps_name_structure_elements_in_pdf_2_0() -> None:
    made = document(body=["It is so ([note 1](#note-1))."], notes=["Measured."])

    assert '-> #note-1 "note 1"' in tag_tree(pdf(made, UA2_A4F))


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    made = document(body=[" ".join(f"word{number}" for number in range(500))])

    lines = tag_tree(pdf(made)).splitlines()
    (spanning,) = [line for line in lines if "word0 " in line]

    assert spanning.strip().startswith('P pages=1,2 "word0 word1')
    assert spanning.endswith('word499"')


def test_a_link_over_two_lines_is_one_link_with_two_places() -> None:
    text = "a very long name of a thing " * 4
    tree = body(body=[f"See [{text.strip()}](https://example.org)."])

    assert "in 2 places" in tree
    assert tree.count("Link ->") == 1


def test_words_stay_apart_at_the_ends_of_lines_and_between_elements() -> None:
    words = [
        f"**word{number}**" if number % 2 else f"[word{number}](https://example.org)" for number in range(90)
    ]

    with opened(pdf(document(body=[" ".join(words)]))) as file:
        said = read_tags(file).roots[0].text

    assert f"opens{' '.join(f'word{number}' for number in range(90))}" in said


def test_the_header_of_a_table_is_said_once() -> None:
    rows = [[f"row {number}", str(number)] for number in range(120)]
    table = {"type": "table", "columns": [{"text": "Name"}, {"text": "Number"}], "rows": rows}

    with opened(pdf(document(body=[table]))) as file:
        tagged = read_tags(file)

    repeated = [text for page in tagged.artifacts for kind, text in page if kind == "Pagination"]
    assert repeated == ["NameNumber"] * (len(tagged.artifacts) - 1)
    assert tagged.roots[0].text.count("Name") == 1


def test_an_added_hyphen_is_no_character() -> None:
    tree = body(body=["Co\u00adop\u00ader\u00ada\u00adtion " * 40])

    assert "\u2010" not in tree
    assert tree.count("Co\u00adop\u00ader\u00ada\u00adtion") == 40


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("hi", "क्षत्रिय और हिन्दी में तूफ़ान की किताब"),
        ("th", "ภาษาไทยที่ถูกต้อง ไต้ฝุ่น น้ำ"),
        ("ar", "لا تحلّ محلّ الإنذار: 24 عوّامة (GPS) في «ساحل»، تغيّر."),
        ("he", "המדריך (בעברית) משנת 2026, VTS ו־GPS."),
        ("zh-Hant-HK", "數碼港今日宣布，推出「聽潮」展廳。"),
        ("ja", "データセンターは「港」にあります。"),
        ("ko", "항구가 오늘 열립니다."),
        ("el", "Ο τυφώνας έφτασε στη Θεσσαλονίκη."),
        ("ru", "Тайфун пришёл в гавань."),
        ("vi", "Bến cảng mở cửa hôm nay: Việt Nam."),
        ("fr", "L’œuvre du cœur — ﬁn ; efficace, affluent."),
    ],
)
def test_words_of_every_script_come_out_as_they_were_written(lang: str, text: str) -> None:
    tree = tag_tree(pdf(document(lang=lang, body=[text])))

    assert f'"{text}"' in re.sub("[\u200e\u200f]", "", tree)  # directional marks guide other programs
