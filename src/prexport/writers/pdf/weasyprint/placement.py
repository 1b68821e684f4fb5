"""What is printed meets what was to be printed: every box goes to the slot of the element whose words it holds.

Layout swallows white space (at the ends of lines, between inline elements); it is given back, so that words
stay apart for whoever reads the tags (ISO 32000-1, 14.8.2.5). Since the slots know their words, anything lost,
doubled or out of place on the way through HTML and CSS comes to light here and stops the export.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field
from typing import Any

from prexport.errors import InternalError
from prexport.records import dataclass
from prexport.writers.pdf.layout import Layout, LinkArea, Rectangle
from prexport.writers.pdf.roles import Role
from prexport.writers.pdf.structure import Element, Image, Marker, Structure, Words
from prexport.writers.pdf.weasyprint.boxes import Area, Artifact, Printed

Slot = tuple[Element, int]
"""An element and the index of one of its slots."""

_SPACES = re.compile(r"[ \t\n\r\f]+")
_HYPHEN = "\u2010"  # what hyphenation adds at the end of a line
_NOTHING = " \u200b"  # layout may swallow these; a break opportunity is no word
_INLINE = frozenset({Role.SPAN, Role.STRONG, Role.EM, Role.CODE, Role.LINK, Role.REFERENCE})


@dataclass(slots=True)
class Placement:
    """Where each leaf box goes; `spaces` are the slots that want a space after a box.

    `texts` is what the author wrote where a box shows something else (a hyphen at the end of a line).
    """

    targets: dict[Any, Slot | Artifact] = field(default_factory=dict)
    texts: dict[Any, str] = field(default_factory=dict)
    spaces: dict[Any, list[Slot]] = field(default_factory=dict)


def place(printed: Iterable[Printed | Area], structure: Structure, layout: Layout) -> Placement:
    """Place every box; fills `links`, `boxes` and `starts` of `layout`.

    Raises InternalError when the words on the pages are not those of the document.
    """
    placer = _Placer(structure, layout)
    for thing in printed:
        match thing:
            case Area():
                placer.link(thing)
            case Printed(artifact=Artifact() as artifact):
                placer.placement.targets[thing.box] = artifact
            case Printed():
                placer.place(thing)
    placer.finish()
    return placer.placement


@dataclass(slots=True)
class _Progress:
    """How far the words of one element have been printed."""

    part: int = 0
    offset: int = 0


class _Placer:
    def __init__(self, structure: Structure, layout: Layout) -> None:
        self.placement = Placement()
        self._structure = structure
        self._layout = layout
        self._progress: dict[Element, _Progress] = {}
        self._parents: dict[Element, tuple[Element, int]] = {}
        self._words: dict[Slot, str] = {}
        self._last: dict[Element, Any] = {}  # the last box printed in an element or below it
        self._spaced: set[int] = set()  # ids of boxes whose text ends with a space
        self._pages: dict[Element, int] = {}
        for element in structure.root.elements():
            for index, part in enumerate(element.parts):
                if isinstance(part, Element):
                    self._parents[part] = (element, index)
                elif isinstance(part, Words):
                    self._words[element, index] = _SPACES.sub(" ", part.text)

    # -------------------------------------------------------------- what is printed

    def link(self, area: Area) -> None:
        element = self._structure.owners[area.key]
        self._layout.links.append(LinkArea(element, area.page, area.rectangle, area.target))

    def place(self, printed: Printed) -> None:
        element = self._structure.owners.get(printed.key)
        if printed.picture:
            slot = _slot_of(element, Image)
            if element is None or slot is None:
                self.placement.targets[printed.box] = Artifact.LAYOUT  # decorative
            else:
                self._take(printed, element, slot)
        elif printed.marker:
            slot = _slot_of(element, Marker)
            if element is None or slot is None:
                raise InternalError(f"node {printed.key} has a marker but is no list item")
            self._take(printed, element, slot)
        elif element is not None:
            self._place_words(printed, element)
        elif printed.text.strip():
            raise InternalError(f"{printed.text!r} is printed but belongs to no node")
        else:
            self.placement.targets[printed.box] = Artifact.LAYOUT

    def _place_words(self, printed: Printed, element: Element) -> None:
        self._approach(element)
        text = printed.text
        if not text.strip(" "):
            slot = self._take_space(element)
            if slot is None:
                self.placement.targets[printed.box] = Artifact.LAYOUT
                return
            self._take(printed, element, slot[1])
            self._spaced.add(id(printed.box))
            return
        index, said = self._match(element, text)
        self._take(printed, element, index)
        if said != text.removeprefix(" "):
            self.placement.texts[printed.box] = said
        if text.endswith(" "):
            self._spaced.add(id(printed.box))

    def _match(self, element: Element, text: str) -> tuple[int, str]:
        """Find `text` where the element's words go on, and step over it: the slot and what is said there."""
        progress = self._progress.setdefault(element, _Progress())
        while progress.part < len(element.parts):
            words = self._words.get((element, progress.part))
            if words is not None:
                rest = words[progress.offset :]
                while rest and rest[0] in _NOTHING and not _matching(rest, text):
                    if rest[0] == " ":
                        self._give_space(element, progress.part)
                    progress.offset += 1
                    rest = rest[1:]
                matched = _matching(rest, text)
                if matched:
                    progress.offset += matched
                    return progress.part, rest[:matched]
                if rest.strip(_NOTHING):
                    raise InternalError(f"{text!r} is printed where the document says {rest[:60]!r}")
            self._leave(element, progress.part)
            progress.part += 1
            progress.offset = 0
        raise InternalError(f"{text!r} is printed after the end of node {element.key}")

    def _take_space(self, element: Element) -> Slot | None:
        """Step over one space of the element's words, if one comes next."""
        progress = self._progress.setdefault(element, _Progress())
        for part in range(progress.part, len(element.parts)):
            words = self._words.get((element, part))
            if words is None:
                continue
            offset = progress.offset if part == progress.part else 0
            if words[offset : offset + 1] == " ":
                for left in range(progress.part, part):
                    self._leave(element, left)
                progress.part, progress.offset = part, offset + 1
                return (element, part)
            if offset < len(words):
                return None
        return None

    def _take(self, printed: Printed, element: Element, index: int) -> None:
        box = printed.box
        self.placement.targets[box] = (element, index)
        holder: Element | None = element
        while holder is not None:
            self._last[holder] = box
            if holder not in self._layout.starts:
                left, _, _, top = printed.rectangle
                self._layout.starts[holder] = (printed.page, left, top)
                self._pages[holder] = printed.page
            if holder.role is Role.FIGURE and self._pages[holder] == printed.page:
                known = self._layout.boxes.get(holder, printed.rectangle)
                self._layout.boxes[holder] = _union(known, printed.rectangle)
            holder = self._parents[holder][0] if holder in self._parents else None

    # -------------------------------------------------------------- what layout has swallowed

    def _approach(self, element: Element) -> None:
        """Finish all that stands before `element` in the elements that hold it."""
        path: list[tuple[Element, int]] = []
        below = element
        while below in self._parents:
            path.append(self._parents[below])
            below = self._parents[below][0]
        for holder, index in reversed(path):
            progress = self._progress.setdefault(holder, _Progress())
            while progress.part < index:
                self._leave(holder, progress.part)
                progress.part += 1
                progress.offset = 0

    def _leave(self, element: Element, part: int) -> None:
        """Give back the white space that has not been printed when reading goes on after a part."""
        child = element.parts[part]
        if isinstance(child, Element):
            if child.role in _INLINE:
                progress = self._progress.setdefault(child, _Progress())
                while progress.part < len(child.parts):
                    self._leave(child, progress.part)
                    progress.part += 1
                    progress.offset = 0
            return
        words = self._words.get((element, part))
        if words is None:
            return
        progress = self._progress.setdefault(element, _Progress())
        rest = words[progress.offset :]
        if rest.strip(_NOTHING):
            raise InternalError(f"{rest[:60]!r} of node {element.key} was not printed")
        if rest:
            self._give_space(element, part)

    def _give_space(self, element: Element, part: int) -> None:
        """A space of this slot after the last box printed before it, unless one is there already."""
        holder = element
        while holder not in self._last:
            if holder.role not in _INLINE:
                return  # white space at the start of a block is nothing
            holder = self._parents[holder][0]
        box = self._last[holder]
        if id(box) not in self._spaced:
            self._spaced.add(id(box))
            self.placement.spaces.setdefault(box, []).append((element, part))

    def finish(self) -> None:
        """Make sure that all words were printed."""
        for (element, index), words in self._words.items():
            progress = self._progress.get(element, _Progress())
            if index < progress.part:
                continue
            rest = words[progress.offset if index == progress.part else 0 :]
            if rest.strip(_NOTHING):
                raise InternalError(f"{rest[:60]!r} of node {element.key} was not printed")


def _slot_of(element: Element | None, kind: type[Image] | type[Marker]) -> int | None:
    """The index of the element's slot of that kind, if it has one."""
    parts = element.parts if element else []
    return next((index for index, part in enumerate(parts) if isinstance(part, kind)), None)


def _matching(words: str, text: str) -> int:
    """How many characters of `words` a printed `text` covers; 0 when it is other text."""
    for some in (text, text.removeprefix(" ")):
        if words.startswith(some):
            return len(some)
        if some.endswith(_HYPHEN) and words.startswith(some[:-1]):
            return len(some) - 1
    return 0


def _union(a: Rectangle, b: Rectangle) -> Rectangle:
    return (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
