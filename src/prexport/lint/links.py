"""Links: they lead somewhere, and their words tell where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from prexport.findings import Fault
from prexport.lint.addresses import NOTE, address_problem, addresses
from prexport.lint.reading import Reading
from prexport.lint.vague import is_vague
from prexport.release.inline import LanguageSpan, Link, plain_text, walk_inline
from prexport.release.inline_nodes import InlineNode
from prexport.release.model import Release

_LONGEST_BARE = 60  # characters
_BARE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_WHOLE_ADDRESS = 'Write the whole address, beginning with "https://", "mailto:" or "tel:".'


def link_faults(release: Release, readings: Sequence[Reading]) -> Iterator[Fault]:
    """Judge all links of a release."""
    for pointer, url in addresses(release):
        if problem := address_problem(url):
            yield Fault("link-scheme", pointer, problem, _WHOLE_ADDRESS)
    targets: dict[str, str] = {}
    for reading in readings:
        for link, lang in _links(reading):
            yield from _target(link, reading.pointer, len(release.notes))
            yield from _words(link, lang, reading.pointer, targets)
    for index, download in enumerate(release.downloads):
        pointer = f"/downloads/{index}/text"
        if is_vague(download.text, release.lang):
            yield _vague(download.text, pointer)
        else:
            yield from _same_text(
                download.text, download.url, targets, Fault("link-same-text", pointer, "", "")
            )


def _links(reading: Reading) -> Iterator[tuple[Link, str]]:
    """The links of a text, each with the language that its words are in."""

    def within(nodes: Sequence[InlineNode], lang: str) -> Iterator[tuple[Link, str]]:
        for node in nodes:
            match node:
                case Link():
                    whole = len(node.children) == 1 and isinstance(node.children[0], LanguageSpan)
                    inner = next(walk_inline(node.children), None) if whole else None
                    yield node, inner.lang if isinstance(inner, LanguageSpan) else lang
                case LanguageSpan():
                    yield from within(node.children, node.lang)
                case _:
                    yield from within(getattr(node, "children", ()), lang)

    return within(reading.nodes, reading.lang) if reading.written.inline else iter(())


def _target(link: Link, pointer: str, notes: int) -> Iterator[Fault]:
    note = NOTE.fullmatch(link.url)
    if note is None:
        if problem := address_problem(link.url):
            yield _at(link, pointer, "link-scheme", problem, _WHOLE_ADDRESS)
    elif not 1 <= int(note[1][:9]) <= notes:
        there = (
            "There are no notes."
            if not notes
            else f"There are {notes} notes."
            if notes > 1
            else "There is one note."
        )
        yield _at(
            link,
            pointer,
            "note-missing",
            f"The link leads to note {note[1]}, which isn't there. {there}",
            "Correct the number, or write the note.",
        )


def _words(link: Link, lang: str, pointer: str, targets: dict[str, str]) -> Iterator[Fault]:
    words = plain_text(link.children).strip()
    if not words:
        yield _at(
            link, pointer, "text-empty", "The link has no words.", "Write between [ and ] where it leads."
        )
    elif is_vague(words, lang):
        fault = _vague(words, pointer)
        yield _at(link, pointer, fault.rule, fault.message, fault.mend)
    elif _BARE.fullmatch(words) and len(words) > _LONGEST_BARE:
        yield _at(
            link,
            pointer,
            "link-bare-url",
            f"An address of {len(words)} characters is its own link text.",
            "Write [words that tell where it leads](https://…).",
        )
    else:
        yield from _same_text(words, link.url, targets, _at(link, pointer, "link-same-text", "", ""))


def _vague(words: str, pointer: str) -> Fault:
    return Fault(
        "link-vague",
        pointer,
        f'The link text "{words}" doesn\'t tell where the link leads.',
        "Name what is there: [high-resolution photos of the opening](https://…).",
    )


def _same_text(words: str, url: str, targets: dict[str, str], place: Fault) -> Iterator[Fault]:
    key = " ".join(words.split()).casefold()
    first = targets.setdefault(key, url)
    if first.rstrip("/") != url.rstrip("/"):
        yield Fault(
            place.rule,
            place.pointer,
            f'The link text "{words}" leads to {url} here, and to {first} before.',
            "Let each link say what is different about its target.",
            offset=place.offset,
            length=place.length,
        )


def _at(link: Link, pointer: str, rule: str, message: str, mend: str) -> Fault:
    return Fault(rule, pointer, message, mend, offset=link.start, length=link.end - link.start)
