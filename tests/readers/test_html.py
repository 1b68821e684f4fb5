"""A web page read back says what its document says, and every fault in it is seen."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

import tree_nodes
from outlined import CASES, SAMPLES, default_brand, document_of, marked, outline, pages, unit
from photographs import encode, quadrants
from prexport.brand.load import available_brands, load_brand
from prexport.document import tree
from prexport.document.outline import MarkKind, Outline, Role
from prexport.document.outline_diff import Difference, Kind, Trait, differences
from prexport.document.outline_formats import comparable
from prexport.document.outline_of import outline_of
from prexport.document.tree import Document
from prexport.export import prepare
from prexport.readers.html.read import read
from strategies import releases, write_photos

EN, FR = "en-Latn-US", "fr-Latn-FR"


def said(found: tuple[Difference, ...]) -> str:
    return "\n".join(one.sentence for one in found)


def assert_read_back(document: Document, page: bytes, files: dict[str, bytes] | None = None) -> None:
    expected, actual = comparable(outline_of(document), "html"), read(page, files)
    found = differences(expected, actual)
    assert not found, said(found)
    assert actual == expected


# ---------------------------------------------------------------- our own pages


@pytest.mark.parametrize("brand", available_brands())
@pytest.mark.parametrize("release", [*SAMPLES, *CASES], ids=lambda path: path.name)
def test_a_page_says_what_its_document_says(release: Path, brand: str) -> None:
    document = document_of(release)
    (page,) = pages(document, load_brand(brand))
    assert_read_back(document, page.data)


def test_photos_beside_the_page_are_looked_at() -> None:
    document = document_of(SAMPLES[0])
    page, *beside = pages(document, assets="beside")
    files = {file.path: file.data for file in beside}
    assert_read_back(document, page.data, files)
    lost = [one for one in differences(outline_of(document), read(page.data, {})) if one.actual == ""]
    shown = sum(one.role is Role.FIGURE for one in outline_of(document).units)
    assert Counter(one.trait for one in lost) == {Trait.IMAGE: shown}
    assert_read_back(document, page.data)  # nothing is said of what could not be looked at


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the pictures that drawn releases name."""
    made = tmp_path_factory.mktemp("drawn")
    write_photos(made)
    return made


@settings(max_examples=60)
@given(release=releases())
def test_the_page_of_any_release_says_what_its_document_says(folder: Path, release: Any) -> None:
    path = folder / "release.json"
    path.write_text(json.dumps(release, ensure_ascii=False), encoding="utf-8")
    document = prepare(path, brand=default_brand()).document
    assert document is not None
    assert_read_back(document, pages(document)[0].data)


# ---------------------------------------------------------------- planted faults

Faults = set[tuple[Kind, Trait | None]]


@cache
def lightship() -> tuple[Outline, str]:
    """Give what the sample that has everything must say, and its page."""
    (folder,) = (path for path in SAMPLES if path.name == "lightship-logbooks")
    document = document_of(folder)
    return outline_of(document), pages(document)[0].data.decode()


def changed(trait: Trait) -> Faults:
    return {(Kind.CHANGED, trait)}


def swapped(page: str, one: str, other: str) -> str:
    """Give the page with two pieces of it in each other's place."""
    start, end = sorted((page.index(one), page.index(other)))
    first, second = (one, other) if page.index(one) == start else (other, one)
    between = page[start + len(first) : end]
    return page[:start] + second + between + first + page[end + len(second) :]


def replaced(old: str, new: str) -> Callable[[str], str]:
    """Give a fault that puts `new` in the place of the first `old`."""

    def plant(page: str) -> str:
        assert old in page, f"the page has no {old!r}"
        return page.replace(old, new, 1)

    return plant


def element(page: str, start: str, end: str) -> str:
    begin = page.index(start)
    return page[begin : page.index(end, begin) + len(end)]


def with_paragraphs_swapped(page: str) -> str:
    two = ("The record begins on", "Wind was judged by eye")
    one, other = (element(page, f"<p>{words}", "</p>") for words in two)
    return swapped(page, one, other)


