"""Rules over files and the manifest that was written when they were exported."""

from __future__ import annotations

from prexport.findings import Severity
from prexport.rules.rule import Rule

_E, _W = Severity.ERROR, Severity.WARNING

FIXITY_RULES: tuple[Rule, ...] = (
    Rule(
        "fixity-changed",
        _E,
        "A file has the size and the SHA-256 that its manifest tells.",
        "Somebody edited the file, or it was damaged on the way or on the disk.",
        "Take the file from where it was published or kept, or make it again from one that is whole.",
        ("house rule",),
        ("html", "docx", "pdf"),
    ),
    Rule(
        "fixity-missing",
        _E,
        "Every file that the manifest tells of is there.",
        "A release without one of its files is not what was published.",
        "Put the file beside the manifest, or make it again from one that is there.",
        ("house rule",),
        ("html", "docx", "pdf"),
    ),
    Rule(
        "fixity-unlisted",
        _W,
        "Files of a release are in its manifest.",
        "Nobody can tell whether a file is what was published when the manifest doesn’t know it.",
        "Export all formats in one run with --manifest, or keep the file elsewhere.",
        ("house rule",),
        ("html", "docx", "pdf"),
    ),
)
