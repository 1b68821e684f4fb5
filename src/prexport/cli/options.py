"""The options that several commands share: the same name means the same everywhere."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from prexport.findings import FailOn

Releases = Annotated[
    list[Path],
    typer.Argument(metavar="RELEASE...", help="Release files (JSON).", show_default=False),
]
BrandName = Annotated[
    str,
    typer.Option("--brand", metavar="NAME_OR_DIR", help="A brand of ours, or the folder of your own."),
]


class OutputFormat(StrEnum):
    """How the outcome is printed: the names of `prexport.reports.table`, so that the command line starts without it."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    MARKDOWN = "markdown"


FailOnOption = Annotated[
    FailOn | None,
    typer.Option(
        "--fail-on",
        help="The least serious finding that counts as a failure; error, unless the configuration says otherwise.",
        show_default=False,
    ),
]
FormatOption = Annotated[OutputFormat, typer.Option("--format", help="How the outcome is printed.")]
ReportsOption = Annotated[
    list[str],
    typer.Option(
        "--report",
        metavar="FORMAT=FILE",
        help="Write a report to a file, too: sarif=prexport.sarif. May be given more than once.",
        show_default=False,
    ),
]
ConfigOption = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="The configuration, instead of the nearest prexport.toml or pyproject.toml.",
        show_default=False,
    ),
]
BaselineOption = Annotated[
    Path | None,
    typer.Option(
        "--baseline", metavar="FILE", help="Findings that are in this file don't count.", show_default=False
    ),
]
WriteBaselineOption = Annotated[
    Path | None,
    typer.Option(
        "--write-baseline",
        metavar="FILE",
        help="Take all findings of this run for known, and write them to a baseline.",
        show_default=False,
    ),
]
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
        help="The time that --public and waivers go by, with offset, instead of the clock: 2026-01-31T09:00+08:00.",
        show_default=False,
    ),
]


def moment_of_gate(public: bool, now: str) -> datetime | None:
    """The time that the `--public` gate goes by, or None when the gate is not asked for.

    Raises:
        UsageError: `now` is no date-time with an offset.
    """
    told = moment(now)
    return told if public else None


def moment(now: str) -> datetime:
    """The time that the user gave, or that of the clock, in UTC.

    This is the one place in the toolkit that reads the clock. It decides which gates are open and which waivers
    still hold, and never changes a byte of an artefact.

    Raises:
        UsageError: `now` is no date-time with an offset.
    """
    from prexport.errors import UsageError

    if not now:
        return datetime.now(UTC)
    try:
        told = datetime.fromisoformat(now)
    except ValueError:
        told = None
    if told is None or told.tzinfo is None:
        raise UsageError(
            f"--now {now!r} is not a date-time with an offset.",
            "Write it like 2026-01-31T09:00+08:00 or 2026-01-31T01:00Z.",
        )
    return told
