"""PDF files from anywhere, opened within bounds.

qpdf repairs what is broken and refuses what would fill the memory: a stream that unpacks to more than the largest
photo does, a stream packed many times over, a file with nothing but errors in it.
"""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING

from prexport.errors import UnusableInput

if TYPE_CHECKING:
    import pikepdf

_LARGEST_STREAM = 256 << 20  # bytes, unpacked; a photo of 50 megapixels takes 150 MB
_MOST_FILTERS = 4
_MOST_WARNINGS = 1_000


def open_pdf(data: bytes) -> pikepdf.Pdf:
    """The PDF in `data`, to be used as a context manager.

    Streams that unpack beyond bounds raise `pikepdf.DataDecodingError` (a PdfError) when they are read.

    Raises:
        UnusableInput: `data` is no PDF, is damaged beyond repair, or asks for a password.
    """
    import pikepdf

    _bound()
    try:
        return pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError:
        raise UnusableInput(
            "The PDF is encrypted; it can't be read without its password.", "Save it without a password."
        ) from None
    except pikepdf.PdfError as error:
        raise UnusableInput(
            f"This is no PDF that can be read: {_reason(error)}.", "Export it again."
        ) from error


@cache
def _bound() -> None:
    """Set the limits, which are those of the process, once."""
    from pikepdf.settings import set_qpdf_limits

    set_qpdf_limits(
        doc_max_warnings=_MOST_WARNINGS,
        max_stream_filters=_MOST_FILTERS,
        flate_max_memory=_LARGEST_STREAM,
        run_length_max_memory=_LARGEST_STREAM,
        png_max_memory=_LARGEST_STREAM,
        tiff_max_memory=_LARGEST_STREAM,
        dct_max_memory=_LARGEST_STREAM,
    )


def _reason(error: Exception) -> str:
    """What qpdf says, without the name it has for bytes in memory."""
    return str(error).rpartition(">: ")[2].strip().rstrip(".")
