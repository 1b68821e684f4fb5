"""A web page -> its outline, from the elements of the page alone: no class, no style sheet, no script counts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from prexport.document.outline import MarkKind, Outline, Role, Scope, Unit
from prexport.document.outline_builder import OutlineBuilder, spoken
from prexport.document.outline_words import Style, Words, folded, tag
from prexport.readers.html.elements import (
    CELLS,
    HEADINGS,
    INLINE,
    events,
    first_pictures,
    inherited_language,
    release_of,
)
from prexport.readers.html.images import Photos
from prexport.readers.html.parse import parse
from prexport.readers.html.tables import scope, size
from prexport.records import dataclass

_INTEGER = re.compile(r"\s*([+-]?\d{1,9})(?!\d)")
_COLLAPSED = " \t\n\f\r"  # what browsers drop at the start of a line, and no other space (CSS Text 3)
_MOST_STYLES = 16  # of nested ones the innermost count: no release nests a third as many


def read(html: bytes, files: Mapping[str, bytes] | None = None) -> Outline:
    """The outline of a page, of its `main` where it has one, whatever the bytes are.

    `files` are the files beside the page, by the URLs that the page has for them; without it photos that are
    not in the page itself are not looked at. Raises PageTooLarge for a page that can't be read in good time.
    """
    page = parse(html)
    root = release_of(page)
    reader = _Reader(root, inherited_language(page, root), files)
    for kind, element, text in events(root):
        match kind:
            case "start":
                reader.start(element)
            case "text":
                reader.text(text)
            case "end":
                reader.end()
    return reader.builder.outline()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """What holds inside an open element.

    `role`, `level` and `scope` are those of the unit that loose words in it make, `unit_lang` is its language;
    `lang` and `styles` are those of the words. What is `hidden` is shown, but not said.
    """

    tag: str
    lang: str
    unit_lang: str
    styles: tuple[Style, ...] = ()
    role: Role = Role.PARAGRAPH
    level: int = 0
    scope: Scope = ""
    hidden: bool = False
    inline: bool = False
    pictures_are_words: bool = False
    is_one_unit: bool = False  # with all blocks in it
    is_container: bool = False  # its end is the end of a container
    is_quotation: bool = False  # its caption says who is quoted
    next_number: int | None = None  # of the list's next item


class _Reader:
    def __init__(self, root: Element, lang: str, files: Mapping[str, bytes] | None) -> None:
        self.builder = OutlineBuilder()
        self._photos = Photos(files)
        self._pictures = first_pictures(root)
        self._targets = {
            href[1:] for link in root.iter("a") if (href := link.get("href", "").strip()).startswith("#")
        }
        self._frames = [_Frame(tag="", lang=lang, unit_lang=lang)]
        self._words = Words()
        self._signs = Words()
        self._last = ""  # the last character of the words
        self._breaks = False  # a block begins or ends inside a unit
        self._told: set[Element] = set()  # pictures of figures that have begun

    def start(self, element: Element) -> None:
        """An element begins."""
        around = self._frames[-1]
        frame = replace(
            around,
            tag=element.tag,
            lang=element.get("lang", around.lang),
            hidden=around.hidden or element.get("aria-hidden") == "true",
            inline=element.tag in INLINE,
            is_container=False,
        )
        if frame.inline:
            frame = replace(frame, styles=(*around.styles, *_styles(element))[-_MOST_STYLES:])
        elif around.is_one_unit:
            self._breaks = True
        else:
            self._flush()
        if (name := element.get("id")) in self._targets:
            self.builder.name(name)
        if frame.inline:
            self._frames.append(frame)
            self._replaced(element)
        elif around.is_one_unit:
            self._frames.append(frame)
        else:
            self._frames.append(self._block(element, replace(frame, unit_lang=frame.lang)))

    def text(self, text: str) -> None:
        """Characters in the element that is open."""
        frame = self._frames[-1]
        if frame.hidden:
            self._signs.add(text, frame.lang, frame.styles)
            return
        if self._breaks:
            text = text.lstrip(_COLLAPSED)
            if not text:
                return
            self._breaks = False
            if not _closes_itself(self._last):
                self._words.add(" ", self._frames[-1].unit_lang)
        self._words.add(text, frame.lang, frame.styles)
        self._last = text[-1:]

    def end(self) -> None:
        """The element that is open ends."""
        frame, around = self._frames[-1], self._frames[-2]
        if not frame.inline and around.is_one_unit:
            self._breaks = True
        elif not frame.inline:
            self._flush()
            if frame.is_container:
                self.builder.close()
        self._frames.pop()

    def _flush(self) -> None:
        """What was said since the last block began or ended is a unit."""
        frame, words, signs = self._frames[-1], self._words, self._signs
        self._words, self._signs, self._last, self._breaks = Words(), Words(), "", False
        if frame.tag == "p" and words and signs:
            # Signs that are not to be spelt out, and what is said in their place.
            instead = words.said()
            mark = Unit(role=Role.END_MARK, text=signs.said().text, alt=instead.text, lang=instead.lang)
            self.builder.add(mark)
            return
        if words or frame.tag in CELLS:
            unit = spoken(frame.role, words.said(frame.unit_lang), level=frame.level)
            self.builder.add(replace(unit, scope=frame.scope))

    # -------------------------------------------------------------- elements

    def _replaced(self, element: Element) -> None:
        """Elements that stand for something else: a line break, a picture."""
        frame = self._frames[-1]
        if element.tag == "br":
            self.text("\n")
        elif element.tag == "img" and not frame.hidden and element not in self._told:
            alt = _alternative(element)
            if frame.pictures_are_words and alt:
                self.text(alt)
            elif not frame.pictures_are_words and alt != "":
                self._flush()
                self.builder.open(self._figure(element, frame.lang))
                self.builder.close()

    def _block(self, element: Element, frame: _Frame) -> _Frame:
        """Begin what the element is; gives what holds inside it."""
        inside = self.builder.inside
        if level := _heading_level(element):
            return replace(frame, role=Role.HEADING, level=level, pictures_are_words=True)
        if element.get("role") == "note":
            frame = replace(frame, role=Role.NOTE)
        match element.tag:
            case "p" | "summary":
                return replace(frame, pictures_are_words=True)
            case "ul" | "menu" | "dir":
                return self._container(Unit(role=Role.LIST, numbering="bullets"), frame)
            case "ol":
                first = _integer(element.get("start"), 1)
                unit = Unit(role=Role.LIST, numbering="numbers", number=first)
                return replace(self._container(unit, frame), next_number=first)
            case "li" if inside is Role.LIST:
                return self._container(self._item(element), frame)
            case "dl":
                return self._container(Unit(role=Role.LIST, numbering="terms"), frame)
            case "dt":
                return replace(frame, role=Role.TERM, pictures_are_words=True)
            case "dd" if inside is Role.LIST:
                return self._container(Unit(role=Role.DEFINITION), frame)
            case "blockquote" if self._frames[-1].is_quotation:
                return replace(frame, is_quotation=False)
            case "blockquote":
                return self._container(Unit(role=Role.QUOTE), frame)
            case "aside":
                return self._container(Unit(role=Role.CALLOUT), frame)
            case "figure":
                return self._figure_begins(element, frame)
            case "figcaption":
                role = Role.CAPTION if inside is Role.FIGURE else frame.role
                role = Role.ATTRIBUTION if frame.is_quotation else role
                return replace(frame, role=role, pictures_are_words=True)
            case "details" if [child.tag for child in element] == ["summary", "p"]:
                # The label of a long description, and the description.
                return replace(frame, is_one_unit=True, pictures_are_words=True)
            case "table" if element.get("role") not in ("presentation", "none"):
                rows, columns = size(element)
                return self._container(Unit(role=Role.TABLE, rows=rows, columns=columns), frame)
            case "caption" if inside is Role.TABLE:
                return replace(frame, role=Role.CAPTION, pictures_are_words=True)
            case "th" | "td" if inside is Role.TABLE:
                role = Role.HEADER_CELL if element.tag == "th" else Role.CELL
                heads = scope(element) if element.tag == "th" else ""
                return replace(frame, role=role, scope=heads, is_one_unit=True, pictures_are_words=True)
            case "hr":
                self.builder.add(Unit(role=Role.DIVIDER))
                return frame
            case _:
                return frame

    def _container(self, unit: Unit, frame: _Frame) -> _Frame:
        """Open a container; gives what holds inside it."""
        self.builder.open(unit)
        return _Frame(
            tag=frame.tag,
            lang=frame.lang,
            unit_lang=frame.unit_lang,
            styles=frame.styles,
            hidden=frame.hidden,
            is_container=True,
        )

    def _item(self, element: Element) -> Unit:
        """An item, with its number where that is not the next one."""
        around = self._frames[-1]
        if around.next_number is None:
            return Unit(role=Role.ITEM)
        number = _integer(element.get("value"), around.next_number)
        self._frames[-1] = replace(around, next_number=number + 1)
        return Unit(role=Role.ITEM, number=number if number != around.next_number else None)

    def _figure_begins(self, element: Element, frame: _Frame) -> _Frame:
        if any(child.tag == "blockquote" for child in element):
            return replace(self._container(Unit(role=Role.QUOTE), frame), is_quotation=True)
        picture = self._pictures.get(element)
        if picture is None or picture in self._told:
            return frame
        self._told.add(picture)
        return self._container(self._figure(picture, frame.lang), frame)

    def _figure(self, picture: Element, lang: str) -> Unit:
        """A picture in `lang`."""
        alt = _alternative(picture)
        lang = tag(picture.get("lang", lang)) if alt else ""
        image = self._photos.fingerprint_of(picture.get("src", ""))
        return Unit(role=Role.FIGURE, alt=alt, lang=lang, image=image)


def _styles(element: Element) -> Iterator[Style]:
    """What an inline element says of its words."""
    match element.tag:
        case "a" if "href" in element.attrib:
            yield MarkKind.LINK, element.get("href", "").strip()
        case "strong":
            yield MarkKind.STRONG, ""
        case "em":
            yield MarkKind.EMPHASIS, ""
        case "code":
            yield MarkKind.CODE, ""
        case "abbr" if "title" in element.attrib:
            yield MarkKind.EXPANSION, folded(element.get("title", "")).strip(" ")
        case "time" if "datetime" in element.attrib:
            yield MarkKind.MOMENT, element.get("datetime", "").strip()


def _alternative(picture: Element) -> str | None:
    """What is said for a picture: "" for decoration, None when nothing tells."""
    alt = picture.get("alt")
    return None if alt is None else folded(alt).strip(" ")


def _heading_level(element: Element) -> int:
    """The level of a heading, 0 of anything else."""
    if element.get("role") == "heading":
        return _integer(element.get("aria-level"), 2)
    return HEADINGS.get(element.tag, 0)


def _integer(value: str | None, default: int) -> int:
    found = _INTEGER.match(value or "")
    return int(found[1]) if found else default


def _closes_itself(character: str) -> bool:
    """Whether no space is set after `character`: the full-width colon after a label."""
    return (
        unicodedata.east_asian_width(character or " ") in "WF" and unicodedata.category(character)[0] == "P"
    )
