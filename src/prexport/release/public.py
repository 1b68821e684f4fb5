"""The public source: what an artefact carries of the release that it was made from."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping

from prexport.release.canonical import canonical_json
from prexport.release.fields import PRIVATE_PREFIX
from prexport.release.model import Release
from prexport.release.pointers import Json, child

_PRIVATE_KEY = "source"


def public_source(data: Json, alts: Mapping[str, str]) -> bytes:
    """The release without `source` and `x-` keys, as RFC 8785 canonical JSON in UTF-8.

    `data` is the raw JSON value; `alts` maps the pointer of a figure to the alt text that its file carries,
    which is filled in where the figure has none. Two exports of one public source are the same.
    """
    if not isinstance(data, dict):
        raise ValueError("a release is an object")
    public = {key: value for key, value in data.items() if key != _PRIVATE_KEY}
    return canonical_json(_public(public, "", alts))


def identity(public: bytes, release: Release) -> str:
    """The release's own `id`, or else a `urn:uuid:` made from the content of its public source.

    The UUID is of version 8 (RFC 9562, 5.8): 122 bits of the SHA-256 of the source.
    """
    if release.id is not None:
        return release.id
    bits = int.from_bytes(hashlib.sha256(public).digest()[:16], "big")
    version_bits, variant_bits = 0xF << 76, 0x3 << 62
    bits = bits & ~version_bits & ~variant_bits | 8 << 76 | 2 << 62
    return uuid.UUID(int=bits).urn


def _public(value: Json, pointer: str, alts: Mapping[str, str]) -> Json:
    if isinstance(value, list):
        return [_public(item, child(pointer, place), alts) for place, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    members = {
        key: _public(member, child(pointer, key), alts)
        for key, member in value.items()
        if not key.startswith(PRIVATE_PREFIX)
    }
    if pointer in alts and "alt" not in members:
        members["alt"] = alts[pointer]
    return members
