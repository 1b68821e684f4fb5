"""One mutation of a PDF each."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from checking.mutations.mutation import Mutation
from prexport.checks.pdf.elements import Element, elements_of

Edit = Callable[[pikepdf.Pdf], None]

_LONG = "A very long description of everything that can be seen on the pier. " * 10
_OTHER_SOURCE = (
    b'{"body":["Another text."],"format":"prexport/1","headline":"Another release","issued":"2026-09-01",'
    b'"lang":"en-GB","publisher":{"name":"Somebody else"}}'
)


def edited(edit: Edit) -> Callable[[bytes], bytes]:
    """The change that `edit` makes to an open PDF."""

    def change(pdf: bytes) -> bytes:
        written = io.BytesIO()
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            edit(opened)
            opened.save(written, deterministic_id=True)
        return written.getvalue()

    return change


def tag(role: str, number: int, act: Callable[[Any], None]) -> Edit:
    """Act on one element of a role, counted from 0 in reading order."""
    return lambda pdf: act(element(pdf, role, number).object)


def every(role: str, act: Callable[[Any], None]) -> Edit:
    """Act on all elements of a role."""

    def edit(pdf: pikepdf.Pdf) -> None:
        found = [each for each in elements_of(pdf) if each.written == role]
        assert found, role
        for each in found:
            act(each.object)

    return edit


def element(pdf: pikepdf.Pdf, role: str, number: int = 0) -> Element:
    return [each for each in elements_of(pdf) if each.written == role][number]


def put(key: str, value: Any) -> Callable[[Any], None]:
    """Set an entry of a dictionary."""

    def act(target: Any) -> None:
        target[key] = value

    return act


def drop(key: str) -> Callable[[Any], None]:
    """Remove an entry of a dictionary that has it."""

    def act(target: Any) -> None:
        assert key in target, key
        del target[key]

    return act


def role(name: str) -> Callable[[Any], None]:
    """Give an element another role."""
    return put("/S", Name(f"/{name}"))


def attribute(key: str, value: Any) -> Callable[[Any], None]:
    """Set an attribute of an element; None removes it."""

    def act(target: Any) -> None:
        owners = target["/A"] if isinstance(target["/A"], Array) else [target["/A"]]
        owner = next(each for each in owners if key in each)
        if value is None:
            del owner[key]
        else:
            owner[key] = value

    return act


def root(act: Callable[[Any], None]) -> Edit:
    """Act on the catalogue."""
    return lambda pdf: act(pdf.Root)


def inside(key: str, act: Callable[[Any], None]) -> Edit:
    """Act on a dictionary of the catalogue."""
    return lambda pdf: act(pdf.Root[key])


def where(role_: str, key: str, act: Callable[[Any], None]) -> Edit:
    """Act on the first element of a role that has an entry `key`."""
    return lambda pdf: act(
        next(each.object for each in elements_of(pdf) if each.written == role_ and key in each.object)
    )


def without_headings(pdf: pikepdf.Pdf) -> None:
    for level in ("H1", "H2", "H3"):
        every(level, role("P"))(pdf)


# ---------------------------------------------------------------- the tree


def swap_paragraphs(pdf: pikepdf.Pdf) -> None:
    kids = element(pdf, "Document").object["/K"]
    kids[7], kids[8] = kids[8], kids[7]


def remove_paragraph(pdf: pikepdf.Pdf) -> None:
    """The second paragraph of the text leaves the tree, and stays on the page."""
    kids = element(pdf, "Document").object["/K"]
    del kids[8]


def add_paragraph(pdf: pikepdf.Pdf) -> None:
    document = element(pdf, "Document").object
    paragraph = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=document))
    words = String("Tickets are free.")
    span = Dictionary(Type=Name.StructElem, S=Name.Span, P=paragraph, ActualText=words)
    paragraph["/K"] = Array([pdf.make_indirect(span)])
    document["/K"].insert(8, paragraph)


def move_out_of_quote(pdf: pikepdf.Pdf) -> None:
    quote = element(pdf, "BlockQuote")
    assert quote.parent is not None
    around = quote.parent.object
    last = quote.object["/K"][-1]
    del quote.object["/K"][-1]
    last["/P"] = around
    place = next(index for index, kid in enumerate(around["/K"]) if kid.objgen == quote.object.objgen)
    around["/K"].insert(place + 1, last)


def merge_cells(pdf: pikepdf.Pdf) -> None:
    row = element(pdf, "TR", 1).object
    del row["/K"][-1]


def remove_row(pdf: pikepdf.Pdf) -> None:
    body = element(pdf, "TBody").object
    del body["/K"][-1]


def remove_header_row(pdf: pikepdf.Pdf) -> None:
    table = element(pdf, "Table").object
    place = next(index for index, kid in enumerate(table["/K"]) if kid["/S"] == "/THead")
    del table["/K"][place]


def empty_table(pdf: pikepdf.Pdf) -> None:
    table = element(pdf, "Table").object
    table["/K"] = Array([kid for kid in table["/K"] if kid["/S"] == "/Caption"])


def untag_headers(pdf: pikepdf.Pdf) -> None:
    for cell in [each for each in elements_of(pdf) if each.written in ("TH", "TD")]:
        owners = cell.object.get("/A")
        for owner in owners if isinstance(owners, Array) else [owners]:
            for key in ("/Scope", "/Headers"):
                if owner is not None and key in owner:
                    del owner[key]


# ---------------------------------------------------------------- pages


def fonts(pdf: pikepdf.Pdf) -> list[Any]:
    found = {
        font.objgen: font
        for page in pdf.pages
        for font in page.resources["/Font"].values()
        if font["/Subtype"] == "/Type0"
    }
    return [found[key] for key in sorted(found)]


def drop_to_unicode(pdf: pikepdf.Pdf) -> None:
    del fonts(pdf)[0]["/ToUnicode"]


def break_to_unicode(pdf: pikepdf.Pdf) -> None:
    """All letters are told as their neighbours: what is seen stays, what is read is another text."""
    for font in fonts(pdf):
        stream = font["/ToUnicode"]
        stream.write(stream.read_bytes().replace(b"<0065>", b"<0061>"))


def garble_to_unicode(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        stream = font["/ToUnicode"]
        stream.write(stream.read_bytes().replace(b"<0065>", b"<FFFD>"))


def unembed(pdf: pikepdf.Pdf) -> None:
    descriptor = fonts(pdf)[0]["/DescendantFonts"][0]["/FontDescriptor"]
    for key in ("/FontFile", "/FontFile2", "/FontFile3"):
        if key in descriptor:
            del descriptor[key]


def paint_untagged(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.contents_add(b"q 1 0 0 RG 10 10 m 100 100 l S Q")


def annotate(pdf: pikepdf.Pdf) -> None:
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Text, Rect=Array([10, 10, 30, 30]), Contents=String("Draft!"), F=4
    )
    pdf.pages[0]["/Annots"].append(pdf.make_indirect(note))


def swap_photos(pdf: pikepdf.Pdf) -> None:
    """The photos change places, their alternatives and captions stay."""
    page = next(page for page in pdf.pages if "/XObject" in page.resources)
    objects = page.resources["/XObject"]
    photos = sorted(key for key, drawn in objects.items() if drawn.get("/Filter") == "/DCTDecode")
    assert len(photos) == 2, photos
    first, second = objects[photos[0]], objects[photos[1]]
    objects[photos[0]], objects[photos[1]] = second, first


def links(pdf: pikepdf.Pdf) -> list[Any]:
    return [
        each
        for page in pdf.pages
        for each in page.get("/Annots", Array())
        if each["/Subtype"] == "/Link" and "/A" in each and "/URI" in each["/A"]
    ]


def link(act: Callable[[Any], None]) -> Edit:
    """Act on the first link that leads out of the document."""
    return lambda pdf: act(links(pdf)[0])


def redirect(pdf: pikepdf.Pdf) -> None:
    links(pdf)[0]["/A"]["/URI"] = String("https://harbour.example.com/boats")


def unroot_link(pdf: pikepdf.Pdf) -> None:
    links(pdf)[0]["/A"]["/URI"] = String("")


def without_tab_order(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        if "/Tabs" in page.obj:
            del page.obj["/Tabs"]


def more_pages(pdf: pikepdf.Pdf) -> None:
    for _ in range(3):
        pdf.pages.append(pdf.pages[0])
    del pdf.Root["/Outlines"]


# ---------------------------------------------------------------- metadata and what is carried


def xmp(old: bytes, new: bytes) -> Edit:
    """Replace something in the XMP packet."""

    def edit(pdf: pikepdf.Pdf) -> None:
        packet = pdf.Root["/Metadata"].read_bytes()
        assert old in packet, packet.decode()
        pdf.Root["/Metadata"].write(packet.replace(old, new))

    return edit


def no_title(pdf: pikepdf.Pdf) -> None:
    packet = pdf.Root["/Metadata"].read_bytes()
    pdf.Root["/Metadata"].write(re.sub(rb"<dc:title>.*?</dc:title>", b"", packet, flags=re.DOTALL))


def source(data: bytes) -> Edit:
    """Replace the carried source."""

    def edit(pdf: pikepdf.Pdf) -> None:
        pdf.Root["/AF"][0]["/EF"]["/F"].write(data)

    return edit


def edit_source(pdf: pikepdf.Pdf) -> None:
    stream = pdf.Root["/AF"][0]["/EF"]["/F"]
    stream.write(stream.read_bytes().replace(b"18,400", b"81,400"))


def unattach(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/AF"]
    del pdf.Root["/Names"]["/EmbeddedFiles"]


def scramble_photo(pdf: pikepdf.Pdf) -> None:
    """A photo is encoded again: it looks the same, and is not the one that was exported."""
    from PIL import Image

    page = next(page for page in pdf.pages if "/XObject" in page.resources)
    drawn = next(each for each in page.resources["/XObject"].values() if each.get("/Filter") == "/DCTDecode")
    with Image.open(io.BytesIO(drawn.read_raw_bytes())) as photo:
        again = io.BytesIO()
        photo.save(again, "JPEG", quality=60)
    drawn.write(again.getvalue(), filter=Name.DCTDecode)


def launch(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/OpenAction"] = Dictionary(S=Name.JavaScript, JS=String("app.alert('hello')"))


def encrypted(pdf: bytes) -> bytes:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(written, encryption=pikepdf.Encryption(owner="o", user="u"))
    return written.getvalue()


def locked(pdf: bytes) -> bytes:
    written = io.BytesIO()
    allow = pikepdf.Permissions(accessibility=False, extract=False)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(
            written,
            encryption=pikepdf.Encryption(owner="o", user="", R=3, aes=False, metadata=False, allow=allow),
        )
    return written.getvalue()


def no_output_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def with_alpha(pdf: pikepdf.Pdf) -> None:
    """A page-wide transfer function, which PDF/A forbids and no rule of ours looks for."""
    page = pdf.pages[0]
    states = page.resources.get("/ExtGState")
    if states is None:
        page.resources["/ExtGState"] = states = Dictionary()
    states["/Odd"] = Dictionary(Type=Name.ExtGState, TR=Name.Identity)
    page.contents_add(b"/Artifact BMC /Odd gs EMC", prepend=True)


def _pdf(rule: str, what: str, edit: Edit) -> Mutation:
    return Mutation("pdf", rule, what, edited(edit))


PDF: tuple[Mutation, ...] = (
    _pdf("pdf-alt-missing", "remove the Alt of a picture", tag("Figure", 0, drop("/Alt"))),
    _pdf(
        "fidelity-alternative",
        "change a word of an Alt",
        tag("Figure", 0, put("/Alt", String("Carpenters kneel on the old deck."))),
    ),
    _pdf("pdf-alt-file-name", "a file name as Alt", tag("Figure", 0, put("/Alt", String("IMG_2041.jpg")))),
    _pdf(
        "artefact-alt-file-name",
        "a camera’s name as Alt",
        tag("Figure", 1, put("/Alt", String("DSC_0815.JPG"))),
    ),
    _pdf("pdf-alt-long", "a page of text as Alt", tag("Figure", 0, put("/Alt", String(_LONG)))),
    _pdf(
        "artefact-alt-repeats-caption",
        "the caption as Alt",
        tag("Figure", 0, put("/Alt", String("The deck in August"))),
    ),
    _pdf("fidelity-moved", "swap two paragraphs", swap_paragraphs),
    _pdf("fidelity-lost", "remove a paragraph from the tags", remove_paragraph),
    _pdf("pdf-content-orphaned", "leave words on the page without a tag", remove_paragraph),
    _pdf("fidelity-printed", "remove a paragraph from the tags (second walk)", remove_paragraph),
    _pdf("fidelity-added", "add a paragraph that nobody sees", add_paragraph),
    _pdf("fidelity-place", "move the speaker out of the quotation", move_out_of_quote),
    _pdf("pdf-language-missing", "drop the document’s Lang", root(drop("/Lang"))),
    _pdf("fidelity-part-language", "drop the Lang of words in German", where("Span", "/Lang", drop("/Lang"))),
    _pdf("fidelity-language", "call a paragraph German", tag("P", 8, put("/Lang", String("de")))),
    _pdf(
        "artefact-language-contradicts", "call a paragraph Russian", tag("P", 8, put("/Lang", String("ru")))
    ),
    _pdf("fidelity-role", "tag a heading as a paragraph", tag("H2", 0, role("P"))),
    _pdf("fidelity-level", "tag a heading one level higher", tag("H3", 0, role("H2"))),
    _pdf("pdf-heading-skipped", "tag a heading two levels lower", tag("H2", 0, role("H4"))),
    _pdf("pdf-headings-missing", "tag all headings as paragraphs", without_headings),
    _pdf("pdf-role-unknown", "a tag of nobody’s making", tag("P", 8, role("Paragraphe"))),
    _pdf("pdf-scope-missing", "drop Scope and Headers of all cells", untag_headers),
    _pdf("fidelity-scope", "a column’s header heads its row", tag("TH", 0, attribute("/Scope", Name.Row))),
    _pdf("pdf-table-headers-missing", "tag all header cells as data", every("TH", role("TD"))),
    _pdf(
        "pdf-headers-dangling",
        "cells name a header that is not there",
        tag("TD", 0, attribute("/Headers", Array([String("table-9-column-9")]))),
    ),
    _pdf("pdf-table-irregular", "merge two cells", merge_cells),
    _pdf("fidelity-size", "delete a row", remove_row),
    _pdf("fidelity-lost", "delete the header row", remove_header_row),
    _pdf("pdf-table-empty", "a table without rows", empty_table),
    _pdf("pdf-list-broken", "tag an item as a paragraph", tag("LI", 0, role("P"))),
    _pdf("pdf-list-unnumbered", "drop ListNumbering", tag("L", 0, attribute("/ListNumbering", None))),
    _pdf(
        "fidelity-numbering",
        "a numbered list becomes a bulleted one",
        tag("L", 0, attribute("/ListNumbering", Name.Disc)),
    ),
    _pdf(
        "fidelity-expansion",
        "another expansion",
        where("Span", "/E", put("/E", String("House of Kites and Owls"))),
    ),
    _pdf("fidelity-strong", "untag strong words", tag("Strong", 0, role("Span"))),
    _pdf("fidelity-emphasis", "untag stressed words", tag("Em", 0, role("Span"))),
    _pdf("fidelity-code", "untag code", tag("Code", 0, role("Span"))),
    _pdf(
        "fidelity-names",
        "rename the target of a note’s link",
        where("LI", "/ID", put("/ID", String("note-7"))),
    ),
    _pdf("pdf-not-tagged", "not marked as tagged", inside("/MarkInfo", put("/Marked", False))),
    _pdf("pdf-suspects", "tags called suspect", inside("/MarkInfo", put("/Suspects", True))),
    _pdf("pdf-content-untagged", "paint a line that is no artifact", paint_untagged),
    _pdf("pdf-characters-unmapped", "drop ToUnicode", drop_to_unicode),
    _pdf("pdf-characters-unmapped", "ToUnicode maps to U+FFFD", garble_to_unicode),
    _pdf("fidelity-text", "ToUnicode tells other letters", break_to_unicode),
    _pdf("pdf-font-not-embedded", "take a font out", unembed),
    _pdf("fidelity-link", "lead a link elsewhere", redirect),
    _pdf("pdf-link-dead", "a link without an address", unroot_link),
    _pdf("pdf-link-undescribed", "drop a link’s Contents", link(drop("/Contents"))),
    _pdf("pdf-link-untagged", "tag a link as a span", tag("Link", 1, role("Span"))),
    _pdf("pdf-annotation-untagged", "a sticky note outside of the tags", annotate),
    _pdf("pdf-tab-order", "drop the tab order of pages", without_tab_order),
    _pdf("fidelity-image", "swap two photos under their alternatives", swap_photos),
    _pdf("pdf-bookmarks-missing", "more pages, no bookmarks", more_pages),
    _pdf("pdf-title-missing", "strip the title", no_title),
    _pdf("fidelity-metadata", "another title", xmp(b"opens again on Friday", b"opens again on Monday")),
    _pdf(
        "pdf-title-hidden",
        "show the file’s name instead of the title",
        inside("/ViewerPreferences", put("/DisplayDocTitle", False)),
    ),
    _pdf("pdf-metadata-missing", "drop the metadata", root(drop("/Metadata"))),
    _pdf("pdf-claim-missing", "claim PDF/A alone", xmp(b"<pdfuaid:part>1</pdfuaid:part>", b"")),
    _pdf("pdf-claim-unknown", "claim PDF/UA-7", xmp(b"<pdfuaid:part>1<", b"<pdfuaid:part>7<")),
    _pdf("pdf-script", "run JavaScript when opened", launch),
    _pdf(
        "pdf-attachment-undescribed",
        "don’t tell what the attached file is for",
        lambda pdf: drop("/AFRelationship")(pdf.Root["/AF"][0]),
    ),
    _pdf("source-missing", "take the carried source out", unattach),
    _pdf("source-broken", "carry rubbish as the source", source(b"{not json")),
    _pdf("source-replaced", "carry another release’s source", source(_OTHER_SOURCE)),
    _pdf("fidelity-text", "edit a figure in the carried source", edit_source),
    _pdf("source-photo-missing", "encode a photo again", scramble_photo),
    _pdf("verapdf", "drop the output intent", no_output_intent),
    _pdf("verapdf", "use a transfer function", with_alpha),
    Mutation("pdf", "pdf-locked", "forbid assistive technology", locked),
    Mutation("pdf", "artefact-encrypted", "lock with a password", encrypted),
    Mutation("pdf", "artefact-unreadable", "cut the file off", lambda pdf: pdf[:3000]),
    Mutation(
        "pdf",
        "pdf-damaged",
        "lie about where objects are",
        lambda pdf: pdf.replace(b"startxref\n", b"startxref\n9"),
    ),
)
