"""A PDF -> its outline, from the tag tree alone: what assistive technology is told, in the order it is told."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace

import pikepdf

from prexport.document.outline import MarkKind, Numbering, Outline, Role, Scope, Unit
from prexport.document.outline_builder import OutlineBuilder, spoken
from prexport.document.outline_words import Style, Words, folded, tag as maximised
from prexport.errors import UnusableInput
from prexport.readers.pdf.images import fingerprint_of
from prexport.readers.pdf.tags import Annotation, Tag, read_tags
from prexport.records import dataclass

_INLINE = frozenset({"Span", "Strong", "Em", "Code", "Link", "Reference", "Quote", "Annot", "Sub"})
_HEADING = re.compile(r"H([1-6])")
_NUMBER = re.compile(r"\d+")
_NUMBERINGS: dict[str, Numbering] = {"Decimal": "numbers", "Description": "terms"}
_SCOPES: dict[str, Scope] = {"Column": "column", "Row": "row"}
_CELLS = {"TH": Role.HEADER_CELL, "TD": Role.CELL}


def read(pdf: bytes) -> Outline:
    """The outline of a PDF; one without tags has no units.

    Raises UnusableInput for bytes that are no PDF.
    """
    try:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            if "/StructTreeRoot" not in opened.Root:
                return Outline(())
            roots = read_tags(opened).roots
            reader = _Reader(frozenset(_targets(roots)))
            for root in roots:
                reader.flow(root, _Context(lang=str(opened.Root.get("/Lang", ""))))
            return reader.builder.outline()
    except pikepdf.PdfError as error:
        raise UnusableInput(f"This is no PDF that can be read: {error}.", "Export it again.") from error


def _targets(tags: list[Tag]) -> Iterator[str]:
    """The names that links of the file lead to."""
    for tag in tags:
        for child in tag.children:
            if isinstance(child, Tag):
                yield from _targets([child])
            elif isinstance(child, Annotation) and child.target.startswith("#"):
                yield child.target[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    """What holds inside an element: `role`, `level` and `scope` are those of the unit its loose words make."""

    lang: str
    role: Role = Role.PARAGRAPH
    level: int = 0
    scope: Scope = ""
    is_one_unit: bool = False  # with all blocks in it

    def plain(self) -> _Context:
        """What holds in a container: paragraphs."""
        return _Context(lang=self.lang)


class _Reader:
    def __init__(self, targets: frozenset[str]) -> None:
        self.builder = OutlineBuilder()
        self._targets = targets
        self._words = Words()

    def flow(self, tag: Tag, around: _Context) -> None:
        """What stands in an element, block by block; words between the blocks are units of their own."""
        context = replace(around, lang=tag.lang or around.lang)
        for child in tag.children:
            if isinstance(child, str):
                self._words.add(child, context.lang)
            elif isinstance(child, Tag) and child.role in _INLINE:
                self._inline(child, context.lang, ())
            elif isinstance(child, Tag) and context.is_one_unit:
                self._words.add(" ", context.lang)
                self._inline(child, context.lang, ())
            elif isinstance(child, Tag):
                self._flush(tag, context)
                self._block(child, context)
        self._flush(tag, context)

    def _flush(self, tag: Tag, context: _Context) -> None:
        words, self._words = self._words, Words()
        if words or context.is_one_unit:
            self.builder.at(tag.path)
            unit = spoken(context.role, words.said(context.lang), level=context.level)
            self.builder.add(replace(unit, scope=context.scope))

    def _inline(self, tag: Tag, around: str, styles: tuple[Style, ...]) -> None:
        """The words of an inline element; a link leads to where its first annotation leads."""
        self._name(tag)
        lang = tag.lang or around
        styles = (*styles, *_styles(tag))
        if tag.actual_text:
            self._words.add(tag.actual_text, lang, styles)
            return
        for child in tag.children:
            if isinstance(child, str):
                self._words.add(child, lang, styles)
            elif isinstance(child, Tag):
                self._inline(child, lang, styles)

    # -------------------------------------------------------------- blocks

    def _block(self, tag: Tag, around: _Context) -> None:
        self._name(tag)
        self.builder.at(tag.path)
        context = replace(around, lang=tag.lang or around.lang)
        inside = self.builder.inside
        if heading := _HEADING.fullmatch(tag.role):
            self.flow(tag, replace(context.plain(), role=Role.HEADING, level=int(heading[1])))
            return
        match tag.role:
            case "P" if signs := _signs(tag):
                self._end_mark(signs, context.lang)
            case "Figure":
                self._figure(tag, context)
            case "Caption" if inside in (Role.FIGURE, Role.TABLE):
                self.flow(tag, replace(context.plain(), role=Role.CAPTION))
            case "L":
                self._list(tag, context)
            case "BlockQuote":
                self._contain(Unit(role=Role.QUOTE), tag, context)
            case "Aside":
                self._contain(Unit(role=Role.CALLOUT), tag, context)
            case "Table":
                rows = [
                    sum(isinstance(cell, Tag) and cell.role in _CELLS for cell in row.children)
                    for row in _rows(tag)
                ]
                self._contain(
                    Unit(role=Role.TABLE, rows=len(rows), columns=max(rows, default=0)), tag, context
                )
            case "TH" | "TD":
                scope = _SCOPES.get(tag.attributes.get("Scope", ""), "")
                cell = replace(context.plain(), role=_CELLS[tag.role], scope=scope, is_one_unit=True)
                self.flow(tag, cell)
            case _:
                self.flow(tag, context)

    def _contain(self, unit: Unit, tag: Tag, context: _Context) -> None:
        self.builder.open(unit)
        self.flow(tag, context.plain())
        self.builder.close()

    def _figure(self, tag: Tag, context: _Context) -> None:
        alt = folded(tag.alt).strip(" ") or None
        image = fingerprint_of(tag.pictures)
        figure = Unit(role=Role.FIGURE, alt=alt, lang=maximised(context.lang) if alt else "", image=image)
        self._contain(figure, tag, context)

    def _end_mark(self, signs: Tag, around: str) -> None:
        lang = maximised(signs.lang or around)
        alt = folded(signs.alt).strip(" ")
        self.builder.add(Unit(role=Role.END_MARK, text=folded(signs.text).strip(" "), lang=lang, alt=alt))

    def _list(self, tag: Tag, context: _Context) -> None:
        numbering = _numbering(tag)
        items = [child for child in tag.children if isinstance(child, Tag) and child.role == "LI"]
        first = (_number(items[0]) if items else None) or 1
        number = first if numbering == "numbers" else None
        self.builder.open(Unit(role=Role.LIST, numbering=numbering, number=number))
        following = first
        for item in items:
            own = _number(item) if numbering == "numbers" else None
            self._item(item, context, numbering, None if own == following else own)
            following = (following if own is None else own) + 1
        self.builder.close()

    def _item(self, item: Tag, around: _Context, numbering: Numbering, number: int | None) -> None:
        """An item, with its number where that is not the next one; its label is told by the list's numbering."""
        context = replace(around.plain(), lang=item.lang or around.lang)
        self._name(item)
        self.builder.at(item.path)
        if numbering != "terms":
            self.builder.open(Unit(role=Role.ITEM, number=number))
        for child in item.children:
            if not isinstance(child, Tag):
                continue
            if child.role == "Lbl" and numbering == "terms":
                self._name(child)
                self.flow(child, replace(context, role=Role.TERM))
            elif child.role == "LBody" and numbering == "terms":
                self._contain(Unit(role=Role.DEFINITION), child, context)
            elif child.role != "Lbl":
                self._block(child, context)
        if numbering != "terms":
            self.builder.close()

    def _name(self, tag: Tag) -> None:
        if tag.identifier in self._targets:
            self.builder.name(tag.identifier)


