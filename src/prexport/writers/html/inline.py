"""Inline runs as markup."""

from __future__ import annotations

import re
from typing import assert_never

from markupsafe import Markup

from prexport.document.tree import (
    Abbreviation,
    Break,
    Code,
    Dateline,
    Em,
    Inline,
    Label,
    Link,
    LinkKind,
    Moment,
    Part,
    Runs,
    Strong,
    Text,
    plain,
)
from prexport.writers.html.markup import Attributes, element, text
from prexport.writers.html.setting import Setting, reads_left_to_right

# Digits and their punctuation have no direction of their own: between Arabic or Hebrew words the groups of a
# telephone number would come out in reverse order (UAX #9, N1). Times and dates are not meant.
_TELEPHONE = re.compile(r"\+[\d (). /-]{5,}\d|\(?\d[\d (). -]{5,}\d")


def inline(runs: Runs, setting: Setting) -> Markup:
    """The runs, one after the other."""
    return Markup("").join(_run(run, setting) for run in runs)


def _run(run: Inline, setting: Setting) -> Markup:
    match run:
        case Text():
            return _characters(run.text, setting)
        case Break():
            return element("br", setting.node(run))
        case Code():
            ltr = "ltr" if setting.dir == "rtl" else None
            return element("code", {"dir": ltr, **setting.node(run)}, run.text)
        case Strong():
            return element("strong", setting.node(run), inline(run.children, setting))
        case Em():
            return element("em", setting.node(run), inline(run.children, setting))
        case Part():
            attributes = {**setting.language(run.lang, run.dir), **setting.node(run)}
            return element("span", attributes, inline(run.children, setting.within(run.lang, run.dir)))
        case Abbreviation():
            attributes = {"title": run.expansion, **setting.node(run)}
            return element("abbr", attributes, inline(run.children, setting))
        case Moment():
            attributes = {"datetime": run.value, **setting.node(run)}
            return element("time", attributes, inline(run.children, setting))
        case Dateline():
            return element("span", {"class": "dateline", **setting.node(run)}, inline(run.children, setting))
        case Label():
            return element("span", {"class": "label", **setting.node(run)}, inline(run.children, setting))
        case Link():
            return _link(run, setting)
        case _:
            assert_never(run)


def _characters(characters: str, setting: Setting) -> Markup:
    if setting.dir == "ltr" or not _TELEPHONE.search(characters):
        return text(characters)
    parts: list[Markup] = []
    position = 0
    for number in _TELEPHONE.finditer(characters):
        parts.append(text(characters[position : number.start()]))
        parts.append(element("bdi", {"dir": "ltr"}, number.group()))
        position = number.end()
    parts.append(text(characters[position:]))
    return Markup("").join(parts)


def _link(link: Link, setting: Setting) -> Markup:
    # An address, a number or a Latin name inside right-to-left text is an island that reads its own way.
    island = setting.dir == "rtl" and reads_left_to_right(plain(link.children))
    inner = setting.within(setting.lang, "ltr") if island else setting
    attributes: Attributes = {
        "href": link.target,
        "class": None if link.kind is LinkKind.TEXT else f"link-{link.kind}",
        "id": link.anchor or None,
        "title": link.tooltip or None,
        "hreflang": link.hreflang or None,
        "type": link.type or None,
        "dir": "ltr" if island else None,
        **setting.node(link),
    }
    words = _breakable(link, inner) if setting.on_web else inline(link.children, inner)
    return element("a", attributes, words)


def _breakable(link: Link, setting: Setting) -> Markup:
    """The words of a link; an address that is its own text may break after its dots, slashes and "@"."""
    shown = plain(link.children)
    if shown not in (link.target, link.target.removeprefix("mailto:")):
        return inline(link.children, setting)
    pieces = re.split(r"(?<=[./@?&=_-])(?=[^./@?&=_-])", shown)
    return element("wbr", {}).join(text(piece) for piece in pieces)
