"""`prexport extract`, and `prexport check --manifest`: from the files back."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

import photographs
from cli.running import CommandLine
from prexport.brand.load import load_brand
from prexport.export import prepare

RELEASE: dict[str, Any] = {
    "format": "prexport/1",
    "lang": "en",
    "issued": "2026-01-31",
    "publisher": {"name": "The Museum"},
    "headline": "It opens",
    "body": [
        "On Friday.",
        {"type": "figure", "src": "photos/hall.jpg", "alt": "The hall"},
        {"type": "figure", "src": "plan.png", "alt": "The plan"},
    ],
    "source": {"note": "told in confidence"},
}
CARRIERS = ["release.pdf", "release.docx", "release.html"]
ARCHIVE = Path(__file__).resolve().parents[2] / "docs" / "archive.md"


@pytest.fixture
def exported(prexport: CommandLine) -> Path:
    """Give the folder in which `release.json` lies, and its files with their manifest in `out`."""
    (prexport.folder / "photos").mkdir()
    (prexport.folder / "photos/hall.jpg").write_bytes(photographs.encode(photographs.photo(), "JPEG"))
    (prexport.folder / "plan.png").write_bytes(photographs.encode(photographs.see_through(), "PNG"))
    (prexport.folder / "release.json").write_text(json.dumps(RELEASE), encoding="utf-8")
    assert prexport("prexport export release.json -o out --name release --manifest").code == 0
    return prexport.folder


def source(folder: Path) -> str:
    return prepare(folder / "release.json", brand=load_brand("default")).public_source.decode()


@pytest.mark.parametrize("name", CARRIERS)
def test_the_release_is_printed_as_it_was_embedded(prexport: CommandLine, exported: Path, name: str) -> None:
    outcome = prexport(f"prexport extract out/{name}")
    assert (outcome.code, outcome.out, outcome.err) == (0, source(exported), "")


@pytest.mark.parametrize("name", ["release.pdf", "release.docx"])
def test_what_comes_back_makes_the_same_files(prexport: CommandLine, exported: Path, name: str) -> None:
    outcome = prexport(f"prexport extract out/{name} -o found")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    assert [file for file in prexport.files() if file.startswith("found/")] == [
        "found/photos/hall.jpg",
        "found/plan.png",
        "found/release.json",
    ]
    assert prexport("prexport export found/release.json -o again --name release --manifest").code == 0
    for file in (exported / "out").iterdir():
        assert (exported / "again" / file.name).read_bytes() == file.read_bytes(), file.name


def test_a_page_gives_back_its_renditions_and_says_so(prexport: CommandLine, exported: Path) -> None:
    outcome = prexport("prexport extract out/release.html -o found")
    assert (outcome.code, outcome.out) == (0, "")
    assert "renditions for the web" in outcome.err
    assert (exported / "found/release.json").read_text(encoding="utf-8") == source(exported)
    assert (exported / "found/photos/hall.jpg").exists()


def test_photos_beside_a_page_are_told(prexport: CommandLine, exported: Path) -> None:
    assert prexport("prexport export release.json --to html --assets beside -o out --name beside").code == 0
    outcome = prexport("prexport extract out/beside.html -o found")
    assert outcome.code == 0
    assert "may lie beside it: photos/hall.jpg, plan.png" in outcome.err


def test_an_authors_own_release_is_not_overwritten(prexport: CommandLine, exported: Path) -> None:
    outcome = prexport("prexport extract out/release.pdf -o .")
    assert outcome.code == 6
    assert "another release.json" in outcome.err
    assert json.loads((exported / "release.json").read_text(encoding="utf-8")) == RELEASE

    assert prexport("prexport extract out/release.pdf -o . --force").code == 0
    assert (exported / "release.json").read_text(encoding="utf-8") == source(exported)


def test_what_is_there_already_is_no_hindrance(prexport: CommandLine, exported: Path) -> None:
    assert prexport("prexport extract out/release.pdf -o found").code == 0
    assert prexport("prexport extract out/release.docx -o found").code == 0


def test_a_photo_that_is_not_the_one_of_the_export_is_told(prexport: CommandLine, exported: Path) -> None:
    file = exported / "out/release.docx"
    data = file.read_bytes()
    photo = (exported / "photos/hall.jpg").read_bytes()
    assert photo in data
    file.write_bytes(data.replace(photo, photo[:-40] + photo[-40:-2][::-1] + photo[-2:]))
    outcome = prexport("prexport extract out/release.docx -o found")
    assert outcome.code == 1
    assert "not in the file as they were exported: photos/hall.jpg" in outcome.err
    assert (exported / "found/plan.png").exists()


def test_a_pdf_that_carries_nothing_says_where_to_look(prexport: CommandLine, exported: Path) -> None:
    assert prexport("prexport export release.json --to pdf --pdf-profile ua1-a2a --name lean").code == 0
    outcome = prexport("prexport extract lean.pdf")
    assert (outcome.code, outcome.out) == (3, "")
    assert "carries no release" in outcome.err and "Word document" in outcome.err


@pytest.mark.parametrize("name", ["release.json", "photos/hall.jpg", "photos", "none.pdf"])
def test_what_is_no_artefact_is_refused(prexport: CommandLine, exported: Path, name: str) -> None:
    outcome = prexport(f"prexport extract {name}")
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.startswith(f"error: {name}: ")


def test_force_alone_means_nothing(prexport: CommandLine, exported: Path) -> None:
    assert prexport("prexport extract out/release.pdf --force").code == 2


def test_files_are_compared_with_their_manifest(prexport: CommandLine, exported: Path) -> None:
    manifest = "out/release.manifest.json"
    outcome = prexport(f"prexport check --manifest {manifest}")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")

    with (exported / "out/release.pdf").open("ab") as file:
        file.write(b"%")
    (exported / "out/release.docx").unlink()
    outcome = prexport(f"prexport check --manifest {manifest}")
    assert outcome.code == 1
    assert re.findall(r"(\S+): error\[([\w-]+)\]", outcome.out) == [
        ("out/release.docx", "fixity-missing"),
        ("out/release.pdf", "fixity-changed"),
    ]
    assert prexport("prexport check --manifest out/release.html").code == 3
    assert prexport("prexport check").code == 2


def commands(language: str) -> list[str]:
    """The commands of the blocks under "Without prexport"."""
    text = ARCHIVE.read_text(encoding="utf-8").partition("## Without prexport")[2]
    blocks = re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines()]


def test_the_archivists_commands_work_without_prexport(prexport: CommandLine, exported: Path) -> None:
    folder = exported / "out"
    done = {
        command: subprocess.run(
            ["bash", "-o", "pipefail", "-c", command], cwd=folder, capture_output=True, text=True, check=False
        )
        for command in commands("console")
    }
    assert {command: run.stderr for command, run in done.items() if run.returncode} == {}
    printed = "".join(run.stdout for run in done.values())
    assert "release.json" in printed and "plan.png" in printed
    assert (folder / "found.json").read_text(encoding="utf-8") == source(exported)
    # The photo list, and the digest of the photo that pdfimages saved, which is in it.
    digest = re.search(r"^([0-9a-f]{64})  photo-", printed, re.M)
    assert digest and f'photos/hall.jpg\\":\\"{digest[1]}' in printed
    assert "<source xmlns=" in printed and "<photos xmlns=" in printed
    assert (folder / "word/media").is_dir()
