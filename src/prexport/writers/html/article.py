"""The `article` of a document: shared by the web page and by the print HTML of the PDF engine.

In print every element that stands for a node of the document says which one: `data-node` holds its key.
On the web there are no such marks; there are frames, names and words for assistive technology instead.
"""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from prexport.document.tree import Document, Figure, Letterhead
from prexport.writers.html.blocks import blocks, heading, itemised, paragraph
from prexport.writers.html.markup import Attributes, block, element
from prexport.writers.html.setting import Medium, Picture, Setting


def article(
    document: Document,
    *,
    medium: Medium,
    picture: Callable[[Figure], Picture],
    logo: Picture | None,
) -> Markup:
    """The whole release as one `article`.

    It inherits the document's language and direction: whoever uses it sets them on `html`. `picture` says
    what the `img` of a figure shows; without a `logo` the publisher's name stands in its place, beside a
    `wordless` one it stands, too.
    """
    setting = Setting(medium, picture, document.lang, document.dir)
    title = [heading(document.headline, setting)]
    title += [paragraph(line, setting) for line in document.subheadlines]
    parts = [
        _letterhead(document.letterhead, setting, logo),
        paragraph(document.embargo, setting, role="note") if document.embargo else Markup(""),
        block("hgroup", {}, title),
        *(paragraph(line, setting) for line in document.replaces),
        itemised(document.summary, setting) if document.summary else Markup(""),
        blocks(document.body, setting),
        blocks((document.end_mark,) if document.end_mark else (), setting),
        blocks(document.after_end, setting),
        blocks(document.sections, setting),
        paragraph(document.rights, setting) if document.rights else Markup(""),
    ]
    return block("article", {"aria-labelledby": document.headline.anchor}, parts)


def _letterhead(node: Letterhead, setting: Setting, logo: Picture | None) -> Markup:
    inner = setting.within(node.lang, node.dir)
    mark = _logo(node, inner, logo)
    printed = block("div", {"class": "letterhead-lines"}, (paragraph(line, inner) for line in node.lines))
    attributes: Attributes = {
        "class": "letterhead",
        **setting.language(node.lang, node.dir),
        **setting.node(node),
    }
    return block("header", attributes, [mark, printed])


def _logo(node: Letterhead, setting: Setting, logo: Picture | None) -> Markup:
    name = node.logo.alt
    marks: Attributes = {**setting.language(node.logo.lang, node.logo.dir), **setting.node(node.logo)}
    if logo is None:
        return element("p", {"class": "logo", **marks}, name)
    if logo.wordless:
        return element("p", {"class": "logo", **marks}, _drawing(logo, {"alt": ""}), " ", name)
    return _drawing(logo, {"class": "logo", "alt": name, **marks})


def _drawing(logo: Picture, attributes: Attributes) -> Markup:
    image = element("img", {"src": logo.src, "width": logo.width, "height": logo.height, **attributes})
    if not logo.dark_src:
        return image
    dark = element("source", {"srcset": logo.dark_src, "media": "(prefers-color-scheme: dark)"})
    return element("picture", {}, dark, image)
