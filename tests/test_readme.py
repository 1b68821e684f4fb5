"""What the README shows is true: its example exports, its reports are real ones, its tables are the program's."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer.main

from photographs import encode, photo
from prexport.brand.load import load_brand
from prexport.cli.app import application
from prexport.document.words.wordlist import available
from prexport.errors import ExitCode
from prexport.export import prepare, render
from prexport.formats import FORMATS
from prexport.writers.options import WriteOptions
from prexport.writers.pdf.profile import PROFILES

README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    """Give what stands under a heading, up to the next one of its level or above."""
    marks, _, _ = heading.partition(" ")
    found = re.search(rf"^{re.escape(heading)}\n(.*?)(?=^#{{2,{len(marks)}}} |\Z)", README, re.M | re.S)
    assert found, f'README.md has no heading "{heading}"'
    return found[1]


def block(text: str, language: str) -> str:
    """Give the first fenced block of a language."""
    found = re.search(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)
    assert found, f"no block of {language}"
    return found[1]


def rows(text: str) -> list[list[str]]:
    """Give the cells of a table's rows, the header left out."""
    lines = [line for line in text.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with the photo that the README's releases name."""
    (tmp_path / "boat.jpg").write_bytes(encode(photo(), "JPEG"))
    return tmp_path


def test_the_full_example_exports_without_a_finding(folder: Path) -> None:
    release = folder / "boat.json"
    release.write_text(block(section("## The format"), "json"), encoding="utf-8")
    brand = load_brand("default")
    prepared = prepare(release, brand=brand)
    assert not prepared.findings
    options = WriteOptions(name="boat", public_source=prepared.public_source)
    files = render(prepared, brand=brand, formats=tuple(FORMATS), options=options)
    assert [file.path for file in files] == [f"boat{format_.suffix}" for format_ in FORMATS.values()]


def test_the_full_example_keeps_its_private_note() -> None:
    example = json.loads(block(section("## The format"), "json"))
    assert "never printed" in example["source"]["note"]


def test_the_faulty_release_gets_the_report_that_is_shown(folder: Path) -> None:
    lint = section("### `prexport lint RELEASE...`")
    (folder / "broken.json").write_text(block(lint, "json"), encoding="utf-8")
    command, _, shown = block(lint, "console").partition("\n")
    assert command == "$ prexport lint broken.json"
    run = [sys.executable, "-m", "prexport", *command.split()[2:]]
    done = subprocess.run(run, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == ExitCode.FINDINGS, done.stderr
    assert done.stdout == shown


def test_every_command_is_shown() -> None:
    shown = "\n".join(re.findall(r"^### .*", section("## The command line"), re.M))
    missing = [name for name in commands() if f"prexport {name}" not in shown and f"`{name}`" not in shown]
    assert not missing


def commands() -> dict[str, Any]:
    group: Any = typer.main.get_command(application())
    return dict(group.commands)


@pytest.mark.parametrize("usage", ["export RELEASE...", "lint RELEASE...", "extract FILE"])
def test_the_tables_of_options_are_whole(usage: str) -> None:
    command = usage.partition(" ")[0]
    shown = {
        tuple(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", option)): default.strip("`")
        for option, default, _ in rows(section(f"### `prexport {usage}`"))
    }
    real = {
        tuple(parameter.opts): _default(parameter.default)
        for parameter in commands()[command].params
        if parameter.param_type_name == "option" and "--help" not in parameter.opts
    }
    assert {tuple(sorted(names)): default for names, default in shown.items()} == {
        tuple(sorted(names)): default for names, default in real.items()
    }


def _default(value: Any) -> str:
    values = value if isinstance(value, list | tuple) else [value]
    return ",".join("" if each is False or each is None else str(each) for each in values)


def test_the_table_of_profiles_is_whole() -> None:
    assert [code.strip("`") for code, *_ in rows(section("### Profiles of the PDF"))] == list(PROFILES)


def test_the_table_of_exit_codes_is_whole() -> None:
    shown = [int(code) for code, _ in rows(section("### Exit codes"))]
    assert shown == sorted(ExitCode)


def test_the_languages_are_those_that_have_words() -> None:
    listed = re.search(r"has\s+words\s+for(.*?)\.\s", section("## The format"), re.S)
    assert listed
    assert set(re.findall(r"`([A-Za-z-]+)`", listed[1])) == available()
