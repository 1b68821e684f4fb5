"""The structure tree, made from the Document before anything is laid out.

Every engine writes this tree: it only says which marked content, annotations and boxes belong to which
element. So reading order can't depend on the layout, and two engines write the same tree.

An element's `parts` are, in reading order, its child elements and its slots: the places where content of its
own goes. Text between two children is one slot, which knows the characters that are to be printed there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Literal, assert_never

from prexport.document import tree
from prexport.document.tree import plain
from prexport.records import dataclass
from prexport.writers.pdf.roles import HEADINGS, Role


@dataclass(frozen=True, slots=True)
class Words:
    """A slot for the characters that are printed there."""

    text: str


@dataclass(frozen=True, slots=True)
class Marker:
    """A slot for what the engine prints before a list item: a bullet or a number."""


@dataclass(frozen=True, slots=True)
class Image:
    """A slot for a picture."""


Slot = Words | Marker | Image

Numbering = Literal["Disc", "Decimal", "None", "Description"]


@dataclass(slots=True, kw_only=True, eq=False)
class Element:
    """One structure element.

    `key` is the document's node whose content it takes (0: none of its own). `lang` is the language of its
    text; `alt`, `expansion` (what an abbreviation stands for), `numbering` (lists), `scope` and `headers`
    (table cells), `identifier` (unique; of header cells and of targets of links) are "" or empty where they
    don't apply. `contents` is the text of a link annotation's /Contents, `photo` the SHA-256 (hex) of the file of
    a figure.
    """

    role: Role
    lang: str
    key: int = 0
    alt: str = ""
    expansion: str = ""
    numbering: Numbering | Literal[""] = ""
    scope: Literal["Column", "Row", ""] = ""
    headers: tuple[str, ...] = ()
    identifier: str = ""
    contents: str = ""
    photo: str = ""
    parts: list[Element | Slot] = field(default_factory=list)

    def elements(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        yield self
        for part in self.parts:
            if isinstance(part, Element):
                yield from part.elements()


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: a heading, its text and its level (1 is the headline)."""

    element: Element
    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Structure:
    """The tree and what was found on the way.

    `owners` maps the key of every node that has content to the element that takes it: inline nodes without
    an element of their own (datelines, dates, labels) belong to what holds them. Nodes that are missing
    there are artifacts. `anchors` maps names to elements.
    """

    root: Element
    owners: dict[int, Element]
    bookmarks: tuple[Bookmark, ...]
    anchors: dict[str, Element]


def structure_of(document: tree.Document, *, logo_names_publisher: bool = True) -> Structure:
    """The structure tree of `document`; beside a logo that doesn't name the publisher stands the name."""
    builder = _Builder(logo_names_publisher)
    root = Element(role=Role.DOCUMENT, lang=document.lang)
    for block in document.blocks():
        if isinstance(block, tree.Letterhead):
            root.parts.append(builder.logo(block.logo))
            root.parts.extend(builder.paragraph(line) for line in block.lines)
        else:
            root.parts.extend(builder.block(block))
    named = (element for element in root.elements() if element.identifier and element.role is not Role.TH)
    anchors = {element.identifier: element for element in named}
    return Structure(root, builder.owners, tuple(builder.bookmarks), anchors)


