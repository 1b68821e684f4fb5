"""The names of WordprocessingML and DrawingML (ISO/IEC 29500-1) that a reader meets."""

from __future__ import annotations

from prexport.opc import NAMESPACES, Element

W, R, WP, A = (f"{{{NAMESPACES[prefix]}}}" for prefix in ("w", "r", "wp", "a"))
DECORATIVE = f"{{{NAMESPACES['adec']}}}decorative"
CHOICE = f"{{{NAMESPACES['mc']}}}AlternateContent"

_OFF = frozenset({"0", "false", "off"})


def value(element: Element | None, attribute: str = "val") -> str:
    """An attribute of WordprocessingML, "" where it or the element is not there."""
    return "" if element is None else element.get(W + attribute, "")


def is_on(element: Element | None) -> bool:
    """Whether a toggle is there and not switched off (17.17.4)."""
    return element is not None and value(element) not in _OFF


def integer(text: str, default: int = 0) -> int:
    """A number of a file that may hold anything."""
    try:
        return int(float(text))
    except (ValueError, OverflowError):
        return default
