"""What follows the text of a release, each part under a heading of its own: downloads, photos, notes, contacts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from prexport.document import tree
from prexport.document.blocks import figure, placed, rich_text, sections
from prexport.document.composer import Composer, Context, note_anchor, reference_anchor
from prexport.document.contacts import card
from prexport.document.direction import direction_of
from prexport.document.language_names import language_names
from prexport.document.locales import in_digits_of
from prexport.document.media_types import file_kind_words
from prexport.document.moments import year_words
from prexport.document.quantities import count_words, size_words
from prexport.document.tree import LinkKind, ListRole, ParagraphRole, SectionKind
from prexport.release.model import About, Download, Release, Translation

Body = Callable[[Context], tuple[tree.Block, ...]]


def closing_sections(composer: Composer, release: Release) -> Iterator[tree.Section]:
    """The sections after the text, in reading order; an empty one is left out."""
    words = composer.words

    def section(
        kind: SectionKind, field: str, own: str | None, heading: str, body: Body
    ) -> Iterator[tree.Section]:
        where = replace(composer.root.at(field), level=2)
        if getattr(release, field):
            yield tree.Section(
                **composer.common(where),
                kind=kind,
                heading=composer.section_heading(own, heading, composer.root.at(f"{field}_heading")),
                body=body(where),
            )

    yield from section(
        SectionKind.DOWNLOADS,
        "downloads",
        release.downloads_heading,
        words.downloads,
        lambda where: (_downloads(composer, release.downloads, where),),
    )
    yield from section(
        SectionKind.MEDIA,
        "media",
        release.media_heading,
        words.photos,
        lambda where: tuple(
            figure(composer, picture, here.speaking(picture.lang, picture.dir))
            for picture, here in placed(release.media, where)
        ),
    )
    yield from section(
        SectionKind.NOTES,
        "notes",
        release.notes_heading,
        words.notes,
        lambda where: (_notes(composer, release, where),),
    )
    yield from section(
        SectionKind.CONTACTS,
        "contacts",
        release.contacts_heading,
        words.contacts,
        lambda where: tuple(
            card(composer, contact, release.publishers[0][1].name, here)
            for contact, here in placed(release.contacts, where)
        ),
    )
    for about, where in placed(release.about, replace(composer.root.at("about"), level=2)):
        yield _about(composer, about, where)
    yield from section(
        SectionKind.TRANSLATIONS,
        "translations",
        None,
        words.translations,
        lambda where: (_translations(composer, release.translations, where),),
    )


def rights(composer: Composer, release: Release) -> tree.Paragraph | None:
    """The line on copyright and licence: the author's notice, or one made of holder and year."""
    owned = release.rights
    if owned is None or not (owned.holder or owned.notice or owned.licence):
        return None
    where = composer.root.at("rights")
    common = composer.common(where)
    runs: list[tree.Inline] = []
    if owned.notice is not None:
        runs.extend(composer.inline(owned.notice, where.at("notice")))
    elif owned.holder is not None:
        here = where.at("holder")
        year = (tree.Text(year_words(release.issued.year, composer.own.lang)),)
        runs.extend(
            composer.phrase(composer.words.copyright, here, year=year, holder=(composer.text(owned.holder),))
        )
    if owned.licence is not None:
        here = where.at("licence")
        if runs:
            runs.append(tree.Break(key=composer.key(), source=here.pointer))
        runs.extend(
            composer.phrase(composer.words.licence, here, licence=composer.inline(owned.licence, here))
        )
    return tree.Paragraph(**common, role=ParagraphRole.RIGHTS, runs=tuple(runs))


def _list(
    composer: Composer, role: ListRole, where: Context, count: int, body: Callable[[int, Context], tree.Runs]
) -> tree.List:
    """A list of links, one paragraph an item."""
    return tree.List(
        **composer.common(where),
        role=role,
        items=tuple(
            tree.Item(
                **composer.common(here),
                body=(tree.Paragraph(**composer.common(here), runs=body(index, here)),),
            )
            for index, here in placed(range(count), where)
        ),
    )


def _downloads(composer: Composer, downloads: Sequence[Download], where: Context) -> tree.List:
    def link(index: int, here: Context) -> tree.Runs:
        download = downloads[index]
        key = composer.key()
        details = _details(composer, download)
        aside = composer.own_words(details, here) if details else ()
        return (
            tree.Link(
                key=key,
                source=here.pointer,
                target=download.url,
                kind=LinkKind.DOWNLOAD,
                type=download.type or "",
                children=(composer.text(download.text), *aside),
            ),
        )

    return _list(composer, ListRole.DOWNLOADS, where, len(downloads), link)


