"""The release as its author wrote it: format `prexport/1`, frozen, with no looks in it.

What types can say is held here. What needs a look at several parts at once (a skipped heading level, a row of
the wrong length) is a rule of `prexport.lint`, so that it has a rule id and a sentence of its own.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import ConfigDict, Discriminator, Field, Tag, model_validator

from prexport.release.blocks import Block, Figure, Flow
from prexport.release.contacts import Contact
from prexport.release.dates import WrittenDate
from prexport.release.fields import (
    Count,
    Day,
    Direction,
    HttpsUrl,
    InlineText,
    IssueDate,
    LanguageTag,
    LinkUrl,
    Maybe,
    MediaType,
    Moment,
    Part,
    PlainText,
    Size,
    TimeZoneName,
    Uri,
    branch,
    complain,
)

FORMAT = "prexport/1"

Kind = Literal["press-release", "media-advisory", "statement", "fact-sheet", "speech", "correction"]


class Immediate(Part):
    """For immediate release."""

    mode: Literal["immediate"]
    text: Maybe[InlineText] = Field(default=None, description="Replaces the words of the release's language.")


class Embargoed(Part):
    """Not to be published before a moment."""

    mode: Literal["embargoed"]
    until: Moment = Field(description="When the embargo ends: a date-time with its offset.")
    timezone: TimeZoneName = Field(description='The time zone to print it in, e.g. "Asia/Hong_Kong".')
    text: Maybe[InlineText] = Field(default=None, description="Replaces the words of the release's language.")


class Hold(Part):
    """Not to be published until further notice."""

    mode: Literal["hold"]
    text: Maybe[InlineText] = Field(default=None, description="Replaces the words of the release's language.")


class Unannounced(Part):
    """Nothing is printed about when it may be published."""

    mode: Literal["none"]


RELEASE_MODES: dict[str, type[Part]] = {
    "immediate": Immediate,
    "embargoed": Embargoed,
    "hold": Hold,
    "none": Unannounced,
}


def _mode_branch(value: Any) -> str | None:
    mode = value.get("mode") if isinstance(value, dict) else getattr(value, "mode", None)
    return branch(mode) if isinstance(mode, str) and mode in RELEASE_MODES else None


ReleaseLine: TypeAlias = Annotated[
    Annotated[Immediate, Tag(branch("immediate"))]
    | Annotated[Embargoed, Tag(branch("embargoed"))]
    | Annotated[Hold, Tag(branch("hold"))]
    | Annotated[Unannounced, Tag(branch("none"))],
    Discriminator(_mode_branch),
]


class Publisher(Part):
    """Who issues the release."""

    name: PlainText = Field(description="The publisher's name.")
    url: Maybe[LinkUrl] = Field(default=None, description="The publisher's site.")
    lang: Maybe[LanguageTag] = Field(default=None, description="Language of the name.")


_REPLACEMENT_KEYS = ("number", "url", "issued", "note")


class Replacement(Part):
    """What a correction or a new version replaces."""

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": [key]} for key in _REPLACEMENT_KEYS]})

    number: Maybe[PlainText] = Field(default=None, description="The number of the release that is replaced.")
    url: Maybe[LinkUrl] = Field(default=None, description="Where it was published.")
    issued: Maybe[IssueDate] = Field(default=None, description="When it was issued.")
    note: Maybe[InlineText] = Field(default=None, description="What was wrong or has changed.")

    @model_validator(mode="after")
    def _holds_something(self) -> Replacement:
        if all(getattr(self, key) is None for key in _REPLACEMENT_KEYS):
            raise complain("replacement-bare")
        return self


class Dateline(Part):
    """The run-in start of the first paragraph: "Hong Kong, 5 June 2025 – "."""

    place: InlineText = Field(description="Where the release is issued.")
    date: Day | None = Field(default=None, description="A date in place of `issued`; null prints none.")
    separator: Maybe[PlainText] = Field(default=None, description='What stands before the text, e.g. " – ".')

    def dated(self, issued: WrittenDate) -> WrittenDate | None:
        """The date to print: its own, else `issued`, or None where the author wrote null."""
        return self.date if "date" in self.model_fields_set else issued


class Download(Part):
    """A media asset to download."""

    text: PlainText = Field(description='What the link is for: "Download high-resolution photos".')
    url: LinkUrl = Field(description="Where the asset is.")
    type: Maybe[MediaType] = Field(default=None, description='Its MIME type, e.g. "application/zip".')
    bytes: Maybe[Size] = Field(default=None, description="Its size in bytes.")
    count: Maybe[Count] = Field(default=None, description="How many files it holds.")


class About(Part):
    """Boilerplate: who the organisation is."""

    heading: InlineText = Field(description='Its heading: "About Cyberport".')
    body: tuple[Block, ...] = Field(description="Its blocks; headings in it are of level 3 or 4.")
    url: Maybe[LinkUrl] = Field(default=None, description="Where to read more.")


class Translation(Part):
    """Another language version of the release."""

    lang: LanguageTag = Field(description="Its language.")
    url: LinkUrl = Field(description="Where it is published.")
    title: Maybe[PlainText] = Field(default=None, description="Its headline, in its own language.")


class Rights(Part):
    """Who owns the words, and what others may do with them."""

    holder: Maybe[PlainText] = Field(default=None, description="The owner of the copyright.")
    notice: Maybe[InlineText] = Field(default=None, description="The notice to print.")
    licence: Maybe[InlineText] = Field(default=None, description="The licence that the words are under.")


class Provenance(Part):
    """Where the text comes from. Private: never printed, never carried in an artefact."""

    document: Maybe[PlainText] = Field(default=None, description="The document it was made from.")
    note: Maybe[PlainText] = Field(default=None, description="Anything the next editor should know.")


def _one_or_many(value: Any) -> str | None:
    if isinstance(value, list | tuple):
        return branch("many")
    return branch("one") if isinstance(value, str | dict | Part) else None


Publishers: TypeAlias = Annotated[
    Annotated[Publisher, Tag(branch("one"))]
    | Annotated[tuple[Publisher, ...], Field(min_length=1), Tag(branch("many"))],
    Discriminator(_one_or_many),
]
Lines: TypeAlias = Annotated[
    Annotated[InlineText, Tag(branch("one"))] | Annotated[tuple[InlineText, ...], Tag(branch("many"))],
    Discriminator(_one_or_many),
]


class Release(Part):
    """One press release in one language."""

    format: Literal["prexport/1"] = Field(description="Format and version of this file.")
    schema_uri: Maybe[PlainText] = Field(
        None, alias="$schema", description="Where the schema is, for editors."
    )
    id: Maybe[Uri] = Field(
        default=None, description="A stable identity; made from the content when left out."
    )
    number: Maybe[PlainText] = Field(default=None, description='The release number, e.g. "M07-44".')
    url: Maybe[HttpsUrl] = Field(
        default=None, description="Where the release is published: the canonical link."
    )
    replaces: tuple[Replacement, ...] = Field(
        default=(), description="What this release corrects or replaces."
    )
    lang: LanguageTag = Field(description='The language of the release (BCP 47), e.g. "en-HK".')
    dir: Maybe[Direction] = Field(default=None, description="The direction of its script; follows `lang`.")
    kind: Kind = Field(default="press-release", description="Gives the printed label.")
    label: Maybe[InlineText] = Field(default=None, description="Replaces the printed label.")
    release: ReleaseLine = Field(
        default=Immediate(mode="immediate"),
        description="When it may be published, and what is printed about that.",
    )
    issued: IssueDate = Field(
        description="The release's date everywhere: a year, year-month, date, or date-time with offset."
    )
    publisher: Publishers = Field(description="Who issues it; a list for a joint release.")
    headline: InlineText = Field(description="The one heading of level 1.")
    subheadline: Maybe[Lines] = Field(default=None, description="One or more lines under the headline.")
    summary: tuple[InlineText, ...] = Field(default=(), description="Key points under the headline.")
    dateline: Maybe[Dateline] = Field(
        default=None, description="Place and date at the start of the first paragraph."
    )
    body: tuple[Block, ...] = Field(min_length=1, description="The text, in reading order.")
    end_mark: PlainText | None = Field(
        default="###", description="Printed after the text; null prints nothing."
    )
    downloads: tuple[Download, ...] = Field(default=(), description="Media assets.")
    after_end: tuple[Block, ...] = Field(
        default=(), description="What follows the end mark, before the downloads."
    )
    media: tuple[Figure, ...] = Field(default=(), description="Photos printed after the end mark.")
    notes: tuple[Flow, ...] = Field(
        default=(), description="Numbered notes to editors, the targets of #note-N."
    )
    contacts: tuple[Contact, ...] = Field(default=(), description="Whom journalists can reach.")
    downloads_heading: Maybe[InlineText] = Field(
        default=None, description="Replaces the heading over the downloads."
    )
    media_heading: Maybe[InlineText] = Field(
        default=None, description="Replaces the heading over the photos."
    )
    notes_heading: Maybe[InlineText] = Field(default=None, description="Replaces the heading over the notes.")
    contacts_heading: Maybe[InlineText] = Field(
        default=None, description="Replaces the heading over the contacts."
    )
    about: tuple[About, ...] = Field(default=(), description="Boilerplate.")
    translations: tuple[Translation, ...] = Field(default=(), description="Other language versions.")
    keywords: tuple[PlainText, ...] = Field(default=(), description="Words to find the release by.")
    rights: Maybe[Rights] = Field(default=None, description="Owner, notice and licence.")
    source: Maybe[Provenance] = Field(
        default=None, description="Private provenance; never printed, never carried."
    )

    @property
    def publishers(self) -> tuple[tuple[str, Publisher], ...]:
        """Every publisher with its pointer: "/publisher" or "/publisher/0"."""
        if isinstance(self.publisher, Publisher):
            return (("/publisher", self.publisher),)
        return tuple((f"/publisher/{place}", publisher) for place, publisher in enumerate(self.publisher))

    @property
    def subheadlines(self) -> tuple[tuple[str, InlineText], ...]:
        """Every line of the subheadline with its pointer: "/subheadline" or "/subheadline/0"."""
        if self.subheadline is None:
            return ()
        if isinstance(self.subheadline, str):
            return (("/subheadline", self.subheadline),)
        return tuple((f"/subheadline/{place}", line) for place, line in enumerate(self.subheadline))
