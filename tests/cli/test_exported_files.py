"""What the options of `prexport export` change in the files themselves."""

from __future__ import annotations

import io
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pikepdf
import pytest

import photographs
from cli.running import CommandLine
from docx_parts import xml
from prexport import __version__
from prexport.brand.load import load_brand

RELEASE: dict[str, Any] = {
    "format": "prexport/1",
    "lang": "en",
    "issued": "2026-01-31",
    "publisher": {"name": "The Museum"},
    "headline": "It opens",
    "body": ["On Friday.", {"type": "figure", "src": "photos/hall.jpg", "alt": "The hall"}],
    "source": {"note": "told in confidence"},
}


@pytest.fixture
def folder(prexport: CommandLine) -> Path:
    """Give the folder of a release with a photo."""
    (prexport.folder / "photos").mkdir()
    (prexport.folder / "photos/hall.jpg").write_bytes(photographs.encode(photographs.photo(), "JPEG"))
    (prexport.folder / "opening.json").write_text(json.dumps(RELEASE), encoding="utf-8")
    return prexport.folder


def export(prexport: CommandLine, options: str) -> None:
    outcome = prexport(f"prexport export opening.json {options}")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")


def test_the_manifest_holds_the_hash_of_all_that_went_in_and_came_out(
    prexport: CommandLine, folder: Path
) -> None:
    export(prexport, "--manifest -o out --name opening")
    manifest = json.loads((folder / "out/opening.manifest.json").read_text(encoding="utf-8"))

    files = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    del files["opening.manifest.json"]
    assert manifest["outputs"] == {
        name: {"sha256": sha256(data).hexdigest(), "bytes": len(data)} for name, data in files.items()
    }
    assert set(manifest["outputs"]) == {"opening.html", "opening.docx", "opening.pdf"}
    with pikepdf.open(io.BytesIO(files["opening.pdf"])) as pdf:
        (carried,) = (pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments)
    assert manifest["public_source"]["sha256"] == sha256(carried).hexdigest()
    assert list(manifest["photos"]) == ["photos/hall.jpg"]
    assert manifest["brand"] == {"name": "default", "sha256": load_brand("default").digest}
    assert manifest["tools"]["prexport"] == __version__
    assert manifest["fonts"]
    assert str(folder) not in json.dumps(manifest), "a path of this machine is nobody's business"


def test_a_page_names_its_photos_where_they_lie_beside_it(prexport: CommandLine, folder: Path) -> None:
    export(prexport, "--to html -o inline")
    export(prexport, "--to html --assets beside -o beside")
    assert [path.name for path in (folder / "inline").iterdir()] == ["opening.html"]
    (photo,) = (path for path in (folder / "beside").rglob("*.jpg"))
    name = photo.relative_to(folder / "beside").as_posix()
    assert name.startswith("opening_files/")
    assert f'"{name}"' in (folder / "beside/opening.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_the_paper_is_that_of_the_pdf_and_of_the_word_document(
    prexport: CommandLine, folder: Path, paper: str, size: tuple[int, int]
) -> None:
    export(prexport, f"--to pdf,docx --page-size {paper}")
    with pikepdf.open(folder / "opening.pdf") as pdf:
        assert tuple(round(float(side)) for side in pdf.pages[0].mediabox[2:]) == size
    document = xml((folder / "opening.docx").read_bytes())
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    papers = [(page.get(f"{word}w"), page.get(f"{word}h")) for page in document.iter(f"{word}pgSz")]
    assert papers
    for width, height in papers:
        twentieths = (int(width), int(height))
        assert tuple(round(side / 20) for side in twentieths) == size


@pytest.mark.parametrize("mode", ["hold", "embargoed"])
def test_search_engines_stay_out_until_a_release_is_public(
    prexport: CommandLine, folder: Path, mode: str
) -> None:
    line = {"mode": mode}
    if mode == "embargoed":
        line |= {"until": "2026-02-03T09:30+08:00", "timezone": "Asia/Hong_Kong"}
    (folder / "opening.json").write_text(json.dumps(RELEASE | {"release": line}), encoding="utf-8")
    export(prexport, "--to html")
    assert "noindex" in (folder / "opening.html").read_text(encoding="utf-8")
    if mode == "embargoed":
        export(prexport, "--to html --public --now 2026-02-03T09:30+08:00")
        assert "noindex" not in (folder / "opening.html").read_text(encoding="utf-8")


def test_a_second_export_replaces_the_first_and_changes_nothing_else(
    prexport: CommandLine, folder: Path
) -> None:
    export(prexport, "")
    first = {path.name: path.read_bytes() for path in folder.glob("opening.*")}
    (folder / "opening.html").write_bytes(b"an old page")
    export(prexport, "--to html")
    assert {path.name: path.read_bytes() for path in folder.glob("opening.*")} == first


def test_nothing_private_leaves_the_house(prexport: CommandLine, folder: Path) -> None:
    export(prexport, "--manifest")
    assert b"in confidence" not in (folder / "opening.html").read_bytes()
    assert b"in confidence" not in (folder / "opening.manifest.json").read_bytes()
    with pikepdf.open(folder / "opening.pdf") as pdf:
        for name in pdf.attachments:
            assert b"in confidence" not in pdf.attachments[name].get_file().read_bytes()
