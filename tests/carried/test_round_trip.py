"""What a lone PDF or Word document gives back makes the same files again, in every format."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from PIL import Image

import photographs
from photographs import alt_text, encode, exif, photo, quadrants, see_through
from prexport.brand.load import load_brand
from prexport.carried.read import carried, carried_source, format_of
from prexport.document.tree import Document
from prexport.export import Prepared, prepare, render
from prexport.extract import files_of
from prexport.formats import FORMATS
from prexport.release.canonical import canonical_json
from prexport.release.images import make_safe
from prexport.save import save
from prexport.writers.options import WriteOptions
from prexport.writers.pdf.profile import PROFILES
from strategies import releases, write_photos

pytestmark = pytest.mark.timeout(600)

REPOSITORY = Path(__file__).resolve().parents[2]
SAMPLES = sorted((REPOSITORY / "samples").glob("*/release.json"))


def noisy(mode: str) -> Image.Image:
    return photo(96, 64).convert(mode)


def turned(orientation: int) -> bytes:
    """A photo as a camera writes it that was held another way."""
    return encode(photo(100 + orientation, 60), "JPEG", exif=exif(orientation))


# Every way that a photo can come in.
PHOTOS: dict[str, Callable[[], bytes]] = {
    "upright.jpg": lambda: encode(photo(), "JPEG"),
    "grey.jpg": lambda: encode(noisy("L"), "JPEG"),
    "progressive.jpg": lambda: encode(photo(120, 80), "JPEG", progressive=True),
    "cmyk.jpg": lambda: encode(noisy("CMYK"), "JPEG"),
    "adobe-rgb.jpg": lambda: encode(photo(128, 80), "JPEG", exif=exif(adobe_rgb=True)),
    "with-words.jpg": lambda: encode(
        photo(140, 90), "JPEG", xmp=photographs.xmp(alt_text(en="Hills"), 'photoshop:Credit="A. Smith"')
    ),
    "many-colours.png": lambda: encode(photo(90, 60), "PNG"),
    "drawing.png": lambda: encode(quadrants(), "PNG"),
    "see-through.png": lambda: encode(see_through(), "PNG"),
    "palette.png": lambda: encode(quadrants(40, 30).quantize(4), "PNG"),
    "sixteen-bit.png": lambda: encode(Image.linear_gradient("L").convert("I;16"), "PNG"),
    "turned.png": lambda: encode(quadrants(50, 20), "PNG", exif=exif(6)),
    "photo.webp": lambda: encode(photo(110, 70), "WEBP"),
    "lossless.webp": lambda: encode(see_through(70, 50), "WEBP", lossless=True),
    "photo.avif": lambda: encode(photo(112, 72), "AVIF"),
    "film.gif": lambda: encode(quadrants(44, 36), "GIF"),
    "scan.tiff": lambda: encode(photo(114, 74), "TIFF"),
    "print.tiff": lambda: encode(noisy("CMYK"), "TIFF"),
    **{f"turned-{way}.jpg": partial(turned, way) for way in range(2, 9)},
}
RELEASE: dict[str, Any] = {
    "format": "prexport/1",
    "lang": "en-GB",
    "issued": "2026-01-31",
    "publisher": {"name": "The Museum"},
    "headline": "It opens",
    "body": ["On Friday."],
}


@pytest.mark.parametrize("name", PHOTOS)
def test_a_safe_photo_is_safe_already(name: str) -> None:
    safe = make_safe(PHOTOS[name](), name)
    again = make_safe(safe.data, name)
    assert again == safe


def prepared(source: Path) -> Prepared:
    made = prepare(source, brand=load_brand("default"))
    assert made.document is not None, made.findings
    return made


def exported(made: Prepared, **options: Any) -> dict[str, bytes]:
    """Give all formats, the PDF in all profiles."""
    how = WriteOptions(name="release", public_source=b"", pdf_profiles=tuple(PROFILES), **options)
    files = render(made, brand=load_brand("default"), formats=tuple(FORMATS), options=how)
    return {file.path: file.data for file in files}


def given_back(artefact: bytes, folder: Path) -> Path:
    """Put what an artefact carries into a folder."""
    files = files_of(carried(artefact))
    return save(files, folder)[0]


def carriers(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files that carry the photos as they are."""
    return {
        name: data
        for name, data in files.items()
        if name.endswith((".docx", ".pdf")) and "ua1-a2a" not in name
    }


