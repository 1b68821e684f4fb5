"""By what a finding is known again: rule, place and content, never by line or by count.

The place is the file, the JSON Pointer and the path in the tag tree. Where the content of the place is known, numbers
are left out of them, so that a paragraph set before it doesn't make an old finding a new one. Of findings that are
alike in all three, the second, the third and so on are told apart by their turn: another one of the same kind is new.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable

from prexport.findings import Finding
from prexport.reports.paths import relative

_POINTER_NUMBER = re.compile(r"(?<=/)\d+(?=/|$)")
_ELEMENT_NUMBER = re.compile(r"\[\d+\]")


def fingerprints(findings: Iterable[Finding], folder: str) -> list[str]:
    """The fingerprint of each finding, 32 hexadecimal digits, in the order given.

    All findings of a file must be given together, in an order that is the same at every run.
    """
    seen: Counter[str] = Counter()
    prints = []
    for finding in findings:
        identity = _identity(finding, folder)
        prints.append(_digest(f"{identity}\n{seen[identity]}"))
        seen[identity] += 1
    return prints


def _identity(finding: Finding, folder: str) -> str:
    pointer, element = finding.where.pointer, finding.element
    if finding.content:
        pointer = _POINTER_NUMBER.sub("*", pointer)
        element = _ELEMENT_NUMBER.sub("", element)
    content = finding.content or finding.message
    files = [relative(path, folder) if path else "" for path in (finding.where.file, finding.artefact)]
    return json.dumps([finding.rule, *files, pointer, element, content])


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
