"""The catalogue of paragraph styles: which of the brand's roles each is derived from, and how it is laid out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from prexport.brand.tokens import FaceRole
from prexport.records import dataclass
from prexport.writers.docx.frames import Frame
from prexport.writers.docx.numbering import BULLETED, NUMBERED
from prexport.writers.docx.sheet import LIST_STEP_PT, Sheet
from prexport.writers.docx.style_ids import ParagraphStyle as P


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleEntry:
    """One paragraph style. `role` is the brand's; a face and spaces that are None are the brand's, too.

    `list` is the number of the list that a paragraph of this style belongs to until it says another.
    `narrow` text keeps to the measure, the rest takes the whole width of the page.
    """

    id: P
    role: str
    face: FaceRole | None = None
    based_on: P | None = P.NORMAL
    next: P | None = None
    narrow: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    before_pt: float | None = None
    after_pt: float | None = None
    outline: int | None = None
    frame: Frame = Frame.NONE
    align: str = ""
    indent_pt: float = 0
    list: int = 0


@lru_cache(maxsize=64)
def paragraph_styles(sheet: Sheet) -> Mapping[P, StyleEntry]:
    """The paragraph styles by their ids."""
    return {entry.id: entry for entry in _entries(sheet)}


def _entries(sheet: Sheet) -> tuple[StyleEntry, ...]:
    unit = sheet.brand.unit_pt
    return (
        StyleEntry(id=P.NORMAL, role="body", based_on=None, before_pt=0, after_pt=0),
        StyleEntry(id=P.BODY, role="body", narrow=True),
        StyleEntry(id=P.HEADING_1, role="headline", next=P.SUBTITLE, keep_next=True, keep_lines=True, outline=0,
               frame=Frame.HEADLINE, before_pt=4 * unit),
        *(
            StyleEntry(id=id, role=f"heading-{level}", next=P.BODY, keep_next=True, keep_lines=True,
                   outline=level - 1)
            for level, id in ((2, P.HEADING_2), (3, P.HEADING_3), (4, P.HEADING_4))
        ),
        StyleEntry(id=P.SUBTITLE, role="subheadline", next=P.BODY, keep_next=True, keep_lines=True),
        StyleEntry(id=P.LOGO, role="heading-3", face="headline", next=P.KICKER, before_pt=0, after_pt=0),
        StyleEntry(id=P.KICKER, role="label", next=P.RELEASE_LINE, align="right"),
        StyleEntry(id=P.RELEASE_LINE, role="letterhead", align="right"),
        StyleEntry(id=P.EMBARGO, role="embargo", next=P.HEADING_1, keep_lines=True, frame=Frame.EMBARGO,
               before_pt=6 * unit, after_pt=8 * unit),
        StyleEntry(id=P.REPLACES, role="small", narrow=True, after_pt=6 * unit),
        StyleEntry(id=P.SUMMARY, list=BULLETED, role="summary", narrow=True, after_pt=2 * unit),
        StyleEntry(id=P.QUOTE, role="quote", next=P.ATTRIBUTION, keep_lines=True, frame=Frame.QUOTE,
               before_pt=0, after_pt=unit),
        StyleEntry(id=P.ATTRIBUTION, role="attribution", next=P.BODY, keep_lines=True, frame=Frame.QUOTE,
               before_pt=0, after_pt=7 * unit),
        StyleEntry(id=P.BULLET, list=BULLETED, role="body", narrow=True, after_pt=unit),
        StyleEntry(id=P.NUMBER, list=NUMBERED, role="body", narrow=True, after_pt=unit),
        StyleEntry(id=P.CONTINUE, role="body", narrow=True, after_pt=unit, indent_pt=LIST_STEP_PT),
        StyleEntry(id=P.TERM, role="term", next=P.DEFINITION, narrow=True, keep_next=True, keep_lines=True),
        StyleEntry(id=P.DEFINITION, role="body", next=P.TERM, frame=Frame.DEFINITION, after_pt=2 * unit),
        StyleEntry(id=P.TABLE_HEADING, role="table-head"),
        StyleEntry(id=P.TABLE_TEXT, role="table-cell"),
        StyleEntry(id=P.FIGURE, role="body", next=P.CAPTION, keep_next=True, before_pt=2 * unit, after_pt=0),
        StyleEntry(id=P.CAPTION, role="caption", next=P.BODY, narrow=True, before_pt=2 * unit, after_pt=0),
        StyleEntry(id=P.CREDIT, role="caption", next=P.BODY, narrow=True, before_pt=0, after_pt=0),
        StyleEntry(id=P.DESCRIPTION, role="small", narrow=True, before_pt=2 * unit),
        StyleEntry(id=P.CALLOUT, role="callout", keep_lines=True, frame=Frame.CALLOUT),
        StyleEntry(id=P.DIVIDER, role="small", before_pt=0, after_pt=4 * unit),
        StyleEntry(id=P.END_MARK, role="end-mark", align="center"),
        StyleEntry(id=P.NOTE, list=NUMBERED, role="small", narrow=True),
        StyleEntry(id=P.SMALL, role="small", narrow=True),
        StyleEntry(id=P.SMALL_BULLET, list=BULLETED, role="small", narrow=True, after_pt=unit),
        StyleEntry(id=P.SMALL_NUMBER, list=NUMBERED, role="small", narrow=True, after_pt=unit),
        StyleEntry(id=P.SMALL_CONTINUE, role="small", narrow=True, after_pt=unit, indent_pt=LIST_STEP_PT),
        *(
            StyleEntry(id=id, role=role, keep_lines=True)
            for id, role in (
                (P.CARD_ROLE, "card-role"),
                (P.CARD_ORGANISATION, "card-name"),
                (P.CARD_NAME, "card-name"),
                (P.CARD_TITLE, "card-line"),
                (P.CARD_LINE, "card-line"),
                (P.CARD_TEXT, "card-line"),
            )
        ),
        StyleEntry(id=P.RIGHTS, role="small", narrow=True, before_pt=4 * unit),
        StyleEntry(id=P.HEADER, role="running"),
        StyleEntry(id=P.FOOTER, role="running"),
    )  # fmt: skip
