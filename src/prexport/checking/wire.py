"""Findings and readings as JSON: between processes, and in the cache."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from prexport.findings import Finding, Place, Severity


def finding_to_json(finding: Finding) -> dict[str, Any]:
    """A finding as JSON."""
    return asdict(finding)


def finding_from_json(data: dict[str, Any]) -> Finding:
    """The way back."""
    return Finding(**{**data, "severity": Severity(data["severity"]), "where": Place(**data["where"])})
