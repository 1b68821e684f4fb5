"""One mutation of a Word document each."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

from checking.mutations.mutation import Change, Mutation
from docx_parts import parts, rebuilt

DOCUMENT = "word/document.xml"
SETTINGS = "word/settings.xml"
STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"
CORE = "docProps/core.xml"
SOURCE = "customXml/item1.xml"

_BOAT = "A white ferry with two decks lies beside the pier."
_PIER = "Carpenters kneel on the new deck and drive nails."


def part(name: str, edit: Callable[[str], str]) -> Change:
    """The change that `edit` makes to the text of a part."""

    def change(docx: bytes) -> bytes:
        members = parts(docx)
        before = members[name].decode()
        members[name] = edit(before).encode()
        assert members[name] != before.encode(), name
        return rebuilt(list(members.items()))

    return change


def replaced(old: str, new: str, name: str = DOCUMENT, count: int = 1) -> Change:
    """Put `new` in the place of `old`, which is there."""
    return part(name, lambda text: text.replace(old, new, count))


def paragraph(words: str) -> str:
    """A pattern of the paragraph that has these words."""
    return rf"<w:p>(?:(?!</w:p>).)*{re.escape(words)}(?:(?!</w:p>).)*</w:p>"


def substituted(pattern: str, new: str, name: str = DOCUMENT) -> Change:
    """Put `new` in the place of what matches."""
    return part(name, lambda text: re.sub(pattern, new, text, count=1, flags=re.DOTALL))


def swapped(one: str, other: str) -> Change:
    """Two stretches that match change places; the first comes first."""
    return substituted(f"({one})(.*?)({other})", r"\3\2\1")


def restyled(words: str, old: str, new: str) -> Change:
    """Another style for the paragraph with these words."""

    def edit(text: str) -> str:
        found = re.search(paragraph(words), text, re.DOTALL)
        assert found, words
        return text.replace(found[0], found[0].replace(f'"{old}"', f'"{new}"', 1), 1)

    return part(DOCUMENT, edit)


def without_parts(*names: str) -> Change:
    """Leave members out, with what refers to them."""

    def change(docx: bytes) -> bytes:
        members = parts(docx)
        text = members[RELATIONSHIPS].decode()
        for name in names:
            del members[name]
            text = re.sub(rf'<Relationship [^>]*Target="\.\./{re.escape(name)}"[^>]*/>', "", text)
        members[RELATIONSHIPS] = text.encode()
        return rebuilt(list(members.items()))

    return change


def twice(name: str) -> Change:
    """A member that stands in the archive twice."""
    return lambda docx: rebuilt([*parts(docx).items(), (name, b"")])


def with_macros(docx: bytes) -> bytes:
    return rebuilt([*parts(docx).items(), ("word/vbaProject.bin", b"\xd0\xcf\x11\xe0")])


def other_photo(docx: bytes) -> bytes:
    """A photo is encoded again: it looks the same, and is not the one that was exported."""
    from PIL import Image

    members = parts(docx)
    with Image.open(io.BytesIO(members["word/media/image2.jpeg"])) as photo:
        again = io.BytesIO()
        photo.save(again, "JPEG", quality=60)
    members["word/media/image2.jpeg"] = again.getvalue()
    return rebuilt(list(members.items()))


def bomb(docx: bytes) -> bytes:
    """A part of nothing but noughts, which unpacks to more than fits."""
    buffer = io.BytesIO(docx)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/bomb.bin", b"\0" * (80 << 20))
    return buffer.getvalue()


def without_languages(docx: bytes) -> bytes:
    for name in (STYLES, DOCUMENT):
        docx = part(name, lambda text: re.sub(r"<w:lang [^>]*/>", "", text))(docx)
    return docx


def moved_target(text: str) -> str:
    """The place that the note's link leads to becomes another paragraph."""
    text = text.replace('<w:bookmarkStart w:id="7" w:name="note_1"/>', "").replace(
        '<w:bookmarkEnd w:id="7"/>', ""
    )
    last = '<w:bookmarkStart w:id="9"'
    return text.replace(last, f'<w:bookmarkStart w:id="7" w:name="note_1"/><w:bookmarkEnd w:id="7"/>{last}')


def _docx(rule: str, what: str, change: Change) -> Mutation:
    return Mutation("docx", rule, what, change)


_FIRST_FIGURE = r"(<w:tc>(?:(?!</w:tc>).)*?</w:tcPr>)(?:(?!</w:tc>).)*18,400(?:(?!</w:tc>).)*(</w:tc>)"
_FRAME = '<w:framePr w:w="4000" w:wrap="around" w:vAnchor="text" w:hAnchor="page" w:x="1" w:y="1"/>'
_HEADER = "<w:cantSplit/><w:tblHeader/>"
_LAST_ROW = r"<w:tr>(?:(?!</w:tr>).)*21,950(?:(?!</w:tr>).)*</w:tr>"
_HEADER_ROW = r"<w:tr>(?:(?!</w:tr>).)*<w:tblHeader/>(?:(?!</w:tr>).)*</w:tr>"
_PLANKS = "We counted every plank"
_DIVERS = "Divers set forty-two"
_BOATS = "Boats leave every hour"
_BLANK = "<w:p/>"

