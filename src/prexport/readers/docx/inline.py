"""What stands in a paragraph: words with their languages and styles, pictures, places that links lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from prexport.document.outline import MarkKind
from prexport.document.outline_words import Style as Mark
from prexport.opc import Element, Relationship
from prexport.readers.docx.names import CHOICE, R, W, is_on, value
from prexport.readers.docx.styles import Languages, Style, Styles, languages
from prexport.records import dataclass

# Elements whose children are read as if they stood in their place; what is not known is not read.
_OPEN = frozenset(
    W + name
    for name in (
        "r", "hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo",
        "ruby", "rubyBase",
    )
)  # fmt: skip
_PICTURES = frozenset({W + "drawing", W + "pict", W + "object"})
_SIGNS = {W + "tab": "\t", W + "cr": "\n", W + "noBreakHyphen": "\u2011", W + "ptab": "\t"}
# Which characters are East Asian to Word (17.3.2.26) without being told so.
_EAST_ASIAN = re.compile(
    "([\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    "\U0001b000-\U0001b2ff\U00020000-\U0003ffff]+)"
)
_STRONG, _EMPHASIS, _CODE = "strong", "emphasis", frozenset({"code", "verbatim char", "html code"})

Piece = tuple[Literal["words"], str, str, tuple[Mark, ...]]
"""Words, their language, what they are."""

Event = Piece | tuple[Literal["picture"], Element] | tuple[Literal["place"], str]


@dataclass(frozen=True, slots=True)
class Inline:
    """Reads paragraphs of one part."""

    styles: Styles
    relationships: Mapping[str, Relationship]

    def events(self, paragraph: Element, style: Style) -> Iterator[Event]:
        """All that a paragraph of `style` holds, in reading order; runs may be nested as deep as they like."""
        levels: list[tuple[Iterator[Element], Element | None, tuple[Mark, ...]]] = [
            (iter(paragraph), None, ())
        ]
        while levels:
            children, run, link = levels[-1]
            element = next(children, None)
            if element is None:
                levels.pop()
            elif element.tag == CHOICE:
                # The same twice, for new readers and for old ones.
                levels.append((iter(element[0] if len(element) else ()), run, link))
            elif element.tag in _OPEN:
                inside = element if element.tag == W + "r" else run
                if inside is None or not is_on(inside.find(f"{W}rPr/{W}vanish")):
                    levels.append((iter(element), inside, self._link(element) or link))
            elif element.tag == W + "bookmarkStart":
                yield "place", value(element, "name")
            elif run is not None:
                yield from self._in_run(element, run, style, link)

    def _in_run(
        self, element: Element, run: Element, style: Style, link: tuple[Mark, ...]
    ) -> Iterator[Event]:
        if element.tag in _PICTURES:
            yield "picture", element
        elif element.tag == W + "t":
            yield from self._words(element.text or "", run, style, link)
        elif element.tag == W + "br" and value(element, "type") in ("", "textWrapping"):
            yield from self._words("\n", run, style, link)
        elif element.tag in _SIGNS:
            yield from self._words(_SIGNS[element.tag], run, style, link)

    def _words(self, text: str, run: Element, style: Style, link: tuple[Mark, ...]) -> Iterator[Piece]:
        properties = run.find(W + "rPr")
        own = self.styles.character("" if properties is None else value(properties.find(W + "rStyle")))
        said = {**self.styles.languages, **style.languages, **own.languages, **_languages(properties)}
        marks = (*link, *_marks(properties, own, self.styles))
        is_complex = properties is not None and any(is_on(properties.find(W + tag)) for tag in ("rtl", "cs"))
        if is_complex:
            yield "words", text, said.get("bidi", ""), marks
            return
        for place, piece in enumerate(_EAST_ASIAN.split(text)):
            if piece:
                yield "words", piece, said.get("eastAsia" if place % 2 else "val", ""), marks

    def _link(self, element: Element) -> tuple[Mark, ...]:
        if element.tag != W + "hyperlink":
            return ()
        target = self.relationships.get(element.get(R + "id", ""))
        anchor = value(element, "anchor")
        url = "" if target is None else target.target
        if anchor:
            url += f"#{anchor_of(anchor)}"
        return ((MarkKind.LINK, url),) if url else ()


def anchor_of(bookmark: str) -> str:
    """The name of a place as a release has it; Word allows no hyphen in the names of bookmarks."""
    return bookmark.replace("_", "-")


def _languages(properties: Element | None) -> Languages:
    return {} if properties is None else languages(properties.find(W + "lang"))


def _marks(properties: Element | None, own: Style, styles: Styles) -> Iterator[Mark]:
    """What the words of a run are, by its style and by what is said of it alone."""
    names = frozenset(own.names)

    def on(tag: str) -> bool:
        return properties is not None and is_on(properties.find(W + tag))

    # Where a script has no italics, weight says emphasis to the eye. Weight in the slot that is seen and slant in
    # the one that isn't tell it from what is bold because it is strong: 17.3.2.1, 17.3.2.2, 17.3.2.16, 17.3.2.17.
    upright = (on("b"), on("bCs"), on("i"), on("iCs")) in (
        (True, False, False, True),
        (False, True, True, False),
    )
    emphasised = _EMPHASIS in names
    if _STRONG in names or ((on("b") or on("bCs")) and not upright and not emphasised):
        yield MarkKind.STRONG, ""
    if emphasised or on("i") or on("iCs"):
        yield MarkKind.EMPHASIS, ""
    font = "" if properties is None else value(properties.find(W + "rFonts"), "ascii")
    if names & _CODE or (font and font == styles.character("Code").font):
        yield MarkKind.CODE, ""
