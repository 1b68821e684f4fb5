"""What the archive engine writes conforms to every standard of its profile, whatever the release."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pikepdf
import pytest

from long_release import long_release
from prexport.checks import verapdf
from prexport.writers.pdf.profile import PROFILES, Profile
from prexport.writers.pdf.write import write
from writers.pdf.reportlab.made import ARCHIVE, RELEASES, archived, brand_of, pdfs
from writers.pdf_cases import brand, document, opened, photo
from writers.test_pdf_profiles import FULL

every_release = pytest.mark.parametrize("folder", RELEASES, ids=lambda path: path.name)
every_profile = pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)


@every_release
def test_veraPDF_finds_nothing_in_any_profile(folder: Path) -> None:
    failures = {name: verapdf.validate(data, PROFILES[name].flavours) for name, data in pdfs(folder).items()}
    assert failures == {name: [] for name in PROFILES}


@every_profile
def test_veraPDF_finds_nothing_in_a_release_of_every_kind_of_block(profile: Profile) -> None:
    (file,) = write(document(**FULL), brand(), ARCHIVE, [profile])
    assert verapdf.validate(file.data, profile.flavours) == []


@every_profile
def test_veraPDF_finds_nothing_in_forty_pages(profile: Profile) -> None:
    (file,) = write(document(**long_release()), brand(), ARCHIVE, [profile])
    with opened(file.data) as read:
        assert len(read.pages) >= 36
    assert verapdf.validate(file.data, profile.flavours) == []


@every_release
def test_qpdf_reads_it_without_complaint(folder: Path, tmp_path: Path) -> None:
    for name, data in pdfs(folder).items():
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(data)
        done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


@every_release
def test_every_font_is_one_of_the_brands_and_embedded_as_a_subset(folder: Path) -> None:
    names = []
    with opened(pdfs(folder)["ua1-a3a"]) as file:
        for thing in file.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
                assert "/FontFile2" in thing or "/FontFile3" in thing
                assert re.match(r"/[A-Z]{6}\+", str(thing.FontName)), thing.FontName
                names.append(str(thing.FontFamily))
    assert names
    assert set(names) <= set(brand_of(folder).families)


def test_a_photo_is_carried_byte_for_byte_and_once() -> None:
    figure = {"type": "figure", "src": "photo.jpg", "alt": "A gate"}
    data = archived(document(body=[figure, "Text.", figure]))

    assert data.count(photo().data) == 1


def test_the_same_release_gives_the_same_bytes_whatever_was_made_before_it() -> None:
    first, second = document(**FULL), document(body=["Other words, *slanted*, and 1,234 of them: ﬁ ffi."])

    once, other, again = archived(first), archived(second), archived(first)

    assert once == again
    assert other == archived(second)
