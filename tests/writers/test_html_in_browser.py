"""The page in a real Chromium: nothing runs, nothing is fetched, all fits, all can be reached and read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from html_pages import (
    BRANDS,
    EVERYTHING,
    MEDIA,
    PHONE,
    SAMPLES,
    composed,
    every_brand,
    every_sample,
    page,
    written,
)
from prexport.brand.load import load_brand
from prexport.checks.browser import SCREEN, Browser, Medium
from prexport.release.images import SafeImage
from prexport.writers.html.page import write
from prexport.writers.options import WriteOptions


class TestNothingRuns:
    HOSTILE = (
        "\"'><script>window.ran=1</script><img src=//x.invalid/ onerror='window.ran=1'></p></style>]]>{{7*7}}"
    )
    # What is no text: an address, a language, a name of our own.
    NO_TEXT = frozenset(
        {"lang", "name_lang", "dir", "source", "anchor", "target", "hreflang", "type", "value"}
        | {"align", "scope", "uri"}
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

    @pytest.mark.parametrize(("medium", "width"), [(SCREEN, 1280), (PHONE, 800)], ids=["desk", "phone"])
    def test_of_the_photos_beside_it_the_smallest_are_fetched_that_will_do(
        self, medium: Medium, width: int, browser: Browser, tmp_path: Path
    ) -> None:
        document, source = composed("cyberport-hkntaie")
        options = WriteOptions(name="page", public_source=source, assets="beside")
        for file in write(document, load_brand("default"), options):
            (tmp_path / file.path).parent.mkdir(exist_ok=True)
            (tmp_path / file.path).write_bytes(file.data)
        with browser.visit(tmp_path / "page.html", medium) as visit:
            assert all(visit.page.evaluate(_LOAD_ALL))
            shown = visit.page.evaluate(
                "[...document.querySelectorAll('.photo img')].map(({currentSrc}) => currentSrc)"
            )
            assert visit.refused == []
        chosen = [path.rpartition("/")[2] for path in shown]
        assert len(chosen) == 7
        assert all(name.endswith(".webp") for name in chosen), chosen
        assert chosen[0] == ("plaque-unveiling.webp" if width == 1280 else "plaque-unveiling-small.webp")
        fetched = sum((tmp_path / "page_files" / name).stat().st_size for name in chosen)
        assert fetched < 250_000


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
            edges = visit.page.evaluate(
                "[...document.querySelectorAll('p')].map(each => getComputedStyle(each).textAlign)"
            )
        assert len(lengths) > 5
        assert max(lengths) <= 80
        assert 60 <= sum(lengths) / len(lengths) <= 75
        assert "justify" not in edges

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
    @pytest.mark.parametrize(
        ("sample", "brand", "medium"),
        [
            *product(SAMPLES, BRANDS, ["light"]),
            *product([EVERYTHING], BRANDS, ["dark", "forced colours"]),
        ],
    )
    def test_every_stop_shows_its_focus(self, sample: str, brand: str, medium: str, browser: Browser) -> None:
        """WCAG 2.4.13: at least 2 px all around, 3:1 against what lies behind; 2.4.12: nothing lies over it."""
        with browser.visit(page(sample, brand), MEDIA[medium]) as visit:
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
            assert stop["contrast"] >= 3, stop
        order = [stop["id"] for stop in seen]
        assert order == sorted(order), "the focus jumps"

    def test_a_long_description_opens_by_keyboard(self, browser: Browser) -> None:
        with browser.visit(page(EVERYTHING)) as visit:
            words = visit.page.locator("details p")
            assert not words.is_visible()
            visit.page.locator("summary").focus()
            visit.page.keyboard.press("Enter")
            assert words.is_visible()

    def test_a_contact_card_is_saved_from_the_page_alone(self, browser: Browser) -> None:
        """The security policy allows nothing, and the link needs nothing from the network."""
        with browser.visit(page("tidal-gallery-zh-hant"), scripts=True) as visit:
            link = visit.page.locator(".link-entry").first
            with visit.page.expect_download() as download:
                link.click()
            assert download.value.suggested_filename == "何思朗.vcf"
            card = download.value.path().read_bytes().decode("utf-8")
            assert visit.refused == []
        assert card.startswith("BEGIN:VCARD\r\nVERSION:4.0\r\n")
        assert "TEL;VALUE=uri;TYPE=work:tel:+85230000127\r\n" in card

    def test_the_first_stop_is_the_skip_link_and_shows_itself(self, browser: Browser) -> None:
        with browser.visit(page(EVERYTHING)) as visit:
            place = "document.querySelector('.skip-link').getBoundingClientRect().bottom"
            assert visit.page.evaluate(place) <= 0
            visit.page.keyboard.press("Tab")
            assert visit.page.evaluate(place) > 44

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


class TestWhatReadersChoose:
    def test_nothing_moves_for_readers_who_ask_for_less_motion(self, browser: Browser) -> None:
        """WCAG 2.3.3."""
        scrolls = "getComputedStyle(document.documentElement).scrollBehavior"
        with browser.visit(page(EVERYTHING)) as visit:
            told = {}
            for wish in ("reduce", "no-preference"):
                visit.page.emulate_media(reduced_motion=wish)
                told[wish] = visit.page.evaluate(scrolls)
                assert visit.page.evaluate(_MOVING) == []
        assert told == {"reduce": "auto", "no-preference": "smooth"}

    @every_brand
    def test_every_direction_in_the_sheet_is_a_logical_one(self, brand: str, browser: Browser) -> None:
        with browser.visit(page(EVERYTHING, brand)) as visit:
            properties = visit.page.evaluate(_PROPERTIES)
            visit.page.evaluate(_SET_STYLE, "p { margin-left: 1px; text-align: right }")
            planted = visit.page.evaluate(_PROPERTIES)
        assert len(properties) > 200
        assert physical(properties) == set()
        assert physical(planted) == {"margin-left", "text-align: right"}


class TestPlantedFaultsAreSeen:
    """What the measures of this module are worth: each finds the fault that it is for."""

    @pytest.mark.parametrize(
        ("style", "measure"),
        [
            (".callout { inline-size: 900px; max-inline-size: none }", "_STICKS_OUT"),
            ("h1 { white-space: nowrap }", "_STICKS_OUT"),
            ("article { margin-inline-start: -40px }", "_STICKS_OUT"),
            ("p { block-size: 2em; overflow: hidden }", "_CLIPPED"),
        ],
    )
    def test_what_does_not_fit(self, style: str, measure: str, browser: Browser) -> None:
        with browser.visit(page(EVERYTHING), PHONE) as visit:
            assert visit.page.evaluate(globals()[measure]) == []
            visit.page.evaluate(_SET_STYLE, style)
            assert visit.page.evaluate(globals()[measure]) != []

    def test_a_width_that_is_fixed_is_seen_on_a_desk_s_page_too(self, browser: Browser) -> None:
        """No judge sees 900 px in a window of 1280 (facts of the project); a phone's window shows it."""
        with browser.visit(page(EVERYTHING)) as visit:
            visit.page.evaluate(_SET_STYLE, "main { inline-size: 900px }")
            assert visit.page.evaluate(_STICKS_OUT) == []
            visit.page.set_viewport_size({"width": 320, "height": 640})
            assert visit.page.evaluate(_STICKS_OUT) != []

    def test_lines_that_are_too_long(self, browser: Browser) -> None:
        with browser.visit(page(EVERYTHING)) as visit:
            visit.page.evaluate(_SET_STYLE, "p { max-inline-size: none !important }")
            assert max(visit.page.evaluate(_LINE_LENGTHS)) > 80

    @pytest.mark.parametrize(
        ("style", "is_seen"),
        [
            (":focus-visible { outline: none !important }", lambda stop: stop["style"] != "solid"),
            (":focus-visible { outline-width: 1px !important }", lambda stop: stop["width"] < 2),
            (":focus-visible { outline-color: #ddd !important }", lambda stop: stop["contrast"] < 3),
            ("main::after { content: ''; position: fixed; inset: 0 }", lambda stop: not stop["visible"]),
        ],
        ids=["none", "thin", "pale", "covered"],
    )
    def test_a_focus_that_is_hard_to_see(
        self, style: str, is_seen: Callable[[Any], bool], browser: Browser
    ) -> None:
        with browser.visit(page(EVERYTHING)) as visit:
            visit.page.evaluate(_SET_STYLE, style)
            for _ in range(2):
                visit.page.keyboard.press("Tab")
            assert is_seen(visit.page.evaluate(_FOCUS))


