"""The styles of a release: ids that paragraphs and runs refer to, and the names that Word's users see."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class ParagraphStyle(StrEnum):
    """Ids of paragraph styles."""

    NORMAL = "Normal"
    BODY = "BodyText"
    HEADING_1 = "Heading1"
    HEADING_2 = "Heading2"
    HEADING_3 = "Heading3"
    HEADING_4 = "Heading4"
    SUBTITLE = "Subtitle"
    LOGO = "LetterheadLogo"
    KICKER = "Kicker"
    RELEASE_LINE = "ReleaseLine"
    EMBARGO = "Embargo"
    REPLACES = "Replaces"
    SUMMARY = "Summary"
    QUOTE = "Quote"
    ATTRIBUTION = "QuoteAttribution"
    BULLET = "ListBullet"
    NUMBER = "ListNumber"
    CONTINUE = "ListContinue"
    TERM = "Term"
    DEFINITION = "Definition"
    TABLE_HEADING = "TableHeading"
    TABLE_TEXT = "TableText"
    FIGURE = "Figure"
    CAPTION = "Caption"
    CREDIT = "Credit"
    DESCRIPTION = "PictureDescription"
    CALLOUT = "Callout"
    DIVIDER = "Divider"
    END_MARK = "EndMark"
    NOTE = "Note"
    SMALL = "Boilerplate"
    SMALL_BULLET = "BoilerplateBullet"
    SMALL_NUMBER = "BoilerplateNumber"
    SMALL_CONTINUE = "BoilerplateContinue"
    CARD_ROLE = "ContactRole"
    CARD_ORGANISATION = "ContactOrganisation"
    CARD_NAME = "ContactName"
    CARD_TITLE = "ContactTitle"
    CARD_LINE = "ContactLine"
    CARD_TEXT = "ContactText"
    RIGHTS = "Rights"
    HEADER = "Header"
    FOOTER = "Footer"


class CharacterStyle(StrEnum):
    """Ids of character styles; NONE is what the paragraph has."""

    NONE = ""
    STRONG = "Strong"
    EMPHASIS = "Emphasis"
    HYPERLINK = "Hyperlink"
    DATELINE = "Dateline"
    LABEL = "ContactLabel"
    CODE = "Code"


TABLE_STYLE = "ReleaseTable"

NAMES: Mapping[str, str] = {
    ParagraphStyle.BODY: "Body Text",
    ParagraphStyle.HEADING_1: "heading 1",
    ParagraphStyle.HEADING_2: "heading 2",
    ParagraphStyle.HEADING_3: "heading 3",
    ParagraphStyle.HEADING_4: "heading 4",
    ParagraphStyle.LOGO: "Letterhead Logo",
    ParagraphStyle.RELEASE_LINE: "Release Line",
    ParagraphStyle.ATTRIBUTION: "Quote Attribution",
    ParagraphStyle.BULLET: "List Bullet",
    ParagraphStyle.NUMBER: "List Number",
    ParagraphStyle.CONTINUE: "List Continue",
    ParagraphStyle.TABLE_HEADING: "Table Heading",
    ParagraphStyle.TABLE_TEXT: "Table Text",
    ParagraphStyle.CAPTION: "caption",
    ParagraphStyle.DESCRIPTION: "Picture Description",
    ParagraphStyle.END_MARK: "End Mark",
    ParagraphStyle.SMALL_BULLET: "Boilerplate Bullet",
    ParagraphStyle.SMALL_NUMBER: "Boilerplate Number",
    ParagraphStyle.SMALL_CONTINUE: "Boilerplate Continue",
    ParagraphStyle.CARD_ROLE: "Contact Role",
    ParagraphStyle.CARD_ORGANISATION: "Contact Organisation",
    ParagraphStyle.CARD_NAME: "Contact Name",
    ParagraphStyle.CARD_TITLE: "Contact Title",
    ParagraphStyle.CARD_LINE: "Contact Line",
    ParagraphStyle.CARD_TEXT: "Contact Text",
    ParagraphStyle.HEADER: "header",
    ParagraphStyle.FOOTER: "footer",
    CharacterStyle.LABEL: "Contact Label",
    TABLE_STYLE: "Release Table",
}
"""Names where they are not the ids. Word knows its own styles by these names, in any language of its menus."""


WORDS_OWN: frozenset[str] = frozenset(
    {
        ParagraphStyle.NORMAL,
        ParagraphStyle.BODY,
        ParagraphStyle.HEADING_1,
        ParagraphStyle.HEADING_2,
        ParagraphStyle.HEADING_3,
        ParagraphStyle.HEADING_4,
        ParagraphStyle.SUBTITLE,
        ParagraphStyle.QUOTE,
        ParagraphStyle.BULLET,
        ParagraphStyle.NUMBER,
        ParagraphStyle.CONTINUE,
        ParagraphStyle.CAPTION,
        ParagraphStyle.HEADER,
        ParagraphStyle.FOOTER,
        CharacterStyle.STRONG,
        CharacterStyle.EMPHASIS,
        CharacterStyle.HYPERLINK,
    }
)
"""The styles that Word has itself; the others are ours."""


def name_of(style: str) -> str:
    """The name of the style with the id `style`."""
    return NAMES.get(style, style)
