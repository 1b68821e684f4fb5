"""A DOCX taken apart for tests: its parts, its words, and the rules of ISO 29500 that Microsoft's validator misses."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
_W = f"{{{NAMESPACES['w']}}}"
_R = f"{{{NAMESPACES['r']}}}"
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_STORIES = re.compile(r"word/(document|header.*|footer.*)\.xml")
_LONGEST_PROPERTY = 255

Element = Any


def parts(docx: bytes) -> dict[str, bytes]:
    """The members of the package, in the order in which they stand in it."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rebuilt(members: list[tuple[str, bytes]]) -> bytes:
    """A package of these members, two of one name included."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two members of one name are the point of a test
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def parts_as_text(docx: bytes) -> dict[str, str]:
    """The XML parts, indented, for goldens; pictures by their size in bytes."""
    return {
        name: _indented(data) if name.endswith((".xml", ".rels")) else f"{len(data)} bytes\n"
        for name, data in parts(docx).items()
    }


def xml(docx: bytes, name: str = "word/document.xml") -> Element:
    """The root of a part."""
    return etree.fromstring(parts(docx)[name])


def find(root: Element, path: str) -> list[Any]:
    """What an XPath with the usual prefixes finds."""
    return list(root.xpath(path, namespaces=NAMESPACES))


def value(element: Element, attribute: str = "val") -> str | None:
    """An attribute of the namespace of WordprocessingML."""
    found = element.get(_W + attribute)
    return None if found is None else str(found)


def words(element: Element) -> str:
    """The text of an element; a line break counts as a newline."""
    pieces = []
    for each in element.iter(f"{_W}t", f"{_W}br"):
        if each.tag == f"{_W}t":
            pieces.append(each.text or "")
        elif each.get(f"{_W}type") is None:
            pieces.append("\n")
    return "".join(pieces)


def paragraphs(docx: bytes) -> list[tuple[str, str]]:
    """Style and words of every paragraph of the body, in reading order."""
    return [(style_of(each), words(each)) for each in find(xml(docx), "//w:body//w:p")]


def style_of(paragraph: Element) -> str:
    """The id of a paragraph's style."""
    found = find(paragraph, "w:pPr/w:pStyle")
    return (value(found[0]) or "") if found else ""


