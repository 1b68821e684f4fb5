"""The Typer application: the commands and what is common to all of them."""

from __future__ import annotations

from typing import Annotated

import typer

from prexport.cli.brands import brands
from prexport.cli.check import check
from prexport.cli.doctor import doctor
from prexport.cli.export import export
from prexport.cli.extract import extract
from prexport.cli.lint import lint
from prexport.cli.rules import rules
from prexport.cli.schema import schema

app = typer.Typer(
    name="prexport",
    help="One release, written once, as branded PDF, DOCX and accessible HTML.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.command(no_args_is_help=True)(export)
app.command(no_args_is_help=True)(lint)
app.command(no_args_is_help=True)(check)
app.command()(rules)
app.command(no_args_is_help=True)(extract)
app.command()(schema)
app.command()(brands)
app.command()(doctor)


def _print_version(wanted: bool) -> None:
    if wanted:
        from prexport import __version__

        typer.echo(f"prexport {__version__}")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and leave."
        ),
    ] = False,
) -> None:
    """One release, written once, as branded PDF, DOCX and accessible HTML."""
