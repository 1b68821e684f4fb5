"""The DOCX file as a whole: sound by every rule, complete, the same every time."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import docx
import pytest

from docx_parts import find, paragraphs, parts, parts_as_text, value, words, xml
from prexport.brand.load import load_brand
from prexport.checks import iso29500, ooxml
from prexport.document import tree
from prexport.document.tree import Document, ParagraphRole
from prexport.export import prepare, render
from prexport.release.carriage import SOURCE_NAMESPACE
from prexport.writers.docx.write import write
from prexport.writers.options import PageSize, WriteOptions
from tree_nodes import ARABIC, document, figure, heading, image, metadata, paragraph

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "samples").glob("*/release.json"))
every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.parent.name)
OPTIONS = WriteOptions(name="release", public_source=b'{"format":"prexport/1"}')


def exported(sample: Path, brand: str = "default", page_size: PageSize = "a4") -> tuple[Document, bytes]:
    loaded = load_brand(brand)
    prepared = prepare(sample, brand=loaded)
    assert prepared.document is not None, prepared.findings
    options = WriteOptions(name="release", public_source=b"", page_size=page_size)
    (file,) = render(prepared, brand=loaded, formats=["docx"], options=options)
    return prepared.document, file.data


def made(told: Document, brand: str = "cyberport", options: WriteOptions = OPTIONS) -> bytes:
    (file,) = write(told, load_brand(brand), options)
    return file.data


def said(told: Document) -> list[str]:
    """The words of a document as a reader meets them, one string a paragraph."""
    lines: list[str] = []

    def walk(node: object) -> None:
        match node:
            case tree.Paragraph() | tree.Heading() | tree.Cell():
                lines.append(tree.plain(node.runs))
            case tree.EndMark():
                lines.append(node.text)
            case tree.Quote(attribution=tree.Paragraph() as who, attribution_first=True):
                walk(who)
                walk(node.body)
            case tree.Quote():
                walk(node.body)
                walk(node.attribution)
            case tuple():
                for each in node:
                    walk(each)
            case tree.Node():
                for name in node.__dataclass_fields__:
                    walk(getattr(node, name))

    for block in told.blocks():
        walk(block)
    return lines


def shown(docx: bytes) -> list[str]:
    """The words of the body's paragraphs; without the marks of direction that stand before numbers."""
    return [text.replace("\u200e", "") for _, text in paragraphs(docx)]


@every_sample
@pytest.mark.parametrize("brand", ["cyberport", "default"])
def test_all_words_stand_there_once_and_in_order(sample: Path, brand: str) -> None:
    told, data = exported(sample, brand)
    first, *rest = [line for line in shown(data) if line]
    names_publisher = load_brand(brand).logo.names_publisher
    if not names_publisher:
        assert first.strip() == told.letterhead.logo.alt
    assert (rest if not names_publisher else [first, *rest]) == [line for line in said(told) if line]


@every_sample
def test_word_opens_every_sample_on_letter_paper(sample: Path) -> None:
    # On A4 each version of Office judges the samples in test_samples.py.
    _, data = exported(sample, "cyberport", page_size="letter")
    assert not ooxml.validate(data, ["Office2010", "Microsoft365"])


@every_sample
@pytest.mark.parametrize("page_size", ["a4", "letter"])
def test_every_sample_is_sound_by_the_rules_that_the_sdk_leaves_out(
    sample: Path, page_size: PageSize
) -> None:
    _, data = exported(sample, page_size=page_size)
    assert not iso29500.validate(data)


@every_sample
def test_python_docx_opens_every_sample(sample: Path) -> None:
    told, data = exported(sample)
    opened = docx.Document(io.BytesIO(data))
    titles = [each.text for each in opened.paragraphs if each.style and each.style.name == "Heading 1"]
    assert titles == [tree.plain(told.headline.runs)]


def test_two_processes_write_the_same_bytes(repository: Path) -> None:
    code = (
        "import hashlib, sys\n"
        "from pathlib import Path\n"
        "from writers.test_docx import SAMPLES, exported\n"
        "print(*(hashlib.sha256(exported(sample)[1]).hexdigest() for sample in SAMPLES))"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": f"{repository}/tests"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "Asia/Hong_Kong"), ("2", "America/New_York"))
    }
    assert len(digests) == 1
    assert digests == {" ".join(hashlib.sha256(exported(each)[1]).hexdigest() for each in SAMPLES) + "\n"}


def test_the_archive_holds_no_trace_of_when_and_where() -> None:
    with zipfile.ZipFile(io.BytesIO(made(document(figure())))) as archive:
        members = archive.infolist()
    assert [each.filename for each in members[:3]] == [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/document.xml",
    ]
    for each in members:
        assert each.date_time == (1980, 1, 1, 0, 0, 0)
        assert (each.create_system, each.external_attr, each.extra) == (0, 0x20, b"")
        is_picture = each.filename.startswith("word/media/")
        assert each.compress_type == (zipfile.ZIP_STORED if is_picture else zipfile.ZIP_DEFLATED)


