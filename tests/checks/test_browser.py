"""The browser shows pages without a network, and a browser that doesn't start is never a pass."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from base64 import b64encode
from pathlib import Path

import pytest
from PIL import Image

from prexport.checks import browser as chromium
from prexport.checks.browser import Browser, Medium
from prexport.errors import CheckerFailed, MissingTool

GOOD = """<!doctype html><html lang="en"><head><title>Opening</title>
<style>body { color: #111; background: #fff } @media (prefers-color-scheme: dark) { STYLE }</style></head>
<body><main><h1>It opens</h1><p>On Friday.</p></main></body></html>"""


def test_it_is_there() -> None:
    assert chromium.probe().is_ready, chromium.probe()


def test_a_missing_browser_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(chromium.CHROMIUM, str(tmp_path / "no-browser"))
    with pytest.raises(MissingTool, match="no browser was found") as caught:
        Browser().__enter__()
    assert caught.value.mend == "sudo apt-get install chromium"


def test_a_browser_that_does_not_start_is_no_pass(tmp_path: Path) -> None:
    program = tmp_path / "chromium"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    # In a process of its own: playwright can't be started twice in one.
    code = "from prexport.checks.browser import Browser\nwith Browser(): pass"
    env = {**os.environ, chromium.CHROMIUM: str(program)}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)
    assert "CheckerFailed: Chromium did not start" in done.stderr


def test_a_crash_of_the_page_is_no_pass(browser: Browser) -> None:
    with pytest.raises(CheckerFailed, match="could not show the page"), browser.visit(GOOD) as visit:
        visit.page.goto("chrome://crash")


def test_a_file_gets_what_lies_beside_it_and_nothing_else(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "secret.css").write_text("h1 { color: red }")
    folder = tmp_path / "release"
    folder.mkdir()
    (folder / "page.css").write_text("h1 { color: rgb(1, 2, 3) }")
    page = folder / "page.html"
    links = '<link rel="stylesheet" href="page.css"><link rel="stylesheet" href="https://example.org/a.css">'
    links += '<link rel="stylesheet" href="%2e%2e/secret.css"><link rel="stylesheet" href="/..%2Fsecret.css">'
    page.write_text(GOOD.replace("<title>", links + "<title>"))
    with browser.visit(page) as visit:
        colour = visit.page.evaluate("getComputedStyle(document.querySelector('h1')).color")
        assert colour == "rgb(1, 2, 3)"
        assert "https://example.org/a.css" in visit.refused
        assert len(visit.refused) == 3, visit.refused


@pytest.mark.parametrize("allowed", [False, True])
def test_scripts_run_only_when_they_are_allowed(browser: Browser, allowed: bool) -> None:
    page = GOOD.replace("<p>", "<script>document.title = 'ran'</script><p>")
    with browser.visit(page, scripts=allowed) as visit:
        assert visit.page.title() == ("ran" if allowed else "Opening")


def test_a_screenshot_is_of_the_medium(browser: Browser) -> None:
    page = GOOD.replace("STYLE", "body { color: #fff; background: #000 }")
    medium = Medium(viewport=(320, 640), scale=2, color_scheme="dark")
    picture = Image.open(io.BytesIO(browser.screenshot(page, medium)))
    assert picture.size == (640, 1280)
    assert picture.convert("RGB").getpixel((0, 0)) == (0, 0, 0)


def test_print_is_a_medium(browser: Browser) -> None:
    page = GOOD.replace("<style>", "<style>@media print { h1 { color: rgb(1, 2, 3) } }")
    with browser.visit(page, Medium(media="print")) as visit:
        assert visit.page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(1, 2, 3)"


def test_a_picture_further_down_is_in_the_screenshot(browser: Browser) -> None:
    red = io.BytesIO()
    Image.new("RGB", (50, 50), "red").save(red, "PNG")
    source = f"data:image/png;base64,{b64encode(red.getvalue()).decode()}"
    page = f'<body style="margin: 0"><p style="margin: 0; height: 9000px"></p><img src="{source}" loading="lazy">'
    shown = Image.open(io.BytesIO(browser.screenshot(page))).convert("RGB")
    assert shown.getpixel((25, 9025)) == (255, 0, 0)
