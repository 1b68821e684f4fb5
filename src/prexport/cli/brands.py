"""`prexport brands`: which brands there are."""

from __future__ import annotations

import typer


def brands() -> None:
    """List the brands that come with prexport, and where their folders are."""
    from prexport.brand.load import available_brands, load_brand, styles_folder

    for name in available_brands():
        brand = load_brand(name)
        typer.echo(f"{name:<12} {brand.title}")
        typer.echo(f"{'':<12} {styles_folder() / name}")