def with_photos_swapped(page: str) -> str:
    one, other = [value for value in page.split('"') if value.startswith("data:image/jpeg")][:2]
    return swapped(page, one, other)


def without_the_callout(page: str) -> str:
    aside = element(page, '<aside class="callout">', "</aside>")
    return page.replace(aside, aside.replace("<aside", "<div").replace("</aside>", "</div>"))


def without_the_main_language(page: str) -> str:
    return replaced('<html lang="en-GB"', "<html")(page)


@pytest.mark.parametrize(
    ("plant", "seen"),
    [
        (with_paragraphs_swapped, {(Kind.MOVED, None)}),
        (replaced("<p>The record begins on", "<p hidden>The record begins on"), {(Kind.LOST, None)}),
        (replaced("</h1>", "</h1><p>Buy now!</p>"), {(Kind.ADDED, None)}),
        (replaced("The record begins on", "The record ends on"), changed(Trait.TEXT)),
        (replaced("two wars", "two <b>wars</b>"), set()),
        (replaced('<span lang="zh-Hant-HK">藍塘號', "<span>藍塘號"), changed(Trait.PART_LANGUAGE)),
        (replaced('<blockquote lang="fr"', "<blockquote"), changed(Trait.LANGUAGE)),
        (without_the_main_language, changed(Trait.LANGUAGE)),
        (replaced('alt="Diagram of', 'alt="Drawing of'), changed(Trait.ALTERNATIVE)),
        (replaced('alt="Illustration: a red', 'alt="" title="'), changed(Trait.ALTERNATIVE)),
        (with_photos_swapped, changed(Trait.IMAGE)),
        (replaced('<h3 id="heading-3">What can be done with it</h3>', "<h4>What can be done with it</h4>"),
         changed(Trait.LEVEL)),
        (replaced('<h3 id="heading-3">What can be done with it</h3>', "<p>What can be done with it</p>"),
         changed(Trait.ROLE)),
        (replaced(' scope="col">Period', ">Period"), changed(Trait.SCOPE)),
        (replaced(' scope="row"', ""), changed(Trait.SCOPE)),
        (replaced('<th scope="row">1884–1913</th>', "<td>1884–1913</td>"), changed(Trait.ROLE)),
        (replaced('<ol start="4">', "<ol>"), changed(Trait.NUMBER)),
        (replaced("<li>\n<p>the wind,", '<li value="7">\n<p>the wind,'), set()),  # bullets have no numbers
        (replaced("<li>\n<p>winds turned", '<li value="7">\n<p>winds turned'), changed(Trait.NUMBER)),
        (replaced('<a href="https://www.coastalrecords.example.org/ink"', "<a"), changed(Trait.LINK)),
        (replaced("https://www.coastalrecords.example.org/ink", "https://example.org"), changed(Trait.LINK)),
        (replaced('id="note-1"', 'id="note-one"'), changed(Trait.NAMES)),
        (replaced("<strong>Planners</strong>", "<b>Planners</b>"), changed(Trait.STRONG)),
        (replaced("<em>no steps</em>", "no steps"), changed(Trait.EMPHASIS)),
        (replaced("<code>datum_cm</code>", "datum_cm"), changed(Trait.CODE)),
        (replaced('<abbr title="Hong Kong Time', '<abbr title="Hoch'), changed(Trait.EXPANSION)),
        (replaced('datetime="2026-10-14"', 'datetime="2026-10-15"'), changed(Trait.MOMENT)),
        (without_the_callout, {(Kind.LOST, None)}),
        (replaced(' role="note"', ""), changed(Trait.ROLE)),
        (replaced('<span aria-hidden="true">ENDS</span>', "ENDS"),
         {(Kind.LOST, None), (Kind.ADDED, None)}),
        (replaced("<hr>", ""), {(Kind.LOST, None)}),
    ],
    ids=lambda value: getattr(value, "__qualname__", ""),
)  # fmt: skip
def test_a_planted_fault_is_seen_as_what_it_is(plant: Callable[[str], str], seen: Faults) -> None:
    expected, sound = lightship()
    found = differences(expected, read(plant(sound).encode()))
    assert {(one.kind, one.trait) for one in found} == seen, said(found)


