"""vCards by RFC 6350, read back by a small reader that knows the RFC's rules for lines, escapes and parameters."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, strategies as st

from prexport.document.tree import Telephone
from prexport.writers.html.vcard import file_name, vcard, vcard_url
from tree_nodes import entry

FULL = entry(
    "Ada Ng; the third, a \\ b",
    name_lang="en-HK",
    lang="zh-Hant-HK",
    organisation="藍塘海港博物館",
    title="傳訊經理",
    role="傳媒查詢",
    telephones=(
        Telephone(printed="0151 496 0172 ext. 21", uri="tel:+441514960172;ext=21"),
        Telephone(printed="4724 (text)", uri=""),
    ),
    mail_addresses=("ada@example.org", "press@example.org"),
    pages=("https://example.org/a,b;c",),
    address=("香港藍塘灣碼頭道 1 號", "藍塘海港博物館二樓"),
)
# What a text of a release may hold: no control characters, no lone surrogates.
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=80)


def read(card: str) -> list[tuple[str, dict[str, str], str]]:
    """The properties of a vCard: name, parameters, value as it stands there."""
    unfolded = card.replace("\r\n ", "")
    found = []
    for line in unfolded.removesuffix("\r\n").split("\r\n"):
        match = re.fullmatch(r"([A-Z]+)((?:;[A-Z]+=[^;:,\"]+)*):(.*)", line, re.DOTALL)
        assert match, line
        parameters = dict(part.split("=") for part in match[2].split(";")[1:])
        found.append((match[1], parameters, match[3]))
    return found


def text(value: str) -> str:
    """A text value without its escapes (RFC 6350 3.4)."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value), f"not escaped: {value}"
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], value)


def test_all_that_is_known() -> None:
    assert read(vcard(FULL)) == [
        ("BEGIN", {}, "VCARD"),
        ("VERSION", {}, "4.0"),
        ("KIND", {}, "individual"),
        ("FN", {"LANGUAGE": "en-HK"}, r"Ada Ng\; the third\, a \\ b"),
        ("N", {"LANGUAGE": "en-HK"}, r";Ada Ng\; the third\, a \\ b;;;"),
        ("ORG", {"LANGUAGE": "zh-Hant-HK"}, "藍塘海港博物館"),
        ("TITLE", {"LANGUAGE": "zh-Hant-HK"}, "傳訊經理"),
        ("ROLE", {"LANGUAGE": "zh-Hant-HK"}, "傳媒查詢"),
        ("TEL", {"VALUE": "uri", "TYPE": "work"}, "tel:+441514960172;ext=21"),
        ("TEL", {"VALUE": "text", "TYPE": "work"}, "4724 (text)"),
        ("EMAIL", {"TYPE": "work"}, "ada@example.org"),
        ("EMAIL", {"TYPE": "work"}, "press@example.org"),
        ("URL", {"TYPE": "work"}, "https://example.org/a,b;c"),
        (
            "ADR",
            {"TYPE": "work", "LANGUAGE": "zh-Hant-HK"},
            r";;香港藍塘灣碼頭道 1 號\n藍塘海港博物館二樓;;;;",
        ),
        ("END", {}, "VCARD"),
    ]


def test_an_organisation_is_no_individual_and_has_no_parts_of_a_name() -> None:
    told = read(vcard(entry("Harbour Museum", is_person=False)))
    assert ("KIND", {}, "org") in told
    assert "N" not in {name for name, _, _ in told}


@given(TEXTS)
def test_any_text_comes_back_and_no_line_is_too_long(words: str) -> None:
    card = vcard(entry(words, organisation=words))
    values: dict[str, Any] = {name: value for name, _, value in read(card)}
    assert text(values["FN"]) == text(values["ORG"]) == words
    assert all(len(line.encode()) <= 75 for line in card.split("\r\n"))
    assert card.endswith("END:VCARD\r\n")


def test_no_text_can_add_a_property() -> None:
    told = read(vcard(entry("Ada\nTEL:1", organisation="x\r\nNOTE:y")))
    assert {name for name, _, _ in told} == {"BEGIN", "VERSION", "KIND", "FN", "N", "ORG", "EMAIL", "END"}


def test_the_link_holds_all_of_it() -> None:
    kind, comma, data = vcard_url(FULL).partition(",")
    assert (kind, comma) == ("data:text/vcard;charset=utf-8", ",")
    assert re.fullmatch(r"[A-Za-z0-9%._~-]+", data)
    assert unquote(data, errors="strict") == vcard(FULL)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("何思朗", "何思朗.vcf"),
        ("A/B: C?", "A B C.vcf"),
        ("../..", "contact.vcf"),
        ("Dr Ng", "Dr Ng.vcf"),
    ],
)
def test_the_file_is_named_after_whom_it_is_about(name: str, expected: str) -> None:
    assert file_name(entry(name)) == expected
