"""`prexport lint`: everything that can be said about releases without writing anything."""

from __future__ import annotations

from prexport.cli.options import (
    BaselineOption,
    BrandName,
    ConfigOption,
    FailOnOption,
    FormatOption,
    NowOption,
    OutputFormat,
    PublicOption,
    Releases,
    ReportsOption,
    WriteBaselineOption,
    moment_of_gate,
)


def lint(
    releases: Releases,
    brand: BrandName = "default",
    fail_on: FailOnOption = None,
    output: FormatOption = OutputFormat.TEXT,
    reports: ReportsOption = [],  # noqa: B006 (Typer copies it, and wants a list)
    config: ConfigOption = None,
    baseline: BaselineOption = None,
    write_baseline: WriteBaselineOption = None,
    public: PublicOption = False,
    now: NowOption = "",
) -> None:
    """Judge releases by every rule, and say what is wrong, where, and how to mend it."""
    from prexport.brand.load import load_brand
    from prexport.cli.judging import judging
    from prexport.cli.run import run

    gate = moment_of_gate(public, now)
    told = judging(
        fail_on=fail_on,
        output=output,
        reports=reports,
        config=config,
        baseline=baseline,
        new_baseline=write_baseline,
        now=now,
    )
    run(releases, brand=load_brand(brand), gate=gate, judging=told, write=None)
