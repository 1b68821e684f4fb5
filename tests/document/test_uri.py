"""Addresses with any letters become addresses in ASCII, and every format's outline tells them so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from outlined import default_brand
from prexport.document.outline import MarkKind, Outline
from prexport.document.outline_of import outline_of
from prexport.document.tree import Document
from prexport.document.uri import uri
from prexport.readers.docx.read import read as read_docx
from prexport.readers.html.read import read as read_html
from prexport.readers.pdf.read import read as read_pdf
from prexport.writers.docx.write import write as write_docx
from prexport.writers.html.page import write as write_html
from prexport.writers.options import WriteOptions
from prexport.writers.pdf.profile import PROFILES
from prexport.writers.pdf.write import write as write_pdf
from writers.pdf_cases import document

OPTIONS = WriteOptions(name="release", public_source=b"{}")
PROFILE = next(iter(PROFILES.values()))
ADDRESS, SAME = "https://例え.jp/海/à?q=ü#é", "https://xn--r8jz45g.jp/%E6%B5%B7/%C3%A0?q=%C3%BC#%C3%A9"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a%20b?c=d&e=f#g", "https://example.org/a%20b?c=d&e=f#g"),
        (ADDRESS, SAME),
        ("https://[2001:db8::1]/ä", "https://[2001:db8::1]/%C3%A4"),
        ("mailto:info@example.org?subject=Grüße", "mailto:info@example.org?subject=Gr%C3%BC%C3%9Fe"),
        ("https://example.org/a b<c>", "https://example.org/a%20b%3Cc%3E"),
        ("https://example.org/\ud800", "https://example.org/%EF%BF%BD"),
        ("#note-1", "#note-1"),
    ],
)
def test_addresses_in_ascii(address: str, expected: str) -> None:
    assert uri(address) == expected
    assert uri(expected) == expected


def links(outline: Outline) -> list[str]:
    return [mark.value for unit in outline.units for mark in unit.marks if mark.kind is MarkKind.LINK]


def of_html(told: Document) -> Outline:
    return read_html(write_html(told, default_brand(), OPTIONS)[0].data)


def of_docx(told: Document) -> Outline:
    return read_docx(write_docx(told, default_brand(), OPTIONS)[0].data)


def of_pdf(told: Document) -> Outline:
    return read_pdf(write_pdf(told, default_brand(), OPTIONS, [PROFILE])[0].data)


@pytest.mark.parametrize("outline", [outline_of, of_html, of_docx, of_pdf])
def test_every_outline_tells_the_same_address(outline: Callable[[Document], Outline]) -> None:
    assert SAME in links(outline(document(body=[f"See [the harbour]({ADDRESS})."])))
