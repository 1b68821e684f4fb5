"""What is on the pages of any PDF: marked content, words outside of it, the fonts of the words, annotations."""

from __future__ import annotations

from dataclasses import field
from typing import Any

import pikepdf

from prexport.records import dataclass

_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_PAINTS = frozenset({"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "BI", "EI", "INLINE IMAGE"})
_WANTED = " ".join(["BMC BDC EMC Tf Tr Do", *sorted(_SHOWS | _PAINTS - {"INLINE IMAGE"})])
_DEEPEST = 12
_INVISIBLE = 3  # text rendering mode (ISO 32000-1, 9.3.6)


@dataclass(slots=True)
class PageFacts:
    """One page.

    `identifiers` are the marked-content identifiers that enclose something; `untagged` counts what is shown outside
    of all marked content: words, pictures, lines. `fonts` are the fonts that words are shown in, by object number.
    """

    identifiers: set[int] = field(default_factory=set)
    untagged: int = 0
    fonts: dict[object, Any] = field(default_factory=dict)
    annotations: list[Any] = field(default_factory=list)
    has_tab_order: bool = True


def facts_of(page: pikepdf.Page) -> PageFacts:
    """Read one page; content that can't be parsed is content that nobody sees."""
    facts = PageFacts()
    _read(page.obj, page.resources if "/Resources" in page.obj else pikepdf.Dictionary(), facts, 0, False)
    listed = page.obj.get("/Annots")
    if isinstance(listed, pikepdf.Array):
        facts.annotations = [each for each in listed if isinstance(each, pikepdf.Dictionary)]
    facts.has_tab_order = page.obj.get("/Tabs") == "/S"
    return facts


def _read(stream: Any, resources: Any, facts: PageFacts, depth: int, is_marked: bool) -> None:
    """Add what a content stream shows; `is_marked` says that all of it is inside of marked content."""
    fonts, objects, named = (_dictionary(resources, key) for key in ("/Font", "/XObject", "/Properties"))
    marks: list[int | bool | None] = []  # an identifier, True for an artifact, None for neither
    mode = 0
    font: Any = None
    for instruction in pikepdf.parse_content_stream(stream, _WANTED):
        name, operands = str(instruction.operator), list(instruction.operands)
        if name in ("BMC", "BDC"):
            marks.append(_mark(operands, named))
        elif name == "EMC":
            if marks:
                marks.pop()
        elif name == "Tf" and operands:
            font = fonts.get(str(operands[0]))
        elif name == "Tr" and operands:
            mode = int(operands[0])
        elif name in _SHOWS or name in _PAINTS:
            if name in _SHOWS and mode != _INVISIBLE and isinstance(font, pikepdf.Dictionary):
                facts.fonts[font.objgen if font.is_indirect else id(font)] = font
            _shown(marks, facts, is_marked)
        elif name == "Do" and operands:
            drawn = objects.get(str(operands[0]))
            inside = is_marked or any(mark is not None for mark in marks)
            if not isinstance(drawn, pikepdf.Stream) or drawn.get("/Subtype") != "/Form":
                _shown(marks, facts, is_marked)
            elif depth < _DEEPEST:
                _note(marks, facts)
                own = drawn.get("/Resources")
                _read(drawn, resources if own is None else own, facts, depth + 1, inside)


def _shown(marks: list[int | bool | None], facts: PageFacts, is_marked: bool) -> None:
    if not _note(marks, facts) and not is_marked:
        facts.untagged += 1


def _note(marks: list[int | bool | None], facts: PageFacts) -> bool:
    """Note the identifier around what is shown; tell whether it is tagged or an artifact."""
    for mark in reversed(marks):
        if mark is True:
            return True
        if mark is not None:
            facts.identifiers.add(int(mark))
            return True
    return False


def _mark(operands: list[Any], named: Any) -> int | bool | None:
    if operands and str(operands[0]) == "/Artifact":
        return True
    properties = operands[1] if len(operands) > 1 else None
    if isinstance(properties, pikepdf.Name):
        properties = named.get(str(properties))
    if isinstance(properties, pikepdf.Dictionary) and isinstance(properties.get("/MCID"), int):
        return int(properties["/MCID"])
    return None


def _dictionary(holder: Any, key: str) -> Any:
    found = holder.get(key) if isinstance(holder, pikepdf.Dictionary) else None
    return found if isinstance(found, pikepdf.Dictionary) else pikepdf.Dictionary()