def faults(docx: bytes) -> list[str]:
    """What is wrong by rules that the Open XML SDK doesn't check."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        names = archive.namelist()
    found = [f"zip: two members are called {name}" for name, count in Counter(names).items() if count > 1]
    members = parts(docx)
    styles = etree.fromstring(members["word/styles.xml"])
    numbering = etree.fromstring(members["word/numbering.xml"])
    drawings: list[str] = []
    for name, data in members.items():
        if not _STORIES.fullmatch(name):
            continue
        root = etree.fromstring(data)
        drawings += [each.get("id") for each in find(root, "//wp:docPr")]
        found += [f"{name}: {fault}" for fault in _story_faults(root, styles, numbering)]
        found += [f"{name}: {fault}" for fault in _relationship_faults(root, members, name)]
    found += [
        f"two drawings have the id {number}" for number, count in Counter(drawings).items() if count > 1
    ]
    found += _style_faults(styles)
    found += _property_faults(etree.fromstring(members["docProps/core.xml"]))
    for name in ("word/styles.xml", "word/settings.xml"):
        found += [f"{name}: {fault}" for fault in _language_faults(etree.fromstring(members[name]))]
    return found


def _story_faults(root: Element, styles: Element, numbering: Element) -> Iterator[str]:
    known = {(value(each, "type"), value(each, "styleId")) for each in find(styles, "//w:style")}
    for tag, kind in (("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table")):
        for each in find(root, f"//w:{tag}"):
            if (kind, value(each)) not in known:
                yield f"there is no {kind} style {value(each)}"
    lists = {value(each, "numId") for each in find(numbering, "//w:num")}
    for each in [*find(root, "//w:numId"), *find(styles, "//w:numId")]:
        if value(each) not in lists:
            yield f"there is no list {value(each)}"
    yield from _language_faults(root)
    for paragraph in find(root, "//w:p"):
        depth, steps = 0, [value(each, "fldCharType") for each in find(paragraph, ".//w:fldChar")]
        for step in steps:
            depth += {"begin": 1, "separate": 0, "end": -1}[step or ""]
            if depth < 0:
                break
        if depth:
            yield f"a field isn't closed: {steps}"
    for each in find(root, "//w:tc[not(*[last()][self::w:p])]"):
        yield f"a cell doesn't end with a paragraph: {words(each)!r}"
    for each in find(root, "//w:tbl/following-sibling::*[1][self::w:tbl]"):
        yield f"two tables touch: {words(each)[:40]!r}"
    bookmarks = Counter(value(each, "name") for each in find(root, "//w:bookmarkStart"))
    yield from (f"two bookmarks are called {name}" for name, count in bookmarks.items() if count > 1)
    for bookmark in bookmarks:
        if not re.fullmatch(r"[A-Za-z_]\w{0,39}", bookmark or "", re.ASCII):
            yield f"no name for a bookmark: {bookmark}"
    starts, ends = (
        [value(each, "id") for each in find(root, f"//w:bookmark{side}")] for side in ("Start", "End")
    )
    if sorted(map(str, starts)) != sorted(map(str, ends)) or len(set(starts)) != len(starts):
        yield "bookmarks don't start and end in pairs"
    for each in find(root, "//w:hyperlink[@w:anchor]"):
        if value(each, "anchor") not in bookmarks:
            yield f"a link leads to {value(each, 'anchor')}, which is nowhere"
    for each in find(root, "//w:hyperlink[not(@w:anchor) and not(@r:id)]"):
        yield f"a link leads nowhere: {words(each)!r}"


def _relationship_faults(root: Element, members: dict[str, bytes], name: str) -> Iterator[str]:
    folder, _, file = name.rpartition("/")
    rels = members.get(f"{folder}/_rels/{file}.rels")
    known = {each.get("Id"): each for each in etree.fromstring(rels)} if rels else {}
    for used in find(root, "//@r:id | //@r:embed"):
        if used not in known:
            yield f"there is no relationship {used}"
    for each in known.values():
        target = each.get("Target")
        if each.get("TargetMode") == "External":
            if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]+", target) or re.search(
                r'[<>"{}|\\^`]', target
            ):
                yield f"{target!r} is no URI"
        elif f"{folder}/{target}".replace(f"{folder}/../", "") not in members:
            yield f"there is no part {target}"


def _language_faults(root: Element) -> Iterator[str]:
    for each in find(root, "//w:lang | //w:themeFontLang"):
        for tag in each.attrib.values():
            if not _LANGUAGE.fullmatch(tag):
                yield f"{tag!r} is no language"


def _style_faults(styles: Element) -> Iterator[str]:
    identifiers = Counter(value(each, "styleId") for each in find(styles, "//w:style"))
    yield from (f"two styles have the id {name}" for name, count in identifiers.items() if count > 1)
    names = Counter((value(each) or "").casefold() for each in find(styles, "//w:style/w:name"))
    yield from (f"two styles are called {name}" for name, count in names.items() if count > 1)
    for each in find(styles, "//w:basedOn | //w:next"):
        if value(each) not in identifiers:
            yield f"a style refers to {value(each)}, which there is not"


def _property_faults(core: Element) -> Iterator[str]:
    for each in core:
        text = each.text or ""
        if len(text) > _LONGEST_PROPERTY:
            yield f"{etree.QName(each).localname} is {len(text)} characters long"
        if etree.QName(each).localname in ("created", "modified") and not re.fullmatch(
            r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", text
        ):
            yield f"{text!r} is no date of a core property"


def _indented(data: bytes) -> str:
    root = etree.fromstring(data)
    etree.indent(root)
    return str(etree.tostring(root, encoding="unicode")) + "\n"
