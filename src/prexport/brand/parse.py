"""From a brand's TOML table to `Brand`: every key is needed unless it says otherwise, unknown ones are refused."""

from __future__ import annotations

import re
from collections.abc import Mapping

from prexport.brand import cjk
from prexport.brand.files import BrandFolder
from prexport.brand.logo import read_logo
from prexport.brand.table import Source, Table, parse_toml
from prexport.brand.tokens import (
    BOLD,
    COLOURS,
    FACE_ROLES,
    REGULAR,
    STYLE_ROLES,
    Brand,
    Family,
    FontFace,
    FontStyle,
    Lines,
    Logo,
    Margins,
    Page,
    Scheme,
    Script,
    TextStyle,
    scale_size,
)

FORMAT = "prexport-brand/1"
SMALLEST_PT = 9.5
_CSS_BYTES = 256 * 1024
_FONT_BYTES = 12 * 1024 * 1024
# It stands between quotation marks in CSS and in Word's XML.
_FAMILY_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 -]{0,62}")
_GENERICS = ("sans-serif", "serif", "monospace", "math")
_STYLES: tuple[FontStyle, ...] = ("normal", "italic")
_PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}


def parse_brand(table: Table, source: Source, files: BrandFolder) -> Brand:
    """Read all tokens; faults go to `source`, and what they leave open is filled with harmless values.

    Raises UnusableBrand when a file that the brand names can't be read.
    """
    table.choice("format", (FORMAT,))
    title = table.text("title")
    colours = table.table("colours")
    light, dark, print_ = (_scheme(colours.table(medium)) for medium in ("light", "dark", "print"))
    colours.close()
    text = table.table("type")
    base_pt = text.number("base_pt", 10, 14, "pt")
    ratio = text.number("ratio", 1.1, 1.5)
    leading = text.number("leading", 1.5, 2)
    measure_em = text.number("measure_em", 26, 38, "em")
    web_base_px = (
        text.number("web_base_phone_px", 16, 22, "px"),
        text.number("web_base_wide_px", 16, 22, "px"),
    )
    print_justified, print_hyphens = text.flag("print_justified", False), text.flag("print_hyphens", False)
    text.close()
    unit_pt = table.number("unit_pt", 1, 8, "pt")
    fonts = table.table("fonts")
    families = _families(fonts, source, files)
    stacks = {key: _stack(fonts, key, families) for key in (*FACE_ROLES, "fallback")}
    fonts.close()
    logo = _logo(table.table("logo"), files)
    web_css, print_css = (files.read_optional_text(name, _CSS_BYTES) for name in ("web.css", "print.css"))
    brand = Brand(
        name=files.folder.resolve().name,
        title=title,
        digest=files.digest,
        light=light,
        dark=dark,
        print=print_,
        base_pt=base_pt,
        ratio=ratio,
        leading=leading,
        measure_em=measure_em,
        unit_pt=unit_pt,
        web_base_px=web_base_px,
        styles=_styles(table.table("styles"), base_pt, ratio, unit_pt),
        lines=_lines(table.table("lines")),
        pages=_pages(table.table("pages")),
        families=families,
        text=stacks["text"],
        headline=stacks["headline"],
        mono=stacks["mono"],
        fallback=stacks["fallback"],
        scripts=_scripts(table.table("scripts"), families, leading),
        logo=logo,
        web_css=web_css,
        print_css=print_css,
        print_justified=print_justified,
        print_hyphens=print_hyphens,
    )
    table.close()
    return brand


def _scheme(table: Table) -> Scheme:
    scheme = Scheme(**{name: table.colour(name) for name in COLOURS})
    table.close()
    return scheme


def _styles(table: Table, base_pt: float, ratio: float, unit_pt: float) -> Mapping[str, TextStyle]:
    styles = {role: _style(table.table(role), role, base_pt, ratio, unit_pt) for role in STYLE_ROLES}
    table.close()
    return styles


def _style(table: Table, role: str, base_pt: float, ratio: float, unit_pt: float) -> TextStyle:
    if "pt" in table.keys:
        size = round(table.number("pt", SMALLEST_PT, 60, "pt") * 2) / 2
    else:
        size = scale_size(base_pt, ratio, table.number("step", -1, 8, default=0.0))
    if size < SMALLEST_PT:
        table.wrong("step", f"gives {size:g} pt", f"Nothing may be set smaller than {SMALLEST_PT:g} pt.")
    style = TextStyle(
        role=role,
        face=table.choice("face", FACE_ROLES, "text"),
        size_pt=size,
        ratio=round(size / base_pt, 4),
        leading=table.number("leading", 1, 2.5),
        weight=BOLD if table.flag("bold", False) else REGULAR,
        italic=table.flag("italic", False),
        colour=table.choice("colour", COLOURS, "text"),
        before_pt=unit_pt * table.number("before", 0, 24, "units", default=0.0),
        after_pt=unit_pt * table.number("after", 0, 24, "units", default=0.0),
        tracking_em=table.number("tracking", -0.05, 0.2, "em", default=0.0),
    )
    table.close()
    return style


