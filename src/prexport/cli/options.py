"""The options that several commands share: the same name means the same everywhere."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

Releases = Annotated[
    list[Path],
    typer.Argument(metavar="RELEASE...", help="Release files (JSON).", show_default=False),
]
BrandName = Annotated[
    str,
    typer.Option("--brand", metavar="NAME_OR_DIR", help="A brand of ours, or the folder of your own."),
]


class FailOn(StrEnum):
    """From which weight on a finding stops an export and makes the command fail."""

    ERROR = "error"
    WARNING = "warning"


class OutputFormat(StrEnum):
    """How the outcome is printed."""

    TEXT = "text"
    JSON = "json"


FailOnOption = Annotated[
    FailOn, typer.Option("--fail-on", help="The least serious finding that counts as a failure.")
]
FormatOption = Annotated[OutputFormat, typer.Option("--format", help="How the outcome is printed.")]
PublicOption = Annotated[
    bool,
    typer.Option(
        "--public",
        help="Refuse releases that are on hold or under embargo, and let search engines find the others.",
    ),
]
NowOption = Annotated[
    str,
    typer.Option(
        "--now",
        metavar="DATE-TIME",
        help="The time that --public goes by, with offset, instead of the clock: 2026-01-31T09:00+08:00.",
        show_default=False,
    ),
]


def moment_of_gate(public: bool, now: str) -> datetime | None:
    """The time that the `--public` gate goes by, or None when the gate is not asked for.

    This is the one place in the toolkit that reads the clock; the answer never changes a byte of output.

    Raises:
        UsageError: `now` is no date-time with an offset.
    """
    from prexport.errors import UsageError

    if now:
        try:
            moment = datetime.fromisoformat(now)
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo is None:
            raise UsageError(
                f"--now {now!r} is not a date-time with an offset.",
                "Write it like 2026-01-31T09:00+08:00 or 2026-01-31T01:00Z.",
            )
    else:
        moment = datetime.now(UTC)
    return moment if public else None
