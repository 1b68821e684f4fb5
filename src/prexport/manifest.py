"""The manifest of an export: what went in and what came out, by SHA-256, kept outside of the files.

A hash inside a file shows only that the file agrees with itself; fixity needs a witness beside it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from prexport import __version__
from prexport.brand.coverage import faces_of
from prexport.brand.tokens import Brand
from prexport.export import Prepared
from prexport.writers.options import OutputFile, WriteOptions

FORMAT = "prexport-manifest/1"
SUFFIX = ".manifest.json"

# The libraries whose versions shape the bytes of the outputs.
_LIBRARIES = ("weasyprint", "pydyf", "python-docx", "lxml", "Pillow", "fonttools", "Babel", "pydantic")


def manifest_file(
    prepared: Prepared, brand: Brand, options: WriteOptions, outputs: Sequence[OutputFile]
) -> OutputFile:
    """`NAME.manifest.json` for one export. Every hash is SHA-256 in lower-case hex, every size in bytes."""
    manifest = {
        "manifest": FORMAT,
        "release": prepared.document.metadata.identity if prepared.document is not None else "",
        "public_source": _entry(prepared.public_source),
        "photos": {src: _entry(image.data) for src, image in prepared.images},
        "brand": {"name": brand.name, "sha256": brand.digest},
        "fonts": {path.name: sha256(path.read_bytes()).hexdigest() for path in _font_files(brand)},
        "outputs": {file.path: _entry(file.data) for file in outputs},
        "tools": {"prexport": __version__, **{name: version(name) for name in _LIBRARIES}},
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    return OutputFile(f"{options.name}{SUFFIX}", text.encode())


def _font_files(brand: Brand) -> list[Path]:
    """The files of the brand's faces, those for East Asian text too where they are installed."""
    faces = (face for family in brand.families.values() for face in faces_of(family))
    return sorted({face.path for face in faces}, key=lambda path: path.name)


def _entry(data: bytes) -> dict[str, object]:
    return {"sha256": sha256(data).hexdigest(), "bytes": len(data)}
