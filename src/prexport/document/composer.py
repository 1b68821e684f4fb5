"""What every part of composing needs at hand: the next key, the words, the pictures, and how inline text is read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypedDict, assert_never
from unicodedata import normalize

from prexport.document import tree
from prexport.document.direction import direction_of
from prexport.document.foreign import by_language
from prexport.document.locales import value_lang
from prexport.document.words import Phrase, Slot, Words, words_for, words_lang
from prexport.records import dataclass
from prexport.release import inline as written
from prexport.release.images import SafeImage
from prexport.release.languages import parse_tag

# Not `\s`: a no-break space is the author's wish.
_SPACES = re.compile(r"[ \t\r\n]+")


class Common(TypedDict):
    """The fields that every block has."""

    key: int
    lang: str
    dir: tree.Direction
    source: str


@dataclass(frozen=True, slots=True)
class Context:
    """What holds where a block stands: language, direction, place in the file, rank of the section's heading."""

    lang: str
    dir: tree.Direction
    pointer: str
    level: int = 1

    def at(self, *steps: str | int) -> Context:
        """The same language, further down in the file."""
        return replace(self, pointer="/".join([self.pointer, *map(str, steps)]))

    def speaking(self, lang: str | None, direction: tree.Direction | None = None) -> Context:
        """The same place in another language; the direction follows it unless it is given."""
        if lang is None and direction is None:
            return self
        spoken = lang or self.lang
        follows = direction_of(spoken) if lang else self.dir
        return replace(self, lang=spoken, dir=direction or follows)


