"""The template of a brand: the parts that don't change from release to release, made once a process."""

from __future__ import annotations

from functools import lru_cache

from prexport.brand.headline import set_headline
from prexport.brand.tokens import Brand
from prexport.document.tree import Direction, Document, plain
from prexport.records import dataclass
from prexport.writers.docx.font_table import font_table
from prexport.writers.docx.package import ContentType, Relation
from prexport.writers.docx.settings import settings
from prexport.writers.docx.sheet import Sheet
from prexport.writers.docx.styles import style_sheet
from prexport.writers.docx.theme import theme
from prexport.writers.options import PageSize


@dataclass(frozen=True, slots=True)
class TemplatePart:
    """One part: its absolute name, its content type, how the main part relates to it."""

    name: str
    content_type: ContentType
    relation: Relation
    data: bytes


@dataclass(frozen=True, slots=True)
class Template:
    """The look of a document, and the parts that hold it."""

    sheet: Sheet
    parts: tuple[TemplatePart, ...]


def template_for(document: Document, brand: Brand, page_size: PageSize) -> Template:
    """The template for this document: its headline decides which size of `heading 1` it has."""
    headline = document.headline
    setting = set_headline(plain(headline.runs), headline.lang, brand, page_size)
    return _template(brand, page_size, document.lang, document.dir, setting.role, setting.size_pt)


@lru_cache(maxsize=64)
def _template(
    brand: Brand, page_size: PageSize, lang: str, direction: Direction, headline_role: str, headline_pt: float
) -> Template:
    sheet = Sheet(brand, page_size, lang, direction, headline_role, headline_pt)
    return Template(
        sheet,
        (
            TemplatePart("/word/styles.xml", ContentType.STYLES, Relation.STYLES, style_sheet(sheet)),
            TemplatePart(
                "/word/settings.xml",
                ContentType.SETTINGS,
                Relation.SETTINGS,
                settings(sheet, embeds_fonts=False),
            ),
            TemplatePart(
                "/word/fontTable.xml",
                ContentType.FONT_TABLE,
                Relation.FONT_TABLE,
                font_table(sheet),
            ),
            TemplatePart("/word/theme/theme1.xml", ContentType.THEME, Relation.THEME, theme(sheet)),
        ),
    )
