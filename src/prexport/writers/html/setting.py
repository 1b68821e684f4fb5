"""Where a piece of markup is being written: the medium, and the language around it."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Callable, Iterable
from enum import StrEnum

from prexport.document.tree import Direction, Figure, InlineNode, Node
from prexport.records import dataclass
from prexport.writers.html.markup import Attributes


class Medium(StrEnum):
    """Who reads the markup: a browser, or the PDF engine."""

    WEB = "web"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class Picture:
    """What an `img` shows: its URL and its size in CSS pixels.

    `srcset` names renditions of several widths, where there are any; `webp_srcset` smaller ones, for browsers that know
    WebP. `dark_src` is the drawing for dark
    backgrounds, where there is one (a logo). A logo that is `wordless` doesn't name the publisher: the name is set
    beside it, and the drawing is decoration.
    """

    src: str
    width: int
    height: int
    srcset: str = ""
    webp_srcset: str = ""
    dark_src: str = ""
    wordless: bool = False

    @property
    def shape(self) -> str:
        """The class of a figure that shows this: its ratio of width to height in thousandths.

        Photos in a row are equally high when their widths are as their ratios: `shape_rules` says so in CSS.
        """
        return f"ratio-{round(1000 * self.width / self.height)}"


def shape_rules(pictures: Iterable[Picture]) -> str:
    """The CSS that gives every figure its `--ratio`; a style attribute would need a looser policy (CSP)."""
    shapes = sorted({picture.shape for picture in pictures})
    return "".join(f".{shape}{{--ratio:{int(shape.removeprefix('ratio-')) / 1000}}}" for shape in shapes)


@dataclass(frozen=True, slots=True)
class Setting:
    """The medium, where the pictures are, and the language and direction that an element inherits here."""

    medium: Medium
    picture: Callable[[Figure], Picture]
    lang: str
    dir: Direction

    @property
    def on_web(self) -> bool:
        """Whether a browser reads this."""
        return self.medium is Medium.WEB

    def within(self, lang: str, direction: Direction) -> Setting:
        """The setting of the children of an element in `lang`."""
        if (lang, direction) == (self.lang, self.dir):
            return self
        return dataclasses.replace(self, lang=lang, dir=direction)

    def language(self, lang: str, direction: Direction) -> Attributes:
        """`lang` and `dir` where they differ from what is inherited (WCAG 3.1.2)."""
        return {
            "lang": lang if lang != self.lang else None,
            "dir": direction if direction != self.dir else None,
        }

    def node(self, node: Node | InlineNode) -> Attributes:
        """The mark by which the PDF engine finds the structure element of `node`; nothing on the web."""
        return {"data-node": None if self.on_web else node.key}


def reads_left_to_right(text: str) -> bool:
    """Whether no letter of `text` is written from right to left."""
    return not any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)
