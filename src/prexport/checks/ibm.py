"""IBM's accessibility engine: WCAG 2.2 and IBM's own requirements.

It comes from npm and runs inside a page of `browser`, under the page's own security policy. One page takes 1 s.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from prexport.checks.browser import SCREEN, Browser, Medium, probe_script
from prexport.checks.tools import Failure, Tool
from prexport.errors import CheckerFailed

NAME = "IBM Equal Access"
_PACKAGE = "accessibility-checker-engine"
_VERSION = "4.0.34"
_RULE_SETS = ("WCAG_2_2", "IBM_Accessibility")
_MEND = "Try again; if it stays so, install the engine anew."
# The script's one name is a constant of its own text: it has to be told to the page.
_TELL = "\n;window.ace = ace;"
_RUN = """sets => new ace.Checker().check(document, sets).then(({results}) => ({
    passed: results.filter(({value}) => value[1] === "PASS").length,
    found: results.filter(({value}) => value[1] === "FAIL").map(
        ({ruleId, value, message, snippet}) => ({rule: ruleId, weight: value[0], message, where: snippet}))}))"""


def probe() -> Tool:
    """Look whether the engine and the browser it runs in are there."""
    return probe_script(NAME, _PACKAGE, _VERSION, "ace.js")


def check(
    browser: Browser, html: str | Path, medium: Medium = SCREEN, *, timeout: float = 60
) -> list[Failure]:
    """Judge a page; what the engine only asks a human to look at is left out.

    `timeout` is in seconds. Raises MissingTool and CheckerFailed.
    """
    tool = probe()
    tool.require()
    with browser.visit(html, medium) as visit:
        program = Path(tool.where).read_text(encoding="utf-8") + _TELL
        told = visit.judged(program, _RUN, list(_RULE_SETS), timeout=timeout)
    if "error" in told:
        raise CheckerFailed(f"IBM's engine broke: {told['error']}", _MEND)
    if not told["passed"]:
        raise CheckerFailed("IBM's engine found nothing to look at in the page.", _MEND)
    return [_failure(found) for found in told["found"]]


def _failure(found: dict[str, Any]) -> Failure:
    where = " ".join(found["where"].split())[:200]
    return Failure(NAME, found["weight"].lower(), found["rule"], found["message"], where)
