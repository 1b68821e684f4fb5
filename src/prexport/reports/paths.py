"""Paths as reports write them: with slashes, and relative to the folder that the run began in."""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import quote


def relative(path: str, folder: str) -> str:
    """`path` with slashes, relative to `folder` when it lies below it."""
    pure = PurePath(path)
    if folder and pure.is_absolute() and pure.is_relative_to(folder):
        pure = pure.relative_to(folder)
    return pure.as_posix()


def uri(path: str, folder: str) -> str:
    """`path` as a URI reference (RFC 3986): relative where it can be, else with the scheme file."""
    short = relative(path, folder)
    if PurePath(short).is_absolute():
        return "file://" + quote(short if short.startswith("/") else f"/{short}")
    # A colon in the first step would be taken for the end of a scheme (RFC 3986 4.2); quote() escapes it.
    return quote(short)
