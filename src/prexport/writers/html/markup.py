"""Elements of HTML as escaped markup: the one place where `<` is written.

Children that are plain strings are escaped, as are all attribute values; only `Markup` passes as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

Value = str | int | bool | None
Attributes = dict[str, Value]
"""Names to values: None and False leave the attribute out, True writes its name alone."""

_VOID = frozenset({"br", "hr", "img", "link", "meta", "source", "wbr"})


def element(name: str, attributes: Mapping[str, Value], *children: str | Markup) -> Markup:
    """One element with its attributes and children; void elements take no children."""
    start = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    if name in _VOID:
        if children:
            raise ValueError(f"<{name}> takes no children")
        return Markup(start)
    content = "".join(child if isinstance(child, Markup) else text(child) for child in children)
    return Markup(f"{start}{content}</{name}>")


def text(characters: str) -> Markup:
    """Characters to be read as they are. Quotes need no escape between tags, and stay readable there."""
    return Markup(str(escape(characters)).replace("&#39;", "'").replace("&#34;", '"'))


def lines(*children: str | Markup) -> Markup:
    """Children on lines of their own, where white space between them means nothing; empty ones left out."""
    return Markup("\n").join(child for child in children if child)


def block(name: str, attributes: Mapping[str, Value], children: Iterable[str | Markup]) -> Markup:
    """An element whose children stand on lines of their own."""
    return element(name, attributes, "\n", lines(*children), "\n")


def _attribute(name: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return f" {name}"
    # Values stand between double quotes, so the apostrophes of a content security policy stay as they are.
    escaped = str(escape(value)).replace("&#39;", "'")
    return f' {name}="{escaped}"'
