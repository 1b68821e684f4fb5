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
        return "file://" + _quoted(short if short.startswith("/") else f"/{short}")
    # A colon in the first step would be taken for the end of a scheme (RFC 3986 4.2); quote() escapes it.
    return _quoted(short)


def _quoted(path: str) -> str:
    # A name that is no UTF-8 comes from Python as surrogates, and goes out as the bytes that it was; half characters
    # that no file system gives are replaced.
    return quote(path.encode("utf-8", "surrogateescape" if _is_bytes(path) else "replace"))


def _is_bytes(path: str) -> bool:
    """Whether every lone surrogate stands for a byte (PEP 383)."""
    return not any("\ud800" <= character < "\udc80" or "\udcff" < character < "\ue000" for character in path)
