"""What a mutation is: one change to a good export, and the rule that must catch it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Format = Literal["pdf", "docx", "html"]
Change = Callable[[bytes], bytes]

_OF_JUDGES = frozenset({"verapdf", "open-xml-sdk", "axe", "axe-advice", "axe-undecided", "nu", "nu-warning"})


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change, in words and in deed. `judged` says that the rule is a judge's from outside."""

    format: Format
    rule: str
    what: str
    change: Change

    @property
    def judged(self) -> bool:
        """Whether only a judge from outside can see it."""
        return self.rule in _OF_JUDGES

    @property
    def name(self) -> str:
        """What tests call it."""
        return f"{self.format}: {self.what} -> {self.rule}"
