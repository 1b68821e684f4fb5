"""Blocks as markup, as the table "How each thing is said" of the design has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import assert_never

from markupsafe import Markup

from prexport.document.tree import (
    Block,
    Callout,
    Card,
    Cell,
    Definition,
    Definitions,
    Divider,
    EndMark,
    Figure,
    Heading,
    Item,
    Label,
    List,
    ListRole,
    Node,
    Paragraph,
    ParagraphRole,
    Quote,
    Row,
    Section,
    SectionKind,
    Table,
    Text,
    plain,
)
from prexport.writers.html.inline import inline
from prexport.writers.html.markup import Attributes, block, element, lines
from prexport.writers.html.setting import Setting
from prexport.writers.html.vcard import MEDIA_TYPE, file_name, vcard_url
from prexport.writers.photo_rows import photo_rows

# Sections that a reader may want to jump to are landmarks; there is at most one of each kind.
_LANDMARKS = frozenset(SectionKind) - {SectionKind.BODY, SectionKind.ABOUT}

# How wide a photo is shown, for browsers that choose a rendition before they have read the sheet (web.css: the
# frame, and the window at which photos stand in rows). A rem is 16 px here, whatever the sheet says.
_FULL_MEASURE = "(min-width: 58rem) 52rem, 100vw"
_HALF_MEASURE = "(min-width: 58rem) 26rem, (min-width: 36rem) 50vw, 100vw"


def blocks(body: Iterable[Block], setting: Setting) -> Markup:
    """Blocks one after the other; neighbouring photos stand in rows, neighbouring contacts in a grid."""
    return lines(*_gathered(body, setting))


def paragraph(node: Paragraph, setting: Setting, *, name: str = "p", **attributes: str) -> Markup:
    """A paragraph, its role as the class; `name` is the element where the role has one of its own."""
    role = None if node.role is ParagraphRole.BODY else str(node.role)
    inner = setting.within(node.lang, node.dir)
    runs = inline(node.runs, inner)
    if node.role is ParagraphRole.CONTACT_LINE and isinstance(node.runs[0], Label):
        # Values of all lines stand on one edge: the label and the value are two cells of a grid.
        label, value = inline(node.runs[:1], inner), inline(node.runs[1:], inner)
        runs = Markup("").join([label, element("span", {"class": "value"}, value)])
    return element(name, {"class": role, **attributes, **_marks(node, setting)}, runs)


def heading(node: Heading, setting: Setting) -> Markup:
    """A heading with its id."""
    inner = setting.within(node.lang, node.dir)
    return element(f"h{node.level}", {"id": node.anchor, **_marks(node, setting)}, inline(node.runs, inner))


def itemised(node: List, setting: Setting) -> Markup:
    """A list, numbered or not."""
    inner = setting.within(node.lang, node.dir)
    attributes: Attributes = {
        "class": None if node.role is ListRole.BODY else str(node.role),
        "start": node.start if node.ordered and node.start != 1 else None,
        **_marks(node, setting),
    }
    return block("ol" if node.ordered else "ul", attributes, (_item(item, inner) for item in node.items))


def _gathered(body: Iterable[Block], setting: Setting) -> Iterator[Markup]:
    for kind, group in groupby(body, key=type):
        if kind is Figure:
            figures = [node for node in group if isinstance(node, Figure)]
            yield _photos(figures, setting) if len(figures) > 1 else _figure(figures[0], setting)
        elif kind is Card:
            yield block("div", {"class": "cards"}, (_block(node, setting) for node in group))
        else:
            yield from (_block(node, setting) for node in group)


def _block(node: Block, setting: Setting) -> Markup:
    inner = setting.within(node.lang, node.dir)
    match node:
        case Paragraph():
            return paragraph(node, setting)
        case Heading():
            return heading(node, setting)
        case Quote():
            return _quote(node, setting)
        case List():
            return itemised(node, setting)
        case Definitions():
            return block("dl", _marks(node, setting), (_definition(item, inner) for item in node.items))
        case Table():
            return _table(node, setting)
        case Figure():
            return _figure(node, setting)
        case Callout():
            title = heading(node.heading, inner) if node.heading else Markup("")
            attributes = {"class": "callout", **_marks(node, setting)}
            return block("aside", attributes, [title, blocks(node.body, inner)])
        case Divider():
            return element("hr", setting.node(node))
        case EndMark():
            return _end_mark(node, setting)
        case Card():
            attributes = {"class": "card", **_marks(node, setting)}
            return block("address", attributes, [*_card_lines(node, inner), *_entries(node, inner)])
        case Section():
            return _section(node, setting)
        case _:
            assert_never(node)


def _card_lines(node: Card, setting: Setting) -> Iterator[Markup]:
    """The lines of a card; on the web a gap shows where a person's lines end and those of the desk begin."""
    above = ""
    for line in node.lines:
        is_apart = line.role is ParagraphRole.CONTACT_LINE and "/people/" in above
        if setting.on_web and is_apart and "/people/" not in line.source:
            yield paragraph(line, setting, **{"class": f"{line.role} desk"})
        else:
            yield paragraph(line, setting)
        above = line.source


