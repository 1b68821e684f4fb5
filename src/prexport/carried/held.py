"""The photos that an artefact holds, known by their content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from prexport.errors import UnusableInput

Found = tuple[bytes | None, Mapping[str, str], Mapping[str, bytes]]
"""The public source, the photo list, and the photos that are in the artefact by their digests."""

MOST_BYTES = 1 << 30
"""Bytes of all the photos that are unpacked from one artefact."""


def wanted(digests: Iterable[str], files: Iterator[bytes]) -> dict[str, bytes]:
    """Those of `files` that have one of the `digests` (SHA-256, hex); looks no further when it has them all.

    Raises:
        UnusableInput: the files are larger than any release's photos.
    """
    sought = set(digests)
    found: dict[str, bytes] = {}
    size = 0
    while sought and (data := next(files, None)) is not None:
        size += len(data)
        if size > MOST_BYTES:
            raise UnusableInput(
                f"The photos in the file take more than {MOST_BYTES >> 30} GiB.",
                "No release has so many: ask for the file again where you have it from.",
            )
        digest = sha256(data).hexdigest()
        if digest in sought:
            sought.remove(digest)
            found[digest] = data
    return found
