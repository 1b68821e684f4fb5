"""Blocks of a release -> blocks of the Document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar, assert_never

from prexport.document import tree
from prexport.document.composer import Composer, Context
from prexport.release import blocks as model

T = TypeVar("T")


def placed(parts: Sequence[T], where: Context) -> Iterator[tuple[T, Context]]:
    """Each part of a list with the place that it stands at."""
    return ((part, where.at(index)) for index, part in enumerate(parts))


def sections(composer: Composer, blocks: Sequence[model.Block], where: Context) -> tuple[tree.Block, ...]:
    """`blocks` with every heading opening a section that holds what follows it, up to the next of its rank."""
    return _Sectioning(composer, blocks, where).until(level=1)


class _Sectioning:
    """One walk over a list of blocks; `_next` is the index of the block that comes next."""

    def __init__(self, composer: Composer, blocks: Sequence[model.Block], where: Context) -> None:
        self._composer = composer
        self._blocks = blocks
        self._where = where
        self._next = 0

    def until(self, level: int) -> tuple[tree.Block, ...]:
        """All blocks before the next heading of `level` or above."""
        made: list[tree.Block] = []
        while self._next < len(self._blocks):
            block = self._blocks[self._next]
            if isinstance(block, model.Heading) and block.level <= level:
                break
            where = self._where.at(self._next)
            self._next += 1
            made.append(
                self._section(block, where)
                if isinstance(block, model.Heading)
                else compose_block(self._composer, block, where)
            )
        return tuple(made)

    def _section(self, block: model.Heading, where: Context) -> tree.Section:
        composer = self._composer
        here = where.speaking(block.lang, block.dir).at("text")
        outside, self._where = self._where, replace(self._where, level=block.level)
        section = tree.Section(
            **composer.common(where),
            kind=tree.SectionKind.BODY,
            heading=composer.heading(block.text, block.level, here),
            body=self.until(block.level),
        )
        self._where = outside
        return section


def compose_blocks(
    composer: Composer, blocks: Sequence[model.Block], where: Context
) -> tuple[tree.Block, ...]:
    """A list of blocks, headings left where they stand."""
    return tuple(compose_block(composer, block, where.at(index)) for index, block in enumerate(blocks))


def rich_text(
    composer: Composer, text: str | Sequence[model.Block], where: Context
) -> tuple[tree.Block, ...]:
    """What may be one inline text or a list of blocks: items of lists, definitions, notes."""
    if isinstance(text, str):
        return (composer.paragraph(text, where),)
    return compose_blocks(composer, text, where)


def compose_block(composer: Composer, block: model.Block, where: Context) -> tree.Block:
    """One block of the format; `where` says where it stands, in the language of what holds it."""
    here = where.speaking(block.lang, block.dir)
    match block:
        case model.Paragraph():
            return composer.paragraph(block.text, replace(here, pointer=block.text_pointer(where.pointer)))
        case model.Heading():
            return composer.heading(block.text, block.level, here.at("text"))
        case model.Quote():
            return _quote(composer, block, here, where)
        case model.List():
            return _list(composer, block, here)
        case model.Definitions():
            return _definitions(composer, block, here)
        case model.Table():
            return _table(composer, block, here)
        case model.Figure():
            return figure(composer, block, here)
        case model.Callout():
            return _callout(composer, block, here)
        case model.Divider():
            return tree.Divider(**composer.common(here))
        case _:
            assert_never(block)


def _quote(composer: Composer, block: model.Quote, where: Context, outside: Context) -> tree.Quote:
    """A quotation in its own language; who said it is told in the language outside of it."""
    common = composer.common(where)
    first = block.attribution == "before"
    attribution = _attribution(composer, block, outside) if first else None
    body = (
        (composer.paragraph(block.text, where.at("text")),)
        if block.text is not None
        else compose_blocks(composer, block.body or (), where.at("body"))
    )
    if not first:
        attribution = _attribution(composer, block, outside)
    return tree.Quote(**common, body=body, attribution=attribution, attribution_first=first)


def _attribution(composer: Composer, block: model.Quote, where: Context) -> tree.Paragraph | None:
    speaker = block.speaker
    if speaker is None or block.attribution == "none":
        return None
    here = where.at("speaker")
    common = composer.common(here)
    told = {"name": composer.name(speaker.name, speaker.lang, here)}
    if speaker.title is not None:
        told["title"] = (composer.text(speaker.title),)
    if speaker.organisation is not None:
        told["organisation"] = (composer.text(speaker.organisation),)
    words = composer.words
    # Where a title goes is a matter of the language: Chinese puts organisation and title before the name.
    order = words.speaker.without(*({"name", "title", "organisation"} - told.keys()))
    who = composer.phrase(order, here, **told)
    phrase = words.attribution_before if block.attribution == "before" else words.attribution
    return tree.Paragraph(
        **common, role=tree.ParagraphRole.ATTRIBUTION, runs=composer.phrase(phrase, here, who=who)
    )


def _list(composer: Composer, block: model.List, where: Context) -> tree.List:
    return tree.List(
        **composer.common(where),
        ordered=block.ordered,
        start=block.start,
        items=tuple(
            tree.Item(**composer.common(here), body=rich_text(composer, item, here))
            for item, here in placed(block.items, where.at("items"))
        ),
    )


def _definitions(composer: Composer, block: model.Definitions, where: Context) -> tree.Definitions:
    return tree.Definitions(
        **composer.common(where),
        items=tuple(
            tree.Definition(
                **composer.common(here),
                term=composer.paragraph(item.term, here.at("term"), tree.ParagraphRole.TERM),
                body=rich_text(composer, item.body, here.at("body")),
            )
            for item, here in placed(block.items, where.at("items"))
        ),
    )


def _table(composer: Composer, block: model.Table, where: Context) -> tree.Table:
    return tree.Table(
        **composer.common(where),
        caption=composer.paragraph(block.caption, where.at("caption"), tree.ParagraphRole.CAPTION)
        if block.caption is not None
        else None,
        header=tree.Row(
            **composer.common(where.at("columns")),
            cells=tuple(
                tree.Cell(
                    **composer.common(here.at("text")),
                    runs=composer.inline(column.text, here.at("text")),
                    align=column.align,
                    scope="column",
                )
                for column, here in placed(block.columns, where.at("columns"))
            ),
        ),
        rows=tuple(_row(composer, block, row, here) for row, here in placed(block.rows, where.at("rows"))),
    )


def _row(composer: Composer, block: model.Table, row: Sequence[str], where: Context) -> tree.Row:
    return tree.Row(
        **composer.common(where),
        cells=tuple(
            tree.Cell(
                **composer.common(here),
                runs=composer.inline(text, here),
                align=column.align,
                scope="row" if block.row_headers and index == 0 else "",
            )
            for index, ((text, here), column) in enumerate(
                zip(placed(row, where), block.columns, strict=True)
            )
        ),
    )


def _callout(composer: Composer, block: model.Callout, where: Context) -> tree.Callout:
    return tree.Callout(
        **composer.common(where),
        heading=composer.heading(block.heading, min(where.level + 1, 4), where.at("heading"))
        if block.heading is not None
        else None,
        body=compose_blocks(composer, block.body, where.at("body")),
    )


def figure(composer: Composer, block: model.Figure, where: Context) -> tree.Figure:
    """A picture with its texts, in the language of `where`."""
    role = tree.ParagraphRole
    common = composer.common(where)
    caption = credit = description = None
    if block.caption is not None:
        caption = composer.paragraph(block.caption, where.at("caption"), role.CAPTION)
    if block.credit is not None:
        credit = composer.paragraph(block.credit, where.at("credit"), role.CREDIT)
    if block.long_description is not None:
        here = where.at("long_description")
        own = composer.common(here)
        text = (composer.text(block.long_description),)
        runs = composer.labelled(composer.words.long_description, text, here)
        description = tree.Paragraph(**own, role=role.LONG_DESCRIPTION, runs=runs)
    alt = block.alt if block.alt is not None else composer.alts.get(where.pointer, "")
    return tree.Figure(
        **common,
        image=composer.images[block.src],
        alt="" if block.decorative else alt,
        caption=caption,
        credit=credit,
        long_description=description,
    )
