"""How the page looks when a reader changes what is theirs to change; the plain looks are in `end_to_end`.

The Arabic sample stands for all: what holds from right to left, with Latin and digits inside, holds elsewhere.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import FloatRect

from goldens import Golden
from html_pages import EVERYTHING, MEDIA, PHONE, page
from prexport.checks.browser import Browser, Medium, Visit

ARABIC = "weather-buoys-ar"
LOOKS = {
    "print": Medium(viewport=(703, 994), media="print"),
    "forced-colours": MEDIA["forced colours"],
    "zoom-400": Medium(viewport=(320, 225), scale=4),
}
# WCAG 1.4.12, every value at its least.
SPACED_OUT = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }"""


MOST_HEIGHT = 2400  # CSS px of a page that are kept as a picture


@pytest.mark.parametrize("look", LOOKS)
def test_from_right_to_left(look: str, browser: Browser, golden: Golden) -> None:
    with browser.visit(page(ARABIC), LOOKS[look]) as visit:
        picture = beginning(visit)
    golden.picture(f"writers/expected/html/{ARABIC}-{look}.png", picture, width=320)


def test_text_spaced_out(browser: Browser, golden: Golden) -> None:
    with browser.visit(page("tidal-gallery-zh-hant", "cyberport"), PHONE) as visit:
        # A reader's own sheet is not the page's: it comes in by a way that the page's policy doesn't rule.
        visit.page.evaluate(
            """text => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text);
                document.adoptedStyleSheets = [sheet] }""",
            SPACED_OUT,
        )
        picture = beginning(visit)
    golden.picture("writers/expected/html/tidal-gallery-zh-hant-spaced-out.png", picture, width=320)


def test_paper(browser: Browser, golden: Golden) -> None:
    """A long description is printed though nobody opened it, and no link that paper can't follow."""
    with browser.visit(page(EVERYTHING), LOOKS["print"]) as visit:
        assert visit.page.locator("details p").is_visible()
        for hidden in (".skip-link", ".link-back", ".entry", "summary"):
            assert not visit.page.locator(hidden).first.is_visible(), hidden
        picture = visit.page.screenshot(animations="disabled")
    golden.picture(f"writers/expected/html/{EVERYTHING}-print.png", picture, width=320)


def beginning(visit: Visit) -> bytes:
    """The page from its top, as far as it tells something new."""
    width, height = visit.page.evaluate("[innerWidth, document.documentElement.scrollHeight]")
    clip = FloatRect(x=0, y=0, width=width, height=min(height, MOST_HEIGHT))
    return visit.page.screenshot(full_page=True, clip=clip, animations="disabled")
