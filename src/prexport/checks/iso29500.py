"""Rules of ISO/IEC 29500 that the Open XML SDK leaves out, and that Word stumbles over or readers suffer from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from prexport.checks.tools import Failure
from prexport.opc import NAMESPACES, Element, Package
from prexport.readers.docx.names import R, W, value

NAME = "ISO 29500"
_STANDARD = "ISO/IEC 29500-1"
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_BOOKMARK = re.compile(r"[A-Za-z_]\w{0,39}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x7f-\U0010ffff]+")
_STEPS = {"begin": 1, "separate": 0, "end": -1}
_STORIES = frozenset({"header", "footer", "footnotes", "endnotes", "comments"})
_LONGEST_PROPERTY = 255  # characters; what Word reads of a core property

Fault = tuple[str, str]
"""The name of a rule, and what breaks it."""


def validate(docx: bytes) -> list[Failure]:
    """Judge a DOCX; an empty list means that no rule is broken. Raises UnusableInput for what is no DOCX."""
    package = Package(docx)
    return [
        Failure(NAME, _STANDARD, rule, message, where)
        for where, faults in _looked_at(package)
        for rule, message in faults
    ]


def _looked_at(package: Package) -> Iterator[tuple[str, Iterator[Fault]]]:
    """The parts that are looked at, each with its faults."""
    yield "", twin_members(package)
    main = package.main()
    styles, numbering, settings = (_part(package, main, kind) for kind in ("styles", "numbering", "settings"))
    drawings: list[str] = []
    related = (each.target for each in package.relationships(main).values() if each.kind in _STORIES)
    for name in (main, *(name for name in related if name in package)):
        story = package.xml(name)
        drawings += [each.get("id", "") for each in _find(story, "//wp:docPr")]
        yield name, unknown_styles(story, styles)
        yield name, unknown_lists(story, numbering)
        yield name, languages(story)
        yield name, open_fields(story)
        yield name, cells(story)
        yield name, bookmarks(story)
        yield name, relationships(story, package, name)
    yield main, twin_drawings(drawings)
    if styles is not None:
        yield "styles", style_names(styles)
        yield "styles", unknown_lists(styles, numbering)
        yield "styles", languages(styles)
    if settings is not None:
        yield "settings", languages(settings)
    if (core := _part(package, "", "core-properties")) is not None:
        yield "core properties", properties(core)


def twin_members(package: Package) -> Iterator[Fault]:
    """No two members of the archive have one name (29500-2, 7.3.4)."""
    for name, count in Counter(each.lower() for each in package.names).items():
        if count > 1:
            yield "twin-members", f"Two members are called {name}."


def twin_drawings(numbers: list[str]) -> Iterator[Fault]:
    """Each drawing has a number of its own (20.4.2.5)."""
    for number, count in Counter(numbers).items():
        if count > 1:
            yield "twin-drawings", f"Two drawings have the id {number}."


def unknown_styles(story: Element, styles: Element | None) -> Iterator[Fault]:
    """The styles that text refers to are there (17.3.1.27)."""
    found = [] if styles is None else _find(styles, "//w:style")
    known = {(value(each, "type"), value(each, "styleId")) for each in found}
    for tag, kind in (("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table")):
        for name in sorted({value(each) for each in story.iter(W + tag)}):
            if (kind, name) not in known:
                yield "unknown-style", f"There is no {kind} style {name}."


def unknown_lists(story: Element, numbering: Element | None) -> Iterator[Fault]:
    """The lists that paragraphs and styles refer to are there (17.9.18); 0 is no list."""
    known = {"0"} | {
        value(each, "numId") for each in ([] if numbering is None else _find(numbering, "//w:num"))
    }
    for number in sorted({value(each) for each in _find(story, "//w:numPr/w:numId")} - known):
        yield "unknown-list", f"There is no list {number}."


def languages(root: Element) -> Iterator[Fault]:
    """Languages are tags of BCP 47 (17.3.2.20)."""
    for each in root.iter(W + "lang", W + "themeFontLang"):
        for tag in each.attrib.values():
            if not _LANGUAGE.fullmatch(tag):
                yield "language", f"{tag!r} is no language."


def open_fields(story: Element) -> Iterator[Fault]:
    """Fields that begin in a paragraph end in it, in order (17.16.18)."""
    for paragraph in story.iter(W + "p"):
        depth, steps = 0, [value(each, "fldCharType") for each in paragraph.iter(W + "fldChar")]
        for step in steps:
            depth += _STEPS.get(step, 0)
            if depth < 0:
                break
        if depth:
            yield "open-field", f"A field isn’t closed: {', '.join(steps)}."


def cells(story: Element) -> Iterator[Fault]:
    """A cell ends with a paragraph (17.4.65), and tables don't touch: they would be one."""
    for each in _find(story, "//w:tc[not(*[last()][self::w:p])]"):
        yield "cell-end", f"A cell doesn’t end with a paragraph: {_words(each)!r}."
    for each in _find(story, "//w:tbl/following-sibling::*[1][self::w:tbl]"):
        yield "touching-tables", f"Two tables touch: {_words(each)!r}."


