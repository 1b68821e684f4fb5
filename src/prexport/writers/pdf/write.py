"""The PDF writer's door: document and brand in, files out."""

from __future__ import annotations

from collections.abc import Sequence

from prexport.brand.tokens import Brand
from prexport.document.tree import Document
from prexport.writers.options import OutputFile, WriteOptions
from prexport.writers.pdf.profile import UA1_A3A, Profile


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
    from prexport.writers.pdf.weasyprint.engine import lay_out

    with within_budget():
        structure = structure_of(document, logo_names_publisher=brand.logo.names_publisher)
        layout = lay_out(document, brand, options, structure)
        files = []
        for profile in profiles:
            name = f"{options.name}.pdf" if len(profiles) == 1 else f"{options.name}.{profile.name}.pdf"
            files.append(OutputFile(name, assemble(document, structure, layout, profile, options)))
    return tuple(files)
