"""axe-core: does a page keep to WCAG, as far as a machine can tell?

It comes from npm and runs inside a page of `browser`, under the page's own security policy.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from prexport.checks.browser import SCREEN, Browser, Medium, probe_script
from prexport.checks.tools import Failure, Tool
from prexport.errors import CheckerFailed

NAME = "axe-core"
_PACKAGE = "axe-core"
_VERSION = "4.14.1"
_MEND = "Try again; if it stays so, install axe-core anew."
# The AAA and best-practice rules that axe leaves out unless they are asked for by name.
_RULES = (
    "color-contrast-enhanced",
    "identical-links-same-purpose",
    "meta-refresh-no-exceptions",
    "target-size",
)
_RUN = """rules => {
    const options = {resultTypes: ["violations", "incomplete"], rules: {}};
    for (const rule of rules) options.rules[rule] = {enabled: true};
    return axe.run(document, options);
}"""


def probe() -> Tool:
    """Look whether axe-core and the browser it runs in are there."""
    return probe_script(NAME, _PACKAGE, _VERSION, "axe.min.js")


def check(
    browser: Browser, html: str | Path, medium: Medium = SCREEN, *, timeout: float = 60
) -> list[Failure]:
    """Judge a page by WCAG A, AA and AAA and by best practice.

    What axe can't decide by itself is a failure of the standard "undecided". `timeout` is in seconds.
    Raises MissingTool and CheckerFailed.
    """
    tool = probe()
    tool.require()
    with browser.visit(html, medium) as visit:
        program = Path(tool.where).read_text(encoding="utf-8")
        found = visit.judged(program, _RUN, list(_RULES), timeout=timeout)
    if "error" in found:
        raise CheckerFailed(f"axe-core broke: {found['error']}", _MEND)
    if not found["passes"]:
        raise CheckerFailed("axe-core found nothing to look at in the page.", _MEND)
    faults = [failure for rule in found["violations"] for failure in _failures(rule, _standard(rule))]
    return faults + [failure for rule in found["incomplete"] for failure in _failures(rule, "undecided")]


def _standard(rule: dict[str, Any]) -> str:
    return next((tag for tag in rule["tags"] if tag.startswith("wcag")), "best-practice")


def _failures(rule: dict[str, Any], standard: str) -> list[Failure]:
    return [
        Failure(NAME, standard, rule["id"], _message(rule, node), f"{_selector(node)} {node['html'][:200]}")
        for node in rule["nodes"]
    ]


def _message(rule: dict[str, Any], node: dict[str, Any]) -> str:
    """Give the rule's words, and what axe says of this element: a ratio, or why it can't decide."""
    said = [check["message"] for check in (*node["any"], *node["all"], *node["none"])]
    return ": ".join([rule["help"], "; ".join(said)]) if said else str(rule["help"])


def _selector(node: dict[str, Any]) -> str:
    return " ".join(map(str, node["target"]))
