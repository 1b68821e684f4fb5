"""Are the files still those that were exported? Their sizes and hashes against the manifest of the export."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

from prexport.errors import UnusableInput
from prexport.findings import Fault, Finding
from prexport.formats import FORMATS
from prexport.manifest import FORMAT, SUFFIX
from prexport.records import dataclass
from prexport.release.load import read_bytes
from prexport.release.parsing import parse
from prexport.release.photo.fault import ImageFault
from prexport.release.photo.files import check_path
from prexport.release.pointers import Json, child
from prexport.release.source import Source
from prexport.rules import RULES
from prexport.writers.pdf.profile import PROFILES

_DIGEST = re.compile(r"[0-9a-f]{64}")
_CHUNK = 1 << 20
_MEND = "Name the NAME.manifest.json that `prexport export --manifest` wrote."


@dataclass(frozen=True, slots=True)
class Entry:
    """A file as the manifest tells of it: its path from the manifest's folder, its bytes, its SHA-256 in hex."""

    path: str
    size: int
    digest: str


def verify(manifest: Path) -> tuple[Finding, ...]:
    """Everything in which the files beside `manifest` differ from what it says, in the order of the manifest.

    A finding's `where` is the place in the manifest, its `artefact` the path of the file.

    Raises:
        UnusableInput: there is no manifest at that path, or it names files outside of its folder.
    """
    source, entries = _read(manifest)
    folder = manifest.parent
    found: list[Finding] = []
    for entry in entries:
        pointer = child("/outputs", entry.path)
        if (fault := _compared(entry, _inside(folder, entry.path, manifest), pointer)) is not None:
            found.append(_finding(fault, source, folder / entry.path))
    listed = {entry.path for entry in entries}
    for path in sorted(set(_of_the_release(manifest)) - listed):
        fault = Fault(
            "fixity-unlisted", "/outputs", f"The manifest doesn’t know {path}.", _mend("fixity-unlisted")
        )
        found.append(_finding(fault, source, folder / path))
    return tuple(found)


def _compared(entry: Entry, path: Path, pointer: str) -> Fault | None:
    try:
        status = path.stat()
    except OSError:
        return Fault("fixity-missing", pointer, f"{entry.path} is not there.", _mend("fixity-missing"))
    if not stat.S_ISREG(status.st_mode):
        return Fault("fixity-missing", pointer, f"{entry.path} is no ordinary file.", _mend("fixity-missing"))
    if status.st_size != entry.size:
        message = f"{entry.path} has {status.st_size} bytes; it was exported with {entry.size}."
        return Fault("fixity-changed", f"{pointer}/bytes", message, _mend("fixity-changed"))
    try:
        digest = _digest(path)
    except OSError as error:
        message = f"{entry.path} can’t be read: {error.strerror or error}."
        return Fault("fixity-missing", pointer, message, "Make it readable for you.")
    if digest != entry.digest:
        message = f"{entry.path} is as long as it was when it was exported, but its content is another."
        return Fault("fixity-changed", f"{pointer}/sha256", message, _mend("fixity-changed"))
    return None


def _digest(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _inside(folder: Path, name: str, manifest: Path) -> Path:
    """The real place of a file of the manifest, which lies in the folder once all links are followed."""
    try:
        check_path(name)
        path = (folder / PurePosixPath(name)).resolve()
    except (ImageFault, OSError, RuntimeError):  # RuntimeError: a loop of links (Python 3.11, 3.12)
        path = None
    if path is None or not path.is_relative_to(folder.resolve()):
        raise UnusableInput(
            f"{manifest} tells of a file {name!r}, which is no place in its folder.",
            "prexport never writes such a manifest: don’t trust it.",
        )
    return path


def _of_the_release(manifest: Path) -> Iterator[str]:
    """The files beside the manifest that have the names of its release's outputs."""
    name = manifest.name.removesuffix(SUFFIX)
    names = [f"{name}{format_.suffix}" for format_ in FORMATS.values()]
    names += [f"{name}.{profile}.pdf" for profile in PROFILES]
    yield from (each for each in names if (manifest.parent / each).exists())
    photos = manifest.parent / f"{name}_files"
    if photos.is_dir() and not photos.is_symlink():
        yield from (f"{photos.name}/{path.name}" for path in photos.iterdir())


def _read(manifest: Path) -> tuple[Source, tuple[Entry, ...]]:
    parsed = parse(str(manifest), read_bytes(manifest))
    if parsed.failure is not None:
        raise UnusableInput(f"{manifest} is no manifest: {parsed.failure.message}", _MEND)
    data = parsed.data
    if not isinstance(data, dict) or data.get("manifest") != FORMAT or parsed.has_duplicates:
        raise UnusableInput(f"{manifest} is no manifest of prexport.", _MEND)
    outputs = data.get("outputs")
    if not isinstance(outputs, dict):
        raise UnusableInput(f"{manifest} tells of no files.", _MEND)
    return parsed.source, tuple(_entry(path, told, manifest) for path, told in outputs.items())


def _entry(path: str, told: Json, manifest: Path) -> Entry:
    if isinstance(told, Mapping):
        size, digest = told.get("bytes"), told.get("sha256")
        if isinstance(size, int) and isinstance(digest, str) and _DIGEST.fullmatch(digest):
            return Entry(path, size, digest)
    raise UnusableInput(f"{manifest} tells neither the size nor the SHA-256 of {path!r}.", _MEND)


def _finding(fault: Fault, source: Source, artefact: Path) -> Finding:
    return Finding(
        fault.rule,
        RULES[fault.rule].severity,
        source.locate(fault.pointer),
        fault.message,
        fault.mend,
        artefact=str(artefact),
    )


def _mend(rule: str) -> str:
    return RULES[rule].mend