def _lines(table: Table) -> Lines:
    lines = Lines(
        hairline_pt=table.number("hairline_pt", 0.25, 2, "pt"),
        mark_pt=table.number("mark_pt", 0.5, 4, "pt"),
        accent_pt=table.number("accent_pt", 0.5, 12, "pt"),
        quote_bar_pt=table.number("quote_bar_pt", 0.5, 8, "pt"),
        quote_indent_pt=table.number("quote_indent_pt", 4, 48, "pt"),
        box_inset_pt=table.number("box_inset_pt", 4, 36, "pt"),
        cell_inset_pt=table.number("cell_inset_pt", 1, 18, "pt"),
        gutter_pt=table.number("gutter_pt", 4, 36, "pt"),
        radius_px=table.number("radius_px", 0, 24, "px"),
        focus_px=table.number("focus_px", 2, 6, "px"),
    )
    table.close()
    return lines


def _pages(table: Table) -> Mapping[str, Page]:
    pages = {}
    for size, (width, height) in _PAPERS.items():
        paper = table.table(size)
        top, end, bottom, start = (
            paper.number(f"{side}_mm", 10, 60, "mm") for side in ("top", "end", "bottom", "start")
        )
        paper.close()
        pages[size] = Page(width, height, Margins(top, end, bottom, start))
    table.close()
    return pages


def _scripts(table: Table, families: Mapping[str, Family], leading: float) -> Mapping[str, Script]:
    scripts = {}
    for key in table.keys:
        entry = table.table(key)
        text, headline, mono = (_stack(entry, role, families, optional=True) for role in FACE_ROLES)
        scripts[key] = Script(
            key=key,
            size=entry.number("size", 0.9, 1.3, default=1.0),
            leading=entry.number("leading", 1.4, 2.2, default=leading),
            italic=entry.flag("italic", True),
            tracking=entry.flag("tracking", True),
            text=text,
            headline=headline,
            mono=mono,
        )
        entry.close()
    return scripts


def _stack(
    table: Table, key: str, families: Mapping[str, Family], *, optional: bool = False
) -> tuple[str, ...]:
    names = table.texts(key, optional=optional)
    for name in names:
        if name not in families:
            table.wrong(
                key, f'names the family "{name}", which is not there', "Add its folder to fonts.folders."
            )
    return tuple(name for name in names if name in families)


def _families(fonts: Table, source: Source, files: BrandFolder) -> Mapping[str, Family]:
    families = {}
    for name in fonts.texts("folders"):
        family = _family(name, fonts, source, files)
        if family is not None:
            families[family.name] = family
    for name in cjk.FAMILIES:
        fallback = cjk.FAMILIES[name].word_fallback
        families[name] = Family(name, "sans-serif", fallback, (), external=True)
    return families


def _family(name: str, fonts: Table, source: Source, files: BrandFolder) -> Family | None:
    folder = files.font_folder(name)
    if folder is None:
        fonts.wrong("folders", f'names "{name}", but there is no {name}/family.toml', "Put it under fonts/.")
        return None
    own = Source(
        str(folder / "family.toml"), files.font_text(folder, "family.toml", _CSS_BYTES), source.findings
    )
    try:
        table = Table(own, parse_toml(own.text))
    except ValueError as error:
        own.report(
            "brand-value-wrong", "", f"The font's {own.file} is not TOML: {error}.", "Correct that line."
        )
        return None
    family = table.text("name")
    if family and not _FAMILY_NAME.fullmatch(family):
        table.wrong("name", f'is "{family}"', "Use letters, digits, spaces and hyphens only.")
    generic = table.choice("generic", _GENERICS)
    word_fallback = table.text("word_fallback")
    licence = table.text("licence")
    if licence and files.font_file(folder, licence, _CSS_BYTES) is None:
        table.wrong("licence", f'names "{licence}", which is not there', "Put the licence beside the font.")
    table.text("source")
    faces = []
    for entry in table.tables("faces"):
        file = entry.text("file")
        weight = entry.number("weight", 100, 900)
        style = entry.choice("style", _STYLES)
        path = files.font_file(folder, file, _FONT_BYTES) if file else None
        if file and path is None:
            entry.wrong(
                "file",
                f'names "{file}", which is missing, larger than {_FONT_BYTES >> 20} MiB or outside its folder',
                "Put the font file there.",
            )
        if path is not None:
            faces.append(FontFace(family, int(weight), style, path))
        entry.close()
    table.close()
    return Family(family, generic, word_fallback, tuple(faces))


def _logo(table: Table, files: BrandFolder) -> Logo:
    logo = read_logo(table, files)
    table.close()
    return logo
