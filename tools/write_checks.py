"""Writes the table of mutations into docs/checks.md, with what each judge alone makes of them; takes a few minutes."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY / "tests"))

from checking import specimen  # noqa: E402
from checking.mutations.all import MUTATIONS  # noqa: E402
from checking.table import BEGIN, written  # noqa: E402
from checking.verdicts import caught_alone  # noqa: E402
from prexport.checks.browser import Browser  # noqa: E402

PAGE = REPOSITORY / "docs" / "checks.md"


def main() -> None:
    """Ask the judges, and write the page."""
    alone = {}
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        for mutation in MUTATIONS:
            path = Path(folder) / f"release.{mutation.format}"
            path.write_bytes(mutation.change(specimen.exported()[mutation.format]))
            alone[mutation.name] = caught_alone(path, mutation.format, browser)
    head = PAGE.read_text(encoding="utf-8").partition(BEGIN)[0]
    PAGE.write_text(f"{head}{BEGIN}\n\n{written(alone)}", encoding="utf-8")


if __name__ == "__main__":
    main()