def assert_comes_back(source: Path, folder: Path, **options: Any) -> dict[str, bytes]:
    """Every carrier gives back what makes all files again; gives the files."""
    made = prepared(source)
    first = exported(made, **options)
    back = {}
    for name, data in carriers(first).items():
        found = carried(data)
        assert found.source == made.public_source
        assert found.missing == ()
        assert dict(found.photos) == {src: image.data for src, image in made.images}
        back[name] = prepared(given_back(data, folder / name))
        assert back[name].images == made.images
        assert back[name].document == made.document
    # Writers are pure: the same document, source and photos are the same bytes; one of them proves it.
    again = exported(back["release.docx"], **options)
    assert [name for name in first if first[name] != again[name]] == []
    return first


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.parent.name)
def test_every_sample_comes_back_whole(sample: Path, tmp_path: Path) -> None:
    assert_comes_back(sample, tmp_path)


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a release with a photo of every kind, some of them twice, some of them decoration."""
    folder = tmp_path_factory.mktemp("gallery")
    figures: list[dict[str, Any]] = []
    for number, (name, encoded) in enumerate(PHOTOS.items()):
        src = f"照片 ä/{name}" if name.startswith("turned") else f"photos/{name}"
        (folder / src).parent.mkdir(exist_ok=True)
        (folder / src).write_bytes(encoded())
        figures.append({"type": "figure", "src": src, "alt": f"Picture number {number}"})
    (folder / "rule.png").write_bytes(encode(see_through(60, 12), "PNG"))
    figures += [
        {"type": "figure", "src": "rule.png", "decorative": True},
        {"type": "figure", "src": "photos/drawing.png", "decorative": True},
        {"type": "figure", "src": "photos/drawing.png", "alt": "The drawing, once more"},
    ]
    (folder / "copy.webp").write_bytes((folder / "photos/upright.jpg").read_bytes())
    figures.append({"type": "figure", "src": "copy.webp", "alt": "A JPEG that is called WebP"})
    release = RELEASE | {"body": ["On Friday.", *figures]}
    (folder / "release.json").write_text(json.dumps(release), encoding="utf-8")
    return folder / "release.json"


@pytest.mark.parametrize("options", [{}, {"large_print": True, "page_size": "letter", "embed_fonts": True}])
def test_photos_of_every_kind_come_back(gallery: Path, tmp_path: Path, options: Any) -> None:
    assert_comes_back(gallery, tmp_path, **options)


def test_every_profile_gives_the_same_back(gallery: Path) -> None:
    made = prepared(gallery)
    first = exported(made)
    again = {name: carried(data) for name, data in first.items() if name.endswith(".pdf")}
    assert again.pop("release.ua1-a2a.pdf").source is None
    one, other = again.values()
    assert one == other


def test_a_photo_is_in_a_pdf_once(gallery: Path) -> None:
    made = prepared(gallery)
    pdf = exported(made)["release.ua1-a3a.pdf"]
    photographs_of_kind = [image.data for _, image in made.images if image.media_type == "image/jpeg"]
    assert photographs_of_kind
    assert {pdf.count(data) for data in photographs_of_kind} == {1}


def test_a_page_gives_its_source_and_its_renditions(gallery: Path) -> None:
    made = prepared(gallery)
    page = carried(exported(made)["release.html"])
    assert page.source == made.public_source
    assert not page.has_originals
    assert page.missing == ()
    assert page.photos.keys() == {src for src, _ in made.images}


def test_photos_beside_a_page_are_missing_in_it(gallery: Path) -> None:
    made = prepared(gallery)
    page = carried(exported(made, assets="beside")["release.html"])
    assert page.source == made.public_source
    assert not page.photos
    assert set(page.missing) == {src for src, _ in made.images}


@settings(max_examples=25, deadline=None)
@given(release=releases())
def test_whatever_the_release_its_word_document_and_page_give_it_back(
    tmp_path_factory: pytest.TempPathFactory, release: Any
) -> None:
    folder = tmp_path_factory.mktemp("release")
    write_photos(folder)
    (folder / "release.json").write_text(json.dumps(release), encoding="utf-8")
    made = prepared(folder / "release.json")
    options = WriteOptions(name="release", public_source=b"")
    files = render(made, brand=load_brand("default"), formats=("html", "docx"), options=options)
    page, document = (carried(file.data) for file in files)
    assert page.source == document.source == made.public_source
    assert dict(document.photos) == {src: image.data for src, image in made.images}
    assert page.photos.keys() == document.photos.keys()


def every_private_field(release: dict[str, Any]) -> dict[str, Any]:
    """Put words that are nobody's business wherever the format lets them stand."""
    secret = "told in confidence"

    def filled(value: Any) -> Any:
        match value:
            case dict():
                members: dict[str, Any] = {key: filled(member) for key, member in value.items()}
                return members | {"x-desk": [secret]}
            case list():
                return [filled(item) for item in value]
            case _:
                return value

    public: dict[str, Any] = filled(release)
    return public | {
        "source": {"document": secret, "note": secret},
        "$schema": "release.schema.json",
    }


def test_nothing_internal_comes_back(gallery: Path, tmp_path: Path) -> None:
    release = json.loads(gallery.read_text(encoding="utf-8"))
    private = gallery.with_name("private.json")
    private.write_text(json.dumps(every_private_field(release)), encoding="utf-8")
    for name, data in exported(prepared(private)).items():
        found = carried(data)
        for held in (found.source or b"", *found.photos.values(), *(src.encode() for src in found.photos)):
            assert b"in confidence" not in held, name
            assert b"x-desk" not in held, name
            assert photographs.PRIVATE not in held, name


@pytest.mark.parametrize(
    "name", ["release.html", "release.docx", "release.ua1-a3a.pdf", "release.ua2-a4f.pdf"]
)
def test_the_source_alone_is_the_same(gallery: Path, name: str) -> None:
    made = prepared(gallery)
    data = exported(made)[name]
    kind = format_of(data)
    assert kind == name.rpartition(".")[2]
    assert carried_source(data, kind) == made.public_source


@settings(max_examples=60, deadline=None)
@given(
    words=st.text(
        st.characters(exclude_categories=["Cs"]) | st.sampled_from("\\u003cf<>&\u2028\x7f\x85\ufffe")
    )
)
def test_no_character_gets_lost_on_the_way(plain: Document, words: str) -> None:
    source = canonical_json({words: words, "format": "prexport/1"})
    options = WriteOptions(name="release", public_source=source)
    for kind in ("html", "docx"):
        (file,) = FORMATS[kind].write(plain, load_brand("default"), options)
        assert carried(file.data).source == source


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """Give a document without photos."""
    folder = tmp_path_factory.mktemp("plain")
    (folder / "release.json").write_text(json.dumps(RELEASE), encoding="utf-8")
    document = prepared(folder / "release.json").document
    assert document is not None
    return document
