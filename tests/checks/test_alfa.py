"""Alfa sees faults of every level and in every medium, and an Alfa that breaks is never a pass."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from prexport.checks import alfa as judge, browser as chromium, tools
from prexport.checks.alfa import Alfa
from prexport.checks.browser import SCREEN, Browser, Medium
from prexport.errors import CheckerFailed, MissingTool

GOOD = """<!doctype html><html lang="en"><head><title>Opening</title>
<style>body { color: #111; background: #fff; line-height: 1.5 }
a { color: inherit; display: block; min-height: 44px }
@media (prefers-color-scheme: dark) { STYLE }</style></head>
<body><a href="#main">Skip to the text</a><main id="main"><h1>It opens</h1><p>On Friday.</p></main></body></html>"""


@pytest.fixture(scope="module")
def alfa(browser: Browser) -> Iterator[Alfa]:
    with Alfa(browser) as started:
        yield started


def rules(alfa: Alfa, html: str, medium: Medium = SCREEN) -> set[tuple[str, str]]:
    return {(failure.standard, failure.rule) for failure in alfa.check(html, medium)}


def test_it_is_there() -> None:
    assert judge.probe().version == "0.114.0"


def test_a_good_page_has_no_failure(alfa: Alfa) -> None:
    assert alfa.check(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("<p>", '<img src="data:,"><p>', ("wcag 1.1.1", "sia-r2")),
        (' lang="en"', "", ("wcag 3.1.1", "sia-r4")),
        ("#111", "#999", ("wcag 1.4.3 1.4.6", "sia-r69")),
        ("#111", "#666", ("wcag 1.4.6", "sia-r66")),
        ("line-height: 1.5", "", ("wcag 1.4.8", "sia-r73")),
        ("<h1>It opens</h1>", "<h2>It opens</h2>", ("best-practice", "sia-r61")),
    ],
    ids=["A", "A language", "AA", "AAA", "AAA leading", "best practice"],
)
def test_alfa_sees_a_fault_of_every_level(alfa: Alfa, old: str, new: str, expected: tuple[str, str]) -> None:
    assert expected in rules(alfa, GOOD.replace(old, new))


def test_alfa_works_under_the_strictest_policy_of_a_page(alfa: Alfa) -> None:
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'"><title>'
    assert ("wcag 3.1.1", "sia-r4") in rules(alfa, GOOD.replace("<title>", policy).replace(' lang="en"', ""))


def test_a_fault_of_the_dark_scheme_is_seen_there_only(alfa: Alfa) -> None:
    page = GOOD.replace("STYLE", "body { color: #444; background: #000 }")
    assert alfa.check(page) == []
    assert ("wcag 1.4.3 1.4.6", "sia-r69") in rules(alfa, page, Medium(color_scheme="dark"))


def test_a_fault_of_print_is_seen_there_only(alfa: Alfa) -> None:
    page = GOOD.replace("</style>", "@media print { p { color: #999 } }</style>")
    assert alfa.check(page) == []
    assert ("wcag 1.4.3 1.4.6", "sia-r69") in rules(alfa, page, Medium(media="print"))


def test_a_failure_names_the_element_and_the_reason(alfa: Alfa) -> None:
    (failure,) = alfa.check(GOOD.replace("line-height: 1.5", "line-height: 1.2"))
    assert failure.where == "<p> On Friday. </p>"
    assert failure.message == "The line height of the paragraph is less than 1.5"


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("process.exit(3)", "ended without a report"),
        ("throw new Error('no room')", "no room"),
        ("process.stdin.on('data', () => console.log('{\"passed\":0,\"found\":[]}'))", "nothing to look at"),
        ("process.stdin.resume()", "no verdict within 1 s"),
    ],
    ids=["quits", "crash", "blind", "hang"],
)
def test_a_broken_alfa_is_no_pass(
    script: str, why: str, browser: Browser, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "alfa.mjs"
    broken.write_text(script, encoding="utf-8")
    monkeypatch.setattr(judge, "_SCRIPT", broken)
    with Alfa(browser) as alfa, pytest.raises(CheckerFailed, match=why):
        alfa.check(GOOD, timeout=1)


def test_missing_tools_say_how_to_get_them(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with monkeypatch.context() as without:
        without.setenv(chromium.CHROMIUM, str(tmp_path / "no-browser"))
        assert judge.probe().mend == "sudo apt-get install chromium"
    with monkeypatch.context() as without:
        without.setenv("PATH", str(tmp_path))
        assert judge.probe().mend == "sudo apt-get install nodejs"
    monkeypatch.setenv(tools.NODE_MODULES, str(tmp_path))
    with pytest.raises(MissingTool) as caught, Alfa(browser):
        pass
    assert "alfa-rules@" in caught.value.mend
