"""What WeasyPrint may read while it lays out a document: a table of bytes, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from prexport.writers.pdf.weasyprint.internals import FatalURLFetchingError, URLFetcher, URLFetcherResponse

BASE_URL = "https://prexport.invalid/"
"""The base of all addresses of a document's own resources; `.invalid` never exists (RFC 6761)."""


class Resources(URLFetcher):  # type: ignore[misc]
    """Serves the photos and the logo of one document; every other address stops the export."""

    def __init__(self, table: Mapping[str, tuple[str, bytes]]) -> None:
        """`table` maps paths below `BASE_URL` to MIME type and bytes."""
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
        self._table = {BASE_URL + path: entry for path, entry in table.items()}

    def fetch(self, url: str, headers: object = None) -> Any:
        """The bytes behind `url`; raises FatalURLFetchingError for what is not in the table."""
        if url not in self._table:
            raise FatalURLFetchingError(f"{url} is not a part of this document")
        mime_type, data = self._table[url]
        return URLFetcherResponse(url, data, {"Content-Type": mime_type})
