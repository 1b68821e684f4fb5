"""`prexport check`: are artefacts what they claim to be, and do they say what their release says?"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prexport.cli.options import (
    BaselineOption,
    BrandName,
    ConfigOption,
    FailOnOption,
    FormatOption,
    NowOption,
    OutputFormat,
    PublicOption,
    ReportsOption,
    WriteBaselineOption,
    moment_of_gate,
)

if TYPE_CHECKING:
    from prexport.checking.outcomes import Checked
    from prexport.cli.judging import Judging
    from prexport.reports.report import Lines, Outcome

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH...", help="PDF, DOCX, HTML and release files, folders, patterns.", show_default=False
    ),
]


def check(
    paths: Paths = None,
    manifest: Annotated[
        list[Path],
        typer.Option(
            "--manifest",
            metavar="FILE",
            help="Compare the files beside this NAME.manifest.json with it: are they those that were exported?",
            show_default=False,
        ),
    ] = [],  # noqa: B006 (Typer copies it, and wants a list)
    against: Annotated[
        Path | None,
        typer.Option(
            "--against",
            metavar="RELEASE",
            help="Compare artefacts with this release, instead of the one that each carries.",
            show_default=False,
        ),
    ] = None,
    profile: Annotated[
        list[str],
        typer.Option(
            "--profile",
            metavar="STANDARD",
            help="Judge PDFs by this standard (ua1, ua2, 3a, 4f, wt1a ...), instead of those that they claim.",
            show_default=False,
        ),
    ] = [],  # noqa: B006
    require: Annotated[
        list[str],
        typer.Option(
            "--require",
            metavar="JUDGE",
            help="Leave with code 5 unless this judge is there: verapdf, open-xml-sdk, axe, nu, or all.",
            show_default=False,
        ),
    ] = [],  # noqa: B006
    jobs: Annotated[
        int,
        typer.Option(
            "--jobs", "-j", min=0, help="How many files at once; 0: as many as there are processors."
        ),
    ] = 0,
    timeout: Annotated[
        float, typer.Option("--timeout", min=1, help="Seconds that one judge may take for one file.")
    ] = 120,
    cache: Annotated[
        bool, typer.Option("--cache/--no-cache", help="Use what is known of files that were checked before.")
    ] = True,
    brand: BrandName = "default",
    fail_on: FailOnOption = None,
    output: FormatOption = OutputFormat.TEXT,
    reports: ReportsOption = [],  # noqa: B006
    config: ConfigOption = None,
    baseline: BaselineOption = None,
    write_baseline: WriteBaselineOption = None,
    public: PublicOption = False,
    now: NowOption = "",
) -> None:
    """Check files: standards, by every judge that is there, and fidelity to the release that they were made from."""
    from prexport.checking.judges import required_of
    from prexport.checking.options import CheckOptions, usual_jobs
    from prexport.checking.paths import targets_of
    from prexport.checking.run import check as run
    from prexport.cli.judging import judging
    from prexport.cli.outcome import deliver
    from prexport.errors import ExitCode, UsageError

    if not paths and not manifest:
        raise UsageError(
            "Nothing to check is named.", "Name files or folders, or a manifest with --manifest."
        )
    told = judging(
        fail_on=fail_on,
        output=output,
        reports=reports,
        config=config,
        baseline=baseline,
        new_baseline=write_baseline,
        now=now,
    )
    options = CheckOptions(
        against=against,
        flavours=_flavours(profile),
        required=required_of(require),
        brand=brand,
        gate=moment_of_gate(public, now),
        jobs=jobs or usual_jobs(),
        timeout=timeout,
        cache=_cache_folder() if cache else None,
    )
    outcomes = [_fixity(each, told) for each in manifest]
    targets = targets_of(paths) if paths else ()
    interrupted = False
    if targets:
        with _progress(len(targets), output) as progress:
            done = run(targets, options, progress)
        outcomes += [_outcome(each, told) for each in done.checked]
        interrupted = done.interrupted
    code = deliver(outcomes, _sources(outcomes), told)
    if interrupted:
        sys.stderr.write(f"\ninterrupted: {len(done.checked)} of {len(targets)} files were checked\n")
        code = ExitCode.INTERRUPTED
    raise typer.Exit(code)


def _flavours(names: Sequence[str]) -> tuple[str, ...]:
    from prexport.checks.verapdf import FLAVOURS
    from prexport.errors import UsageError

    wanted = [part.strip().lower() for name in names for part in name.split(",") if part.strip()]
    if unknown := [name for name in wanted if name not in FLAVOURS]:
        raise UsageError(
            f"--profile {', '.join(unknown)} is no standard.", f"Use one of {', '.join(FLAVOURS)}."
        )
    return tuple(dict.fromkeys(wanted))


def _cache_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("prexport", appauthor=False) / "check"


def _fixity(manifest: Path, judging: Judging) -> Outcome:
    """What became of the files of a manifest."""
    from prexport.errors import ExitCode, UnusableInput
    from prexport.fixity import verify
    from prexport.reports.report import Outcome

    try:
        judged = judging.judge(verify(manifest))
    except UnusableInput as error:
        return Outcome(path=str(manifest), error=error, exit_code=error.exit_code)
    code = ExitCode.FINDINGS if judged.failed else ExitCode.OK
    return Outcome(path=str(manifest), reported=judged.reported, exit_code=code)


def _outcome(checked: Checked, judging: Judging) -> Outcome:
    from prexport.errors import ExitCode
    from prexport.reports.report import Outcome

    judged = judging.judge(checked.findings)
    code = ExitCode.FINDINGS if judged.failed else ExitCode.OK
    if checked.unusable:
        code = ExitCode.UNUSABLE_INPUT
    if checked.error is not None:
        code = checked.error.exit_code
    return Outcome(path=checked.path, reported=judged.reported, error=checked.error, exit_code=code)


def _sources(outcomes: Sequence[Outcome]) -> Lines:
    """The texts of the releases that findings speak of."""
    from prexport.release.source import Source

    places = (each.finding.where for outcome in outcomes for each in outcome.reported)
    names = sorted({place.file for place in places if place.line})
    sources = {}
    for name in names:
        try:
            sources[name] = Source(name, Path(name).read_text(encoding="utf-8-sig", errors="replace"))
        except OSError:  # it has gone since it was checked; the findings stand without its lines
            continue
    return sources


@contextmanager
def _progress(count: int, output: OutputFormat) -> Iterator[Callable[[Path], None]]:
    """Tell of each file that is done, by a bar on standard error, when a person is watching."""
    if count < 2 or output is not OutputFormat.TEXT or not sys.stderr.isatty():
        yield lambda path: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Files", total=count)
        yield lambda path: bar.advance(task)