DOCX: tuple[Mutation, ...] = (
    _docx("fidelity-text", "edit a word", replaced("forty-two", "forty-three")),
    _docx("fidelity-printed", "edit a figure (second walk)", replaced("18,400", "81,400")),
    _docx("fidelity-lost", "remove a paragraph", substituted(paragraph(_DIVERS), "")),
    _docx(
        "fidelity-added",
        "add a paragraph",
        substituted(f"({paragraph(_DIVERS)})", r"\1<w:p><w:r><w:t>Tickets are free.</w:t></w:r></w:p>"),
    ),
    _docx("fidelity-moved", "swap two paragraphs", swapped(paragraph(_BOATS), paragraph(_DIVERS))),
    _docx("fidelity-role", "a quotation becomes plain text", restyled(_PLANKS, "Quote", "BodyText")),
    _docx("fidelity-level", "a heading one level lower", restyled("Figures", "Heading2", "Heading3")),
    _docx(
        "docx-heading-order", "skip a level of headings", restyled("What was mended", "Heading2", "Heading4")
    ),
    _docx(
        "docx-headings-missing",
        "all headings as plain text",
        part(DOCUMENT, lambda text: re.sub(r'"Heading\d"', '"BodyText"', text)),
    ),
    _docx(
        "fidelity-part-language",
        "drop the language of words in German",
        replaced('<w:rPr><w:lang w:val="de-DE"/></w:rPr>', ""),
    ),
    _docx(
        "fidelity-language",
        "call a paragraph German",
        replaced("<w:r><w:t>Divers set", '<w:r><w:rPr><w:lang w:val="de-DE"/></w:rPr><w:t>Divers set'),
    ),
    _docx(
        "artefact-language-contradicts",
        "call a paragraph Russian",
        replaced("<w:r><w:t>Divers set", '<w:r><w:rPr><w:lang w:val="ru-RU"/></w:rPr><w:t>Divers set'),
    ),
    _docx("docx-language-missing", "no language anywhere", without_languages),
    _docx("docx-language", "a language that is none", replaced('w:val="de-DE"', 'w:val="deutsch!"')),
    _docx("docx-missing-alt", "remove an alternative", replaced(f' descr="{_PIER}"', "")),
    _docx(
        "fidelity-alternative", "change a word of an alternative", replaced("A white ferry", "A black ferry")
    ),
    _docx("artefact-alt-file-name", "a file name as alternative", replaced(_PIER, "IMG_2041.jpg")),
    _docx(
        "artefact-alt-repeats-caption", "the caption as alternative", replaced(_PIER, "The deck in August")
    ),
    _docx("fidelity-image", "swap two photos under their alternatives", swapped('"rId10"', '"rId11"')),
    _docx("fidelity-strong", "strong words lose their style", replaced('<w:rStyle w:val="Strong"/>', "")),
    _docx(
        "fidelity-emphasis", "stressed words lose their style", replaced('<w:rStyle w:val="Emphasis"/>', "")
    ),
    _docx("fidelity-code", "code loses its style", replaced('<w:rStyle w:val="Code"/>', "")),
    _docx(
        "fidelity-link",
        "lead a link elsewhere",
        replaced("harbour.example.org/boats", "harbour.example.com/boats", RELATIONSHIPS),
    ),
    _docx(
        "fidelity-number",
        "start a list at another number",
        replaced('<w:startOverride w:val="3"/>', '<w:startOverride w:val="1"/>', NUMBERING),
    ),
    _docx(
        "fidelity-numbering",
        "a numbered list becomes a bulleted one",
        part(DOCUMENT, lambda text: text.replace('<w:numId w:val="3"/>', '<w:numId w:val="1"/>')),
    ),
    _docx("fidelity-names", "move the target of a note’s link", part(DOCUMENT, moved_target)),
    _docx("docx-header-row", "the header row is a row like others", replaced(_HEADER, "<w:cantSplit/>")),
    _docx(
        "fidelity-role",
        "the first column heads nothing",
        replaced(
            'w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1"',
            'w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0"',
        ),
    ),
    _docx("fidelity-size", "delete a row", substituted(_LAST_ROW, "")),
    _docx("fidelity-lost", "delete the header row", substituted(_HEADER_ROW, "")),
    _docx(
        "docx-simple-tables",
        "merge two cells",
        replaced(
            '<w:tcW w:w="3936" w:type="dxa"/>', '<w:tcW w:w="3936" w:type="dxa"/><w:gridSpan w:val="2"/>'
        ),
    ),
    _docx("docx-link-text", "a vague link", replaced("timetable of the boats", "click here")),
    _docx("artefact-link-vague", "a vague link (outline)", replaced("timetable of the boats", "here")),
    _docx(
        "docx-in-line",
        "let a paragraph float",
        replaced('<w:pStyle w:val="Subtitle"/>', f'<w:pStyle w:val="Subtitle"/>{_FRAME}'),
    ),
    _docx(
        "docx-repeated-blanks",
        "space made by empty paragraphs",
        substituted(f"({paragraph(_DIVERS)})", rf"{_BLANK * 3}\1"),
    ),
    _docx(
        "docx-contrast",
        "pale words",
        replaced("<w:r><w:t>Divers set", '<w:r><w:rPr><w:color w:val="BBBBBB"/></w:rPr><w:t>Divers set'),
    ),
    _docx("docx-document-title", "strip the title", substituted("<dc:title>.*?</dc:title>", "", CORE)),
    _docx(
        "fidelity-metadata", "another title", replaced("on Friday</dc:title>", "on Monday</dc:title>", CORE)
    ),
    _docx(
        "docx-unprotected",
        "protect it against changes",
        part(
            SETTINGS,
            lambda text: re.sub(
                r"(<w:compat[ />])",
                r'<w:documentProtection w:edit="readOnly" w:enforcement="1"/>\1',
                text,
                count=1,
            ),
        ),
    ),
    _docx("docx-macros", "add macros", with_macros),
    _docx(
        "docx-remote",
        "fetch a picture from elsewhere",
        replaced(
            'Target="media/image3.jpeg"',
            'Target="https://harbour.example.org/boat.jpg" TargetMode="External"',
            RELATIONSHIPS,
        ),
    ),
    _docx("docx-twin-members", "a part twice", twice(DOCUMENT.upper())),
    _docx(
        "docx-twin-drawings", "two drawings of one number", replaced('<wp:docPr id="3"', '<wp:docPr id="2"')
    ),
    _docx("docx-unknown-style", "a style that is not there", restyled(_DIVERS, "BodyText", "Body99")),
    _docx(
        "docx-unknown-list",
        "a list that is not there",
        replaced('<w:numId w:val="4"/>', '<w:numId w:val="44"/>'),
    ),
    _docx("docx-open-field", "a field that doesn’t end", replaced('<w:fldChar w:fldCharType="end"/>', "")),
    _docx("docx-cell-end", "a cell without a paragraph", substituted(_FIRST_FIGURE, r"\1\2")),
    _docx(
        "docx-touching-tables",
        "two tables without a paragraph between",
        substituted(r"(<w:tbl>.*?</w:tbl>)", r"\1\1"),
    ),
    _docx(
        "docx-bookmark-name",
        "two bookmarks of one name",
        replaced('w:name="heading_4"', 'w:name="heading_2"'),
    ),
    _docx("docx-bookmark-pair", "a bookmark that doesn’t end", replaced('<w:bookmarkEnd w:id="4"/>', "")),
    _docx(
        "docx-dead-link",
        "a link to a place that is not there",
        replaced('w:anchor="note_1"', 'w:anchor="note_9"'),
    ),
    _docx("docx-relationship", "a picture that is not there", replaced('r:embed="rId11"', 'r:embed="rId99"')),
    _docx(
        "docx-address",
        "an address with a blank",
        replaced("harbour.example.org/boats", "harbour.example.org/our boats", RELATIONSHIPS),
    ),
    _docx(
        "docx-style-name",
        "two styles of one name",
        part(STYLES, lambda text: text.replace('<w:name w:val="Strong"/>', '<w:name w:val="Emphasis"/>', 1)),
    ),
    _docx(
        "docx-property",
        "a date that is none",
        part(CORE, lambda text: re.sub(r"(<dcterms:created[^>]*>)[^<]*", r"\1yesterday", text)),
    ),
    _docx("source-missing", "take the carried source out", without_parts(SOURCE)),
    _docx(
        "source-broken",
        "carry rubbish as the source",
        part(SOURCE, lambda text: re.sub(r">\{.*\}<", ">{not json<", text, flags=re.DOTALL)),
    ),
    _docx(
        "source-replaced",
        "carry another release’s source",
        part(SOURCE, lambda text: text.replace("press/H-7", "press/H-8")),
    ),
    _docx(
        "fidelity-text",
        "edit a figure in the carried source",
        part(SOURCE, lambda text: text.replace("18,400", "81,400")),
    ),
    _docx("source-photo-missing", "encode a photo again", other_photo),
    _docx(
        "open-xml-sdk",
        "an element in the wrong place",
        replaced('<w:pStyle w:val="Subtitle"/></w:pPr>', '<w:keepNext/><w:pStyle w:val="Subtitle"/></w:pPr>'),
    ),
    _docx(
        "open-xml-sdk",
        "a value that the schema doesn’t know",
        replaced('<w:jc w:val="right"/>', '<w:jc w:val="rightish"/>'),
    ),
    _docx("artefact-too-large", "a zip bomb", bomb),
    _docx("artefact-unreadable", "cut the file off", lambda docx: docx[:3000]),
    _docx(
        "artefact-encrypted",
        "lock with a password",
        lambda docx: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + docx[8:],
    ),
)
