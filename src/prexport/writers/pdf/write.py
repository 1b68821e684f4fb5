"""The PDF writer's door: document and brand in, files out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, assert_never

from prexport.brand.tokens import Brand
from prexport.document.tree import Document
from prexport.writers.options import OutputFile, PdfEngine, WriteOptions
from prexport.writers.pdf.profile import UA1_A3A, Profile

if TYPE_CHECKING:
    from prexport.writers.pdf.layout import Layout
    from prexport.writers.pdf.structure import Structure


def write(
    document: Document, brand: Brand, options: WriteOptions, profiles: Sequence[Profile] = (UA1_A3A,)
) -> tuple[OutputFile, ...]:
    """The PDF of `document`: `NAME.pdf` for one profile, `NAME.PROFILE.pdf` for each of several.

    Raises UnusableInput when the document takes more time or memory than one may (`budget`), InternalError when
    the engine reports an error, when the style sheet asks for a resource that is not a part of the document, or
    when the words on the pages are not those of the document.
    """
    from prexport.writers.pdf.assembly import assemble
    from prexport.writers.pdf.budget import within_budget
    from prexport.writers.pdf.structure import structure_of

    lay_out = _engine(options.pdf_engine)
    with within_budget():
        structure = structure_of(document, logo_names_publisher=brand.logo.names_publisher)
        layout = lay_out(document, brand, options, structure)
        files = []
        for profile in profiles:
            name = f"{options.name}.pdf" if len(profiles) == 1 else f"{options.name}.{profile.name}.pdf"
            files.append(OutputFile(name, assemble(document, structure, layout, profile, options)))
    return tuple(files)


def _engine(name: PdfEngine) -> Callable[[Document, Brand, WriteOptions, Structure], Layout]:
    """Who lays out the pages; each engine's libraries are loaded by the first release that needs them."""
    match name:
        case "weasyprint":
            from prexport.writers.pdf.weasyprint import engine as weasyprint

            return weasyprint.lay_out
        case "reportlab":
            from prexport.writers.pdf.reportlab import engine as reportlab

            return reportlab.lay_out
        case _:
            assert_never(name)
