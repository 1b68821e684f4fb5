"""The photos of a page: in it as data, or in files beside it."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from urllib.parse import unquote, unquote_to_bytes

from prexport.readers.pictures import seen


def fingerprint_of(url: str, files: Mapping[str, bytes] | None) -> str | None:
    """The fingerprint of the picture at `url`.

    "" when it is not there or can't be seen; None when it lies elsewhere and no `files` were given.
    """
    if url[:5].lower() == "data:":
        return seen(_data(url))
    if files is None and url:
        return None
    return seen((files or {}).get(unquote(url), b""))


def _data(url: str) -> bytes:
    """The bytes of a data URL (RFC 2397), none when it is broken."""
    described, _, content = url.partition(",")
    if not described.lower().endswith(";base64"):
        return unquote_to_bytes(content)
    try:
        return base64.b64decode(unquote_to_bytes(content))
    except binascii.Error:
        return b""
