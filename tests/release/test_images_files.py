"""Where an image may lie: in the release's folder, as a regular file, under a path that works everywhere."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from photographs import encode, quadrants
from prexport.release.images import ImageFault, read_image
from prexport.release.photo.fault import MAX_FILE_BYTES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a release's folder with one photo, and a secret beside it."""
    release = tmp_path / "release"
    (release / "photos").mkdir(parents=True)
    (release / "photos" / "Harbour.jpg").write_bytes(encode(quadrants(), "JPEG"))
    (tmp_path / "secret.jpg").write_bytes(encode(quadrants(), "JPEG"))
    return release


def fault(folder: Path, src: str) -> ImageFault:
    with pytest.raises(ImageFault) as caught:
        read_image(folder, src)
    return caught.value


@pytest.mark.parametrize(
    "src",
    ["photos/Harbour.jpg", "./photos/Harbour.jpg", "photos/../photos/Harbour.jpg", "photos//Harbour.jpg"],
)
def test_a_path_inside_the_folder_is_read(folder: Path, src: str) -> None:
    assert read_image(folder, src).name == "Harbour"


def test_the_folder_may_be_given_relative(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert read_image(Path(), "photos/Harbour.jpg").width == 48


@pytest.mark.parametrize(
    ("src", "message"),
    [
        ("../secret.jpg", "../secret.jpg leads out of the release's folder."),
        ("photos/../../secret.jpg", "photos/../../secret.jpg leads out of the release's folder."),
        ("../release/photos/Harbour.jpg", "../release/photos/Harbour.jpg leads out of the release's folder."),
        ("/etc/passwd", "/etc/passwd is an absolute path."),
        ("\\\\server\\share\\a.jpg", "\\\\server\\share\\a.jpg is an absolute path."),
        ("C:/photos/a.jpg", "C:/photos/a.jpg is an absolute path."),
        ("https://example.org/a.jpg", "https://example.org/a.jpg is a web address or another URL."),
        ("file:///etc/passwd", "file:///etc/passwd is a web address or another URL."),
        ("data:image/png;base64,AAAA", "data:image/png;base64,AAAA is a web address or another URL."),
        ("photos/con.jpg", "con.jpg is the name of a device on Windows, not of a file."),
        ("NUL", "NUL is the name of a device on Windows, not of a file."),
    ],
)
def test_a_path_out_of_the_folder_is_refused(folder: Path, src: str, message: str) -> None:
    found = fault(folder, src)
    assert (found.rule, found.message) == ("image-outside-folder", message)
    assert found.mend


@pytest.mark.parametrize(
    ("src", "message", "mend"),
    [
        ("", "The path of the image is empty.", "Write the image's path."),
        (
            "photos/a\0.jpg",
            "The path of the image holds an invisible control character.",
            "Type the path again instead of pasting it.",
        ),
        (
            "photos\\Harbour.jpg",
            "photos\\Harbour.jpg is written with backslashes, which only Windows understands.",
            "Write photos/Harbour.jpg instead.",
        ),
        (
            "photos/harbour.JPG",
            "There is no file photos/harbour.JPG in the release's folder.",
            "Did you mean photos/Harbour.jpg?",
        ),
        (
            "Photos/Harbour.jpeg",
            "There is no file Photos/Harbour.jpeg in the release's folder.",
            "Did you mean photos/Harbour.jpg?",
        ),
        (
            "photos/Habour.jpg",
            "There is no file photos/Habour.jpg in the release's folder.",
            "Did you mean photos/Harbour.jpg?",
        ),
        (
            "photos/team.jpg",
            "There is no file photos/team.jpg in the release's folder.",
            "Put the image there, or mend the path.",
        ),
        (
            "photos/Harbour.jpg/a.jpg",
            "There is no file photos/Harbour.jpg/a.jpg in the release's folder.",
            "Put the image there, or mend the path.",
        ),
        ("x" * 300 + ".jpg", None, "Check the path of the image."),
    ],
)
def test_a_missing_image_is_told_with_what_was_meant(
    folder: Path, src: str, message: str | None, mend: str
) -> None:
    found = fault(folder, src)
    assert (found.rule, found.mend) == ("image-missing", mend)
    assert message is None or found.message == message


def test_a_link_inside_is_followed_and_a_link_outside_is_not(folder: Path, tmp_path: Path) -> None:
    (folder / "inside.jpg").symlink_to("photos/Harbour.jpg")
    (folder / "outside.jpg").symlink_to(tmp_path / "secret.jpg")
    (folder / "up").symlink_to(tmp_path)
    assert read_image(folder, "inside.jpg").width == 48
    for src in ("outside.jpg", "up/secret.jpg"):
        found = fault(folder, src)
        assert found.rule == "image-outside-folder"
        assert found.message == f"{src} is a link to a file outside the release's folder."


def test_a_link_to_itself_is_missing(folder: Path) -> None:
    (folder / "loop.jpg").symlink_to("loop.jpg")
    assert fault(folder, "loop.jpg").rule == "image-missing"


def test_a_pipe_does_not_hang(folder: Path) -> None:
    os.mkfifo(folder / "pipe.jpg")
    found = fault(folder, "pipe.jpg")
    assert (found.rule, found.message) == (
        "image-unreadable",
        "pipe.jpg is a device or a pipe, not an image file.",
    )


@pytest.mark.parametrize("src", ["photos", ".", "photos/"])
def test_a_folder_is_no_image(folder: Path, src: str) -> None:
    found = fault(folder, src)
    assert (found.rule, found.message) == ("image-unreadable", f"{src} is a folder, not an image file.")


def test_an_empty_file_is_no_image(folder: Path) -> None:
    (folder / "empty.jpg").touch()
    assert fault(folder, "empty.jpg").message == "The image file is empty."


def test_a_file_over_the_limit_is_not_read_whole(folder: Path) -> None:
    with (folder / "huge.jpg").open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    found = fault(folder, "huge.jpg")
    assert (found.rule, found.message) == ("image-too-large", "huge.jpg is larger than 100 MiB.")


def test_no_message_tells_where_the_folder_lies(folder: Path) -> None:
    (folder / "loop.jpg").symlink_to("loop.jpg")
    for src in ("a.jpg", "photos", "loop.jpg", "../a", "x" * 300):
        found = fault(folder, src)
        assert not re.search(re.escape(str(folder.parent)), found.message + found.mend)
