"""Files made to do harm, or to be of no use, are refused in plain words within bounded time and memory."""

from __future__ import annotations

import io
import json
import resource
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings, strategies as st

from photographs import encode, photo, see_through
from prexport.brand.load import load_brand
from prexport.carried.read import Carried, carried, carried_source, format_of
from prexport.errors import OutputNotWritable, UnusableInput
from prexport.export import prepare, render
from prexport.extract import files_of, read_artefact, refuse_to_harm
from prexport.release.carriage import photo_list
from prexport.writers.options import OutputFile, WriteOptions
from prexport.writers.pdf.syntax import Name, PdfFile, Raw, Value

pytestmark = pytest.mark.timeout(120)

RELEASE: dict[str, Any] = {
    "format": "prexport/1",
    "lang": "en-GB",
    "issued": "2026-01-31",
    "publisher": {"name": "The Museum"},
    "headline": "It opens",
    "body": [
        "On Friday.",
        {"type": "figure", "src": "photos/hall.jpg", "alt": "The hall"},
        {"type": "figure", "src": "logo.png", "alt": "A ghost"},
    ],
}
MEGABYTE = 1 << 20


@pytest.fixture(scope="module")
def artefacts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give a good PDF, DOCX and HTML."""
    folder = tmp_path_factory.mktemp("release")
    (folder / "photos").mkdir()
    (folder / "photos/hall.jpg").write_bytes(encode(photo(), "JPEG"))
    (folder / "logo.png").write_bytes(encode(see_through(), "PNG"))
    (folder / "release.json").write_text(json.dumps(RELEASE), encoding="utf-8")
    brand = load_brand("default")
    made = prepare(folder / "release.json", brand=brand)
    options = WriteOptions(name="release", public_source=b"")
    files = render(made, brand=brand, formats=("html", "docx", "pdf"), options=options)
    return {file.path.rpartition(".")[2]: file.data for file in files}


@contextmanager
def bounded(seconds: float = 10, megabytes: int = 700) -> Iterator[None]:
    """Hold what is done inside to CPU time and to memory above what was used before."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    yield
    assert time.process_time() - start < seconds
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < megabytes


# ---------------------------------------------------------------- PDF


def changed(pdf: bytes, change: Callable[[pikepdf.Pdf], None], **options: Any) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        change(opened)
        saved = io.BytesIO()
        opened.save(saved, **options)
    return saved.getvalue()


def a_pdf(source: bytes, entries: dict[str, Value]) -> bytes:
    """Make a PDF that attaches `source`, the bytes of a stream with `entries`."""
    file = PdfFile()
    stream = file.add_stream(source, {"Type": Name("EmbeddedFile"), **entries}, compress=False)
    spec = file.add(
        {"Type": Name("Filespec"), "F": "release.json", "UF": "release.json", "EF": {"F": stream}}
    )
    pages = file.reserve()
    page = file.add({"Type": Name("Page"), "Parent": pages, "MediaBox": [0, 0, 9, 9]})
    file.put(pages, {"Type": Name("Pages"), "Kids": [page], "Count": 1})
    root = file.add({"Type": Name("Catalog"), "Pages": pages, "AF": [spec]})
    return file.write("1.7", root, None)


def packed(size: int) -> bytes:
    """`size` MB of nothing as a Flate stream, made without taking them."""
    import zlib

    packer = zlib.compressobj(9)
    chunk = bytes(MEGABYTE)
    return b"".join([*(packer.compress(chunk) for _ in range(size)), packer.flush()])


def test_a_pdf_with_a_password_is_refused(artefacts: dict[str, bytes]) -> None:
    locked = changed(
        artefacts["pdf"], lambda _: None, encryption=pikepdf.Encryption(owner="owner", user="user")
    )
    with pytest.raises(UnusableInput, match="encrypted"):
        carried(locked)


def test_a_pdf_that_is_only_locked_against_changes_gives_all_back(artefacts: dict[str, bytes]) -> None:
    locked = changed(artefacts["pdf"], lambda _: None, encryption=pikepdf.Encryption(owner="owner", user=""))
    assert carried(locked) == carried(artefacts["pdf"])


def test_a_pdf_that_another_program_saved_gives_all_back(artefacts: dict[str, bytes]) -> None:
    saved = changed(
        artefacts["pdf"],
        lambda pdf: pdf.Root.__delitem__("/AF"),
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        linearize=True,
    )
    assert carried(saved) == carried(artefacts["pdf"])


def test_a_source_that_would_fill_the_memory_is_refused() -> None:
    bomb = a_pdf(packed(400), {"Filter": Name("FlateDecode")})
    with bounded(), pytest.raises(UnusableInput, match="fill the memory"):
        carried(bomb)


