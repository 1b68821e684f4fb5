"""One walk over all that a reader of a release will see: every text and every picture, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar, assert_never

from prexport.records import dataclass
from prexport.release.blocks import (
    Block,
    Callout,
    Definitions,
    Divider,
    Figure,
    Heading,
    List,
    Paragraph,
    Quote,
    Table,
)
from prexport.release.contacts import Contact, LabelledTelephone, Reachable
from prexport.release.model import Embargoed, Hold, Immediate, Release


@dataclass(frozen=True, slots=True)
class Written:
    """One text of a release: what it says, where it stands, its language, and how it is to be read.

    `inline` tells the inline subset from plain characters; `field` is the key that holds it ("headline",
    "caption"), or the type of the block for the text of a block ("paragraph", "heading", "item", "cell").
    """

    pointer: str
    text: str
    lang: str
    field: str
    inline: bool = True


T = TypeVar("T")


def _placed(parts: Sequence[T], pointer: str) -> Iterator[tuple[T, str]]:
    return ((part, f"{pointer}/{index}") for index, part in enumerate(parts))


def figures(release: Release) -> tuple[tuple[str, Figure, str], ...]:
    """Every picture of a release with its pointer and its language, in reading order."""
    return tuple(
        (pointer, block, lang) for pointer, block, lang in blocks(release) if isinstance(block, Figure)
    )


def inline_texts(release: Release) -> Iterator[Written]:
    """Every text in the inline subset, in reading order."""
    return (text for text in texts(release) if text.inline)


def texts(release: Release) -> Iterator[Written]:
    """Every text that is printed or read aloud, in reading order."""
    lang = release.lang
    for pointer, publisher in release.publishers:
        yield Written(f"{pointer}/name", publisher.name, publisher.lang or lang, "publisher", inline=False)
    yield from _given(release, "", lang, inline=("label",))
    if isinstance(release.release, Immediate | Embargoed | Hold):
        yield from _given(release.release, "/release", lang, inline=("text",))
    yield from _given(release, "", lang, plain=("number",), inline=("headline",))
    for pointer, text in release.subheadlines:
        yield Written(pointer, text, lang, "subheadline")
    for replaced, pointer in _placed(release.replaces, "/replaces"):
        yield from _given(replaced, pointer, lang, plain=("number",), inline=("note",))
    for text, pointer in _placed(release.summary, "/summary"):
        yield Written(pointer, text, lang, "summary")
    if release.dateline is not None:
        yield from _given(release.dateline, "/dateline", lang, plain=("separator",), inline=("place",))
    yield from _texts_of(release.body, "/body", lang)
    yield from _given(release, "", lang, plain=("end_mark",))
    yield from _texts_of(release.after_end, "/after_end", lang)
    yield from _given(release, "", lang, inline=("downloads_heading",))
    for download, pointer in _placed(release.downloads, "/downloads"):
        yield from _given(download, pointer, lang, plain=("text",))
    yield from _given(release, "", lang, inline=("media_heading",))
    yield from _texts_of(release.media, "/media", lang)
    yield from _given(release, "", lang, inline=("notes_heading",))
    for note, pointer in _placed(release.notes, "/notes"):
        yield from _texts_of_flow(note, pointer, lang, "note")
    yield from _given(release, "", lang, inline=("contacts_heading",))
    for contact, pointer in _placed(release.contacts, "/contacts"):
        yield from _texts_of_contact(contact, pointer, contact.lang or lang)
    for about, pointer in _placed(release.about, "/about"):
        yield Written(f"{pointer}/heading", about.heading, lang, "heading")
        yield from _texts_of(about.body, f"{pointer}/body", lang)
    for translation, pointer in _placed(release.translations, "/translations"):
        yield from _given(translation, pointer, translation.lang, plain=("title",))
    if release.rights is not None:
        shown = ("notice", "licence")
        hidden = () if release.rights.notice is not None else ("holder",)
        yield from _given(release.rights, "/rights", lang, plain=hidden, inline=shown)


def blocks(release: Release) -> Iterator[tuple[str, Block, str]]:
    """Every block, however deep, with its pointer and its language, in reading order."""
    yield from _within(release.body, "/body", release.lang)
    yield from _within(release.after_end, "/after_end", release.lang)
    yield from _within(release.media, "/media", release.lang)
    for note, pointer in _placed(release.notes, "/notes"):
        if not isinstance(note, str):
            yield from _within(note, pointer, release.lang)
    for about, pointer in _placed(release.about, "/about"):
        yield from _within(about.body, f"{pointer}/body", release.lang)


def _within(parts: Sequence[Block], pointer: str, lang: str) -> Iterator[tuple[str, Block, str]]:
    for block, where in _placed(parts, pointer):
        spoken = block.lang or lang
        yield where, block, spoken
        for inner, place in held(block, where):
            yield from _within(inner, place, spoken)


def held(block: Block, pointer: str) -> Iterator[tuple[Sequence[Block], str]]:
    """The lists of blocks that stand directly inside of a block, each with its pointer."""
    match block:
        case Quote() | Callout():
            if block.body is not None:
                yield block.body, f"{pointer}/body"
        case List():
            for item, where in _placed(block.items, f"{pointer}/items"):
                if not isinstance(item, str):
                    yield item, where
        case Definitions():
            for definition, where in _placed(block.items, f"{pointer}/items"):
                if not isinstance(definition.body, str):
                    yield definition.body, f"{where}/body"
        case Paragraph() | Heading() | Table() | Figure() | Divider():
            return
        case _:
            assert_never(block)


def _texts_of(parts: Sequence[Block], pointer: str, lang: str) -> Iterator[Written]:
    for block, where in _placed(parts, pointer):
        yield from _texts_of_block(block, where, block.lang or lang, outside=lang)


def _texts_of_flow(flow: str | Sequence[Block], pointer: str, lang: str, field: str) -> Iterator[Written]:
    if isinstance(flow, str):
        yield Written(pointer, flow, lang, field)
    else:
        yield from _texts_of(flow, pointer, lang)


def _texts_of_block(block: Block, pointer: str, lang: str, outside: str) -> Iterator[Written]:
    match block:
        case Paragraph():
            yield Written(block.text_pointer(pointer), block.text, lang, "paragraph")
        case Heading():
            yield Written(f"{pointer}/text", block.text, lang, "heading")
        case Quote():
            speaker = tuple(_texts_of_speaker(block, pointer, outside))
            if block.attribution == "before":
                yield from speaker
            if block.text is not None:
                yield Written(f"{pointer}/text", block.text, lang, "quote")
            yield from _texts_of(block.body or (), f"{pointer}/body", lang)
            if block.attribution == "after":
                yield from speaker
        case List():
            for item, where in _placed(block.items, f"{pointer}/items"):
                yield from _texts_of_flow(item, where, lang, "item")
        case Definitions():
            for definition, where in _placed(block.items, f"{pointer}/items"):
                yield Written(f"{where}/term", definition.term, lang, "term")
                yield from _texts_of_flow(definition.body, f"{where}/body", lang, "definition")
        case Table():
            yield from _given(block, pointer, lang, inline=("caption",))
            for column, where in _placed(block.columns, f"{pointer}/columns"):
                yield Written(f"{where}/text", column.text, lang, "column")
            for row, where in _placed(block.rows, f"{pointer}/rows"):
                for cell, place in _placed(row, where):
                    yield Written(place, cell, lang, "cell")
        case Figure():
            yield from _given(block, pointer, lang, plain=("alt",), inline=("caption", "credit"))
            yield from _given(block, pointer, lang, plain=("long_description",))
        case Callout():
            yield from _given(block, pointer, lang, inline=("heading",))
            yield from _texts_of(block.body, f"{pointer}/body", lang)
        case Divider():
            return
        case _:
            assert_never(block)


def _texts_of_speaker(block: Quote, pointer: str, lang: str) -> Iterator[Written]:
    if block.speaker is not None:
        here = f"{pointer}/speaker"
        yield from _given(block.speaker, here, block.speaker.lang or lang, plain=("name",))
        yield from _given(block.speaker, here, lang, plain=("title", "organisation"))


def _texts_of_contact(contact: Contact, pointer: str, lang: str) -> Iterator[Written]:
    yield from _given(contact, pointer, lang, inline=("role",))
    yield from _given(contact, pointer, lang, plain=("organisation",))
    for person, where in _placed(contact.people, f"{pointer}/people"):
        yield from _given(person, where, person.lang or lang, plain=("name",))
        yield from _given(person, where, lang, plain=("title",))
        yield from _texts_of_reachable(person, where, lang)
    yield from _texts_of_reachable(contact, pointer, lang)
    for line, where in _placed(contact.address, f"{pointer}/address"):
        yield Written(where, line, lang, "address", inline=False)
    yield from _given(contact, pointer, lang, inline=("hours", "text"))


def _texts_of_reachable(who: Reachable, pointer: str, lang: str) -> Iterator[Written]:
    for where, telephone in who.telephones:
        if isinstance(telephone, LabelledTelephone):
            yield from _given(telephone, f"{pointer}{where}", lang, inline=("label",))
            yield Written(f"{pointer}{where}/number", telephone.number, lang, "telephone", inline=False)
        else:
            yield Written(f"{pointer}{where}", telephone, lang, "telephone", inline=False)
    for where, address in who.mail_addresses:
        yield Written(f"{pointer}{where}", address, lang, "email", inline=False)
    yield from _given(who, pointer, lang, plain=("url",))


def _given(
    part: object, pointer: str, lang: str, *, plain: Sequence[str] = (), inline: Sequence[str] = ()
) -> Iterator[Written]:
    """The texts of the named fields of a part, those that the author gave."""
    template = Written(pointer, "", lang, "")
    for field in (*plain, *inline):
        text = getattr(part, field)
        if text is not None:
            yield replace(
                template, pointer=f"{pointer}/{field}", text=text, field=field, inline=field in inline
            )
