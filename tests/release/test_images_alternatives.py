"""The alternative text that a photo carries itself (IPTC), and whose language it speaks."""

from __future__ import annotations

import pytest

from photographs import alt_text, decode, encode, photo, png_chunk, xmp
from prexport.release.images import alt_for, make_safe

BOTH = (("en", "A harbour at dawn"), ("zh-Hant", "黎明的海港"))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_is_read_from_every_kind(kind: str) -> None:
    packet = xmp(alt_text(**{lang.replace("-", "_"): text for lang, text in BOTH}))
    if kind == "PNG":
        data = encode(photo(), "PNG")
        data = data[:33] + png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + packet) + data[33:]
    else:
        data = encode(photo(), kind, **({"tiffinfo": {700: packet}} if kind == "TIFF" else {"xmp": packet}))
    image = make_safe(data, "a")
    assert image.iptc_alt == BOTH
    assert "黎明的海港".encode() in image.data, "it stays in the file"
    assert make_safe(image.data, "a") == image
    decode(image.data)


def test_is_read_when_written_as_plain_text_or_attribute() -> None:
    for packet in (
        xmp("<Iptc4xmpCore:AltTextAccessibility>A harbour</Iptc4xmpCore:AltTextAccessibility>"),
        xmp("", 'Iptc4xmpCore:AltTextAccessibility="A harbour"'),
    ):
        assert make_safe(encode(photo(), "JPEG", xmp=packet), "a").iptc_alt == (("x-default", "A harbour"),)


def test_is_one_line_with_x_default_first_and_real_languages_only() -> None:
    packet = xmp(alt_text(en="A\n   harbour &amp; more", x_default="Un port", no_such_language_="?", fr=" "))
    image = make_safe(encode(photo(), "JPEG", xmp=packet), "a")
    assert image.iptc_alt == (("x-default", "Un port"), ("en", "A harbour & more"))


def test_captions_and_titles_are_never_an_alternative() -> None:
    packet = xmp('<dc:description><rdf:Alt><rdf:li xml:lang="en">Caption</rdf:li></rdf:Alt></dc:description>')
    assert make_safe(encode(photo(), "JPEG", xmp=packet), "a").iptc_alt == ()


@pytest.mark.parametrize(
    ("alternatives", "lang", "chosen"),
    [
        ({"en": "E"}, "en", "E"),
        ({"en": "E"}, "en-HK", "E"),
        ({"en-US": "U", "en-GB": "G"}, "en-GB", "G"),
        ({"en-GB": "G", "en-US": "U"}, "en", "U"),
        ({"en-GB": "G", "en-AU": "A"}, "en-HK", "G"),
        ({"EN-gb": "G"}, "en-GB", "G"),
        ({"en": "E"}, "fr", None),
        ({"zh-Hant": "繁"}, "zh-Hant-HK", "繁"),
        ({"zh-TW": "台", "zh-HK": "港"}, "zh-Hant-HK", "港"),
        ({"zh-TW": "台"}, "zh-HK", "台"),
        ({"zh": "简"}, "zh-HK", None),
        ({"zh-Hans": "简"}, "zh-Hant", None),
        ({"zh": "简"}, "zh-CN", "简"),
        ({"sr-Latn": "L"}, "sr", None),
        ({"pt-PT": "P", "pt-BR": "B"}, "pt", "B"),
        ({"x-default": "A harbour"}, "en", "A harbour"),
        ({"x-default": "A harbour"}, "fr", "A harbour"),
        ({"x-default": "A harbour"}, "zh-Hant", None),
        ({"x-default": "黎明的海港 (HK)"}, "zh-HK", "黎明的海港 (HK)"),
        ({"x-default": "黎明的海港"}, "en", None),
        ({"x-default": "港の夜明け"}, "ja", "港の夜明け"),
        ({"x-default": "Гавань"}, "ru", "Гавань"),
        ({"x-default": "2026"}, "ar", "2026"),
        ({"x-default": "E", "en": "E"}, "fr", None),
        ({"x-default": "Un port", "fr": "Un port"}, "fr-CA", "Un port"),
        ({}, "en", None),
    ],
)
def test_the_language_of_the_figure_decides(
    alternatives: dict[str, str], lang: str, chosen: str | None
) -> None:
    packet = xmp(alt_text(**{tag.replace("-", "_"): text for tag, text in alternatives.items()}))
    assert alt_for(make_safe(encode(photo(), "JPEG", xmp=packet), "a"), lang) == chosen
