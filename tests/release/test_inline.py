"""The inline subset: what is mark-up, what is not, and where each piece stands."""

from __future__ import annotations

import itertools
import time
from collections.abc import Sequence

import pytest
from hypothesis import given, strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from prexport.release.inline import (
    Abbreviation,
    Break,
    Code,
    Em,
    InlineNode,
    LanguageSpan,
    Link,
    Strong,
    Text,
    malformed_spans,
    normal_text,
    parse_inline,
    plain_text,
    walk_inline,
)
from prexport.release.inline_brackets import DEEPEST_SPAN


def shown(nodes: Sequence[InlineNode]) -> str:
    """Write nodes down short: <b>, <i>, <a url|title>, <lang>, <abbr>, <code>, <br>."""
    parts = []
    for node in nodes:
        match node:
            case Text():
                parts.append(node.text)
            case Code():
                parts.append(f"<code {node.text}>")
            case Break():
                parts.append("<br>")
            case Strong():
                parts.append(f"<b {shown(node.children)}>")
            case Em():
                parts.append(f"<i {shown(node.children)}>")
            case Link():
                title = f"|{node.title}" if node.title else ""
                parts.append(f"<a {node.url}{title} {shown(node.children)}>")
            case LanguageSpan():
                parts.append(f"<{node.lang} {shown(node.children)}>")
            case Abbreviation():
                parts.append(f"<abbr {node.expansion}: {shown(node.children)}>")
    return "".join(parts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # emphasis
        ("a **b** *c* ***d***", "a <b b> <i c> <i <b d>>"),
        ("**a *b* c**", "<b a <i b> c>"),
        ("*a **b***", "<i a <b b>>"),
        ("**a**b", "<b a>b"),
        ("2 * 3 * 4, 5*", "2 * 3 * 4, 5*"),
        ("**open", "**open"),
        ("**bold*", "*<i bold>"),
        ("****a****", "<b a>"),
        ("_a_ __b__", "_a_ __b__"),
        # emphasis beside CJK punctuation
        ("**「重要」**で", "<b 「重要」>で"),
        ("彼は**「はい」**と", "彼は<b 「はい」>と"),
        ("中文**“引”**中", "中文<b “引”>中"),
        ("**이 용어(This)**를", "<b 이 용어(This)>를"),
        ('a*"b"*c', 'a*"b"*c'),
        # escapes, breaks, code
        (r"\*a\* \[b\](c) \\ \a", r"*a* [b](c) \ \a"),
        ("a\\\nb", "a<br>b"),
        ("a  \nb", "a b"),
        ("`a*b*` ``c`d`` `e", "<code a*b*> <code c`d> `e"),
        ("`` ` ``", "<code `>"),
        # links
        ("[a](https://x.y)", "<a https://x.y a>"),
        ('[a](https://x.y "Tip \\"t\\"")', '<a https://x.y|Tip "t" a>'),
        ("[a](https://x.y/b_(c))", "<a https://x.y/b_(c) a>"),
        ("[a](<https://x.y/b c>)", "<a https://x.y/b c a>"),
        ("[**a** *b*](#note-1)", "<a #note-1 <b a> <i b>>"),
        ("**[a](u)**", "<b <a u a>>"),
        ("<https://x.y/a*b*>", "<a https://x.y/a*b* https://x.y/a*b*>"),
        ("<me@example.org>", "<a mailto:me@example.org me@example.org>"),
        ("[a [b](u) c](v)", "[a <a u b> c](v)"),
        ("[a <https://x.y> b](v)", "[a <a https://x.y https://x.y> b](v)"),
        ("[a](b", "[a](b"),
        ("[a] (b)", "[a] (b)"),
        ("[a][b]", "[a][b]"),
        # spans
        ("[數碼港]{lang=zh-Hant-HK}", "<zh-Hant-HK 數碼港>"),
        ('[HK]{abbr="Hong \\"K\\""}', '<abbr Hong "K": HK>'),
        ("[[b](u) **c**]{lang=fr}", "<fr <a u b> <b c>>"),
        ('[[a]{lang=fr} [b]{abbr="B"}](u)', "<a u <fr a> <abbr B: b>>"),
        ("[x]{lang=zh_HK} y]{lang=fr} []{lang=fr} [z]{q}", "[x]{lang=zh_HK} y]{lang=fr} []{lang=fr} [z]{q}"),
        # plain text
        ("# a", "# a"),
        ("![a *i*](b) c", "![a *i*](b) c"),
        (r"\![a](b)", "!<a b a>"),
        ("Wow![b]{lang=fr}", "Wow!<fr b>"),
        ("<b>a</b> &amp; &lt;", "<b>a</b> &amp; &lt;"),
        ("~~a~~ ==b== :c:", "~~a~~ ==b== :c:"),
        # spaces
        ("  a   b\t c ", "a b c"),
        ("中\n文", "中文"),
        ("中。\n「文」", "中。「文」"),
        ("**中**\n**文**", "<b 中><b 文>"),
        ("a\n文 한\n국", "a 文 한 국"),
        ("m² e\u0301", "m² é"),
    ],
)
def test_the_subset(text: str, expected: str) -> None:
    assert shown(parse_inline(text)) == expected