def bookmarks(story: Element) -> Iterator[Fault]:
    """Places have names of their own, start and end; links within the document lead to them (17.13.6, 17.16.22)."""
    starts, ends = ([each for each in story.iter(W + tag)] for tag in ("bookmarkStart", "bookmarkEnd"))
    names = Counter(value(each, "name") for each in starts)
    for name, count in names.items():
        if count > 1:
            yield "bookmark-name", f"Two bookmarks are called {name}."
        if not _BOOKMARK.fullmatch(name):
            yield "bookmark-name", f"{name!r} is no name for a bookmark."
    numbers, closing = ([value(each, "id") for each in side] for side in (starts, ends))
    if sorted(numbers) != sorted(closing) or len(set(numbers)) != len(numbers):
        yield "bookmark-pair", "Bookmarks don’t start and end in pairs."
    for link in story.iter(W + "hyperlink"):
        anchor = value(link, "anchor")
        if anchor and anchor not in names and link.get(R + "id") is None:
            yield "dead-link", f"A link leads to {anchor}, which is nowhere."
        elif not anchor and link.get(R + "id") is None:
            yield "dead-link", f"A link leads nowhere: {_words(link)!r}."


def relationships(story: Element, package: Package, name: str) -> Iterator[Fault]:
    """What a part refers to is there; addresses are URIs (29500-2, 6.5)."""
    known = package.relationships(name)
    for used in sorted(set(story.xpath("//@r:id | //@r:embed", namespaces=NAMESPACES)) - set(known)):
        yield "relationship", f"There is no relationship {used}."
    for each in known.values():
        if each.is_external and not _URI.fullmatch(each.target):
            yield "address", f"{each.target!r} is no URI."
        elif not each.is_external and each.target not in package:
            yield "relationship", f"There is no part {each.target}."


def style_names(styles: Element) -> Iterator[Fault]:
    """Styles have ids and names of their own, and refer to styles that are there (17.7.4)."""
    found = _find(styles, "//w:style")
    identifiers = Counter(value(each, "styleId") for each in found)
    for name, count in identifiers.items():
        if count > 1:
            yield "style-name", f"Two styles have the id {name}."
    names = Counter(value(each.find(W + "name")).casefold() for each in found)
    for name, count in names.items():
        if count > 1:
            yield "style-name", f"Two styles are called {name}."
    for each in _find(styles, "//w:basedOn | //w:next"):
        if value(each) not in identifiers:
            yield "unknown-style", f"A style refers to {value(each)}, which there is not."


def properties(core: Element) -> Iterator[Fault]:
    """Core properties are as Word reads them (29500-2, 8.3)."""
    for each in core:
        name, text = each.tag.rpartition("}")[2], each.text or ""
        if len(text) > _LONGEST_PROPERTY:
            yield "property", f"The property {name} is {len(text)} characters long."
        if name in ("created", "modified") and not _MOMENT.fullmatch(text):
            yield "property", f"{text!r} is no date of a core property."


def _part(package: Package, name: str, kind: str) -> Element | None:
    found = package.related(name, kind)
    return None if found is None else package.xml(found)


def _find(root: Element, path: str) -> list[Element]:
    return list(root.xpath(path, namespaces=NAMESPACES))


def _words(element: Element) -> str:
    return "".join(each.text or "" for each in element.iter(W + "t"))[:40]