# ---------------------------------------------------------------- pages of others


def page(body: str, lang: str = ' lang="en"') -> Outline:
    return read(f"<!DOCTYPE html><html{lang}><title>T</title><body>{body}</body></html>".encode())


def test_loose_text_makes_paragraphs_between_blocks() -> None:
    found = page("One <b>and</b> one<div>Two<section>Three<p>Four</div>Five<pre>Six\n six</pre>")
    assert found == outline("One and one", "Two", "Three", "Four", "Five", "Six six")


def test_what_is_not_read_is_left_out() -> None:
    body = (
        "<script>one()</script><style>p{}</style><!-- two --><template>three</template><p hidden>four</p>"
        '<svg><title>five</title></svg><p aria-hidden="true">six</p><a href="data:text/vcard,x">seven</a><p>Read'
        '<img src="x.png" alt=""> me</p>'
    )
    assert page(body) == outline("Read me")


@pytest.mark.parametrize(
    "body",
    [
        "<nav><a href='#c'>Skip</a></nav><main id=c><p>Text</main><footer>Foot</footer>",
        "<div role=banner>Top</div><div role=main>Text</div>",
        "<header>Top</header><article>Text</article>",
    ],
)
def test_the_page_around_the_release_is_left_out(body: str) -> None:
    assert page(body) == outline("Text")


def test_the_main_part_inherits_its_language() -> None:
    found = page('<div lang="fr"><main><p>Oui <i lang="">et</i> <i lang="en">yes</i></p></main></div>')
    expected = marked("Oui et yes", "yes", MarkKind.LANGUAGE, EN, lang=FR)
    assert [(mark.value, mark.start) for mark in found.units[0].marks] == [("", 4), (EN, 7)]
    assert found.units[0].lang == expected.lang
    assert page("<p>Oui</p>", lang="") == outline(unit("Oui", lang=""))


def test_a_link_around_blocks_is_on_all_of_their_words() -> None:
    found = page('<a href=" /a "><h2>Title</h2><p>Text</p></a>')
    assert [one.marks[0].value for one in found.units] == ["/a", "/a"]
    assert [one.role for one in found.units] == [Role.HEADING, Role.PARAGRAPH]


def test_pictures_in_a_line_are_words_and_others_are_figures() -> None:
    found = page(
        '<p>See <img src="a.png" alt="a map"> here</p><div><img src="b.png" alt="A ship"></div><img>'
    )
    assert found == outline(
        "See a map here",
        unit(role=Role.FIGURE, alt="A ship", lang=EN),
        unit(role=Role.FIGURE, alt=None),
    )
    assert [one.image for one in found.units] == [None, None, ""]


def test_lists_of_all_kinds() -> None:
    found = page(
        "<ul><li>One<ul><li><p>a</p><p>b</p></ul><li><div>Two</div></ul>"
        "<ol start=3><li>Three<li value=9>Nine<li>Ten</ol><dl><div><dt>Who<dd>Anne<p>Ben</div></dl>"
    )
    bullets, item = unit(role=Role.LIST, numbering="bullets"), Role.ITEM
    assert [(one.role, one.depth, one.text, one.number) for one in found.units] == [
        (bullets.role, 0, "", None),
        (item, 1, "One", None),
        (bullets.role, 2, "", None),
        (item, 3, "a", None),
        (Role.PARAGRAPH, 4, "b", None),
        (item, 1, "Two", None),
        (Role.LIST, 0, "", 3),
        (item, 1, "Three", None),
        (item, 1, "Nine", 9),
        (item, 1, "Ten", None),
        (Role.LIST, 0, "", None),
        (Role.TERM, 1, "Who", None),
        (Role.DEFINITION, 1, "Anne", None),
        (Role.PARAGRAPH, 2, "Ben", None),
    ]


