"""The tree in the middle: what a reader meets, in reading order, free of formats and brands.

`compose` makes it, writers and the outline read it. Every node but plain text has

- `key`: its number in the document, unique and the same at every run; writers hang ids and tags on it,
- `lang`: the BCP 47 language of its text, and `dir`, the base direction that follows from it,
- `source`: the JSON Pointer of what the author wrote ("" for words that the toolkit adds).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

# The inline half of the tree, given on: readers of the tree find both halves here.
from prexport.document.runs import (
    Abbreviation as Abbreviation,
    Break as Break,
    Code as Code,
    Dateline as Dateline,
    Direction as Direction,
    Em as Em,
    Inline as Inline,
    InlineNode as InlineNode,
    Label as Label,
    Link as Link,
    LinkKind as LinkKind,
    Moment as Moment,
    Part as Part,
    Runs as Runs,
    Strong as Strong,
    Text as Text,
    plain as plain,
)
from prexport.records import dataclass

if TYPE_CHECKING:
    from prexport.release.images import SafeImage

# ---------------------------------------------------------------- blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """What all blocks have; see the module's docstring."""

    key: int
    lang: str
    dir: Direction
    source: str


class ParagraphRole(StrEnum):
    """What a paragraph is in the release; writers map it to a style."""

    BODY = "body"
    LABEL = "label"  # "Press Release"
    RELEASE_LINE = "release-line"  # "For Immediate Release"
    NUMBER = "number"
    DATE = "date"
    EMBARGO = "embargo"  # the banner: embargoed or on hold
    SUBHEADLINE = "subheadline"
    REPLACES = "replaces"
    ATTRIBUTION = "attribution"  # who said a quote
    CAPTION = "caption"  # of a figure or a table
    CREDIT = "credit"
    LONG_DESCRIPTION = "long-description"
    TERM = "term"
    CARD_ROLE = "card-role"  # "Media enquiries"
    CARD_ORGANISATION = "card-organisation"
    PERSON_NAME = "person-name"
    PERSON_TITLE = "person-title"
    CONTACT_LINE = "contact-line"  # label and value: telephone, mail, web, address, hours
    RIGHTS = "rights"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Node):
    """One paragraph, or a line that stands alone."""

    runs: Runs
    role: ParagraphRole = ParagraphRole.BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Node):
    """A heading; level 1 is the headline alone. `anchor` is its id, unique in the document."""

    level: int
    runs: Runs
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Node):
    """Somebody's words, set apart. Its `lang` is the quotation's; the attribution has its own."""

    body: tuple[Block, ...]
    attribution: Paragraph | None = None
    attribution_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Node):
    """One item of a list. `anchor` is set where something points at it (a note)."""

    body: tuple[Block, ...]
    anchor: str = ""


class ListRole(StrEnum):
    """What a list is in the release."""

    BODY = "body"
    SUMMARY = "summary"
    DOWNLOADS = "downloads"
    NOTES = "notes"
    TRANSLATIONS = "translations"


@dataclass(frozen=True, slots=True, kw_only=True)
class List(Node):
    """A list; `start` is the number of the first item of an ordered one."""

    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1
    role: ListRole = ListRole.BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(Node):
    """A term and what it means."""

    term: Paragraph
    body: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Definitions(Node):
    """A list of terms and meanings: WHAT, WHEN, WHERE."""

    items: tuple[Definition, ...]


