"""JSON-LD of a release. schema.org knows no press release: a `NewsArticle` with its `genre` comes nearest."""

from __future__ import annotations

import json
from collections.abc import Iterator

from markupsafe import Markup

from prexport.document.tree import Card, Document, Entry, Figure, SectionKind, plain
from prexport.writers.html.data_block import data_block
from prexport.writers.html.pictures import PagePictures

Json = str | int | bool | list["Json"] | dict[str, "Json"]


def linked_data(document: Document, pictures: PagePictures) -> Markup:
    """The data block of type `application/ld+json`."""
    described = _without_gaps(_article(document, pictures))
    return data_block("application/ld+json", json.dumps(described, ensure_ascii=False, separators=(",", ":")))


def _article(document: Document, pictures: PagePictures) -> dict[str, Json]:
    metadata = document.metadata
    publishers: list[Json] = [
        _without_gaps({"@type": "Organization", "name": publisher.name, "url": publisher.url})
        for publisher in metadata.publishers
    ]
    contacts = list(_contact_points(document))
    if contacts and isinstance(publishers[0], dict):
        publishers[0]["contactPoint"] = contacts
    organisations: Json = publishers if len(publishers) > 1 else publishers[0]
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": metadata.identity,
        "url": metadata.url,
        "mainEntityOfPage": metadata.url,
        "identifier": metadata.number,
        "genre": metadata.kind_label,
        "headline": metadata.title,
        "alternativeHeadline": _one_or_all([plain(line.runs) for line in document.subheadlines]),
        "description": metadata.description,
        "inLanguage": document.lang,
        "datePublished": metadata.issued,
        "author": organisations,
        "publisher": organisations,
        "image": [_image(figure, pictures) for figure in pictures.shown if not figure.decorative],
        "keywords": list(metadata.keywords),
        "copyrightNotice": metadata.rights,
        "license": _licence(metadata.licence),
        "workTranslation": [
            _without_gaps(
                {
                    "@type": "NewsArticle",
                    "inLanguage": translation.lang,
                    "url": translation.url,
                    "headline": translation.title,
                }
            )
            for translation in metadata.translations
        ],
        "isAccessibleForFree": True,
    }


def _licence(licence: str) -> Json:
    """A URL as it is; words as the name of a work, which is the other thing that `license` may be."""
    if not licence or licence.startswith("https:"):
        return licence
    return {"@type": "CreativeWork", "name": licence}


def _image(figure: Figure, pictures: PagePictures) -> dict[str, Json]:
    picture = pictures(figure)
    return _without_gaps(
        {
            "@type": "ImageObject",
            # A data URI is no address that anybody could fetch.
            "contentUrl": "" if picture.src.startswith("data:") else picture.src,
            "width": _pixels(picture.width),
            "height": _pixels(picture.height),
            # `caption` is what sighted readers read below, `description` what stands for the picture.
            "caption": plain(figure.caption.runs) if figure.caption else "",
            "description": figure.alt,
            "creditText": plain(figure.credit.runs) if figure.credit else "",
            "inLanguage": figure.lang,
        }
    )


def _pixels(count: int) -> Json:
    return {"@type": "QuantitativeValue", "value": count, "unitCode": "E37"}  # UN/CEFACT: pixel


def _contact_points(document: Document) -> Iterator[Json]:
    for section in document.sections:
        if section.kind is SectionKind.CONTACTS:
            cards = (card for card in section.body if isinstance(card, Card))
            yield from (_contact_point(entry) for card in cards for entry in card.entries)


def _contact_point(entry: Entry) -> Json:
    return _without_gaps(
        {
            "@type": "ContactPoint",
            "contactType": entry.role,
            "name": entry.name,
            "telephone": _one_or_all(
                [each.uri.removeprefix("tel:") or each.printed for each in entry.telephones]
            ),
            "email": _one_or_all(list(entry.mail_addresses)),
            "url": _one_or_all(list(entry.pages)),
        }
    )


def _one_or_all(values: list[str]) -> Json:
    return values[0] if len(values) == 1 else list(values)


def _without_gaps(members: dict[str, Json]) -> dict[str, Json]:
    """The members that say something."""
    return {name: value for name, value in members.items() if value not in ("", [], {})}
