"""No page keeps the reader busy for long: hostile ones are read, or refused, within seconds."""

from __future__ import annotations

import base64
import time

import pytest
from PIL import Image

from photographs import encode
from prexport.readers.html import images
from prexport.readers.html.images import Photos
from prexport.readers.html.parse import MOST_ELEMENTS, MOST_LEVELS, PageTooLarge, parse
from prexport.readers.html.read import read

SECONDS = 10  # of the processor; on a quiet machine the longest of these takes 2, of any page 4


def repeated(marks: str, size: int = 5_000_000) -> bytes:
    return (marks * (size // len(marks))).encode()


@pytest.mark.parametrize(
    "page",
    [
        repeated("&"),
        repeated("&lt;"),
        repeated("<"),
        repeated("<!--"),
        repeated("</b>"),
        b"<a href='" + repeated("&") + b"'>x</a>",
        b"<p title='" + repeated("a b=1 ") + b"'>x",
        b"<em>" * 4000 + b"x<br>" * 40_000,
        b"<figure>" * 4000 + b"<p>x" * 40_000 + b"<img>",
        b"<ol><li>x" * 900 + b"<li>y" * 40_000,
        b"<table>" * 4000 + b"<tr><td>x" * 15_000,
        b"".join(b"<abbr title=%d>" % number for number in range(4000)) + b"x<br>" * 40_000,
        b"<ol start='" + b"9" * 5000 + b"'><li value='-" + b"9" * 5000 + b"'>x",
    ],
    ids=lambda page: page[:12].decode(),
)
def test_a_hostile_page_is_read_in_seconds(page: bytes) -> None:
    begun = time.process_time()
    read(page)
    assert time.process_time() - begun < SECONDS


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (repeated("<p>"), "more than 100,000 elements"),
        (repeated("x<br>"), "more than 100,000 elements"),
        (b"<em>" * (MOST_LEVELS + 1), "more than 4,096 levels"),
        (repeated("<table>"), "more than 4,096 levels"),
        (b"<a " + b" ".join(b"a%d=1" % number for number in range(500_000)) + b">", "too many attributes"),
        (b"<a " + b"a='' b " * 5000 + b">", "too many attributes"),
        (repeated("<a\n"), "too many attributes"),
        (b"<" + repeated("a") + b">", "too many attributes"),
        (("\ufeff<a " + "b " * 5000 + ">").encode("utf-16-le"), "too many attributes"),
    ],
    ids=["elements", "breaks", "levels", "tables", "attributes", "quoted", "open tags", "a name", "UTF-16"],
)
def test_a_page_beyond_the_bounds_is_refused_at_once(page: bytes, why: str) -> None:
    begun = time.process_time()
    with pytest.raises(PageTooLarge, match=why) as caught:
        read(page)
    assert caught.value.mend
    assert time.process_time() - begun < SECONDS


def test_a_page_of_the_largest_size_is_read() -> None:
    body = parse(b"<main>" + b"<p>x" * (MOST_ELEMENTS - 3)).find("body")
    assert body is not None
    assert len(body[0]) == MOST_ELEMENTS - 3


def test_a_page_that_is_larger_than_all_others_is_not_even_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prexport.readers.html.parse.MOST_BYTES", 1 << 20)
    with pytest.raises(PageTooLarge, match="larger than 1 MB"):
        read(bytes((1 << 20) + 1))


def test_large_values_of_attributes_are_no_fault() -> None:
    photo = (
        "data:image/png;base64,"
        + base64.b64encode(encode(Image.effect_noise((900, 900), 90), "PNG")).decode()
    )
    (figure,) = read(f'<img alt="Noise" src="{photo}">'.encode()).units
    assert figure.image


def test_photos_that_would_take_minutes_are_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "MOST_PIXELS", 25_000)
    shown = [encode(Image.linear_gradient("L").resize((100, 100 + number)), "PNG") for number in range(4)]
    photos = Photos({f"{number}.png": photo for number, photo in enumerate(shown)})
    told = [photos.fingerprint_of(f"{number}.png") for number in range(4)]
    assert [bool(each) for each in told] == [True, True, False, False]
    assert photos.fingerprint_of("0.png") == told[0], "a photo that was seen is known"


def test_no_program_is_started_to_see_a_picture() -> None:
    """Pillow gives PostScript to Ghostscript."""
    photos = Photos({"a.eps": encode(Image.new("RGB", (20, 20), "red"), "EPS")})
    assert photos.fingerprint_of("a.eps") == ""


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (b"\xef\xbb\xbf<p>\xc3\xa9", "é"),
        ("\ufeff<p>é語".encode("utf-16-le"), "é語"),
        ("\ufeff<p>é語".encode("utf-16-be"), "é語"),
        (b'<meta charset="shift_jis"><p>\x82\xa0', "あ"),
        (b'<META http-equiv=content-type content="text/html; charset=GBK"><p>\xd6\xd0', "中"),
        (b"<meta charset=utf-16><p>\xc3\xa9", "é"),
        (b"<meta charset=latin1><p>\x93x\x94", "“x”"),
        (b"<meta charset=punycode><p>abc", "abc"),
        (b"<meta charset=no-such><p>\xe9", "é"),
        (b"<p>\xc3\xa9", "é"),
        (b"<p>\xe9", "é"),
        (b"<p>a\0b", "ab"),
        (b"<meta charset=utf-8><p>a\xffb", "a\ufffdb"),
    ],
)
def test_the_encoding_is_the_one_that_browsers_take(page: bytes, text: str) -> None:
    body = parse(page).find("body")
    assert body is not None
    assert "".join(body.itertext()) == text


@pytest.mark.parametrize("page", [b"", b"\0", b" ", b"<!-- x -->", b"<?x?>", b"<!DOCTYPE html>"])
def test_a_page_without_anything_is_empty(page: bytes) -> None:
    assert read(page).units == ()


def test_elements_without_content_have_none() -> None:
    body = parse(b"<p>a<wbr>b<picture><source srcset=c><img alt=d>e</picture><embed>f</p>").find("body/p")
    assert body is not None
    assert [(each.tag, each.tail, len(each)) for each in body.iter() if each is not body] == [
        ("wbr", "b", 0),
        ("picture", None, 2),
        ("source", None, 0),
        ("img", "e", 0),
        ("embed", "f", 0),
    ]
