"""THE table of formats: a new format is one writer, one reader and one row here."""

from __future__ import annotations

from collections.abc import Callable

from prexport.brand.large_print import large_print
from prexport.brand.tokens import Brand
from prexport.document.tree import Document
from prexport.records import dataclass
from prexport.writers.options import OutputFile, WriteOptions

Write = Callable[[Document, Brand, WriteOptions], tuple[OutputFile, ...]]


@dataclass(frozen=True, slots=True)
class Format:
    """One output format: its name on the command line, its file suffix, and its writer."""

    name: str
    suffix: str
    write: Write


# A writer's libraries are heavy, so each is imported by the first release that needs it.


def _write_html(document: Document, brand: Brand, options: WriteOptions) -> tuple[OutputFile, ...]:
    from prexport.writers.html.page import write

    return write(document, brand, options)


def _write_docx(document: Document, brand: Brand, options: WriteOptions) -> tuple[OutputFile, ...]:
    from prexport.writers.docx.write import write

    return write(document, _on_paper(brand, options), options)


def _write_pdf(document: Document, brand: Brand, options: WriteOptions) -> tuple[OutputFile, ...]:
    from prexport.writers.pdf.profile import PROFILES
    from prexport.writers.pdf.write import write

    profiles = [PROFILES[name] for name in options.pdf_profiles]
    return write(document, _on_paper(brand, options), options, profiles)


def _on_paper(brand: Brand, options: WriteOptions) -> Brand:
    return large_print(brand) if options.large_print else brand


FORMATS: dict[str, Format] = {
    format_.name: format_
    for format_ in (
        Format("html", ".html", _write_html),
        Format("docx", ".docx", _write_docx),
        Format("pdf", ".pdf", _write_pdf),
    )
}
