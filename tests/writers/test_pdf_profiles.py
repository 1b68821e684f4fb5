"""Profiles: what each file says of itself, carries, and is called."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pikepdf
import pytest

from prexport.checks import verapdf
from prexport.errors import InternalError
from prexport.readers.pdf.describe import describe
from prexport.writers.pdf.profile import PROFILES, UA1_A2A, UA1_A3A, UA2_A4F, Profile
from prexport.writers.pdf.write import write
from prexport.writers.pdf.xmp import pdf_date
from writers.pdf_cases import OPTIONS, SOURCE, brand, document, opened, pdf

every_profile = pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)

FULL = {
    "number": "M07-44",
    "lang": "en-GB",
    "keywords": ["harbour", "Häfen"],
    "rights": {"holder": "Harbour Office", "licence": "https://creativecommons.org/licenses/by/4.0/"},
    "body": [
        "A [link](https://example.org) and [數碼港]{lang=zh-Hant-HK}, [ไต้ฝุ่น]{lang=th}, [طوفان]{lang=ar}.",
        {"type": "heading", "level": 2, "text": "Why"},
        {"type": "quote", "text": "Yes.", "speaker": {"name": "Ana Roy"}},
        {"type": "figure", "src": "photo.jpg", "alt": "A gate", "caption": "The gate"},
        {"type": "table", "caption": "Ships", "columns": [{"text": "Year"}], "rows": [["2025"]]},
        {"type": "callout", "heading": "Mind", "body": ["`code` ([note 1](#note-1))"]},
        {"type": "definitions", "items": [{"term": "When", "body": "Now"}]},
    ],
    "notes": ["Measured."],
    "end_mark": "###",
}


@every_profile
def test_veraPDF_finds_nothing(profile: Profile) -> None:
    assert verapdf.validate(pdf(document(**FULL), profile), profile.flavours) == []


@every_profile
def test_what_the_file_says_of_itself(profile: Profile) -> None:
    said = describe(pdf(document(**FULL), profile)).splitlines()

    assert said[0].startswith(f"PDF {profile.pdf_version}, ")
    assert "language: en-GB" in said
    assert "DisplayDocTitle: true" in said
    assert f"pdfaid:part: {profile.pdfa_part}" in said
    assert f"pdfaid:conformance: {profile.pdfa_conformance}" in said
    assert f"pdfuaid:part: {profile.pdfua_part}" in said
    assert "dc:title: The harbour opens" in said
    assert "dc:creator: Harbour Office" in said
    assert "dc:language: en-GB" in said
    assert "xmp:CreateDate: 2026-03-01" in said
    assert "xmpRights:WebStatement: https://creativecommons.org/licenses/by/4.0/" in said
    declared = [line for line in said if line.startswith("pdfd:conformsTo")]
    assert declared == [f"pdfd:conformsTo: {uri}" for uri in profile.declarations]


@pytest.mark.parametrize("profile", [UA1_A3A, UA2_A4F], ids=lambda profile: profile.name)
def test_the_source_travels_with_the_file(profile: Profile) -> None:
    with opened(pdf(document(), profile)) as file:
        assert list(file.attachments) == ["release.json"]
        (attached,) = file.Root.AF
        assert attached.AFRelationship == pikepdf.Name.Source
        stream = attached.EF.F
        assert stream.read_bytes() == SOURCE
        assert str(stream.Params.ModDate) == "D:20260301"
        assert stream.Subtype == pikepdf.Name("/application/json")


def test_archives_that_refuse_attachments_get_none() -> None:
    with opened(pdf(document(), UA1_A2A)) as file:
        assert "/AF" not in file.Root
        assert not file.attachments


def test_pdf_a_4_has_no_information_dictionary() -> None:
    with opened(pdf(document(), UA2_A4F)) as new, opened(pdf(document(), UA1_A3A)) as old:
        assert "/Info" not in new.trailer
        assert str(old.trailer.Info.Title) == "The harbour opens"
        assert str(old.trailer.Info.CreationDate) == "D:20260301"


def test_right_to_left_documents_are_bound_on_the_right() -> None:
    with opened(pdf(document(lang="ar", headline="الميناء", body=["افتتح اليوم."]))) as file:
        assert file.Root.ViewerPreferences.Direction == pikepdf.Name.R2L


def test_pages_are_labelled_and_tabbed_by_structure() -> None:
    with opened(pdf(document(body=["Word. " * 1500]))) as file:
        assert len(file.pages) > 1
        assert {page.Tabs for page in file.pages} == {pikepdf.Name.S}
        assert file.Root.PageLabels.Nums[1].S == pikepdf.Name.D


def test_headings_are_bookmarks_nested_as_they_are() -> None:
    said = describe(pdf(document(**FULL)))

    section = said.partition("bookmarks\n")[2].partition("\n\n")[0]
    assert section.splitlines() == [
        "  The harbour opens",
        "    Why",
        "      Mind",
        "    Notes to editors",
    ]


def test_page_furniture_is_marked_as_such() -> None:
    said = describe(pdf(document(body=["Word. " * 1500])))

    section = said.partition("artifacts\n")[2].partition("\n\n")[0].splitlines()
    assert "  page 1, Pagination Footer: Page 1 of 4" in section
    assert not [line for line in section if line.startswith("  page 1, Pagination Header")]
    assert "  page 2, Pagination Header: The harbour opens" in section
    assert "  page 2, Pagination Footer: Harbour Office" in section
    assert all(" Pagination " in line for line in section)


def test_several_profiles_come_from_one_layout_and_equal_those_made_alone() -> None:
    made = document(**FULL)
    together = write(made, brand(), OPTIONS, [UA1_A3A, UA2_A4F])

    assert [file.path for file in together] == ["release.ua1-a3a.pdf", "release.ua2-a4f.pdf"]
    assert [file.data for file in together] == [pdf(made, UA1_A3A), pdf(made, UA2_A4F)]


def test_the_same_release_gives_the_same_bytes() -> None:
    assert pdf(document(**FULL)) == pdf(document(**FULL))


def test_only_the_brands_fonts_are_embedded_each_of_them_as_a_subset() -> None:
    names = set()
    with opened(pdf(document(**FULL))) as file:
        for thing in file.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
                assert "/FontFile2" in thing or "/FontFile3" in thing
                names.add(str(thing.FontFamily))
                assert re.match(r"/[A-Z]{6}\+", str(thing.FontName))

    assert names <= set(brand().families)
    assert "IBM Plex Sans" in names


def test_no_map_of_glyphs_has_an_empty_entry() -> None:
    made = document(lang="hi", body=["क्षत्रिय और हिन्दी में [عوّامة]{lang=ar} [น้ำ]{lang=th}"])
    maps = []
    with opened(pdf(made)) as file:
        for thing in file.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
                maps.append(thing.ToUnicode.read_bytes())

    assert maps
    assert not [line for each in maps for line in each.splitlines() if line.endswith(b"<>")]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026", "D:2026"),
        ("2026-03", "D:202603"),
        ("2026-03-01", "D:20260301"),
        ("2026-03-01T09:30:00+08:00", "D:20260301093000+08'00'"),
        ("2026-03-01T09:30Z", "D:20260301093000Z"),
    ],
)
def test_dates_are_as_exact_as_the_author_was(written: str, expected: str) -> None:
    assert pdf_date(written) == expected


def test_a_date_that_is_none_is_a_bug() -> None:
    with pytest.raises(InternalError):
        pdf_date("yesterday")


def test_qpdf_reads_it_without_complaint(tmp_path: Path) -> None:
    path = tmp_path / "release.pdf"
    path.write_bytes(pdf(document(**FULL)))
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
