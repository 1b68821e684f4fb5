"""What the samples become, as texts and pictures that a person can review.

The PDFs, as tag trees and pages, are in `writers/expected/pdf`.
"""

from __future__ import annotations

import re
from base64 import b64decode
from hashlib import sha256
from pathlib import Path

import pytest

from docx_parts import parts_as_text
from end_to_end.samples import every_sample, exported
from goldens import Golden
from prexport.checks.browser import Browser, Medium

LOOKS = {
    "phone": Medium(viewport=(360, 740)),
    "desk": Medium(viewport=(1280, 900)),
    "desk-dark": Medium(viewport=(1280, 900), color_scheme="dark"),
}
_DATA = re.compile(r"data:([a-z]+/[a-z0-9.+-]+);base64,([A-Za-z0-9+/]+=*)")


def without_data(page: str) -> str:
    """The page with photos and fonts reduced to their type and the beginning of their SHA-256."""

    def named(match: re.Match[str]) -> str:
        return f"data:{match[1]};sha256={sha256(b64decode(match[2])).hexdigest()[:16]}"

    return _DATA.sub(named, page)


@every_sample
def test_the_page(sample: Path, golden: Golden) -> None:
    page = exported(sample)["html"].decode("utf-8")
    golden.check(f"end_to_end/expected/{sample.parent.name}/page.html", without_data(page))


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
