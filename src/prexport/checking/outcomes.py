"""What became of one file of a run."""

from __future__ import annotations

from prexport.checking.kinds import Kind
from prexport.errors import PrexportError
from prexport.findings import Finding
from prexport.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One file: what was found, and the first reason why not all could be done, if there is one.

    `unusable` tells that the file is a release that can't be parsed. `identity` is that of the release that an
    artefact was made from ("" of a foreign one), `source` the SHA-256 of the source that it carries, `photos` are
    alternative texts with fingerprints.
    """

    path: str
    kind: Kind | None
    findings: tuple[Finding, ...] = ()
    error: PrexportError | None = None
    unusable: bool = False
    identity: str = ""
    source: str = ""
    photos: tuple[tuple[str, str], ...] = ()
