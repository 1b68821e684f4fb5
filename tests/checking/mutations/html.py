"""One mutation of a web page each."""

from __future__ import annotations

import re
from collections.abc import Callable

from checking.mutations.mutation import Change, Mutation

_PIER = "Carpenters kneel on the new deck and drive nails."
_BOAT = "A white ferry with two decks lies beside the pier."
_BOATS = (
    '<p>Boats leave every hour. The <a href="https://harbour.example.org/boats">timetable of the boats</a>'
    " lists them all.</p>\n"
)
_DIVERS = "<p>Divers set forty-two new piles, and carpenters laid a deck of local timber over them.</p>\n"
_SPEAKER = '<figcaption class="attribution">— Ada Lam, Harbour Master</figcaption>\n'
_OTHER_WORDS = "<p>Паром причаливает к старому пирсу каждый час, и все желающие могут подняться на борт.</p>"
_PAGE = "</head>\n<body>"


def edited(edit: Callable[[str], str]) -> Change:
    """The change that `edit` makes to the page's text."""

    def change(page: bytes) -> bytes:
        before = page.decode()
        after = edit(before)
        assert after != before
        return after.encode()

    return change


def replaced(old: str, new: str) -> Change:
    """Put `new` in the first place where `old` is, which is there."""
    return edited(lambda text: text.replace(old, new, 1))


def substituted(pattern: str, new: str) -> Change:
    """Put `new` in the place of the first match."""
    return edited(lambda text: re.sub(pattern, new, text, count=1, flags=re.DOTALL))


def swapped(one: str, other: str) -> Change:
    """Two stretches change places."""
    return edited(lambda text: text.replace(one, "\0").replace(other, one).replace("\0", other))


def swap_photos(text: str) -> str:
    first, second = re.findall(r'src="(data:image/jpeg[^"]*)"', text)
    return text.replace(first, "\0").replace(second, first).replace("\0", second)


def _html(rule: str, what: str, change: Change) -> Mutation:
    return Mutation("html", rule, what, change)


def _photo(alt: str, new: str) -> Change:
    return replaced(f'alt="{alt}"', new)