Align = Literal["start", "center", "end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Node):
    """One cell; `scope` is set on header cells."""

    runs: Runs
    align: Align = "start"
    scope: Literal["", "column", "row"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Node):
    """One row of a table, a cell a column."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Node):
    """A table with one header row, and row headers in the first column when the author says so."""

    caption: Paragraph | None
    header: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Node):
    """A picture. `alt` is "" exactly when it is decorative."""

    image: SafeImage
    alt: str
    caption: Paragraph | None = None
    credit: Paragraph | None = None
    long_description: Paragraph | None = None

    @property
    def decorative(self) -> bool:
        """Whether assistive technology passes over the picture."""
        return not self.alt


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout(Node):
    """A box beside the text's line of thought."""

    heading: Heading | None
    body: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Divider(Node):
    """A pause between two parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndMark(Node):
    """The sign that the release proper is over: printed `text`, spoken `spoken` (in `lang`)."""

    text: str
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Telephone:
    """A number as printed, and its `tel:` URI ("" when it can't be dialled from abroad)."""

    printed: str
    uri: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A person or an organisation as an address book keeps them; only where a format can hand them over.

    `link` is what a link to the entry says. The name is in `name_lang`, all else in `lang`.
    """

    link: Runs
    name: str
    name_lang: str
    lang: str
    is_person: bool
    organisation: str = ""
    role: str = ""  # what the contact is for
    title: str = ""
    telephones: tuple[Telephone, ...] = ()
    mail_addresses: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    address: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Node):
    """One contact: paragraphs in reading order (role, organisation, then each person, then the lines).

    `entries` say the same once more, for machines: they are no part of what a reader must get.
    """

    lines: tuple[Paragraph, ...]
    entries: tuple[Entry, ...] = ()


class SectionKind(StrEnum):
    """What a section holds."""

    BODY = "body"
    DOWNLOADS = "downloads"
    MEDIA = "media"
    NOTES = "notes"
    CONTACTS = "contacts"
    ABOUT = "about"
    TRANSLATIONS = "translations"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Node):
    """A heading and all that stands under it, deeper sections included."""

    kind: SectionKind
    heading: Heading
    body: tuple[Block, ...]


Block = (
    Paragraph
    | Heading
    | Quote
    | List
    | Definitions
    | Table
    | Figure
    | Callout
    | Divider
    | EndMark
    | Card
    | Section
)

# ---------------------------------------------------------------- document


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo(Node):
    """The publisher's mark; the brand has the drawing, `alt` names the publisher."""

    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead(Node):
    """The head of page 1: logo, then label, release line, number and date, those that there are."""

    logo: Logo
    lines: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who publishes; the author of the documents."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """The same release in another language."""

    lang: str
    url: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """The words of page furniture, which is no content: headers, footers, skip links.

    `page` holds `{n}` and `{total}`. `lang` and `dir` are those of these words.
    """

    page: str
    skip: str
    lang: str
    dir: Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the files say of themselves. Dates are ISO 8601 as the author wrote them.

    `identity` is the release's URI; `description` the first words of the release, at most 300 characters.
    """

    identity: str
    title: str
    description: str
    kind: str
    kind_label: str
    publishers: tuple[Publisher, ...]
    publisher_names: str  # joined in the release's language
    issued: str
    embargoed_until: str = ""  # ISO 8601 date-time with offset
    public: bool = True  # False for embargoed releases and those on hold
    number: str = ""
    url: str = ""
    keywords: tuple[str, ...] = ()
    rights: str = ""
    licence: str = ""
    translations: tuple[Translation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A release as its readers meet it. The fields stand in reading order."""

    lang: str
    dir: Direction
    metadata: Metadata
    page_words: PageWords
    letterhead: Letterhead
    embargo: Paragraph | None
    headline: Heading
    subheadlines: tuple[Paragraph, ...]
    replaces: tuple[Paragraph, ...]
    summary: List | None
    body: tuple[Block, ...]
    end_mark: EndMark | None
    after_end: tuple[Block, ...]
    sections: tuple[Section, ...]
    rights: Paragraph | None

    def blocks(self) -> Iterator[Letterhead | Block]:
        """All top-level blocks in reading order: the one place that says what follows what."""
        yield self.letterhead
        if self.embargo is not None:
            yield self.embargo
        yield self.headline
        yield from self.subheadlines
        yield from self.replaces
        if self.summary is not None:
            yield self.summary
        yield from self.body
        if self.end_mark is not None:
            yield self.end_mark
        yield from self.after_end
        yield from self.sections
        if self.rights is not None:
            yield self.rights
