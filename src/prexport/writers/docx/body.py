"""Blocks of the document as paragraphs and tables, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from prexport.brand.tokens import MILLIMETRES_PER_POINT
from prexport.document.tree import (
    Block,
    Callout,
    Card,
    Cell,
    Definitions,
    Direction,
    Divider,
    EndMark,
    Figure,
    Heading,
    Item,
    Letterhead,
    List,
    ListRole,
    Paragraph,
    ParagraphRole,
    Quote,
    Runs,
    Section,
    SectionKind,
    Table,
    Text,
)
from prexport.writers.docx.figures import Pictures
from prexport.writers.docx.frames import Frame, frame_end_pt, frame_properties, frame_start_pt, swapped_frame
from prexport.writers.docx.links import Links
from prexport.writers.docx.markup import NOTHING, Xml, twips, w
from prexport.writers.docx.numbering import Numbering, list_indent_pt, numbering_properties
from prexport.writers.docx.paragraphs import DocxParagraph
from prexport.writers.docx.runs import Look, RunWriter
from prexport.writers.docx.sheet import LIST_STEP_PT, Sheet
from prexport.writers.docx.style_ids import ParagraphStyle as P
from prexport.writers.docx.styles import paragraph_roles
from prexport.writers.docx.tables import table

_STYLES = {
    ParagraphRole.LABEL: P.KICKER,
    ParagraphRole.RELEASE_LINE: P.RELEASE_LINE,
    ParagraphRole.NUMBER: P.RELEASE_LINE,
    ParagraphRole.DATE: P.RELEASE_LINE,
    ParagraphRole.EMBARGO: P.EMBARGO,
    ParagraphRole.SUBHEADLINE: P.SUBTITLE,
    ParagraphRole.REPLACES: P.REPLACES,
    ParagraphRole.ATTRIBUTION: P.ATTRIBUTION,
    ParagraphRole.CAPTION: P.CAPTION,
    ParagraphRole.CREDIT: P.CREDIT,
    ParagraphRole.LONG_DESCRIPTION: P.DESCRIPTION,
    ParagraphRole.TERM: P.TERM,
    ParagraphRole.CARD_ROLE: P.CARD_ROLE,
    ParagraphRole.CARD_ORGANISATION: P.CARD_ORGANISATION,
    ParagraphRole.PERSON_NAME: P.CARD_NAME,
    ParagraphRole.PERSON_TITLE: P.CARD_TITLE,
    ParagraphRole.CONTACT_LINE: P.CARD_LINE,
    ParagraphRole.RIGHTS: P.RIGHTS,
}
_HEADINGS = {1: P.HEADING_1, 2: P.HEADING_2, 3: P.HEADING_3, 4: P.HEADING_4}
_TALLEST_PHOTO_MM = 92
_PHOTO_IN_SECTION = 0.7  # of the measure
_QUIET_SECTIONS = (SectionKind.NOTES, SectionKind.ABOUT)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands: what its plain paragraphs look like, in which frame, how deep in lists."""

    style: P = P.BODY
    frame: Frame = Frame.NONE
    level: int = 0
    quiet: bool = False
    photo_share: float = 1.0


