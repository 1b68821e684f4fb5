"""Blocks of the document as paragraphs and tables, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from prexport.brand.tokens import MILLIMETRES_PER_POINT
from prexport.document.tree import (
    Block,
    Callout,
    Card,
    Cell,
    Definitions,
    Divider,
    Document,
    EndMark,
    Figure,
    Heading,
    Item,
    Letterhead,
    List,
    ListRole,
    Logo,
    Paragraph,
    ParagraphRole,
    Quote,
    Section,
    SectionKind,
    Table,
    Text,
    plain,
)
from prexport.writers.docx.fields import numbered
from prexport.writers.docx.figures import Pictures
from prexport.writers.docx.frames import Frame
from prexport.writers.docx.markup import NOTHING, Xml, twips, w
from prexport.writers.docx.numbering import Numbering, numbering_properties
from prexport.writers.docx.paragraphs import TOP, ParagraphWriter, Place
from prexport.writers.docx.sheet import Sheet
from prexport.writers.docx.story import DocxParagraph, Story
from prexport.writers.docx.style_ids import ParagraphStyle as P
from prexport.writers.docx.tables import table

_TALLEST_PHOTO_MM = 92
_DIVIDER_MM = 30
_PHOTO_IN_SECTION = 0.7  # of the measure
_LONG_CAPTION = 320  # characters; a longer one may run on over the page, or it would leave half of one empty
_QUIET_SECTIONS = (SectionKind.NOTES, SectionKind.ABOUT)


class BodyWriter:
    """Writes the blocks of one document into a story."""

    def __init__(
        self,
        sheet: Sheet,
        paragraphs: ParagraphWriter,
        story: Story,
        numbering: Numbering,
        pictures: Pictures,
    ) -> None:
        """Write paragraphs with `paragraphs`, into `story`, too."""
        self._sheet = sheet
        self._paragraphs = paragraphs
        self._story = story
        self._numbering = numbering
        self._pictures = pictures
        self._unit = sheet.brand.unit_pt
        self._body_after = sheet.style("body").after_pt

    def document(self, document: Document, letterhead_section: Xml) -> None:
        """All blocks; the letterhead's last paragraph ends a section with these properties."""
        for block in document.blocks():
            if isinstance(block, Letterhead):
                self._letterhead(block).properties["sectPr"] = letterhead_section
            elif block is document.headline and document.embargo is not None:
                # The banner parts letterhead and headline already.
                made = self._paragraphs.heading(block, TOP)
                made.properties["pBdr"] = w("pBdr", w("top", val="nil"))
                made.space(before_pt=0)
            else:
                self._block(block, TOP)
            if any(block is line for line in document.subheadlines[:-1]):
                self._story.end_block(3 * self._unit)

    def _letterhead(self, letterhead: Letterhead) -> DocxParagraph:
        """The mark, then the lines beside it in a column of their own; gives the last paragraph."""
        last = self._logo(letterhead.logo, letterhead)
        for place, line in enumerate(letterhead.lines):
            last = self._paragraphs.paragraph(line, TOP)
            if place == 0:
                last.content = Xml(w("r", w("br", type="column")) + last.content)
        return last

    def _logo(self, logo: Logo, letterhead: Letterhead) -> DocxParagraph:
        """The mark, with the publisher's name beside it where the drawing doesn't say it."""
        brand = self._sheet.brand
        if brand.logo.names_publisher:
            return self._paragraphs.add(P.LOGO, self._pictures.logo(brand, logo.alt), letterhead.dir)
        name = self._paragraphs.inline(P.LOGO, (Text(f"\u2002{logo.alt}"),), logo.lang, logo.dir)
        made = self._paragraphs.add(P.LOGO, Xml(self._pictures.logo(brand, "") + name), letterhead.dir)
        # A second line of the name starts under the first: after the mark and half an em.
        start = brand.logo.width_mm / MILLIMETRES_PER_POINT + self._sheet.style("heading-3").size_pt / 2
        made.properties["ind"] = w("ind", left=twips(start), hanging=twips(start))
        return made

    def _blocks(self, blocks: Sequence[Block], place: Place) -> None:
        for block in blocks:
            self._block(block, place)

    def _block(self, block: Block, place: Place) -> None:
        match block:
            case Paragraph():
                self._paragraphs.paragraph(block, place)
            case Heading():
                self._paragraphs.heading(block, place)
            case Quote():
                self._quote(block, place)
            case List():
                self._list(block, place)
            case Definitions():
                self._definitions(block, place)
            case Table():
                self._table(block)
            case Figure():
                self._figure(block, place)
            case Callout():
                self._callout(block, place)
            case Divider():
                self._divider(block)
            case EndMark():
                self._paragraphs.words(P.END_MARK, (Text(block.text),), block.lang, block.dir)
            case Card():
                self._card(block)
            case Section():
                self._section(block, place)
            case _:
                assert_never(block)

    # ------------------------------------------------------------ what is set apart

    def _quote(self, quote: Quote, around: Place) -> None:
        start = len(self._story)
        # Lists in it are deeper than those around it: at their level they would go on counting them.
        place = Place(style=P.QUOTE, frame=Frame.QUOTE, level=around.level)
        if quote.attribution is not None and quote.attribution_first:
            who = self._paragraphs.paragraph(quote.attribution, place)
            who.keep_with_next()
            who.space(after_pt=self._unit)
        self._blocks(quote.body, place)
        if quote.attribution is not None and not quote.attribution_first:
            if (last := self._story.last_paragraph) is not None:
                last.keep_with_next()
            self._paragraphs.paragraph(quote.attribution, place)
        self._set_apart(start)

    def _callout(self, callout: Callout, around: Place) -> None:
        start = len(self._story)
        place = Place(style=P.CALLOUT, frame=Frame.CALLOUT, level=around.level)
        if callout.heading is not None:
            self._paragraphs.heading(callout.heading, place)
        self._blocks(callout.body, place)
        for made in self._story.paragraphs_since(start)[:-1]:
            made.keep_with_next()
        self._set_apart(start)

    def _set_apart(self, start: int) -> None:
        """Give what was added since `start` space around it."""
        for first in self._story.paragraphs_since(start)[:1]:
            first.space(before_pt=max(first.before_pt, 5 * self._unit - self._body_after))
        self._story.end_block(7 * self._unit)

    def _divider(self, divider: Divider) -> None:
        made = self._paragraphs.add(P.DIVIDER, NOTHING, divider.dir)
        free = self._sheet.text_width_pt - _DIVIDER_MM / MILLIMETRES_PER_POINT
        made.properties["ind"] = w("ind", right=twips(free))

    # ------------------------------------------------------------ lists

    def _list(self, block: List, place: Place) -> None:
        number = (
            self._numbering.numbers(place.level, block.start) if block.ordered else self._numbering.bullets()
        )
        style = _item_style(block, place)
        for item in block.items:
            self._item(item, style, number, place)
        if place.level == 0 and place.frame is not Frame.CALLOUT:
            self._story.end_block(7 * self._unit if block.role is ListRole.SUMMARY else self._body_after)

    def _item(self, item: Item, style: P, number: int, place: Place) -> None:
        paragraphs = self._paragraphs
        first = item.body[0] if item.body else None
        # An item that starts with something else still has its number, on a line of its own.
        runs = first.runs if isinstance(first, Paragraph) else ()
        rest = item.body[1:] if isinstance(first, Paragraph) else item.body
        owner = first if isinstance(first, Paragraph) else item
        made = paragraphs.words(style, runs, owner.lang, owner.dir, anchor=item.anchor)
        made.properties["numPr"] = numbering_properties(number, place.level)
        paragraphs.indent(made, owner.dir, place, hanging=True)
        within = replace(place, level=place.level + 1, style=P.SMALL_CONTINUE if place.quiet else P.CONTINUE)
        for block in rest:
            if isinstance(block, Paragraph):
                made = paragraphs.paragraph(block, within)
                paragraphs.indent(made, block.dir, place, hanging=False)
            else:
                self._block(block, within)

    def _definitions(self, block: Definitions, place: Place) -> None:
        within = replace(place, style=P.DEFINITION, frame=Frame.DEFINITION)
        for item in block.items:
            self._paragraphs.paragraph(item.term, place)
            self._blocks(item.body, within)
        self._story.end_block(self._body_after)

    # ------------------------------------------------------------ tables and figures

    def _table(self, block: Table) -> None:
        if block.caption is not None:
            caption = self._paragraphs.paragraph(block.caption, TOP)
            caption.content = Xml(numbered("Table") + caption.content)
            caption.keep_with_next()
            caption.space(before_pt=2 * self._unit, after_pt=2 * self._unit)
        elif self._story.ends_with_table:
            # Two tables that touch would be one table to Word.
            self._paragraphs.add(P.TABLE_TEXT, NOTHING, block.dir)
        self._story.add_table(table(block, self._sheet, self._cell), 7 * self._unit)

    def _cell(self, cell: Cell) -> DocxParagraph:
        style = P.TABLE_HEADING if cell.scope else P.TABLE_TEXT
        made = DocxParagraph(style, self._paragraphs.inline(style, cell.runs, cell.lang, cell.dir))
        if cell.dir == "rtl":
            made.properties["bidi"] = w("bidi")
        return made

    def _figure(self, figure: Figure, place: Place) -> None:
        width = self._sheet.measure_pt * place.photo_share
        drawing = self._pictures.figure(figure, width, _TALLEST_PHOTO_MM / MILLIMETRES_PER_POINT)
        made = self._paragraphs.add(P.FIGURE, drawing, figure.dir)
        for line in (figure.caption, figure.credit):
            if line is not None:
                made.keep_with_next()
                made = self._paragraphs.paragraph(line, TOP)
                if line is figure.caption:
                    made.content = Xml(numbered("Figure") + made.content)
                if len(plain(line.runs)) <= _LONG_CAPTION:
                    made.properties["keepLines"] = w("keepLines")
        if made.style is P.FIGURE:
            made.keep_with_next(False)
        if figure.long_description is not None:
            self._paragraphs.description(figure.long_description, place)
        self._story.end_block(7 * self._unit)

    # ------------------------------------------------------------ sections and cards

    def _section(self, section: Section, place: Place) -> None:
        self._paragraphs.heading(section.heading, TOP)
        if section.kind in _QUIET_SECTIONS:
            place = Place(style=P.SMALL, quiet=True)
        elif section.kind is SectionKind.MEDIA and len(section.body) > 1:
            place = Place(photo_share=_PHOTO_IN_SECTION)
        self._blocks(section.body, place)

    def _card(self, card: Card) -> None:
        before: DocxParagraph | None = None
        for line in card.lines:
            made = self._paragraphs.paragraph(line, Place(style=P.CARD_TEXT))
            if before is None:
                # A rule as long as the measure opens the card.
                rule = self._sheet.brand.lines.mark_pt
                border = self._sheet.palette.border("top", "mark", rule, round(2 * self._unit))
                made.properties["pBdr"] = w("pBdr", border)
                made.properties["ind"] = w("ind", right=twips(self._sheet.slack_pt))
                made.space(before_pt=2 * self._unit)
            else:
                before.keep_with_next()
                if line.role is ParagraphRole.PERSON_NAME and before.style is P.CARD_LINE:
                    made.space(before_pt=2 * self._unit)
            before = made
        self._story.end_block(6 * self._unit)


def _item_style(block: List, place: Place) -> P:
    if block.role is ListRole.SUMMARY:
        return P.SUMMARY
    if block.role is ListRole.NOTES:
        return P.NOTE
    if place.quiet:
        return P.SMALL_NUMBER if block.ordered else P.SMALL_BULLET
    return P.NUMBER if block.ordered else P.BULLET