HTML: tuple[Mutation, ...] = (
    _html("fidelity-text", "edit a word", replaced(">Divers set forty-two", ">Divers set forty-three")),
    _html(
        "fidelity-printed",
        "edit a figure (second walk)",
        replaced('class="end">18,400', 'class="end">81,400'),
    ),
    _html("fidelity-lost", "remove a paragraph", replaced(_DIVERS, "")),
    _html("fidelity-added", "add a paragraph", replaced(_DIVERS, f"{_DIVERS}<p>Tickets are free.</p>\n")),
    _html("fidelity-moved", "swap two paragraphs", swapped(_BOATS, _DIVERS)),
    _html(
        "fidelity-role",
        "a heading becomes a paragraph",
        replaced('<h2 id="heading-4">Figures</h2>', "<p>Figures</p>"),
    ),
    _html(
        "fidelity-level",
        "a heading one level higher",
        substituted(r"<h3 id=\"heading-3\">(.*?)</h3>", r'<h2 id="heading-3">\1</h2>'),
    ),
    _html(
        "html-heading-skipped",
        "a heading two levels lower",
        substituted(r"<h2 id=\"heading-2\">(.*?)</h2>", r'<h4 id="heading-2">\1</h4>'),
    ),
    _html(
        "html-headline",
        "two headings of level 1",
        substituted(r"<h2 id=\"heading-4\">(.*?)</h2>", r'<h1 id="heading-4">\1</h1>'),
    ),
    _html(
        "html-heading-empty",
        "a heading without words",
        replaced('<h2 id="heading-4">Figures</h2>', '<h2 id="heading-4"></h2>'),
    ),
    _html(
        "fidelity-place",
        "move the speaker out of the quotation",
        edited(
            lambda text: text.replace(_SPEAKER, "", 1).replace(
                "</blockquote>\n</figure>\n",
                "</blockquote>\n</figure>\n<p>— Ada Lam, Harbour Master</p>\n",
                1,
            )
        ),
    ),
    _html("html-language-missing", "drop the page’s lang", replaced('<html lang="en-GB"', "<html")),
    _html(
        "html-language-invalid",
        "a language that is none",
        replaced('<span lang="de">', '<span lang="deutsch!">'),
    ),
    _html(
        "fidelity-part-language", "drop the lang of words in German", replaced('<span lang="de">', "<span>")
    ),
    _html(
        "fidelity-language", "call a paragraph German", replaced("<p>Divers set", '<p lang="de">Divers set')
    ),
    _html(
        "artefact-language-contradicts",
        "foreign words without lang",
        replaced(_DIVERS, _DIVERS + _OTHER_WORDS),
    ),
    _html("html-alt-missing", "remove an alternative", _photo(_PIER, "")),
    _html(
        "fidelity-alternative",
        "change a word of an alternative",
        replaced('alt="A white ferry', 'alt="A black ferry'),
    ),
    _html("artefact-alt-file-name", "a file name as alternative", _photo(_PIER, 'alt="IMG_2041.jpg"')),
    _html(
        "artefact-alt-repeats-caption",
        "the caption as alternative",
        _photo(_PIER, 'alt="The deck in August"'),
    ),
    _html("fidelity-image", "swap two photos under their alternatives", edited(swap_photos)),
    _html(
        "fidelity-strong",
        "untag strong words",
        replaced("<strong>everybody is invited</strong>", "everybody is invited"),
    ),
    _html("fidelity-emphasis", "untag stressed words", replaced("<em>Tathong Star</em>", "Tathong Star")),
    _html("fidelity-code", "untag code", replaced("<code>tg-1</code>", "tg-1")),
    _html(
        "fidelity-expansion",
        "another expansion",
        replaced('title="Hong Kong Observatory"', 'title="House of Kites and Owls"'),
    ),
    _html(
        "fidelity-moment",
        "another machine-readable date",
        replaced('datetime="2026-09-01"', 'datetime="2026-01-09"'),
    ),
    _html(
        "fidelity-link",
        "lead a link elsewhere",
        replaced('href="https://harbour.example.org/boats"', 'href="https://harbour.example.com/boats"'),
    ),
    _html("fidelity-number", "start a list at another number", replaced('<ol start="3">', '<ol start="1">')),
    _html(
        "fidelity-numbering",
        "a numbered list becomes a bulleted one",
        edited(lambda text: text.replace('<ol start="3">', "<ul>", 1).replace("</ol>", "</ul>", 1)),
    ),
    _html(
        "fidelity-names",
        "move the target of a note’s link",
        edited(
            lambda text: text.replace('<li id="note-1">', "<li>").replace(
                '<section class="about">', '<section class="about" id="note-1">'
            )
        ),
    ),
    _html(
        "fidelity-scope", "a column’s header heads its row", replaced('<th scope="col">', '<th scope="row">')
    ),
    _html("html-scope-missing", "drop a scope", replaced('<th scope="col">', "<th>")),
    _html(
        "html-table-headers-missing",
        "all header cells as data",
        edited(lambda text: re.sub(r"<(/?)th\b(?! ?ead)", r"<\1td", text.replace("thead", "THEAD"))),
    ),
    _html(
        "html-caption-missing", "take the caption of a table away", substituted(r"<caption.*?</caption>", "")
    ),
    _html("fidelity-size", "delete a row", substituted(r"<tr>\n<th scope=\"row\">2024.*?</tr>\n", "")),
    _html("fidelity-lost", "delete the header row", substituted(r"<thead>.*?</thead>\n", "")),
    _html("artefact-link-vague", "a vague link", replaced(">timetable of the boats</a>", ">click here</a>")),
    _html("html-link-empty", "a link without words", replaced(">timetable of the boats</a>", "></a>")),
    _html(
        "html-link-dead", "a link to a place that is not there", replaced('href="#note-1"', 'href="#note-9"')
    ),
    _html("html-id-twice", "two elements of one id", replaced('id="heading-4"', 'id="heading-2"')),
    _html(
        "html-list-broken",
        "a paragraph straight in a list",
        replaced("<ul>\n<li>", "<ul>\n<p>Please:</p>\n<li>"),
    ),
    _html("html-bidi-control", "turn letters around", replaced("forty-two", "forty-\u202eowt\u202c")),
    _html("html-bidi-control", "a direction that never ends", replaced("forty-two", "forty-\u2067two")),
    _html("html-fixed-width", "a box of 900 px", replaced("<p>Divers", '<p style="width: 900px">Divers')),
    _html(
        "html-frame-title",
        "a frame without title",
        replaced(_DIVERS, f'{_DIVERS}<iframe srcdoc="boats"></iframe>'),
    ),
    _html(
        "html-tab-order",
        "make the Tab key jump",
        replaced(
            '<a href="https://harbour.example.org/boats"',
            '<a tabindex="3" href="https://harbour.example.org/boats"',
        ),
    ),
    _html(
        "html-main-missing",
        "no main",
        edited(
            lambda text: text.replace('<main id="main" tabindex="-1">', '<div id="main">').replace(
                "</main>", "</div>"
            )
        ),
    ),
    _html("html-doctype-missing", "no doctype", replaced("<!DOCTYPE html>\n", "")),
    _html("html-title-missing", "strip the title", substituted("<title>.*?</title>", "")),
    _html(
        "fidelity-metadata",
        "another title",
        replaced('"dcterms.title" content="The old', '"dcterms.title" content="The new'),
    ),
    _html("html-charset-missing", "no encoding", replaced('<meta charset="utf-8">', "")),
    _html("html-viewport-missing", "no viewport", substituted('<meta name="viewport"[^>]*>', "")),
    _html(
        "html-zoom-blocked",
        "keep readers from zooming",
        replaced("width=device-width", "width=device-width, user-scalable=no"),
    ),
    _html(
        "html-refresh",
        "reload by itself",
        replaced('<meta charset="utf-8">', '<meta charset="utf-8"><meta http-equiv="refresh" content="30">'),
    ),
    _html(
        "html-script", "run a script", replaced(_PAGE, f"<script>document.title = 'changed'</script>{_PAGE}")
    ),
    _html(
        "html-remote",
        "fetch a style sheet",
        replaced(_PAGE, f'<link rel="stylesheet" href="https://harbour.example.org/look.css">{_PAGE}'),
    ),
    _html("html-data-broken", "break the linked data", replaced('"@context":', '"@context"')),
    _html(
        "source-missing",
        "take the carried source out",
        substituted('<script type="application/json" id="prexport-source">.*?</script>', ""),
    ),
    _html(
        "source-broken",
        "carry rubbish as the source",
        replaced('id="prexport-source">{', 'id="prexport-source">not '),
    ),
    _html(
        "source-replaced",
        "carry another release’s source",
        replaced(
            '"id":"tag:harbour.example.org,2026:press/H-7"', '"id":"tag:harbour.example.org,2026:press/H-8"'
        ),
    ),
    _html("fidelity-text", "edit a figure in the carried source", replaced('"18,400"', '"81,400"')),
    _html("axe", "an ARIA attribute that there is not", replaced("<p>Divers", '<p aria-labelled="x">Divers')),
    _html("axe", "a button without a name", replaced(_DIVERS, f"{_DIVERS}<button></button>")),
    _html(
        "axe-advice",
        "words outside of all landmarks",
        replaced('<main id="main"', '<p>Draft</p><main id="main"'),
    ),
    _html("nu", "an element that HTML doesn’t have", replaced("<p>Divers", "<p><blink>Divers</blink> ")),
    _html(
        "nu-warning",
        "a section without a heading",
        replaced('<h2 id="heading-8">About the Harbour Trust</h2>', "<p>About</p>"),
    ),
    _html(
        "artefact-too-large", "nest five thousand boxes", replaced("<p>Divers", "<div>" * 5000 + "<p>Divers")
    ),
    _html(
        "artefact-too-large", "sixty thousand empty lists", replaced("<p>Divers", "<ul><li></ul>" * 60_000)
    ),
)
