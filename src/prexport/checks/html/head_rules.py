"""Rules over a page as a whole: its head, what it runs, what it fetches, how it fits a small window."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from prexport.checks.flaws import Flaw
from prexport.checks.html.page import Page, Placed
from prexport.release.languages import is_language_tag

_JSON_TYPES = ("application/json", "application/ld+json")
_LANGUAGES_OF_CODE = frozenset({"", "module", "text/javascript", "application/javascript", "text/ecmascript"})
_WIDTH = re.compile(r"(?:^|[;{\s])(?:min-)?(?:width|inline-size)\s*:\s*([0-9.]+)px", re.IGNORECASE)
_WIDE = 320  # CSS px: the window that WCAG 1.4.10 asks pages to fit in
_SCALE = re.compile(r"maximum-scale\s*=\s*([0-9.]+)")
_FETCHED = {"img": "src", "script": "src", "link": "href", "iframe": "src", "video": "src", "audio": "src"}
_FETCHING_LINKS = frozenset({"stylesheet", "icon", "preload", "prefetch", "modulepreload", "manifest"})


def head_flaws(page: Page) -> Iterator[Flaw]:
    """Judge the page as a whole."""
    if page.bytes.lstrip()[:9].lower() != b"<!doctype" and not page.bytes.lstrip().startswith(b"<!--"):
        yield Flaw(
            "html-doctype-missing",
            "The page doesn’t begin with <!DOCTYPE html>: browsers show it in old ways.",
        )
    yield from _languages(page)
    titles = [each.text for each in page.all("title") if not any(a.tag == "svg" for a in each.around())]
    if not any(titles):
        yield Flaw("html-title-missing", "The page has no title.", "head > title")
    if not _has_charset(page):
        yield Flaw("html-charset-missing", "The page doesn’t say in which encoding it is.", "head")
    yield from _viewport(page)
    for each in page.all("meta"):
        if (each.get("http-equiv") or "").lower() == "refresh":
            yield Flaw("html-refresh", "The page reloads or leaves by itself.", each.path)
    yield from _running(page)
    yield from _fetching(page)
    yield from _linked_data(page)
    yield from _widths(page)


def _languages(page: Page) -> Iterator[Flaw]:
    if not (page.elements and page.elements[0].get("lang")):
        yield Flaw("html-language-missing", "The page doesn’t say in which language it is.", "html")
    for each in page.elements:
        if (lang := each.get("lang")) and not is_language_tag(lang):
            yield Flaw("html-language-invalid", f"“{lang[:40]}” is no language.", each.path)


def _has_charset(page: Page) -> bool:
    declared = any(
        each.get("charset") or "charset=" in (each.get("content") or "").lower() for each in page.all("meta")
    )
    return declared or page.bytes.startswith(b"\xef\xbb\xbf")


def _viewport(page: Page) -> Iterator[Flaw]:
    contents = [content.lower().replace(" ", "") for content in page.meta("viewport")]
    if not contents:
        yield Flaw("html-viewport-missing", "On a telephone the page is shown small, as on a desk.", "head")
    for content in contents:
        largest = _SCALE.search(content)
        locked = "user-scalable=no" in content or "user-scalable=0" in content
        if locked or (largest and float(largest[1].strip(".") or 0) < 2):
            yield Flaw(
                "html-zoom-blocked", "The page keeps readers from making it larger.", "meta[name=viewport]"
            )


def _running(page: Page) -> Iterator[Flaw]:
    for each in page.all("script"):
        kind = (each.get("type") or "").split(";")[0].strip().lower()
        if kind in _LANGUAGES_OF_CODE:
            yield Flaw(
                "html-script", "The page runs a script; what it makes of the page was not checked.", each.path
            )
    for each in page.elements:
        handler = next((name for name in each.element.attrib if name.lower().startswith("on")), None)
        address = (each.get("href") or each.get("src") or "").strip().lower()
        if handler or address.startswith("javascript:"):
            yield Flaw("html-script", f"The page runs a script ({handler or 'javascript:'}).", each.path)


def _fetching(page: Page) -> Iterator[Flaw]:
    for tag, attribute in _FETCHED.items():
        for each in page.all(tag):
            kinds = (each.get("rel") or "").lower().split()
            if tag == "link" and not _FETCHING_LINKS.intersection(kinds):
                continue
            address = (each.get(attribute) or "").strip()
            if address.startswith("//") or _scheme(address) in ("http", "https", "ftp", "file"):
                yield Flaw(
                    "html-remote", f"The page needs something from elsewhere: {address[:100]}.", each.path
                )


def _scheme(address: str) -> str:
    try:
        return urlsplit(address).scheme
    except ValueError:
        return ""


def _linked_data(page: Page) -> Iterator[Flaw]:
    for each in page.all("script"):
        kind = (each.get("type") or "").split(";")[0].strip().lower()
        if kind not in _JSON_TYPES:
            continue
        try:
            data = json.loads(each.own_text)
        except (ValueError, RecursionError) as error:
            yield Flaw("html-data-broken", f"Data in the page is no JSON: {error}.", f'script[type="{kind}"]')
            continue
        if kind == "application/ld+json" and not (
            isinstance(data, list) or (isinstance(data, dict) and ("@context" in data or "@graph" in data))
        ):
            yield Flaw(
                "html-data-broken", "The linked data of the page has no @context.", f'script[type="{kind}"]'
            )


def _widths(page: Page) -> Iterator[Flaw]:
    for each in page.elements:
        style = each.own_text if each.tag == "style" else each.get("style")
        if style and (width := _too_wide(style)):
            yield Flaw(
                "html-fixed-width", f"Something is {width:g} px wide, however small the window.", each.path
            )
        elif each.tag in ("table", "td", "th", "div") and (width := _pixels(each)) > _WIDE:
            yield Flaw(
                "html-fixed-width", f"A {each.tag} is {width:g} px wide, however small the window.", each.path
            )


def _too_wide(style: str) -> float:
    widths = (float(found[1].strip(".") or 0) for found in _WIDTH.finditer(style))
    return next((width for width in widths if width > _WIDE), 0)


def _pixels(each: Placed) -> float:
    width = (each.get("width") or "").strip().removesuffix("px")
    return float(width) if width.isascii() and width.isdecimal() else 0
