"""Brands to break: a copy of the default one in a folder of the test's own, edited by plain replacement."""

from __future__ import annotations

import shutil
from pathlib import Path

from prexport.brand.load import load_brand, styles_folder
from prexport.errors import UnusableBrand


def copy_brand(folder: Path, *edits: tuple[str, str]) -> Path:
    """Copy the default brand to `folder`/mine and replace texts of its brand.toml, each of which must be there."""
    mine = folder / "mine"
    shutil.copytree(styles_folder() / "default", mine)
    for old, new in edits:
        edit(mine / "brand.toml", old, new)
    return mine


def edit(file: Path, old: str, new: str) -> None:
    """Replace the first `old` of a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{file.name} holds no {old!r}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def faults(folder: Path) -> list[str]:
    """Give what is wrong with a brand, a line a fault: rule, line, pointer, message, mend."""
    try:
        load_brand(str(folder))
    except UnusableBrand as error:
        return [
            f"{fault.rule} {fault.where.line} {fault.where.pointer}: {fault.message} {fault.mend}"
            for fault in error.findings
        ] or [f"{error.message} {error.mend}"]
    return []
