"""Findings: what is wrong with a release, as data, and where.

A finding names a rule of `prexport.rules`, a place in the author's file, what is wrong and the mend.
Nothing here prints; `prexport.reports` does.
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from prexport.records import dataclass


class Severity(StrEnum):
    """How much a finding weighs: errors stop an export, warnings and notices do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class FailOn(StrEnum):
    """From which weight on a finding counts as a failure."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"
    NEVER = "never"

    def counts(self, severity: Severity) -> bool:
        """Whether a finding of this weight is a failure."""
        scale = [FailOn.ERROR, FailOn.WARNING, FailOn.NOTICE, FailOn.NEVER]
        return scale.index(FailOn(severity.value)) <= scale.index(self) and self is not FailOn.NEVER


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in the author's file a finding is.

    `file` is the path as the user gave it; `pointer` a JSON Pointer (RFC 6901; "" is the whole file).
    `line` and `column` count from 1 in characters; 0 means "not known" (the file as a whole).
    `length` is how many characters the caret underlines.
    """

    file: str
    line: int = 0
    column: int = 0
    pointer: str = ""
    length: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: the rule's id, its severity, the place, what is wrong and how to mend it.

    `artefact` is the path of the PDF, DOCX or HTML that was checked, "" when the release itself was judged;
    `element` is the place inside it, a path in its tag tree ("Document/Sect[2]/P[1]"), "" when not known.
    `where` is then the place in the release that the artefact was made from, if that is known, or else the
    artefact as a whole. `content` is what stands at the place, "" when that can't be said: by rule, place and
    content a finding is known again after other lines have moved it.
    """

    rule: str
    severity: Severity
    where: Place
    message: str
    mend: str
    artefact: str = ""
    element: str = ""
    content: str = field(default="", compare=False)

    @property
    def sort_key(self) -> tuple[str, str, int, int, str, str, str, str]:
        """Order of the checked file, of the author's file, then rule: stable for reports."""
        place = self.where
        known = (self.artefact, place.file, place.line, place.column, place.pointer)
        return (*known, self.element, self.rule, self.message)


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding that does not know its line yet: rules speak of JSON Pointers only.

    `lint` turns faults into findings by asking the source where the pointer is. `at_key` puts the caret on
    the key of the member rather than on its value. `offset` and `length` narrow the place to characters of
    the *decoded* string value that `pointer` names (0, 0: the whole value).
    """

    rule: str
    pointer: str
    message: str
    mend: str
    at_key: bool = False
    offset: int = 0
    length: int = 0