_PHYSICAL = re.compile(
    r"(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-\w+)?|left|right"
    r"|(?:text-align|float|clear): ?(?:left|right)"
)


def physical(declarations: list[str]) -> set[str]:
    """The declarations that name left or right; a pair of equal sides is none."""
    return {
        each if ":" in found[0] else found[0]
        for each in declarations
        if (found := _PHYSICAL.match(each)) and found.end() in (len(each), each.find(":"))
    }


_SET_STYLE = """text => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet] }"""

_MOVING = """[...document.querySelectorAll('*')].filter(element => { const style = getComputedStyle(element);
    return style.animationName !== 'none' || style.transitionDuration !== '0s' }).map(element => element.outerHTML)"""

# As they are written: the parts of a shorthand that names both sides of an axis are not told apart.
_PROPERTIES = """(() => {
    const found = [];
    const look = rules => { for (const rule of rules) {
        if (rule instanceof CSSPageRule) continue;
        if (rule.cssRules) look(rule.cssRules);
        if (rule.style) for (const each of rule.style.cssText.split(/;\\s*/)) if (each) found.push(each) } };
    for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) look(sheet.cssRules);
    return found })()"""

_LOAD_ALL = """(() => {
    const images = [...document.images];
    images.forEach(image => { image.loading = 'eager' });
    return Promise.all(images.map(image => image.decode().then(() => true, () => false))) })()"""

_STICKS_OUT = """[...document.querySelectorAll('body, body *')]
    .filter(element => !element.closest('.table-frame > *, .visually-hidden, .skip-link'))
    .filter(element => { const box = element.getBoundingClientRect();
        return box.width && (box.right > innerWidth + 0.5 || box.left < -0.5) })
    .map(element => element.outerHTML.slice(0, 120))
    .concat(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [])"""

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
    const boxes = [...element.getClientRects()], first = boxes[0];
    const channels = colour => colour.match(/[\\d.]+/g).map(Number);
    const light = colour => channels(colour).slice(0, 3).map(each => each / 255)
        .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
        .reduce((sum, each, place) => sum + each * [0.2126, 0.7152, 0.0722][place], 0);
    let ground = element.matches('.skip-link, .table-frame') ? element : element.parentElement;
    const behind = () => getComputedStyle(ground).backgroundColor;
    while (ground.parentElement && channels(behind())[3] === 0) ground = ground.parentElement;
    const [low, high] = [light(style.outlineColor), light(behind())].sort((a, b) => a - b);
    const over = document.elementFromPoint(first.left + first.width / 2, first.top + first.height / 2);
    return {id: all.indexOf(element), class: element.className, style: style.outlineStyle,
        width: parseFloat(style.outlineWidth), contrast: (high + 0.05) / (low + 0.05),
        visible: first.top >= 0 && first.bottom <= Math.max(innerHeight, first.height)
            && first.left >= 0 && first.left < innerWidth && element.contains(over)} })()"""
