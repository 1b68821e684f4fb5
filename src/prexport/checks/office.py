"""Microsoft's accessibility rules over a Word document: what Word's own checker would tell its author.

After "Rules for the Accessibility Checker" of Microsoft's support pages. Every rule is a function over the document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from prexport.brand.contrast import contrast_ratio
from prexport.checks.tools import Failure
from prexport.lint.vague import is_vague
from prexport.opc import NAMESPACES, Element, Package
from prexport.readers.docx.names import WP, W, is_on, value
from prexport.readers.docx.pictures import alternative
from prexport.readers.docx.styles import Styles, outline_level
from prexport.records import dataclass

NAME = "Office accessibility"
_STANDARD = "Microsoft365"
_ENOUGH = 4.5
_LONGEST = 60  # characters of a place
_ADDRESS = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)
_BLANKS = re.compile(r"[ \u00a0]{4,}|\t{2,}")
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_HIGHLIGHTS = {
    "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF",
    "red": "FF0000", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080",
    "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0", "black": "000000",
    "white": "FFFFFF",
}  # fmt: skip

Fault = tuple[str, Element | None]
"""What is wrong, and where; None for the document as a whole."""


@dataclass(frozen=True, slots=True)
class WordDocument:
    """What the rules look at."""

    root: Element
    styles: Styles
    settings: Element | None
    title: str

    def find(self, path: str) -> list[Element]:
        """What an XPath with the usual prefixes finds in the text."""
        return list(self.root.xpath(path, namespaces=NAMESPACES))


def validate(docx: bytes) -> list[Failure]:
    """Judge a DOCX; raises UnusableInput for what is none."""
    package = Package(docx)
    main = package.main()

    def part(kind: str) -> Element | None:
        name = package.related(main, kind)
        return None if name is None else package.xml(name)

    core = package.related("", "core-properties")
    title = "" if core is None else package.xml(core).findtext(f"{{{NAMESPACES['dc']}}}title") or ""
    document = WordDocument(package.xml(main), Styles(part("styles")), part("settings"), title.strip())
    return [
        Failure(NAME, _STANDARD, rule, message, "" if where is None else _place(where))
        for rule, check in RULES.items()
        for message, where in check(document)
    ]


def missing_alt(document: WordDocument) -> Iterator[Fault]:
    """Pictures, charts and shapes need an alternative text, or the mark that they are decoration."""
    for drawing in document.find("//w:drawing"):
        if alternative(drawing) is None:
            yield "A picture has no alternative text, and is not marked as decoration.", drawing
    for shape in document.find("//w:pict//v:shape[.//v:imagedata][not(@alt) or @alt='']"):
        yield "A picture has no alternative text.", shape


def header_row(document: WordDocument) -> Iterator[Fault]:
    """A table's first row is marked as its header."""
    for table in document.find("//w:tbl"):
        first = table.find(W + "tr")
        if first is not None and not is_on(first.find(f"{W}trPr/{W}tblHeader")):
            yield "A table has no header row.", table


def link_text(document: WordDocument) -> Iterator[Fault]:
    """The words of a link tell where it leads."""
    for link in document.find("//w:hyperlink"):
        words = _words(link)
        said = next((value(each, "val") for each in link.iter(W + "lang")), "")
        if not words.strip() and not link.findall(f".//{W}drawing"):
            yield "A link has no text.", link
        elif is_vague(words, said or document.styles.languages.get("val", "en")):
            yield f"The link text “{words}” doesn’t tell where the link leads.", link
        elif _ADDRESS.fullmatch(words.strip()) and not _is_explained(link, words.strip()):
            yield f"The link text “{words}” is an address that nothing explains.", link


def simple_tables(document: WordDocument) -> Iterator[Fault]:
    """Tables have no merged, split or nested cells."""
    for cell in document.find("//w:tc[w:tcPr/w:vMerge or w:tcPr/w:hMerge or w:tcPr/w:gridSpan[@w:val > 1]]"):
        yield "A cell is merged with its neighbours.", cell
    for table in document.find("//w:tc//w:tbl"):
        yield "A table stands inside of a table.", table


def heading_order(document: WordDocument) -> Iterator[Fault]:
    """No level of headings is left out on the way down."""
    above = 0
    for paragraph in document.find("//w:body//w:p"):
        properties = paragraph.find(W + "pPr")
        level = (
            outline_level(properties)
            or document.styles.paragraph(_style(properties, "pStyle")).level_of_heading
        )
        if level > above + 1:
            yield f"A heading of level {level} follows one of level {above or 'none'}.", paragraph
        above = level or above


def in_line(document: WordDocument) -> Iterator[Fault]:
    """Pictures, shapes and tables stand in the line of text, where they are read."""
    for anchor in document.find("//wp:anchor"):
        yield "An object floats beside the text.", anchor
    for shape in document.find("//w:pict//*[contains(translate(@style, ' ', ''), 'position:absolute')]"):
        yield "An object floats beside the text.", shape
    for framed in document.find("//w:framePr | //w:tblpPr"):
        yield "A text frame or a table floats beside the text.", framed


def repeated_blanks(document: WordDocument) -> Iterator[Fault]:
    """Space is made by styles, not by blanks, which are told one by one."""
    for is_blank, group in groupby(document.find("//w:body//w:p"), _is_blank):
        paragraphs = list(group)
        if is_blank and len(paragraphs) > 1:
            yield f"{len(paragraphs)} empty paragraphs follow each other.", paragraphs[0]
    for paragraph in document.find("//w:body//w:p"):
        if _BLANKS.search(_words(paragraph)):
            yield "Blanks or tabs follow each other.", paragraph


