"""How a run is judged and told: what `lint`, `export` and `check` make of their common options."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from prexport.cli.options import OutputFormat, moment
from prexport.errors import OutputNotWritable, UsageError
from prexport.findings import FailOn, Finding
from prexport.policy.baseline import read_baseline
from prexport.policy.judge import Judged, judge
from prexport.policy.load import find, load_policy
from prexport.policy.policy import Policy
from prexport.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """The policy and the day that findings are judged by, what is printed, and the files to write.

    `firm` keeps errors errors, whatever the policy says of them.
    """

    policy: Policy
    today: date
    output: OutputFormat = OutputFormat.TEXT
    reports: tuple[tuple[str, Path], ...] = ()
    new_baseline: Path | None = None
    firm: bool = False

    def judge(self, findings: Iterable[Finding]) -> Judged:
        """The findings of one input as they count; all findings of a file are given together."""
        return judge(findings, self.policy, self.today, firm=self.firm)


def judging(
    *,
    fail_on: FailOn | None,
    output: OutputFormat,
    reports: Sequence[str],
    config: Path | None,
    baseline: Path | None,
    new_baseline: Path | None = None,
    now: str = "",
    firm: bool = False,
) -> Judging:
    """What the options ask for, together with the configuration that holds in the working folder.

    Raises:
        UsageError: an option or the configuration can't be meant.
    """
    here = Path.cwd()
    path = config or find(here)
    policy = Policy(folder=here.as_posix(), root=here.as_posix())
    if path is not None:
        shown = path.relative_to(here) if path.is_relative_to(here) else path
        policy = load_policy(path, folder=here.as_posix(), shown=str(shown))
    if fail_on is not None:
        policy = replace(policy, fail_on=fail_on)
    if baseline is not None:
        policy = replace(policy, known=policy.known | read_baseline(baseline), baseline=str(baseline))
    if new_baseline is not None:
        policy = replace(policy, adopting=True, baseline=str(new_baseline))
    return Judging(
        policy=policy,
        today=moment(now).date(),
        output=output,
        reports=tuple(map(_report, reports)),
        new_baseline=new_baseline,
        firm=firm,
    )


def _report(wanted: str) -> tuple[str, Path]:
    from prexport.reports.table import REPORTS

    name, equals, path = wanted.partition("=")
    if not equals or not path or name not in REPORTS:
        raise UsageError(
            f"--report {wanted!r} is no report.",
            f"Write FORMAT=FILE, like sarif=prexport.sarif, with one of {', '.join(REPORTS)}.",
        )
    return name, Path(path)


def spare_inputs(judging: Judging, inputs: Iterable[str]) -> None:
    """See to it that no report is written over a file that was judged.

    Raises:
        UsageError: one would be.
    """
    targets = [path for _, path in judging.reports]
    targets += [judging.new_baseline] if judging.new_baseline is not None else []
    judged = [Path(each) for each in inputs] if targets else []
    for path in targets:
        if any(_is_same(path, each) for each in judged):
            raise UsageError(f"A report would be written over {path}.", "Give the report another name.")


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except (OSError, ValueError):  # one of them isn't there, or can't be
        return False


def write_text(path: Path, text: str) -> None:
    """Write a report or a baseline, whole or not at all.

    Raises:
        OutputNotWritable: the file could not be written.
    """
    from prexport.save import save
    from prexport.writers.options import OutputFile

    try:
        save([OutputFile(path.name, text.encode("utf-8", "backslashreplace"))], path.parent)
    except OutputNotWritable as error:
        raise OutputNotWritable(
            f"{path} could not be written. {error.message}", "Choose another place, or make room on the disk."
        ) from error
