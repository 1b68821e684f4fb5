"""Every sample passes the judges from outside and comes out the same byte for byte.

The judges of web pages have a room of their own: `writers/test_html_judges.py`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from prexport.brand.load import load_brand
from prexport.checks import ooxml, verapdf
from prexport.checks.tools import Failure
from prexport.export import prepare

SAMPLES = sorted((Path(__file__).resolve().parent.parent / "samples").glob("*/release.json"))

# Both brands, both papers.
VARIANTS = {"default": (), "cyberport": ("--brand", "cyberport", "--page-size", "letter")}

every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.parent.name)


def export(releases: Sequence[Path], folder: Path, variant: str, **environment: str) -> None:
    """Run `prexport export` in a process of its own."""
    command = [
        sys.executable,
        "-m",
        "prexport",
        "export",
        *map(str, releases),
        "-o",
        str(folder),
        "--manifest",
    ]
    env = {**os.environ, **environment}
    done = subprocess.run(
        [*command, *VARIANTS[variant]],
        env=env,
        cwd=releases[0].parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module", params=VARIANTS)
def variant(request: pytest.FixtureRequest) -> str:
    """Give the name of each variant in turn."""
    assert isinstance(request.param, str)
    return request.param


@pytest.fixture(scope="module")
def exported(variant: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with all samples in all formats."""
    folder = tmp_path_factory.mktemp(variant)
    export(SAMPLES, folder, variant, PYTHONHASHSEED="1", TZ="Asia/Hong_Kong", LC_ALL="C")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def differing(first: dict[str, bytes], second: dict[str, bytes]) -> list[str]:
    return [name for name in sorted(first.keys() | second.keys()) if first.get(name) != second.get(name)]


def assert_none(failures: list[Failure]) -> None:
    assert not failures, "\n".join(map(str, failures))


def test_there_are_samples() -> None:
    assert len(SAMPLES) >= 4


@every_sample
def test_the_pdf_conforms_to_pdf_ua_1_and_pdf_a_3a(exported: Path, sample: Path) -> None:
    assert_none(verapdf.validate(exported / f"{sample.parent.name}.pdf", ["ua1", "3a"]))


@every_sample
def test_the_pdf_is_sound_to_another_reader(exported: Path, sample: Path) -> None:
    file = exported / f"{sample.parent.name}.pdf"
    done = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


# On Letter paper and in the other brand, `writers/test_docx.py` judges them.
@pytest.mark.parametrize("variant", ["default"], indirect=True)
@every_sample
def test_every_word_opens_the_docx(exported: Path, sample: Path) -> None:
    assert_none(ooxml.validate(exported / f"{sample.parent.name}.docx"))


def test_the_same_release_makes_the_same_bytes_anywhere(exported: Path, variant: str, tmp_path: Path) -> None:
    copies = [tmp_path / "elsewhere" / sample.parent.name / sample.name for sample in SAMPLES]
    for sample, copy in zip(SAMPLES, copies, strict=True):
        shutil.copytree(sample.parent, copy.parent)
    elsewhere = {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C.UTF-8", "LANG": "ar_AE.UTF-8"}
    export(copies, tmp_path / "again", variant, **elsewhere)
    again = contents(tmp_path / "again")
    assert len(again) == 4 * len(SAMPLES), sorted(again)
    assert not differing(contents(exported), again)


def test_the_public_source_and_its_photos_make_the_same_bytes(
    exported: Path, variant: str, tmp_path: Path
) -> None:
    brand = load_brand(variant)
    sources = []
    for sample in SAMPLES:
        prepared = prepare(sample, brand=brand)
        source = tmp_path / "public" / sample.parent.name / "release.json"
        for place, content in [
            (source, prepared.public_source),
            *((source.parent / src, image.data) for src, image in prepared.images),
        ]:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        sources.append(source)
    export(sources, tmp_path / "again", variant)
    assert not differing(contents(exported), contents(tmp_path / "again"))
