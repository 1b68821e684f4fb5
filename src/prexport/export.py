"""One release from file to files: load, lint, compose, write. Saving is `save`, printing is `cli`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from prexport.brand.tokens import Brand
from prexport.document.compose import compose
from prexport.document.tree import Document
from prexport.errors import UsageError
from prexport.findings import Fault, Finding, Severity
from prexport.formats import FORMATS
from prexport.lint import lint_release
from prexport.lint.document import lint_document
from prexport.records import dataclass
from prexport.release.images import ImageFault, SafeImage, alt_for, read_images
from prexport.release.load import load, settle
from prexport.release.model import Release
from prexport.release.public import identity, public_source
from prexport.release.source import Source
from prexport.release.walk import figures
from prexport.writers.options import OutputFile, WriteOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A release that was read and judged.

    `document` is there when no error stands against it; `unusable` says that the file is no release at all.
    `images` maps each `src` of the release to its safe photo.
    """

    source: Source
    findings: tuple[Finding, ...]
    unusable: bool = False
    document: Document | None = None
    public_source: bytes = b""
    images: tuple[tuple[str, SafeImage], ...] = ()


def prepare(path: Path, *, brand: Brand, gate: datetime | None = None) -> Prepared:
    """Read the release at `path` and judge it by every rule, all findings at once.

    `gate` is the time that a public export goes by; None asks for no gate.

    Raises:
        UnusableInput: there is no readable file at `path`.
    """
    loaded = load(path)
    release = loaded.release or loaded.salvaged
    if release is None:
        return Prepared(source=loaded.source, findings=loaded.findings, unusable=loaded.unusable)

    read = read_images(path.parent, (picture.src for _, picture, _ in figures(release)))
    images = {src: image for src, image in read.items() if isinstance(image, SafeImage)}
    alts = _alts_of_files(release, images)
    faults = [*_image_faults(release, read), *lint_release(release, brand=brand, alts=alts, now=gate)]
    findings = _sorted([*loaded.findings, *settle(faults, loaded.source)])
    if loaded.release is None or _has_errors(findings):
        return Prepared(source=loaded.source, findings=findings)

    carried = public_source(loaded.data, alts)
    document = compose(release, images=images, alts=alts, identity=identity(carried, release))
    findings = _sorted([*findings, *settle(lint_document(document, brand), loaded.source)])
    return Prepared(
        source=loaded.source,
        findings=findings,
        document=None if _has_errors(findings) else document,
        public_source=carried,
        images=tuple(sorted(images.items())),
    )


def _alts_of_files(release: Release, images: Mapping[str, SafeImage]) -> dict[str, str]:
    """The alt texts that image files carry for figures without one, by the figure's pointer."""
    found = {}
    for pointer, picture, lang in figures(release):
        image = images.get(picture.src)
        if picture.alt is None and not picture.decorative and image is not None:
            own = alt_for(image, lang)
            if own is not None:
                found[pointer] = own
    return found


def _image_faults(release: Release, read: Mapping[str, SafeImage | ImageFault]) -> Iterator[Fault]:
    for pointer, picture, _ in figures(release):
        result = read[picture.src]
        if isinstance(result, ImageFault):
            yield Fault(result.rule, f"{pointer}/src", result.message, result.mend)


def render(
    prepared: Prepared, *, brand: Brand, formats: Sequence[str], options: WriteOptions
) -> tuple[OutputFile, ...]:
    """The files of a release in the formats asked for; pure, nothing is saved."""
    if prepared.document is None:
        raise ValueError("a release with errors has no document to write")
    options = replace(options, public_source=prepared.public_source, photos=prepared.images)
    return tuple(file for name in formats for file in FORMATS[name].write(prepared.document, brand, options))


def output_name(path: Path) -> str:
    """The stem of a release's files: its own, or its folder's when it is called `release.json`."""
    if path.name != "release.json":
        return path.stem
    try:
        return path.parent.resolve().name or "release"
    except (OSError, RuntimeError):  # symbolic links in a circle: reading the release will say so
        return "release"


def output_names(paths: Sequence[Path], name: str = "") -> dict[Path, str]:
    """The stem of each release's files.

    Raises:
        UsageError: two releases would write the same files, or `name` is no file name.
    """
    if name and (len(paths) > 1 or "/" in name or "\\" in name or name in {".", ".."}):
        raise UsageError(
            f"--name {name!r} can't be used here.",
            "Give --name with one release only, and a plain file name without a folder.",
        )
    names = {path: name or output_name(path) for path in paths}
    owners: dict[str, Path] = {}
    for path in paths:
        owner = owners.setdefault(names[path].casefold(), path)
        if owner is not path and owner == path:
            raise UsageError(f"{path} is named twice.", "Name each release once.")
        if owner is not path:
            raise UsageError(
                f"{owner} and {path} would both be written as {names[path]}.",
                "Export them into different folders with -o, or one at a time with --name.",
            )
    return names


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(set(findings), key=lambda finding: finding.sort_key))


def _has_errors(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)
