"""A page as the rules look at it: its elements in order, their ancestors' languages, where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from xml.etree.ElementTree import Element

from prexport.readers.html.parse import parse
from prexport.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """An element, the one around it, its language, and whether readers never meet it."""

    element: Element
    parent: Placed | None
    lang: str
    hidden: bool

    @property
    def tag(self) -> str:
        """The name of the element."""
        return str(self.element.tag)

    @property
    def path(self) -> str:
        """A selector that leads to it: `main > section#notes > p`."""
        steps: list[str] = []
        place: Placed | None = self
        while place is not None and len(steps) < 4:
            name = place.element.get("id")
            steps.append(f"{place.tag}#{name}" if name else place.tag)
            if name:
                break
            place = place.parent
        return " > ".join(reversed(steps))

    def get(self, name: str) -> str | None:
        """An attribute."""
        value = self.element.get(name)
        return None if value is None else str(value)

    def around(self) -> Iterator[Placed]:
        """What it stands in, the closest first."""
        parent = self.parent
        while parent is not None:
            yield parent
            parent = parent.parent

    @property
    def text(self) -> str:
        """All words in it, and the alternatives of pictures, as one line."""
        return " ".join("".join(_pieces(self.element)).split())

    @property
    def own_text(self) -> str:
        """All characters in it, as they are: of a script or a style sheet."""
        return "".join(self.element.itertext())


class Page:
    """A page that was parsed, broken marks repaired."""

    def __init__(self, html: bytes) -> None:
        """Parse the page; raises PageTooLarge, and nothing else whatever the bytes are."""
        self.bytes = html
        self.elements = list(_walk(parse(html)))

    @cached_property
    def by_tag(self) -> dict[str, list[Placed]]:
        """The elements by their names, in order."""
        found: dict[str, list[Placed]] = {}
        for each in self.elements:
            found.setdefault(each.tag, []).append(each)
        return found

    def all(self, *tags: str) -> list[Placed]:
        """The elements of these names; those of one name in order."""
        return [each for tag in tags for each in self.by_tag.get(tag, ())]

    def meta(self, name: str) -> list[str]:
        """The contents of all `meta` of a name."""
        return [
            each.get("content") or "" for each in self.all("meta") if (each.get("name") or "").lower() == name
        ]


def _walk(root: Element) -> Iterator[Placed]:
    waiting: list[tuple[Element, Placed | None]] = [(root, None)]
    while waiting:
        element, parent = waiting.pop()
        lang = element.get("lang", "" if parent is None else parent.lang)
        unseen = "hidden" in element.attrib or element.get("aria-hidden") == "true"
        placed = Placed(element, parent, lang, unseen or (parent is not None and parent.hidden))
        yield placed
        waiting.extend((child, placed) for child in reversed(element))


def _pieces(element: Element) -> Iterator[str]:
    waiting: list[Element | str] = [element]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield each
            continue
        if each.tag == "img":
            yield f" {each.get('alt', '')} "
        if each.tag in ("script", "style"):
            continue
        inside: list[Element | str] = [each.text or ""]
        for child in each:
            inside += [child, child.tail or ""]
        waiting.extend(reversed(inside))
