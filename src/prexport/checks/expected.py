"""What an artefact has to say: the outline of a release, made again from its JSON."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from prexport.checks.fidelity import without_photos
from prexport.document.compose import compose
from prexport.document.outline import Outline
from prexport.document.outline_of import outline_of
from prexport.document.tree import Metadata
from prexport.errors import UnusableInput
from prexport.findings import Place, Severity
from prexport.records import dataclass
from prexport.release.images import ImageFault, SafeImage, alt_for, make_safe, read_images
from prexport.release.load import load_bytes
from prexport.release.public import identity, public_source
from prexport.release.source import Source
from prexport.release.walk import figures

# A photo that isn't there is stood in for; it takes no part in any comparison.
_NO_PHOTO = base64.b64decode(
    b"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=="
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A release, as artefacts of it must show it.

    `data` is its raw JSON, for those who trust nothing else; `public` the public source. `source` knows the lines of
    the author's file.
    """

    outline: Outline
    data: Any
    public: bytes
    identity: str
    metadata: Metadata
    source: Source

    def place(self, pointer: str) -> Place:
        """Where in the author's file a JSON Pointer is."""
        return self.source.locate(pointer)


@cache
def from_file(path: Path) -> Expected:
    """What the release at `path` asks for, with its photos.

    Raises:
        UnusableInput: there is no release without errors.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnusableInput(
            f"{path} can’t be read: {error.strerror or error}.", "Give --against the release’s JSON file."
        ) from None
    return _expected(str(path), content, path.parent)


def from_source(label: str, content: bytes, photos: Mapping[str, bytes]) -> Expected:
    """What a carried source asks for; `photos` are those that the artefact carries, by their `src`.

    Raises:
        UnusableInput: the source is no release without errors.
    """
    return _expected(label, content, photos)


def _expected(label: str, content: bytes, photos: Path | Mapping[str, bytes]) -> Expected:
    loaded = load_bytes(label, content)
    errors = [finding for finding in loaded.findings if finding.severity is Severity.ERROR]
    release = loaded.release
    if release is None or errors:
        why = errors[0].message if errors else "it is none"
        raise UnusableInput(
            f"It is no release that can be exported: {why}", "Mend the release, and export it again."
        )
    shown = list(figures(release))
    known = _photos(photos, sorted({picture.src for _, picture, _ in shown}))
    images = {picture.src: known.get(picture.src) or _stand_in(picture.src) for _, picture, _ in shown}
    alts = {
        pointer: own
        for pointer, picture, lang in shown
        if picture.alt is None
        and not picture.decorative
        and (own := alt_for(images[picture.src], lang)) is not None
    }
    public = public_source(loaded.data, alts)
    name = identity(public, release)
    document = compose(release, images=images, alts=alts, identity=name)
    there = frozenset(pointer for pointer, picture, _ in shown if picture.src in known)
    return Expected(
        outline=without_photos(outline_of(document), there),
        data=loaded.data,
        public=public,
        identity=name,
        metadata=document.metadata,
        source=loaded.source,
    )


def _photos(photos: Path | Mapping[str, bytes], srcs: list[str]) -> dict[str, SafeImage]:
    if isinstance(photos, Path):
        read = read_images(photos, srcs)
        return {src: image for src, image in read.items() if isinstance(image, SafeImage)}
    found = {}
    for src in srcs:
        if src in photos:
            try:
                found[src] = make_safe(photos[src], src)
            except ImageFault:  # a damaged photo is one that nobody can compare with
                continue
    return found


def _stand_in(src: str) -> SafeImage:
    return SafeImage(
        name=Path(src).stem,
        media_type="image/png",
        data=_NO_PHOTO,
        width=1,
        height=1,
        sha256=sha256(_NO_PHOTO).hexdigest(),
    )
