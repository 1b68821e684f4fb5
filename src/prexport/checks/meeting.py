"""Rules over what readers meet in an artefact of any format: its outline."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from prexport.checks.flaws import Flaw
from prexport.document.outline import MarkKind, Outline, Role, Unit
from prexport.document.outline_traits import named
from prexport.lint.images import is_file_name, same_words
from prexport.lint.scripts import contradiction
from prexport.lint.vague import is_vague


def outline_flaws(outline: Outline) -> Iterator[Flaw]:
    """Judge the words, links and alternatives that an outline has."""
    for unit in outline.units:
        yield from _languages(unit)
        yield from _links(unit)
        if unit.role is Role.FIGURE and unit.alt and is_file_name(unit.alt):
            yield Flaw(
                "artefact-alt-file-name",
                f"The {named(unit)} is described by the name of a file.",
                named(unit),
            )
    for unit, following in pairwise(outline.units):
        if (
            unit.role is Role.FIGURE
            and following.role is Role.CAPTION
            and same_words(unit.alt or "", following.text)
        ):
            yield Flaw(
                "artefact-alt-repeats-caption",
                f"The description of the {named(unit)} repeats its caption.",
                named(unit),
            )


def _languages(unit: Unit) -> Iterator[Flaw]:
    """The words of a unit by language: each in a script of that language."""
    spans = [mark for mark in unit.marks if mark.kind in (MarkKind.LANGUAGE, MarkKind.CODE)]
    own = unit.text
    for mark in sorted(spans, reverse=True):
        own = own[: mark.start] + own[mark.end :]
    texts = [(own, unit.lang)] if unit.lang else []
    texts += [
        (unit.text[mark.start : mark.end], mark.value) for mark in spans if mark.kind is MarkKind.LANGUAGE
    ]
    if unit.role is Role.FIGURE and unit.lang:
        texts.append((unit.alt or "", unit.lang))
    for words, lang in texts:
        if problem := contradiction(words[:5000], lang):
            yield Flaw("artefact-language-contradicts", f"{problem[:-1]}: {named(unit)}.", named(unit))


def _links(unit: Unit) -> Iterator[Flaw]:
    for mark in unit.marks:
        words = unit.text[mark.start : mark.end]
        if mark.kind is MarkKind.LINK and is_vague(words, unit.lang or "en"):
            yield Flaw("artefact-link-vague", f"The link “{words}” doesn’t tell where it leads.", named(unit))