def _entries(node: Card, setting: Setting) -> Iterator[Markup]:
    """A link for each entry that an address book can take over from the page; paper hands nothing over."""
    for entry in node.entries if setting.on_web else ():
        attributes: Attributes = {
            "href": vcard_url(entry),
            "class": "link-entry",
            "download": file_name(entry),
            "type": MEDIA_TYPE,
        }
        yield element("p", {"class": "entry"}, element("a", attributes, inline(entry.link, setting)))


def _section(node: Section, setting: Setting) -> Markup:
    inner = setting.within(node.lang, node.dir)
    attributes = {
        "class": None if node.kind is SectionKind.BODY else str(node.kind),
        "aria-labelledby": node.heading.anchor if setting.on_web and node.kind in _LANDMARKS else None,
        **_marks(node, setting),
    }
    return block("section", attributes, [heading(node.heading, inner), blocks(node.body, inner)])


def _quote(node: Quote, setting: Setting) -> Markup:
    # The node's language is the quotation's: the attribution stands beside it in the language around both.
    inner = setting.within(node.lang, node.dir)
    if setting.on_web and not node.attribution:
        # A figure without a caption would be announced as one that has no name.
        attributes = {"class": "quote", **setting.language(node.lang, node.dir)}
        return block("blockquote", attributes, [blocks(node.body, inner)])
    words = block("blockquote", setting.language(node.lang, node.dir), [blocks(node.body, inner)])
    said_by = paragraph(node.attribution, setting, name="figcaption") if node.attribution else Markup("")
    parts = [said_by, words] if node.attribution_first else [words, said_by]
    return block("figure", {"class": "quote", **setting.node(node)}, parts)


def _item(node: Item, setting: Setting) -> Markup:
    inner = setting.within(node.lang, node.dir)
    return block("li", {"id": node.anchor or None, **_marks(node, setting)}, [blocks(node.body, inner)])


def _definition(node: Definition, setting: Setting) -> Markup:
    inner = setting.within(node.lang, node.dir)
    meaning = block("dd", {}, [blocks(node.body, inner)])
    return block("div", _marks(node, setting), [paragraph(node.term, inner, name="dt"), meaning])


def _table(node: Table, setting: Setting) -> Markup:
    inner = setting.within(node.lang, node.dir)
    named_by = f"table-{node.key}"
    caption = Markup("")
    if node.caption:
        caption = paragraph(node.caption, inner, name="caption", id=named_by)
    head = block("thead", {}, [_row(node.header, inner)])
    body = block("tbody", {}, (_row(row, inner) for row in node.rows))
    table = block("table", _marks(node, setting), [caption, head, body])
    if not setting.on_web:
        return table
    # A wide table scrolls inside its own frame (WCAG 1.4.10), which the keyboard must reach (2.1.1).
    columns = ", ".join(plain(cell.runs) for cell in node.header.cells if cell.runs)
    region: Attributes = {
        "class": "table-frame",
        "role": "region",
        "tabindex": 0,
        "aria-labelledby": named_by if node.caption else None,
        "aria-label": None if node.caption else columns,
    }
    return block("div", region, [table])


