"""Markup, scripts, templates and CSS in every text field of the format: shown as they are, and nothing happens."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from html_pages import written
from prexport.checks.browser import Browser
from prexport.document.compose import compose
from prexport.release.model import Release
from tree_nodes import image

HOSTILE = (
    "\"'><script>window.ran=1</script><img src=//x.invalid/ onerror='window.ran=1'></p></style>]]>--> "
    "}body{display:none} url(//x.invalid/) javascript:window.ran=1 {{7*7}} ${7} <%= 7 %> &lt;b&gt; \\N{}"
)
# Free strings of the schema that no reader sees: an editor's, a name of a zone, and what is private.
NO_TEXT = {"$schema", "timezone", "src", "document"}


def hostile_release() -> tuple[dict[str, Any], dict[str, str]]:
    """A release with all the fields of the format, and each text in it by its mark: the field that it stands in."""
    numbers = count(1)
    marks: dict[str, str] = {}

    def t(field: str) -> str:
        mark = f"mark{next(numbers)}x"
        marks[mark] = field
        return f"{mark} {HOSTILE}"

    def reached() -> dict[str, Any]:
        return {
            "tel": [t("tel"), {"label": t("label"), "number": t("number")}],
            "email": "a@example.org",
            "url": "https://example.org",
        }

    figure = {
        "type": "figure",
        "src": "a.jpg",
        **{field: t(field) for field in ("alt", "caption", "credit", "long_description")},
    }
    blocks: list[Any] = [
        t("body"),
        {"type": "paragraph", "text": t("text")},
        {
            "type": "quote",
            "text": t("text"),
            "speaker": {field: t(field) for field in ("name", "title", "organisation")},
        },
        {"type": "quote", "body": [t("body")]},
        {"type": "list", "items": [t("items"), [t("items")]]},
        {
            "type": "definitions",
            "items": [{"term": t("term"), "body": t("body")}, {"term": "x", "body": [t("body")]}],
        },
        {
            "type": "table",
            "caption": t("caption"),
            "columns": [{"text": t("text")}],
            "rows": [[t("rows")]],
        },
        {"type": "table", "columns": [{"text": t("text")}], "rows": [["x"]]},
        figure,
        {"type": "callout", "heading": t("heading"), "body": [t("body")]},
        {"type": "heading", "level": 2, "text": t("text")},
    ]
    raw = {
        "format": "prexport/1",
        "lang": "en",
        "issued": "2026-03-01",
        "number": t("number"),
        "label": t("label"),
        "release": {"mode": "hold", "text": t("text")},
        "publisher": {"name": t("name")},
        "headline": t("headline"),
        "subheadline": [t("subheadline")],
        "summary": [t("summary")],
        "replaces": [{"number": t("number"), "note": t("note")}],
        "dateline": {"place": t("place"), "separator": t("separator")},
        "body": blocks,
        "end_mark": t("end_mark"),
        "after_end": [t("after_end")],
        "media": [figure],
        "downloads": [{"text": t("text"), "url": "https://example.org/a.zip"}],
        "notes": [t("notes"), [t("notes")]],
        "contacts": [
            {
                **{field: t(field) for field in ("organisation", "role", "hours", "text")},
                "address": [t("address")],
                "people": [{"name": t("name"), "title": t("title"), **reached()}],
                **reached(),
            }
        ],
        **{
            f"{field}_heading": t(f"{field}_heading") for field in ("downloads", "media", "notes", "contacts")
        },
        "about": [{"heading": t("heading"), "body": [t("body")]}],
        "translations": [{"lang": "fr", "url": "https://example.org/fr", "title": t("title")}],
        "keywords": [t("keywords")],
        "rights": {"holder": "x", "notice": t("notice"), "licence": t("licence")},
    }
    return raw, marks


def text_fields(schema: Any, name: str = "") -> Iterator[str]:
    """The names of all properties of the schema that take any text."""
    if isinstance(schema, list):
        for member in schema:
            yield from text_fields(member, name)
    elif isinstance(schema, dict):
        if schema.get("type") == "string" and not schema.keys() & {"pattern", "format", "const", "enum"}:
            yield name
        for key, value in schema.items():
            if key in ("properties", "$defs"):
                for field, inner in value.items():
                    yield from text_fields(inner, field)
            else:
                yield from text_fields(value, name)


def test_every_text_field_of_the_format_is_tried() -> None:
    _, marks = hostile_release()
    # A holder is printed where there is no notice: both are one line.
    assert set(text_fields(Release.model_json_schema())) - NO_TEXT - {"holder"} == set(marks.values())


def test_hostile_words_in_every_field_are_shown_and_do_nothing(browser: Browser) -> None:
    raw, marks = hostile_release()
    release = Release.model_validate(raw)
    document = compose(release, images={"a.jpg": image()}, alts={}, identity="urn:x")
    source = f'{{"headline":"{"</script><script>window.ran=1</script>"}"}}'.encode()
    with browser.visit(written(document, source), scripts=True) as visit:
        assert visit.refused == []
        assert visit.page.evaluate("window.ran") is None
        assert visit.page.evaluate(_WHAT_THERE_IS) == {
            "scripts": ["application/ld+json", "application/json"],
            "handlers": 0,
            "links": [],
            "shown": "block",
            "head": True,
        }
        shown = visit.page.evaluate(_WORDS)
    lost = {field for mark, field in marks.items() if f"{mark} {HOSTILE}" not in shown}
    assert not lost


_WHAT_THERE_IS = """(() => ({
    scripts: [...document.scripts].map(script => script.type),
    handlers: [...document.querySelectorAll('*')].filter(
        element => [...element.attributes].some(each => each.name.startsWith('on'))).length,
    links: [...document.links].map(link => link.protocol).filter(
        name => !['https:', 'mailto:', 'tel:', 'http:', 'data:'].includes(name)),
    shown: getComputedStyle(document.body).display,
    head: [...document.head.children].every(element => element.matches('meta, title, link, script, style'))}))()"""

_WORDS = """[document.body.textContent, ...[...document.images].map(image => image.alt),
    document.querySelector('meta[name=keywords]').content].join('\\n')"""
