"""The page in a real Chromium: nothing runs, nothing is fetched, all fits, all can be reached and read."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from html_pages import EVERYTHING, PHONE, composed, every_brand, every_sample, page, written
from prexport.brand.load import load_brand
from prexport.checks.browser import SCREEN, Browser
from prexport.release.images import SafeImage


class TestNothingRuns:
    HOSTILE = (
        "\"'><script>window.ran=1</script><img src=//x.invalid/ onerror='window.ran=1'></p></style>]]>{{7*7}}"
    )
    # What is no text: an address, a language, a name of our own.
    NO_TEXT = frozenset(
        {"lang", "dir", "source", "anchor", "target", "hreflang", "type", "value", "align", "scope"}
        | {"identity", "issued", "embargoed_until", "url", "kind"}
    )

    def hostile(self, value: Any, count: list[int]) -> Any:
        """`value` with the hostile words after every text in it."""
        if isinstance(value, tuple):
            return tuple(self.hostile(member, count) for member in value)
        if not is_dataclass(value) or isinstance(value, type | SafeImage):
            return value
        changed = {}
        for field in fields(value):
            old = getattr(value, field.name)
            if isinstance(old, str) and type(old) is str and old and field.name not in self.NO_TEXT:
                changed[field.name] = f"{old} {self.HOSTILE}"
                count[0] += 1
            elif is_dataclass(old) or isinstance(old, tuple):
                changed[field.name] = self.hostile(old, count)
        return replace(value, **changed)

    def test_hostile_words_in_every_text_are_shown_and_do_nothing(self, browser: Browser) -> None:
        document, _ = composed(EVERYTHING)
        count = [0]
        document = self.hostile(document, count)
        assert count[0] > 300, "the sample has lost its texts"
        source = b'{"headline":"</script><script>window.ran=1</script>"}'
        with browser.visit(written(document, source), scripts=True) as visit:
            assert visit.refused == []
            assert visit.page.evaluate("window.ran") is None
            assert visit.page.evaluate("document.querySelectorAll('script').length") == 2
            assert visit.page.evaluate("document.querySelectorAll('[onerror]').length") == 0
            shown = visit.page.evaluate("document.body.textContent")
            images = visit.page.evaluate("[...document.querySelectorAll('main img')].map(image => image.alt)")
        assert shown.count(self.HOSTILE) > 200
        assert all(alt.endswith(self.HOSTILE) for alt in images if alt)

    @every_sample
    def test_a_page_asks_for_nothing_and_keeps_to_its_policy(self, sample: str, browser: Browser) -> None:
        with browser.visit(page(sample), scripts=True) as visit:
            complaints: list[str] = []
            visit.page.on("console", lambda message: complaints.append(message.text))
            visit.page.reload()
            loaded = visit.page.evaluate(_LOAD_ALL)
            fonts = visit.page.evaluate("[...document.fonts].map(face => face.status)")
            assert complaints == []
            assert visit.refused == []
        assert all(loaded)
        assert "error" not in fonts
        assert "loaded" in fonts


class TestEverythingFits:
    @every_brand
    @every_sample
    def test_the_page_never_scrolls_sideways_on_a_phone(
        self, sample: str, brand: str, browser: Browser
    ) -> None:
        """WCAG 1.4.10: 320 px are also what 400 % zoom leaves of a 1280 px window."""
        with browser.visit(page(sample, brand), PHONE) as visit:
            assert visit.page.evaluate(_STICKS_OUT) == []

    @every_sample
    def test_text_may_be_spaced_out(self, sample: str, browser: Browser) -> None:
        """WCAG 1.4.12."""
        with browser.visit(page(sample), PHONE) as visit:
            visit.page.evaluate(_SPACE_OUT)
            assert visit.page.evaluate(_STICKS_OUT) == []
            assert visit.page.evaluate(_CLIPPED) == []

    @every_brand
    @every_sample
    def test_lines_have_a_length_that_reads_well(self, sample: str, brand: str, browser: Browser) -> None:
        """WCAG 1.4.8: at most 80 characters, or 40 Han characters."""
        with browser.visit(page(sample, brand)) as visit:
            lengths = visit.page.evaluate(_LINE_LENGTHS)
        assert len(lengths) > 5
        assert max(lengths) <= 80
        assert 60 <= sum(lengths) / len(lengths) <= 75

    def test_photos_of_a_row_are_equally_high_and_stand_below_each_other_on_a_phone(
        self, browser: Browser
    ) -> None:
        text = page("cyberport-hkntaie")
        heights = """[...document.querySelectorAll('.photo-row')].map(
            row => [...row.querySelectorAll('img')].map(image => image.getBoundingClientRect().height))"""
        starts = """[...document.querySelectorAll('.photo-row')].map(
            row => [...row.children].map(photo => photo.getBoundingClientRect().left))"""
        with browser.visit(text) as visit:
            rows = visit.page.evaluate(heights)
            assert [len(row) for row in rows] == [1, 2, 2, 2]
            assert all(max(row) - min(row) <= 1 for row in rows), rows
        with browser.visit(text, PHONE) as visit:
            assert all(max(row) == min(row) for row in visit.page.evaluate(starts))


class TestEverythingCanBeReached:
    @every_sample
    def test_every_stop_shows_its_focus(self, sample: str, browser: Browser) -> None:
        """WCAG 2.4.13: at least 2 px all around, in another colour than what lies behind."""
        with browser.visit(page(sample)) as visit:
            stops = visit.page.evaluate("document.querySelectorAll('a, summary, [tabindex=\"0\"]').length")
            seen = []
            for _ in range(stops):
                visit.page.keyboard.press("Tab")
                seen.append(visit.page.evaluate(_FOCUS))
            assert len({stop["id"] for stop in seen}) == stops, "a stop is missing, or comes twice"
        assert seen[0]["class"] == "skip-link"
        for stop in seen:
            assert stop["style"] == "solid"
            assert stop["width"] >= 2
            assert stop["visible"], stop
        order = [stop["id"] for stop in seen]
        assert order == sorted(order), "the focus jumps"

    def test_the_skip_link_leads_to_the_release(self, browser: Browser) -> None:
        with browser.visit(page(EVERYTHING)) as visit:
            visit.page.keyboard.press("Tab")
            visit.page.keyboard.press("Enter")
            assert visit.page.evaluate("document.activeElement.id") == "main"

    @every_brand
    @every_sample
    def test_links_that_stand_alone_are_large_enough_for_a_finger(
        self, sample: str, brand: str, browser: Browser
    ) -> None:
        """WCAG 2.5.5."""
        with browser.visit(page(sample, brand), PHONE) as visit:
            small = visit.page.evaluate(
                """[...document.querySelectorAll('.card .link-contact, .link-download, .link-translation, summary')]
                .filter(target => Math.min(target.offsetWidth, target.offsetHeight) < 44)
                .map(target => target.textContent)"""
            )
        assert small == []

    def test_the_end_mark_is_spoken_as_words(self, browser: Browser) -> None:
        with browser.visit(page("cyberport-hkntaie")) as visit:
            told = visit.page.locator("article").aria_snapshot()
        assert "End of release" in told
        assert "###" not in told


@every_brand
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_has_the_brand_s_paper_in_both_schemes(scheme: Any, brand: str, browser: Browser) -> None:
    medium = replace(SCREEN, color_scheme=scheme)
    look = load_brand(brand)
    paper = (look.light if scheme == "light" else look.dark).paper
    with browser.visit(page(EVERYTHING, brand), medium) as visit:
        shown = visit.page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert shown == f"rgb({', '.join(str(int(paper[place : place + 2], 16)) for place in (1, 3, 5))})"


_LOAD_ALL = """(() => {
    const images = [...document.images];
    images.forEach(image => { image.loading = 'eager' });
    return Promise.all(images.map(image => image.decode().then(() => true, () => false))) })()"""

_STICKS_OUT = """[...document.querySelectorAll('body, body *')]
    .filter(element => !element.closest('.table-frame > *, .visually-hidden, .skip-link'))
    .filter(element => { const box = element.getBoundingClientRect();
        return box.width && (box.right > innerWidth + 0.5 || box.left < -0.5) })
    .map(element => element.outerHTML.slice(0, 120))"""

_CLIPPED = """[...document.querySelectorAll('body *')]
    .filter(element => getComputedStyle(element).overflowX === 'hidden')
    .filter(element => !element.matches('.visually-hidden') && element.scrollHeight > element.clientHeight)
    .map(element => element.outerHTML.slice(0, 120))"""

_SPACE_OUT = """document.querySelectorAll('body *').forEach(element => {
    const set = (name, value) => element.style.setProperty(name, value, 'important');
    set('line-height', '1.5'); set('letter-spacing', '0.12em'); set('word-spacing', '0.16em');
    if (element.matches('p')) set('margin-bottom', '2em') })"""

# Characters in every line but the last of all paragraphs; a Han character counts twice, a mark not at all.
_LINE_LENGTHS = """[...document.querySelectorAll('article > p:not([class]), section:not([class]) > p')]
    .flatMap(paragraph => {
        const lines = new Map(), range = document.createRange();
        const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        for (let node; node = walker.nextNode(); )
            for (let at = 0; at < node.length; at++) {
                range.setStart(node, at); range.setEnd(node, at + 1);
                const middle = range.getBoundingClientRect(); if (!middle.height) continue;
                const line = Math.round((middle.top + middle.bottom) / 24), letter = node.data[at];
                const weight = /\\p{M}/u.test(letter) ? 0 : /[\\u2e80-\\uffef]/.test(letter) ? 2 : 1;
                lines.set(line, (lines.get(line) || 0) + weight) }
        return [...lines.values()].filter(count => count > 5).slice(0, -1) })"""

_FOCUS = """(() => {
    const all = [...document.querySelectorAll('a, summary, [tabindex="0"]')];
    const element = document.activeElement, style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return {id: all.indexOf(element), class: element.className, style: style.outlineStyle,
        width: parseFloat(style.outlineWidth),
        visible: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth} })()"""
