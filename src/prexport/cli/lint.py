"""`prexport lint`: everything that can be said about releases without writing anything."""

from __future__ import annotations

from prexport.cli.options import (
    BrandName,
    FailOn,
    FailOnOption,
    FormatOption,
    NowOption,
    OutputFormat,
    PublicOption,
    Releases,
    moment_of_gate,
)


def lint(
    releases: Releases,
    brand: BrandName = "default",
    fail_on: FailOnOption = FailOn.ERROR,
    output: FormatOption = OutputFormat.TEXT,
    public: PublicOption = False,
    now: NowOption = "",
) -> None:
    """Judge releases by every rule, and say what is wrong, where, and how to mend it."""
    from prexport.brand.load import load_brand
    from prexport.cli.run import run

    gate = moment_of_gate(public, now)
    run(releases, brand=load_brand(brand), gate=gate, fail_on=fail_on, output=output, write=None)
