"""Headings: they rise by one, stand where the outline wants them, and are no bold paragraphs."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from itertools import pairwise

from prexport.findings import Fault
from prexport.release.blocks import (
    Block,
    Callout,
    Definitions,
    Figure,
    Heading,
    List,
    Paragraph,
    Quote,
    Table,
)
from prexport.release.inline import Strong, parse_inline, plain_text, walk_inline
from prexport.release.inline_nodes import Break, Link
from prexport.release.model import Release
from prexport.release.walk import blocks, held

_HEADLINE, _SECTION = 1, 2
_LONGEST_BOLD_HEADING = 80  # characters
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟", '"', "”", "»", "」")


def heading_faults(release: Release) -> Iterator[Fault]:
    """Judge all headings of a release."""
    yield from _in_quotes(release)
    yield from _levels(release)
    yield from _bold(release)


def _in_quotes(release: Release) -> Iterator[Fault]:
    for pointer, block, _ in blocks(release):
        if isinstance(block, Quote):
            for place in _headings_within(block, pointer):
                yield Fault(
                    "heading-in-quote",
                    place,
                    "A heading stands inside of a quote.",
                    "End the quote before the heading, or make the heading a paragraph.",
                )


def _headings_within(block: Block, pointer: str) -> Iterator[str]:
    for inner, where in held(block, pointer):
        for index, part in enumerate(inner):
            here = f"{where}/{index}"
            if isinstance(part, Heading):
                yield here
            elif not isinstance(part, Quote):  # an inner quote speaks for itself
                yield from _headings_within(part, here)


def _levels(release: Release) -> Iterator[Fault]:
    level = yield from _run(release.body, "/body", _HEADLINE)
    yield from _run(release.after_end, "/after_end", level)
    # Notes and boilerplate are sections with a heading of level 2 already.
    for index, note in enumerate(release.notes):
        if not isinstance(note, str):
            yield from _run(note, f"/notes/{index}", _SECTION, section="the notes")
    for index, about in enumerate(release.about):
        yield from _run(about.body, f"/about/{index}/body", _SECTION, section="boilerplate")


def _run(parts: Sequence[Block], pointer: str, level: int, section: str = "") -> Generator[Fault, None, int]:
    """Judge the headings of a run of blocks; returns the level that is in force at its end."""
    for index, block in enumerate(parts):
        here = f"{pointer}/{index}"
        match block:
            case Heading():
                yield from _level(block, f"{here}/level", level, section)
                level = block.level
            case Quote():
                pass  # headings in it are faults of their own
            case Callout():
                inner = level if block.heading is None else min(level + 1, 4)
                yield from _run(block.body, f"{here}/body", inner, section="a callout")
            case _:
                for within, where in held(block, here):
                    level = yield from _run(within, where, level, section)
    return level


def _level(heading: Heading, pointer: str, above: int, section: str) -> Iterator[Fault]:
    if section and heading.level == _SECTION:
        yield Fault(
            "heading-level",
            pointer,
            f"A heading of level 2 stands inside of {section}.",
            "Make it level 3; the section's own heading is level 2.",
        )
    elif heading.level > above + 1:
        before = "the headline" if above == _HEADLINE else f"a heading of level {above}"
        # Level 2 is not for callouts: one before all sections needs a heading of its own.
        alone = bool(section) and above == _HEADLINE
        fitting = "Give the callout a heading of its own" if alone else f"Make it level {above + 1}"
        before_it = "of level 2" if alone else "of that level"
        yield Fault(
            "heading-skipped",
            pointer,
            f"A heading of level {heading.level} follows {before}.",
            f"{fitting}, or put a heading {before_it} before it.",
        )


def _bold(release: Release) -> Iterator[Fault]:
    runs = [(release.body, "/body"), (release.after_end, "/after_end")]
    runs += [(about.body, f"/about/{index}/body") for index, about in enumerate(release.about)]
    runs += [(block.body, f"{here}/body") for here, block, _ in blocks(release) if isinstance(block, Callout)]
    for parts, pointer in runs:
        for index, (block, following) in enumerate(pairwise(parts)):
            if not isinstance(block, Paragraph) or not _is_bold_line(block):
                continue
            heads = isinstance(following, List | Definitions | Table | Figure) or (
                isinstance(following, Paragraph) and not _is_bold_line(following)
            )
            if heads:
                yield Fault(
                    "bold-as-heading",
                    block.text_pointer(f"{pointer}/{index}"),
                    "This bold line stands over what follows like a heading, but is none.",
                    'Write it as {"type": "heading", "level": 2, "text": "…"}.',
                )


def _is_bold_line(paragraph: Paragraph) -> bool:
    """Tell whether the paragraph is one short line, wholly strong, and no sentence."""
    nodes = parse_inline(paragraph.text)
    words = plain_text(nodes).strip()
    bare = all(isinstance(node, Strong) or not plain_text([node]).strip(" :：") for node in nodes)
    strong = any(isinstance(node, Strong) for node in nodes)
    plain = not any(isinstance(node, Link | Break) for node in walk_inline(nodes))
    short = 0 < len(words) <= _LONGEST_BOLD_HEADING
    return strong and bare and plain and short and not words.endswith(_SENTENCE_ENDS)
