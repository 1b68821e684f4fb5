"""HTML_CodeSniffer: the techniques of WCAG 2.1 AAA, one by one, as Squiz reads them.

It comes from npm and runs inside a page of `browser`, under the page's own security policy. One page takes 0.2 s.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from prexport.checks.browser import SCREEN, Browser, Medium, probe_script
from prexport.checks.tools import Failure, Tool
from prexport.errors import CheckerFailed

NAME = "HTML_CodeSniffer"
_PACKAGE = "html_codesniffer"
_VERSION = "2.5.1"
_STANDARD = "WCAG2AAA"
_MEND = "Try again; if it stays so, install HTML_CodeSniffer anew."
# Its messages are errors (1), warnings (2) and notices (3): reminders of what only a human can look at, which stand
# on every page whatever is in it.
_RUN = """standard => new Promise((done, broken) => HTMLCS.process(standard, document,
    () => done(HTMLCS.getMessages().map(({type, code, msg, element}) =>
        ({type, code, msg, where: element.outerHTML || element.nodeName}))),
    () => broken("the page could not be read")))"""
_NOTICE = 3


def probe() -> Tool:
    """Look whether HTML_CodeSniffer and the browser it runs in are there."""
    return probe_script(NAME, _PACKAGE, _VERSION, "build/HTMLCS.js")


def check(
    browser: Browser, html: str | Path, medium: Medium = SCREEN, *, timeout: float = 60
) -> list[Failure]:
    """Judge a page by WCAG A, AA and AAA; errors and warnings are failures.

    `timeout` is in seconds. Raises MissingTool and CheckerFailed.
    """
    tool = probe()
    tool.require()
    with browser.visit(html, medium) as visit:
        program = Path(tool.where).read_text(encoding="utf-8")
        found = visit.judged(program, _RUN, _STANDARD, timeout=timeout)
    if isinstance(found, dict):
        raise CheckerFailed(f"HTML_CodeSniffer broke: {found['error']}", _MEND)
    if not found:  # not even a notice
        raise CheckerFailed("HTML_CodeSniffer found nothing to look at in the page.", _MEND)
    return [_failure(message) for message in found if message["type"] != _NOTICE]


def _failure(message: dict[str, Any]) -> Failure:
    """`code` is standard, principle, guideline, criterion and techniques, with dots between them."""
    standard, _, _, *rule = message["code"].split(".")
    return Failure(NAME, standard, ".".join(rule), message["msg"], " ".join(message["where"].split())[:200])
