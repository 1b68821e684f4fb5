"""What the styles of a document say of paragraphs and runs, those that they are based on included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prexport.opc import Element
from prexport.readers.docx.names import W, integer, value
from prexport.records import dataclass

_HEADING = "heading "
_DEEPEST = 32  # styles that a style is based on; a chain that is longer runs in a circle

Languages = Mapping[str, str]
"""Languages by the slots of `w:lang`: `val` (Latin), `eastAsia`, `bidi`."""

Indents = Mapping[str, int]
"""How far lines are set in, in twips: `left` where they start, `right` where they end; those that are said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One style with all that it inherits. `names` begins with its own and goes on with those it is based on.

    `number` and `level` are the list that its paragraphs stand in ("" for none); `level_of_heading` is 0 for what
    is no heading.
    """

    names: tuple[str, ...] = ()
    level_of_heading: int = 0
    number: str = ""
    level: int = 0
    indents: Indents
    languages: Languages
    font: str = ""


class Styles:
    """The styles of one document."""

    def __init__(self, part: Element | None) -> None:
        """Take them from the part `styles.xml`, if there is one."""
        self._elements: dict[tuple[str, str], Element] = {}
        self._defaults: dict[str, str] = {}
        self._made: dict[tuple[str, str], Style] = {}
        self.languages: Languages = {}
        if part is None:
            return
        for element in part.iterchildren(W + "style"):
            kind = value(element, "type")
            self._elements.setdefault((kind, value(element, "styleId")), element)
            if value(element, "default") in ("1", "true", "on"):
                self._defaults.setdefault(kind, value(element, "styleId"))
        self.languages = languages(part.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"))

    def paragraph(self, identifier: str) -> Style:
        """The style of a paragraph; "" for the default one."""
        return self._style("paragraph", identifier)

    def character(self, identifier: str) -> Style:
        """The style of a run."""
        return self._style("character", identifier)

    def _style(self, kind: str, identifier: str) -> Style:
        key = kind, identifier
        if key not in self._made:
            self._made[key] = _resolved(list(self.chain(*key)))
        return self._made[key]

    def chain(self, kind: str, identifier: str) -> Iterator[Element]:
        """The `w:style` elements of a style and of those it is based on; the default one's where there is none."""
        if (kind, identifier) not in self._elements:
            identifier = self._defaults.get(kind, "")
        for _ in range(_DEEPEST):
            element = self._elements.get((kind, identifier))
            if element is None:
                return
            yield element
            identifier = value(element.find(W + "basedOn"))


def languages(element: Element | None) -> Languages:
    """The languages that a `w:lang` says."""
    if element is None:
        return {}
    return {slot: said for slot in ("val", "eastAsia", "bidi") if (said := value(element, slot))}


def indents(properties: Element | None) -> Indents:
    """The indents that the properties of a paragraph say."""
    found = None if properties is None else properties.find(W + "ind")
    if found is None:
        return {}
    said = {
        "left": value(found, "left") or value(found, "start"),
        "right": value(found, "right") or value(found, "end"),
    }
    return {side: integer(width) for side, width in said.items() if width}


def _resolved(chain: list[Element]) -> Style:
    names = tuple(value(each.find(W + "name")).strip().lower() for each in chain)
    said: dict[str, str] = {}
    set_in: dict[str, int] = {}
    number, level, font, heading = "", 0, "", 0
    for element, name in zip(chain, names, strict=True):
        properties = element.find(W + "pPr")
        if properties is not None:
            listed = properties.find(W + "numPr")
            if listed is not None and not number:
                number = value(listed.find(W + "numId"))
                level = integer(value(listed.find(W + "ilvl")))
            set_in = {**indents(properties), **set_in}
        heading = heading or _heading_level(name, properties)
        for slot, spoken in languages(element.find(f"{W}rPr/{W}lang")).items():
            said.setdefault(slot, spoken)
        font = font or value(element.find(f"{W}rPr/{W}rFonts"), "ascii")
    return Style(
        names=names,
        level_of_heading=heading,
        number=number,
        level=level,
        indents=set_in,
        languages=said,
        font=font,
    )


def _heading_level(name: str, properties: Element | None) -> int:
    if name.startswith(_HEADING) and name.removeprefix(_HEADING) in tuple("123456789"):
        return int(name.removeprefix(_HEADING))
    return outline_level(properties)


def outline_level(properties: Element | None) -> int:
    """The level of a heading by `w:outlineLvl` (0 to 8), 0 where there is none or it says body text."""
    found = None if properties is None else properties.find(W + "outlineLvl")
    level = integer(value(found), 9)
    return level + 1 if 0 <= level < 9 else 0
