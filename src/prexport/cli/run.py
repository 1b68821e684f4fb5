"""One run over many releases: progress, one outcome each, and the exit code at the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import typer

from prexport.brand.tokens import Brand
from prexport.cli.judging import Judging
from prexport.cli.options import OutputFormat
from prexport.cli.outcome import as_prexport_error, deliver
from prexport.errors import ExitCode, PrexportError
from prexport.export import Prepared, prepare
from prexport.policy.judge import Judged
from prexport.release.source import Source
from prexport.reports.report import Outcome

Write = Callable[[Path, Prepared], tuple[Path, ...]]


def run(
    paths: Sequence[Path],
    *,
    brand: Brand,
    gate: datetime | None,
    judging: Judging,
    write: Write | None,
) -> None:
    """Judge each release and, with `write`, export those that pass; one bad release does not stop the others."""
    outcomes: list[Outcome] = []
    sources: dict[str, Source] = {}
    with _progress(paths, judging.output) as steps:
        for path in steps:
            outcome, source = _one(path, brand=brand, gate=gate, judging=judging, write=write)
            outcomes.append(outcome)
            if source is not None and outcome.reported:
                sources[str(path)] = source
    raise typer.Exit(deliver(outcomes, sources, judging))


def _one(
    path: Path, *, brand: Brand, gate: datetime | None, judging: Judging, write: Write | None
) -> tuple[Outcome, Source | None]:
    prepared: Prepared | None = None
    judged = Judged((), failed=False)
    files: tuple[Path, ...] = ()
    failure: PrexportError | None = None
    try:
        prepared = prepare(path, brand=brand, gate=gate)
        judged = judging.judge(prepared.findings)
        if write is not None and prepared.document is not None and not judged.failed:
            files = write(path, prepared)
    except Exception as error:
        failure = as_prexport_error(error)
    outcome = Outcome(
        path=str(path),
        reported=judged.reported,
        files=tuple(map(str, files)),
        error=failure,
        exit_code=_code(prepared, judged, failure),
    )
    return outcome, None if prepared is None else prepared.source


def _code(prepared: Prepared | None, judged: Judged, failure: PrexportError | None) -> ExitCode:
    if failure is not None:
        return failure.exit_code
    if prepared is not None and prepared.unusable:
        return ExitCode.UNUSABLE_INPUT
    return ExitCode.FINDINGS if judged.failed else ExitCode.OK


@contextmanager
def _progress(paths: Sequence[Path], output: OutputFormat) -> Iterator[Iterable[Path]]:
    """The paths, with a progress bar on standard error when there are several and a person is watching."""
    if len(paths) < 2 or output is not OutputFormat.TEXT or not sys.stderr.isatty():
        yield paths
        return
    from rich.console import Console
    from rich.progress import track

    yield track(paths, description="Releases", console=Console(stderr=True), transient=True)
