"""Pictures in the line of text (never floating), with what they show told to those who don't see them."""

from __future__ import annotations

from prexport.brand.tokens import PIXELS_PER_POINT, Brand
from prexport.document.tree import Figure
from prexport.release.images import SafeImage
from prexport.writers.docx.markup import NAMESPACES, NOTHING, Xml, element, emu, w
from prexport.writers.docx.package import ContentType, Package, Part, Relation

_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECORATIVE_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"  # MS-ODRAWXML 2.27.1
_SUFFIXES = {"image/jpeg": ("jpeg", ContentType.JPEG), "image/png": ("png", ContentType.PNG)}


class Pictures:
    """The pictures of one part: each file is in the package once, each drawing has a number of its own."""

    def __init__(self, package: Package, owner: Part) -> None:
        """Put the files into `package`, related to `owner`."""
        self._package = package
        self._owner = owner
        self._files: dict[str, str] = {}
        self._drawings = 0

    def figure(self, figure: Figure, width_pt: float, height_pt: float) -> Xml:
        """A run with the photo of `figure`, as large as it fits into the box without being blown up."""
        image = figure.image
        natural = image.width / PIXELS_PER_POINT
        width = min(width_pt, natural, height_pt * image.width / image.height)
        return self._drawing(self._photo(image), figure.alt, width, width * image.height / image.width)

    def logo(self, brand: Brand, alt: str) -> Xml:
        """A run with the brand's mark; `alt` is "" where its name stands beside it."""
        width = brand.logo.width_mm * 72 / 25.4
        height = brand.logo.height_mm * 72 / 25.4
        return self._drawing(self._file("logo", "image/png", brand.logo.png), alt, width, height)

    def _photo(self, image: SafeImage) -> str:
        return self._file(image.sha256, image.media_type, image.data)

    def _file(self, key: str, media_type: str, data: bytes) -> str:
        """The relationship to a file. Its name is a number: the author's file names are nobody's business."""
        if key not in self._files:
            suffix, content_type = _SUFFIXES[media_type]
            name = f"/word/media/image{len(self._files) + 1}.{suffix}"
            added = self._package.add(name, content_type, data)
            self._files[key] = self._owner.relationships.relate(Relation.IMAGE, added)
        return self._files[key]

    def _drawing(self, relationship: str, alt: str, width_pt: float, height_pt: float) -> Xml:
        self._drawings += 1
        number = self._drawings
        size: dict[str, str | int] = {"cx": emu(width_pt), "cy": emu(height_pt)}
        named: dict[str, str | int] = {"id": number, "name": f"Picture {number}"}
        picture = element(
            "pic:pic",
            None,
            element("pic:nvPicPr", None, element("pic:cNvPr", named), element("pic:cNvPicPr")),
            element(
                "pic:blipFill",
                None,
                element("a:blip", {"r:embed": relationship}),
                element("a:stretch", None, element("a:fillRect")),
            ),
            element(
                "pic:spPr",
                None,
                element("a:xfrm", None, element("a:off", {"x": 0, "y": 0}), element("a:ext", size)),
                element("a:prstGeom", {"prst": "rect"}, element("a:avLst")),
            ),
        )
        inline = element(
            "wp:inline",
            {"distT": 0, "distB": 0, "distL": 0, "distR": 0},
            element("wp:extent", size),
            element("wp:docPr", named | {"descr": alt}, NOTHING if alt else _decorative()),
            element("wp:cNvGraphicFramePr", None, element("a:graphicFrameLocks", {"noChangeAspect": 1})),
            element("a:graphic", None, element("a:graphicData", {"uri": NAMESPACES["pic"]}, picture)),
        )
        return w("r", w("drawing", inline))


def _decorative() -> Xml:
    mark = element("adec:decorative", {"xmlns:adec": _DECORATIVE, "val": 1})
    return element("a:extLst", None, element("a:ext", {"uri": _DECORATIVE_URI}, mark))
