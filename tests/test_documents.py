"""The documents keep up with the code: links lead somewhere, and tables hold what the code has."""

from __future__ import annotations

import re
import runpy
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from prexport import __version__
from prexport.release.blocks import BLOCK_TYPES, BlockPart
from prexport.release.contacts import Contact
from prexport.release.fields import Part
from prexport.release.model import Release
from test_architecture import STOREYS

REPOSITORY = Path(__file__).resolve().parent.parent
FENCE = re.compile(r"^( *)(```+).*?^\1\2 *$", re.M | re.S)
LINK = re.compile(r"\]\(([^()\s]+)\)|<img [^>]*src=\"([^\"]+)\"")


def documents() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "*.md", ":(exclude,glob)tests/**/expected/**"],
        cwd=REPOSITORY,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return sorted(REPOSITORY / name for name in listed.split("\0") if name)


def prose(document: Path) -> str:
    """Give a document without its fenced blocks."""
    return FENCE.sub("", document.read_text(encoding="utf-8"))


def links(document: Path) -> Iterator[str]:
    text = re.sub(r"`[^`\n]*`", "", prose(document))
    for markdown, html in LINK.findall(text):
        yield markdown or html


def anchors(document: Path) -> set[str]:
    """Give the anchors that GitHub makes of headings."""
    titles = re.findall(r"^#+ (.+)$", prose(document), re.M)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("document", documents(), ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_relative_links_lead_to_a_file(document: Path) -> None:
    dead = []
    for link in links(document):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = document.parent / name if name else document
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dead.append(link)
    assert not dead, f"these links of {document.name} lead nowhere: {dead}"


def test_every_document_can_be_reached_from_the_readme() -> None:
    seen: set[Path] = set()
    waiting = [REPOSITORY / "README.md"]
    while waiting:
        document = waiting.pop()
        if document in seen:
            continue
        seen.add(document)
        targets = ((document.parent / link.partition("#")[0]).resolve() for link in links(document))
        waiting.extend(target for target in targets if target.suffix == ".md" and target.is_file())
    assert not set(documents()) - seen


def table(document: str, heading: str) -> list[list[str]]:
    """Give the rows of the first table under a heading, the header left out."""
    text = (REPOSITORY / document).read_text(encoding="utf-8")
    under = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", text, re.M | re.S)
    assert under, f"{document} has no heading {heading!r}"
    lines = [line for line in under[1].splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]


def code(cell: str) -> str:
    return cell.strip("`")


def fields(part: type[Part]) -> dict[str, bool]:
    """Give the fields of a part by their names in the file, and whether they are needed."""
    return {field.alias or name: field.is_required() for name, field in part.model_fields.items()}


def test_the_format_page_has_every_field_of_a_release() -> None:
    shown = {code(name): needed == "yes" for name, needed, *_ in table("docs/format.md", "The release")}
    assert shown == fields(Release)


def test_the_format_page_has_every_field_of_a_contact() -> None:
    assert {code(name) for name, *_ in table("docs/format.md", "Contacts")} == fields(Contact).keys()


def test_the_format_page_has_every_block() -> None:
    shown = {code(name): text for name, text in table("docs/format.md", "Blocks")}
    assert shown.keys() == BLOCK_TYPES.keys()
    for name, text in shown.items():
        missing = fields(BLOCK_TYPES[name]).keys() - fields(BlockPart).keys() - {"type"}
        assert not {field for field in missing if f"`{field}`" not in text}, name


def test_the_page_of_rules_is_what_the_registry_says() -> None:
    written = runpy.run_path(str(REPOSITORY / "tools" / "write_rules.py"))["page"]()
    assert (REPOSITORY / "docs" / "rules.md").read_text(encoding="utf-8") == written, (
        "run tools/write_rules.py and commit docs/rules.md"
    )


def test_the_architecture_page_has_every_room() -> None:
    text = (REPOSITORY / "docs" / "architecture.md").read_text(encoding="utf-8")
    drawn = re.search(r"## Imports run one way\n.*?```text\n(.*?)```", text, re.S)
    assert drawn
    assert [frozenset(line.split()) for line in drawn[1].splitlines()] == list(STOREYS)
    package = REPOSITORY / "src" / "prexport"
    rooms = {file.relative_to(package).parts[0].removesuffix(".py") for file in package.rglob("*.py")}
    named = {code(room) for _, room, _ in table("docs/architecture.md", "The rooms")}
    assert named == {room for room in rooms if not room.startswith("_")}


def test_the_change_log_tells_of_this_version() -> None:
    text = (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## (\d+\.\d+\.\d+)", text, re.M)
    assert versions[0] == __version__
