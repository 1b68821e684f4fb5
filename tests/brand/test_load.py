"""Reading brands: the built-in ones, folders, and every way in which a brand.toml can be wrong."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from brand_folders import copy_brand, edit, faults
from prexport.brand.load import available_brands, load_brand, styles_folder
from prexport.brand.tokens import COLOURS, STYLE_ROLES
from prexport.errors import ExitCode, UnusableBrand
from prexport.rules import RULES


def test_the_built_in_brands() -> None:
    assert available_brands() == ["cyberport", "default"]
    assert load_brand("default").title == "Default"
    assert load_brand("cyberport").font_stack("en", "headline")[0] == "IBM Plex Sans"


def test_a_folder_is_a_brand_too(tmp_path: Path) -> None:
    mine = copy_brand(tmp_path, ('title = "Default"', 'title = "Harbour Authority"'))
    brand = load_brand(str(mine))
    assert (brand.name, brand.title) == ("mine", "Harbour Authority")
    assert brand.digest != load_brand("default").digest


def test_the_same_folder_gives_the_same_object_until_it_changes(tmp_path: Path) -> None:
    mine = copy_brand(tmp_path)
    before = load_brand(str(mine))
    assert load_brand(str(mine)) is before
    (mine / "web.css").write_text("h1 { text-wrap: balance }", encoding="utf-8")
    after = load_brand(str(mine))
    assert after is not before
    assert after.digest != before.digest
    assert after.web_css == "h1 { text-wrap: balance }"


@pytest.mark.parametrize("name", ["nowhere", "", "fonts", "../styles/default", "default/../cyberport"])
def test_a_brand_that_is_not_there(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnusableBrand) as caught:
        load_brand(name)
    assert caught.value.message == f'There is no brand "{name}".'
    assert caught.value.mend == "Use one of cyberport, default, or give a folder that holds a brand.toml."
    assert caught.value.exit_code is ExitCode.UNUSABLE_BRAND


def test_not_toml(tmp_path: Path) -> None:
    mine = copy_brand(tmp_path, ('title = "Default"', "title = Default"))
    assert re.fullmatch(
        r"\S+brand\.toml is not TOML: Invalid value \(at line 3, column 9\)\. Correct the line that it names\.",
        "".join(faults(mine)),
    )


def test_not_utf8(tmp_path: Path) -> None:
    mine = copy_brand(tmp_path)
    (mine / "brand.toml").write_bytes(b'title = "\xe9"')
    assert faults(mine) == [f"{mine / 'brand.toml'} is not UTF-8 (byte 9). Save it as UTF-8."]


@pytest.mark.parametrize("name", ["web.css", "print.css"])
def test_css_that_is_not_utf8(name: str, tmp_path: Path) -> None:
    mine = copy_brand(tmp_path)
    (mine / name).write_bytes(b"/* \xff */")
    assert faults(mine) == [f"{mine / name} is not UTF-8 (byte 3). Save it as UTF-8."]


def test_toml_nested_without_end(tmp_path: Path) -> None:
    mine = copy_brand(tmp_path, ('title = "Default"', f"title = {'[' * 5000}"))
    assert faults(mine) == [
        f"{mine / 'brand.toml'} is not TOML: it is nested too deeply. Correct the line that it names."
    ]


def test_all_faults_are_told_at_once_each_with_its_line(tmp_path: Path) -> None:
    mine = copy_brand(
        tmp_path,
        ('title = "Default"', 'titel = "Default"'),
        ("base_pt = 11", 'base_pt = "11"'),
        ("ratio = 1.2\n", "ratio = 3\n"),
        ('accent = "#123f8c"', 'accent = "blue"'),
    )
    lines = (mine / "brand.toml").read_text(encoding="utf-8").splitlines()
    titel, base, ratio, accent = (
        lines.index(line) + 1
        for line in ('titel = "Default"', 'base_pt = "11"', "ratio = 3", 'accent = "blue"')
    )
    assert sorted(faults(mine)) == sorted(
        [
            "brand-key-missing 0 /title: title is missing. Add title, a text.",
            f"brand-key-unknown {titel} /titel: titel is not known. Did you mean title?",
            f"brand-value-wrong {base} /type/base_pt: type.base_pt is not a number. Make it a number.",
            f"brand-value-wrong {ratio} /type/ratio: type.ratio is 3, outside the range "
            "1.1 to 1.5. Give a number from 1.1 to 1.5.",
            f"brand-value-wrong {accent} /colours/light/accent: colours.light.accent "
            'is "blue", which is no colour. Write it as six hexadecimal digits: "#1a2b3c".',
        ]
    )


def needed_keys() -> list[str]:
    """List every key of the default brand that has no default of its own, as a dotted path."""
    with (styles_folder() / "default" / "brand.toml").open("rb") as file:
        tables = tomllib.load(file)
    keys = [
        "format",
        "title",
        "unit_pt",
        "colours",
        "type",
        "fonts",
        "styles",
        "scripts",
        "lines",
        "pages",
        "logo",
    ]
    for table in ("colours", "type", "fonts", "styles", "lines", "pages", "logo"):
        keys.extend(f"{table}.{key}" for key in tables[table])
    keys.extend(f"colours.{medium}.{name}" for medium in ("light", "dark", "print") for name in COLOURS)
    keys.extend(
        f"pages.{size}.{side}_mm" for size in ("a4", "letter") for side in ("top", "end", "bottom", "start")
    )
    keys.extend(f"styles.{role}.leading" for role in STYLE_ROLES)
    said_or_not = ("logo.names_publisher", "type.print_justified", "type.print_hyphens")
    return [key for key in keys if key not in said_or_not]


@pytest.mark.parametrize("key", needed_keys())
def test_a_missing_key_is_named(key: str, tmp_path: Path) -> None:
    mine = copy_brand(tmp_path)
    values = tomllib.loads((mine / "brand.toml").read_text(encoding="utf-8"))
    *path, last = key.split(".")
    table = values
    for name in path:
        table = table[name]
    del table[last]
    (mine / "brand.toml").write_text(to_toml(values), encoding="utf-8")
    pointer = "/" + key.replace(".", "/")
    found = [
        fault for fault in faults(mine) if fault.startswith("brand-key-missing") and f" {pointer}: " in fault
    ]
    assert len(found) == 1, f"{key} was not missed"
    assert f"{key} is missing. Add {last}, " in found[0]


@pytest.mark.parametrize(
    ("table", "near"),
    [
        ("", "unit_pt"),
        ("colours", "light"),
        ("colours.dark", "accent"),
        ("type", "measure_em"),
        ("fonts", "folders"),
        ("styles", "headline"),
        ("styles.body", "leading"),
        ("scripts.Arab", "tracking"),
        ("lines", "gutter_pt"),
        ("pages", "letter"),
        ("pages.a4", "top_mm"),
        ("logo", "width_mm"),
    ],
)
def test_an_unknown_key_is_refused_everywhere(table: str, near: str, tmp_path: Path) -> None:
    mine = copy_brand(tmp_path)
    values = tomllib.loads((mine / "brand.toml").read_text(encoding="utf-8"))
    inner = values
    for name in filter(None, table.split(".")):
        inner = inner[name]
    inner[f"{near}x"] = 1
    (mine / "brand.toml").write_text(to_toml(values), encoding="utf-8")
    dotted = f"{table}.{near}x" if table else f"{near}x"
    assert [fault.split(": ", 1)[1] for fault in faults(mine)] == [
        f"{dotted} is not known. Did you mean {near}?"
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("unit_pt = 3", "unit_pt = true", "unit_pt is not a number. Make it a number."),
        ('format = "prexport-brand/1"', 'format = "2"', 'format is "2". Choose one of: prexport-brand/1.'),
        ('title = "Default"', 'title = " "', "title is empty. Give it a text."),
        (
            'text = ["IBM Plex Sans"]',
            'text = ["Comic Sans"]',
            'fonts.text names the family "Comic Sans", which is not there. Add its folder to fonts.folders.',
        ),
        (
            'mono = ["IBM Plex Mono"]',
            "mono = []",
            'fonts.mono is not a list of texts. Write it as mono = ["...", "..."].',
        ),
        (
            '"noto-sans",\n    "noto-sans-symbols-2",',
            '"noto-sans",\n    "noto-sans-symbols-2",\n    "noto-serif",',
            'fonts.folders names "noto-serif", but there is no noto-serif/family.toml. Put it under fonts/.',
        ),
        (
            '"noto-sans",\n    "noto-sans-symbols-2",',
            '"noto-sans",\n    "noto-sans-symbols-2",\n    "../default",',
            'fonts.folders names "../default", but there is no ../default/family.toml. Put it under fonts/.',
        ),
        (
            "small = { pt = 9.5",
            "small = { pt = 8",
            "styles.small.pt is 8, outside the range 9.5 to 60 pt. Give a number from 9.5 to 60 pt.",
        ),
        (
            "term = { leading = 1.5",
            "term = { step = -1, leading = 1.5",
            "styles.term.step gives 9 pt. Nothing may be set smaller than 9.5 pt.",
        ),
        (
            'face = "headline", step = 4',
            'face = "heading", step = 4',
            'styles.headline.face is "heading". Choose one of: text, headline, mono.',
        ),
        (
            'colour = "embargo_ink"',
            'colour = "red"',
            f'styles.embargo.colour is "red". Choose one of: {", ".join(COLOURS)}.',
        ),
        (
            "print_hyphens = false",
            'print_hyphens = "auto"',
            "type.print_hyphens is not true or false. Make it true or false.",
        ),
        ("[lines]", "[[lines]]", "lines is not a table. Make it a table."),
    ],
)
def test_a_wrong_value_is_named_with_what_would_be_right(
    old: str, new: str, told: str, tmp_path: Path
) -> None:
    found = [
        fault for fault in faults(copy_brand(tmp_path, (old, new))) if fault.startswith("brand-value-wrong")
    ]
    assert [fault.split(": ", 1)[1] for fault in found] == [told]


@pytest.mark.parametrize("name", ["brand.toml", "logo.svg", "logo-dark.svg", "logo.png"])
def test_a_file_may_not_lead_out_of_the_brand(name: str, tmp_path: Path) -> None:
    mine = copy_brand(tmp_path)
    (mine / name).rename(tmp_path / name)
    (mine / name).symlink_to(tmp_path / name)
    assert faults(mine) == [
        f"The brand's file {mine / name} leads out of the brand's folder. Put the file itself there, not a link."
    ]


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd"])
def test_a_logo_may_not_be_named_outside_the_brand(name: str, tmp_path: Path) -> None:
    found = faults(copy_brand(tmp_path, ('light = "logo.svg"', f'light = "{name}"')))
    assert len(found) == 1
    assert "leads out of the brand's folder" in found[0] or "is missing" in found[0]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    mine = copy_brand(tmp_path)
    (mine / "web.css").write_bytes(b" " * (256 * 1024 + 1))
    assert faults(mine) == [f"The brand's file {mine / 'web.css'} has more than 256 KiB. Make it smaller."]


def test_a_missing_logo(tmp_path: Path) -> None:
    mine = copy_brand(tmp_path)
    (mine / "logo.png").unlink()
    assert faults(mine) == [f"The brand's file {mine / 'logo.png'} is missing. Add logo.png to {mine}."]


@pytest.mark.parametrize(
    ("drawing", "told"),
    [
        (
            "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>",
            "has a document type or a comment. Leave both out of the SVG.",
        ),
        ("<svg", "is no SVG (unclosed token: line 1, column 0). Save it as plain SVG."),
        (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 46 20"><script/></svg>',
            "holds <script>. Draw the logo with paths only (svg, g, path).",
        ),
        (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 46 20"><use href="#a"/></svg>',
            "holds <use>. Draw the logo with paths only (svg, g, path).",
        ),
        (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 46 20"><path onclick="x()" d=""/></svg>',
            'uses the attribute "onclick". Use only d, fill, fill-rule, height, transform, viewBox, width.',
        ),
        (
            '<svg xmlns="http://www.w3.org/2000/svg"/>',
            'has no viewBox of four numbers. Give the svg element viewBox="0 0 WIDTH HEIGHT".',
        ),
        (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"/>',
            "has other proportions than the light logo. Give both the same viewBox.",
        ),
    ],
)
def test_a_logo_is_paths_only(drawing: str, told: str, tmp_path: Path) -> None:
    mine = copy_brand(tmp_path)
    (mine / "logo-dark.svg").write_text(drawing, encoding="utf-8")
    assert faults(mine)[0].split(": ", 1)[1] == f"logo.dark {told}"


def test_a_logo_png_is_a_png(tmp_path: Path) -> None:
    mine = copy_brand(tmp_path)
    (mine / "logo.png").write_bytes(b"GIF89a")
    assert faults(mine)[0].split(": ", 1)[1] == "logo.png is no PNG. Save the logo as PNG."


def test_a_brand_may_bring_its_own_fonts(tmp_path: Path) -> None:
    mine = copy_brand(tmp_path)
    own = mine / "fonts" / "house"
    shutil.copytree(styles_folder() / "fonts" / "ibm-plex-mono", own)
    edit(own / "family.toml", 'name = "IBM Plex Mono"', 'name = "House Sans"')
    edit(mine / "brand.toml", '"ibm-plex-mono",', '"ibm-plex-mono",\n    "house",')
    edit(mine / "brand.toml", 'text = ["IBM Plex Sans"]', 'text = ["House Sans"]')
    brand = load_brand(str(mine))
    assert brand.font_stack("en")[0] == "House Sans"
    assert {face.path.parent for face in brand.families["House Sans"].faces} == {own}


def test_faults_of_a_font_are_told_in_its_own_file(tmp_path: Path) -> None:
    mine = copy_brand(tmp_path)
    own = mine / "fonts" / "ibm-plex-mono"
    shutil.copytree(styles_folder() / "fonts" / "ibm-plex-mono", own)
    edit(own / "family.toml", "IBMPlexMono-Bold.ttf", "../../../../etc/passwd")
    (own / "OFL.txt").unlink()
    with pytest.raises(UnusableBrand) as caught:
        load_brand(str(mine))
    assert {finding.where.file for finding in caught.value.findings} == {str(own / "family.toml")}
    assert [finding.message for finding in caught.value.findings] == [
        'licence names "OFL.txt", which is not there.',
        'faces.1.file names "../../../../etc/passwd", which is missing, larger than 12 MiB or outside its folder.',
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            'name = "IBM Plex Mono"',
            "name = 'Mono\"; } body { display: none'",
            'name is "Mono"; } body { display: none". Use letters, digits, spaces and hyphens only.',
        ),
        ("weight = 700", 'weight = "bold"', "faces.1.weight is not a number. Make it a number."),
        (
            'style = "normal"',
            'style = "oblique"',
            'faces.0.style is "oblique". Choose one of: normal, italic.',
        ),
        ('generic = "monospace"', "", "generic is missing. Add generic, a text."),
        ('licence = "OFL.txt"', 'license = "OFL.txt"', "licence is missing. Add licence, a text."),
    ],
)
def test_a_font_described_wrongly(old: str, new: str, told: str, tmp_path: Path) -> None:
    mine = copy_brand(tmp_path)
    own = mine / "fonts" / "ibm-plex-mono"
    shutil.copytree(styles_folder() / "fonts" / "ibm-plex-mono", own)
    edit(own / "family.toml", old, new)
    assert told in [fault.split(": ", 1)[1] for fault in faults(mine)]


def test_the_rules_are_registered() -> None:
    assert {"brand-key-missing", "brand-key-unknown", "brand-value-wrong", "brand-contrast"} <= RULES.keys()


def to_toml(values: dict[str, object], path: str = "") -> str:
    """Write tables of plain values as TOML, which the standard library only reads."""
    plain = "".join(
        f"{key} = {literal(value)}\n" for key, value in values.items() if not isinstance(value, dict)
    )
    inner = "".join(
        f"[{path}{key}]\n{to_toml(value, f'{path}{key}.')}"
        for key, value in values.items()
        if isinstance(value, dict)
    )
    return plain + inner


def literal(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list):
        return f"[{', '.join(literal(item) for item in value)}]"
    return str(value)
