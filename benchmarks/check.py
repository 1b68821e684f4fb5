"""How fast `prexport check` is: `python -m benchmarks.check [releases]`.

Exports so many releases (200) in all formats, checks all files with two workers and every judge that is there, once
without and once with what the first run left in the cache; then veraPDF alone, warm, on the sample's PDF.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from prexport.brand.load import load_brand
from prexport.checking.options import CheckOptions
from prexport.checking.paths import targets_of
from prexport.checking.run import Run, check
from prexport.checks import verapdf
from prexport.checks.java import Java
from prexport.export import prepare, render
from prexport.formats import FORMATS
from prexport.writers.options import WriteOptions

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
RELEASES = 200
WARM_RUNS = 20


def main() -> None:
    """Print one line a figure."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else RELEASES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        export(count, folder / "files")
        options = CheckOptions(jobs=2, cache=folder / "cache")
        first = timed(
            f"{count} releases, {count * len(FORMATS)} files, two workers", lambda: run(folder, options)
        )
        again = timed("the same again, from the cache", lambda: run(folder, options))
        assert first == again
        found = [each for each in first.checked if each.findings or each.error]
        print(f"files with findings or errors: {len(found)}")
    warm_verapdf()


def export(count: int, folder: Path) -> None:
    """Write releases that differ in a sentence, each in every format."""
    brand = load_brand("default")
    release = json.loads((SAMPLES / "cyberport-hkntaie" / "release.json").read_text(encoding="utf-8"))
    source = folder / "source"
    source.mkdir(parents=True)
    shutil.copytree(SAMPLES / "cyberport-hkntaie" / "photos", source / "photos")
    for number in range(count):
        release["body"][0] = f"This is release {number} of {count}."
        path = source / "release.json"
        path.write_text(json.dumps(release), encoding="utf-8")
        prepared = prepare(path, brand=brand)
        options = WriteOptions(name=f"{number:03}", public_source=prepared.public_source)
        for file in render(prepared, brand=brand, formats=tuple(FORMATS), options=options):
            (folder / file.path).write_bytes(file.data)
    shutil.rmtree(source)


def run(folder: Path, options: CheckOptions) -> Run:
    """Check all files, and tell on standard error how far that is."""
    targets = targets_of([folder / "files"])
    done = 0

    def progress(_: Path) -> None:
        nonlocal done
        done += 1
        sys.stderr.write(f"\r{done} of {len(targets)}")

    try:
        return check(targets, options, progress)
    finally:
        sys.stderr.write("\r\033[K")


def timed(label: str, work: Callable[[], Run]) -> Run:
    """Do the work, and print its seconds on the clock, and those of all processors."""
    started, spent = time.monotonic(), sum(os.times()[:4])
    result = work()
    print(
        f"{label:56} {time.monotonic() - started:8.2f} s, {sum(os.times()[:4]) - spent:8.2f} CPU s",
        flush=True,
    )
    return result


def warm_verapdf() -> None:
    """The median of one file after others, for the standards that it claims."""
    brand = load_brand("cyberport")
    path = SAMPLES / "cyberport-hkntaie" / "release.json"
    prepared = prepare(path, brand=brand)
    options = WriteOptions(name="sample", public_source=prepared.public_source)
    (file,) = render(prepared, brand=brand, formats=("pdf",), options=options)
    java = Java()
    seconds = []
    for _ in range(WARM_RUNS):
        started = time.monotonic()
        assert not verapdf.validate(file.data, ("ua1", "3a"), java=java)
        seconds.append(time.monotonic() - started)
    java.stop()
    warm = seconds[3:]
    label = "veraPDF, warm, PDF/UA-1 and PDF/A-3a of the sample"
    print(f"{label:56} {statistics.median(warm):8.3f} s, best {min(warm):.3f}")


if __name__ == "__main__":
    main()