def _signs(paragraph: Tag) -> Tag | None:
    """The signs that are all of a paragraph, and that something else is said for."""
    match paragraph.children:
        case [Tag(role="Span") as only] if only.alt:
            return only
        case _:
            return None


def _styles(tag: Tag) -> Iterator[Style]:
    """What an inline element says of its words."""
    if tag.expansion:
        yield MarkKind.EXPANSION, folded(tag.expansion).strip(" ")
    match tag.role:
        case "Strong":
            yield MarkKind.STRONG, ""
        case "Em":
            yield MarkKind.EMPHASIS, ""
        case "Code":
            yield MarkKind.CODE, ""
        case "Link":
            for child in tag.children:
                if isinstance(child, Annotation):
                    yield MarkKind.LINK, child.target
                    return


def _numbering(tag: Tag) -> Numbering:
    """How the items are counted; PDF 1.7 can't say that labels are terms: there they are no numbering at all."""
    said = tag.attributes.get("ListNumbering", "None")
    items = [child for child in tag.children if isinstance(child, Tag)]
    labels = [
        part for item in items for part in item.children if isinstance(part, Tag) and part.role == "Lbl"
    ]
    if said == "None" and labels:
        return "terms"
    return _NUMBERINGS.get(said, "bullets")


def _number(item: Tag) -> int | None:
    """What the label of an item counts."""
    for child in item.children:
        if isinstance(child, Tag) and child.role == "Lbl":
            found = _NUMBER.search(child.text)
            return int(found[0]) if found else None
    return None


def _rows(table: Tag) -> Iterator[Tag]:
    for child in table.children:
        if isinstance(child, Tag) and child.role == "TR":
            yield child
        elif isinstance(child, Tag) and child.role in ("THead", "TBody", "TFoot"):
            yield from _rows(child)
