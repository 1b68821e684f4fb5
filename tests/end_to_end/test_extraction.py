"""The comparison of printed strings with extracted words notices what it is there to notice."""

from __future__ import annotations

import pytest

from prexport.checks.printed import Said, plain, printed
from prexport.checks.printed_words import from_html

PAGE = """<!doctype html><title>No part of it</title><nav>Skip</nav><main><p>One <em>two</em>\u00a0three</p>
<img alt="A ship"><p>An\u00adchor<wbr>age</p></main>"""


def said(*texts: str | tuple[str, ...]) -> list[Said]:
    return [Said("/body", (text,) if isinstance(text, str) else text) for text in texts]


@pytest.mark.parametrize(
    "expected",
    [
        said("One two", "three", "A ship", "Anchorage"),
        said(("three", "One", "two"), "Anchorage"),
        said("One\n two"),
    ],
    ids=["in order", "in any order at one place", "other spaces"],
)
def test_words_that_come_out(expected: list[Said]) -> None:
    assert from_html(PAGE.encode()).missing(expected) == ""


@pytest.mark.parametrize(
    ("expected", "lost"),
    [
        (said("One", "four"), "'four'"),
        (said("A ship", "three"), "'three'"),
        (said("One", "One"), "'One'"),
        (said("No part of it"), "'Nopartofit'"),
        (said("Skip"), "'Skip'"),
    ],
    ids=["lost", "out of order", "once instead of twice", "in the head only", "outside of main only"],
)
def test_words_that_do_not_come_out(expected: list[Said], lost: str) -> None:
    assert lost in from_html(PAGE.encode()).missing(expected)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("**a** *b* ***c***", "a b c"),
        (r"\*a\* \[b\] \\", r"*a* [b] \\"[:-1]),
        ("`a*b` ``a`b``", "a*b a`b"),
        ('[a](https://example.org/x_y "a \\"tip\\"") b', "a b"),
        ('[數碼港]{lang=zh-Hant-HK} [HKT]{abbr="Hong Kong [Time]"}', "數碼港 HKT"),
        ("<https://example.org/a_b> <a@example.org>", "https://example.org/a_b a@example.org"),
        ("a_b_c <b>&amp;</b> #1 x < y", "a_b_c <b>&amp;</b> #1 x < y"),
        ("one\\\ntwo", "one\ntwo"),
    ],
)
def test_mark_up_is_stripped(text: str, read: str) -> None:
    assert plain(text) == read


def test_an_unknown_block_is_not_passed_over() -> None:
    release = {"publisher": {"name": "A"}, "headline": "B", "body": [{"type": "poem", "text": "C"}]}
    with pytest.raises(ValueError, match="this walk has to learn it"):
        printed(release)