class BodyWriter:
    """Collects the body of one document. `story` holds paragraphs and finished tables."""

    def __init__(
        self, sheet: Sheet, runs: RunWriter, links: Links, numbering: Numbering, pictures: Pictures
    ) -> None:
        """Begin an empty story."""
        self._sheet = sheet
        self._runs = runs
        self._links = links
        self._numbering = numbering
        self._pictures = pictures
        self._roles = paragraph_roles(sheet)
        self.story: list[DocxParagraph | Xml] = []

    def letterhead(self, letterhead: Letterhead) -> DocxParagraph:
        """The mark, then the lines beside it in a column of their own; gives the last paragraph."""
        logo = self._pictures.logo(self._sheet.brand, letterhead.logo.alt)
        last = self._add(P.LOGO, logo, letterhead.dir)
        for place, line in enumerate(letterhead.lines):
            last = self._paragraph(line, _Place())
            if place == 0:
                last.content = Xml(w("r", w("br", type="column")) + last.content)
        return last

    def blocks(self, blocks: Sequence[Block], place: _Place = _Place()) -> None:
        """Blocks one after the other."""
        for block in blocks:
            self.block(block, place)

    def block(self, block: Block, place: _Place = _Place()) -> None:
        """One block."""
        match block:
            case Paragraph():
                self._paragraph(block, place)
            case Heading():
                self._heading(block, place)
            case Quote():
                self._quote(block)
            case List():
                self._list(block, place)
            case Definitions():
                self._definitions(block, place)
            case Table():
                self._table(block)
            case Figure():
                self._figure(block, place)
            case Callout():
                self._callout(block)
            case Divider():
                self._divider(block)
            case EndMark():
                self._words(P.END_MARK, (Text(block.text),), block.lang, block.dir)
            case Card():
                self._card(block)
            case Section():
                self._section(block)
            case _:
                assert_never(block)

    # ------------------------------------------------------------ paragraphs

    def _add(self, style: P, content: Xml, direction: Direction) -> DocxParagraph:
        made = DocxParagraph(style, content)
        if direction == "rtl":
            made.properties["bidi"] = w("bidi")
        if self.story and not isinstance(self.story[-1], DocxParagraph):
            # Word gives tables no space of their own.
            made.space(before_pt=7 * self._sheet.brand.unit_pt)
        self.story.append(made)
        return made

    def _words(
        self,
        style: P,
        runs: Runs,
        lang: str,
        direction: Direction,
        anchor: str = "",
        frame: Frame = Frame.NONE,
    ) -> DocxParagraph:
        content = self._links.bookmarked(anchor, self._runs.inline(runs, self._look(style, lang, direction)))
        made = self._add(style, content, direction)
        made.properties |= swapped_frame(frame, self._sheet, direction)
        return made

    def _look(self, style: P, lang: str, direction: Direction) -> Look:
        role = self._roles[style]
        return Look(lang, direction, face=self._sheet.style(role).face, bold=self._sheet.is_bold(role))

    def _paragraph(self, paragraph: Paragraph, place: _Place) -> DocxParagraph:
        if paragraph.role is ParagraphRole.BODY or (
            place.quiet and paragraph.role is ParagraphRole.CONTACT_LINE
        ):
            style = place.style
        else:
            style = _STYLES[paragraph.role]
        return self._words(style, paragraph.runs, paragraph.lang, paragraph.dir, frame=place.frame)

    def _heading(self, heading: Heading, place: _Place) -> DocxParagraph:
        style = _HEADINGS[heading.level]
        made = self._words(style, heading.runs, heading.lang, heading.dir, heading.anchor)
        if place.frame is Frame.CALLOUT:
            made.properties |= frame_properties(place.frame, self._sheet, heading.dir)
        return made

    def _quote(self, quote: Quote) -> None:
        start = len(self.story)
        place = _Place(style=P.QUOTE, frame=Frame.QUOTE)
        if quote.attribution is not None and quote.attribution_first:
            self._paragraph(quote.attribution, place).keep_with_next()
        self.blocks(quote.body, place)
        if quote.attribution is not None and not quote.attribution_first:
            _last_paragraph(self.story).keep_with_next()
            self._paragraph(quote.attribution, place)
        self._set_apart(start, 5, 7)

    def _callout(self, callout: Callout) -> None:
        start = len(self.story)
        place = _Place(style=P.CALLOUT, frame=Frame.CALLOUT)
        if callout.heading is not None:
            self._heading(callout.heading, place)
        self.blocks(callout.body, place)
        for made in self.story[start:-1]:
            if isinstance(made, DocxParagraph):
                made.keep_with_next()
        self._set_apart(start, 5, 7)

    def _set_apart(self, start: int, before: float, after: float) -> None:
        """Give what was added since `start` space around it, in the brand's units."""
        unit = self._sheet.brand.unit_pt
        body_after = self._sheet.style("body").after_pt
        first = self.story[start] if start < len(self.story) else None
        if isinstance(first, DocxParagraph):
            first.space(before_pt=max(0.0, before * unit - body_after))
            _last_paragraph(self.story).space(after_pt=after * unit)

    def _divider(self, divider: Divider) -> None:
        made = self._add(P.DIVIDER, NOTHING, divider.dir)
        made.properties["ind"] = w("ind", right=twips(self._sheet.text_width_pt - 30 / MILLIMETRES_PER_POINT))

    # ------------------------------------------------------------ lists

    def _list(self, block: List, place: _Place) -> None:
        level = place.level
        number = self._numbering.numbers(level, block.start) if block.ordered else self._numbering.bullets()
        style = _item_style(block, place)
        for item in block.items:
            self._item(item, style, number, place)
        if level == 0 and place.frame is not Frame.CALLOUT:
            after = 7 * self._sheet.brand.unit_pt if block.role is ListRole.SUMMARY else 9.0
            _last_paragraph(self.story).space(after_pt=after)

    def _item(self, item: Item, style: P, number: int, place: _Place) -> None:
        first, *rest = item.body or (None,)
        if isinstance(first, Paragraph):
            made = self._words(style, first.runs, first.lang, first.dir, item.anchor)
        else:
            # An item that starts with something else still has its number, on a line of its own.
            made = self._add(style, self._links.bookmarked(item.anchor, NOTHING), item.dir)
            rest = list(item.body)
        made.properties["numPr"] = numbering_properties(number, place.level)
        self._indent(made, place, hanging=True)
        within = replace(place, level=place.level + 1, style=P.SMALL_CONTINUE if place.quiet else P.CONTINUE)
        for block in rest:
            begin = len(self.story)
            if block is not None:
                self.block(block, within)
            if isinstance(block, Paragraph):
                for later in self.story[begin:]:
                    if isinstance(later, DocxParagraph):
                        self._indent(later, place, hanging=False)

    def _indent(self, made: DocxParagraph, place: _Place, *, hanging: bool) -> None:
        """Set an item in where its frame or its level asks for more than style and numbering say."""
        if place.frame is Frame.NONE and (hanging or place.level == 0):
            return
        start = frame_start_pt(place.frame, self._sheet) + list_indent_pt(place.level)
        attributes = {"left": twips(start), "right": twips(frame_end_pt(place.frame, self._sheet))}
        if hanging:
            attributes["hanging"] = twips(LIST_STEP_PT)
        direction: Direction = "rtl" if "bidi" in made.properties else "ltr"
        made.properties |= frame_properties(place.frame, self._sheet, direction)
        made.properties["ind"] = w("ind", **attributes)

    def _definitions(self, block: Definitions, place: _Place) -> None:
        within = replace(place, style=P.DEFINITION, frame=Frame.DEFINITION)
        for item in block.items:
            self._paragraph(item.term, place)
            self.blocks(item.body, within)
        _last_paragraph(self.story).space(after_pt=9)

    # ------------------------------------------------------------ tables and figures

    def _table(self, block: Table) -> None:
        unit = self._sheet.brand.unit_pt
        if block.caption is not None:
            caption = self._paragraph(block.caption, _Place())
            caption.keep_with_next()
            caption.space(before_pt=2 * unit, after_pt=2 * unit)
        elif self.story and not isinstance(self.story[-1], DocxParagraph):
            # Two tables that touch would be one table to Word.
            self._add(P.DIVIDER, NOTHING, block.dir).properties["pBdr"] = w("pBdr", w("bottom", val="nil"))

        def cell(cell: Cell) -> DocxParagraph:
            style = P.TABLE_HEADING if cell.scope else P.TABLE_TEXT
            made = DocxParagraph(style, self._runs.inline(cell.runs, self._look(style, cell.lang, cell.dir)))
            if cell.dir == "rtl":
                made.properties["bidi"] = w("bidi")
            return made

        self.story.append(table(block, self._sheet, cell))

    def _figure(self, figure: Figure, place: _Place) -> None:
        width = self._sheet.measure_pt * place.photo_share
        drawing = self._pictures.figure(figure, width, _TALLEST_PHOTO_MM / MILLIMETRES_PER_POINT)
        told = [line for line in (figure.caption, figure.credit) if line is not None]
        picture = self._add(P.FIGURE, drawing, figure.dir)
        if not told:
            picture.properties["keepNext"] = w("keepNext", val=0)
        for line in told[:-1]:
            self._paragraph(line, _Place()).keep_with_next()
        for line in told[-1:]:
            self._paragraph(line, _Place())
        if figure.long_description is not None:
            self._paragraph(figure.long_description, _Place())
        _last_paragraph(self.story).space(after_pt=7 * self._sheet.brand.unit_pt)

    # ------------------------------------------------------------ sections

    def _section(self, section: Section) -> None:
        self._heading(section.heading, _Place())
        place = _Place()
        if section.kind in _QUIET_SECTIONS:
            place = _Place(style=P.SMALL, quiet=True)
        if section.kind is SectionKind.MEDIA and len(section.body) > 1:
            place = _Place(photo_share=_PHOTO_IN_SECTION)
        self.blocks(section.body, place)

    def _card(self, card: Card) -> None:
        sheet = self._sheet
        made = [self._paragraph(line, _Place(style=P.CARD_TEXT)) for line in card.lines]
        for line in made[:-1]:
            line.keep_with_next()
        if made:
            unit = sheet.brand.unit_pt
            rule = sheet.palette.border("top", "mark", sheet.brand.lines.mark_pt, 2 * round(unit))
            made[0].properties["pBdr"] = w("pBdr", rule)
            made[0].properties["ind"] = w("ind", right=twips(sheet.slack_pt))
            made[0].space(before_pt=2 * unit)
            made[-1].space(after_pt=6 * unit)


def _item_style(block: List, place: _Place) -> P:
    if block.role is ListRole.SUMMARY:
        return P.SUMMARY
    if block.role is ListRole.NOTES:
        return P.NOTE
    if place.quiet:
        return P.SMALL_NUMBER if block.ordered else P.SMALL_BULLET
    return P.NUMBER if block.ordered else P.BULLET


def _last_paragraph(story: list[DocxParagraph | Xml]) -> DocxParagraph:
    """The last paragraph; where a table ends the story there is none to change, and the change is lost."""
    last = story[-1]
    return last if isinstance(last, DocxParagraph) else DocxParagraph(P.BODY, NOTHING)
