"""Contacts of a release -> entries for an address book: each person, or the organisation where nobody is named."""

from __future__ import annotations

from collections.abc import Iterator

from prexport.document import tree
from prexport.document.composer import Composer, Context
from prexport.document.telephones import telephone_uri
from prexport.release import contacts as model
from prexport.release.languages import parse_tag


def entries(
    composer: Composer, contact: model.Contact, publisher: str, where: Context
) -> Iterator[tree.Entry]:
    """The entries of one contact; `publisher` is whom a contact without any name belongs to.

    A way to reach the contact as a whole reaches each of its people, after their own ways. Who can't be reached
    is no entry.
    """
    for index, person in enumerate(contact.people):
        here = where.at("people", index, "name")
        yield from _entry(composer, contact, (person, contact), person.name, person.lang, here, person.title)
    if not contact.people:
        here = where.at("organisation") if contact.organisation else where
        yield from _entry(composer, contact, (contact,), contact.organisation or publisher, None, here)


def _entry(
    composer: Composer,
    contact: model.Contact,
    reached: tuple[model.Reachable, ...],
    name: str,
    lang: str | None,
    where: Context,
    title: str | None = None,
) -> Iterator[tree.Entry]:
    telephones = tuple(number for who in reached for number in _telephones(composer, who, where))
    mail_addresses = tuple(address for who in reached for _, address in who.mail_addresses)
    pages = tuple(who.url for who in reached if who.url is not None)
    if not (telephones or mail_addresses or pages or contact.address):
        return
    yield tree.Entry(
        link=composer.phrase(composer.words.contact_card, where, name=composer.name(name, lang, where)),
        name=composer.text(name).text,
        name_lang=lang or where.lang,
        lang=where.lang,
        is_person=bool(contact.people),
        organisation=composer.text(contact.organisation or "").text,
        role=tree.plain(composer.inline(contact.role, where)) if contact.role else "",
        title=composer.text(title or "").text,
        # A person's own address may be the contact's, too.
        telephones=tuple(dict.fromkeys(telephones)),
        mail_addresses=tuple(dict.fromkeys(mail_addresses)),
        pages=tuple(dict.fromkeys(pages)),
        address=tuple(composer.text(line).text for line in contact.address),
    )


def _telephones(composer: Composer, who: model.Reachable, where: Context) -> Iterator[tree.Telephone]:
    region = parse_tag(where.lang).region or parse_tag(composer.root.lang).region
    for _, telephone in who.telephones:
        number = telephone if isinstance(telephone, str) else telephone.number
        yield tree.Telephone(printed=composer.text(number).text, uri=telephone_uri(number, region))
