"""From a lone artefact back to files: the release that it was made from, and its photos."""

from __future__ import annotations

import posixpath
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from prexport.carried.read import Carried, carried
from prexport.errors import OutputNotWritable, UnusableInput
from prexport.release.carriage import SOURCE_NAME
from prexport.release.photo.fault import ImageFault
from prexport.release.photo.files import check_path
from prexport.writers.options import OutputFile

LARGEST = 1 << 30
"""Bytes of the largest artefact that is read."""


def read_artefact(path: Path) -> Carried:
    """What the PDF, DOCX or HTML at `path` carries; there is a public source in it.

    Raises:
        UnusableInput: there is no readable artefact at `path`, or it carries no source.
    """
    try:
        found = carried(_read(path))
    except UnusableInput as error:
        raise UnusableInput(f"{path}: {error.message}", error.mend) from error
    if found.source is None:
        raise UnusableInput(
            f"{path} carries no release.",
            "Only files that prexport made carry one, and PDFs of the profile ua1-a2a don't. Take the Word document "
            "or the web page that came with it.",
        )
    return found


def files_of(found: Carried) -> tuple[OutputFile, ...]:
    """`release.json` and the photos under the names that the release has for them.

    Raises:
        UnusableInput: one of the names is none that a photo of a release may have; somebody made it up.
    """
    for src in found.photos:
        try:
            check_path(src)
        except ImageFault as fault:
            raise UnusableInput(
                f"The file gives a photo the name {src!r}, which is no place in a release's folder: {fault.message}",
                "prexport never makes such a file. Print its source without -o, and don't trust the rest.",
            ) from fault
        if posixpath.normpath(src).split("/")[0].casefold() in {SOURCE_NAME, "."}:
            raise UnusableInput(
                f"The file gives a photo the name {src!r}, which is that of the release or of its folder.",
                "Print its source without -o, and don't trust the rest.",
            )
    photos = (OutputFile(src, data) for src, data in found.photos.items())
    return (OutputFile(SOURCE_NAME, found.source or b""), *photos)


def refuse_to_harm(files: Iterable[OutputFile], directory: Path, *, force: bool) -> None:
    """Look whether `files` can be saved in `directory` without harm to what is there.

    A release that was extracted lacks the private notes of the author's own, which must not be lost to it.

    Raises:
        OutputNotWritable: other files of these names are there and `force` is not set, or a link in the folder
            leads out of it.
    """
    root = directory.resolve()
    for file in files:
        if not (directory / file.path).parent.resolve().is_relative_to(root):
            raise OutputNotWritable(
                f"{file.path} would be saved outside of {directory}: a link leads there.",
                "Choose an empty folder with -o.",
            )
    in_the_way = [] if force else [*_differing(files, directory)]
    if in_the_way:
        raise OutputNotWritable(
            f"There is another {', '.join(in_the_way)} in {directory} already. Nothing was changed.",
            "Choose an empty folder with -o, or overwrite what is there with --force.",
        )


def _differing(files: Iterable[OutputFile], directory: Path) -> Iterator[str]:
    for file in files:
        target = directory / file.path
        try:
            same = target.read_bytes() == file.data if target.is_file() else not target.exists()
        except OSError:
            same = False
        if not same:
            yield file.path


def _read(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise UnusableInput(
                "This is a folder." if stat.S_ISDIR(mode) else "This is no ordinary file.",
                "Name a PDF, a Word document or a web page.",
            )
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise UnusableInput("There is no such file.", "Check the spelling of the path.") from None
    except OSError as error:
        raise UnusableInput(
            f"The file can't be read: {error.strerror or error}.",
            "Check the path, and your right to read it.",
        ) from error
    if len(data) > LARGEST:
        raise UnusableInput(f"The file is larger than {LARGEST >> 30} GiB.", "No release is that large.")
    return data
