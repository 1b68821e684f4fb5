"""Document -> Outline: the one place that says what a reader must get."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from prexport.document import tree
from prexport.document.outline import MarkKind, Outline, Role, Unit
from prexport.document.outline_builder import OutlineBuilder, spoken
from prexport.document.outline_words import Said, Style, Words, folded, said, tag

_ROLES = {
    tree.ParagraphRole.EMBARGO: Role.NOTE,
    tree.ParagraphRole.ATTRIBUTION: Role.ATTRIBUTION,
    tree.ParagraphRole.CAPTION: Role.CAPTION,
    tree.ParagraphRole.CREDIT: Role.CAPTION,
    tree.ParagraphRole.TERM: Role.TERM,
}
"""Paragraphs that formats have a role for; the others are told apart by their looks alone."""


def outline_of(document: tree.Document) -> Outline:
    """The outline of `document`, every unit with the JSON Pointer of its source."""
    targets = frozenset(_targets(tuple(document.blocks())))
    maker = _Maker(targets)
    for block in document.blocks():
        if isinstance(block, tree.Letterhead):
            maker.letterhead(block)
        else:
            maker.block(block)
    return maker.builder.outline()


def _targets(value: object) -> Iterator[str]:
    """The names that links of the document lead to."""
    if isinstance(value, tuple):
        for member in value:
            yield from _targets(member)
    elif isinstance(value, tree.Link) and value.target.startswith("#"):
        yield value.target[1:]
        yield from _targets(value.children)
    elif isinstance(value, tree.Node | tree.InlineNode):
        for name in value.__dataclass_fields__:
            yield from _targets(getattr(value, name))


class _Maker:
    def __init__(self, targets: frozenset[str]) -> None:
        self.builder = OutlineBuilder()
        self._targets = targets

    def letterhead(self, node: tree.Letterhead) -> None:
        logo = node.logo
        self.builder.add(spoken(Role.LOGO, said(logo.alt, logo.lang), source=logo.source))
        self._blocks(node.lines)

    def block(self, node: tree.Block) -> None:
        match node:
            case tree.Paragraph():
                self._add(_ROLES.get(node.role, Role.PARAGRAPH), node, node.runs)
            case tree.Heading():
                self._name(node.anchor)
                self._add(Role.HEADING, node, node.runs, level=node.level)
            case tree.Quote():
                self._quote(node)
            case tree.List():
                self._list(node)
            case tree.Definitions():
                self._definitions(node)
            case tree.Table():
                self._table(node)
            case tree.Figure():
                self._figure(node)
            case tree.Callout():
                self.builder.open(Unit(role=Role.CALLOUT, source=node.source))
                self._blocks((node.heading,) if node.heading else ())
                self._blocks(node.body)
                self.builder.close()
            case tree.Divider():
                self.builder.add(Unit(role=Role.DIVIDER, source=node.source))
            case tree.EndMark():
                self.builder.add(
                    Unit(
                        role=Role.END_MARK,
                        text=folded(node.text),
                        lang=tag(node.lang),
                        alt=folded(node.spoken),
                        source=node.source,
                    )
                )
            case tree.Card():
                self._blocks(node.lines)
            case tree.Section():
                self.block(node.heading)
                self._blocks(node.body)
            case _:
                assert_never(node)

    def _blocks(self, nodes: Iterable[tree.Block]) -> None:
        for node in nodes:
            self.block(node)

    def _quote(self, node: tree.Quote) -> None:
        self.builder.open(Unit(role=Role.QUOTE, source=node.source))
        said_by = (node.attribution,) if node.attribution else ()
        parts = (*said_by, *node.body) if node.attribution_first else (*node.body, *said_by)
        self._blocks(parts)
        self.builder.close()

    def _list(self, node: tree.List) -> None:
        self.builder.open(
            Unit(
                role=Role.LIST,
                numbering="numbers" if node.ordered else "bullets",
                number=node.start if node.ordered else None,
                source=node.source,
            )
        )
        for item in node.items:
            self._name(item.anchor)
            self.builder.open(Unit(role=Role.ITEM, source=item.source))
            self._blocks(item.body)
            self.builder.close()
        self.builder.close()

    def _definitions(self, node: tree.Definitions) -> None:
        self.builder.open(Unit(role=Role.LIST, numbering="terms", source=node.source))
        for item in node.items:
            self.block(item.term)
            self.builder.open(Unit(role=Role.DEFINITION, source=item.source))
            self._blocks(item.body)
            self.builder.close()
        self.builder.close()

    def _table(self, node: tree.Table) -> None:
        rows = (node.header, *node.rows)
        columns = max(len(row.cells) for row in rows)
        self.builder.open(Unit(role=Role.TABLE, rows=len(rows), columns=columns, source=node.source))
        if node.caption:
            self.block(node.caption)
        for row in rows:
            for cell in row.cells:
                words = self._said(cell.lang, cell.runs)
                role = Role.HEADER_CELL if cell.scope else Role.CELL
                self.builder.add(
                    Unit(
                        role=role,
                        text=words.text,
                        lang=words.lang,
                        marks=words.marks,
                        scope=cell.scope,
                        source=cell.source,
                    )
                )
        self.builder.close()

    def _figure(self, node: tree.Figure) -> None:
        from prexport.release.fingerprint import fingerprint

        alt = folded(node.alt).strip(" ")
        self.builder.open(
            Unit(
                role=Role.FIGURE,
                alt=alt,
                lang=tag(node.lang) if alt else "",
                image=fingerprint(node.image.data),
                source=node.source,
            )
        )
        self._blocks(line for line in (node.caption, node.credit) if line)
        self.builder.close()
        if node.long_description:
            self.block(node.long_description)

    def _add(self, role: Role, node: tree.Node, runs: tree.Runs, *, level: int = 0) -> None:
        self.builder.add(spoken(role, self._said(node.lang, runs), source=node.source, level=level))

    def _name(self, anchor: str) -> None:
        if anchor in self._targets:
            self.builder.name(anchor)

    def _said(self, lang: str, runs: tree.Runs) -> Said:
        words = Words()
        self._gather(words, runs, lang, ())
        return words.said(lang)

    def _gather(self, words: Words, runs: tree.Runs, lang: str, styles: tuple[Style, ...]) -> None:
        for run in runs:
            match run:
                case tree.Text():
                    words.add(run.text, lang, styles)
                case tree.Break():
                    words.add("\n", lang, styles)
                case tree.Code():
                    words.add(run.text, lang, (*styles, (MarkKind.CODE, "")))
                case tree.Strong():
                    self._gather(words, run.children, lang, (*styles, (MarkKind.STRONG, "")))
                case tree.Em():
                    self._gather(words, run.children, lang, (*styles, (MarkKind.EMPHASIS, "")))
                case tree.Part():
                    self._gather(words, run.children, run.lang, styles)
                case tree.Abbreviation():
                    expansion = folded(run.expansion).strip(" ")
                    self._gather(words, run.children, lang, (*styles, (MarkKind.EXPANSION, expansion)))
                case tree.Moment():
                    self._gather(words, run.children, lang, (*styles, (MarkKind.MOMENT, run.value)))
                case tree.Dateline() | tree.Label():
                    self._gather(words, run.children, lang, styles)
                case tree.Link():
                    self._name(run.anchor)
                    self._gather(words, run.children, lang, (*styles, (MarkKind.LINK, run.target)))
                case _:
                    assert_never(run)
