"""Results that are known: by what was checked, by whom, in which versions, and how."""

from __future__ import annotations

import functools
import json
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from prexport import __version__
from prexport.checking.kinds import Kind
from prexport.checking.options import CheckOptions
from prexport.checking.outcomes import Checked
from prexport.checking.wire import finding_from_json, finding_to_json
from prexport.checks.tools import Tool
from prexport.findings import Finding

_FORM = 1  # of the files in the cache
_HERE = "\0"  # stands for the path of the file, which is no part of the result


class Cache:
    """A folder of results; without one, nothing is known and nothing kept.

    A result is known by the SHA-256 of all that decides it: the bytes of the file and of those beside it, the release
    that it is compared with, the versions of prexport and of the judges, the options. A damaged entry is none.
    """

    def __init__(self, options: CheckOptions, tools: Mapping[str, Tool]) -> None:
        """Keep results in `options.cache`."""
        self._folder = options.cache
        self._options = options
        self._common = [
            _FORM,
            __version__,
            _code(),
            [[name, tool.version, tool.missing] for name, tool in sorted(tools.items())],
            [options.flavours, options.brand, options.timeout],
        ]

    def key(self, path: Path, kind: Kind, sibling: Path | None) -> str:
        """What the result of checking a file is known by; "" when it can't be known."""
        # What `--public` says changes with the clock, what a release says with its photos and its brand.
        if self._folder is None or kind is Kind.RELEASE:
            return ""
        try:
            parts = [
                _digest(path),
                _beside(path) if kind is Kind.HTML else "",
                "" if sibling is None else [str(sibling), _digest(sibling)],
                "" if self._options.against is None else _release(self._options.against),
            ]
        except OSError:
            return ""
        return sha256(json.dumps([*self._common, kind, parts]).encode()).hexdigest()

    def find(self, key: str, path: Path) -> Checked | None:
        """The known result for the file at `path`."""
        if not key or self._folder is None:
            return None
        try:
            entry = json.loads(self._place(key).read_bytes())
            findings = tuple(_named(finding_from_json(each), _HERE, str(path)) for each in entry["findings"])
            return Checked(
                path=str(path),
                kind=Kind(entry["kind"]),
                findings=findings,
                identity=entry["identity"],
                source=entry["source"],
                photos=tuple((alt, photo) for alt, photo in entry["photos"]),
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, key: str, checked: Checked) -> None:
        """Keep a result; one that is not whole is not kept, and a full disk is no failure."""
        if not key or self._folder is None or checked.error is not None:
            return
        entry: dict[str, Any] = {
            **{
                name: value
                for name, value in asdict(checked).items()
                if name not in ("path", "error", "unusable")
            },
            "findings": [finding_to_json(_named(each, checked.path, _HERE)) for each in checked.findings],
        }
        place = self._place(key)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile("w", dir=place.parent, delete=False, encoding="utf-8") as file:
                file.write(json.dumps(entry))
            Path(file.name).replace(place)
        except OSError:
            return

    def _place(self, key: str) -> Path:
        assert self._folder is not None
        return self._folder / key[:2] / f"{key[2:]}.json"


def _named(finding: Finding, old: str, new: str) -> Finding:
    """The finding with the file called otherwise."""
    where = replace(finding.where, file=new) if finding.where.file == old else finding.where
    return replace(finding, where=where, artefact=new if finding.artefact == old else finding.artefact)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        hashed = sha256()
        while block := file.read(1 << 20):
            hashed.update(block)
    return hashed.hexdigest()


def _beside(path: Path) -> list[list[str]]:
    folder = path.with_name(f"{path.stem}_files")
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    return [[file.name, _digest(file)] for file in files if file.is_file()]


@functools.cache
def _release(path: Path) -> list[object]:
    """What decides about a release: its bytes, and the name, size and time of all that lies beside it."""
    folder = path.parent
    beside = [
        [str(each.relative_to(folder)), each.stat().st_size, each.stat().st_mtime_ns]
        for each in sorted(folder.rglob("*"))
        if each.is_file() and each.suffix.lower() not in (".pdf", ".docx", ".html")
    ]
    return [str(path), _digest(path), beside]


@functools.cache
def _code() -> str:
    """The state of our own code, which changes without its version while it is worked on."""
    root = Path(__file__).resolve().parents[1]
    files = sorted(each for each in root.rglob("*") if each.suffix in (".py", ".toml", ".txt", ".mjs"))
    told = [[str(each.relative_to(root)), each.stat().st_size, each.stat().st_mtime_ns] for each in files]
    return sha256(json.dumps(told).encode()).hexdigest()
