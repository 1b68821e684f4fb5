"""The rules over a release: everything that types can't say. Pure; the clock and the images are handed in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from prexport.brand.tokens import Brand
from prexport.findings import Fault
from prexport.lint.characters import character_faults
from prexport.lint.dates import date_faults
from prexport.lint.document import lint_document
from prexport.lint.gate import gate_faults
from prexport.lint.headings import heading_faults
from prexport.lint.images import image_faults
from prexport.lint.links import link_faults
from prexport.lint.prose import prose_faults
from prexport.lint.reading import read
from prexport.lint.scripts import script_faults
from prexport.lint.structure import structure_faults
from prexport.lint.telephones import telephone_faults
from prexport.release.model import Release

__all__ = ["lint_document", "lint_release"]


def lint_release(
    release: Release, *, brand: Brand, alts: Mapping[str, str], now: datetime | None = None
) -> tuple[Fault, ...]:
    """All that stands against a release that is to be set in `brand`.

    `alts` maps the pointer of a figure to the alt text that its file carries; `now` is the time of a public
    export, with its offset, and None when nothing goes out to the public.
    """
    readings = read(release)
    return (
        *heading_faults(release),
        *structure_faults(release, readings),
        *link_faults(release, readings),
        *image_faults(release, alts),
        *telephone_faults(release, readings),
        *prose_faults(readings),
        *date_faults(release, readings),
        *script_faults(readings),
        *character_faults(readings, brand),
        *gate_faults(release, now),
    )
