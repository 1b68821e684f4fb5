"""`prexport schema`: the JSON Schema of the input."""

from __future__ import annotations

import typer


def schema() -> None:
    """Print the JSON Schema (2020-12) of a release, for editors and other programs."""
    from prexport.release.schema import schema_text

    typer.echo(schema_text(), nl=False)
