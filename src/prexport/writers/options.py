"""What a writer is told besides the document and the brand, and what it gives back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from prexport.records import dataclass

if TYPE_CHECKING:
    from prexport.release.images import SafeImage

PageSize = Literal["a4", "letter"]
PdfEngine = Literal["weasyprint", "reportlab"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOptions:
    """How one export is written.

    `name` is the stem of the output files; `public_source` the RFC 8785 JSON that each rendition carries.
    `photos` are the photos of the release, each with its `src`, by which a rendition can give them back.
    `public` is set by the `--public` gate: the page may be found and archived by search engines.
    `assets` says where an HTML page's photos go: data URIs in it (JPEG, PNG), or files beside it (WebP, too).
    `embed_fonts` puts the brand's fonts into the DOCX, for machines that don't have them.
    `image_quality` is the quality (1-95) of the web renditions. `pdf_profiles` names the profiles of the
    PDF (`prexport.writers.pdf.profile`), a file each; `pdf_engine` who makes its pages: `weasyprint` from the
    brand's CSS, `reportlab` in a fixed layout, fast, for archives. `large_print` sets the paper formats in 18 pt.
    """

    name: str
    public_source: bytes
    photos: tuple[tuple[str, SafeImage], ...] = ()
    page_size: PageSize = "a4"
    public: bool = False
    assets: Literal["inline", "beside"] = "inline"
    image_quality: int = 80
    embed_fonts: bool = False
    pdf_profiles: tuple[str, ...] = ("ua1-a3a",)
    pdf_engine: PdfEngine = "weasyprint"
    large_print: bool = False


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One file to save: its path relative to the output folder (POSIX), and its bytes."""

    path: str
    data: bytes
