"""Paragraphs and headings of the document in their styles, frames and directions."""

from __future__ import annotations

from dataclasses import replace

from prexport.brand.tokens import FaceRole
from prexport.document.tree import Direction, Heading, Paragraph, ParagraphRole, Runs
from prexport.records import dataclass
from prexport.writers.docx.catalogue import paragraph_styles
from prexport.writers.docx.frames import Frame, against_the_grain, frame_indent, frame_properties
from prexport.writers.docx.links import Links
from prexport.writers.docx.markup import Xml, w
from prexport.writers.docx.numbering import list_indent_pt
from prexport.writers.docx.runs import Look, RunWriter
from prexport.writers.docx.sheet import LIST_STEP_PT, Sheet
from prexport.writers.docx.story import DocxParagraph, Story
from prexport.writers.docx.style_ids import ParagraphStyle as P

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


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: what its plain paragraphs look like, in which frame, how deep in lists.

    `quiet` places are set small; photos take `photo_share` of the measure.
    """

    style: P = P.BODY
    frame: Frame = Frame.NONE
    level: int = 0
    quiet: bool = False
    photo_share: float = 1.0


TOP = Place()
"""Straight in the body of the release."""


class ParagraphWriter:
    """Writes paragraphs into a story."""

    def __init__(self, sheet: Sheet, runs: RunWriter, links: Links, story: Story) -> None:
        """Write in the styles of `sheet`."""
        self._sheet = sheet
        self._runs = runs
        self._links = links
        self._story = story
        self._styles = paragraph_styles(sheet)
        self._faces: dict[P, tuple[FaceRole, bool]] = {}

    def paragraph(self, paragraph: Paragraph, place: Place) -> DocxParagraph:
        """Add a paragraph in the style of its role, or of its place when it is plain text."""
        style = _STYLES.get(paragraph.role, place.style)
        if place.quiet and paragraph.role is ParagraphRole.CONTACT_LINE:
            style = place.style
        return self.words(style, paragraph.runs, paragraph.lang, paragraph.dir, frame=place.frame)

    def description(self, description: Paragraph, place: Place) -> DocxParagraph:
        """Add what is told of a picture at length: text of the frame or the item that the picture stands in."""
        if place.style in (P.QUOTE, P.CALLOUT, P.DEFINITION):
            return self.paragraph(replace(description, role=ParagraphRole.BODY), place)
        made = self.paragraph(description, TOP)
        if place.level:
            self.indent(
                made, description.dir, replace(place, level=place.level - 1), hanging=False, always=True
            )
        return made

    def heading(self, heading: Heading, place: Place) -> DocxParagraph:
        """Add a heading, a place that links can lead to."""
        style = _HEADINGS[heading.level]
        made = self.words(style, heading.runs, heading.lang, heading.dir, anchor=heading.anchor)
        if place.frame is Frame.CALLOUT:
            made.properties |= frame_properties(place.frame, self._sheet, heading.dir)
        return made

    def words(
        self,
        style: P,
        runs: Runs,
        lang: str,
        direction: Direction,
        *,
        anchor: str = "",
        frame: Frame = Frame.NONE,
    ) -> DocxParagraph:
        """Add a paragraph of `runs`."""
        content = self._links.bookmarked(anchor, self.inline(style, runs, lang, direction))
        return self.add(style, content, direction, frame)

    def add(self, style: P, content: Xml, direction: Direction, frame: Frame = Frame.NONE) -> DocxParagraph:
        """Add a paragraph of finished runs."""
        made = DocxParagraph(style, content)
        if direction == "rtl":
            made.properties["bidi"] = w("bidi")
        if direction != self._sheet.dir:
            narrow = self._styles[style].narrow
            made.properties |= against_the_grain(frame, self._sheet, direction, narrow=narrow)
        return self._story.add(made)

    def inline(self, style: P, runs: Runs, lang: str, direction: Direction) -> Xml:
        """The runs as they are set in a paragraph of `style`."""
        face, bold = self._face(style)
        return self._runs.inline(runs, Look(lang, direction, face, bold))

    def indent(
        self, made: DocxParagraph, direction: Direction, place: Place, *, hanging: bool, always: bool = False
    ) -> None:
        """Set what stands in a list in where frame, level or direction ask for more than styles and numbering say.

        `hanging` paragraphs carry the number or bullet; `always` is for styles that say nothing of lists.
        """
        usual = place.frame is Frame.NONE and direction == self._sheet.dir
        if usual and not always and (hanging or place.level == 0):
            return
        made.properties |= frame_properties(place.frame, self._sheet, direction)
        made.properties["ind"] = frame_indent(
            place.frame,
            self._sheet,
            direction,
            inside_pt=list_indent_pt(place.level),
            hanging_pt=LIST_STEP_PT if hanging else 0.0,
        )

    def _face(self, style: P) -> tuple[FaceRole, bool]:
        """The face of a style, and whether it is bold."""
        known = self._faces.get(style)
        if known is None:
            entry = self._styles[style]
            face = entry.face or self._sheet.style(entry.role).face
            known = self._faces[style] = face, self._sheet.is_bold(entry.role)
        return known
