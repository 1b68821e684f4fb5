"""Faults on purpose: whatever is lost or foreign on the way to paper stops the export."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

import pytest
from markupsafe import Markup
from weasyprint.urls import FatalURLFetchingError

from prexport.document.tree import Figure
from prexport.errors import InternalError, UnusableBrand
from prexport.readers.pdf.tags import read_tags
from prexport.writers.html.article import article
from prexport.writers.pdf.weasyprint import engine
from prexport.writers.pdf.weasyprint.resources import BASE_URL, Resources
from writers.pdf_cases import brand, document, opened, pdf, photo


def with_css(css: str) -> bytes:
    return pdf(document(), of=replace(brand(), print_css=css))


def test_words_that_a_style_sheet_hides_are_missed() -> None:
    with pytest.raises(InternalError, match=r"'The harbour opens today.' of node .* was not printed"):
        with_css("article > p { display: none }")


def test_words_that_a_style_sheet_changes_are_noticed() -> None:
    with pytest.raises(InternalError, match="is printed where the document says"):
        with_css("h1 { text-transform: uppercase }")


def test_a_picture_that_a_style_sheet_hides_is_missed() -> None:
    figure = {"type": "figure", "src": "photo.jpg", "alt": "A gate"}

    with pytest.raises(InternalError, match=r"picture of node .* was not laid out"):
        pdf(document(body=[figure]), of=replace(brand(), print_css=".photo img { display: none !important }"))


def test_words_in_another_order_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    told = article

    def swapped(*arguments: Any, **options: Any) -> Markup:
        markup = str(told(*arguments, **options))
        return Markup(markup.replace("harbour", "@").replace("opens", "harbour").replace("@", "opens"))

    monkeypatch.setattr(engine, "article", swapped)
    with pytest.raises(InternalError, match="is printed where the document says"):
        pdf(document())


def test_decoration_of_a_style_sheet_is_an_artifact() -> None:
    with opened(with_css('h1::before { content: "decoration" }')) as file:
        tagged = read_tags(file)

    assert ("Layout", "decoration") in tagged.artifacts[0]
    assert "decoration" not in tagged.roots[0].text


@pytest.mark.parametrize("url", ["https://example.org/a.png", "file:///etc/passwd", "other.png", "data:,x"])
def test_nothing_foreign_is_fetched(url: str) -> None:
    with pytest.raises(InternalError, match="asked for something foreign"):
        with_css(f"article {{ background: url({url}) }}")


def test_only_the_table_is_served() -> None:
    resources = Resources({"a.jpg": ("image/jpeg", b"photo")})

    assert resources.fetch(BASE_URL + "a.jpg").read() == b"photo"
    with pytest.raises(FatalURLFetchingError):
        resources.fetch(BASE_URL + "b.jpg")


def test_an_error_that_weasyprint_only_logs_is_fatal() -> None:
    with pytest.raises(InternalError, match="Failed to load image"), engine.errors_are_fatal():
        logging.getLogger("weasyprint").error("Failed to load image")


def test_a_broken_picture_is_an_error_and_not_a_gap() -> None:
    broken = replace(photo(), data=b"\xff\xd8\xff not a photo", sha256="0" * 64)
    made = document(body=[{"type": "figure", "src": "photo.jpg", "alt": "A gate"}])
    (figure,) = made.body
    assert isinstance(figure, Figure)

    with pytest.raises(InternalError, match="Failed to load image"):
        pdf(replace(made, body=(replace(figure, image=broken),)))


def test_an_unknown_token_is_the_brands_fault() -> None:
    with pytest.raises(UnusableBrand, match="--no-such-token"):
        with_css("p { color: var(--no-such-token) }")


def test_a_character_without_a_font_is_named() -> None:
    with pytest.raises(InternalError, match="U\\+131AC"):
        pdf(document(body=["A boat in hieroglyphs: \U000131ac"]))
