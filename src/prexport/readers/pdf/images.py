"""The photos in a PDF, as an outline knows them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from prexport.readers.pictures import seen


def fingerprint_of(pictures: Sequence[Any]) -> str | None:
    """The fingerprint of the image that a figure draws, "" when it can't be seen.

    None when the figure is a drawing (the publisher's mark): there is nothing to compare.
    """
    if not pictures:
        return None
    return seen(_file(pictures[0]))


def _file(drawn: Any) -> bytes:
    """An image of a PDF as the file of an image: JPEG as it is, all others as PNG."""
    import pikepdf

    if drawn.get("/Filter") == "/DCTDecode":
        return bytes(drawn.read_raw_bytes())
    written = io.BytesIO()
    try:
        image = pikepdf.PdfImage(drawn).as_pil_image()
        if "/SMask" in drawn:
            mask = pikepdf.PdfImage(drawn.SMask).as_pil_image().convert("L")
            image = image.convert("RGB")
            image.putalpha(mask.resize(image.size))
        image.save(written, "PNG")
    except (pikepdf.PdfError, ValueError, NotImplementedError, OSError):
        return b""
    return written.getvalue()
