"""Whether files are still those that were exported, by the manifest that was written then."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from prexport.errors import UnusableInput
from prexport.fixity import verify
from prexport.manifest import FORMAT

OUTPUTS = {
    "boat.html": b"page",
    "boat.docx": b"document",
    "boat.ua2-a4f.pdf": b"pages",
    "boat_files/quay.jpg": b"photo",
}


def entry(data: bytes) -> dict[str, Any]:
    return {"sha256": sha256(data).hexdigest(), "bytes": len(data)}


def write(manifest: Path, outputs: Any) -> Path:
    manifest.write_text(json.dumps({"manifest": FORMAT, "outputs": outputs}, indent=2), encoding="utf-8")
    return manifest


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    """Give a manifest beside its files."""
    for name, data in OUTPUTS.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return write(tmp_path / "boat.manifest.json", {name: entry(data) for name, data in OUTPUTS.items()})


def rules(manifest: Path) -> list[tuple[str, str]]:
    folder = manifest.parent
    return [(each.rule, Path(each.artefact).relative_to(folder).as_posix()) for each in verify(manifest)]


def test_what_was_exported_is_as_it_was(manifest: Path) -> None:
    assert verify(manifest) == ()


def test_the_manifest_of_another_release_is_none_of_its_files(manifest: Path) -> None:
    for name in ("boat.manifest.json.bak", "boat-2.pdf", "boat.2.html", "quay.jpg", "boat.txt"):
        (manifest.parent / name).write_bytes(b"")
    assert verify(manifest) == ()


@pytest.mark.parametrize("name", OUTPUTS)
def test_a_file_that_grew_has_changed(manifest: Path, name: str) -> None:
    with (manifest.parent / name).open("ab") as file:
        file.write(b"!")
    (finding,) = verify(manifest)
    assert (finding.rule, finding.where.pointer.rpartition("/")[2]) == ("fixity-changed", "bytes")
    assert f"{len(OUTPUTS[name]) + 1} bytes; it was exported with {len(OUTPUTS[name])}" in finding.message


@pytest.mark.parametrize("name", OUTPUTS)
def test_a_file_of_the_same_size_and_another_content_has_changed(manifest: Path, name: str) -> None:
    (manifest.parent / name).write_bytes(OUTPUTS[name][::-1])
    assert rules(manifest) == [("fixity-changed", name)]


@pytest.mark.parametrize("name", OUTPUTS)
def test_a_file_that_is_gone_is_missing(manifest: Path, name: str) -> None:
    (manifest.parent / name).unlink()
    assert rules(manifest) == [("fixity-missing", name)]


def test_a_folder_or_a_pipe_in_the_place_of_a_file_is_no_file(manifest: Path) -> None:
    for name in ("boat.html", "boat.docx"):
        (manifest.parent / name).unlink()
    (manifest.parent / "boat.html").mkdir()
    os.mkfifo(manifest.parent / "boat.docx")
    assert rules(manifest) == [("fixity-missing", "boat.html"), ("fixity-missing", "boat.docx")]


@pytest.mark.parametrize("name", ["boat.pdf", "boat.ua1-a3a.pdf", "boat_files/more.jpg"])
def test_a_file_of_the_release_that_the_manifest_does_not_know_is_told(manifest: Path, name: str) -> None:
    (manifest.parent / name).write_bytes(b"")
    assert rules(manifest) == [("fixity-unlisted", name)]


def test_a_finding_has_its_place_in_the_manifest(manifest: Path) -> None:
    (manifest.parent / "boat.docx").write_bytes(b"DOCUMENT")
    (finding,) = verify(manifest)
    line = manifest.read_text(encoding="utf-8").splitlines()[finding.where.line - 1]
    assert finding.where.file == str(manifest)
    assert entry(OUTPUTS["boat.docx"])["sha256"] in line


@pytest.mark.parametrize(
    "name",
    ["../boat.pdf", "/etc/passwd", "C:\\boat.pdf", "a/../../boat.pdf", "", "a\0b", "nul", "https://a/b"],
)
def test_a_name_that_leads_out_of_the_folder_is_refused(manifest: Path, name: str) -> None:
    write(manifest, {name: entry(b"")})
    with pytest.raises(UnusableInput, match="no place in its folder"):
        verify(manifest)


def test_a_link_that_leads_out_of_the_folder_is_refused(manifest: Path, tmp_path_factory: Any) -> None:
    outside = tmp_path_factory.mktemp("outside") / "page"
    outside.write_bytes(OUTPUTS["boat.html"])
    (manifest.parent / "boat.html").unlink()
    (manifest.parent / "boat.html").symlink_to(outside)
    with pytest.raises(UnusableInput, match="no place in its folder"):
        verify(manifest)


@pytest.mark.parametrize(
    "content",
    [
        "", "{", "[]", "{}", '{"manifest": "prexport-manifest/2", "outputs": {}}', '{"manifest": 1}',
        f'{{"manifest": "{FORMAT}"}}', f'{{"manifest": "{FORMAT}", "outputs": []}}',
        f'{{"manifest": "{FORMAT}", "outputs": {{"a": {{}}}}}}',
        f'{{"manifest": "{FORMAT}", "outputs": {{"a": "b"}}}}',
        f'{{"manifest": "{FORMAT}", "outputs": {{"a": {{"bytes": "1", "sha256": "{"0" * 64}"}}}}}}',
        f'{{"manifest": "{FORMAT}", "outputs": {{"a": {{"bytes": 1, "sha256": "0"}}}}}}',
        f'{{"manifest": "{FORMAT}", "manifest": "{FORMAT}", "outputs": {{}}}}',
        "[" * 1000,
    ],
)  # fmt: skip
def test_what_is_no_manifest_is_refused(tmp_path: Path, content: str) -> None:
    manifest = tmp_path / "boat.manifest.json"
    manifest.write_text(content, encoding="utf-8")
    with pytest.raises(UnusableInput, match="manifest"):
        verify(manifest)


def test_a_manifest_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="does not exist"):
        verify(tmp_path / "none.manifest.json")
