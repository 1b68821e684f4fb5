"""The page: one file that is self-contained, tells machines what it is, and lets nothing of the author's run."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from typing import Any

import pytest
from lxml import html as parser
from PIL import Image, ImageOps

from photographs import (
    APP1,
    LOSSY,
    PRIVATE,
    XMP_SEGMENT,
    alt_text,
    decode,
    difference,
    encode,
    photo,
    segment,
    with_segments,
    xmp,
)
from prexport.brand.load import load_brand
from prexport.document import tree
from prexport.document.tree import Document, ParagraphRole, SectionKind
from prexport.release.images import make_safe
from prexport.writers.html.page import write
from prexport.writers.options import WriteOptions
from tree_nodes import (
    ARABIC,
    HEADED,
    document,
    entry,
    figure,
    image,
    link,
    metadata,
    paragraph,
    section,
)

BRAND = load_brand("default")
OPTIONS = WriteOptions(name="opening", public_source=b'{"format":"prexport/1"}')


def page(told: Document, **options: Any) -> str:
    return write(told, BRAND, replace(OPTIONS, **options))[0].data.decode("utf-8")


def dom(text: str) -> Any:
    return parser.document_fromstring(text)


def meta(text: str, name: str) -> list[str]:
    return list(dom(text).xpath(f'//meta[@name="{name}" or @property="{name}"]/@content'))


def linked_data(text: str) -> Any:
    (block,) = dom(text).xpath('//script[@type="application/ld+json"]/text()')
    return json.loads(block)


class TestOneFile:
    def test_its_name_and_its_first_words(self) -> None:
        (file,) = write(document(), BRAND, OPTIONS)
        assert file.path == "opening.html"
        assert file.data.startswith(
            b'<!DOCTYPE html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">'
        )

    def test_it_asks_for_nothing(self) -> None:
        loaded = dom(page(document(figure()))).xpath("//@src | //@srcset | //link[@rel='stylesheet']/@href")
        assert [address[:5] for address in loaded] == ["data:"] * 3

    def test_photos_may_lie_beside_it(self) -> None:
        body = (figure("One"), figure("Two", image=image(40, 60)), figure("One again"))
        files = write(document(*body), BRAND, replace(OPTIONS, assets="beside", name="an opening"))
        assert [file.path for file in files] == [
            "an opening.html",
            "an opening_files/harbour.jpg",
            "an opening_files/harbour.webp",
            "an opening_files/harbour-2.jpg",
            "an opening_files/harbour-2.webp",
        ]
        text = files[0].data.decode()
        sources = dom(text).xpath("//figure//img/@src")
        assert sources == [f"an%20opening_files/harbour{number}.jpg" for number in ("", "-2", "")]
        assert "img-src data: 'self';" in text

    def test_large_photos_beside_it_come_in_two_widths(self) -> None:
        body = (
            figure("One", image=image(2000, 1000)),
            paragraph("x"),
            figure("Two", image=image(1000, 2000)),
            figure("Three", image=image(700, 500)),
        )
        files = write(document(*body), BRAND, replace(OPTIONS, assets="beside"))
        one, two, three = dom(files[0].data.decode()).xpath("//figure/picture//img")
        assert one.get("srcset") == "opening_files/harbour-small.jpg 800w, opening_files/harbour.jpg 1280w"
        assert one.get("sizes") == "(min-width: 58rem) 52rem, 100vw"
        assert two.get("srcset") == (
            "opening_files/harbour-2-small.jpg 400w, opening_files/harbour-2.jpg 640w"
        )
        assert two.get("sizes") == "(min-width: 58rem) 26rem, (min-width: 36rem) 50vw, 100vw"
        assert (three.get("srcset"), three.get("sizes")) == (None, None)
        names = ["-small.jpg", ".jpg", "-small.webp", ".webp"]
        names += ["-2-small.jpg", "-2.jpg", "-2-small.webp", "-2.webp", "-3.jpg", "-3.webp"]
        assert [file.path for file in files[1:]] == [f"opening_files/harbour{name}" for name in names]
        assert len(files[1].data) < len(files[2].data)

    def test_photos_beside_it_come_as_webp_too(self) -> None:
        shown = image(2000, 1000)
        page_, *files = write(document(figure(image=shown)), BRAND, replace(OPTIONS, assets="beside"))
        (source,) = dom(page_.data.decode()).xpath("//figure/picture/source")
        assert page_.data.index(b"<source type") < page_.data.index(b'<img src="opening_files')
        assert dict(source.attrib) == {
            "type": "image/webp",
            "srcset": "opening_files/harbour-small.webp 800w, opening_files/harbour.webp 1280w",
            "sizes": "(min-width: 58rem) 52rem, 100vw",
        }
        by_name = {file.path.removeprefix("opening_files/"): file.data for file in files}
        for stem, size in (("harbour-small", (800, 400)), ("harbour", (1280, 640))):
            webp, jpeg = decode(by_name[f"{stem}.webp"]), decode(by_name[f"{stem}.jpg"])
            assert (webp.format, webp.size, jpeg.size) == ("WEBP", size, size)
            assert difference(webp, jpeg) < LOSSY
            assert len(by_name[f"{stem}.webp"]) < 0.8 * len(by_name[f"{stem}.jpg"])

    def test_a_drawing_beside_it_loses_nothing(self) -> None:
        drawing = ImageOps.posterize(photo(600, 400), 2)
        shown = make_safe(encode(drawing, "PNG"), "harbour.png")
        _, png, webp = write(document(figure(image=shown)), BRAND, replace(OPTIONS, assets="beside"))
        assert png.data == shown.data
        assert difference(decode(webp.data), drawing) == 0
        assert len(webp.data) < len(png.data)

    def test_a_webp_that_would_be_larger_is_left_out(self) -> None:
        shown = make_safe(encode(Image.effect_noise((64, 64), 90), "JPEG"), "harbour.jpg")
        files = write(document(figure(image=shown)), BRAND, replace(OPTIONS, assets="beside"))
        assert [file.path for file in files[1:]] == ["opening_files/harbour.jpg"]
        assert "<picture><source type" not in files[0].data.decode()

    def test_a_photo_in_the_page_is_what_every_program_can_show(self) -> None:
        text = page(document(figure(image=image(2000, 1000))))
        assert "data:image/jpeg" in text
        assert "image/webp" not in text

    def test_who_made_a_photo_stays_in_all_its_renditions(self) -> None:
        packet = xmp(f"<photoshop:Credit>Ann Ng</photoshop:Credit>{alt_text(en='A harbour')}")
        marked = with_segments(encode(photo(1600, 900), "JPEG"), segment(APP1, XMP_SEGMENT + packet))
        files = write(
            document(figure(image=make_safe(marked, "a.jpg"))), BRAND, replace(OPTIONS, assets="beside")
        )
        assert len(files) == 5
        assert all(b"Ann Ng" in file.data and PRIVATE not in file.data for file in files[1:])

    def test_a_photo_named_like_another_s_small_rendition_stays_itself(self) -> None:
        body = (figure(image=image(2000, 1000)), figure(image=image(900, 1400, name="harbour-small")))
        files = write(document(*body), BRAND, replace(OPTIONS, assets="beside"))
        assert len({file.path for file in files}) == len(files) == 9

    def test_the_quality_of_photos_can_be_chosen(self) -> None:
        told = document(figure(image=image(1600, 1200)))
        assert len(page(told, image_quality=40)) < 0.75 * len(page(told, image_quality=90))

    def test_the_same_release_makes_the_same_bytes(self) -> None:
        told = document(figure(), figure("Two", image=image(40, 60)), paragraph("文字", lang="zh-Hant-HK"))
        assert write(told, BRAND, OPTIONS) == write(told, BRAND, OPTIONS)

    def test_photos_are_shrunk_and_seven_of_them_stay_small(self) -> None:
        told = document(*(figure(str(number), image=image(2000 + number, 1333)) for number in range(7)))
        text = page(told)
        assert {int(width) for width in dom(text).xpath("//figure/img/@width")} == {1280}
        assert len(text.encode()) < 1_200_000


class TestHead:
    def test_the_title_names_headline_publisher_and_date(self) -> None:
        assert "<title>It opens – Harbour Museum – 1 March 2026</title>" in page(document())

    def test_a_public_release_may_be_found(self) -> None:
        assert meta(page(document()), "robots") == []

    def test_an_embargoed_one_only_when_it_is_published(self) -> None:
        told = document(metadata=metadata(public=False))
        assert meta(page(told), "robots") == ["noindex, noarchive"]
        assert meta(page(told, public=True), "robots") == []

    def test_descriptions_and_dublin_core(self) -> None:
        told = metadata(
            url="https://example.org/opening",
            keywords=("tide", "ship"),
            licence="https://example.org/terms",
            rights="© Harbour Museum",
        )
        text = page(document(metadata=told))
        assert meta(text, "description") == ["The museum opens."]
        assert meta(text, "keywords") == ["tide, ship"]
        assert meta(text, "dcterms.title") == meta(text, "og:title") == ["It opens"]
        assert meta(text, "dcterms.publisher") == ["Harbour Museum"]
        assert meta(text, "dcterms.identifier") == meta(text, "og:url") == ["https://example.org/opening"]
        assert meta(text, "dcterms.issued") == meta(text, "article:published_time") == ["2026-03-01"]
        assert meta(text, "dcterms.rights") == ["© Harbour Museum"]
        assert dom(text).xpath('//link[@rel="canonical"]/@href') == ["https://example.org/opening"]
        assert dom(text).xpath('//link[@rel="license"]/@href') == ["https://example.org/terms"]

    def test_language_versions_name_each_other_and_themselves(self) -> None:
        french = tree.Translation(lang="fr-CH", url="https://example.org/fr", title="Ouverture")
        told = metadata(url="https://example.org/", translations=(french,))
        text = page(document(lang="en-GB", metadata=told))
        alternates = dom(text).xpath('//link[@rel="alternate"]')
        assert [(each.get("hreflang"), each.get("href")) for each in alternates] == [
            ("en-GB", "https://example.org/"),
            ("fr-CH", "https://example.org/fr"),
        ]
        assert meta(text, "og:locale") == ["en_GB"]
        assert meta(text, "og:locale:alternate") == ["fr_CH"]

    def test_the_policy_allows_this_sheet_and_nothing_else(self) -> None:
        text = page(document())
        (policy,) = dom(text).xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')
        (sheet,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
        assert policy == (
            f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:; "
            "base-uri 'none'; form-action 'none'"
        )
        assert text.index("Content-Security-Policy") < text.index("<style>")
        assert not dom(text).xpath("//@style")


class TestLinkedData:
    def test_what_a_release_says_of_itself(self) -> None:
        telephones = (
            tree.Telephone(printed="2 555", uri="tel:+852255"),
            tree.Telephone(printed="555 (night)", uri=""),
        )
        ada = entry("Ada Ng", role="Media enquiries", telephones=telephones)
        card = tree.Card(**HEADED, lines=(paragraph("Ada Ng"),), entries=(ada, entry("Bo")))
        told = document(
            figure("A harbour", caption=paragraph("The pier", role=ParagraphRole.CAPTION)),
            figure(""),
            metadata=metadata(number="M26-01", url="https://example.org/opening"),
            sections=(section(SectionKind.CONTACTS, card),),
        )
        said = linked_data(page(told))
        assert said["@type"] == "NewsArticle"
        assert said["genre"] == "Press Release"
        assert said["identifier"] == "M26-01"
        assert said["inLanguage"] == "en"
        assert said["image"] == [
            {
                "@type": "ImageObject",
                "width": {"@type": "QuantitativeValue", "value": 60, "unitCode": "E37"},
                "height": {"@type": "QuantitativeValue", "value": 40, "unitCode": "E37"},
                "caption": "The pier",
                "description": "A harbour",
                "inLanguage": "en",
            }
        ]
        assert said["publisher"] == said["author"]
        assert said["publisher"]["name"] == "Harbour Museum"
        assert said["publisher"]["contactPoint"] == [
            {
                "@type": "ContactPoint",
                "contactType": "Media enquiries",
                "name": "Ada Ng",
                "telephone": ["+852255", "555 (night)"],
                "email": "a@example.org",
            },
            {"@type": "ContactPoint", "name": "Bo", "email": "a@example.org"},
        ]

    def test_a_licence_is_an_address_or_the_name_of_a_work(self) -> None:
        told = metadata(licence="https://example.org/terms")
        assert linked_data(page(document(metadata=told)))["license"] == "https://example.org/terms"
        told = metadata(licence="CC BY 4.0")
        expected = {"@type": "CreativeWork", "name": "CC BY 4.0"}
        assert linked_data(page(document(metadata=told)))["license"] == expected

    def test_nothing_is_said_twice_or_empty(self) -> None:
        said = linked_data(page(document()))
        assert "" not in said.values()
        assert [] not in said.values()

    def test_a_joint_release_has_all_its_publishers(self) -> None:
        both = (tree.Publisher(name="A"), tree.Publisher(name="B", url="https://b.example"))
        said = linked_data(page(document(metadata=metadata(publishers=both))))
        assert said["publisher"] == [
            {"@type": "Organization", "name": "A"},
            {"@type": "Organization", "name": "B", "url": "https://b.example"},
        ]


class TestSource:
    def test_the_page_carries_it(self) -> None:
        source = {"headline": "a </script><!-- & \u2028\u2029 ende"}
        text = page(document(), public_source=json.dumps(source, ensure_ascii=False).encode())
        (block,) = dom(text).xpath('//script[@id="prexport-source"]/text()')
        assert json.loads(block) == source
        assert text.count("<!--") == 0
        assert text.count("</script>") == 2


class TestBody:
    def test_the_skip_link_is_first_and_main_can_be_reached(self) -> None:
        body = dom(page(document())).find("body")
        first, main = body[0], body[1]
        assert (first.tag, first.get("href"), first.text) == ("a", "#main", "Skip to the release")
        assert (main.tag, main.get("id"), main.get("tabindex")) == ("main", "main", "-1")

    def test_words_of_the_toolkit_in_another_language_say_so(self) -> None:
        skip = dom(page(document(**ARABIC))).find("body")[0]
        assert (skip.get("lang"), skip.get("dir")) == ("en", "ltr")

    def test_ids_are_unique_and_links_inside_the_page_arrive(self) -> None:
        note = tree.List(
            **HEADED,
            role=tree.ListRole.NOTES,
            ordered=True,
            items=(tree.Item(**HEADED, anchor="note-1", body=(paragraph(link("Back", "#there")),)),),
        )
        there = link("note 1", "#note-1", kind=tree.LinkKind.NOTE, anchor="there")
        root = dom(page(document(paragraph(there), note)))
        ids = root.xpath("//@id")
        assert len(ids) == len(set(ids))
        targets = [address[1:] for address in root.xpath("//a/@href") if address.startswith("#")]
        assert set(targets) <= set(ids)


class TestStyleSheet:
    def sheet(self, told: Document) -> str:
        return str(dom(page(told)).find("head/style").text)

    def test_it_embeds_only_faces_that_are_used(self) -> None:
        plain = self.sheet(document())
        assert re.findall(r'font-family: "([^"]+)"; font-weight: (\d+); font-style: (\w+)', plain) == [
            ("IBM Plex Sans", "400", "normal"),
            ("IBM Plex Sans", "700", "normal"),
            ("IBM Plex Serif", "400", "normal"),
            ("IBM Plex Serif", "700", "normal"),
        ]
        arabic = self.sheet(document(paragraph("مرحبا", **ARABIC)))
        assert 'font-family: "IBM Plex Sans Arabic"; font-weight: 400' in arabic
        assert "font-style: italic; font-display" not in plain
        stressed = tree.Em(key=2, source="", children=(tree.Text("now"),))
        assert "font-style: italic; font-display" in self.sheet(document(paragraph(stressed)))

    def test_han_is_left_to_the_reader_s_system(self) -> None:
        assert "Noto Sans CJK HK" in self.sheet(document(paragraph("文"), lang="zh-HK"))
        assert '@font-face { font-family: "Noto Sans CJK' not in self.sheet(
            document(paragraph("文"), lang="zh-HK")
        )

    @pytest.mark.parametrize("lang", ["zh-Hant-HK", "ja", "ko", "ar", "he", "th", "hi"])
    def test_scripts_without_italics_stress_by_weight(self, lang: str) -> None:
        assert "em { font-style: normal; font-weight: 700 }" in self.sheet(document(lang=lang))
        assert f'[lang="{lang}"] em {{ font-style: normal; font-weight: 700 }}' in self.sheet(
            document(paragraph("x", lang=lang))
        )

    def test_a_brand_can_not_end_the_element(self) -> None:
        brand = replace(BRAND, web_css='p::after { content: "</style><script>x()</script>" }')
        text = write(document(), brand, OPTIONS)[0].data.decode()
        assert text.count("</style>") == 1
        assert 'content: "<\\/style><script>x()<\\/script>"' in text
