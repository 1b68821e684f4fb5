"""IBM's engine sees faults of every level and medium, and one that breaks is never a pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from prexport.checks import browser as chromium, ibm, tools
from prexport.checks.browser import SCREEN, Browser, Medium
from prexport.errors import CheckerFailed, MissingTool

GOOD = """<!doctype html><html lang="en"><head><title>Opening</title>
<style>body { color: #111; background: #fff } @media (prefers-color-scheme: dark) { STYLE }</style></head>
<body><main><h1>It opens</h1><p>On Friday.</p></main></body></html>"""


def rules(browser: Browser, html: str, medium: Medium = SCREEN) -> set[tuple[str, str]]:
    return {(failure.standard, failure.rule) for failure in ibm.check(browser, html, medium)}


def test_it_is_there() -> None:
    assert ibm.probe().version == "4.0.34"


def test_a_good_page_has_no_failure(browser: Browser) -> None:
    assert ibm.check(browser, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("<p>", '<img src="data:,"><p>', ("violation", "img_alt_valid")),
        (' lang="en"', "", ("violation", "html_lang_exists")),
        ("#111", "#999", ("violation", "text_contrast_sufficient")),
        ("<h1>It opens</h1>", "<h4></h4>", ("recommendation", "heading_content_exists")),
    ],
    ids=["A", "A language", "AA", "recommendation"],
)
def test_it_sees_a_fault_of_every_level(
    browser: Browser, old: str, new: str, expected: tuple[str, str]
) -> None:
    assert expected in rules(browser, GOOD.replace(old, new))


def test_it_works_under_the_strictest_policy_of_a_page(browser: Browser) -> None:
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'"><title>'
    assert ("violation", "html_lang_exists") in rules(
        browser, GOOD.replace("<title>", policy).replace(' lang="en"', "")
    )


def test_a_fault_of_the_dark_scheme_is_seen_there_only(browser: Browser) -> None:
    page = GOOD.replace("STYLE", "body { color: #444; background: #000 }")
    assert ibm.check(browser, page) == []
    assert ("violation", "text_contrast_sufficient") in rules(browser, page, Medium(color_scheme="dark"))


def test_a_failure_names_the_element(browser: Browser) -> None:
    failures = ibm.check(browser, GOOD.replace("<p>", '<img class="photo" src="data:,"><p>'))
    assert any(failure.where.startswith("<img ") for failure in failures), failures


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("() => { throw 'no room' }", "broke: no room"),
        ("() => ({passed: 0, found: []})", "nothing to look at"),
        ("() => new Promise(() => {})", "Timeout 200ms"),
    ],
    ids=["crash", "blind", "hang"],
)
def test_when_it_breaks_it_is_no_pass(
    answer: str, why: str, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ibm, "_RUN", answer)
    with pytest.raises(CheckerFailed, match=why):
        ibm.check(browser, GOOD, timeout=0.2 if "Timeout" in why else 60)


def test_missing_tools_say_how_to_get_them(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(chromium.CHROMIUM, str(tmp_path / "no-browser"))
    assert ibm.probe().mend == "sudo apt-get install chromium"
    monkeypatch.setenv(tools.NODE_MODULES, str(tmp_path))
    with pytest.raises(MissingTool) as caught:
        ibm.check(browser, GOOD)
    assert "accessibility-checker-engine@" in caught.value.mend
