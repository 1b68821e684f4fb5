"""The `head` of the page: what machines and tabs are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from prexport.document.tree import Document, ParagraphRole, plain
from prexport.writers.html.linked_data import linked_data
from prexport.writers.html.markup import element, lines
from prexport.writers.html.pictures import PagePictures
from prexport.writers.html.stylesheet import Stylesheet


def head(document: Document, stylesheet: Stylesheet, pictures: PagePictures, *, findable: bool) -> Markup:
    """The `head` element; unless `findable`, search engines are asked to pass the page over."""
    metadata = document.metadata
    robots = [] if findable else [_meta("robots", "noindex, noarchive")]
    parts = [
        element("meta", {"charset": "utf-8"}),
        element(
            "meta",
            {"http-equiv": "Content-Security-Policy", "content": _policy(stylesheet, pictures)},
        ),
        element("title", {}, page_title(document)),
        _meta("viewport", "width=device-width, initial-scale=1"),
        _meta("color-scheme", "light dark"),
        *(_theme(scheme, colour) for scheme, colour in stylesheet.papers),
        # Telephone numbers are links where they are meant to be; a browser's guesses are not wanted.
        _meta("format-detection", "telephone=no"),
        _meta("generator", "prexport"),
        *robots,
        _meta("description", metadata.description),
        _meta("author", metadata.publisher_names),
        _meta("keywords", ", ".join(metadata.keywords)) if metadata.keywords else Markup(""),
        *_links(document),
        *_dublin_core(document),
        *_open_graph(document),
        linked_data(document, pictures),
        element("style", {}, Markup(stylesheet.text)),
    ]
    return element("head", {}, "\n", lines(*parts), "\n")


def page_title(document: Document) -> str:
    """Headline, publisher and date: the most telling first (WCAG 2.4.2)."""
    metadata = document.metadata
    printed = [line for line in document.letterhead.lines if line.role is ParagraphRole.DATE]
    date = plain(printed[0].runs) if printed else metadata.issued
    return " – ".join(part for part in (metadata.title, metadata.publisher_names, date) if part)


def _policy(stylesheet: Stylesheet, pictures: PagePictures) -> str:
    images = "img-src data: 'self'" if pictures.files else "img-src data:"
    fonts = ["font-src data:"] if stylesheet.embeds_fonts else []
    return "; ".join(
        [
            "default-src 'none'",
            f"style-src '{stylesheet.digest}'",
            images,
            *fonts,
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _theme(scheme: str, colour: str) -> Markup:
    media = f"(prefers-color-scheme: {scheme})"
    return element("meta", {"name": "theme-color", "content": colour, "media": media})


def _links(document: Document) -> Iterator[Markup]:
    metadata = document.metadata
    if metadata.url:
        yield element("link", {"rel": "canonical", "href": metadata.url})
        # A set of language versions names itself too, or search engines pass the set over.
        if metadata.translations:
            yield _alternate(document.lang, metadata.url)
    for translation in metadata.translations:
        yield _alternate(translation.lang, translation.url)
    if metadata.licence.startswith("https:"):
        yield element("link", {"rel": "license", "href": metadata.licence})


def _alternate(lang: str, url: str) -> Markup:
    return element("link", {"rel": "alternate", "hreflang": lang, "href": url})


def _dublin_core(document: Document) -> Iterable[Markup]:
    metadata = document.metadata
    publishers = [("dcterms.publisher", publisher.name) for publisher in metadata.publishers]
    terms = [
        ("dcterms.title", metadata.title),
        *publishers,
        ("dcterms.identifier", metadata.url or metadata.identity),
        ("dcterms.issued", metadata.issued),
        ("dcterms.available", metadata.embargoed_until),
        ("dcterms.language", document.lang),
        ("dcterms.type", "Text"),
        ("dcterms.rights", metadata.rights),
        ("dcterms.license", metadata.licence),
    ]
    yield element("link", {"rel": "schema.dcterms", "href": "http://purl.org/dc/terms/"})
    yield from (_meta(name, content) for name, content in terms if content)


def _open_graph(document: Document) -> Iterator[Markup]:
    metadata = document.metadata
    properties = [
        ("og:type", "article"),
        ("og:title", metadata.title),
        ("og:description", metadata.description),
        ("og:site_name", metadata.publisher_names),
        ("og:url", metadata.url),
        ("og:locale", _locale(document.lang)),
        *(("og:locale:alternate", _locale(translation.lang)) for translation in metadata.translations),
        ("article:published_time", metadata.issued),
        *(("article:tag", keyword) for keyword in metadata.keywords),
    ]
    for name, content in properties:
        if content:
            yield element("meta", {"property": name, "content": content})


def _locale(lang: str) -> str:
    """Open Graph's `language_TERRITORY`, or "" where the tag names no territory."""
    language, *rest = lang.split("-")
    regions = [part.upper() for part in rest if len(part) == 2 and part.isalpha()]
    return f"{language.lower()}_{regions[0]}" if regions else ""


def _meta(name: str, content: str) -> Markup:
    return element("meta", {"name": name, "content": content})