class _Builder:
    def __init__(self, logo_names_publisher: bool) -> None:
        self.logo_names_publisher = logo_names_publisher
        self.owners: dict[int, Element] = {}
        self.bookmarks: list[Bookmark] = []
        self._tables = 0

    def _own(self, element: Element) -> Element:
        self.owners[element.key] = element
        return element

    # -------------------------------------------------------------- blocks

    def logo(self, node: tree.Logo) -> Element:
        if not self.logo_names_publisher:
            return self._own(Element(role=Role.P, key=node.key, lang=node.lang, parts=[Words(node.alt)]))
        return self._own(
            Element(role=Role.FIGURE, key=node.key, lang=node.lang, alt=node.alt, parts=[Image()])
        )

    def paragraph(self, node: tree.Paragraph, role: Role = Role.P) -> Element:
        element = self._own(Element(role=role, key=node.key, lang=node.lang))
        self._runs(element, node.runs)
        return element

    def block(self, node: tree.Block) -> list[Element]:
        match node:
            case tree.Paragraph():
                return [self.paragraph(node)]
            case tree.Heading():
                return [self._heading(node)]
            case tree.Quote():
                return [self._quote(node)]
            case tree.List():
                return [self._list(node)]
            case tree.Definitions():
                return [self._definitions(node)]
            case tree.Table():
                return [self._table(node)]
            case tree.Figure():
                return self._figure(node)
            case tree.Callout():
                aside = Element(role=Role.ASIDE, key=node.key, lang=node.lang)
                aside.parts.extend([self._heading(node.heading)] if node.heading else [])
                aside.parts.extend(self._blocks(node.body))
                return [aside]
            case tree.Divider():
                return []  # a rule: an artifact
            case tree.EndMark():
                return [self._end_mark(node)]
            case tree.Card():
                card = Element(role=Role.DIV, key=node.key, lang=node.lang)
                card.parts.extend(self.paragraph(line) for line in node.lines)
                return [card]
            case tree.Section():
                section = Element(role=Role.SECT, key=node.key, lang=node.lang)
                section.parts.append(self._heading(node.heading))
                section.parts.extend(self._blocks(node.body))
                return [section]
            case _:
                assert_never(node)

    def _blocks(self, nodes: Iterable[tree.Block]) -> list[Element]:
        return [element for node in nodes for element in self.block(node)]

    def _heading(self, node: tree.Heading) -> Element:
        element = self._own(
            Element(role=HEADINGS[node.level], key=node.key, lang=node.lang, identifier=node.anchor)
        )
        self._runs(element, node.runs)
        self.bookmarks.append(Bookmark(element, " ".join(plain(node.runs).split()), node.level))
        return element

    def _quote(self, node: tree.Quote) -> Element:
        quote = Element(role=Role.BLOCK_QUOTE, key=node.key, lang=node.lang)
        said_by = [self.paragraph(node.attribution)] if node.attribution else []
        body = self._blocks(node.body)
        quote.parts.extend([*said_by, *body] if node.attribution_first else [*body, *said_by])
        return quote

    def _list(self, node: tree.List) -> Element:
        numbering: Numbering = "Decimal" if node.ordered else "Disc"
        element = Element(role=Role.L, key=node.key, lang=node.lang, numbering=numbering)
        for item in node.items:
            # The item's own key stands for its marker; all of its words belong to the blocks in its body.
            label = self._own(Element(role=Role.LBL, key=item.key, lang=node.lang, parts=[Marker()]))
            body = Element(role=Role.LBODY, lang=item.lang, parts=list(self._blocks(item.body)))
            element.parts.append(
                Element(role=Role.LI, lang=item.lang, identifier=item.anchor, parts=[label, body])
            )
        return element

    def _definitions(self, node: tree.Definitions) -> Element:
        element = Element(role=Role.L, key=node.key, lang=node.lang, numbering="Description")
        for item in node.items:
            term = self.paragraph(item.term, Role.LBL)
            body = Element(role=Role.LBODY, lang=item.lang, parts=list(self._blocks(item.body)))
            element.parts.append(Element(role=Role.LI, lang=item.lang, parts=[term, body]))
        return element

    def _table(self, node: tree.Table) -> Element:
        table = Element(role=Role.TABLE, key=node.key, lang=node.lang)
        if node.caption:
            caption = Element(role=Role.CAPTION, lang=node.caption.lang)
            caption.parts.append(self.paragraph(node.caption))
            table.parts.append(caption)
        self._tables += 1
        name = f"table-{self._tables}"
        columns = [f"{name}-column-{number}" for number, _ in enumerate(node.header.cells, 1)]
        head = self._row(node.header, columns, "")
        rows = [self._row(row, columns, f"{name}-row-{number}") for number, row in enumerate(node.rows, 1)]
        table.parts.append(Element(role=Role.THEAD, lang=node.lang, parts=[head]))
        table.parts.append(Element(role=Role.TBODY, lang=node.lang, parts=list(rows)))
        return table

    def _row(self, node: tree.Row, columns: list[str], row: str) -> Element:
        """One row; `columns` and `row` are the identifiers of the header cells ("" in the header row)."""
        element = Element(role=Role.TR, key=node.key, lang=node.lang)
        headed = row if row and node.cells and node.cells[0].scope == "row" else ""
        for column, cell in zip(columns, node.cells, strict=True):
            made = self._own(Element(role=Role.TD, key=cell.key, lang=cell.lang))
            match cell.scope:
                case "column":
                    made.role, made.scope, made.identifier = Role.TH, "Column", column
                case "row":
                    made.role, made.scope, made.identifier = Role.TH, "Row", headed
                    made.headers = (column,)
                case "":
                    made.headers = (column, headed) if headed else (column,)
                case _:
                    assert_never(cell.scope)
            self._runs(made, cell.runs)
            element.parts.append(made)
        return element

    def _figure(self, node: tree.Figure) -> list[Element]:
        words = [self.paragraph(line) for line in (node.caption, node.credit) if line]
        after = [self.paragraph(node.long_description)] if node.long_description else []
        if node.decorative:
            return [*words, *after]
        figure = self._own(
            Element(
                role=Role.FIGURE,
                key=node.key,
                lang=node.lang,
                alt=node.alt,
                photo=node.image.sha256,
                parts=[Image()],
            )
        )
        if words:
            figure.parts.append(Element(role=Role.CAPTION, lang=node.lang, parts=list(words)))
        return [figure, *after]

    def _end_mark(self, node: tree.EndMark) -> Element:
        # "###" must not be read as "number number number": its alternative is said in its place.
        mark = self._own(
            Element(role=Role.SPAN, key=node.key, lang=node.lang, alt=node.spoken, parts=[Words(node.text)])
        )
        return Element(role=Role.P, lang=node.lang, parts=[mark])

    # -------------------------------------------------------------- inline

    def _runs(self, holder: Element, runs: tree.Runs) -> None:
        for run in runs:
            self._run(holder, run)

    def _run(self, holder: Element, run: tree.Inline) -> None:
        match run:
            case tree.Text():
                _say(holder, run.text)
            case tree.Break():
                self.owners[run.key] = holder
                _say(holder, " ")
            case tree.Dateline() | tree.Label() | tree.Moment():
                self.owners[run.key] = holder
                self._runs(holder, run.children)
            case tree.Code():
                code = self._own(Element(role=Role.CODE, key=run.key, lang=holder.lang))
                _say(code, run.text)
                holder.parts.append(code)
            case tree.Strong():
                self._child(holder, run, Element(role=Role.STRONG, key=run.key, lang=holder.lang))
            case tree.Em():
                self._child(holder, run, Element(role=Role.EM, key=run.key, lang=holder.lang))
            case tree.Part():
                self._child(holder, run, Element(role=Role.SPAN, key=run.key, lang=run.lang))
            case tree.Abbreviation():
                short = Element(role=Role.SPAN, key=run.key, lang=holder.lang, expansion=run.expansion)
                self._child(holder, run, short)
            case tree.Link():
                link = Element(role=Role.LINK, key=run.key, lang=holder.lang)
                link.contents = " ".join(plain(run.children).split())
                outer = holder
                if run.kind is tree.LinkKind.NOTE:
                    outer = Element(role=Role.REFERENCE, lang=holder.lang)
                    holder.parts.append(outer)
                link.identifier = run.anchor
                self._child(outer, run, link)
            case _:
                assert_never(run)

    def _child(
        self,
        holder: Element,
        run: tree.Strong | tree.Em | tree.Part | tree.Abbreviation | tree.Link,
        child: Element,
    ) -> None:
        holder.parts.append(self._own(child))
        self._runs(child, run.children)


def _say(holder: Element, text: str) -> None:
    """Text goes into the slot that is open, so that neighbouring runs share one."""
    last = holder.parts[-1] if holder.parts else None
    if isinstance(last, Words):
        holder.parts[-1] = Words(last.text + text)
    else:
        holder.parts.append(Words(text))
