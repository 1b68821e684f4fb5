"""Whom an address book can take over from a contact, and by what they are reached."""

from __future__ import annotations

from typing import Any

from prexport.document.compose import compose
from prexport.document.tree import Card, Entry, Part, Telephone, plain
from prexport.release.model import Release


def entries(contact: dict[str, Any], **fields: Any) -> tuple[Entry, ...]:
    release = Release.model_validate(
        {
            "format": "prexport/1",
            "lang": "en-HK",
            "issued": "2026-03-01",
            "publisher": {"name": "Harbour Museum"},
            "headline": "It opens",
            "body": ["x"],
            "contacts": [contact],
            **fields,
        }
    )
    (section,) = compose(release, images={}, alts={}, identity="urn:x").sections
    (card,) = section.body
    assert isinstance(card, Card)
    return card.entries


def test_each_person_with_what_reaches_all_of_them() -> None:
    people = [
        {"name": "Ada Ng", "title": "Press officer", "tel": "2345 6789", "email": "press@example.org"},
        {"name": "何思朗", "lang": "zh-Hant-HK", "email": ["ho@example.org"]},
    ]
    ada, ho = entries(
        {
            "role": "*Media* enquiries",
            "organisation": "Harbour Museum",
            "people": people,
            "tel": "+44 151 496 0172 ext. 21",
            "email": "press@example.org",
            "url": "https://example.org",
            "address": ["1 Pier Road", "Hong Kong"],
        }
    )
    exchange = Telephone(printed="+44 151 496 0172 ext. 21", uri="tel:+441514960172;ext=21")
    assert plain(ada.link) == "Contact card of Ada Ng (vCard)"
    assert ada == Entry(
        link=ada.link,
        name="Ada Ng",
        name_lang="en-HK",
        lang="en-HK",
        is_person=True,
        organisation="Harbour Museum",
        role="Media enquiries",
        title="Press officer",
        telephones=(Telephone(printed="2345 6789", uri="tel:+85223456789"), exchange),
        mail_addresses=("press@example.org",),
        pages=("https://example.org",),
        address=("1 Pier Road", "Hong Kong"),
    )
    assert (ho.name_lang, ho.lang, ho.telephones) == ("zh-Hant-HK", "en-HK", (exchange,))
    assert ho.mail_addresses == ("ho@example.org", "press@example.org")
    assert [run.lang for run in ho.link if isinstance(run, Part)] == ["zh-Hant-HK"]


def test_the_organisation_where_nobody_is_named_and_else_the_publisher() -> None:
    (desk,) = entries({"organisation": "Press desk", "tel": "4724"})
    assert (desk.name, desk.is_person, desk.telephones) == (
        "Press desk",
        False,
        (Telephone(printed="4724", uri=""),),
    )
    (nameless,) = entries({"role": "Night desk", "email": "night@example.org"})
    assert (nameless.name, nameless.role) == ("Harbour Museum", "Night desk")


def test_who_can_not_be_reached_is_no_entry() -> None:
    assert entries({"organisation": "Press desk", "hours": "9 to 5"}) == ()
    assert entries({"people": [{"name": "Ada"}], "text": "Ring the bell."}) == ()


def test_words_in_another_language_than_the_contact_s_say_so() -> None:
    (entry,) = entries({"lang": "fr", "organisation": "Musée", "email": "a@example.org"})
    assert [run.lang for run in entry.link if isinstance(run, Part)] == ["en-HK", "en-HK"]