def test_a_source_packed_many_times_over_is_refused() -> None:
    import zlib

    bomb = a_pdf(zlib.compress(packed(400), 9), {"Filter": [Name("FlateDecode")] * 2})
    with bounded(), pytest.raises(UnusableInput, match="fill the memory"):
        carried(bomb)
    deeper = a_pdf(zlib.compress(packed(10), 9), {"Filter": [Name("FlateDecode")] * 30})
    with bounded(), pytest.raises(UnusableInput, match="damaged"):
        carried(deeper)


def test_objects_that_would_fill_the_memory_are_refused() -> None:
    file = PdfFile()
    root = file.add({"Type": Name("Catalog"), "Nothing": Raw(b" " * 300 * MEGABYTE)})
    bomb = file.write("1.7", root, None)
    del file
    assert len(bomb) < MEGABYTE
    with bounded(), pytest.raises(UnusableInput, match="no PDF that can be read"):
        carried(bomb)


def test_a_source_larger_than_a_release_may_be_is_refused() -> None:
    large = a_pdf(packed(21), {"Filter": Name("FlateDecode")})
    with bounded(), pytest.raises(UnusableInput, match="larger than 20 MiB"):
        carried(large)


def circle(pdf: pikepdf.Pdf) -> None:
    node = pdf.make_indirect(pikepdf.Dictionary())
    node.Kids = pikepdf.Array([node, node])
    pdf.Root.Names = pikepdf.Dictionary(EmbeddedFiles=node)
    del pdf.Root.AF


