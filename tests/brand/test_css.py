"""The tokens as CSS: every colour in every medium, lengths in the unit of the medium, fonts by name."""

from __future__ import annotations

import re

import pytest

from prexport.brand.coverage import choose_face
from prexport.brand.css import css_variables, font_face_css, font_list, length, line, style_declarations
from prexport.brand.load import available_brands, load_brand
from prexport.brand.tokens import COLOURS, STYLE_ROLES

BRAND = load_brand("default")


@pytest.mark.parametrize("name", available_brands())
def test_a_screen_gets_light_dark_and_print_colours(name: str) -> None:
    brand = load_brand(name)
    css = css_variables(brand, "screen", "en")
    light, dark, print_ = re.split(r"@media .*\n", css)
    for scheme, part in ((brand.light, light), (brand.dark, dark), (brand.print, print_)):
        for colour in COLOURS:
            assert f"--{colour.replace('_', '-')}: {scheme.colour(colour)};" in part, colour
    assert css.startswith(":root {\n  color-scheme: light dark;\n}\n")
    assert css.count("{") == css.count("}")


def test_paper_gets_the_print_scheme_alone_in_points() -> None:
    css = css_variables(BRAND, "paper", "en")
    assert "@media" not in css
    assert "rem" not in css
    assert f"--text: {BRAND.print.text};" in css
    assert "--unit: 3pt;" in css
    assert "--measure: 131.94mm;" in css


@pytest.mark.parametrize("medium", ["screen", "paper"])
def test_every_variable_that_a_style_uses_is_defined(medium: str) -> None:
    variables = css_variables(BRAND, "screen" if medium == "screen" else "paper", "ar")
    for role in STYLE_ROLES:
        declarations = style_declarations(BRAND.style(role, "ar"), BRAND, "screen")
        for used in re.findall(r"var\((--[a-z-]+)\)", declarations):
            assert f"  {used}: " in variables, (role, used)


def test_the_declarations_of_a_style() -> None:
    assert style_declarations(BRAND.style("headline"), BRAND, "paper") == (
        "font-family: var(--font-headline); font-size: 23pt; line-height: 1.16; font-weight: 700; "
        "font-style: normal; letter-spacing: normal; color: var(--text); margin-block: 24pt 12pt"
    )
    assert style_declarations(BRAND.style("label"), BRAND, "screen") == (
        "font-family: var(--font-text); font-size: 0.9091rem; line-height: 1.5; font-weight: 700; "
        "font-style: normal; letter-spacing: 0.02em; color: var(--accent); margin-block: 0 0"
    )


def test_font_lists_end_in_a_generic_family_and_can_be_narrowed() -> None:
    assert font_list(BRAND, "zh-HK", "text").startswith('"Noto Sans CJK HK", "IBM Plex Sans", ')
    assert font_list(BRAND, "en", "headline", {"IBM Plex Serif"}) == '"IBM Plex Serif", serif'
    assert font_list(BRAND, "en", "mono", set()) == "monospace"


def test_one_rule_a_face() -> None:
    faces = [choose_face(BRAND.families["IBM Plex Sans"], bold=bold) for bold in (False, True)]
    css = font_face_css([face for face in faces if face], lambda face: f"font:{face.path.name}")
    assert css == (
        '@font-face { font-family: "IBM Plex Sans"; font-weight: 400; font-style: normal; font-display: swap; '
        'src: url("font:IBMPlexSans-Regular.ttf") }\n'
        '@font-face { font-family: "IBM Plex Sans"; font-weight: 700; font-style: normal; font-display: swap; '
        'src: url("font:IBMPlexSans-Bold.ttf") }\n'
    )


def test_lengths() -> None:
    assert length(11, BRAND, "screen") == "1rem"
    assert length(0, BRAND, "paper") == "0"
    assert length(4.5, BRAND, "paper") == "4.5pt"
    assert line(0.5, "screen") == "1px"
    assert line(2.25, "screen") == "3px"
    assert line(0.5, "paper") == "0.5pt"
