"""A page's content stream: what is tagged, what is an artifact, and what is used of ReportLab."""

from __future__ import annotations

import re
from importlib.metadata import version

import pytest
from reportlab.lib.colors import toColor
from reportlab.pdfgen.pathobject import PDFPathObject

from prexport.errors import UnusableBrand
from prexport.writers.pdf.layout import Layout, Mark
from prexport.writers.pdf.reportlab.canvas import Artifact, Sheet, fill_colour
from prexport.writers.pdf.reportlab.text.lines import GlyphRun, Slot
from prexport.writers.pdf.roles import Role
from prexport.writers.pdf.structure import Element, Words


def run(slot: Slot | None, text: str = "a") -> GlyphRun:
    return GlyphRun("F1", 11.0, 0.0, 5.0, "[<0001>] TJ", text, "#112233", slot, None, 0.0)


def element(role: Role = Role.P) -> Element:
    return Element(role=role, lang="en", parts=[Words("a"), Words("b")])


def sheet(layout: Layout, parents: dict[Element, Element] | None = None) -> Sheet:
    return Sheet(layout, parents or {}, {}, 0)


def operators(content: bytes) -> list[str]:
    """The operators that bracket: marks and text objects."""
    return re.findall(r"\b(BDC|EMC|BT|ET)\b", content.decode("latin-1"))


def test_reportlab_is_the_one_that_was_tried() -> None:
    assert version("reportlab").startswith("5.1.")


def test_paths_come_from_reportlab_as_code() -> None:
    path = PDFPathObject()
    path.rect(1, 2.5, 3, 4)
    path.rect(5, 6, 7, 8)

    assert path.getCode() == "n 1 2.5 3 4 re 5 6 7 8 re"


def test_colours_come_from_reportlab_as_shares_of_one() -> None:
    made = toColor("teal")

    assert (made.red, made.green, round(made.blue, 3)) == (0.0, 0.502, 0.502) or made.green == made.blue
    assert fill_colour("teal") == fill_colour("#008080")


def test_what_is_no_colour_is_refused() -> None:
    with pytest.raises(UnusableBrand, match="no colour"):
        fill_colour("like the sea")


def test_neighbouring_runs_of_one_slot_share_a_mark() -> None:
    layout, paragraph = Layout(), element()
    page = sheet(layout)
    for part in (0, 0, 1):
        page.run(run((paragraph, part)), 10, 20, 30, 15)

    content = page.finish()

    assert layout.content == {(paragraph, 0): [Mark(0, 0)], (paragraph, 1): [Mark(0, 1)]}
    assert operators(content) == ["BDC", "BT", "ET", "EMC"] * 2
    assert page.marks == 2


def test_what_has_no_slot_is_an_artifact() -> None:
    layout = Layout()
    page = sheet(layout)
    page.run(run(None), 10, 20, 30, 15)
    page.rule(0, 0, 10, 10, "#ffffff")
    page.repeat(Artifact.FOOTER)
    page.run(run((element(), 0)), 10, 20, 30, 15)

    content = page.finish().decode("latin-1")

    assert "MCID" not in content
    assert re.findall(r"/Artifact <<(.*?)>> BDC", content) == [
        "/Type/Layout",
        "/Type/Layout",
        "/Type/Pagination/Subtype/Footer/Attached[/Bottom]",
    ]
    assert not layout.content and not layout.starts


def test_an_element_begins_where_its_first_content_is_and_so_do_those_that_hold_it() -> None:
    layout, paragraph, section = Layout(), element(), element(Role.SECT)
    page = sheet(layout, {paragraph: section})
    page.run(run((paragraph, 0)), 10, 20, 30, 15)
    page.run(run((paragraph, 0)), 10, 0, 10, -5)

    assert layout.starts == {paragraph: (0, 10, 30), section: (0, 10, 30)}


def test_the_box_of_a_figure_has_its_caption_in_it() -> None:
    layout, figure, caption = Layout(), element(Role.FIGURE), element(Role.CAPTION)
    page = sheet(layout, {caption: figure})
    page.picture("Im1", (10, 100, 110, 200), (figure, 0))
    page.run(run((caption, 0)), 10, 80, 90, 70)

    assert layout.boxes == {figure: (10, 70, 110, 200)}


def test_backgrounds_are_below_rules_whatever_was_painted_first() -> None:
    page = sheet(Layout())
    page.rule(0, 0, 10, 1, "#777777")
    page.paper(0, 0, 10, 10, "#eeeeee")

    content = page.finish().decode("latin-1")

    assert content.index("0 0 10 10 re") < content.index("0 0 10 1 re")
