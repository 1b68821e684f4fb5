"""The page's photos and its logo: renditions for the web, inside the page or in files beside it.

Beside the page a photo lies as WebP, too, half as large, and the browser takes what it knows. Inside the page it would
have to stand twice for that, so it stands there once, as what everything can show: JPEG or PNG. A lone page is mailed
about, opened by office programs and read back by `prexport extract`; WebP alone would fail some of them.
"""

from __future__ import annotations

from base64 import b64encode
from urllib.parse import quote

from prexport.brand.tokens import Brand
from prexport.document.tree import Figure
from prexport.release.images import SafeImage, web_rendition, webp_rendition
from prexport.writers.html.setting import Picture
from prexport.writers.options import OutputFile, WriteOptions

# The longer edge of the renditions for phones, in px.
_SMALL_EDGE = 800

_WEBP = "image/webp"
_SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png", _WEBP: ".webp"}


class PagePictures:
    """Says what the `img` of a figure shows. `shown` and `files` grow as the page asks for its figures.

    `renditions` maps the digest of each photo to that of the file which its `img` shows.

    A photo that stands in two figures is rendered once.
    """

    def __init__(self, options: WriteOptions) -> None:
        """Begin a page without pictures."""
        self.shown: list[Figure] = []
        self.files: list[OutputFile] = []
        self.renditions: dict[str, str] = {}
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
        quality = self._options.image_quality
        large = web_rendition(image, quality=quality)
        self.renditions[image.sha256] = large.sha256
        if self._options.assets == "inline":
            return Picture(data_url(large.media_type, large.data), large.width, large.height)
        name = self._free_name(large)
        renditions = [(name, large)]
        small = web_rendition(image, max_edge=_SMALL_EDGE, quality=quality)
        if small.width < large.width and len(small.data) < len(large.data):
            renditions.insert(0, (f"{name}-small", small))
        sources = {
            each.width: self._lay_beside(stem, each.media_type, each.data) for stem, each in renditions
        }
        return Picture(
            sources[large.width],
            large.width,
            large.height,
            srcset=_srcset(sources) if len(sources) > 1 else "",
            webp_srcset=self._webp(image, renditions),
        )

    def _webp(self, image: SafeImage, renditions: list[tuple[str, SafeImage]]) -> str:
        """The renditions once more as WebP, where that makes them smaller, as a `srcset`."""
        sources = {}
        for stem, each in renditions:
            data = webp_rendition(image, max(each.width, each.height), self._options.image_quality)
            if len(data) >= len(each.data):
                return ""
            sources[each.width] = stem, data
        return _srcset(
            {width: self._lay_beside(stem, _WEBP, data) for width, (stem, data) in sources.items()}
        )

    def _lay_beside(self, stem: str, media_type: str, data: bytes) -> str:
        path = f"{self._options.name}_files/{stem}{_SUFFIXES[media_type]}"
        self.files.append(OutputFile(path, data))
        return quote(path)

    def _free_name(self, image: SafeImage) -> str:
        """The stem of a file beside the page: neither it nor its smaller rendition meets another file."""
        stems = {file.path.rpartition("/")[2].rpartition(".")[0].casefold() for file in self.files}
        name, count = image.name, 1
        while {name.casefold(), f"{name}-small".casefold()} & stems:
            count += 1
            name = f"{image.name}-{count}"
        return name


def _srcset(sources: dict[int, str]) -> str:
    """The URLs by the widths of what they lead to, in px."""
    return ", ".join(f"{url} {width}w" for width, url in sources.items())


def logo_picture(brand: Brand) -> Picture:
    """The brand's mark, at the size that it has in print (CSS pixels are 1/96 inch)."""
    logo = brand.logo
    width, height = (round(millimetres / 25.4 * 96) for millimetres in (logo.width_mm, logo.height_mm))
    light, dark = (data_url("image/svg+xml", svg) for svg in (logo.light_svg, logo.dark_svg))
    return Picture(light, width, height, dark_src=dark, wordless=not logo.names_publisher)


def data_url(media_type: str, data: bytes) -> str:
    """`data` as a URL that holds it."""
    return f"data:{media_type};base64,{b64encode(data).decode('ascii')}"
