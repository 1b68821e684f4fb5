"""The engine: the Document as flowables on pages of a fixed layout, every mark with its element."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from prexport.brand.tokens import Brand
from prexport.document.tree import Document
from prexport.writers.options import WriteOptions
from prexport.writers.pdf.layout import Layout, Page
from prexport.writers.pdf.reportlab.canvas import Artifact, Sheet
from prexport.writers.pdf.reportlab.flow import Frame, Item
from prexport.writers.pdf.reportlab.furniture import Furniture
from prexport.writers.pdf.reportlab.head import embargo, headline, letterhead
from prexport.writers.pdf.reportlab.images import Images
from prexport.writers.pdf.reportlab.pages import Filled, paginate
from prexport.writers.pdf.reportlab.proof import proofread
from prexport.writers.pdf.reportlab.room import Room
from prexport.writers.pdf.reportlab.settings import geometry
from prexport.writers.pdf.reportlab.story import Place, Story
from prexport.writers.pdf.reportlab.text.fonts import font_set
from prexport.writers.pdf.reportlab.text.lines import Slot
from prexport.writers.pdf.reportlab.text.session import Session
from prexport.writers.pdf.reportlab.typesetter import Typesetter
from prexport.writers.pdf.structure import Element, Structure
from prexport.writers.pdf.syntax import Name, Ref, Value, serialise

_COMPRESSION = 4  # of 9: photos outweigh text many times, and this takes a third of the time that 6 does


def lay_out(document: Document, brand: Brand, options: WriteOptions, structure: Structure) -> Layout:
    """Pages of `document`, painted, their content attached to the elements of `structure`.

    Raises InternalError when the words on the pages are not those of the document, or when no font of the brand
    shows one of its characters; MissingTool where right-to-left text finds no FriBidi.
    """
    session, images = Session(font_set(brand)), Images()
    page = geometry(brand, options.page_size, document.lang, document.dir)
    setter = Typesetter(document, brand, page, structure, session, images)
    pages = paginate(list(_flow(document, setter)), page.height)

    layout = Layout()
    parents, said = _parents(structure), dict[Slot, list[str]]()
    furniture = Furniture(setter, document)
    sheets = []
    for number, filled in enumerate(pages, 1):
        sheet = Sheet(layout, parents, said, number - 1)
        _paint(sheet, filled, setter)
        furniture.draw(sheet, number, len(pages))
        sheets.append(sheet)
    proofread(structure, said)

    objects = layout.objects
    pictures, named = images.objects(len(objects) + 1)
    objects += pictures
    fonts = session.objects(len(objects) + 1)
    objects += fonts.objects
    entries: dict[str, Value] = {"Font": fonts.resources}
    if named:
        entries["XObject"] = named
    objects.append((serialise(entries), False))
    resources = Ref(len(objects))
    for sheet in sheets:
        objects.append((_stream(sheet.finish()), True))
        layout.pages.append(
            Page(page.page_width, page.page_height, Ref(len(objects)), resources, sheet.marks)
        )
    return layout


def _flow(document: Document, setter: Typesetter) -> Iterator[Item]:
    """All of the document, in reading order."""
    unit = setter.brand.unit_pt
    room = Room(0.0, setter.geometry.width, whole=True)
    place, story = Place(room), Story(setter)
    yield letterhead(setter, document.letterhead, room)
    if document.embargo is not None:
        yield embargo(setter, document.embargo, room)
    yield headline(setter, document.headline, room)
    for line in document.subheadlines:
        item = story.paragraph(line, Place(Room(room.start, room.width)))
        item.keep = True
        if line is not document.subheadlines[-1]:
            item.after -= 4 * unit
        yield item
    for line in document.replaces:
        item = story.paragraph(line, place)
        item.after = 6 * unit
        yield item
    if document.summary is not None:
        yield from story.itemised(document.summary, place)
    end = (document.end_mark,) if document.end_mark else ()
    yield from story.blocks((*document.body, *end), place)
    yield from story.blocks(document.after_end, place)
    yield from story.blocks(document.sections, place)
    if document.rights is not None:
        yield story.paragraph(document.rights, Place(room, quiet=True))


def _paint(sheet: Sheet, filled: Filled, setter: Typesetter) -> None:
    """Paint what a page holds."""
    page = setter.geometry
    ltr = setter.direction == "ltr"

    def left(start: float, width: float) -> float:
        return page.left + (start if ltr else page.width - start - width)

    frames: dict[Frame, tuple[float, float]] = {}
    for placed in filled.items:
        item, top = placed.item, placed.top
        bottom = top + item.flowable.height
        for frame in item.frames:
            upper, lower = top - item.heads.get(frame, 0.0), bottom + item.feet.get(frame, 0.0)
            known = frames.get(frame, (upper, lower))
            frames[frame] = (min(known[0], upper), max(known[1], lower))
    for frame, (upper, lower) in frames.items():
        x, y, height = left(frame.start, frame.width), page.top - lower, lower - upper
        if frame.paper:
            sheet.paper(x, y, frame.width, height, frame.paper)
        if frame.bar:
            edge = x if ltr else x + frame.width - frame.bar_width
            sheet.rule(edge, y, frame.bar_width, height, frame.bar)

    if filled.header is not None:
        sheet.repeat(Artifact.REPEATED)
        filled.header.flowable.draw(sheet, left(filled.header.start, filled.header.width), page.top)
        sheet.repeat(None)
    for placed in filled.items:
        item, top = placed.item, page.top - placed.top
        for flowable, start, width in item.beside:
            flowable.draw(sheet, left(start, width), top)
        item.flowable.draw(sheet, left(item.start, item.width), top)


def _parents(structure: Structure) -> dict[Element, Element]:
    """What element holds each element."""
    return {
        part: element
        for element in structure.root.elements()
        for part in element.parts
        if isinstance(part, Element)
    }


def _stream(data: bytes) -> bytes:
    packed = zlib.compress(data, _COMPRESSION)
    entries = serialise({"Length": len(packed), "Filter": Name("FlateDecode")})
    return b"".join((entries, b"\nstream\n", packed, b"\nendstream"))
