"""The structure of blocks: rows fit their table, lists have items, and no text that is needed is empty."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import assert_never

from prexport.findings import Fault
from prexport.lint.reading import Reading
from prexport.release.blocks import (
    Block,
    Callout,
    Definitions,
    Divider,
    Figure,
    Heading,
    List,
    Paragraph,
    Quote,
    Table,
)
from prexport.release.inline import Malformed, malformed_spans
from prexport.release.model import Release
from prexport.release.walk import blocks, held

_DEEPEST_LIST = 6
# A cell of data may be empty; an end mark is switched off by it; images have rules of their own.
_MAY_BE_EMPTY = frozenset({"cell", "separator", "end_mark", "alt"})


def structure_faults(release: Release, readings: Sequence[Reading]) -> Iterator[Fault]:
    """Judge tables, lists, spans, and texts that are empty."""
    row_headers: set[str] = set()
    for pointer, block, _ in blocks(release):
        yield from _block(block, pointer)
        if isinstance(block, Table) and block.row_headers:
            row_headers.update(f"{pointer}/rows/{row}/0" for row in range(len(block.rows)))
    for parts, pointer in _runs(release):
        yield from _lists_too_deep(parts, pointer, 1)
    yield from _empty_runs(release)
    for reading in readings:
        if reading.field not in _MAY_BE_EMPTY or reading.pointer in row_headers:
            yield from _empty_text(reading)
        if reading.written.inline:
            yield from (_malformed(span, reading.pointer) for span in malformed_spans(reading.written.text))


def is_empty(words: str) -> bool:
    """Tell whether the words are nothing but spaces and invisible characters."""
    return all(unicodedata.category(character)[0] in "ZC" for character in words)


def _runs(release: Release) -> Iterator[tuple[Sequence[Block], str]]:
    yield release.body, "/body"
    yield release.after_end, "/after_end"
    for index, note in enumerate(release.notes):
        if not isinstance(note, str):
            yield note, f"/notes/{index}"
    for index, about in enumerate(release.about):
        yield about.body, f"/about/{index}/body"


def _block(block: Block, pointer: str) -> Iterator[Fault]:
    match block:
        case Table():
            yield from _table(block, pointer)
        case List() | Definitions():
            if not block.items:
                yield Fault(
                    "list-empty",
                    f"{pointer}/items",
                    "The list has no items.",
                    "Add an item, or remove the list.",
                )
        case Paragraph() | Heading() | Quote() | Figure() | Callout() | Divider():
            pass
        case _:
            assert_never(block)


def _table(table: Table, pointer: str) -> Iterator[Fault]:
    width = len(table.columns)
    for index, row in enumerate(table.rows):
        if len(row) != width:
            yield Fault(
                "table-row-length",
                f"{pointer}/rows/{index}",
                f"This row has {_counted(len(row), 'cell')}, but the table has {_counted(width, 'column')}.",
                'Give it a cell for each column; an empty one is "".',
            )
    if table.caption is None:
        yield Fault(
            "table-caption-missing",
            pointer,
            "The table has no caption.",
            'Add "caption": say in a few words what the table shows.',
        )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _lists_too_deep(parts: Sequence[Block], pointer: str, depth: int) -> Iterator[Fault]:
    for index, block in enumerate(parts):
        here = f"{pointer}/{index}"
        deeper = depth
        if isinstance(block, List):
            if depth > _DEEPEST_LIST:
                yield Fault(
                    "list-too-deep",
                    here,
                    f"This list is nested {depth} deep; {_DEEPEST_LIST} is the most.",
                    "Make its items part of the list around it, or use headings.",
                )
                continue
            deeper = depth + 1
        for inner, where in held(block, here):
            yield from _lists_too_deep(inner, where, deeper)


def _empty_runs(release: Release) -> Iterator[Fault]:
    runs = [run for run in _runs(release) if run[1] not in ("/body", "/after_end")]
    runs += [run for pointer, block, _ in blocks(release) for run in held(block, pointer)]
    for parts, pointer in runs:
        if not parts:
            yield Fault(
                "text-empty",
                pointer,
                "Here a block is needed, but the list is empty.",
                "Write a text, or remove it.",
            )


def _empty_text(reading: Reading) -> Iterator[Fault]:
    # Code may be nothing but spaces; then the spaces are what it says.
    if is_empty(reading.words):
        yield Fault(
            "text-empty", reading.pointer, "This text is empty.", "Write it, or remove it altogether."
        )


def _malformed(span: Malformed, pointer: str) -> Fault:
    match span.why:
        case "language":
            message = f'"{span.written}" is no language tag, so the span is printed as it stands.'
            mend = "Write one like [words]{lang=zh-Hant-HK}."
        case "empty":
            message = "The span has no words or says nothing about them, so it is printed as it stands."
            mend = 'Write [words]{lang=fr} or [words]{abbr="what they stand for"}.'
        case "attributes":
            message = f"{span.written} is no span that prexport knows, so it is printed as it stands."
            mend = 'Write [words]{lang=fr} or [words]{abbr="what they stand for"}; a backslash before { keeps it.'
        case "unopened":
            message = "A span ends here that begins nowhere, so it is printed as it stands."
            mend = "Put [ before the words that the span is about."
        case "too-deep":
            message = "Spans are nested too deeply here, so this one is printed as it stands."
            mend = "Take the span out of the ones around it."
        case _:
            assert_never(span.why)
    return Fault("span-malformed", pointer, message, mend, offset=span.start, length=span.end - span.start)
