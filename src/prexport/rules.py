"""The registry of rules: every id that a finding may bear, with its weight and its reason.

Ids are kebab-case, stable for ever, and never reused for another meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from prexport.findings import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its stable id, its severity, what it asks for, and why that matters to a reader."""

    id: str
    severity: Severity
    summary: str
    why: str


_E, _W = Severity.ERROR, Severity.WARNING

_ALL: tuple[Rule, ...] = (
    Rule(
        "file-too-large",
        _E,
        "A release file is at most 20 MiB.",
        "A file of that size is not a release, and reading it would stall every machine that checks it.",
    ),
    Rule(
        "not-utf8",
        _E,
        "A release file is UTF-8.",
        "Any other encoding turns names into garbage somewhere down the line.",
    ),
    Rule(
        "not-json",
        _E,
        "A release file is JSON.",
        "A file that can't be parsed can't be judged any further.",
    ),
    Rule(
        "too-deep",
        _E,
        "JSON containers nest at most 64 deep.",
        "Deeper nesting is a mistake or an attack; no release needs it.",
    ),
    Rule(
        "duplicate-key",
        _E,
        "A key stands once in its object.",
        "JSON readers disagree on which of two values counts, so the words would depend on the reader.",
    ),
    Rule(
        "not-a-number",
        _E,
        "NaN and Infinity are no JSON.",
        "Strict readers refuse the whole file.",
    ),
    Rule(
        "format-newer",
        _E,
        "The file's format is one that this prexport knows.",
        "A newer format may hold words that this version would silently leave out.",
    ),
    Rule(
        "format-unknown",
        _E,
        "The file says that it is prexport/1.",
        "Without it nobody can tell which contract the file was written for.",
    ),
    Rule(
        "key-unknown",
        _E,
        "Only keys of the format, or x- keys, are used.",
        "A misspelt key is text that never gets printed.",
    ),
    Rule(
        "key-missing",
        _E,
        "Every needed key is there.",
        "The release is not complete without it.",
    ),
    Rule(
        "value-wrong",
        _E,
        "A value has the type and form that the format asks for.",
        "A wrong value can't be printed faithfully.",
    ),
    Rule(
        "control-character",
        _E,
        "Text holds no control characters.",
        "They are invisible, break XML, and hide text from checkers.",
    ),
    Rule(
        "lone-surrogate",
        _E,
        "Text holds no lone surrogates.",
        "Half a character can't be written in any output format.",
    ),
    Rule(
        "bidi-control",
        _E,
        "Direction controls have a partner, and override nothing.",
        "They make text read differently from what is stored; languages are said with {lang=...}.",
    ),
    Rule(
        "text-empty",
        _E,
        "Text that is required is not empty.",
        "A heading or cell without words is a hole that a screen reader announces.",
    ),
    Rule(
        "heading-skipped",
        _E,
        "Heading levels rise by one.",
        "Readers who move by headings think a part is missing (WCAG 1.3.1).",
    ),
    Rule(
        "heading-in-quote",
        _E,
        "No heading stands inside a quotation.",
        "It would put a speaker's words into the outline of the release.",
    ),
    Rule(
        "heading-level",
        _E,
        "Inside about, notes and callouts headings are of level 3 or 4.",
        "The section has a level 2 heading of its own already.",
    ),
    Rule(
        "link-scheme",
        _E,
        "Links are absolute https, http, mailto or tel, or point at a note.",
        "Relative links and other schemes lead nowhere from a PDF, or run something.",
    ),
    Rule(
        "note-missing",
        _E,
        "Every #note-N has its note.",
        "The link would lead nowhere.",
    ),
    Rule(
        "table-row-length",
        _E,
        "Every row of a table has a cell for each column.",
        "Cells would be read under the wrong heading.",
    ),
    Rule(
        "list-empty",
        _E,
        "A list has at least one item.",
        "An empty list is announced and holds nothing.",
    ),
    Rule(
        "list-too-deep",
        _E,
        "Lists nest at most six deep.",
        "Word has no more levels that people can follow.",
    ),
    Rule(
        "character-not-shown",
        _E,
        "Every character has a glyph in the brand's fonts.",
        "Readers would see a box in place of the character, and PDF/A forbids it.",
    ),
    Rule(
        "image-alt-missing",
        _E,
        "Every image has a text alternative or is marked decorative.",
        "Those who can't see the picture get nothing (WCAG 1.1.1).",
    ),
    Rule(
        "image-decorative-alt",
        _E,
        "An image is either decorative or has a text alternative.",
        "Nobody can tell which of the two the author meant.",
    ),
    Rule(
        "image-missing",
        _E,
        "Every image file is there.",
        "The release would go out with a hole.",
    ),
    Rule(
        "image-outside-folder",
        _E,
        "Images lie in the release's folder.",
        "A release must not be able to publish any file of the machine.",
    ),
    Rule(
        "image-unreadable",
        _E,
        "Images are JPEG, PNG, WebP, AVIF, GIF or TIFF.",
        "What can't be decoded can't be shown.",
    ),
    Rule(
        "image-truncated",
        _E,
        "Image files are complete.",
        "Half a photo would go out.",
    ),
    Rule(
        "image-too-large",
        _E,
        "Images have at most 50 megapixels.",
        "Larger ones exhaust the memory of those who open the file.",
    ),
    Rule(
        "embargo-not-over",
        _E,
        "A public export waits for the end of the embargo.",
        "Publishing early breaks a promise that can't be mended.",
    ),
    Rule(
        "release-on-hold",
        _E,
        "A release on hold is not exported to the public.",
        "It is on hold.",
    ),
    Rule(
        "link-vague",
        _W,
        "Link text tells where the link leads.",
        "Lists of links are read without the words around them (WCAG 2.4.4, 2.4.9).",
    ),
    Rule(
        "link-bare-url",
        _W,
        "A long address is not its own link text.",
        "It is spelt out letter by letter.",
    ),
    Rule(
        "link-same-text",
        _W,
        "The same link text leads to the same place.",
        "Two links of one name can't be told apart (WCAG 2.4.4).",
    ),
    Rule(
        "image-alt-repeats-caption",
        _W,
        "The text alternative says what the caption does not.",
        "The same words are heard twice and the picture stays unknown.",
    ),
    Rule(
        "image-alt-file-name",
        _W,
        "The text alternative is no file name.",
        "A file name tells nothing about the picture.",
    ),
    Rule(
        "image-alt-long",
        _W,
        "A text alternative has at most 250 characters.",
        "It can't be paused or navigated; longer texts belong in long_description.",
    ),
    Rule(
        "image-decorative-caption",
        _W,
        "A decorative image has no caption or credit.",
        "What needs a caption is content.",
    ),
    Rule(
        "quotation-unclosed",
        _W,
        "Quotation marks are closed.",
        "It is not clear where the speaker's words end.",
    ),
    Rule(
        "all-capitals",
        _W,
        "Paragraphs are not written in capitals.",
        "They are hard to read, and some screen readers spell them.",
    ),
    Rule(
        "bold-as-heading",
        _W,
        "A heading is a heading block, not a bold paragraph.",
        "Readers who move by headings never find it (WCAG 1.3.1).",
    ),
    Rule(
        "date-contradicts",
        _W,
        "Dates in words agree with the date of issue.",
        "Journalists quote the wrong one.",
    ),
    Rule(
        "telephone-impossible",
        _W,
        "Telephone numbers are possible numbers.",
        "The call that matters doesn't get through.",
    ),
    Rule(
        "telephone-region-unknown",
        _W,
        "Telephone numbers can be dialled from anywhere.",
        "A local number without its country can't be linked.",
    ),
    Rule(
        "script-contradicts-lang",
        _W,
        "Text is in the script of its language.",
        "It is read aloud by the wrong voice and set in the wrong shapes (WCAG 3.1.2).",
    ),
    Rule(
        "table-caption-missing",
        _W,
        "Tables have a caption.",
        "A table is found by its caption.",
    ),
    Rule(
        "span-malformed",
        _W,
        "Bracketed spans are well formed.",
        "A malformed span is printed as it stands, brackets and all.",
    ),
    Rule(
        "words-missing",
        _W,
        "The toolkit has words for the release's language.",
        "Printed labels are English ones instead, marked as English.",
    ),
    Rule(
        "brand-key-missing",
        _E,
        "Every key of a brand is there.",
        "Something would be set in a way that nobody chose.",
    ),
    Rule(
        "brand-key-unknown",
        _E,
        "Only keys that brands have are used.",
        "A misspelt key is a look that never shows.",
    ),
    Rule(
        "brand-value-wrong",
        _E,
        "A brand's values have the type and range that they need.",
        "Pages would come out unreadable, or not at all.",
    ),
    Rule(
        "brand-contrast",
        _E,
        "A brand's text has a contrast of 7:1, its marks 3:1.",
        "People with low vision can't read it, nor anybody in bright light (WCAG 1.4.6, 1.4.11).",
    ),
)

RULES: dict[str, Rule] = {rule.id: rule for rule in _ALL}
