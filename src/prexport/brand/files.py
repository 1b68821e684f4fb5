"""The files of a brand: read only from its own folder or the shared fonts, and never more than they may weigh."""

from __future__ import annotations

import hashlib
from pathlib import Path

from prexport.errors import UnusableBrand


class BrandFolder:
    """A brand's folder, and the folder of fonts that brands share."""

    def __init__(self, folder: Path, shared_fonts: Path) -> None:
        """Open `folder`; fonts that it does not have itself come from `shared_fonts`."""
        self.folder = folder
        self._shared_fonts = shared_fonts
        self._digest = hashlib.sha256()

    @property
    def digest(self) -> str:
        """SHA-256 over the names and bytes of all that was read so far, fonts excepted."""
        return self._digest.hexdigest()

    def read(self, name: str, limit: int) -> bytes:
        """Read a file of the brand, at most `limit` bytes of it; raises UnusableBrand if that can't be done."""
        data = self._bytes(self.folder, name, limit)
        self._digest.update(f"{name}\0{len(data)}\0".encode())
        self._digest.update(data)
        return data

    def read_text(self, name: str, limit: int) -> str:
        """Read a UTF-8 file of the brand; raises UnusableBrand if it is none or can't be read."""
        return _decode(self.read(name, limit), self.folder / name)

    def read_optional_text(self, name: str, limit: int) -> str:
        """Read a UTF-8 file of the brand that may be missing; missing gives ""."""
        return self.read_text(name, limit) if (self.folder / name).is_file() else ""

    def font_folder(self, name: str) -> Path | None:
        """Give the folder of a font family: the brand's own `fonts/NAME`, else the shared one, else None."""
        for root in (self.folder / "fonts", self._shared_fonts):
            if (root / name / "family.toml").is_file() and _within(root / name, root):
                return root / name
        return None

    @staticmethod
    def font_file(folder: Path, name: str, limit: int) -> Path | None:
        """Give the path of a font's file, or None if it is missing, too large or outside its folder."""
        path = folder / name
        good = path.is_file() and _within(path, folder) and path.stat().st_size <= limit
        return path if good else None

    @staticmethod
    def font_text(folder: Path, name: str, limit: int) -> str:
        """Read a text file of a font's folder."""
        return _decode(BrandFolder._bytes(folder, name, limit), folder / name)

    @staticmethod
    def _bytes(folder: Path, name: str, limit: int) -> bytes:
        path = folder / name
        if not path.is_file():
            raise UnusableBrand(f"The brand's file {path} is missing.", f"Add {name} to {folder}.")
        if not _within(path, folder):
            raise UnusableBrand(
                f"The brand's file {path} leads out of the brand's folder.",
                "Put the file itself there, not a link.",
            )
        with path.open("rb") as file:
            data = file.read(limit + 1)
        if len(data) > limit:
            raise UnusableBrand(
                f"The brand's file {path} has more than {limit // 1024} KiB.", "Make it smaller."
            )
        return data


def _decode(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnusableBrand(f"{path} is not UTF-8 (byte {error.start}).", "Save it as UTF-8.") from error


def _within(path: Path, folder: Path) -> bool:
    if path.parent == folder and path.name != ".." and not path.is_symlink():
        return True
    return path.resolve().is_relative_to(folder.resolve())
