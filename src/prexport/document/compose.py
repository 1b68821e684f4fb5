"""`compose`: a release becomes the Document that its readers meet. Pure; reads no file and no clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from prexport.document import tree
from prexport.document.blocks import placed, sections
from prexport.document.closing import closing_sections, rights
from prexport.document.composer import Composer
from prexport.document.direction import direction_of
from prexport.document.letterhead import embargo, letterhead, replaced
from prexport.document.metadata import metadata
from prexport.document.moments import day_words
from prexport.document.references import count_references
from prexport.document.tree import ListRole, ParagraphRole
from prexport.release.dates import WrittenDate
from prexport.release.images import SafeImage
from prexport.release.model import Release


def compose(
    release: Release, *, images: Mapping[str, SafeImage], alts: Mapping[str, str], identity: str
) -> tree.Document:
    """The Document of a release that has no errors.

    `images` maps the `src` of each figure to its safe photo, `alts` the JSON Pointer of a figure without
    `alt` to the alt text that its file carries; `identity` is the release's URI.
    """
    direction = release.dir or direction_of(release.lang)
    composer = Composer(
        release.lang, direction, images=images, alts=alts, references=count_references(release)
    )
    root = composer.root
    head = letterhead(composer, release)
    banner = embargo(composer, release)
    headline = composer.heading(release.headline, 1, root.at("headline"))
    subheadlines = tuple(
        composer.paragraph(text, replace(root, pointer=pointer), ParagraphRole.SUBHEADLINE)
        for pointer, text in release.subheadlines
    )
    earlier = tuple(
        replaced(composer, each, where) for each, where in placed(release.replaces, root.at("replaces"))
    )
    summary = _summary(composer, release)
    body = _body(composer, release)
    return tree.Document(
        lang=release.lang,
        dir=direction,
        letterhead=head,
        embargo=banner,
        headline=headline,
        subheadlines=subheadlines,
        replaces=earlier,
        summary=summary,
        body=body,
        end_mark=_end_mark(composer, release),
        after_end=sections(composer, release.after_end, root.at("after_end")),
        sections=tuple(closing_sections(composer, release)),
        rights=rights(composer, release),
        metadata=metadata(composer, release, identity, headline, _lead(subheadlines, body)),
        page_words=tree.PageWords(
            page=composer.words.page.text,
            skip=composer.words.skip_link,
            lang=composer.own.lang,
            dir=composer.own.dir,
        ),
    )


def _summary(composer: Composer, release: Release) -> tree.List | None:
    if not release.summary:
        return None
    where = composer.root.at("summary")
    return tree.List(
        **composer.common(where),
        role=ListRole.SUMMARY,
        items=tuple(
            tree.Item(**composer.common(here), body=(composer.paragraph(text, here),))
            for text, here in placed(release.summary, where)
        ),
    )


def _body(composer: Composer, release: Release) -> tuple[tree.Block, ...]:
    """The text, with the dateline run into its first paragraph, or before it where it begins otherwise."""
    where = composer.root.at("body")
    dateline = _dateline(composer, release)
    body = sections(composer, release.body, where)
    if not dateline:
        return body
    if body and isinstance(body[0], tree.Paragraph) and body[0].dir == composer.root.dir:
        return (replace(body[0], runs=(*dateline, *body[0].runs)), *body[1:])
    alone = composer.root.at("dateline")
    return (tree.Paragraph(**composer.common(alone), runs=dateline), *body)


def _dateline(composer: Composer, release: Release) -> tree.Runs:
    if release.dateline is None:
        return ()
    root, words = composer.root, composer.words
    where = root.at("dateline")
    key = composer.key()
    runs = list(composer.inline(release.dateline.place, where.at("place")))
    date = release.dateline.dated(release.issued)
    if date is not None:
        runs.append(tree.Text(words.comma))
        runs.append(composer.moment(day_words(date, root.lang), _day(date), where.at("date")))
    separator = release.dateline.separator
    runs.append(tree.Text(" – " if separator is None else separator))
    return (tree.Dateline(key=key, source=where.pointer, children=tuple(runs)),)


def _day(date: WrittenDate) -> str:
    """The machine-readable day of a dateline, as precise as the author was."""
    return date.text if date.date is None else date.date.isoformat()


def _lead(subheadlines: Sequence[tree.Paragraph], body: Sequence[tree.Block]) -> str:
    """The words that describe the release in metadata: its subheadline, or else its first paragraph."""
    texts = (block for block in (*subheadlines, *body) if isinstance(block, tree.Paragraph))
    return next((tree.plain(text.runs) for text in texts), "")


def _end_mark(composer: Composer, release: Release) -> tree.EndMark | None:
    if not release.end_mark:
        return None
    where = replace(composer.own, pointer="/end_mark")
    return tree.EndMark(
        **composer.common(where),
        text=composer.text(release.end_mark).text,
        spoken=composer.words.end_of_release,
    )
