"""What the elements of HTML are to a reader of text (HTML Living Standard, sections 4 and 15.3).

The tree is that of `parse`: `xml.etree` elements without namespaces and without comments.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal
from xml.etree.ElementTree import Element

# Elements inside a line; all others begin and end a paragraph.
INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "button", "cite", "code", "data", "del",
        "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "map", "mark", "nobr", "output", "picture",
        "q", "ruby", "rb", "rt", "s", "samp", "slot", "small", "source", "span", "strike", "strong", "sub",
        "sup", "time", "track", "tt", "u", "var", "wbr",
    }
)  # fmt: skip
# Elements whose content is no text of the page, or can't be told without running it.
UNREAD = frozenset(
    {
        "applet", "area", "audio", "base", "canvas", "datalist", "embed", "frame", "frameset", "head",
        "iframe", "input", "link", "math", "meta", "meter", "noembed", "noframes", "noscript", "object",
        "option", "param", "progress", "rp", "script", "select", "style", "svg", "template", "textarea",
        "title", "video",
    }
)  # fmt: skip
HEADINGS = {f"h{level}": level for level in range(1, 7)}
CELLS = frozenset({"td", "th"})

Event = tuple[Literal["start", "end", "text"], Element, str]


def events(root: Element) -> Iterator[Event]:
    """The start of each element that is read, its text and its end, in the order of the page.

    Pages may be nested as deep as they like: nothing here recurses.
    """
    open_: list[tuple[Element, Iterator[Element]]] = []

    def start(element: Element) -> Iterator[Event]:
        yield ("start", element, "")
        if element.text:
            yield ("text", element, element.text)
        open_.append((element, iter(element)))

    yield from start(root)
    while open_:
        element, children = open_[-1]
        child = next(children, None)
        if child is not None:
            if is_read(child):
                yield from start(child)
            elif child.tail:
                yield ("text", element, child.tail)
            continue
        open_.pop()
        yield ("end", element, "")
        if open_ and element.tail:
            yield ("text", open_[-1][0], element.tail)


def is_read(element: Element) -> bool:
    """Whether the element's content is there for readers: no script, no data, not hidden."""
    return (
        element.tag not in UNREAD
        and "hidden" not in element.attrib
        # A card to save (vCard) has no counterpart in other formats.
        and not element.get("href", "").strip().lower().startswith("data:")
    )


def release_of(page: Element) -> Element:
    """The element that holds what the page is about: `main`, else its only `article`, else all of it."""
    for element in page.iter("main"):
        return element
    for element in page.iter():
        if element.get("role") == "main":
            return element
    articles = list(page.iter("article"))
    if len(articles) == 1:
        return articles[0]
    body = page.find("body")
    return page if body is None else body


def inherited_language(page: Element, inner: Element) -> str:
    """The language around `inner`: that of the closest ancestor that says one, "" when none does."""
    parents = _parents(page)
    around = parents.get(inner)
    while around is not None:
        if (lang := around.get("lang")) is not None:
            return lang
        around = parents.get(around)
    return ""


def first_pictures(root: Element) -> dict[Element, Element]:
    """For each element that holds pictures, the first of them; each element is looked at once."""
    parents = _parents(root)
    found: dict[Element, Element] = {}
    for picture in root.iter("img"):
        around = parents.get(picture)
        while around is not None and around not in found:
            found[around] = picture
            around = parents.get(around)
    return found


def _parents(root: Element) -> dict[Element, Element]:
    return {child: parent for parent in root.iter() for child in parent}