def test_no_file_name_of_a_photo_leaks() -> None:
    data = made(document(figure(image=image(name="secret"))))
    assert not [name for name, text in parts_as_text(data).items() if "secret" in name + text]


def test_the_same_photo_is_kept_once() -> None:
    names = [name for name in parts(made(document(figure(), figure(alt="Again")))) if "media" in name]
    assert names == ["word/media/image1.png", "word/media/image2.jpeg"]  # the mark, the photo


def test_core_properties() -> None:
    told = document(
        lang="zh-Hant-HK",
        metadata=metadata(
            title="T" * 300,
            issued="2026-10-12T00:30:00+08:00",
            keywords=("tide", "ship"),
            identity="tag:example.org,2026:1",
        ),
    )
    core = docx.Document(io.BytesIO(made(told))).core_properties
    assert core.title == "T" * 254 + "…"
    assert (core.author, core.last_modified_by) == ("Harbour Museum", "Harbour Museum")
    assert (core.subject, core.category) == ("Press Release", "Press Release")
    assert (core.keywords, core.comments) == ("tide, ship", "The museum opens.")
    assert (core.language, core.identifier, core.revision) == ("zh-HK", "tag:example.org,2026:1", 1)
    assert core.created == core.modified
    assert core.created is not None
    assert core.created.replace(tzinfo=None) == datetime(2026, 10, 11, 16, 30)


@pytest.mark.parametrize(
    ("issued", "expected"), [("0999", "0999-01-01T00:00:00Z"), ("2026-03", "2026-03-01T00:00:00Z")]
)
def test_a_date_that_says_less_is_its_first_moment(issued: str, expected: str) -> None:
    data = made(document(metadata=metadata(issued=issued)))
    assert f">{expected}</dcterms:created>" in parts_as_text(data)["docProps/core.xml"]
    assert not iso29500.validate(data)


def test_the_application_is_named_and_nothing_else_of_it() -> None:
    told = parts_as_text(made(document()))["docProps/app.xml"]
    assert "<Application>prexport</Application>" in told
    assert "Template" not in told and "TotalTime" not in told


def test_the_public_source_rides_along_and_comes_back() -> None:
    source = json.dumps({"a": "<&>]]>\ufffe\x85é\u2028", "b": "\\u0041 \x7f"}, ensure_ascii=False)
    data = made(document(), options=replace(OPTIONS, public_source=source.encode()))
    item = xml(data, "customXml/item1.xml")
    assert item.tag == f"{{{SOURCE_NAMESPACE}}}source"
    assert json.loads(item.text) == json.loads(source)
    assert not ooxml.validate(data, ["Microsoft365"])


def test_the_header_starts_on_page_2_and_the_footer_counts_pages() -> None:
    data = made(document(headline=heading("Word " * 60, level=1, anchor="heading-1")))
    first, last = find(xml(data), "//w:sectPr")
    assert [value(each, "type") for each in find(first, "w:headerReference")] == ["default"]
    assert [value(each, "type") for each in find(first, "w:footerReference")] == ["default", "first"]
    assert find(first, "w:titlePg") and not find(last, "w:titlePg")
    header = words(xml(data, "word/header-default.xml"))
    assert header.startswith("Harbour MuseumWord Word") and header.endswith("Word…")
    for page in ("default", "first"):
        footer = xml(data, f"word/footer-{page}.xml")
        assert words(footer) == "Harbour MuseumPage 1 of 1"
        assert [each.text for each in find(footer, "//w:instrText")] == [" PAGE ", " NUMPAGES "]


@pytest.mark.parametrize(
    ("page_size", "expected"), [("a4", ("11906", "16838")), ("letter", ("12240", "15840"))]
)
def test_paper(page_size: PageSize, expected: tuple[str, str]) -> None:
    data = made(document(), options=replace(OPTIONS, page_size=page_size))
    for each in find(xml(data), "//w:pgSz"):
        assert (value(each, "w"), value(each, "h")) == expected


def test_a_release_that_runs_from_the_right_is_mirrored() -> None:
    told = document(paragraph("نص", **ARABIC), lang="ar", dir="rtl")
    data = made(told)
    assert len(find(xml(data), "//w:sectPr/w:bidi")) == 2
    quote = find(xml(data, "word/styles.xml"), "//w:style[@w:styleId='Quote']/w:pPr/w:pBdr/*")
    assert [each.tag.rpartition("}")[2] for each in quote] == ["right"]


def test_embargo_stands_before_the_headline_without_a_second_rule() -> None:
    banner = paragraph("Embargoed until noon", role=ParagraphRole.EMBARGO)
    data = made(document(embargo=banner))
    assert [style for style, _ in paragraphs(data)][3:5] == ["Embargo", "Heading1"]
    assert find(xml(data), "//w:p[w:pPr/w:pStyle/@w:val='Heading1']/w:pPr/w:pBdr/w:top[@w:val='nil']")