def _row(node: Row, setting: Setting) -> Markup:
    inner = setting.within(node.lang, node.dir)
    return block("tr", _marks(node, setting), (_cell(cell, inner) for cell in node.cells))


def _cell(node: Cell, setting: Setting) -> Markup:
    inner = setting.within(node.lang, node.dir)
    scope = {"": None, "column": "col", "row": "row"}[node.scope]
    attributes = {
        "scope": scope,
        "class": None if node.align == "start" else node.align,
        **_marks(node, setting),
    }
    return element("th" if scope else "td", attributes, inline(node.runs, inner))


def _photos(figures: list[Figure], setting: Setting) -> Markup:
    rows = (_photo_row(row, setting) for row in photo_rows(figures))
    return block("div", {"class": "photos"}, rows)


def _photo_row(row: tuple[Figure, ...], setting: Setting) -> Markup:
    sizes = _FULL_MEASURE if len(row) == 1 else _HALF_MEASURE
    return block("div", {"class": "photo-row"}, (_figure(figure, setting, sizes) for figure in row))


def _figure(node: Figure, setting: Setting, sizes: str = _FULL_MEASURE) -> Markup:
    inner = setting.within(node.lang, node.dir)
    picture = setting.picture(node)
    attributes: Attributes = {
        "src": picture.src,
        "srcset": picture.srcset or None,
        "sizes": sizes if picture.srcset else None,
        "width": picture.width,
        "height": picture.height,
        "alt": node.alt,
    }
    if setting.on_web:
        attributes |= {"loading": "lazy", "decoding": "async"}
    image = element("img", attributes)
    if picture.webp_srcset:
        smaller = element("source", {"type": "image/webp", "srcset": picture.webp_srcset, "sizes": sizes})
        image = element("picture", {}, smaller, image)
    words = [paragraph(line, inner) for line in (node.caption, node.credit) if line]
    caption = block("figcaption", {}, words) if words else Markup("")
    place = {"class": f"photo {picture.shape}"}
    if not node.long_description:
        return block("figure", {**place, **_marks(node, setting)}, [image, caption])
    # HTML wants nothing behind the caption in a `figure`.
    figure = block("figure", _marks(node, setting), [image, caption])
    return block("div", place, [figure, _long_description(node.long_description, setting)])


def _long_description(node: Paragraph, setting: Setting) -> Markup:
    """The label of the description is what opens it; print shows both, one after the other."""
    label, *words = node.runs
    if not setting.on_web or not isinstance(label, Label):
        return paragraph(node, setting)
    inner = setting.within(node.lang, node.dir)
    summary = element("summary", {}, inline((label,), inner))
    if words and isinstance(words[0], Text) and words[0].text.isspace():
        del words[0]
    description = element("p", {}, inline(tuple(words), inner))
    return block("details", {"class": str(node.role), **_marks(node, setting)}, [summary, description])


def _end_mark(node: EndMark, setting: Setting) -> Markup:
    if not setting.on_web:
        return element("p", {"class": "end-mark", **setting.node(node)}, node.text)
    shown = element("span", {"aria-hidden": "true"}, node.text)
    spoken = {"class": "visually-hidden", **setting.language(node.lang, node.dir)}
    return element("p", {"class": "end-mark"}, shown, element("span", spoken, node.spoken))


def _marks(node: Node, setting: Setting) -> Attributes:
    return {**setting.language(node.lang, node.dir), **setting.node(node)}
