"""The private parts of WeasyPrint that are used are those of the version that is pinned."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pydyf
import weasyprint

from prexport.writers.pdf.weasyprint import internals

PACKAGE = Path(internals.__file__).parent


def test_the_version_is_the_one_that_the_code_was_written_against() -> None:
    assert weasyprint.__version__ == internals.WEASYPRINT_VERSION
    assert pydyf.__version__.startswith("0.13")


def test_only_one_module_names_private_parts() -> None:
    named = {
        module.name
        for module in PACKAGE.glob("*.py")
        if re.search(r"^\s*from weasyprint\.", module.read_text(encoding="utf-8"), re.MULTILINE)
    }

    assert named == {"internals.py"}


def test_streams_are_marked_in_the_two_places_that_are_replaced() -> None:
    assert list(inspect.signature(internals.Stream.marked).parameters) == ["self", "box", "tag"]
    assert list(inspect.signature(internals.Stream.artifact).parameters) == ["self"]


def test_everything_that_is_drawn_is_bracketed() -> None:
    drawing = Path(inspect.getfile(weasyprint)).parent / "draw" / "__init__.py"

    assert len(re.findall(r"stream\.marked\(", drawing.read_text(encoding="utf-8"))) == 3
