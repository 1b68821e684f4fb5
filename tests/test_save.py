"""Saving: whole and together, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from prexport.errors import OutputNotWritable
from prexport.save import save
from prexport.writers.options import OutputFile


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    saved = save([OutputFile("a.html", b"page"), OutputFile("a_files/one.jpg", b"photo")], tmp_path / "out")

    assert saved == (tmp_path / "out/a.html", tmp_path / "out/a_files/one.jpg")
    assert saved[0].read_bytes() == b"page"
    assert saved[1].read_bytes() == b"photo"


def test_files_that_were_there_are_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")

    save([OutputFile("a.pdf", b"new")], tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"new"


def test_files_are_as_readable_as_the_user_s_other_files(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        (saved,) = save([OutputFile("a.pdf", b"new")], tmp_path)
    finally:
        os.umask(old)

    assert saved.stat().st_mode & 0o777 == 0o644


def test_when_one_file_cannot_be_written_none_is_changed(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"old page")
    (tmp_path / "a.pdf").mkdir()

    with pytest.raises(OutputNotWritable, match=r"a\.pdf is a folder"):
        save([OutputFile("a.html", b"new page"), OutputFile("a.pdf", b"new pdf")], tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "a.pdf"]
    assert (tmp_path / "a.html").read_bytes() == b"old page"


def test_a_failing_rename_takes_back_the_files_already_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.html").write_bytes(b"old page")
    real = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if Path(target).name == "a.pdf":
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(OutputNotWritable, match="No space left on device"):
        save([OutputFile("a.html", b"new page"), OutputFile("a.pdf", b"new pdf")], tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
    assert (tmp_path / "a.html").read_bytes() == b"old page"


def test_a_file_in_the_way_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")

    with pytest.raises(OutputNotWritable) as caught:
        save([OutputFile("a.html", b"page")], tmp_path / "out")

    assert "Choose a folder that you may write to with -o" in caught.value.mend
