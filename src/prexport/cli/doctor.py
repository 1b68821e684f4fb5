"""`prexport doctor`: which fonts, libraries and checkers are there, and how to get what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from prexport.checks.tools import Tool

_NAME_WIDTH = 26


def doctor() -> None:
    """Say what this installation has: for exporting, of fonts, for checking; and how to get what is missing.

    Leaves with exit code 5 when something that exporting needs is missing. Checkers and East Asian fonts are
    optional: their absence is told, and no failure.
    """
    from prexport.errors import ExitCode

    needed = tuple(_libraries())
    _section("Exporting", needed)
    _section("Fonts", _fonts())
    _section("Checking", _checkers())
    if not all(tool.is_ready for tool in needed):
        raise typer.Exit(ExitCode.MISSING_TOOL)


def _section(title: str, tools: Iterable[Tool]) -> None:
    typer.echo(title)
    for tool in tools:
        if tool.is_ready:
            typer.echo(f"  ok       {tool.name:<{_NAME_WIDTH}}{tool.version}".rstrip())
        else:
            typer.echo(f"  missing  {tool.name:<{_NAME_WIDTH}}{tool.missing}\n{'':<11}{tool.mend}")


def _libraries() -> Iterator[Tool]:
    """The libraries that writers need; WeasyPrint is imported, since it fails without the system's Pango."""
    from importlib.metadata import version

    from prexport.checks.tools import Tool

    try:
        import weasyprint
    except OSError as error:
        yield Tool(
            "weasyprint (PDF)",
            missing=f"Pango can't be loaded ({str(error).splitlines()[0]})",
            mend="On Debian and Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        )
    else:
        yield Tool("weasyprint (PDF)", version=weasyprint.__version__)
    yield Tool("python-docx (DOCX)", version=version("python-docx"))
    yield Tool("pillow (photos)", version=version("pillow"))


def _fonts() -> Iterator[Tool]:
    from prexport.brand import cjk
    from prexport.brand.load import available_brands, load_brand
    from prexport.checks.tools import Tool

    for name in available_brands():
        own = [family.name for family in load_brand(name).families.values() if not family.external]
        yield Tool(f"brand {name}", version=", ".join(own))
    folder = cjk.place()
    if folder is None:
        yield Tool("Chinese, Japanese, Korean", missing="no fonts were found", mend=cjk.REMEDY)
    else:
        yield Tool("Chinese, Japanese, Korean", version=str(folder))


def _checkers() -> Iterator[Tool]:
    from prexport.checks import alfa, axe, browser, htmlcs, ibm, nu, ooxml, verapdf

    for judge in (verapdf, ooxml, browser, axe, alfa, htmlcs, ibm, nu):
        yield judge.probe()
