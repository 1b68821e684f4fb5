"""Addresses with any letters (IRIs, RFC 3987) as addresses in ASCII (URIs, RFC 3986), which mean the same."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

_SAFE = "%:/?#@!$&'()*+,;=-._~"
"""Reserved and unreserved characters of RFC 3986, and the percent sign of what is escaped already."""

_PLAIN = re.compile(rf"[A-Za-z0-9{re.escape(_SAFE)}]*")


def uri(address: str) -> str:
    """`address` in ASCII (RFC 3987, 3.1); lone surrogates, which no address can hold, become U+FFFD."""
    if _PLAIN.fullmatch(address):
        return address
    address = address.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    try:
        parts = urlsplit(address)
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    except ValueError:
        return quote(address, safe=_SAFE)
    # Brackets belong to the host of an IPv6 address, and to nothing else.
    rest = (quote(part, safe=_SAFE) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, quote(host, safe=f"{_SAFE}[]"), *rest))
