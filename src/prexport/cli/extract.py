"""`prexport extract`: from a PDF, a Word document or a web page back to the release."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from prexport.carried.read import Carried


def extract(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="A PDF, DOCX or HTML that prexport made.", show_default=False),
    ],
    directory: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="DIR",
            help="Write release.json and the photos into this folder, instead of printing the release.",
            show_default=False,
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite other files of the same names in that folder.")
    ] = False,
) -> None:
    """Give back the public release that a PDF, DOCX or HTML carries, and with -o its photos."""
    import sys

    from prexport.errors import ExitCode, UsageError
    from prexport.extract import files_of, read_artefact, refuse_to_harm
    from prexport.save import save

    if force and directory is None:
        raise UsageError("--force is of use with -o only.", "Name the folder to write into with -o.")
    found = read_artefact(file)
    if directory is None:
        sys.stdout.buffer.write(found.source or b"")
        return
    files = files_of(found)
    refuse_to_harm(files, directory, force=force)
    paths = save(files, directory)
    if sys.stdout.isatty():
        for path in paths:
            typer.echo(str(path))
    for note in _notes(found):
        typer.echo(note, err=True)
    if found.missing and found.has_originals:
        raise typer.Exit(ExitCode.FINDINGS)


def _notes(found: Carried) -> list[str]:
    """What is to be known about the photos."""
    missing = ", ".join(found.missing)
    if found.has_originals:
        if not missing:
            return []
        return [f"error: These photos are not in the file as they were exported: {missing}."]
    notes = []
    if found.photos:
        notes.append(
            "note: A web page holds its photos as renditions for the web. Those of print quality are in the PDF "
            "and in the Word document."
        )
    if missing:
        notes.append(f"note: These photos are not in the page; they may lie beside it: {missing}.")
    return notes
