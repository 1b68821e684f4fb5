"""One run over many releases: progress, one outcome each, and the exit code at the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import typer

from prexport.brand.tokens import Brand
from prexport.cli.options import FailOn, OutputFormat
from prexport.cli.outcome import as_prexport_error, print_outcomes
from prexport.errors import ExitCode, PrexportError
from prexport.export import Prepared, prepare
from prexport.findings import Severity
from prexport.release.source import Source
from prexport.reports.json import ReleaseOutcome

Write = Callable[[Path, Prepared], tuple[Path, ...]]


def run(
    paths: Sequence[Path],
    *,
    brand: Brand,
    gate: datetime | None,
    fail_on: FailOn,
    output: OutputFormat,
    write: Write | None,
) -> None:
    """Judge each release and, with `write`, export those that pass; one bad release does not stop the others."""
    outcomes: list[ReleaseOutcome] = []
    sources: dict[str, Source] = {}
    with _progress(paths, output) as steps:
        for path in steps:
            outcome, source = _one(path, brand=brand, gate=gate, fail_on=Severity(fail_on.value), write=write)
            outcomes.append(outcome)
            if source is not None and outcome.findings:
                sources[str(path)] = source
    raise typer.Exit(print_outcomes(outcomes, sources, output))


def _one(
    path: Path, *, brand: Brand, gate: datetime | None, fail_on: Severity, write: Write | None
) -> tuple[ReleaseOutcome, Source | None]:
    prepared: Prepared | None = None
    files: tuple[Path, ...] = ()
    failure: PrexportError | None = None
    try:
        prepared = prepare(path, brand=brand, gate=gate)
        if write is not None and not prepared.failed(fail_on):
            files = write(path, prepared)
    except Exception as error:
        failure = as_prexport_error(error)
    outcome = ReleaseOutcome(
        path=str(path),
        findings=() if prepared is None else prepared.findings,
        files=tuple(map(str, files)),
        error=failure,
        exit_code=prepared.exit_code(fail_on) if failure is None and prepared else _code(failure),
    )
    return outcome, None if prepared is None else prepared.source


def _code(failure: PrexportError | None) -> ExitCode:
    return ExitCode.OK if failure is None else failure.exit_code


@contextmanager
def _progress(paths: Sequence[Path], output: OutputFormat) -> Iterator[Iterable[Path]]:
    """The paths, with a progress bar on standard error when there are several and a person is watching."""
    if len(paths) < 2 or output is OutputFormat.JSON or not sys.stderr.isatty():
        yield paths
        return
    from rich.console import Console
    from rich.progress import track

    yield track(paths, description="Releases", console=Console(stderr=True), transient=True)
