"""Photos with their captions: alone at the width of the text, or in rows of equal heights."""

from __future__ import annotations

from collections.abc import Sequence

from prexport.brand.coverage import is_east_asian
from prexport.document import tree
from prexport.document.tree import plain
from prexport.writers.pdf.reportlab.flow import Item, stacked, together
from prexport.writers.pdf.reportlab.flowables import Box, Child, Fill, Flowable, Paragraph, Picture
from prexport.writers.pdf.reportlab.room import Room
from prexport.writers.pdf.reportlab.settings import points
from prexport.writers.pdf.reportlab.text.lines import Slot
from prexport.writers.pdf.reportlab.typesetter import Typesetter
from prexport.writers.photo_rows import photo_rows

_TALLEST_MM = 92
_WIDE = 1.4  # width to height: what is less wide would fill half a page at the width of the text
_TALLEST_OF_OTHERS_MM = 70
_BESIDE_MM = 54
_LONG_CAPTION = 320  # characters: more than eight lines under a photo of half the width
_POINTS_PER_PIXEL = 0.75  # the size of a photo that is smaller than its room


def photos(setter: Typesetter, figures: Sequence[tree.Figure], room: Room) -> list[Item]:
    """The items of photos that stand together."""
    if len(figures) == 1:
        return _alone(setter, figures[0], room.of_text(setter))
    if setter.brand.large_print:
        return [item for figure in figures for item in _alone(setter, figure, room.of_text(setter))]
    rows = photo_rows(figures)
    if any(_has_long_caption(figure) for figure in figures):
        flow = [item for row in rows for figure in row for item in _beside(setter, figure, room)]
        flow[0].head = 0.0
        return flow
    return [_row(setter, row, room) for row in rows]


def _has_long_caption(figure: tree.Figure) -> bool:
    return figure.caption is not None and (
        sum(2 if is_east_asian(c) else 1 for c in plain(figure.caption.runs)) > _LONG_CAPTION
    )


def _picture(setter: Typesetter, figure: tree.Figure, width: float, height: float) -> Picture:
    slot: Slot | None = None
    if not figure.decorative:
        slot = (setter.owners[figure.key], 0)
    return Picture(width, height, slot, name=setter.images.name(figure.image))


def _size(figure: tree.Figure, width: float, height: float) -> tuple[float, float]:
    """The size of a photo that is at most so wide and high, and no larger than its pixels."""
    image = figure.image
    wide, high = image.width * _POINTS_PER_PIXEL, image.height * _POINTS_PER_PIXEL
    scale = min(1.0, width / wide, height / high)
    return wide * scale, high * scale


def _words(setter: Typesetter, figure: tree.Figure, room: Room) -> list[Item]:
    """Caption, credit and long description."""
    unit = setter.brand.unit_pt
    items: list[Item] = []
    for line in (figure.caption, figure.credit):
        if line is not None:
            setting = setter.setting(line.role.value, line.lang)
            text = Paragraph(setter.lines(line, setting.text, room.width), unbroken=True)
            before = 0.0 if items else setting.before
            items.append(Item(text, room.start, room.width, before, keep=True))
    if items:
        items[-1].keep = False
    if (description := figure.long_description) is not None:
        setting = setter.setting(description.role.value, description.lang)
        text = Paragraph(setter.lines(description, setting.text, room.width))
        items.append(Item(text, room.start, room.width, 2 * unit))
    return items


def _start(setter: Typesetter, room: Room, width: float) -> float:
    """The left edge of something so wide that stands at the start of its room."""
    return 0.0 if setter.direction == "ltr" else room.width - width


def _alone(setter: Typesetter, figure: tree.Figure, room: Room) -> list[Item]:
    image, unit = figure.image, setter.brand.unit_pt
    tall = _TALLEST_MM if image.width >= _WIDE * image.height else _TALLEST_OF_OTHERS_MM
    width, height = _size(figure, room.width, min(points(tall), setter.geometry.height))
    words = _words(setter, figure, room)
    box = Box([Child(_picture(setter, figure, width, height), _start(setter, room, width), 0.0)], height)
    said = figure.caption is not None or figure.credit is not None
    flow = [Item(box, room.start, room.width, keep=said), *words]
    flow[0].before, flow[-1].after = 5 * unit, 7 * unit
    return flow


def _row(setter: Typesetter, row: Sequence[tree.Figure], room: Room) -> Item:
    """Photos side by side, equally high; each has its words below."""
    gutter, unit = setter.brand.lines.gutter_pt, setter.brand.unit_pt
    ratios = [figure.image.width / figure.image.height for figure in row]
    height = (room.width - gutter * (len(row) - 1)) / sum(ratios)
    children: list[Child] = []
    deepest, x = 0.0, 0.0
    for figure, ratio in zip(row, ratios, strict=True):
        width = height * ratio
        left = x if setter.direction == "ltr" else room.width - x - width
        children.append(Child(_picture(setter, figure, width, height), left, 0.0))
        y, after = height, 0.0
        for item in _words(setter, figure, Room(0.0, width)):
            y += max(after, item.before)
            children.append(Child(item.flowable, left, y))
            y += item.height
            after = item.after
        deepest = max(deepest, y)
        x += width + gutter
    return Item(Box(children, deepest), room.start, room.width, 0.0, 7 * unit)


def _beside(setter: Typesetter, figure: tree.Figure, room: Room) -> list[Item]:
    """A photo with a caption of a paragraph or more: they stand side by side, below a rule."""
    brand, unit = setter.brand, setter.brand.unit_pt
    width, height = _size(figure, points(_BESIDE_MM), setter.geometry.height)
    aside = points(_BESIDE_MM) + 1.5 * brand.lines.gutter_pt
    words = _words(setter, figure, Room(0.0, room.width - aside))
    if words:
        words[0].before = 0.0
    placed, deep = stacked(words)
    ltr = setter.direction == "ltr"
    photo: Flowable = _picture(setter, figure, width, height)
    children = [Child(photo, 0.0 if ltr else room.width - width, points(1.0))]
    children += [Child(item.flowable, aside if ltr else 0.0, y) for item, y in placed]
    rule = Fill(0.0, -3 * unit, room.width, brand.lines.hairline_pt, brand.print.rule)
    box = Box(children, max(deep, height + points(1.0)), [rule])
    return together([Item(box, room.start, room.width, 0.0, 6 * unit, head=3 * unit)])
