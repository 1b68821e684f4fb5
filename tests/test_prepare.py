"""A release with its image files, judged as a whole: what `prexport lint` says of each case.

The image files are made here, so that no broken binary lies in the repository.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import photographs
from goldens import Golden
from prexport.brand.load import load_brand
from prexport.export import prepare
from prexport.findings import Severity
from prexport.reports.text import render, summary

CASES = Path(__file__).resolve().parent / "cases" / "prepare"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder, the current one, with a whole photo, half of it, a text that calls itself one, a giant."""
    place = tmp_path / "release"
    (place / "photos").mkdir(parents=True)
    photo = photographs.encode(photographs.photo(), "JPEG")
    (tmp_path / "secret.jpg").write_bytes(photo)
    (place / "photos" / "ship.jpg").write_bytes(photo)
    (place / "half.jpg").write_bytes(photo[: len(photo) // 2])
    (place / "text.jpg").write_text("This is no photo.", encoding="utf-8")
    (place / "huge.png").write_bytes(photographs.header_only("PNG", 60_000, 60_000))
    monkeypatch.chdir(place)
    return place


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_a_release_gets_its_report(case: str, folder: Path, golden: Golden) -> None:
    shutil.copy(CASES / case / "release.json", folder)

    prepared = prepare(Path("release.json"), brand=load_brand("default"))

    report = render(prepared.findings, {"release.json": prepared.source}) + summary(prepared.findings)
    golden.check(f"cases/prepare/{case}/expected/report.txt", report)
    broken = any(finding.severity is Severity.ERROR for finding in prepared.findings)
    assert (prepared.document is None) == broken
    if case != "everything-at-once":
        assert {finding.rule for finding in prepared.findings} == {case}
