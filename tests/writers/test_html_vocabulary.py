"""The JSON-LD of every sample, held against schema.org: its vocabulary as TypeScript types, checked by `tsc`.

A property that schema.org doesn't know, or one that its type doesn't have, or a value of a wrong type is an error.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from lxml import html as parser

from html_pages import EVERYTHING, SAMPLES, page
from prexport.checks.tools import node_package

_SCHEMA = node_package("schema-dts")
_COMPILER = node_package("typescript")


def linked_data(sample: str) -> str:
    root = parser.document_fromstring(page(sample))
    (text,) = root.xpath('//script[@type="application/ld+json"]/text()')
    return str(text)


def complaints(folder: Path, *described: str) -> str:
    """What the compiler says of some JSON-LD: "" when all of it keeps to the vocabulary."""
    assert _SCHEMA is not None
    assert _COMPILER is not None
    modules = folder / "node_modules"
    modules.mkdir()
    for name in ("schema-dts", "schema-dts-lib"):
        (modules / name).symlink_to(_SCHEMA.parent / name)
    lines = ['import type { NewsArticle, WithContext } from "schema-dts";']
    lines += [
        f"export const a{number}: WithContext<NewsArticle> = {text};" for number, text in enumerate(described)
    ]
    (folder / "samples.ts").write_text("\n".join(lines), encoding="utf-8")
    command = ["node", str(_COMPILER / "bin" / "tsc"), "--noEmit", "--strict", "samples.ts"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 2), done.stdout + done.stderr
    return done.stdout


def test_every_sample_keeps_to_the_vocabulary(tmp_path: Path) -> None:
    assert complaints(tmp_path, *(linked_data(sample) for sample in SAMPLES)) == ""


@pytest.fixture(scope="module")
def told_of_faults(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the compiler says of a sample with one fault each, a message a line."""
    sound = linked_data(EVERYTHING)
    faulty = [sound.replace(old, new, 1) for old, new, _ in FAULTS]
    assert sound not in faulty
    return complaints(tmp_path_factory.mktemp("faults"), *faulty).splitlines()


FAULTS = [
    ('"@type":"NewsArticle"', '"@type":"PressRelease"', "no such type"),
    ('"inLanguage":', '"language":', "no such property"),
    ('"isAccessibleForFree":true', '"isAccessibleForFree":"perhaps"', "a wrong value"),
    ('"contactType":', '"contactKind":', "no such property of a contact"),
]


@pytest.mark.parametrize("number", range(len(FAULTS)), ids=[name for _, _, name in FAULTS])
def test_a_fault_is_seen(number: int, told_of_faults: list[str]) -> None:
    assert any(line.startswith(f"samples.ts({number + 2},") for line in told_of_faults), told_of_faults


def test_what_a_newsroom_s_machines_ask_for() -> None:
    told = json.loads(linked_data(EVERYTHING))
    assert told["genre"] == "Joint press release"
    assert told["inLanguage"] == "en-GB"
    assert [each["inLanguage"] for each in told["workTranslation"]] == ["zh-Hant-HK", "fr", "ar"]
    assert all(image["caption"] != image["description"] for image in told["image"])
    assert [each["name"] for each in told["publisher"]] == ["Tathong Harbour Museum", "Coastal Records Trust"]
    assert len(told["publisher"][0]["contactPoint"]) == 3