def _details(composer: Composer, download: Download) -> str:
    """What a reader wants to know before a download: " (ZIP archive, 12 files, 18.4 MB)"."""
    lang, words = composer.own.lang, composer.words
    told = (
        file_kind_words(download.type, lang) if download.type is not None else "",
        count_words(download.count, lang) if download.count is not None else "",
        size_words(download.bytes, lang) if download.bytes is not None else "",
    )
    text = words.comma.join(part for part in told if part)
    return words.aside.fill(text=text) if text else ""


def _translations(composer: Composer, translations: Sequence[Translation], where: Context) -> tree.List:
    names = language_names([version.lang for version in translations])

    def link(index: int, here: Context) -> tree.Runs:
        version = translations[index]
        title = version.title or names[index]
        part_key, link_key = composer.key(), composer.key()
        return (
            tree.Part(
                key=part_key,
                source=here.pointer,
                lang=version.lang,
                dir=direction_of(version.lang),
                children=(
                    tree.Link(
                        key=link_key,
                        source=here.pointer,
                        target=version.url,
                        kind=LinkKind.TRANSLATION,
                        hreflang=version.lang,
                        children=(composer.text(title),),
                    ),
                ),
            ),
        )

    return _list(composer, ListRole.TRANSLATIONS, where, len(translations), link)


def _notes(composer: Composer, release: Release, where: Context) -> tree.List:
    return tree.List(
        **composer.common(where),
        role=ListRole.NOTES,
        ordered=True,
        items=tuple(
            tree.Item(
                **composer.common(here),
                anchor=note_anchor(number),
                body=_with_ways_back(composer, rich_text(composer, note, here), number, here),
            )
            for number, (note, here) in enumerate(placed(release.notes, where), start=1)
        ),
    )


def _with_ways_back(
    composer: Composer, body: tuple[tree.Block, ...], number: int, where: Context
) -> tuple[tree.Block, ...]:
    """A note's blocks, with a link at the end of its last paragraph back to each place that refers to it."""
    count = composer.references.get(number, 0)
    if not count:
        return body
    last = body[-1] if body else None
    alone = not isinstance(last, tree.Paragraph)
    key = composer.key() if alone else 0
    runs: list[tree.Inline] = []
    for reference in range(1, count + 1):
        if runs or not alone:
            runs.append(tree.Text(" "))
        runs.append(_way_back(composer, number, reference, count, where))
    if isinstance(last, tree.Paragraph):
        return (*body[:-1], replace(last, runs=(*last.runs, *runs)))
    paragraph = tree.Paragraph(
        key=key, lang=where.lang, dir=where.dir, source=where.pointer, runs=tuple(runs)
    )
    return (*body, paragraph)


def _way_back(composer: Composer, number: int, reference: int, count: int, where: Context) -> tree.Link:
    """A link back, whose words differ from those of every other one (WCAG 2.4.9)."""
    key, words = composer.key(), composer.words
    note = words.note.fill(n=in_digits_of(composer.own.lang, str(number)))
    place = f"{note}{words.comma}{in_digits_of(composer.own.lang, str(reference))}" if count > 1 else note
    return tree.Link(
        key=key,
        source=where.pointer,
        target=f"#{reference_anchor(number, reference)}",
        kind=LinkKind.BACK,
        children=composer.own_words(words.back_to_text + words.aside.fill(text=place), where),
    )


def _about(composer: Composer, about: About, where: Context) -> tree.Section:
    section = composer.common(where)
    heading = composer.heading(about.heading, 2, where.at("heading"))
    body = sections(composer, about.body, where.at("body"))
    if about.url is not None:
        here = where.at("url")
        common = composer.common(here)
        key = composer.key()
        link = tree.Link(key=key, source=here.pointer, target=about.url, children=(composer.text(about.url),))
        paragraph = tree.Paragraph(
            **common,
            role=ParagraphRole.CONTACT_LINE,
            runs=composer.labelled(composer.words.web, (link,), here),
        )
        body = (*body, paragraph)
    return tree.Section(**section, kind=SectionKind.ABOUT, heading=heading, body=body)
