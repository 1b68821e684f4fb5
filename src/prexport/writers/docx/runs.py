"""Inline nodes as runs: character styles, languages, directions, fonts of other scripts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import assert_never

from prexport.brand.tokens import FaceRole
from prexport.document.tree import (
    Abbreviation,
    Break,
    Code,
    Dateline,
    Direction,
    Em,
    Inline,
    Label,
    Link,
    Moment,
    Part,
    Runs,
    Strong,
    Text,
    plain,
)
from prexport.records import dataclass
from prexport.writers.docx.links import Links
from prexport.writers.docx.markup import NOTHING, Xml, run_properties, text, w
from prexport.writers.docx.scripts import (
    Slot,
    directions,
    family,
    has_east_asian,
    needs_mark,
    reads_left_to_right,
    slot_of,
    word_lang,
)
from prexport.writers.docx.sheet import Sheet
from prexport.writers.docx.style_ids import CharacterStyle

# Quotation marks, dashes, ellipses and the like are Latin or East Asian: only a hint tells Word (17.3.2.26).
_AMBIGUOUS = re.compile("[\u00a7\u00a8\u00b0-\u00b7\u00d7\u00f7\u2010-\u2027\u2030-\u203b\u2103-\u266f]")

# U+200E: Word goes by the run, but who follows UAX #9 alone would set the groups of a telephone number in
# reverse order after an Arabic or Hebrew word. It stands outside of the number, which is copied without it.
_MARK = w("r", text("\u200e"))


@dataclass(frozen=True, slots=True)
class Look:
    """How the runs at one place are set. `face` and `bold` are those of the paragraph's style."""

    lang: str
    dir: Direction
    face: FaceRole = "text"
    bold: bool = False
    style: CharacterStyle = CharacterStyle.NONE
    strong: bool = False
    em: bool = False


class RunWriter:
    """Writes the runs of one part; the properties of each look are made once."""

    def __init__(self, sheet: Sheet, links: Links) -> None:
        """Write for documents of `sheet`, with the links of the same part."""
        self._sheet = sheet
        self._links = links
        self._made: dict[tuple[Look, bool, bool, str], Xml] = {}

    def inline(self, runs: Runs, look: Look) -> Xml:
        """The runs, one after the other."""
        return Xml("".join([self._run(run, look) for run in runs]))

    def words(self, words: str, look: Look) -> Xml:
        """Characters as runs, one for each direction in them."""
        pieces = []
        for piece, rtl in directions(words, look.dir):
            if look.dir == "rtl" and not rtl and needs_mark(piece):
                pieces.append(_MARK)
            pieces.append(self._piece(piece, look, rtl=rtl))
        return Xml("".join(pieces))

    def properties(self, look: Look, *, rtl: bool = False, hint: bool = False, foreign: str = "") -> Xml:
        """The `w:rPr` of a look; `hint` makes punctuation East Asian.

        `foreign` is the slot of letters that the language isn't written in: Han in an English sentence would be
        taken for Chinese, although nobody said so.
        """
        key = (look, rtl, hint, foreign)
        if key not in self._made:
            made = _properties(look, self._sheet, rtl=rtl, hint=hint, foreign=foreign)
            self._made[key] = run_properties(made)
        return self._made[key]

    def _run(self, run: Inline, look: Look) -> Xml:
        match run:
            case Text():
                return self.words(run.text, look)
            case Break():
                return w("r", self.properties(look), w("br"))
            case Code():
                inside = replace(look, style=_first(look.style, CharacterStyle.CODE), dir="ltr")
                return self.words(run.text, replace(inside, face="mono"))
            case Strong():
                return self.inline(run.children, replace(look, strong=True))
            case Em():
                return self.inline(run.children, replace(look, em=True))
            case Part():
                return self.inline(run.children, replace(look, lang=run.lang, dir=run.dir))
            case Abbreviation() | Moment():
                return self.inline(run.children, look)
            case Dateline():
                return self.inline(run.children, replace(look, style=CharacterStyle.DATELINE))
            case Label():
                return self.inline(run.children, replace(look, style=CharacterStyle.LABEL))
            case Link():
                return self._link(run, look)
            case _:
                assert_never(run)

    def _link(self, link: Link, look: Look) -> Xml:
        inside = replace(look, style=CharacterStyle.HYPERLINK)
        if look.dir == "rtl" and reads_left_to_right(plain(link.children)):
            # An address or a number inside right-to-left text is an island that reads its own way.
            inside = replace(inside, dir="ltr")
            mark = _MARK if needs_mark(plain(link.children)) else NOTHING
            return Xml(mark + self._links.hyperlink(link, self.inline(link.children, inside)))
        return self._links.hyperlink(link, self.inline(link.children, inside))

    def _piece(self, words: str, look: Look, *, rtl: bool) -> Xml:
        hint = slot_of(look.lang) is Slot.EAST_ASIAN and _AMBIGUOUS.search(words) is not None
        foreign = ""
        if rtl and slot_of(look.lang) is not Slot.COMPLEX:
            foreign = "bidi"
        elif slot_of(look.lang) is not Slot.EAST_ASIAN and has_east_asian(words):
            foreign = "eastAsia"
        return w("r", self.properties(look, rtl=rtl, hint=hint, foreign=foreign), text(words))


