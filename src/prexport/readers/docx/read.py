"""A Word document -> its outline, from the names of its styles, its numbering and its properties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from prexport.document.outline import Outline, Role, Unit
from prexport.document.outline_builder import spoken
from prexport.document.outline_words import Words
from prexport.opc import Element, Package
from prexport.readers.docx.inline import Inline, anchor_of
from prexport.readers.docx.names import W, is_on, value
from prexport.readers.docx.numbering import Lists, within
from prexport.readers.docx.pictures import Picture, Pictures
from prexport.readers.docx.styles import Indents, Style, Styles, indents, outline_level
from prexport.readers.docx.tables import TableCell, rows_of
from prexport.records import dataclass

_ROLES = {
    "letterhead logo": Role.LOGO,
    "embargo": Role.NOTE,
    "quote": Role.QUOTE,
    "intense quote": Role.QUOTE,
    "block text": Role.QUOTE,
    "quote attribution": Role.ATTRIBUTION,
    "callout": Role.CALLOUT,
    "caption": Role.CAPTION,
    "credit": Role.CAPTION,
    "term": Role.TERM,
    "definition term": Role.TERM,
    "definition": Role.DEFINITION,
    "divider": Role.DIVIDER,
    "end mark": Role.END_MARK,
}
"""What paragraphs are by the names of their styles, in lower case."""

_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_CLOSE = 20  # twips; indents that differ by less look the same


def read(docx: bytes) -> Outline:
    """The outline of a Word document; raises UnusableInput for what is none, or would fill the memory."""
    package = Package(docx)
    main = package.main()
    root = package.xml(main)
    parts = {kind: package.related(main, kind) for kind in ("styles", "numbering")}
    styles, numbering = (None if name is None else package.xml(name) for name in parts.values())
    relationships = package.relationships(main)
    reader = _Reader(
        Inline(Styles(styles), relationships),
        Lists(numbering),
        Pictures(package, relationships),
        frozenset(anchor for link in root.iter(W + "hyperlink") if (anchor := value(link, "anchor"))),
    )
    reader.blocks(list(_blocks(root)))
    return Outline(tuple(reader.units))


def _blocks(root: Element) -> Iterator[Element]:
    """Paragraphs, tables and bookmarks of the body, those inside of content controls, too."""
    body = root.find(W + "body")
    levels = [iter(() if body is None else body)]
    while levels:
        element = next(levels[-1], None)
        if element is None:
            levels.pop()
        elif element.tag in _WRAPPERS:
            levels.append(iter(element))
        elif element.tag in (W + "p", W + "tbl", W + "bookmarkStart"):
            yield element


@dataclass(slots=True)
class _OpenList:
    """A list with its last item; its lines are shorter than the column by `narrower`, in twips."""

    number: str
    level: int
    narrower: int
    next_number: int


@dataclass(slots=True)
class _Content:
    words: Words
    pictures: list[Picture]
    boxes: list[Element]


class _Reader:
    def __init__(self, inline: Inline, lists: Lists, pictures: Pictures, targets: frozenset[str]) -> None:
        self.units: list[Unit] = []
        self._inline = inline
        self._lists = lists
        self._pictures = pictures
        self._targets = targets
        self._open: list[_OpenList] = []
        self._names: list[str] = []

    def blocks(self, elements: Sequence[Element]) -> None:
        """Read paragraphs and tables in reading order."""
        caption: Element | None = None
        for place, element in enumerate(elements):
            if element.tag == W + "bookmarkStart":
                self._name(value(element, "name"))
            elif element.tag == W + "tbl":
                self._table(element, caption)
                caption = None
            else:
                follower = elements[place + 1] if place + 1 < len(elements) else None
                if follower is not None and follower.tag == W + "tbl" and self._is_caption_of_table(element):
                    caption = element
                else:
                    self._paragraph(element)

    # -------------------------------------------------------------- paragraphs

    def _paragraph(self, element: Element) -> None:
        properties = element.find(W + "pPr")
        style = self._style(properties)
        content = self._content(element, style)
        said = content.words.said()
        listed = self._listed(properties, style)
        role = _role(style)
        if level := outline_level(properties) or style.level_of_heading:
            self._add(replace(spoken(Role.HEADING, said), level=level))
        elif listed is not None:
            # The list's own indent goes before that of a style.
            left = {"left": self._lists.level(*listed).left}
            set_in = {**style.indents, **left, **indents(properties)}
            self._item(spoken(Role.ITEM, said), *listed, set_in)
        elif content.pictures and not content.words and role is Role.PARAGRAPH:
            for picture in content.pictures:
                self._add(Unit(role=Role.FIGURE, alt=picture.alt, image=picture.image))
        elif role is Role.DIVIDER:
            self._add(Unit(role=role) if not said.text else spoken(Role.PARAGRAPH, said))
        elif said.text:
            unit = spoken(role, said)
            match role:
                case Role.PARAGRAPH:
                    depth = self._depth(properties, style)
                    del self._open[depth:]
                    unit = replace(unit, depth=depth)
                case Role.LOGO | Role.END_MARK:
                    # The language of a name is nobody's business, signs have none.
                    unit = replace(unit, lang="", marks=() if role is Role.END_MARK else unit.marks)
                case _:
                    pass
            self._add(unit)
        for box in content.boxes:
            self.blocks([each for each in box if each.tag in (W + "p", W + "tbl")])

    def _content(self, element: Element, style: Style) -> _Content:
        """What a paragraph holds; a picture beside words is told as a word."""
        content = _Content(Words(), [], [])
        drawings: list[Element] = []
        for event in self._inline.events(element, style):
            match event:
                case ("words", text, lang, marks):
                    content.words.add(text, lang, marks)
                case ("place", name):
                    self._name(name)
                case ("picture", drawing):
                    drawings.append(drawing)
        for drawing in drawings:
            box = next(drawing.iter(W + "txbxContent"), None)
            if box is None:
                content.pictures.append(self._pictures.picture(drawing))
            else:
                content.boxes.append(box)
        if content.words or _role(style) is Role.LOGO or style.level_of_heading:
            for picture in content.pictures:
                content.words.add(f" {picture.alt or ''}", "", ())
        return content

    def _style(self, properties: Element | None) -> Style:
        return self._inline.styles.paragraph(
            "" if properties is None else value(properties.find(W + "pStyle"))
        )

    def _is_caption_of_table(self, element: Element) -> bool:
        """Whether a paragraph before a table belongs to it, and not to a picture above."""
        properties = element.find(W + "pPr")
        if _role(self._style(properties)) is not Role.CAPTION:
            return False
        stays = properties is not None and is_on(properties.find(W + "keepNext"))
        after_figure = bool(self.units) and self.units[-1].role in (Role.FIGURE, Role.CAPTION)
        return stays or not after_figure

    # -------------------------------------------------------------- lists

    def _listed(self, properties: Element | None, style: Style) -> tuple[str, int] | None:
        """The list and the level that a paragraph stands in."""
        own = None if properties is None else properties.find(W + "numPr")
        number, level = style.number, style.level
        if own is not None:
            number = value(own.find(W + "numId")) or number
            level = within(int(said)) if (said := value(own.find(W + "ilvl"))).isdecimal() else level
        return (number, within(level)) if number in self._lists and number != "0" else None

    def _item(self, unit: Unit, number: str, level: int, set_in: Indents) -> None:
        count = self._lists.count(number, level)
        look = self._lists.level(number, level)
        while self._open and not (
            self._open[-1].level < level or (self._open[-1].level, self._open[-1].number) == (level, number)
        ):
            self._open.pop()
        if not self._open or self._open[-1].level < level:
            first = count if look.kind == "numbers" else None
            names, self._names = self._names, []
            self._add(Unit(role=Role.LIST, depth=len(self._open), numbering=look.kind, number=first))
            self._names = names
            self._open.append(_OpenList(number, level, sum(set_in.values()), count))
        around = self._open[-1]
        out_of_turn = look.kind == "numbers" and count != around.next_number
        around.next_number = count + 1
        self._add(replace(unit, depth=len(self._open) - 1, number=count if out_of_turn else None))

    def _depth(self, properties: Element | None, style: Style) -> int:
        """How many items a paragraph without a number stands in: those whose lines are no shorter.

        The sum of both indents counts: text against the direction of the document starts at the other side.
        """
        narrower = sum({**style.indents, **indents(properties)}.values())
        return sum(each.narrower <= narrower + _CLOSE for each in self._open)

    # -------------------------------------------------------------- tables

    def _table(self, element: Element, caption: Element | None) -> None:
        rows = rows_of(element)
        unit = Unit(role=Role.TABLE)
        if caption is not None:
            said = self._content(caption, self._style(caption.find(W + "pPr"))).words.said()
            unit = spoken(Role.TABLE, said)
        self._add(replace(unit, rows=len(rows), columns=max(map(len, rows), default=0)))
        for row in rows:
            for cell in row:
                self._cell(cell)

    def _cell(self, cell: TableCell) -> None:
        words = Words()
        for place, paragraph in enumerate(cell.paragraphs):
            if place:
                words.add("\n", "", ())
            style = self._style(paragraph.find(W + "pPr"))
            for event in self._inline.events(paragraph, style):
                match event:
                    case ("words", text, lang, marks):
                        words.add(text, lang, marks)
                    case ("place", name):
                        self._name(name)
                    case ("picture", drawing):
                        words.add(self._pictures.picture(drawing).alt or "", "", ())
        role = Role.HEADER_CELL if cell.scope else Role.CELL
        self._add(replace(spoken(role, words.said()), scope=cell.scope))

    # -------------------------------------------------------------- units

    def _name(self, bookmark: str) -> None:
        if bookmark in self._targets:
            self._names.append(anchor_of(bookmark))

    def _add(self, unit: Unit) -> None:
        self.units.append(replace(unit, names=tuple(self._names)))
        self._names.clear()


def _role(style: Style) -> Role:
    return next((_ROLES[name] for name in style.names if name in _ROLES), Role.PARAGRAPH)
