"""The contrast that a brand must have: WCAG 2.2, 1.4.6 (text, 7:1) and 1.4.11 (marks, 3:1)."""

from __future__ import annotations

from collections.abc import Iterator

from prexport.brand.table import Source
from prexport.brand.tokens import Brand
from prexport.findings import Finding

TEXT_RATIO = 7.0
MARK_RATIO = 3.0


def relative_luminance(colour: str) -> float:
    """Give the relative luminance (0 black to 1 white) of "#rrggbb", as WCAG 2.2 defines it."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(one: str, other: str) -> float:
    """Give the contrast ratio (1 to 21) of two colours, in either order."""
    dark, light = sorted((relative_luminance(one), relative_luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def colour_pairs(brand: Brand) -> Iterator[tuple[str, str, float]]:
    """Give all pairs that meet on a page: the colour in front, the one behind it, and the ratio asked for.

    Headlines are text of 7:1 like all other text, large as they are.
    """
    written = {style.colour for style in brand.styles.values()} - {"embargo_ink"}
    for ink in sorted(written | {"text", "muted", "accent", "link"}):
        yield ink, "paper", TEXT_RATIO
        yield ink, "surface", TEXT_RATIO
    yield "on_accent", "accent", TEXT_RATIO
    yield "embargo_ink", "embargo_paper", TEXT_RATIO
    for mark in ("mark", "focus", "accent", "link"):
        yield mark, "paper", MARK_RATIO
        yield mark, "surface", MARK_RATIO
    # The banner must stand out as a shape, not only by its words.
    yield "embargo_paper", "paper", MARK_RATIO


def check_contrast(brand: Brand, source: Source | None = None) -> tuple[Finding, ...]:
    """Give a finding for every pair of colours, in light, dark and print, that has too little contrast.

    `source` is the brand.toml, for the line of the colour in front.
    """
    own = Source(source.file if source else "brand.toml", source.text if source else "")
    for medium, scheme in (("light", brand.light), ("dark", brand.dark), ("print", brand.print)):
        for front, behind, needed in colour_pairs(brand):
            ratio = contrast_ratio(scheme.colour(front), scheme.colour(behind))
            if ratio >= needed:
                continue
            # Rounded down, so that 6.996 is not shown as the 7.00 that it misses.
            shown = int(ratio * 100) / 100
            own.report(
                "brand-contrast",
                f"/colours/{medium}/{front}",
                f"{medium}: {front} {scheme.colour(front)} on {behind} {scheme.colour(behind)} has a contrast of "
                f"{shown:.2f}:1, and needs {needed:g}:1.",
                f"Make {front} {_direction(scheme.colour(front), scheme.colour(behind))}, or {behind} the other way.",
            )
    return tuple(own.findings)


def _direction(front: str, behind: str) -> str:
    return "darker" if relative_luminance(front) <= relative_luminance(behind) else "lighter"
