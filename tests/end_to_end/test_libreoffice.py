"""LibreOffice opens every sample and makes a tagged PDF of it that has the headings, header cells and pictures."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pikepdf
import pytest

from end_to_end.samples import SAMPLES, every_sample, exported
from prexport.document.outline import Outline, Role
from prexport.readers.docx.read import read

PDF = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Give the PDFs of all samples by their names; one start of LibreOffice makes them all."""
    folder = tmp_path_factory.mktemp("libreoffice")
    files = []
    for sample in SAMPLES:
        file = folder / f"{sample.parent.name}.docx"
        file.write_bytes(exported(sample)["docx"])
        files.append(file)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        PDF,
        "--outdir",
        str(folder),
        *map(str, files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return {file.stem: file.with_suffix(".pdf") for file in files}


def tags(pdf: Path) -> list[tuple[str, str]]:
    """The kinds of the PDF's structure elements in reading order, each with its alternative text."""
    found: list[tuple[str, str]] = []

    def walk(element: pikepdf.Object) -> None:
        if isinstance(element, pikepdf.Array):
            for each in element:
                walk(each)
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            kind = str(element.S)[1:]
            found.append((str(roles.get(f"/{kind}", f"/{kind}"))[1:], str(element.get("/Alt", ""))))
            walk(element.get("/K", pikepdf.Array()))

    with pikepdf.open(pdf) as opened:
        tree = opened.Root.StructTreeRoot
        roles = tree.get("/RoleMap", pikepdf.Dictionary())
        walk(tree.K)
    return found


def units(outline: Outline, role: Role) -> int:
    return sum(unit.role is role for unit in outline.units)


@every_sample
def test_headings_header_cells_and_alternatives_survive(sample: Path, pdfs: dict[str, Path]) -> None:
    outline = read(exported(sample)["docx"])
    found = tags(pdfs[sample.parent.name])
    headings = [int(kind[1:]) for kind, _ in found if kind in ("H1", "H2", "H3", "H4")]
    assert headings == [unit.level for unit in outline.units if unit.role is Role.HEADING]
    assert sum(kind == "TH" for kind, _ in found) == units(outline, Role.HEADER_CELL)
    assert sum(kind == "Table" for kind, _ in found) == units(outline, Role.TABLE)
    alternatives = [unit.alt for unit in outline.units if unit.role is Role.FIGURE and unit.alt]
    told = [alt for kind, alt in found if kind == "Figure"]
    assert [alt for alt in told if alt in alternatives] == alternatives


@every_sample
def test_the_pdf_is_tagged_and_has_a_language_and_a_title(sample: Path, pdfs: dict[str, Path]) -> None:
    with pikepdf.open(pdfs[sample.parent.name]) as opened:
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang)
        assert str(opened.docinfo["/Title"])
