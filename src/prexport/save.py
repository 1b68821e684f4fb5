"""Saving: the only place that writes files. A release's files appear whole and together, or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from prexport.errors import OutputNotWritable
from prexport.writers.options import OutputFile


def save(files: Sequence[OutputFile], directory: Path) -> tuple[Path, ...]:
    """Write `files` below `directory` and return their paths, in the same order.

    Every file is first written in full beside its place, under a temporary name, and flushed to the disk.
    Only when all are there are they renamed. If a rename fails, those already made are taken back, so that
    a reader never meets a new PDF beside an old web page.

    Raises:
        OutputNotWritable: a folder or file could not be made; nothing of this release was changed.
    """
    targets = [directory / Path(file.path) for file in files]
    staged: list[Path] = []
    try:
        for file, target in zip(files, targets, strict=True):
            target.parent.mkdir(parents=True, exist_ok=True)
            staged.append(_stage(file.data, target))
        _publish(staged, targets)
    except OSError as error:
        for path in staged:
            path.unlink(missing_ok=True)
        raise OutputNotWritable(
            f"The files could not be saved in {directory}: {error.strerror or error}.",
            "Choose a folder that you may write to with -o, or make room on the disk. Nothing was changed.",
        ) from error
    return tuple(targets)


def _stage(data: bytes, target: Path) -> Path:
    """Write `data` under a temporary name in the folder of `target`; the same disk, so a rename is atomic."""
    if target.is_dir():
        raise IsADirectoryError(21, f"{target} is a folder")
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".prexport-", suffix=target.suffix)
    staged = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        staged.chmod(0o666 & ~_umask())  # mkstemp makes files that only the owner may read
    except BaseException:
        staged.unlink(missing_ok=True)
        raise
    return staged


def _publish(staged: Sequence[Path], targets: Sequence[Path]) -> None:
    """Rename all staged files into place; on failure put back what stood there before."""
    kept: dict[Path, Path] = {}
    made: list[Path] = []
    try:
        for path, target in zip(staged, targets, strict=True):
            if target.exists():
                backup = path.with_name(path.name + ".old")
                shutil.copy2(target, backup)  # a copy, so that the name is never without a file
                kept[target] = backup
            path.replace(target)
            made.append(target)
    except BaseException:
        for target in made:
            target.unlink(missing_ok=True)
        for target, backup in kept.items():
            backup.replace(target)
        raise
    for backup in kept.values():
        with contextlib.suppress(OSError):  # the new files are in place; a stale copy is no failure
            backup.unlink()


def _umask() -> int:
    """The process's umask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
