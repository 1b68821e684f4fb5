"""What a run of `check` is asked to do."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from prexport.records import dataclass

TIMEOUT = 120.0
"""Seconds that reading a file, or one judge of it, may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """How files are checked.

    `against` is the release that all artefacts are compared with, instead of the one that each carries. `flavours`
    (keys of `checks.verapdf.FLAVOURS`) replace the claims of a PDF; `required` names judges that must be there.
    `brand` and `gate` are those of `lint`. `jobs` workers run at once; None for `cache` keeps no results.
    """

    against: Path | None = None
    flavours: tuple[str, ...] = ()
    required: frozenset[str] = frozenset()
    brand: str = "default"
    gate: datetime | None = None
    jobs: int = 1
    timeout: float = TIMEOUT
    cache: Path | None = None


def usual_jobs() -> int:
    """As many workers as there are processors for this process, four at most: each may hold a JVM and a browser."""
    return max(
        1, min(4, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
    )
