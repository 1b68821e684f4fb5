"""Siteimprove's Alfa: a second opinion on WCAG, and on good practice, by the rules of the ACT community.

Alfa comes from npm and judges in Node, outside of the page: the browser only says what it shows. One Node serves
many pages: `with Alfa(browser) as alfa: alfa.check(html)`.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Timer
from types import TracebackType
from typing import Any

from prexport.checks import browser as chromium
from prexport.checks.browser import SCREEN, Browser, Medium
from prexport.checks.tools import Failure, Tool, node_mend, node_package
from prexport.errors import CheckerFailed

NAME = "Alfa"
_SCOPE = "@siteimprove"
_PACKAGES = ("alfa-act", "alfa-device", "alfa-dom", "alfa-rules", "alfa-wcag", "alfa-web")
_VERSION = "0.114.0"
_SCRIPT = Path(__file__).with_name("alfa.mjs")
_MEND = "Try again; if it stays so, install the packages of Alfa anew."
# What Alfa's modules for browsers offer; they are made to be carried into a page as text.
_READ_PAGE = """async () => {
    const device = (() => { %(device)s; return Native.fromWindow(window) })();
    const document = await (() => { %(dom)s; return Native.fromNode(window.document) })();
    return JSON.stringify({
        request: {method: "GET", url: location.href, headers: [], body: ""},
        response: {url: location.href, status: 200, headers: [], body: ""},
        document,
        device: {...device, type: matchMedia("print").matches ? "print" : "screen"},
    });
}"""


def probe() -> Tool:
    """Look whether Alfa, Node and the browser are there."""
    packages = [node_package(f"{_SCOPE}/{name}") for name in _PACKAGES]
    if None in packages:
        wanted = (f"{_SCOPE}/{name}@{_VERSION}" for name in _PACKAGES)
        return Tool(NAME, missing="it is not installed", mend=node_mend(*wanted))
    if not shutil.which("node"):
        return Tool(NAME, missing="it needs Node.js", mend="sudo apt-get install nodejs")
    program = chromium.probe()
    if not program.is_ready:
        return Tool(NAME, missing=f"it needs Chromium, and {program.missing}", mend=program.mend)
    folder = node_package(_SCOPE)
    assert folder is not None
    version = json.loads((folder / "alfa-rules" / "package.json").read_bytes())["version"]
    return Tool(NAME, version=version, where=str(folder))


class Alfa:
    """One Node for many pages of a browser. Not thread-safe."""

    def __init__(self, browser: Browser) -> None:
        """Judge pages as `browser` shows them."""
        self._browser = browser

    def __enter__(self) -> Alfa:
        """Start Node. Raises MissingTool and CheckerFailed."""
        tool = probe()
        tool.require()
        folder = Path(tool.where)
        modules = {
            name: (folder / f"alfa-{name}" / "dist" / "native.js").read_text(encoding="utf-8")
            for name in ("device", "dom")
        }
        self._read_page = _READ_PAGE % {
            name: text.replace("export var Native", "var Native").rpartition("//# source")[0]
            for name, text in modules.items()
        }
        try:
            self._node = subprocess.Popen(
                ["node", str(_SCRIPT), str(folder)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                encoding="utf-8",
            )
        except OSError as error:
            raise CheckerFailed(f"Node could not be started: {error}.", _MEND) from None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End Node."""
        self._node.kill()
        self._node.communicate()

    def check(self, html: str | Path, medium: Medium = SCREEN, *, timeout: float = 120) -> list[Failure]:
        """Judge a page by WCAG A, AA and AAA and by best practice.

        What Alfa can't decide without a human is left out. `timeout` is in seconds. Raises CheckerFailed.
        """
        with self._browser.visit(html, medium) as visit:
            shown = visit.page.evaluate(self._read_page)
        report = self._judge(shown, timeout)
        if not report["passed"]:
            raise CheckerFailed("Alfa found nothing to look at in the page.", _MEND)
        return [_failure(found) for found in report["found"]]

    def _judge(self, page: str, timeout: float) -> Any:
        assert self._node.stdin is not None
        assert self._node.stdout is not None
        with _ended_after(timeout, self._node) as too_late:
            try:
                self._node.stdin.write(page + "\n")
                self._node.stdin.flush()
                answer = self._node.stdout.readline()
            except BrokenPipeError:
                answer = ""
        if answer:
            return json.loads(answer)
        if too_late.is_set():
            raise CheckerFailed(f"Alfa gave no verdict within {timeout:g} s.", _MEND)
        words = self._node.communicate()[1].strip()[-400:]
        raise CheckerFailed(f"Alfa ended without a report: {words}", _MEND)


@contextmanager
def _ended_after(timeout: float, process: subprocess.Popen[str]) -> Iterator[Event]:
    """Give an event that is set when the process had to be killed."""
    too_late = Event()

    def end() -> None:
        too_late.set()
        process.kill()

    alarm = Timer(timeout, end)
    alarm.start()
    try:
        yield too_late
    finally:
        alarm.cancel()


def _failure(found: dict[str, Any]) -> Failure:
    criteria = " ".join(found["criteria"])
    standard = f"wcag {criteria}" if criteria else "best-practice"
    where = " ".join(found["where"].split())[:200]
    return Failure(NAME, standard, found["rule"], "; ".join(found["messages"]), where)
