"""How much CPU prexport takes, and its peers with it, measured side by side in one run: `make bench`.

Figures are medians of CPU seconds (user and system, children included), so that a busy machine disturbs them
little.
"""

from __future__ import annotations

import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from prexport.brand.load import load_brand
from prexport.export import prepare, render
from prexport.formats import FORMATS
from prexport.writers.options import WriteOptions

SAMPLE = Path(__file__).resolve().parent.parent / "samples" / "cyberport-hkntaie" / "release.json"
PROGRAM = Path(sys.executable).parent / "prexport"
COLD_RUNS = 5
WARM_RUNS = 20


def main() -> None:
    """Print one line a figure."""
    print(f"{'':44} median CPU s")
    _show("prexport --help, whole process", COLD_RUNS, _process(str(PROGRAM), "--help"))
    with tempfile.TemporaryDirectory() as folder:
        for name in FORMATS:
            command = (str(PROGRAM), "export", str(SAMPLE), "--to", name, "-o", folder)
            _show(f"JSON to {name}, whole process", COLD_RUNS, _process(*command))
        page = Path(folder) / "cyberport-hkntaie.html"
        if shutil.which("pandoc") and page.exists():
            # Not --sandbox: then Debian's pandoc may not read its own template.
            pandoc = ("pandoc", "-o", f"{folder}/pandoc.docx", str(page))
            _show("pandoc: our HTML to docx, whole process", COLD_RUNS, _process(*pandoc))
    for name in FORMATS:
        _show(f"JSON to {name}, warm", WARM_RUNS, _warm(name))


def _show(label: str, runs: int, work: Callable[[], None]) -> None:
    work()
    print(f"{label:44} {statistics.median(_seconds(work) for _ in range(runs)):.3f}", flush=True)


def _seconds(work: Callable[[], None]) -> float:
    before = _spent()
    work()
    return _spent() - before


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _process(*command: str) -> Callable[[], None]:
    def work() -> None:
        subprocess.run(command, check=True, capture_output=True)

    return work


def _warm(name: str) -> Callable[[], None]:
    brand = load_brand("default")

    def work() -> None:
        render(
            prepare(SAMPLE, brand=brand),
            brand=brand,
            formats=(name,),
            options=WriteOptions(name="sample", public_source=b""),
        )

    return work


if __name__ == "__main__":
    main()
