"""Microsoft's accessibility rules: each sees the document that breaks it, and none the samples."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from docx_parts import parts, rebuilt
from prexport.brand.load import load_brand
from prexport.checks import iso29500, office
from prexport.document import tree
from prexport.errors import UnusableInput
from prexport.export import prepare, render
from prexport.readers.docx.read import read
from prexport.writers.docx.write import write
from prexport.writers.options import WriteOptions
from tree_nodes import HEADED, cell, document, figure, heading, items, link, paragraph, row

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "samples").glob("*/release.json"))
DOCUMENT, SETTINGS, CORE = "word/document.xml", "word/settings.xml", "docProps/core.xml"


@pytest.fixture(scope="module")
def members() -> dict[str, bytes]:
    """Give the parts of a document with one of each."""
    told = document(
        paragraph("Read the ", link("yearly report", "https://example.org/report")),
        paragraph("Web: ", link("https://example.org", "https://example.org")),
        heading("Part", anchor="heading-2"),
        items("one", "two"),
        tree.Table(
            **HEADED,
            caption=None,
            header=row(cell("A", scope="column"), cell("B", scope="column")),
            rows=(row(cell("1"), cell("2")),),
        ),
        figure("A harbour"),
        figure(""),
        tree.Divider(**HEADED),
        tree.Divider(**HEADED),
    )
    (file,) = write(told, load_brand("cyberport"), WriteOptions(name="release", public_source=b"{}"))
    return parts(file.data)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("brand", ["cyberport", "default"])
def test_no_sample_breaks_a_rule(sample: Path, brand: str) -> None:
    loaded = load_brand(brand)
    prepared = prepare(sample, brand=loaded)
    options = WriteOptions(name="release", public_source=b"")
    (file,) = render(prepared, brand=loaded, formats=["docx"], options=options)
    assert office.validate(file.data) == []


def test_a_good_document_breaks_no_rule(members: dict[str, bytes]) -> None:
    assert office.validate(rebuilt(list(members.items()))) == []


def replaced(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text, f"{old} is not in {text}"
        return text.replace(old, new, 1)

    return change


def before_the_end(xml: str) -> Callable[[str], str]:
    return replaced("</w:body>", f"{xml}</w:body>")


def link_that_says(words: str) -> Callable[[str], str]:
    return replaced(">yearly report<", f">{words}<")


NESTED = "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
VML = '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"{}>{}</v:shape></w:pict></w:r></w:p>'
SPECIMENS = [
    ("missing-alt", DOCUMENT, replaced('descr="A harbour"', 'descr=""')),
    ("missing-alt", DOCUMENT, replaced(' descr="A harbour"', "")),
    ("missing-alt", DOCUMENT, replaced('decorative" val="1"', 'decorative" val="0"')),
    ("missing-alt", DOCUMENT, before_the_end(VML.format("", "<v:imagedata/>"))),
    ("header-row", DOCUMENT, replaced("<w:tblHeader/>", "")),
    ("header-row", DOCUMENT, replaced("<w:tblHeader/>", '<w:tblHeader w:val="false"/>')),
    ("link-text", DOCUMENT, link_that_says("Click here")),
    ("link-text", DOCUMENT, link_that_says("more …")),
    ("link-text", DOCUMENT, link_that_says(" ")),
    ("link-text", DOCUMENT, replaced(">Web: <", "><")),
    ("link-text", DOCUMENT, replaced(">https://example.org<", f">https://example.org/{'a' * 60}<")),
    ("simple-tables", DOCUMENT, replaced("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/>')),
    ("simple-tables", DOCUMENT, replaced("<w:tcPr>", "<w:tcPr><w:vMerge/>")),
    ("simple-tables", DOCUMENT, replaced("</w:tcPr>", f"</w:tcPr>{NESTED}")),
    ("heading-order", DOCUMENT, replaced('"Heading2"', '"Heading3"')),
    ("heading-order", DOCUMENT, replaced('"Heading1"', '"BodyText"')),
    ("in-line", DOCUMENT, lambda text: text.replace("wp:inline", "wp:anchor")),
    (
        "in-line",
        DOCUMENT,
        replaced('<w:pStyle w:val="BodyText"/>', '<w:pStyle w:val="BodyText"/><w:framePr/>'),
    ),
    ("in-line", DOCUMENT, replaced("<w:tblPr>", "<w:tblPr><w:tblpPr/>")),
    ("in-line", DOCUMENT, before_the_end(VML.format(' alt="x" style="position: absolute"', ""))),
    ("repeated-blanks", DOCUMENT, before_the_end("<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>")),
    ("repeated-blanks", DOCUMENT, before_the_end("<w:p><w:r><w:t>a     b</w:t></w:r></w:p>")),
    ("repeated-blanks", DOCUMENT, before_the_end("<w:p><w:r><w:t>a</w:t><w:tab/><w:tab/></w:r></w:p>")),
    (
        "contrast",
        DOCUMENT,
        before_the_end('<w:p><w:r><w:rPr><w:color w:val="777777"/></w:rPr><w:t>grey</w:t></w:r></w:p>'),
    ),
    (
        "contrast",
        DOCUMENT,
        before_the_end('<w:p><w:pPr><w:shd w:fill="333333"/></w:pPr><w:r><w:t>dark</w:t></w:r></w:p>'),
    ),
    (
        "contrast",
        DOCUMENT,
        before_the_end('<w:p><w:r><w:rPr><w:highlight w:val="darkBlue"/></w:rPr><w:t>dark</w:t></w:r></w:p>'),
    ),
    ("contrast", "word/styles.xml", replaced('<w:color w:val="', '<w:color w:val="CCCCCC" w:x="')),
    ("document-title", CORE, replaced("<dc:title>It opens</dc:title>", "")),
    (
        "unprotected",
        SETTINGS,
        replaced("<w:compat>", '<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:compat>'),
    ),
]


@pytest.mark.parametrize(("rule", "part", "fault"), SPECIMENS)
def test_each_rule_sees_its_fault(
    members: dict[str, bytes], rule: str, part: str, fault: Callable[[str], str]
) -> None:
    damaged = {**members, part: fault(members[part].decode()).encode()}
    found = office.validate(rebuilt(list(damaged.items())))
    assert {failure.rule for failure in found} == {rule}, found


def test_every_rule_has_a_specimen() -> None:
    assert {rule for rule, _, _ in SPECIMENS} == set(office.RULES)


def test_a_failure_says_where(members: dict[str, bytes]) -> None:
    text = link_that_says("Click here")(members[DOCUMENT].decode())
    (found,) = office.validate(rebuilt(list({**members, DOCUMENT: text.encode()}.items())))
    assert str(found) == (
        "Office accessibility Microsoft365 link-text: The link text “Click here” doesn’t tell where the link leads. "
        "at “Click here”"
    )


def damaged(members: dict[str, bytes], chance: random.Random) -> bytes:
    """A document of which some elements or attributes are gone, doubled or nonsense."""
    name = chance.choice([DOCUMENT, DOCUMENT, "word/styles.xml", "word/numbering.xml", SETTINGS, CORE])
    root = etree.fromstring(members[name])
    for element in chance.sample(list(root.iter()), 4):
        match chance.randrange(3), element.getparent(), list(element.attrib):
            case 0, parent, _ if parent is not None:
                parent.remove(element)
            case 1, parent, _ if parent is not None:
                parent.append(deepcopy(element))
            case _, _, [*attributes] if attributes:
                nonsense = chance.choice(["", "-1", "9" * 20, "x", "\u0661", "zz-ZZ-ZZ", "#"])
                element.set(chance.choice(attributes), nonsense)
    return rebuilt(list({**members, name: etree.tostring(root)}.items()))


@pytest.mark.parametrize("seed", range(60))
def test_damaged_documents_are_judged_or_refused(members: dict[str, bytes], seed: int) -> None:
    document = damaged(members, random.Random(seed))
    for judge in (office.validate, iso29500.validate, read):
        with suppress(UnusableInput):
            judge(document)


@pytest.mark.parametrize(
    "name", ["word/styles.xml", SETTINGS, CORE, "word/numbering.xml", "word/fontTable.xml"]
)
def test_a_document_without_a_part_is_judged(members: dict[str, bytes], name: str) -> None:
    rest = rebuilt([(each, data) for each, data in members.items() if each != name])
    assert all(failure.rule in office.RULES for failure in office.validate(rest))
