"""The Typer application: the commands and what is common to all of them."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer

# The commands in the order of the help, and whether one without arguments shows its help. Each is the function of
# its name in the module of its name.
_COMMANDS = {
    "export": True,
    "lint": True,
    "check": True,
    "rules": False,
    "extract": True,
    "schema": False,
    "brands": False,
    "doctor": False,
}


def application(command: str = "") -> typer.Typer:
    """Build the application; only with `command`, if it is one, since Typer reads the options of all that it has."""
    app = typer.Typer(
        name="prexport",
        help="One release, written once, as branded PDF, DOCX and accessible HTML.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_common)
    for name in [command] if command in _COMMANDS else _COMMANDS:
        function = getattr(import_module(f"prexport.cli.{name}"), name)
        app.command(no_args_is_help=_COMMANDS[name])(function)
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        from prexport import __version__

        typer.echo(f"prexport {__version__}")
        raise typer.Exit


def _common(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and leave."
        ),
    ] = False,
) -> None:
    """One release, written once, as branded PDF, DOCX and accessible HTML."""
