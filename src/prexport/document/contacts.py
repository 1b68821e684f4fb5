"""Contacts of a release -> cards: role, organisation, people, and how to reach each of them."""

from __future__ import annotations

from collections.abc import Iterator

from prexport.document import tree
from prexport.document.address_book import entries
from prexport.document.composer import Common, Composer, Context
from prexport.document.telephones import telephone_uri
from prexport.document.tree import LinkKind, ParagraphRole
from prexport.release import contacts as model
from prexport.release.languages import parse_tag


def card(composer: Composer, contact: model.Contact, publisher: str, where: Context) -> tree.Card:
    """One contact as a card, its lines in the order in which they are read."""
    here = where.speaking(contact.lang)
    return tree.Card(
        **composer.common(here),
        lines=tuple(_lines(composer, contact, here)),
        entries=tuple(entries(composer, contact, publisher, here)),
    )


def _lines(composer: Composer, contact: model.Contact, where: Context) -> Iterator[tree.Paragraph]:
    if contact.role is not None:
        yield composer.paragraph(contact.role, where.at("role"), ParagraphRole.CARD_ROLE)
    if contact.organisation is not None:
        yield _plain(
            composer, contact.organisation, where.at("organisation"), ParagraphRole.CARD_ORGANISATION
        )
    for index, person in enumerate(contact.people):
        yield from _person(composer, person, where.at("people", index))
    yield from _reachable(composer, contact, where)
    words = composer.words
    if contact.address:
        here = where.at("address")
        common = composer.common(here)
        lines: list[tree.Inline] = []
        for line in contact.address:
            if lines:
                lines.append(tree.Break(key=composer.key(), source=here.pointer))
            lines.append(composer.text(line))
        yield _labelled(composer, words.address, tuple(lines), here, common)
    if contact.hours is not None:
        here = where.at("hours")
        common = composer.common(here)
        yield _labelled(composer, words.hours, composer.inline(contact.hours, here), here, common)
    if contact.text is not None:
        yield composer.paragraph(contact.text, where.at("text"))


def _person(composer: Composer, person: model.Person, where: Context) -> Iterator[tree.Paragraph]:
    here = where.at("name")
    # The name's language is a part of the line, so that the line keeps the card's direction.
    yield tree.Paragraph(
        **composer.common(here),
        role=ParagraphRole.PERSON_NAME,
        runs=composer.name(person.name, person.lang, here),
    )
    if person.title is not None:
        yield _plain(composer, person.title, where.at("title"), ParagraphRole.PERSON_TITLE)
    yield from _reachable(composer, person, where)


def _reachable(composer: Composer, who: model.Reachable, where: Context) -> Iterator[tree.Paragraph]:
    """Telephones, mail addresses and the page on the web, a line each."""
    words = composer.words
    for pointer, telephone in who.telephones:
        here = where.at(*pointer.strip("/").split("/"))
        number = telephone if isinstance(telephone, str) else telephone.number
        common = composer.common(here)
        label = (
            words.telephone
            if isinstance(telephone, str) or telephone.label is None
            else composer.inline(telephone.label, here)
        )
        uri = telephone_uri(number, parse_tag(here.lang).region or parse_tag(composer.root.lang).region)
        value = _link(composer, number, uri, here) if uri else (composer.text(number),)
        yield tree.Paragraph(
            **common, role=ParagraphRole.CONTACT_LINE, runs=composer.labelled(label, value, here)
        )
    for pointer, address in who.mail_addresses:
        here = where.at(*pointer.strip("/").split("/"))
        common = composer.common(here)
        yield _labelled(
            composer, words.email, _link(composer, address, f"mailto:{address}", here), here, common
        )
    if who.url is not None:
        here = where.at("url")
        common = composer.common(here)
        yield _labelled(composer, words.web, _link(composer, who.url, who.url, here), here, common)


def _plain(composer: Composer, text: str, where: Context, role: ParagraphRole) -> tree.Paragraph:
    return tree.Paragraph(**composer.common(where), role=role, runs=(composer.text(text),))


def _labelled(
    composer: Composer, label: str, value: tree.Runs, where: Context, common: Common
) -> tree.Paragraph:
    """A line that a word of the toolkit introduces."""
    runs = composer.labelled(label, value, where)
    return tree.Paragraph(**common, role=ParagraphRole.CONTACT_LINE, runs=runs)


def _link(composer: Composer, text: str, target: str, where: Context) -> tree.Runs:
    key = composer.key()
    children = (composer.text(text),)
    return (
        tree.Link(key=key, source=where.pointer, target=target, kind=LinkKind.CONTACT, children=children),
    )
