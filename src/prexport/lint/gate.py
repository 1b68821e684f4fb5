"""The gate of a public export: not before the embargo is over, and never while the release is on hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from prexport.findings import Fault
from prexport.release.model import Embargoed, Hold, Release


def gate_faults(release: Release, now: datetime | None) -> Iterator[Fault]:
    """Judge whether the release may go out at `now`, a time with its offset; None asks for no public export."""
    if now is None:
        return
    match release.release:
        case Hold():
            yield Fault(
                "release-on-hold",
                "/release/mode",
                "The release is on hold.",
                'Ask its publisher; when it may go out, change "mode".',
            )
        case Embargoed(until=until) if until.moment is not None and now < until.moment:
            shown = now.astimezone(until.moment.tzinfo).isoformat(timespec="seconds")
            yield Fault(
                "embargo-not-over",
                "/release/until",
                f"The release is under embargo until {until}; it is {shown} now.",
                "Export it without --public, or wait.",
            )
        case _:
            return