def test_cells_are_one_unit_each_and_layout_tables_are_none() -> None:
    found = page(
        "<table><caption>Sums</caption><tr><th scope=col>A<th>B<tr><td><p>one<p>two<ul><li>three</ul><td>"
        "</table><table role=presentation><tr><td>Text</table>"
    )
    assert found == outline(
        unit("Sums", Role.TABLE, rows=2, columns=2),
        unit("A", Role.HEADER_CELL, depth=1, scope="column"),
        unit("B", Role.HEADER_CELL, depth=1),
        unit("one two three", Role.CELL, depth=1),
        unit("", Role.CELL, depth=1),
        "Text",
    )


def test_a_heading_by_its_role() -> None:
    found = page("<div role=heading aria-level=3>Three</div><div role=heading>Two</div>")
    assert [one.level for one in found.units] == [3, 2]


def test_a_quotation_without_a_speaker_and_a_figure_without_a_picture() -> None:
    found = page("<blockquote>Yes</blockquote><figure><pre>x = 1</pre><figcaption>Code</figcaption></figure>")
    assert found == outline(unit(role=Role.QUOTE), unit("Yes", depth=1), "x = 1", "Code")


@pytest.mark.parametrize("space", ["\u00a0", "\u2003", "\u3000"])
def test_a_long_description_that_begins_with_a_space_of_its_own(space: str) -> None:
    """A Chinese paragraph begins with ideographic spaces; after a full-width colon nothing else parts them."""
    told = tree_nodes.figure(
        "港口",
        lang="zh-Hant-HK",
        long_description=tree_nodes.paragraph(
            tree.Label(key=9, source="", children=(tree.Text("圖片詳細描述："),)),
            tree.Text(f"{space}{space}海港"),
            lang="zh-Hant-HK",
            role=tree.ParagraphRole.LONG_DESCRIPTION,
        ),
    )
    document = tree_nodes.document(told)
    assert_read_back(document, pages(document)[0].data)


def test_details_that_hold_more_than_a_description() -> None:
    found = page("<details><summary>More</summary><p>One</p><p>Two</p></details>")
    assert found == outline("More", "One", "Two")


@pytest.mark.parametrize(
    "source",
    [
        "data:image/png;base64,!",
        "data:image/jpeg;base64,/9j/4AAQ",
        "data:,x",
        "data:",
        "data:image/svg+xml,<svg/>",
    ],
)
def test_a_picture_that_can_not_be_seen_is_no_picture(source: str) -> None:
    (found,) = page(f'<img src="{source}" alt="A ship">').units
    assert found.image == ""


def test_files_are_found_by_the_names_that_urls_stand_for() -> None:
    photo = encode(quadrants(), "PNG")
    (found,) = read(b'<img src="a%20b.png" alt="A">', {"a b.png": photo}).units
    assert found.image


SOUP = [
    "<p>",
    "</p>",
    "<ul>",
    "<li>",
    "<table>",
    "<td>",
    "</table>",
    "<figure>",
    "<img>",
    "<figcaption>",
    "<dl>",
]
SOUP += [
    "<dd>",
    "<blockquote>",
    "<aside>",
    "<h1>",
    "<a href=#x>",
    "<b id=x>",
    "</a>",
    "<details>",
    "<summary>",
]
SOUP += [
    "<caption>",
    "<svg>",
    "<main>",
    "<br>",
    "<!--",
    "x",
    " ",
    "\0",
    "&#0;",
    "<span aria-hidden=true>",
    "<th lang>",
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(SOUP), max_size=30).map("".join) | st.text() | st.binary())
def test_any_bytes_are_read(soup: str | bytes) -> None:
    html = soup if isinstance(soup, bytes) else soup.encode("utf-8", "surrogatepass")
    found = read(html)
    assert differences(found, found) == ()


def test_deep_pages_are_read() -> None:
    found = read(b"<blockquote>" * 3000 + b"Deep")
    assert found.units[-1].depth == 3000


def test_the_mark_of_a_brand_without_letters_is_read_as_the_name_beside_it() -> None:
    for source in (
        '<p class="logo"><img src="m.svg" alt=""> Harbour Museum</p>',
        '<img alt="Harbour Museum">',
    ):
        found = page(f"<header>{source}<div><p>Press Release</p></div></header><h1>It opens</h1>")
        assert found.units[0] == outline_of(tree_nodes.document()).units[0]
