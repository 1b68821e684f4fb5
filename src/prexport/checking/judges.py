"""The judges from outside: which of them a file needs, which are there, and what they say as findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from prexport.checking.kinds import Kind
from prexport.checks import axe, nu, ooxml, verapdf
from prexport.checks.flaws import Flaw
from prexport.checks.tools import Failure, Tool
from prexport.errors import MissingTool, UsageError
from prexport.records import dataclass


@dataclass(frozen=True, slots=True)
class Judge:
    """A judge: its name on the command line, what it judges, how to look whether it is there."""

    name: str
    kind: Kind
    probe: Callable[[], Tool]


JUDGES: Mapping[str, Judge] = {
    judge.name: judge
    for judge in (
        Judge("verapdf", Kind.PDF, verapdf.probe),
        Judge("open-xml-sdk", Kind.DOCX, ooxml.probe),
        Judge("axe", Kind.HTML, axe.probe),
        Judge("nu", Kind.HTML, nu.probe),
    )
}
ALL = "all"

# What axe says beyond WCAG: that it can't decide, and what is good practice.
_BEYOND = {"undecided": "axe-undecided", "best-practice": "axe-advice"}


def probed() -> dict[str, Tool]:
    """Each judge's tool, looked for once."""
    return {judge.name: judge.probe() for judge in JUDGES.values()}


def required_of(names: Sequence[str]) -> frozenset[str]:
    """The judges that `--require` names; raises UsageError for one that there is not."""
    wanted = {part.strip().lower() for name in names for part in name.split(",") if part.strip()}
    if unknown := sorted(wanted - set(JUDGES) - {ALL}):
        raise UsageError(
            f"--require {', '.join(unknown)} names no judge.",
            f"Use one or more of {', '.join(JUDGES)}, or {ALL}.",
        )
    return frozenset(JUDGES if ALL in wanted else wanted)


def demand(required: frozenset[str], tools: Mapping[str, Tool]) -> None:
    """Raise MissingTool when a judge that must be there is not."""
    absent = [tools[name] for name in JUDGES if name in required and not tools[name].is_ready]
    if absent:
        words = "; ".join(f"{tool.name} can’t be run: {tool.missing}" for tool in absent)
        raise MissingTool(f"{words}.", " ".join(dict.fromkeys(tool.mend for tool in absent)))


def missing(tool: Tool) -> Flaw:
    """What to say of a file that a judge should have seen."""
    return Flaw("judge-missing", f"{tool.name} did not judge the file: {tool.missing}.", mend=tool.mend)


def flaws_of(name: str, failures: Sequence[Failure]) -> Iterator[Flaw]:
    """What a judge said, as flaws of our rules."""
    for failure in failures:
        match name:
            case "verapdf":
                said = (
                    f"{_STANDARDS.get(failure.standard, failure.standard)}, {failure.rule}: {failure.message}"
                )
                yield Flaw("verapdf", said, failure.where)
            case "open-xml-sdk":
                yield Flaw("open-xml-sdk", f"{failure.rule}: {failure.message}", failure.where)
            case "axe":
                rule = _BEYOND.get(failure.standard, "axe")
                yield Flaw(rule, f"{failure.rule}: {failure.message}", failure.where)
            case _:
                yield Flaw(
                    "nu-warning" if failure.rule == "html-warning" else "nu", failure.message, failure.where
                )


_STANDARDS = {
    "ua1": "PDF/UA-1",
    "ua2": "PDF/UA-2",
    "wt1a": "WTPDF 1.0 for accessibility",
    "wt1r": "WTPDF 1.0 for reuse",
    **{name: f"PDF/A-{name}" for name in ("1a", "1b", "2a", "2b", "2u", "3a", "3b", "3u", "4", "4e", "4f")},
}
