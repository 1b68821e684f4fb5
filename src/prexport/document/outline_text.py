"""An outline as readable lines: for goldens, and for people who ask what a file says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from prexport.document.outline import Mark, MarkKind, Outline, Unit

_INDENT = "  "


def as_text(outline: Outline, *, sources: bool = False) -> str:
    """A line a unit, indented by depth, its marks below it.

    The first line names the language of most units; it is not repeated beside them. Fingerprints of photos are
    left out: they differ from format to format. `sources` adds the JSON Pointer of each unit.
    """
    spoken = Counter(unit.lang for unit in outline.units if unit.lang)
    usual = max(sorted(spoken), key=lambda lang: spoken[lang], default="")
    lines = [f"language: {usual or 'none'}"]
    for unit in outline.units:
        line = _INDENT * unit.depth + _line(unit, usual)
        lines.append(f"{line}    <- {unit.source}" if sources and unit.source else line)
        lines.extend(_INDENT * unit.depth + "    | " + _mark(mark, unit.text) for mark in unit.marks)
    return "\n".join(lines) + "\n"


def _line(unit: Unit, usual: str) -> str:
    told = " ".join([unit.role, *_facts(unit, usual)])
    return f"{told}: {unit.text}" if unit.text else told


def _facts(unit: Unit, usual: str) -> Iterator[str]:
    if unit.level:
        yield str(unit.level)
    if unit.numbering:
        yield unit.numbering
    if unit.number is not None:
        yield f"from {unit.number}" if unit.numbering else f"number {unit.number}"
    if unit.scope:
        yield f"of the {unit.scope}"
    if unit.rows or unit.columns:
        yield f"{unit.rows} × {unit.columns}"
    if unit.alt is not None:
        yield f"alt “{unit.alt}”" if unit.alt else "decorative"
    if unit.lang != usual and (unit.text or unit.alt):
        yield f"[{unit.lang or 'no language'}]"
    yield from (f"#{name}" for name in unit.names)


def _mark(mark: Mark, text: str) -> str:
    said = f"{mark.kind} “{text[mark.start : mark.end]}”"
    between = " → " if mark.kind is MarkKind.LINK else " = "
    return f"{said}{between}{mark.value}" if mark.value else said
