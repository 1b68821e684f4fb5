"""How an artefact carries what it was made from: the names that writers give to it and `carried` looks for.

Two things are carried: the public source, and the photo list, which says which of the photos in the file is which
photo of the source. It is a JSON object, `src` -> SHA-256 (lower-case hex) of the bytes that the file holds.

| format | public source | photo list | photos |
|---|---|---|---|
| PDF | associated file of the catalogue | page-piece dictionary | image streams, or associated files |
| DOCX | custom XML part | custom XML part | media parts |
| HTML | data block | data block | data URLs |
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from prexport.release.canonical import canonical_json

SOURCE_NAME = "release.json"
"""The file name of the public source: in a PDF, and where `prexport extract -o` puts it."""

SOURCE_NAMESPACE = "urn:prexport:source"
"""DOCX: the custom XML part whose one element `source` has the public source as its text."""

PHOTOS_NAMESPACE = "urn:prexport:photos"
"""DOCX: the custom XML part whose one element `photos` has the photo list as its text."""

SOURCE_BLOCK = "prexport-source"
"""HTML: the id of the data block that is the public source."""

PHOTOS_BLOCK = "prexport-photos"
"""HTML: the id of the data block that is the photo list."""

PIECE = "prexport"
"""PDF: whose private data in the page-piece dictionary the photo list is."""


def photo_list(digests: Mapping[str, str]) -> bytes:
    """The photo list as RFC 8785 JSON."""
    return canonical_json(dict(digests))


def read_photo_list(data: bytes | str) -> dict[str, str]:
    """The photo list in `data`, without what is no pair of texts; empty when it is none."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {src: digest for src, digest in found.items() if isinstance(digest, str)}
