"""Reads an author's file: bytes, JSON, release, and everything that is wrong with them, in one run."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from pathlib import Path

from prexport.errors import UnusableInput
from prexport.findings import Fault, Finding
from prexport.records import dataclass
from prexport.release.hidden import hidden_faults, without_surrogates
from prexport.release.model import Release
from prexport.release.parsing import LARGEST, numbers_beyond, parse
from prexport.release.pointers import Json
from prexport.release.salvage import salvage
from prexport.release.source import Source
from prexport.release.validation import format_fault, kind_of, validate
from prexport.rules import RULES


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file that was read.

    `data` is the raw JSON value. `release` is None when the file is no release; `salvaged` is then what is left
    of it without the wrong parts, for rules to judge and for nothing else. `unusable` says that the file could
    not be parsed, or is no object: `findings` then hold the only thing that can be said (exit code 3).
    """

    source: Source
    data: Json
    release: Release | None
    findings: tuple[Finding, ...]
    unusable: bool = False
    salvaged: Release | None = None


def load(path: Path) -> Loaded:
    """Read the release at `path`.

    Raises:
        UnusableInput: there is no such file, or it can't be read.
    """
    return load_bytes(str(path), read_bytes(path))


def load_bytes(path: str, content: bytes) -> Loaded:
    """Read a release from its bytes; `path` is what findings call it."""
    parsed = parse(path, content)
    source, data = parsed.source, parsed.data
    if parsed.failure is not None:
        return Loaded(source, None, None, (parsed.failure,), unusable=True)
    if not isinstance(data, dict):
        fault = Fault(
            "value-wrong",
            "",
            f"The file holds {kind_of(data)}, not a release.",
            "Put its keys between { and }.",
        )
        return Loaded(source, data, None, settle([fault], source), unusable=True)
    found: list[Fault] = [*_number_faults(data), *hidden_faults(data)]
    findings = [*_duplicates(source)] if parsed.has_duplicates else []
    wrong_format = format_fault(data)
    release: Release | None = None
    rest: Release | None = None
    if wrong_format is not None:
        found.append(wrong_format)
    if wrong_format is None or wrong_format.rule != "format-newer":
        clean = without_surrogates(data)
        assert isinstance(clean, dict)
        release, faults = validate(clean)
        rest = release or salvage(clean, faults)
        numbers = {fault.pointer for fault in found if fault.rule == "not-a-number"}
        found.extend(fault for fault in faults if fault.pointer not in numbers)
    if wrong_format is not None:
        release = None
    findings.extend(settle(found, source))
    ordered = tuple(sorted(findings, key=lambda finding: finding.sort_key))
    return Loaded(source, data, release, ordered, salvaged=rest)


def settle(faults: Iterable[Fault], source: Source) -> tuple[Finding, ...]:
    """Give every fault its place in the file and its severity, in the order of the file."""
    findings = [
        Finding(
            fault.rule,
            RULES[fault.rule].severity,
            source.locate(fault.pointer, fault.at_key, fault.offset, fault.length),
            fault.message,
            fault.mend,
            content=source.content(fault.pointer, fault.offset, fault.length),
        )
        for fault in faults
    ]
    return tuple(sorted(findings, key=lambda finding: finding.sort_key))


def read_bytes(path: Path) -> bytes:
    """At most one byte more than the largest release has, of the file at `path`; raises UnusableInput."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnusableInput(f"{path} is a folder.", f"Name the file in it: {path / 'release.json'}")
        if not stat.S_ISREG(mode):
            raise UnusableInput(f"{path} is no ordinary file.", "Save the release as a file first.")
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise UnusableInput(f"{path} does not exist.", "Check the spelling of the path.") from None
    except PermissionError:
        raise UnusableInput(
            f"{path} may not be read by you.", "Ask its owner for the right to read it."
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnusableInput(f"{path} can't be read: {reason}.", "Check the path and the disk.") from error


def _duplicates(source: Source) -> Iterable[Finding]:
    for pointer, place in source.duplicate_keys():
        key = pointer.rpartition("/")[2]
        yield Finding(
            "duplicate-key",
            RULES["duplicate-key"].severity,
            place,
            f'The key "{key}" stands twice in its object.',
            "Keep one of the two.",
        )


def _number_faults(data: Json) -> Iterable[Fault]:
    for pointer in numbers_beyond(data):
        yield Fault(
            "not-a-number",
            pointer,
            "NaN, Infinity, or a number too large for any reader.",
            "Write an ordinary number, or leave the key out.",
        )
