"""Sets the text of one document: its nodes in, lines out."""

from __future__ import annotations

from collections.abc import Sequence

from prexport.brand.tokens import Brand
from prexport.document import tree
from prexport.document.tree import Direction, Document
from prexport.writers.pdf.reportlab import settings
from prexport.writers.pdf.reportlab.images import Images
from prexport.writers.pdf.reportlab.pieces import pieces_of
from prexport.writers.pdf.reportlab.settings import Geometry, Setting
from prexport.writers.pdf.reportlab.text.breaking import break_lines, extent
from prexport.writers.pdf.reportlab.text.lines import Align, Extent, Line, Piece, TextStyle
from prexport.writers.pdf.reportlab.text.session import Session
from prexport.writers.pdf.structure import Element, Structure

_NARROW_EM = 18
"""In columns that are narrower a word may find no room: then words are broken as their language does."""


class Typesetter:
    """What all that is set in one document shares: brand, page, structure, fonts, pictures."""

    def __init__(
        self,
        document: Document,
        brand: Brand,
        geometry: Geometry,
        structure: Structure,
        session: Session,
        images: Images,
    ) -> None:
        """`session` gathers the glyphs, `images` the pictures that are used."""
        self.brand = brand
        self.geometry = geometry
        self.lang = document.lang
        self.direction: Direction = document.dir
        self.owners: dict[int, Element] = structure.owners
        self.images = images
        self._session = session

    def setting(self, role: str, lang: str) -> Setting:
        """The setting of a role in text of `lang`."""
        return settings.setting(self.brand, role, lang)

    def pieces(self, node: tree.Paragraph | tree.Heading | tree.Cell, style: TextStyle) -> list[Piece]:
        """The words of a node."""
        element = self.owners[node.key]
        return pieces_of(node.runs, element, style, node.dir, self.brand, self.owners)

    def lines(
        self,
        node: tree.Paragraph | tree.Heading | tree.Cell,
        style: TextStyle,
        width: float,
        align: Align = "start",
        *,
        running: bool = False,
    ) -> Sequence[Line]:
        """The words of a node in lines of `width`; `running` text has hyphens if the brand wants them."""
        pieces = self.pieces(node, style)
        hyphenate = running and self.brand.print_hyphens
        if not hyphenate and width < _NARROW_EM * style.size and not isinstance(node, tree.Heading):
            narrowest = extent(pieces, node.dir, node.lang, self._session).narrowest
            hyphenate = narrowest > width
        return break_lines(pieces, (width,), align, node.dir, node.lang, self._session, hyphenate=hyphenate)

    def set(
        self,
        pieces: Sequence[Piece],
        width: float,
        align: Align = "start",
        direction: Direction | None = None,
    ) -> Sequence[Line]:
        """Pieces in lines of `width`."""
        return break_lines(
            pieces, (width,), align, direction or self.direction, pieces[0].lang, self._session
        )

    def width(self, pieces: Sequence[Piece]) -> float:
        """How wide pieces are in one line."""
        return extent(pieces, self.direction, pieces[0].lang, self._session).widest

    def extent(self, node: tree.Paragraph | tree.Cell, style: TextStyle) -> Extent:
        """How narrow a column can be that holds a node, and how wide the node is in one line."""
        return extent(self.pieces(node, style), node.dir, node.lang, self._session)
