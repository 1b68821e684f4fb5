"""Rules over what stands on a page: headings, pictures, links, tables, lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from prexport.checks.flaws import Flaw
from prexport.checks.html.page import Page, Placed

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LISTS = ("ul", "ol", "menu")
_IN_LIST = frozenset({"li", "script", "template"})
_OVERRIDES = "\u202d\u202e"
_OPENS = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
_CLOSES = "\u202c\u2069"
_NAMED_BY = ("aria-label", "aria-labelledby", "title")


def body_flaws(page: Page) -> Iterator[Flaw]:
    """Judge what stands on the page."""
    if not page.all("main") and not any(each.get("role") == "main" for each in page.elements):
        yield Flaw("html-main-missing", "Nothing tells where the page’s own content begins (main).", "body")
    yield from _headings(page)
    yield from _pictures(page)
    yield from _links(page)
    yield from _names(page)
    yield from _tables(page)
    yield from _lists(page)
    yield from _direction(page)
    for each in page.all("iframe"):
        if not each.hidden and not (each.get("title") or "").strip():
            yield Flaw("html-frame-title", "A frame in the page has no title.", each.path)
    for each in page.elements:
        if (order := (each.get("tabindex") or "").strip()).isdecimal() and int(order) > 0:
            yield Flaw("html-tab-order", "The Tab key jumps about: tabindex is more than 0.", each.path)


def _headings(page: Page) -> Iterator[Flaw]:
    headings = [
        (each, int(each.tag[1])) for each in page.elements if each.tag in _HEADINGS and not each.hidden
    ]
    first = [each for each, level in headings if level == 1]
    if len(first) != 1:
        found = "no heading of level 1" if not first else f"{len(first)} headings of level 1"
        yield Flaw("html-headline", f"The page has {found}.", first[1].path if first else "body")
    for each, _ in headings:
        if not each.text:
            yield Flaw("html-heading-empty", "A heading has no words.", each.path)
    for (_, above), (each, level) in pairwise(headings):
        if level > above + 1:
            yield Flaw(
                "html-heading-skipped", f"A heading of level {level} follows one of level {above}.", each.path
            )


def _pictures(page: Page) -> Iterator[Flaw]:
    for each in page.all("img"):
        named = each.get("role") in ("presentation", "none") or any(each.get(name) for name in _NAMED_BY[:2])
        if each.get("alt") is None and not named and not each.hidden:
            yield Flaw("html-alt-missing", "A picture has no text alternative.", each.path)
    for each in page.all("svg", "{http://www.w3.org/2000/svg}svg"):
        if (
            each.get("role") == "img"
            and not any(each.get(name) for name in _NAMED_BY[:2])
            and not each.hidden
        ):
            yield Flaw("html-alt-missing", "A drawing has no text alternative.", each.path)


def _links(page: Page) -> Iterator[Flaw]:
    known = {each.get("id") for each in page.elements} | {each.get("name") for each in page.all("a")}
    for each in page.all("a"):
        address = each.get("href")
        if address is None:
            continue
        if not each.text and not each.hidden and not any(each.get(name) for name in _NAMED_BY):
            yield Flaw("html-link-empty", f"A link has no words ({address[:80]}).", each.path)
        if address == "" or (
            address.startswith("#") and address not in ("#", "#top") and address[1:] not in known
        ):
            yield Flaw("html-link-dead", f"The link “{each.text[:60]}” leads nowhere ({address}).", each.path)


def _names(page: Page) -> Iterator[Flaw]:
    counts = Counter(name for each in page.elements if (name := each.get("id")))
    for name, count in counts.items():
        if count > 1:
            yield Flaw(
                "html-id-twice",
                f"{count} elements are called {name[:60]}: links to it go astray.",
                f"#{name}",
            )


def _tables(page: Page) -> Iterator[Flaw]:
    for table in page.all("table"):
        if table.get("role") in ("presentation", "none") or table.hidden:
            continue
        cells = [each for each in _inside(page, table) if each.tag in ("td", "th")]
        headers = [each for each in cells if each.tag == "th"]
        if cells and not headers:
            yield Flaw("html-table-headers-missing", "A table has no header cells.", table.path)
        if not any(each.get("headers") for each in cells):
            for each in headers:
                if not each.get("scope"):
                    yield Flaw(
                        "html-scope-missing",
                        f"The header cell “{each.text[:60]}” doesn’t tell what it heads.",
                        each.path,
                    )
        if not any(each.tag == "caption" and each.text for each in _inside(page, table)):
            yield Flaw("html-caption-missing", "A table has no caption.", table.path)


def _inside(page: Page, table: Placed) -> Iterator[Placed]:
    """What belongs to a table, apart from tables in it."""
    for each in page.all("caption", "td", "th"):
        if next((around for around in each.around() if around.tag == "table"), None) is table:
            yield each


def _lists(page: Page) -> Iterator[Flaw]:
    for each in page.elements:
        if each.parent is None or each.hidden:
            continue
        if each.parent.tag in _LISTS and each.tag not in _IN_LIST:
            yield Flaw("html-list-broken", f"In a list stands a {each.tag} that is no item.", each.path)
        elif each.tag == "li" and each.parent.tag not in _LISTS:
            yield Flaw("html-list-broken", "An item stands in no list.", each.path)


def _direction(page: Page) -> Iterator[Flaw]:
    """Direction controls override nothing, and have a partner in the same block of text."""
    for each in page.elements:
        for text in (each.element.text, each.element.tail, each.get("alt"), each.get("title")):
            if text and any(sign in text for sign in _OVERRIDES):
                yield Flaw("html-bidi-control", "An invisible sign turns letters around.", each.path)
            elif text and sum(text.count(sign) for sign in _OPENS) != sum(
                text.count(sign) for sign in _CLOSES
            ):
                yield Flaw(
                    "html-bidi-control",
                    "An invisible sign for the direction of text is never ended.",
                    each.path,
                )
