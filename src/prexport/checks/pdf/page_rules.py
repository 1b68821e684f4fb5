"""Rules over the pages of a PDF: all of it is tagged, its words can be read by machines, its links are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf

from prexport.checks.flaws import Flaw
from prexport.checks.pdf.elements import Element, text_of
from prexport.checks.pdf.file_rules import runs
from prexport.checks.pdf.pages import PageFacts
from prexport.readers.pdf.characters import to_unicode

_WORDLESS = frozenset({0, 0xFEFF, 0xFFFE, 0xFFFD})
_KNOWN_ENCODINGS = frozenset({"/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding"})
_SYMBOLIC = 4  # bit 3 of a font's flags (ISO 32000-1, table 123)
_HIDDEN = 2  # bit 2 of an annotation's flags
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_ADDRESS = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)
_UNTAGGED = frozenset({"/Popup", "/PrinterMark", "/TrapNet", "/Link"})


def page_flaws(pages: Sequence[PageFacts], elements: Sequence[Element], is_tagged: bool) -> Iterator[Flaw]:
    """Judge the pages of a PDF; what is tagged is asked of tagged ones only."""
    if is_tagged:
        yield from _tagged(pages, elements)
    yield from _fonts(pages)
    yield from _annotations(pages, elements, is_tagged)


def _tagged(pages: Sequence[PageFacts], elements: Sequence[Element]) -> Iterator[Flaw]:
    claimed = {content for element in elements for content in element.contents}
    placeless = {number for page, number in claimed if page < 0}
    for index, page in enumerate(pages):
        place = f"page {index + 1}"
        if page.untagged:
            yield Flaw(
                "pdf-content-untagged",
                f"On {place} something is shown that is neither tagged nor marked as decoration"
                f" ({page.untagged} pieces).",
                place,
            )
        orphans = {number for number in page.identifiers if (index, number) not in claimed} - placeless
        if orphans:
            yield Flaw(
                "pdf-content-orphaned",
                f"On {place} {len(orphans)} pieces of marked content belong to no tag, and are never read out.",
                place,
            )


# ---------------------------------------------------------------- fonts


def _fonts(pages: Sequence[PageFacts]) -> Iterator[Flaw]:
    seen: set[object] = set()
    for index, page in enumerate(pages):
        for key, font in page.fonts.items():
            if key not in seen:
                seen.add(key)
                yield from _font(font, f"page {index + 1}")


def _font(font: Any, place: str) -> Iterator[Flaw]:
    name = str(font.get("/BaseFont", "without a name")).removeprefix("/")
    kind = font.get("/Subtype")
    inner = font
    if kind == "/Type0":
        descendants = font.get("/DescendantFonts")
        inner = descendants[0] if isinstance(descendants, pikepdf.Array) and len(descendants) else font
    descriptor: Any = inner.get("/FontDescriptor") if isinstance(inner, pikepdf.Dictionary) else None
    has_descriptor = isinstance(descriptor, pikepdf.Dictionary)
    if kind != "/Type3" and not (has_descriptor and any(file in descriptor for file in _FILES)):
        yield Flaw("pdf-font-not-embedded", f"The font {name} is not in the file.", place)
    flags = descriptor.get("/Flags", 0) if has_descriptor else 0
    if problem := _unmapped(font, kind, int(flags) if isinstance(flags, int) else 0):
        yield Flaw("pdf-characters-unmapped", f"{problem}: {name}.", place)


def _unmapped(font: Any, kind: Any, flags: int) -> str:
    """Why the codes of a font can't be told as characters, "" when they can (PDF/UA-1 7.21.7)."""
    if not isinstance(font.get("/ToUnicode"), pikepdf.Stream):
        encoding = font.get("/Encoding")
        if kind == "/Type0":
            is_known = isinstance(encoding, pikepdf.Name) and not str(encoding).startswith("/Identity")
        else:
            base = encoding.get("/BaseEncoding") if isinstance(encoding, pikepdf.Dictionary) else encoding
            is_known = str(base) in _KNOWN_ENCODINGS or not flags & _SYMBOLIC
        return "" if is_known else "A font doesn’t tell which characters its signs are"
    try:
        mapping = to_unicode(font)
    except (ValueError, IndexError, StopIteration, UnicodeDecodeError, pikepdf.PdfError):
        return "The table that tells characters (ToUnicode) is broken in a font"
    if not mapping and kind == "/Type0":
        return "The table that tells characters (ToUnicode) is empty in a font"
    wordless = sum(not text or any(ord(each) in _WORDLESS for each in text) for text in mapping.values())
    return f"{wordless} signs stand for no character in a font" if wordless else ""


# ---------------------------------------------------------------- annotations


def _annotations(pages: Sequence[PageFacts], elements: Sequence[Element], is_tagged: bool) -> Iterator[Flaw]:
    owners = {
        each.objgen: element
        for element in elements
        for each in element.objects
        if isinstance(each, pikepdf.Dictionary) and each.is_indirect
    }
    for index, page in enumerate(pages):
        place = f"page {index + 1}"
        if is_tagged and page.annotations and not page.has_tab_order:
            yield Flaw("pdf-tab-order", f"On {place} the Tab key doesn’t follow the tags.", place)
        for annotation in page.annotations:
            flags = annotation.get("/F", 0)
            if isinstance(flags, int) and flags & _HIDDEN:
                continue
            if kind := runs(annotation.get("/A")):
                yield Flaw("pdf-script", f"On {place} something runs when it is activated ({kind}).", place)
            owner = owners.get(annotation.objgen) if annotation.is_indirect else None
            if annotation.get("/Subtype") == "/Link":
                yield from _link(annotation, owner, place, is_tagged)
            elif is_tagged and owner is None and str(annotation.get("/Subtype")) not in _UNTAGGED:
                kind = str(annotation.get("/Subtype")).removeprefix("/")
                yield Flaw(
                    "pdf-annotation-untagged", f"On {place} an annotation ({kind}) is not tagged.", place
                )


def _link(link: Any, owner: Element | None, place: str, is_tagged: bool) -> Iterator[Flaw]:
    where = place if owner is None else owner.path
    told = text_of(link, "/Contents")
    if is_tagged and (owner is None or owner.role not in ("Link", "Reference")):
        yield Flaw("pdf-link-untagged", f"On {place} a link is no link in the tags ({_target(link)}).", where)
    if not told and not (owner is not None and owner.text("/Alt")):
        yield Flaw(
            "pdf-link-undescribed", f"On {place} nothing tells where a link leads ({_target(link)}).", where
        )
    if not _leads_somewhere(link):
        yield Flaw("pdf-link-dead", f"On {place} a link leads nowhere.", where)


def _target(link: Any) -> str:
    action = link.get("/A")
    return (
        text_of(action, "/URI") if isinstance(action, pikepdf.Dictionary) and "/URI" in action else "inside"
    )


def _leads_somewhere(link: Any) -> bool:
    action = link.get("/A")
    if isinstance(action, pikepdf.Dictionary):
        return action.get("/S") != "/URI" or bool(text_of(action, "/URI"))
    return "/Dest" in link
