"""PDF objects from Python values, and whole files of them."""

from __future__ import annotations

import hashlib
import io

import pikepdf
import pytest
from PIL import Image, ImageCms

from prexport.writers.pdf.icc import srgb_profile
from prexport.writers.pdf.syntax import Carried, Name, PdfFile, Raw, Ref, Value, serialise


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, b"null"),
        (True, b"true"),
        (7, b"7"),
        (1.5, b"1.5"),
        (-0.00001, b"0"),
        (100.0, b"100"),
        ("plain (text) \\ here", b"(plain \\(text\\) \\\\ here)"),
        ("Häfen", b"<feff004800e400660065006e>"),
        ("🚢", b"<feffd83ddea2>"),
        (b"\x00\xff", b"<00ff>"),
        (Name("A B#(/)é"), b"/A#20B#23#28#2f#29#c3#a9"),
        (Ref(12), b"12 0 R"),
        (Raw(b"<<>>"), b"<<>>"),
        ([1, "a"], b"[1 (a)]"),
        ({"K": [Ref(1)], "S": Name("P")}, b"<</K [1 0 R]/S /P>>"),
    ],
)
def test_values(value: Value, expected: bytes) -> None:
    assert serialise(value) == expected


def test_a_file_of_objects_is_read_by_others() -> None:
    file = PdfFile()
    file.adopt([(b"<</Own true>>", False)])
    tree = file.reserve()
    stream = file.add_stream(b"0 0 m", {"Kind": Name("Test")})
    drawn: dict[str, Value] = {"MediaBox": [0, 0, 9, 9], "Contents": stream, "Resources": {}}
    page = file.add({"Type": Name("Page"), "Parent": tree, **drawn})
    file.put(tree, {"Type": Name("Pages"), "Kids": [page], "Count": 1})
    root = file.add({"Type": Name("Catalog"), "Pages": tree, "Lang": "el", "Adopted": Ref(1)})

    data = file.write("1.7", root, file.add({"Title": "Ελλάδα"}))

    with pikepdf.open(io.BytesIO(data)) as read:
        assert read.pdf_version == "1.7"
        assert str(read.trailer.Info.Title) == "Ελλάδα"
        assert read.Root.Adopted.Own
        assert read.pages[0].Contents.read_bytes() == b"0 0 m"
        assert not read.check_pdf_syntax()


def test_a_carried_stream_is_a_stream_and_tells_files_apart() -> None:
    def written(data: bytes) -> bytes:
        file = PdfFile()
        head = serialise({"Length": len(data)}) + b"\nstream\n"
        file.adopt([(Carried(head, data, hashlib.sha256(data).digest()), True)])
        pages = file.add({"Type": Name("Pages"), "Kids": [], "Count": 0})
        root = file.add({"Type": Name("Catalog"), "Pages": pages, "Carried": Ref(1)})
        return file.write("1.7", root, None)

    one, other = written(b"\xff\xd8one"), written(b"\xff\xd8two")

    with pikepdf.open(io.BytesIO(one)) as read, pikepdf.open(io.BytesIO(other)) as different:
        assert read.Root.Carried.read_raw_bytes() == b"\xff\xd8one"
        assert list(read.trailer.ID) != list(different.trailer.ID)


def test_equal_content_has_an_equal_identifier_and_other_content_another() -> None:
    def written(title: str) -> bytes:
        file = PdfFile()
        return file.write("2.0", file.add({"T": title}), None)

    assert written("a") == written("a")
    assert written("a")[-400:] != written("b")[-400:]


def test_adopted_objects_come_first() -> None:
    file = PdfFile()
    file.add(1)

    with pytest.raises(ValueError, match="before"):
        file.adopt([])


def test_the_profile_is_srgb() -> None:
    ours = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    theirs = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    colours = Image.new("RGB", (4, 1))
    for place, colour in enumerate([(255, 0, 0), (12, 200, 90), (128, 128, 128), (3, 4, 250)]):
        colours.putpixel((place, 0), colour)

    converted = ImageCms.profileToProfile(colours, ours, theirs)

    assert converted is not None
    assert max(abs(a - b) for a, b in zip(colours.tobytes(), converted.tobytes(), strict=True)) <= 1
    assert ImageCms.getProfileDescription(ours).strip() == "sRGB IEC61966-2.1"
