"""Pictures of an artefact, as an outline knows them."""

from __future__ import annotations

import io
import warnings

from prexport.release.fingerprint import FORMATS, fingerprint


def seen(data: bytes) -> str:
    """The fingerprint of a picture from an artefact, "" when nothing can be seen in `data`.

    Nothing is known of such bytes: whatever Pillow makes of them is an answer, no failure.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a picture that would fill the memory (DecompressionBombWarning)
        try:
            return fingerprint(data)
        except Exception:  # Pillow's decoders raise almost anything on broken files
            return ""


def pixels(data: bytes) -> int:
    """How many pixels a picture claims to have, 0 when nothing can be told: the cost of looking at it."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
                return picture.width * picture.height
        except Exception:  # as above
            return 0
