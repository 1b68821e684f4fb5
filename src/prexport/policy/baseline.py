"""Baselines: the findings that a house knows of, in a file of their own, so that only new ones count."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from prexport.errors import UsageError
from prexport.reports.paths import relative
from prexport.reports.report import ExcuseKind, Reported

FORMAT = "prexport-baseline/1"


def baseline_text(reported: Iterable[Reported], folder: str) -> str:
    """A baseline of all findings that are taken for known; what is waived has no need to be in it.

    Only the fingerprints count. Rule, file and place are there for those who review the file.
    """
    rows = sorted(
        {
            (
                relative(each.subject, folder),
                each.finding.rule,
                each.finding.element or each.finding.where.pointer,
                each.fingerprint,
            )
            for each in reported
            if each.excuse is not None and each.excuse.kind is ExcuseKind.BASELINE
        }
    )
    findings = [
        {"file": file, "rule": rule, "place": place, "fingerprint": fingerprint}
        for file, rule, place, fingerprint in rows
    ]
    return json.dumps({"baseline": FORMAT, "findings": findings}, ensure_ascii=False, indent=2) + "\n"


def read_baseline(path: Path) -> frozenset[str]:
    """The fingerprints of a baseline.

    Raises:
        UsageError: there is no such file, or it is no baseline.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UsageError(
            f"The baseline {path} does not exist.", f"Write one with --write-baseline {path}."
        ) from None
    except (OSError, ValueError) as error:
        raise UsageError(f"The baseline {path} can't be read: {error}.", _MEND) from error
    if not isinstance(data, dict) or data.get("baseline") != FORMAT:
        raise UsageError(f"{path} is no baseline: it doesn't say {FORMAT}.", _MEND)
    try:
        prints = [each["fingerprint"] for each in data["findings"]]
    except (KeyError, TypeError) as error:
        raise UsageError(f"The baseline {path} has findings without a fingerprint.", _MEND) from error
    if not all(isinstance(each, str) for each in prints):
        raise UsageError(f"The baseline {path} has a fingerprint that is no text.", _MEND)
    return frozenset(prints)


_MEND = "Write it anew with --write-baseline, and read what has changed."
