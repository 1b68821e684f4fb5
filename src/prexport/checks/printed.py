"""What a release prints, read from its raw JSON: an independent second opinion.

Nothing here uses prexport: not its model, not its walk, not its inline parser, not `compose`. So what the toolkit
forgets to print, this doesn't forget. `printed_words` looks for it in artefacts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from prexport.records import dataclass

Json = Any

_MARKS = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~\n])
      | (?P<ticks>`+)(?P<code>.+?)(?P=ticks)
      | <(?P<address>(?:https?:|mailto:|tel:|[^\s<>:@]+@)[^\s<>]+)>
      | \]\((?:<[^<>]*>|[^\s()]*)(?:\s+"(?:[^"\\]|\\.)*")?\)      # ](address "tooltip")
      | \]\{lang=[A-Za-z0-9-]+\}
      | \]\{abbr="(?:[^"\\]|\\.)*"\}
      | \[
      | \*+
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Said:
    """Some strings that are printed at one place; where there are several, the language says in which order.

    `where` is the JSON Pointer, for messages.
    """

    where: str
    texts: tuple[str, ...]


def plain(text: str) -> str:
    """The characters of an inline text without its mark-up.

    A star or an opening bracket always counts as mark-up: texts that mean them literally escape them.
    """

    def kept(match: re.Match[str]) -> str:
        return match["escaped"] or match["code"] or match["address"] or ""

    return _MARKS.sub(kept, text)


def printed(release: Json) -> list[Said]:
    """All strings of a release that a reader meets, in reading order, alternative texts of pictures included."""
    return list(_release(release))


def _release(release: Json) -> Iterator[Said]:
    publishers = release["publisher"]
    for place, publisher in enumerate(publishers if isinstance(publishers, list) else [publishers]):
        yield Said(f"/publisher/{place}", (publisher["name"],))
    line = release.get("release", {"mode": "immediate"})
    yield from _inline(release, "", "label")
    if line["mode"] == "immediate":
        yield from _inline(line, "/release", "text")
    yield from _plain(release, "", "number")
    if line["mode"] in ("embargoed", "hold"):
        yield from _inline(line, "/release", "text")
    yield from _inline(release, "", "headline")
    subheadlines = release.get("subheadline", [])
    for place, text in enumerate([subheadlines] if isinstance(subheadlines, str) else subheadlines):
        yield Said(f"/subheadline/{place}", (plain(text),))
    for part, at in _each(release, "", "replaces"):
        yield from _plain(part, at, "number")
        yield from _inline(part, at, "note")
        yield from _plain(part, at, "url")
    for text, at in _each(release, "", "summary"):
        yield Said(at, (plain(text),))
    if "dateline" in release:
        yield from _inline(release["dateline"], "/dateline", "place")
        yield from _plain(release["dateline"], "/dateline", "separator")
    yield from _blocks(release, "", "body")
    yield from _end_mark(release)
    yield from _blocks(release, "", "after_end")
    if release.get("downloads"):
        yield from _inline(release, "", "downloads_heading")
        for part, at in _each(release, "", "downloads"):
            yield from _plain(part, at, "text")
    if release.get("media"):
        yield from _inline(release, "", "media_heading")
        yield from _blocks(release, "", "media")
    if release.get("notes"):
        yield from _inline(release, "", "notes_heading")
        for note, at in _each(release, "", "notes"):
            yield from _flow(note, at)
    if release.get("contacts"):
        yield from _inline(release, "", "contacts_heading")
        for contact, at in _each(release, "", "contacts"):
            yield from _contact(contact, at)
    for part, at in _each(release, "", "about"):
        yield from _inline(part, at, "heading")
        yield from _blocks(part, at, "body")
        yield from _plain(part, at, "url")
    for part, at in _each(release, "", "translations"):
        yield from _plain(part, at, "title")
    rights = release.get("rights", {})
    if "notice" in rights:
        yield from _inline(rights, "/rights", "notice")
    else:
        yield from _plain(rights, "/rights", "holder")
    yield from _inline(rights, "/rights", "licence")


def _end_mark(release: Json) -> Iterator[Said]:
    mark = release.get("end_mark", "###")
    if mark:
        yield Said("/end_mark", (mark,))


def _contact(contact: Json, at: str) -> Iterator[Said]:
    yield from _inline(contact, at, "role")
    yield from _plain(contact, at, "organisation")
    for person, here in _each(contact, at, "people"):
        yield from _plain(person, here, "name")
        yield from _plain(person, here, "title")
        yield from _reachable(person, here)
    yield from _reachable(contact, at)
    for line, here in _each(contact, at, "address"):
        yield Said(here, (line,))
    yield from _inline(contact, at, "hours")
    yield from _inline(contact, at, "text")


def _reachable(who: Json, at: str) -> Iterator[Said]:
    telephones = who.get("tel", [])
    for place, telephone in enumerate(telephones if isinstance(telephones, list) else [telephones]):
        if isinstance(telephone, str):
            yield Said(f"{at}/tel/{place}", (telephone,))
        else:
            yield from _inline(telephone, f"{at}/tel/{place}", "label")
            yield from _plain(telephone, f"{at}/tel/{place}", "number")
    addresses = who.get("email", [])
    for place, address in enumerate(addresses if isinstance(addresses, list) else [addresses]):
        yield Said(f"{at}/email/{place}", (address,))
    yield from _plain(who, at, "url")


def _flow(flow: Json, at: str) -> Iterator[Said]:
    """One inline text, or a list of blocks."""
    if isinstance(flow, str):
        yield Said(at, (plain(flow),))
        return
    for place, block in enumerate(flow):
        yield from _block(block, f"{at}/{place}")


def _blocks(part: Json, at: str, key: str) -> Iterator[Said]:
    for block, here in _each(part, at, key):
        yield from _block(block, here)


def _block(block: Json, at: str) -> Iterator[Said]:
    if isinstance(block, str):
        yield Said(at, (plain(block),))
        return
    match block["type"]:
        case "paragraph" | "heading":
            yield from _inline(block, at, "text")
        case "quote":
            place = block.get("attribution", "after")
            if place == "before":
                yield from _speaker(block, at)
            yield from _inline(block, at, "text")
            yield from _blocks(block, at, "body")
            if place == "after":
                yield from _speaker(block, at)
        case "list":
            for item, here in _each(block, at, "items"):
                yield from _flow(item, here)
        case "definitions":
            for item, here in _each(block, at, "items"):
                yield from _inline(item, here, "term")
                yield from _flow(item["body"], f"{here}/body")
        case "table":
            yield from _inline(block, at, "caption")
            for column, here in _each(block, at, "columns"):
                yield from _inline(column, here, "text")
            for row, here in _each(block, at, "rows"):
                for place, cell in enumerate(row):
                    yield Said(f"{here}/{place}", (plain(cell),))
        case "figure":
            yield from _plain(block, at, "alt")
            yield from _inline(block, at, "caption")
            yield from _inline(block, at, "credit")
            yield from _plain(block, at, "long_description")
        case "callout":
            yield from _inline(block, at, "heading")
            yield from _blocks(block, at, "body")
        case "divider":
            return
        case unknown:
            raise ValueError(f"a block of type {unknown} at {at}: this walk has to learn it")


def _speaker(block: Json, at: str) -> Iterator[Said]:
    if "speaker" in block:
        keys = ("name", "title", "organisation")
        yield Said(f"{at}/speaker", tuple(block["speaker"][key] for key in keys if key in block["speaker"]))


def _each(part: Json, at: str, key: str) -> Iterator[tuple[Json, str]]:
    return ((item, f"{at}/{key}/{place}") for place, item in enumerate(part.get(key, [])))


def _plain(part: Json, at: str, key: str) -> Iterator[Said]:
    if key in part:
        yield Said(f"{at}/{key}", (part[key],))


def _inline(part: Json, at: str, key: str) -> Iterator[Said]:
    if key in part:
        yield Said(f"{at}/{key}", (plain(part[key]),))
