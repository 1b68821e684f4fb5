"""The page's photos and its logo: renditions for the web, inside the page or in files beside it."""

from __future__ import annotations

from base64 import b64encode
from urllib.parse import quote

from prexport.brand.tokens import Brand
from prexport.document.tree import Figure
from prexport.release.images import SafeImage, web_rendition
from prexport.writers.html.setting import Picture
from prexport.writers.options import OutputFile, WriteOptions

_SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png"}


class PagePictures:
    """Says what the `img` of a figure shows. `shown` and `files` grow as the page asks for its figures.

    A photo that stands in two figures is rendered once.
    """

    def __init__(self, options: WriteOptions) -> None:
        """Begin a page without pictures."""
        self.shown: list[Figure] = []
        self.files: list[OutputFile] = []
        self._options = options
        self._made: dict[str, Picture] = {}

    def __call__(self, figure: Figure) -> Picture:
        """The picture of `figure`."""
        if all(figure is not other for other in self.shown):
            self.shown.append(figure)
        digest = figure.image.sha256
        if digest not in self._made:
            self._made[digest] = self._make(figure.image)
        return self._made[digest]

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """All pictures so far."""
        return tuple(self._made.values())

    def _make(self, image: SafeImage) -> Picture:
        rendition = web_rendition(image, quality=self._options.image_quality)
        if self._options.assets == "inline":
            src = data_url(rendition.media_type, rendition.data)
        else:
            path = f"{self._options.name}_files/{self._free_name(rendition)}"
            self.files.append(OutputFile(path, rendition.data))
            src = quote(path)
        return Picture(src, rendition.width, rendition.height)

    def _free_name(self, image: SafeImage) -> str:
        suffix = _SUFFIXES[image.media_type]
        taken = {file.path.rpartition("/")[2].casefold() for file in self.files}
        name, count = f"{image.name}{suffix}", 1
        while name.casefold() in taken:
            count += 1
            name = f"{image.name}-{count}{suffix}"
        return name


def logo_picture(brand: Brand) -> Picture:
    """The brand's mark, at the size that it has in print (CSS pixels are 1/96 inch)."""
    logo = brand.logo
    width, height = (round(millimetres / 25.4 * 96) for millimetres in (logo.width_mm, logo.height_mm))
    light, dark = (data_url("image/svg+xml", svg) for svg in (logo.light_svg, logo.dark_svg))
    return Picture(light, width, height, dark_src=dark, wordless=not logo.names_publisher)


def data_url(media_type: str, data: bytes) -> str:
    """`data` as a URL that holds it."""
    return f"data:{media_type};base64,{b64encode(data).decode('ascii')}"