def strange(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AF = pikepdf.Array([1, pikepdf.Dictionary(), pikepdf.String("x"), pikepdf.Dictionary(EF=3)])
    pdf.Root.Names = pikepdf.Array()
    pdf.Root.PieceInfo = pikepdf.Dictionary(prexport=pikepdf.Dictionary(Private=pikepdf.Name.Private))


def listing(value: str) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.PieceInfo.prexport.Private = pikepdf.String(value)

    return change


@pytest.mark.parametrize("change", [circle, strange])
def test_trees_that_lead_nowhere_carry_nothing(
    artefacts: dict[str, bytes], change: Callable[[pikepdf.Pdf], None]
) -> None:
    with bounded():
        assert carried(changed(artefacts["pdf"], change)).source is None


@pytest.mark.parametrize("value", ["", "{", "[]", "[" * 100_000, '{"a": 1}', '{"a": {"b": []}}', "\ud800"])
def test_a_list_that_is_none_leaves_all_photos_missing(artefacts: dict[str, bytes], value: str) -> None:
    found = carried(changed(artefacts["pdf"], listing(value.encode("utf-8", "replace").decode())))
    assert found.source is not None
    assert set(found.missing) == {"photos/hall.jpg", "logo.png"}


def swap_the_photo(pdf: pikepdf.Pdf) -> None:
    for each in pdf.objects:
        if isinstance(each, pikepdf.Stream) and each.get("/Filter") == pikepdf.Name.DCTDecode:
            each.write(encode(photo(60, 60), "JPEG"), filter=pikepdf.Name.DCTDecode)


def test_a_photo_that_was_swapped_is_missing(artefacts: dict[str, bytes]) -> None:
    found = carried(changed(artefacts["pdf"], swap_the_photo))
    assert found.missing == ("photos/hall.jpg",)
    assert list(found.photos) == ["logo.png"]


# ---------------------------------------------------------------- Word


def repacked(docx: bytes, change: dict[str, bytes | None]) -> bytes:
    """A package with other bytes for some parts, or without them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = change.get(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
    return buffer.getvalue()


def test_a_zip_bomb_is_refused(artefacts: dict[str, bytes]) -> None:
    bomb = repacked(artefacts["docx"], {"customXml/item1.xml": b" " * 300 * MEGABYTE})
    with bounded(), pytest.raises(UnusableInput, match="fill the memory"):
        carried(bomb)


@pytest.mark.parametrize(
    "part",
    [
        b"<!DOCTYPE s [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>"
        b"<source xmlns='urn:prexport:source'>&b;</source>",
        b"<source xmlns='urn:prexport:source'>{",
        b"",
        b"\0\0\0",
    ],
)
def test_a_part_that_is_no_xml_carries_nothing(artefacts: dict[str, bytes], part: bytes) -> None:
    with bounded():
        assert carried(repacked(artefacts["docx"], {"customXml/item1.xml": part})).source is None


def test_a_word_document_without_its_photo_says_so(artefacts: dict[str, bytes]) -> None:
    found = carried(repacked(artefacts["docx"], {"word/media/image2.jpeg": None}))
    assert found.missing == ("photos/hall.jpg",)


def test_a_zip_that_is_no_document_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("letter.txt", "hello")
    with pytest.raises(UnusableInput, match="Word"):
        carried(buffer.getvalue())


# ---------------------------------------------------------------- web pages


def test_a_page_in_a_comment_or_a_template_is_none() -> None:
    block = '<script type="application/json" id="prexport-source">{"a":1}</script>'
    assert carried(f"<!doctype html><!-- {block} -->".encode()).source is None
    assert carried(f"<!doctype html><textarea>{block}</textarea>".encode()).source is None
    assert carried(f"<!doctype html>{block}".encode()).source == b'{"a":1}'


@pytest.mark.parametrize(
    "repeated",
    [
        "<div>",
        "<!--",
        '<a b="',
        "<a b='x",
        "<a b= ",
        "<a ",
        "<script>",
        "<script></scripty",
        "<title>",
        "<a/",
        "<",
    ],
)
def test_a_page_without_an_end_is_read_in_time(repeated: str) -> None:
    with bounded(5):
        assert carried(f"<!doctype html>{repeated * 200_000}".encode()).source is None


def test_a_tag_with_many_attributes_is_read_in_time() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(200_000))
    with bounded(5):
        assert carried(f"<!doctype html><p {attributes}>".encode()).source is None


def test_a_picture_that_is_no_base64_is_passed_over(artefacts: dict[str, bytes]) -> None:
    page = artefacts["html"].replace(b"data:image/jpeg;base64,", b"data:image/jpeg;base64,A")
    assert "photos/hall.jpg" in carried(page).missing


# ---------------------------------------------------------------- anything


@pytest.mark.parametrize(
    "data", [b"", b"\0", b"hello", b"{}", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a"]
)
def test_what_is_no_artefact_is_refused(data: bytes) -> None:
    assert format_of(data) is None
    with pytest.raises(UnusableInput, match="no PDF, no Word document"):
        carried(data)


@settings(max_examples=150, deadline=None)
@given(data=st.data(), kind=st.sampled_from(["pdf", "docx", "html"]))
def test_damage_is_said_in_plain_words(artefacts: dict[str, bytes], data: st.DataObject, kind: str) -> None:
    whole = artefacts[kind]
    start = data.draw(st.integers(16, len(whole) - 1))
    length = data.draw(st.integers(0, 4_000))
    rubbish = data.draw(st.binary(max_size=40))
    broken = whole[:start] + rubbish + whole[start + length :]
    if data.draw(st.booleans()):
        broken = broken[: data.draw(st.integers(16, len(broken)))]
    for read in (carried, lambda damaged: carried_source(damaged, kind)):
        try:
            read(broken)
        except UnusableInput as error:
            assert error.message and error.mend


# ---------------------------------------------------------------- names


WRONG_NAMES = [
    "../photo.jpg", "/etc/passwd", "\\\\host\\share", "C:\\photo.jpg", "C:photo.jpg", "a/../../photo.jpg", "",
    "nul", "photos/con.jpg", "a\0b", "a\nb", "https://example.org/a.jpg", "release.json", "RELEASE.JSON",
    "release.json/photo.jpg", "./release.json", "photos/../release.json", ".", "photos/..",
]  # fmt: skip


@pytest.mark.parametrize("name", WRONG_NAMES)
def test_a_photo_can_have_no_name_outside_of_the_folder(name: str) -> None:
    found = Carried(format="pdf", source=b"{}", photos={name: b"photo"})
    with pytest.raises(UnusableInput, match="name"):
        files_of(found)


@pytest.mark.parametrize("name", ["../evil.jpg", "/tmp/evil.jpg"])
def test_a_name_in_a_real_pdf_leads_nowhere(artefacts: dict[str, bytes], name: str) -> None:
    digest = next(iter(json.loads(_list_of(artefacts["pdf"])).values()))
    pdf = changed(artefacts["pdf"], listing(photo_list({name: digest}).decode()))
    with pytest.raises(UnusableInput, match="evil"):
        files_of(carried(pdf))


def _list_of(pdf: bytes) -> str:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return str(opened.Root.PieceInfo.prexport.Private)


def test_a_link_in_the_folder_leads_nobody_out(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "found").mkdir()
    (tmp_path / "found/photos").symlink_to(tmp_path / "outside")
    with pytest.raises(OutputNotWritable, match="link"):
        refuse_to_harm([OutputFile("photos/a.jpg", b"a")], tmp_path / "found", force=True)


def test_a_folder_and_a_missing_file_are_no_artefacts(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="folder"):
        read_artefact(tmp_path)
    with pytest.raises(UnusableInput, match="no such file"):
        read_artefact(tmp_path / "none.pdf")
