"""From what a user names (files, folders, patterns) to the files that are checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from prexport.checking.kinds import SUFFIXES, Kind, head_of, kind_of
from prexport.errors import UnusableInput, UsageError
from prexport.records import dataclass

_RELEASE_MARK = b'"prexport/'
_MAGIC = "*?["


@dataclass(frozen=True, slots=True)
class Target:
    """A file to check; `problem` says why it can't be."""

    path: Path
    kind: Kind | None
    problem: UnusableInput | None = None


def targets_of(named: Sequence[Path]) -> tuple[Target, ...]:
    """The files in the order in which they were named, those of a folder by their paths; each once.

    Raises:
        UsageError: there is nothing to check.
    """
    found: dict[Path, Target] = {}
    for path in named:
        for target in _targets(path):
            found.setdefault(target.path, target)
    if not found:
        places = ", ".join(map(str, named))
        raise UsageError(
            f"There is nothing to check in {places}.",
            "Name PDF, DOCX, HTML or release files, or folders with such files.",
        )
    return tuple(found.values())


def _targets(path: Path) -> Iterator[Target]:
    if path.is_dir():
        for inner in sorted(path.rglob("*")):
            if inner.suffix.lower() in SUFFIXES and inner.is_file() and _is_wanted(inner):
                yield _target(inner)
    elif any(sign in str(path) for sign in _MAGIC) and not path.exists():
        anchor = Path(path.anchor)
        pattern = str(path.relative_to(anchor)) if path.anchor else str(path)
        for found in sorted(anchor.glob(pattern)):
            yield from _targets(found)
    else:
        yield _target(path)


def _is_wanted(path: Path) -> bool:
    """Whether a file of a folder is meant: of JSON files those that are releases, and nothing hidden."""
    if any(part.startswith(".") and part not in (".", "..") for part in path.parts):
        return False
    if path.suffix.lower() != ".json":
        return True
    try:
        return _RELEASE_MARK in head_of(path)
    except OSError:
        return True  # reading it will say why not


def _target(path: Path) -> Target:
    try:
        if not path.is_file():
            reason = "is no ordinary file" if path.exists() else "does not exist"
            return Target(path, None, UnusableInput(f"{path} {reason}.", "Check the spelling of the path."))
        kind = kind_of(path, head_of(path))
    except OSError as error:
        return Target(
            path,
            None,
            UnusableInput(
                f"{path} can’t be read: {error.strerror or error}.", "Check the path and its rights."
            ),
        )
    if kind is None:
        problem = UnusableInput(
            f"{path} is no PDF, DOCX, HTML or release.", "Name files that prexport exports, or releases."
        )
        return Target(path, None, problem)
    return Target(path, kind)