class Composer:
    """The state of one composing: keys in reading order, anchors, references to notes. Used once."""

    def __init__(
        self,
        lang: str,
        direction: tree.Direction,
        images: Mapping[str, SafeImage],
        alts: Mapping[str, str],
        references: Mapping[int, int],
    ) -> None:
        """Begin a document in `lang`.

        `images` maps each `src` to its photo, `alts` the pointer of a figure to the alt text that its file
        carries, `references` the number of a note to how many links point at it.
        """
        self.root = Context(lang, direction, "")
        self.words: Words = words_for(lang)
        spoken = words_lang(lang)
        # The toolkit's own words follow the release where they are in its language.
        self.own = self.root if spoken == lang else self.root.speaking(spoken)
        self.images = images
        self.alts = alts
        self.references = references
        self._key = 0
        self._headings = 0
        self._made: Counter[int] = Counter()

    def key(self) -> int:
        """The next number of a node, in reading order."""
        self._key += 1
        return self._key

    def heading_anchor(self) -> str:
        """The next id of a heading: words can't serve, they change, and half of them are not ASCII."""
        self._headings += 1
        return f"heading-{self._headings}"

    def own_words(self, text: str, where: Context) -> tree.Runs:
        """Words of the toolkit as runs, marked when they are in another language than `where`; a dash is in none."""
        own = self.own
        is_word = any(map(str.isalpha, text))
        if not is_word or parse_tag(own.lang).language == parse_tag(where.lang).language:
            return (tree.Text(text),)
        key = self.key()
        return (
            tree.Part(key=key, source=where.pointer, children=(tree.Text(text),), lang=own.lang, dir=own.dir),
        )

    def phrase(self, phrase: Phrase, where: Context, **slots: tree.Runs) -> tree.Runs:
        """A phrase of the toolkit with the author's runs in its slots."""
        runs: list[tree.Inline] = []
        for piece in phrase.pieces():
            runs.extend(slots[piece.name] if isinstance(piece, Slot) else self.own_words(piece, where))
        return tuple(runs)

    def labelled(self, label: str | tree.Runs, value: tree.Runs, where: Context) -> tree.Runs:
        """A quiet label, the toolkit's word (`str`) or the author's, and its value: "Tel: (852) 3166 3993"."""
        # "{label}: {value}": the colon belongs to the label, the space to neither.
        between = self.words.labelled.text.removeprefix("{label}").removesuffix("{value}")
        mark = between.rstrip()
        space = between[len(mark) :]
        children = (
            self.own_words(label + mark, where) if isinstance(label, str) else (*label, tree.Text(mark))
        )
        runs: tree.Runs = (tree.Label(key=self.key(), source=where.pointer, children=children),)
        return (*runs, tree.Text(space), *value) if space else (*runs, *value)

    def inline(self, text: str, where: Context) -> tree.Runs:
        """The runs of an inline text of the release."""
        return self._runs(written.parse_inline(text), where)

    def text(self, text: str) -> tree.Text:
        """Plain characters of the release: NFC (never NFKC, which turns m² into m2), on one line."""
        return tree.Text(_SPACES.sub(" ", normalize("NFC", text)).strip(" "))

    def moment(self, words: str, value: str, where: Context) -> tree.Moment:
        """A date that the toolkit wrote out for the release's language, with its ISO 8601 `value`."""
        key, spoken = self.key(), value_lang(self.root.lang)
        lang = spoken if spoken != self.root.lang else None
        children = self.name(words, lang, where)
        return tree.Moment(key=key, source=where.pointer, value=value, children=children)

    def name(self, text: str, lang: str | None, where: Context) -> tree.Runs:
        """A plain text that may be in a language of its own: a person's name, an organisation's."""
        said = self.text(text)
        if lang is None or lang == where.lang:
            return tuple(self._by_script(said.text, where))
        return (
            tree.Part(
                key=self.key(),
                source=where.pointer,
                children=(said,),
                lang=lang,
                dir=direction_of(lang),
            ),
        )

    def common(self, where: Context) -> Common:
        """The fields that all blocks have. Written first in a node, so that its key precedes its children's."""
        return Common(key=self.key(), lang=where.lang, dir=where.dir, source=where.pointer)

    def paragraph(
        self, text: str, where: Context, role: tree.ParagraphRole = tree.ParagraphRole.BODY
    ) -> tree.Paragraph:
        """A paragraph of one inline text of the release."""
        return tree.Paragraph(**self.common(where), role=role, runs=self.inline(text, where))

    def own_paragraph(self, text: str, role: tree.ParagraphRole, source: str = "") -> tree.Paragraph:
        """A paragraph of the toolkit's own words."""
        where = replace(self.own, pointer=source)
        return tree.Paragraph(**self.common(where), role=role, runs=(tree.Text(text),))

    def heading(self, text: str, level: int, where: Context) -> tree.Heading:
        """A heading with the author's words."""
        return tree.Heading(
            **self.common(where), level=level, runs=self.inline(text, where), anchor=self.heading_anchor()
        )

    def section_heading(self, own: str | None, words: str, where: Context) -> tree.Heading:
        """The level 2 heading of a section: the author's words (`own`, at `where`), or the toolkit's."""
        if own is not None:
            return self.heading(own, 2, where)
        where = self.own
        return tree.Heading(
            **self.common(where), level=2, runs=(tree.Text(words),), anchor=self.heading_anchor()
        )

    def _runs(self, nodes: Iterable[written.InlineNode], where: Context) -> tree.Runs:
        return tuple(run for node in nodes for run in self._run(node, where))

    def _by_script(self, text: str, where: Context) -> Iterator[tree.Inline]:
        """Plain characters; words that can only be of another language, by their script, are parts in it."""
        for words, lang in by_language(text, where.lang):
            if lang is None:
                yield tree.Text(words)
            else:
                children = (tree.Text(words),)
                key, direction = self.key(), direction_of(lang)
                yield tree.Part(key=key, source=where.pointer, children=children, lang=lang, dir=direction)

    def _run(self, node: written.InlineNode, where: Context) -> Iterator[tree.Inline]:
        source = where.pointer
        match node:
            case written.Text():
                yield from self._by_script(node.text, where)
            case written.Break():
                yield tree.Break(key=self.key(), source=source)
            case written.Code():
                yield tree.Code(key=self.key(), source=source, text=node.text)
            case written.Strong():
                yield tree.Strong(key=self.key(), source=source, children=self._runs(node.children, where))
            case written.Em():
                yield tree.Em(key=self.key(), source=source, children=self._runs(node.children, where))
            case written.LanguageSpan():
                part = where.speaking(node.lang)
                yield tree.Part(
                    key=self.key(),
                    source=source,
                    lang=part.lang,
                    dir=part.dir,
                    children=self._runs(node.children, part),
                )
            case written.Abbreviation():
                yield tree.Abbreviation(
                    key=self.key(),
                    source=source,
                    expansion=node.expansion,
                    children=self._runs(node.children, where),
                )
            case written.Link():
                yield self._link(node, where)
            case _:
                assert_never(node)

    def _link(self, node: written.Link, where: Context) -> tree.Link:
        note = note_number(node.url)
        anchor = ""
        if note is not None:
            self._made[note] += 1
            anchor = reference_anchor(note, self._made[note])
        return tree.Link(
            key=self.key(),
            source=where.pointer,
            target=node.url,
            kind=tree.LinkKind.TEXT if note is None else tree.LinkKind.NOTE,
            anchor=anchor,
            tooltip=node.title,
            children=self._runs(node.children, where),
        )


def note_number(url: str) -> int | None:
    """The number in `#note-N`, or None when `url` is no reference to a note."""
    digits = url.removeprefix("#note-")
    return int(digits) if digits != url and digits.isascii() and digits.isdigit() else None


def note_anchor(note: int) -> str:
    """The id of a note, which is what authors write in their links: `note-1`."""
    return f"note-{note}"


def reference_anchor(note: int, count: int) -> str:
    """The id of the `count`-th link that points at `note`."""
    return f"note-{note}-reference-{count}"
