"""The outline: what a reader must get from a release, in reading order, whatever the format.

`outline_of` derives it from a Document; `prexport.readers` find it again in an artefact, by the artefact's own
structure (HTML elements, PDF tags, Word styles and numbering). When both are equal, every format says the same
words in the same order with the same roles, languages and alternatives. The parts:

- here: the unit and its words,
- `outline_words`, `outline_builder`: how units are made, shared by `outline_of` and all readers,
- `outline_of`: Document -> Outline,
- `outline_formats`: what a format can't say, and what is left to compare then,
- `outline_text`: an outline as readable lines,
- `outline_diff`, `outline_align`, `outline_traits`: what differs, and how to say it.

An outline is a tree written as a flat list: `depth` tells how deep a unit stands, and what follows a container
more deeply stands in it. Left out are page furniture (headers, footers, page numbers), the skip link, links to
data (vCards), and pictures that a reader passes over unless they stand as figures.
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import Literal

from prexport.records import dataclass


class Role(StrEnum):
    """What a unit is to its reader.

    Containers say that something begins; the units in it follow, one deeper. ITEM, DEFINITION and TABLE take
    words, too: the first paragraph of an item or a definition, when it begins with one, and the caption.
    """

    LOGO = "logo"  # who publishes: the words of the mark, be they its alternative or set beside it
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    NOTE = "note"  # a warning apart from the text: the embargo banner
    LIST = "list"  # container: of ITEM, or of TERM and DEFINITION
    ITEM = "item"  # container
    TERM = "term"
    DEFINITION = "definition"  # container
    QUOTE = "quote"  # container, without words of its own (but see `outline_formats`)
    ATTRIBUTION = "attribution"  # who said it; stands in its QUOTE, before or after the words
    CALLOUT = "callout"  # container, without words of its own (but see `outline_formats`)
    TABLE = "table"  # container: of all its cells, row by row
    HEADER_CELL = "header-cell"
    CELL = "cell"
    FIGURE = "figure"  # container: of its CAPTIONs
    CAPTION = "caption"  # of a figure; its credit, too
    DIVIDER = "divider"
    END_MARK = "end-mark"


class MarkKind(StrEnum):
    """What a stretch of words is; the comment says what the mark's value is."""

    LANGUAGE = "language"  # in another language than its unit: the maximised tag
    LINK = "link"  # where it leads: an absolute URI (RFC 3986), or "#name" for a place in the document
    EXPANSION = "abbreviation"  # what the short form stands for
    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    MOMENT = "moment"  # the date or time, ISO 8601


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """What `text[start:end]` of a unit is. No mark begins or ends with a space, none is empty."""

    start: int
    end: int
    kind: MarkKind
    value: str = ""


Numbering = Literal["", "bullets", "numbers", "terms"]
Scope = Literal["", "column", "row"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One thing that a reader meets. Fields that don't belong to the role keep their defaults.

    `text` is NFC, with every run of white space as one space and without characters that nobody sees.
    `lang` is the maximised tag (`zh-HK` is `zh-Hant-HK`) of the text, or of the alternative where there is no
    text; "" where there is neither. `marks` are sorted.

    `alt` is what is said in place of what is shown: of a FIGURE ("" is decoration, None is a fault: nothing
    tells what it is), and of an END_MARK whose signs are not to be spelt out.
    `number` is the number of the first item of a numbered LIST; of an ITEM only where it is not the next one.
    `names` are the names by which links of the document lead to this unit ("note-1"), in reading order.

    `image` is the fingerprint of a FIGURE's photo: "" where there is no readable picture, None where the reader
    could not look (a photo in another file). It differs a little from format to format, so it takes no part
    in `==`; `differences` compares it by distance. `source` is the JSON Pointer of what the author wrote, ""
    in outlines of artefacts; `element` the path of what the unit was read from in the tag tree of a PDF
    ("Document/Sect[2]/P[1]"), "" elsewhere.
    """

    role: Role
    depth: int = 0
    text: str = ""
    lang: str = ""
    marks: tuple[Mark, ...] = ()
    level: int = 0  # of a HEADING, 1 to 6
    alt: str | None = None
    numbering: Numbering = ""  # of a LIST
    number: int | None = None
    scope: Scope = ""  # of a HEADER_CELL
    rows: int = 0  # of a TABLE, the header row counted
    columns: int = 0  # of a TABLE: the cells of its longest row
    names: tuple[str, ...] = ()
    image: str | None = field(default=None, compare=False)
    source: str = field(default="", compare=False)
    element: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Outline:
    """The units of a document or an artefact, in reading order."""

    units: tuple[Unit, ...]
