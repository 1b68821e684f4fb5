"""A PDF read back says what its document says, unit by unit, and every planted fault is seen."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from long_release import long_release
from outlined import CASES, SAMPLES, TESTS, default_brand, document_of
from prexport.document.outline import Outline, Role
from prexport.document.outline_diff import Kind, Trait, differences
from prexport.document.outline_formats import comparable
from prexport.document.outline_of import outline_of
from prexport.document.tree import Document
from prexport.errors import UnusableInput
from prexport.export import prepare
from prexport.readers.pdf.read import read
from prexport.readers.pdf.tags import Tag, read_tags
from prexport.writers.options import WriteOptions
from prexport.writers.pdf.profile import PROFILES, UA1_A3A
from prexport.writers.pdf.write import write
from writers.pdf_cases import document, opened, pdf

SCRIPTS = sorted((TESTS / "cases" / "scripts").iterdir())


def assert_read_back(made: Document) -> None:
    """One layout, written in every profile."""
    expected = comparable(outline_of(made), "pdf")
    options = WriteOptions(name="release", public_source=b"{}")
    for file in write(made, default_brand(), options, list(PROFILES.values())):
        actual = read(file.data)
        found = differences(expected, actual)
        assert not found, file.path + "\n" + "\n".join(one.sentence for one in found)
        assert actual == expected


@pytest.mark.parametrize("folder", [*SAMPLES, *CASES], ids=lambda path: path.name)
def test_samples_and_cases(folder: Path) -> None:
    assert_read_back(document_of(folder))


@pytest.mark.parametrize("folder", SCRIPTS, ids=lambda path: path.name)
def test_every_script(folder: Path) -> None:
    made = prepare(folder / "release.json", brand=default_brand()).document
    assert made is not None
    assert_read_back(made)


def test_photos_are_looked_at() -> None:
    for folder in SAMPLES:
        made = document_of(folder)
        (file,) = write(made, default_brand(), WriteOptions(name="release", public_source=b"{}"), [UA1_A3A])
        photos = [unit.image for unit in read(file.data).units if unit.role is Role.FIGURE]
        assert photos and all(photos)


# ---------------------------------------------------------------- forty pages


@cache
def long_document() -> Document:
    return document(**long_release())


@cache
def long_pdf() -> bytes:
    return pdf(long_document())


def test_forty_pages() -> None:
    with opened(long_pdf()) as file:
        assert len(file.pages) >= 40
    found = differences(comparable(outline_of(long_document()), "pdf"), read(long_pdf()))
    assert not found, "\n".join(one.sentence for one in found)


def test_what_spans_pages_is_one_element() -> None:
    with opened(long_pdf()) as file:
        tags = list(every(read_tags(file).roots))
    spanning = {tag.role for tag in tags if len(pages_of(tag)) > 1}
    assert {"L", "LI", "Table", "TBody", "BlockQuote", "P"} <= spanning
    assert [tag.role for tag in tags].count("Table") == 13
    assert [tag.role for tag in tags].count("BlockQuote") == 13


def every(tags: list[Tag]) -> list[Tag]:
    inner = [[child for child in tag.children if isinstance(child, Tag)] for tag in tags]
    return [one for tag, children in zip(tags, inner, strict=True) for one in (tag, *every(children))]


def pages_of(tag: Tag) -> set[int]:
    return {page for one in every([tag]) for page in one.pages}


# ---------------------------------------------------------------- planted faults

MADE = document(
    body=[
        'First [le port]{lang=fr} of [VTS]{abbr="vessel traffic service"} and [more](https://example.org).',
        "Second.",
        {"type": "heading", "level": 2, "text": "Why"},
        {"type": "list", "ordered": True, "items": ["One", "Two"]},
        {"type": "figure", "src": "photo.jpg", "alt": "A gate", "caption": "The gate"},
        {"type": "table", "caption": "Ships", "columns": [{"text": "Year"}], "rows": [["2025"]]},
        "Word. " * 900,
    ],
    end_mark="###",
)


def elements(file: pikepdf.Pdf, role: str) -> list[Any]:
    found = [thing for thing in file.objects if isinstance(thing, pikepdf.Dictionary)]
    return [thing for thing in found if thing.get("/Type") == "/StructElem" and f"/{role}" == thing.S]


def lose_language(file: pikepdf.Pdf) -> None:
    del next(each for each in elements(file, "Span") if "/Lang" in each)["/Lang"]


def lose_expansion(file: pikepdf.Pdf) -> None:
    del next(each for each in elements(file, "Span") if "/E" in each)["/E"]


def lose_alternative(file: pikepdf.Pdf) -> None:
    del next(each for each in elements(file, "Figure") if each.Alt == "A gate")["/Alt"]


def lose_spoken_words(file: pikepdf.Pdf) -> None:
    del next(each for each in elements(file, "Span") if "/Alt" in each)["/Alt"]


def lose_scope(file: pikepdf.Pdf) -> None:
    del elements(file, "TH")[0]["/A"]


def lose_numbering(file: pikepdf.Pdf) -> None:
    elements(file, "L")[0]["/A"] = pikepdf.Dictionary(O=pikepdf.Name.List, ListNumbering=pikepdf.Name.Disc)


def heading_as_paragraph(file: pikepdf.Pdf) -> None:
    elements(file, "H2")[0].S = pikepdf.Name.P


def swap_paragraphs(file: pikepdf.Pdf) -> None:
    root = elements(file, "Document")[0]
    texts = [index for index, kid in enumerate(root.K) if kid.S == "/P"]
    first = next(index for index in texts if index > texts[0] and root.K[index - 1].S == "/H1")
    root.K[first], root.K[first + 1] = root.K[first + 1], root.K[first]


def swap_words(file: pikepdf.Pdf) -> None:
    paragraph = next(each for each in elements(file, "P") if len(each.get("/K", [])) > 3)
    paragraph.K[0], paragraph.K[2] = paragraph.K[2], paragraph.K[0]


def another_target(file: pikepdf.Pdf) -> None:
    links = [thing for page in file.pages for thing in page.get("/Annots", [])]
    next(each for each in links if "/A" in each).A.URI = pikepdf.String("https://example.org/other")


def lose_text(file: pikepdf.Pdf) -> None:
    root = elements(file, "Document")[0]
    del root.K[next(index for index, kid in enumerate(root.K) if kid.S == "/H1")]


def another_photo(file: pikepdf.Pdf) -> None:
    photo = next(
        thing
        for thing in file.objects
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"
    )
    photo.write(bytes(reversed(range(256))) * 3, type_check=False)
    photo.Width, photo.Height, photo.BitsPerComponent = 16, 16, 8
    photo.ColorSpace = pikepdf.Name.DeviceRGB


def header_not_artifact(file: pikepdf.Pdf) -> None:
    """The running header of page 2 as a paragraph of the text."""
    page = file.pages[1]
    steps = list(pikepdf.parse_content_stream(page))
    used = [int(step.operands[1]["/MCID"]) for step in steps if is_marked(step)]
    place = next(index for index, step in enumerate(steps) if "/Header" in map(str, properties(step)))
    mcid = max(used) + 1
    marked = [pikepdf.Name.P, pikepdf.Dictionary(MCID=mcid)]
    steps[place] = pikepdf.ContentStreamInstruction(marked, steps[place].operator)
    page.Contents = file.make_stream(pikepdf.unparse_content_stream(steps))
    root = elements(file, "Document")[0]
    content = pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=page.obj, MCID=mcid)
    paragraph = pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.P, P=root, K=content)
    root.K.append(file.make_indirect(paragraph))


def properties(step: Any) -> list[Any]:
    operands = list(step.operands)
    is_dictionary = str(step.operator) == "BDC" and isinstance(operands[1], pikepdf.Dictionary)
    return list(operands[1].values()) if is_dictionary else []


def is_marked(step: Any) -> bool:
    return str(step.operator) == "BDC" and "/MCID" in step.operands[1]


FAULTS: list[tuple[Callable[[pikepdf.Pdf], None], Kind, Trait | None]] = [
    (lose_language, Kind.CHANGED, Trait.PART_LANGUAGE),
    (lose_expansion, Kind.CHANGED, Trait.EXPANSION),
    (lose_alternative, Kind.CHANGED, Trait.ALTERNATIVE),
    (lose_spoken_words, Kind.CHANGED, Trait.ROLE),
    (lose_scope, Kind.CHANGED, Trait.SCOPE),
    (lose_numbering, Kind.CHANGED, Trait.NUMBERING),
    (heading_as_paragraph, Kind.CHANGED, Trait.ROLE),
    (swap_paragraphs, Kind.MOVED, None),
    (swap_words, Kind.CHANGED, Trait.TEXT),
    (another_target, Kind.CHANGED, Trait.LINK),
    (another_photo, Kind.CHANGED, Trait.IMAGE),
    (lose_text, Kind.LOST, None),
    (header_not_artifact, Kind.ADDED, None),
]


@cache
def sound() -> tuple[bytes, Outline]:
    return pdf(MADE), comparable(outline_of(MADE), "pdf")


def test_the_sound_file_differs_in_nothing() -> None:
    data, expected = sound()
    assert differences(expected, read(data)) == ()


def test_units_know_their_elements() -> None:
    data, _ = sound()
    with opened(data) as file:
        tags = {tag.path: tag for root in read_tags(file).roots for tag in _all(root)}
    for unit in read(data).units:
        assert unit.element in tags, unit
        if unit.role is Role.HEADING:
            assert tags[unit.element].text == unit.text


def _all(tag: Tag) -> Iterator[Tag]:
    yield tag
    for child in tag.children:
        if isinstance(child, Tag):
            yield from _all(child)


@pytest.mark.parametrize(("fault", "kind", "trait"), FAULTS, ids=lambda value: getattr(value, "__name__", ""))
def test_a_planted_fault_is_seen(
    fault: Callable[[pikepdf.Pdf], None], kind: Kind, trait: Trait | None
) -> None:
    data, expected = sound()
    damaged = io.BytesIO()
    with opened(data) as file:
        fault(file)
        file.save(damaged)

    found = differences(expected, read(damaged.getvalue()))

    assert (kind, trait) in {(one.kind, one.trait) for one in found}, [one.sentence for one in found]
    assert all(one.element for one in found), "a difference has its place in the tag tree"


def test_a_pdf_without_tags_says_nothing() -> None:
    data, _ = sound()
    bare = io.BytesIO()
    with opened(data) as file:
        del file.Root["/StructTreeRoot"]
        file.save(bare)

    assert read(bare.getvalue()) == Outline(())


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(UnusableInput, match="no PDF"):
        read(b"{}")
