"""A Document as text for goldens: a line a node, indented; language and direction where they change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from prexport.document import tree

_SHOWN_FIELDS = ("role", "kind", "level", "anchor", "ordered", "start", "scope", "align", "attribution_first")
_PLAIN = {"body", "start", "text", "", False, 1}


def printed(document: tree.Document) -> str:
    """The whole document in reading order, and its metadata."""
    lines = list(_lines(document.blocks(), _Setting(document.lang, document.dir), 0))
    meta = document.metadata
    told = [f"{field.name}: {getattr(meta, field.name)!r}" for field in fields(meta)]
    words = document.page_words
    told.append(f"page words: {words.page!r}, {words.skip!r} ({words.lang} {words.dir})")
    return "\n".join([f"{document.lang} {document.dir}", *lines, "", *told, ""])


@dataclass(frozen=True, slots=True)
class _Setting:
    lang: str
    dir: str


def _lines(nodes: object, setting: _Setting, depth: int) -> Iterator[str]:
    assert hasattr(nodes, "__iter__")
    for node in nodes:
        assert isinstance(node, tree.Node)
        yield "  " * depth + _line(node, setting)
        here = _Setting(node.lang, node.dir)
        for field in fields(node):
            value = getattr(node, field.name)
            if isinstance(value, tree.Node):
                yield from _lines([value], here, depth + 1)
            elif isinstance(value, tuple) and value and isinstance(value[0], tree.Node):
                yield from _lines(value, here, depth + 1)


def _line(node: tree.Node, setting: _Setting) -> str:
    parts = [type(node).__name__.lower()]
    for name in _SHOWN_FIELDS:
        value = getattr(node, name, "")
        if value not in _PLAIN and not (name == "level" and value == ""):
            parts.append(f"{name}={value}")
    if node.lang != setting.lang:
        parts.append(f"lang={node.lang}")
    if node.dir != setting.dir:
        parts.append(f"dir={node.dir}")
    match node:
        case tree.Logo():
            parts.append(f"alt={node.alt!r}")
        case tree.Figure():
            parts.append(f"{node.image.name} alt={node.alt!r}")
        case tree.EndMark():
            parts.append(f"{node.text!r} spoken {node.spoken!r}")
        case _:
            runs = getattr(node, "runs", None)
            if runs is not None:
                parts.append(f"| {inline(runs)}")
    return f"{' '.join(parts)}    <- {node.source}" if node.source else " ".join(parts)


def inline(runs: tree.Runs) -> str:
    """Runs with their nodes in angle brackets."""
    return "".join(_run(run) for run in runs)


def _run(run: tree.Inline) -> str:
    match run:
        case tree.Text():
            return run.text
        case tree.Break():
            return "<br>"
        case tree.Code():
            return f"<code {run.text}>"
        case tree.Part():
            return f"<{run.lang} {run.dir}: {inline(run.children)}>"
        case tree.Abbreviation():
            return f"<abbr {run.expansion!r}: {inline(run.children)}>"
        case tree.Moment():
            return f"<time {run.value}: {inline(run.children)}>"
        case tree.Link():
            told = [run.kind.value, run.target, run.anchor, run.tooltip, run.hreflang, run.type]
            return f"<link {' '.join(part for part in told if part)}: {inline(run.children)}>"
        case _:
            return f"<{type(run).__name__.lower()}: {inline(run.children)}>"
