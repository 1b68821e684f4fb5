"""What the samples become, as texts and pictures that a person can review.

The PDFs, as tag trees and pages, are in `writers/expected/pdf`.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docx_parts import parts_as_text
from end_to_end.samples import SAMPLES, every_sample, exported
from goldens import Golden
from prexport.checks.browser import Browser, Medium

LOOKS = {
    "phone": Medium(viewport=(360, 740)),
    "desk": Medium(viewport=(1280, 900)),
    "desk-dark": Medium(viewport=(1280, 900), color_scheme="dark"),
}
# What depends on the builds of zlib, libjpeg and HarfBuzz rather than on us, and the hash over a part of it.
_DATA = re.compile(r"data:([a-z]+/[a-z0-9.+-]+);base64,[A-Za-z0-9+/]+=*")
_PHOTO_HASH = re.compile(r'"[0-9a-f]{64}"')
_STYLE_HASH = re.compile(r"'sha256-[A-Za-z0-9+/=]+'")
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)


def without_data(page: str) -> str:
    """The page with photos and fonts reduced to their type."""
    return _PHOTO_HASH.sub('"…"', _STYLE_HASH.sub("'sha256-…'", _DATA.sub(r"data:\1;…", page)))


@every_sample
def test_the_page(sample: Path, golden: Golden) -> None:
    page = without_data(exported(sample)["html"].decode("utf-8"))
    golden.check(f"end_to_end/expected/{sample.parent.name}/page.html", _STYLE.sub("<style>…</style>", page))


def test_the_style_sheet_of_a_page(golden: Golden) -> None:
    sample = next(path for path in SAMPLES if path.parent.name == "lightship-logbooks")
    style = _STYLE.search(without_data(exported(sample)["html"].decode("utf-8")))
    assert style is not None
    golden.check("end_to_end/expected/lightship-logbooks/page.css", style[0])


@every_sample
def test_what_a_screen_reader_meets(sample: Path, browser: Browser, golden: Golden) -> None:
    with browser.visit(exported(sample)["html"].decode("utf-8")) as visit:
        told = visit.page.locator("body").aria_snapshot()
    golden.check(f"end_to_end/expected/{sample.parent.name}/accessibility.yaml", told + "\n")


@every_sample
@pytest.mark.parametrize("look", LOOKS)
def test_the_look_of_the_page(sample: Path, look: str, browser: Browser, golden: Golden) -> None:
    picture = browser.screenshot(exported(sample)["html"].decode("utf-8"), LOOKS[look])
    golden.picture(f"end_to_end/expected/{sample.parent.name}/{look}.png", picture)


@every_sample
def test_the_parts_of_the_word_document(sample: Path, golden: Golden) -> None:
    for part, text in parts_as_text(exported(sample)["docx"]).items():
        name = part if part.endswith((".xml", ".rels")) else f"{part}.txt"
        golden.check(f"end_to_end/expected/{sample.parent.name}/docx/{name}", text)
