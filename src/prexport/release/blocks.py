"""The blocks that a release's body, notes and boilerplate are made of.

A plain string is a paragraph: it becomes a `Paragraph` that remembers being one, so that pointers into the
file stay right (`Paragraph.text_pointer`).
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import ConfigDict, Discriminator, Field, PlainValidator, PrivateAttr, Tag, model_validator

from prexport.release.fields import (
    Direction,
    FileName,
    Flag,
    HeadingLevel,
    InlineText,
    LanguageTag,
    Maybe,
    Number,
    Part,
    PlainText,
    branch,
    complain,
)


class BlockPart(Part):
    """What all blocks take."""

    lang: Maybe[LanguageTag] = Field(
        default=None, description="Language of this block, when it isn't the release's."
    )
    dir: Maybe[Direction] = Field(default=None, description="Direction of this block; follows its language.")


class Paragraph(BlockPart):
    """A paragraph. A plain string means the same."""

    type: Literal["paragraph"]
    text: InlineText = Field(description="The words, in the inline subset.")

    _bare: bool = PrivateAttr(default=False)

    @classmethod
    def from_string(cls, text: str) -> Paragraph:
        """Make the paragraph that a plain string stands for."""
        paragraph = cls(type="paragraph", text=text)
        paragraph._bare = True
        return paragraph

    def text_pointer(self, pointer: str) -> str:
        """Where the words stand, given where the block does: the block itself when it is a plain string."""
        return pointer if self._bare else f"{pointer}/text"


class Heading(BlockPart):
    """A section heading."""

    type: Literal["heading"]
    level: HeadingLevel = Field(
        description="2 to 4, never skipping one; 3 or 4 inside about, notes and callouts."
    )
    text: InlineText = Field(description="The heading's words.")


class Speaker(Part):
    """Who says a quotation."""

    name: PlainText = Field(description="The speaker's name.")
    lang: Maybe[LanguageTag] = Field(default=None, description="Language of the name.")
    title: Maybe[PlainText] = Field(default=None, description="The speaker's office or job title.")
    organisation: Maybe[PlainText] = Field(default=None, description="The speaker's organisation.")


class Quote(BlockPart):
    """A quotation set apart; `lang` is the quotation's language."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": ["text"]}, {"required": ["body"]}]})

    type: Literal["quote"]
    text: Maybe[InlineText] = Field(default=None, description="The quotation, when it is one paragraph.")
    body: Maybe[tuple[Block, ...]] = Field(
        default=None, description="The quotation, when it has several blocks."
    )
    speaker: Maybe[Speaker] = Field(default=None, description="Who says it.")
    attribution: Literal["before", "after", "none"] = Field(
        default="after",
        description="Where the speaker is printed; none when the text itself says who speaks.",
    )

    @model_validator(mode="after")
    def _holds_one(self) -> Quote:
        if (self.text is None) == (self.body is None):
            raise complain("quote-bare" if self.text is None else "quote-double")
        return self


class List(BlockPart):
    """A list; each item is a text or a list of blocks."""

    type: Literal["list"]
    ordered: Flag = Field(default=False, description="Whether the items are numbered.")
    start: Number = Field(default=1, description="Number of the first item of an ordered list.")
    items: tuple[Flow, ...] = Field(description="The items, at least one; lists nest at most six deep.")


class Definition(Part):
    """A term and what it means."""

    term: InlineText = Field(description='The term, e.g. "WHEN".')
    body: Flow = Field(description="What it means: a text or a list of blocks.")


class Definitions(BlockPart):
    """Terms and their meanings: the WHAT, WHEN and WHERE of an advisory."""

    type: Literal["definitions"]
    items: tuple[Definition, ...] = Field(description="The terms in their order, at least one.")


class Column(Part):
    """A column of a table: its header and alignment."""

    text: InlineText = Field(description="The column's header.")
    align: Literal["start", "center", "end"] = Field(
        default="start", description="How its cells are aligned."
    )


class Table(BlockPart):
    """A table of data with a header row."""

    type: Literal["table"]
    caption: Maybe[InlineText] = Field(default=None, description="What the table shows.")
    columns: tuple[Column, ...] = Field(min_length=1, description="The columns.")
    rows: tuple[tuple[InlineText, ...], ...] = Field(description="The rows, each with a cell a column.")
    row_headers: Flag = Field(default=False, description="Whether the first column holds headers.")


class Figure(BlockPart):
    """A photo or drawing; `lang` holds for alt, caption, credit and long description."""

    type: Literal["figure"]
    src: FileName = Field(description="The image file, relative to the release's own folder.")
    alt: Maybe[PlainText] = Field(
        default=None, description="What the image shows; may be left out when the file carries it (IPTC)."
    )
    decorative: Flag = Field(
        default=False, description="Whether the image says nothing that the text doesn't."
    )
    caption: Maybe[InlineText] = Field(default=None, description="Printed under the image.")
    credit: Maybe[InlineText] = Field(default=None, description="Who made the image.")
    long_description: Maybe[PlainText] = Field(
        default=None, description="All that a chart or diagram says, in words."
    )


class Callout(BlockPart):
    """A box beside the flow of the text."""

    type: Literal["callout"]
    heading: Maybe[InlineText] = Field(default=None, description="The box's heading.")
    body: tuple[Block, ...] = Field(description="What is in the box.")


class Divider(BlockPart):
    """A break between two parts of the text."""

    type: Literal["divider"]


BLOCK_TYPES: dict[str, type[BlockPart]] = {
    "paragraph": Paragraph,
    "heading": Heading,
    "quote": Quote,
    "list": List,
    "definitions": Definitions,
    "table": Table,
    "figure": Figure,
    "callout": Callout,
    "divider": Divider,
}


def _block_branch(value: Any) -> str | None:
    if isinstance(value, str):
        return branch("string")
    kind = value.get("type") if isinstance(value, dict) else getattr(value, "type", None)
    return branch(kind) if isinstance(kind, str) and kind in BLOCK_TYPES else None


_BareParagraph = Annotated[Paragraph, PlainValidator(Paragraph.from_string, json_schema_input_type=str)]

Block: TypeAlias = Annotated[
    Annotated[_BareParagraph, Tag(branch("string"))]
    | Annotated[Paragraph, Tag(branch("paragraph"))]
    | Annotated[Heading, Tag(branch("heading"))]
    | Annotated[Quote, Tag(branch("quote"))]
    | Annotated[List, Tag(branch("list"))]
    | Annotated[Definitions, Tag(branch("definitions"))]
    | Annotated[Table, Tag(branch("table"))]
    | Annotated[Figure, Tag(branch("figure"))]
    | Annotated[Callout, Tag(branch("callout"))]
    | Annotated[Divider, Tag(branch("divider"))],
    Discriminator(_block_branch),
]


def _flow_branch(value: Any) -> str | None:
    if isinstance(value, str):
        return branch("text")
    return branch("blocks") if isinstance(value, list | tuple) else None


Flow: TypeAlias = Annotated[
    Annotated[InlineText, Tag(branch("text"))] | Annotated[tuple[Block, ...], Tag(branch("blocks"))],
    Discriminator(_flow_branch),
]
"""Either one inline text or a list of blocks."""