def contrast(document: WordDocument) -> Iterator[Fault]:
    """Text stands out from its ground: 4.5:1."""
    page = document.root.find(W + "background")
    paper = _hexadecimal(value(page, "color")) or "FFFFFF"
    for run in document.find("//w:r[w:t]"):
        behind = _ground(run, document.styles) or paper
        written = _chain(run, document.styles)
        said = [each for properties in written if (each := properties.find(W + "color")) is not None]
        front = _hexadecimal(value(said[0])) if said else ""
        # "auto" is black or white, whatever is seen better.
        if front and _words(run).strip() and contrast_ratio(f"#{front}", f"#{behind}") < _ENOUGH:
            ratio = contrast_ratio(f"#{front}", f"#{behind}")
            yield f"Text of #{front} on #{behind} has a contrast of {ratio:.2f}:1; it needs {_ENOUGH}:1.", run


def document_title(document: WordDocument) -> Iterator[Fault]:
    """The document's properties name its title."""
    if not document.title:
        yield "The document’s properties have no title.", None


def unprotected(document: WordDocument) -> Iterator[Fault]:
    """Assistive technology may get at the document."""
    if document.settings is None:
        return
    protection = document.settings.find(W + "documentProtection")
    if protection is not None and value(protection, "enforcement") in ("1", "true", "on"):
        yield "The document is protected against changes, and keeps assistive technology out.", None


RULES: dict[str, Callable[[WordDocument], Iterator[Fault]]] = {
    "missing-alt": missing_alt,
    "header-row": header_row,
    "link-text": link_text,
    "simple-tables": simple_tables,
    "heading-order": heading_order,
    "in-line": in_line,
    "repeated-blanks": repeated_blanks,
    "contrast": contrast,
    "document-title": document_title,
    "unprotected": unprotected,
}
"""The rules by their names."""


def _words(element: Element) -> str:
    signs = {W + "tab": "\t", W + "br": "\n"}
    return "".join(
        signs.get(each.tag) or each.text or "" for each in element.iter(W + "t", W + "tab", W + "br")
    )


def _place(element: Element) -> str:
    """The words at a place, or near it."""
    named = next(element.iter(WP + "docPr"), None)
    around: Element | None = element
    while around is not None and not _words(around).strip():
        around = around.getparent()
    words = " ".join((_words(element) or (_words(around) if around is not None else "")).split())
    shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    return f"{named.get('name', 'picture')}, “{shown}”" if named is not None else f"“{shown}”"


def _is_explained(link: Element, address: str) -> bool:
    """Whether a short address stands beside words that tell what it is ("Web: …"), or has a ScreenTip that does.

    An address is printed for those who hold the paper; alone, or longer than a line, it tells no one anything.
    """
    paragraph = next(link.iterancestors(W + "p"), link)
    has_words_before = bool(_words(paragraph).partition(address)[0].strip())
    return value(link, "tooltip") != "" or (has_words_before and len(address) <= _LONGEST)


def _is_blank(paragraph: Element) -> bool:
    """Whether a paragraph is nothing but space: a rule under it would be something to see."""
    properties = paragraph.find(W + "pPr")
    ruled = properties is not None and properties.find(W + "pBdr") is not None
    pictures = next(paragraph.iter(W + "drawing", W + "pict", W + "object"), None)
    divides = _style(properties, "pStyle") == "Divider"
    in_cell = paragraph.getparent().tag == W + "tc"
    return not (ruled or divides or in_cell or pictures is not None or _words(paragraph).strip())


def _style(properties: Element | None, tag: str) -> str:
    return "" if properties is None else value(properties.find(W + tag))


def _chain(run: Element, styles: Styles) -> Iterator[Element]:
    """The run properties that hold for a run, the closest first."""
    own = run.find(W + "rPr")
    if own is not None:
        yield own
    kinds = [("character", _style(own, "rStyle"))] if _style(own, "rStyle") else []
    paragraph = next(run.iterancestors(W + "p"), None)
    if paragraph is not None:
        kinds.append(("paragraph", _style(paragraph.find(W + "pPr"), "pStyle")))
    for kind, identifier in kinds:
        for style in styles.chain(kind, identifier):
            if (properties := style.find(W + "rPr")) is not None:
                yield properties


def _ground(run: Element, styles: Styles) -> str:
    """The colour behind a run, "" for that of the page."""
    own = run.find(W + "rPr")
    if own is not None and (highlight := _HIGHLIGHTS.get(value(own.find(W + "highlight")))):
        return highlight
    places = [own]
    paragraph = next(run.iterancestors(W + "p"), None)
    if paragraph is not None:
        places.append(paragraph.find(W + "pPr"))
        identifier = _style(paragraph.find(W + "pPr"), "pStyle")
        places += [style.find(W + "pPr") for style in styles.chain("paragraph", identifier)]
    places += [cell.find(W + "tcPr") for cell in run.iterancestors(W + "tc")]
    fills = (value(place.find(W + "shd"), "fill") for place in places if place is not None)
    return next((found for fill in fills if (found := _hexadecimal(fill))), "")


def _hexadecimal(colour: str) -> str:
    return colour.upper() if _COLOUR.fullmatch(colour) else ""
