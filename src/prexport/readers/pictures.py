"""Pictures of an artefact, as an outline knows them."""

from __future__ import annotations

import warnings

from prexport.release.fingerprint import fingerprint


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
