"""Reading an image's bytes from the release's folder, and from nowhere else."""

from __future__ import annotations

import difflib
import os
import re
import stat
import unicodedata
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from prexport.release.photo.fault import MAX_FILE_BYTES, ImageFault, unreadable

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
# On Windows these names are devices in every folder, with any suffix.
_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)")
_COPY = "Copy the image into the release's folder and write its path relative to the release."


def read_file(folder: Path, src: str) -> bytes:
    """The bytes of the image that a release in `folder` calls `src`: a relative path with `/`.

    Only regular files are opened, so that no pipe or device can hang or feed us, and only inside the folder
    once all symbolic links are followed.

    Raises:
        ImageFault: `image-missing`, `image-outside-folder`, `image-unreadable` or `image-too-large`.
    """
    check_path(src)
    path = _resolve(folder, src)
    flags = os.O_RDONLY
    # O_NONBLOCK: opening a pipe must not wait for somebody to write into it. Not every system has all of them.
    for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_BINARY"):
        flags |= getattr(os, name, 0)
    try:
        descriptor = os.open(path, flags)
    except OSError as cause:
        raise unreadable(
            f"{src} can't be opened: {_reason(cause)}.", "Make the file readable for you."
        ) from cause
    try:
        status = os.fstat(descriptor)
        mode = status.st_mode
        if not stat.S_ISREG(mode):
            what = "a folder" if stat.S_ISDIR(mode) else "a device or a pipe"
            raise unreadable(f"{src} is {what}, not an image file.", "Name the image file itself.")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            # Room is made for what is asked for: no more than there is, and one byte that tells of growth.
            data = file.read(min(status.st_size, MAX_FILE_BYTES) + 1)
    except OSError as cause:
        raise unreadable(f"{src} can't be read: {_reason(cause)}.", "Copy the file again.") from cause
    finally:
        os.close(descriptor)
    if len(data) > MAX_FILE_BYTES:
        raise ImageFault(
            "image-too-large",
            f"{src} is larger than {MAX_FILE_BYTES // 1024 // 1024} MiB.",
            "Save a smaller copy of the image.",
        )
    return data


def check_path(src: str) -> None:
    """Refuse what can't be a relative path on every system, before the disk is asked."""
    if not src or src.isspace():
        raise ImageFault("image-missing", "The path of the image is empty.", "Write the image's path.")
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in src):
        raise ImageFault(
            "image-missing",
            "The path of the image holds an invisible control character.",
            "Type the path again instead of pasting it.",
        )
    drive = re.match(r"[A-Za-z]:", src)
    if _SCHEME.match(src) and not drive:
        raise ImageFault("image-outside-folder", f"{src} is a web address or another URL.", _COPY)
    if drive or src.startswith(("/", "\\")):
        raise ImageFault("image-outside-folder", f"{src} is an absolute path.", _COPY)
    if "\\" in src:
        forward = src.replace("\\", "/")
        raise ImageFault(
            "image-missing",
            f"{src} is written with backslashes, which only Windows understands.",
            f"Write {forward} instead.",
        )
    depth = 0
    for part in src.split("/"):
        depth += -1 if part == ".." else part not in {"", "."}
        if depth < 0:
            raise ImageFault("image-outside-folder", f"{src} leads out of the release's folder.", _COPY)
        if _DEVICE.match(part):
            raise ImageFault(
                "image-outside-folder",
                f"{part} is the name of a device on Windows, not of a file.",
                "Rename the image.",
            )


def _resolve(folder: Path, src: str) -> Path:
    """The real place of `src`, all symbolic links followed; it exists and lies in `folder`."""
    try:
        root = folder.resolve(strict=True)
        path = (root / PurePosixPath(src)).resolve(strict=True)
    except (FileNotFoundError, NotADirectoryError) as cause:
        raise _missing(folder, src) from cause
    except (OSError, RuntimeError) as cause:  # RuntimeError: a loop of links (Python 3.11, 3.12)
        raise ImageFault(
            "image-missing", f"{src} can't be reached: {_reason(cause)}.", "Check the path of the image."
        ) from cause
    if not path.is_relative_to(root):
        raise ImageFault(
            "image-outside-folder", f"{src} is a link to a file outside the release's folder.", _COPY
        )
    return path


def _missing(folder: Path, src: str) -> ImageFault:
    """Make the fault of a file that isn't there, with the name that was probably meant."""
    meant = _similar(folder, src)
    return ImageFault(
        "image-missing",
        f"There is no file {src} in the release's folder.",
        f"Did you mean {meant}?" if meant else "Put the image there, or mend the path.",
    )


def _similar(folder: Path, src: str) -> str:
    """The existing path that is most like `src`, part by part, or ""."""
    here, found = folder, PurePosixPath()
    for part in PurePosixPath(src).parts:
        if (here / part).exists():
            best = part
        else:
            try:
                names = sorted(entry.name for entry in here.iterdir())[:10_000]
            except OSError:
                return ""
            wanted = _folded(part)
            folded = {_folded(name): name for name in reversed(names)}
            close = difflib.get_close_matches(wanted, folded, n=1, cutoff=0.75)
            if not close:
                return ""
            best = folded[close[0]]
        here, found = here / best, found / best
    return str(found) if here.is_file() else ""


def _folded(name: str) -> str:
    """A file name without what people get wrong: case, accents' encoding, `%20`, `.jpeg` for `.jpg`."""
    return unicodedata.normalize("NFC", unquote(name)).casefold().replace(".jpeg", ".jpg")


def _reason(cause: Exception) -> str:
    """The system's own words, without the path (which would differ from machine to machine)."""
    return (cause.strerror or "unknown reason") if isinstance(cause, OSError) else "its links run in a circle"
