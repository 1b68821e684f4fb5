"""What a rule is."""

from __future__ import annotations

from typing import Literal

from prexport.findings import Severity
from prexport.records import dataclass

Subject = Literal["release", "brand", "settings", "html", "docx", "pdf"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its stable id, its severity, what it asks for, why that matters to a reader, and how to mend it.

    `clauses` are where a standard asks for it ("WCAG 2.2 1.1.1", "EN 301 549 10.1.1.1", "PDF/UA-1 7.3",
    "Matterhorn 1.1 13-004", "ISO 29500-1 20.4.2.5"); "prexport/1" is our own format, "house rule" what no standard
    asks for. For a rule over releases they are those that the files made from it would break.
    `formats` are what the rule is asked of.
    """

    id: str
    severity: Severity
    summary: str
    why: str
    mend: str
    clauses: tuple[str, ...]
    formats: tuple[Subject, ...]
