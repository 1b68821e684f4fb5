"""The photos of a page: in it as data, or in files beside it."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from urllib.parse import unquote, unquote_to_bytes

from prexport.readers.pictures import pixels, seen

MOST_PIXELS = 300_000_000
"""Of all photos of a page: some hundred in the size that the web shows. A file of 10 KB can hold 50 million."""


class Photos:
    """Looks at the photos of one page, at each once."""

    def __init__(self, files: Mapping[str, bytes] | None) -> None:
        """`files` are those beside the page, by the URLs that it has for them; None when they are not at hand."""
        self._files = files
        self._known: dict[bytes, str] = {}
        self._left = MOST_PIXELS

    def fingerprint_of(self, url: str) -> str | None:
        """The fingerprint of the picture at `url`.

        "" when it is not there, can't be seen, or is one too many; None when it lies elsewhere and the files
        are not at hand.
        """
        if url[:5].lower() == "data:":
            return self._seen(_data(url))
        if self._files is None and url:
            return None
        return self._seen((self._files or {}).get(unquote(url), b""))

    def _seen(self, data: bytes) -> str:
        if data not in self._known:
            self._left -= pixels(data)
            self._known[data] = seen(data) if self._left >= 0 else ""
        return self._known[data]


def _data(url: str) -> bytes:
    """The bytes of a data URL (RFC 2397), none when it is broken."""
    described, _, content = url.partition(",")
    if not described.lower().endswith(";base64"):
        return unquote_to_bytes(content)
    try:
        return base64.b64decode(unquote_to_bytes(content))
    except binascii.Error:
        return b""
