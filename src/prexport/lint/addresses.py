"""Where links may lead: absolute https, http, mailto and tel addresses, and the notes of the release."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prexport.release.model import Release

NOTE = re.compile(r"#note-([0-9]+)")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_COMPLETE = re.compile(
    r"https?://[^\s<>/?#@]+(?::[0-9]+)?(?:[/?#][^\s<>]*)?"
    r"|mailto:[^\s<>@]+@[^\s<>@]+"
    r"|tel:\+?[0-9A-Za-z()*#.;=_-]+",
    re.IGNORECASE,
)
_SCHEMES = ("https", "http", "mailto", "tel")


def address_problem(url: str) -> str:
    """What keeps the address from being followed from anywhere, as a sentence; "" when nothing does."""
    if _COMPLETE.fullmatch(url):
        return ""
    if not url.strip():
        return "The link has no address."
    scheme = _SCHEME.match(url)
    if scheme is None:
        return "The address of the link is not absolute."
    if scheme[1].lower() not in _SCHEMES:
        return f"A release can't link to {scheme[1]}: addresses."
    return "The address of the link is not complete, or holds a character that addresses can't."


def addresses(release: Release) -> Iterator[tuple[str, str]]:
    """Every address that stands in a field of its own, with its pointer."""
    for pointer, publisher in release.publishers:
        if publisher.url is not None:
            yield f"{pointer}/url", publisher.url
    for name in ("replaces", "downloads", "about", "translations"):
        for index, part in enumerate(getattr(release, name)):
            if part.url is not None:
                yield f"/{name}/{index}/url", part.url
    for index, contact in enumerate(release.contacts):
        for person, who in enumerate(contact.people):
            if who.url is not None:
                yield f"/contacts/{index}/people/{person}/url", who.url
        if contact.url is not None:
            yield f"/contacts/{index}/url", contact.url
