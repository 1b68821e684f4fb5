"""What is wrong with an image file, and the limits every image is held to."""

from __future__ import annotations

MAX_FILE_BYTES = 100 * 1024 * 1024
MAX_PIXELS = 50_000_000
# libjpeg writes no edge beyond this, and no page shows one.
MAX_EDGE = 65_500

_SAVE_AGAIN = "Open the image in a photo editor and save it again as JPEG or PNG."


class ImageFault(Exception):
    """An image that can't be published."""

    def __init__(self, rule: str, message: str, mend: str) -> None:
        """`rule` is an id of `prexport.rules`; `message` says what is wrong, `mend` what to do about it."""
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.mend = mend


def check_size(width: int, height: int) -> None:
    """Hold an image's size, as its header tells it, against the limits.

    Raises:
        ImageFault: `image-too-large`, or `image-unreadable` for an image without area.
    """
    if width <= 0 or height <= 0:
        raise unreadable("The image has no width or no height.")
    if width * height > MAX_PIXELS:
        raise ImageFault(
            "image-too-large",
            f"The image measures {width} x {height} pixels, {_megapixels(width * height)} megapixels; "
            f"at most {MAX_PIXELS // 1_000_000} are allowed.",
            "Save a smaller copy; 3000 pixels on the long edge are enough for print.",
        )
    if max(width, height) > MAX_EDGE:
        raise ImageFault(
            "image-too-large",
            f"The image measures {width} x {height} pixels; at most {MAX_EDGE} are allowed on an edge.",
            "Crop it, or save a smaller copy.",
        )


def truncated(message: str = "The image file is cut off before its end.") -> ImageFault:
    """Make the fault of a file that lacks its end."""
    return ImageFault("image-truncated", message, "Copy or download the file again, completely.")


def unreadable(message: str, mend: str = _SAVE_AGAIN) -> ImageFault:
    """Make the fault of a file that is no image, or a broken one."""
    return ImageFault("image-unreadable", message, mend)


def _megapixels(pixels: int) -> str:
    """Write a number of pixels in megapixels: never rounded down to the limit."""
    return f"{pixels / 1_000_000:.0f}" if pixels >= MAX_PIXELS * 1.1 else f"{pixels / 1_000_000:.6g}"
