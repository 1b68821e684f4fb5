"""A brand's tokens as CSS: custom properties, font faces, font lists, and the declarations of a text style.

Screens measure in rem (1rem is body text), paper in pt. The structure of the pages' CSS is the writers' own.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from typing import Literal

from prexport.brand.tokens import (
    COLOURS,
    FACE_ROLES,
    PIXELS_PER_POINT,
    Brand,
    FaceRole,
    FontFace,
    Scheme,
    TextStyle,
)

Medium = Literal["screen", "paper"]


def css_variables(brand: Brand, medium: Medium, lang: str, among: Container[str] | None = None) -> str:
    """Give the custom properties of a document in `lang`; `among` is as in `font_list`.

    Colours: --paper, --surface, --text, --muted, --accent, --on-accent, --link, --rule, --mark, --focus,
    --embargo-ink, --embargo-paper. Fonts: --font-text, --font-headline, --font-mono. Lengths: --unit, --measure,
    --hairline, --mark-line, --accent-line, --quote-bar, --quote-indent, --box-inset, --cell-inset, --gutter,
    --radius, --focus-ring. A screen gets the light scheme, the dark one by preference, and the print scheme when
    printed; paper gets the print scheme alone.
    """
    lines = brand.lines
    properties = {
        **{f"font-{role}": font_list(brand, lang, role, among) for role in FACE_ROLES},
        "unit": length(brand.unit_pt, brand, medium),
        "measure": f"{brand.measure_em:g}rem" if medium == "screen" else f"{brand.measure_mm:.2f}mm",
        "hairline": line(lines.hairline_pt, medium),
        "mark-line": line(lines.mark_pt, medium),
        "accent-line": line(lines.accent_pt, medium),
        "quote-bar": line(lines.quote_bar_pt, medium),
        "quote-indent": length(lines.quote_indent_pt, brand, medium),
        "box-inset": length(lines.box_inset_pt, brand, medium),
        "cell-inset": length(lines.cell_inset_pt, brand, medium),
        "gutter": length(lines.gutter_pt, brand, medium),
        "radius": f"{lines.radius_px:g}px",
        "focus-ring": f"{lines.focus_px:g}px",
    }
    if medium == "paper":
        return _rule(":root", {**properties, **_colours(brand.print)})
    return (
        _rule(":root", {"color-scheme": "light dark"}, custom=False)
        + _rule(":root", {**properties, **_colours(brand.light)})
        + f"@media screen and (prefers-color-scheme: dark) {{\n{_rule(':root', _colours(brand.dark))}}}\n"
        + f"@media print {{\n{_rule(':root', _colours(brand.print))}}}\n"
    )


def style_declarations(style: TextStyle, brand: Brand, medium: Medium) -> str:
    """Give the declarations of a text style, to stand between braces: font, colour, space before and after."""
    parts = [
        f"font-family: var(--font-{style.face})",
        f"font-size: {length(style.size_pt, brand, medium)}",
        f"line-height: {style.leading:g}",
        f"font-weight: {style.weight}",
        f"font-style: {'italic' if style.italic else 'normal'}",
        f"letter-spacing: {f'{style.tracking_em:g}em' if style.tracking_em else 'normal'}",
        f"color: var(--{style.colour.replace('_', '-')})",
        f"margin-block: {length(style.before_pt, brand, medium)} {length(style.after_pt, brand, medium)}",
    ]
    return "; ".join(parts)


def font_list(brand: Brand, lang: str, role: FaceRole, among: Container[str] | None = None) -> str:
    """Give the value of `font-family` for text of `lang`: the brand's families, then a generic one.

    `among` leaves out all families but those, for pages that bring their fonts along: otherwise a font of the
    reader's machine that happens to bear a name of the list would be taken.
    """
    stack = brand.font_stack(lang, role)
    names = [f'"{name}"' for name in stack if among is None or name in among]
    return ", ".join([*names, brand.families[stack[0]].generic])


def font_face_css(faces: Iterable[FontFace], url_of: Callable[[FontFace], str]) -> str:
    """Give one @font-face rule a face; `url_of` says where its bytes are (one file a family, weight and style)."""
    return "".join(
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; font-style: {face.style}; '
        f'font-display: swap; src: url("{url_of(face)}") }}\n'
        for face in faces
    )


def length(points: float, brand: Brand, medium: Medium) -> str:
    """Give a length that goes with the text's size: rem on screens, pt on paper."""
    if points == 0:
        return "0"
    return f"{round(points / brand.base_pt, 4):g}rem" if medium == "screen" else f"{points:g}pt"


def line(points: float, medium: Medium) -> str:
    """Give the width of a line: whole pixels on screens, pt on paper."""
    return f"{max(1, round(points * PIXELS_PER_POINT))}px" if medium == "screen" else f"{points:g}pt"


def _colours(scheme: Scheme) -> dict[str, str]:
    return {name.replace("_", "-"): scheme.colour(name) for name in COLOURS}


def _rule(selector: str, properties: dict[str, str], *, custom: bool = True) -> str:
    prefix = "--" if custom else ""
    body = "".join(f"  {prefix}{name}: {value};\n" for name, value in properties.items())
    return f"{selector} {{\n{body}}}\n"