def test_nodes_know_where_they_stand() -> None:
    text = r"\*a **b** [c](u) [d]{lang=fr} `e` <https://f.g>"
    pieces = [(type(node).__name__, text[node.start : node.end]) for node in walk_inline(parse_inline(text))]
    assert pieces == [
        ("Text", r"\*a "),
        ("Strong", "**b**"),
        ("Text", "b"),
        ("Text", " "),
        ("Link", "[c](u)"),
        ("Text", "c"),
        ("Text", " "),
        ("LanguageSpan", "[d]{lang=fr}"),
        ("Text", "d"),
        ("Text", " "),
        ("Code", "`e`"),
        ("Text", " "),
        ("Link", "<https://f.g>"),
        ("Text", "https://f.g"),
    ]


def test_malformed_spans_are_told_by_kind() -> None:
    text = 'a]{lang=fr} [b]{lang=e} [c]{lang} [d]{abbr=""} [e]{lang=fr}'
    assert [(span.why, text[span.start : span.end]) for span in malformed_spans(text)] == [
        ("unopened", "]{lang=fr}"),
        ("language", "[b]{lang=e}"),
        ("attributes", "[c]{lang}"),
        ("empty", '[d]{abbr=""}'),
    ]


def test_spans_nest_only_so_deep_that_later_stages_may_recurse() -> None:
    text = "[" * 20 + "a" + "]{lang=fr}" * 20
    nodes, depth = parse_inline(text), 0
    while span := next((node for node in nodes if isinstance(node, LanguageSpan)), None):
        nodes, depth = span.children, depth + 1
    assert depth == DEEPEST_SPAN
    assert {span.why for span in malformed_spans(text)} == {"too-deep"}


def test_plain_text_and_normal_text() -> None:
    assert plain_text(parse_inline("a **b**\\\n[c](u) `d`")) == "a b c d"
    assert normal_text("  **a**\n b ") == "**a** b"


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "*",
        "a*",
        "**a*b ",
        "[]",
        "[a](",
        "[a](b",
        '[a](b "',
        "![",
        "`a``",
        "<a:",
        "[a]{lang=",
        "\\",
        "<a@b.",
    ],
)
def test_time_is_linear_in_length(unit: str) -> None:
    numbers = itertools.count()  # a text that was read before is remembered

    def seconds(length: int) -> float:
        text = f"{next(numbers)} {unit * (length // len(unit))}"
        start = time.process_time()
        parse_inline(text)
        return time.process_time() - start

    seconds(10_000)
    short, long = min(seconds(50_000) for _ in range(3)), seconds(400_000)
    assert long < 40 * max(short, 0.005), (
        f"8 times the text took {long / max(short, 0.005):.0f} times as long"
    )


NESTS = [
    "[" * 50_000 + "a" + "]{lang=fr}" * 50_000,
    "![" * 50_000 + "a" + "](u)" * 50_000,
    "*" * 50_000 + "a" + "*" * 50_000,
    "*a **b " * 20_000 + "c** d*" * 20_000,
]


@pytest.mark.parametrize("text", NESTS, ids=["spans", "images", "stars", "emphasis"])
def test_nesting_breaks_nothing(text: str) -> None:
    assert "a" in plain_text(parse_inline(text))


pieces = [*"ab *_[](){}<>!`\\\n\"'=:/#中。「」é\u0301", "{lang=fr}", "](u)", "**", "\\\n"]
markup = st.lists(st.sampled_from(pieces), max_size=30).map("".join)


@given(markup)
def test_nodes_lie_within_what_holds_them_in_order(text: str) -> None:
    def check(nodes: Sequence[InlineNode], start: int, end: int) -> None:
        for node in nodes:
            assert start <= node.start <= node.end <= end
            check(getattr(node, "children", ()), node.start, node.end)
            start = node.end

    check(parse_inline(text), 0, len(text))


@given(markup)
def test_reading_what_was_read_changes_no_words(text: str) -> None:
    """Escaping what came out gives it back: nothing is lost, doubled or moved."""
    words = plain_text(parse_inline(text))
    escaped = "".join(f"\\{c}" if c in "*[]`<>\\!" else c for c in words)
    assert plain_text(parse_inline(escaped)) == normal_text(words)


@given(st.text(alphabet="ab *.", max_size=40))
def test_emphasis_is_what_commonmark_makes_of_it(text: str) -> None:
    tokens = MarkdownIt("zero").enable("emphasis").parseInline(" ".join(text.split()))[0].children or []
    assert flat(parse_inline(text)) == [piece for piece in flat_tokens(tokens) if piece[0]]


def flat(
    nodes: Sequence[InlineNode], within: frozenset[str] = frozenset()
) -> list[tuple[str, frozenset[str]]]:
    """List the characters of a text, each with the emphasis around it: nesting of one kind in itself says nothing."""
    pieces: list[tuple[str, frozenset[str]]] = []
    for node in nodes:
        match node:
            case Text():
                pieces.extend((character, within) for character in node.text)
            case Strong():
                pieces.extend(flat(node.children, within | {"strong"}))
            case Em():
                pieces.extend(flat(node.children, within | {"em"}))
            case _:
                raise AssertionError(node)
    return pieces


def flat_tokens(tokens: Sequence[Token]) -> list[tuple[str, frozenset[str]]]:
    pieces: list[tuple[str, frozenset[str]]] = []
    within: list[str] = []
    for token in tokens:
        if token.nesting > 0:
            within.append(token.tag)
        elif token.nesting < 0:
            within.pop()
        else:
            pieces.extend((character, frozenset(within)) for character in token.content)
    return pieces