def _first(outer: CharacterStyle, inner: CharacterStyle) -> CharacterStyle:
    """A run has one character style: that of a link stays, whatever stands inside."""
    return outer if outer is CharacterStyle.HYPERLINK else inner


def _properties(look: Look, sheet: Sheet, *, rtl: bool, hint: bool, foreign: str) -> dict[str, Xml]:
    made: dict[str, Xml] = {}
    style = look.style
    if style is CharacterStyle.NONE:
        style = (
            CharacterStyle.STRONG
            if look.strong
            else CharacterStyle.EMPHASIS
            if look.em
            else CharacterStyle.NONE
        )
    if style is not CharacterStyle.NONE:
        made["rStyle"] = w("rStyle", val=style)
    fonts = _fonts(look, sheet, hint=hint)
    if look.face == "mono" and style is not CharacterStyle.CODE:
        made["rFonts"] = sheet.fonts("mono")
    elif fonts:
        made["rFonts"] = w("rFonts", **fonts)
    # Bold in a style of bold paragraphs would switch it off again (17.7.3, toggle properties): said outright.
    bold = {"b": w("b"), "bCs": w("bCs")}
    if look.strong and (look.bold or style is not CharacterStyle.STRONG):
        made |= bold
    if look.em:
        made |= _emphasis(look, style, sheet)
    if rtl:
        made["rtl"] = w("rtl")
    slot = slot_of(look.lang)
    if slot is Slot.COMPLEX and not rtl and look.dir == "ltr" and style is not CharacterStyle.CODE:
        made["cs"] = w("cs")  # Thai, Devanagari: from the left, with the fonts of complex scripts
    tag = word_lang(look.lang)
    if look.lang == sheet.lang and foreign:
        made["lang"] = w("lang", **{foreign: tag})
    elif look.lang != sheet.lang:
        attributes = {"val": tag, **({foreign: tag} if foreign else {})}
        if slot is Slot.EAST_ASIAN:
            attributes["eastAsia"] = tag
        elif slot is Slot.COMPLEX:
            attributes["bidi"] = tag
        made["lang"] = w("lang", **attributes)
    return made


def _emphasis(look: Look, style: CharacterStyle, sheet: Sheet) -> dict[str, Xml]:
    """What emphasis needs beside the style of the run.

    Where a script has no italics, weight says it. Then slant is set in the slot that is not seen, and weight in no
    slot but the one that is: so emphasis can be told from strong words (17.3.2.1 `b`, 17.3.2.2 `bCs`).
    """
    if sheet.brand.script(look.lang).italic:
        return {} if style is CharacterStyle.EMPHASIS else {"i": w("i")}
    is_east_asian = slot_of(look.lang) is Slot.EAST_ASIAN
    if style is CharacterStyle.EMPHASIS:
        upright = {"i": w("i", val=0)} if is_east_asian else {}
        return {"b": w("b"), "bCs": w("bCs"), **upright}
    seen, unseen = ("b", "iCs") if is_east_asian else ("bCs", "i")
    return {seen: w(seen), unseen: w(unseen)}


def _fonts(look: Look, sheet: Sheet, *, hint: bool) -> dict[str, str]:
    """The attributes of `w:rFonts` for a part in a script that the document's fonts don't serve."""
    attributes: dict[str, str] = {"hint": "eastAsia"} if hint else {}
    slot = slot_of(look.lang)
    if slot is Slot.LATIN or look.lang == sheet.lang or look.face == "mono":
        return attributes
    own = family(sheet.brand, look.lang, look.face)
    name = "eastAsia" if slot is Slot.EAST_ASIAN else "cs"
    usual = sheet.languages.east_asian if slot is Slot.EAST_ASIAN else sheet.languages.complex
    if own != family(sheet.brand, usual, look.face):
        attributes[name] = own
    return attributes
