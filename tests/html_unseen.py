"""Faults of a web page that no judge from outside sees: we look for them ourselves, in the page as it is.

What must be measured (lengths of lines, widths that don't fit) is in `writers/test_html_in_browser.py`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from lxml import html as parser

# Scripts as the first word of a character's Unicode name, and the languages that are written in them.
_SCRIPTS = {
    "ARABIC": {"ar", "fa", "ur"},
    "HEBREW": {"he"},
    "GREEK": {"el"},
    "CYRILLIC": {"ru", "uk", "bg"},
    "DEVANAGARI": {"hi"},
    "THAI": {"th"},
    "HANGUL": {"ko"},
    "HIRAGANA": {"ja"},
    "KATAKANA": {"ja"},
    "CJK": {"zh", "ja"},
}
_VAGUE = {
    *("here", "click here", "more", "read more", "link", "this link", "details", "download"),
    *("hier", "mehr", "ici", "lire la suite", "aquí", "هنا", "اضغط هنا"),
    *("這裡", "此處", "按此", "这里", "点击这里", "こちら", "여기"),
}
_FILE_NAME = re.compile(
    r"[\w -]+\.(jpe?g|png|gif|webp|avif|tiff?)|(img|dsc|image|photo)[_ -]?\d+", re.IGNORECASE
)
_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def unseen_faults(page: str) -> list[str]:
    """What is wrong with a page, a sentence each."""
    root = parser.document_fromstring(page)
    return [
        *_foreign_words(root),
        *_alternatives(root),
        *_links(root),
        *_linked_data(root),
        *(f"bidi control U+{ord(each):04X}" for each in _BIDI_CONTROLS.findall(page)),
    ]


def _foreign_words(root: Any) -> Iterator[str]:
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        own = [element.text, *(element.get(name) for name in ("alt", "title", "aria-label"))]
        told = [(text, _lang(element)) for text in own]
        if element.tail:
            told.append((element.tail, _lang(element.getparent())))
        for text, lang in told:
            for script in sorted(_scripts(text or "")):
                if lang.split("-")[0] not in _SCRIPTS[script]:
                    yield f"{script} in text that says it is {lang!r}: {text.strip()[:60]!r}"


def _lang(element: Any) -> str:
    return str(next((each.get("lang") for each in _upwards(element) if each.get("lang")), ""))


def _upwards(element: Any) -> Iterator[Any]:
    while element is not None:
        yield element
        element = element.getparent()


def _scripts(text: str) -> set[str]:
    names = (unicodedata.name(letter, "") for letter in text if letter.isalpha())
    return {name.partition(" ")[0] for name in names} & _SCRIPTS.keys()


def _alternatives(root: Any) -> Iterator[str]:
    for image in root.iterfind(".//img"):
        alt = " ".join((image.get("alt") or "").split())
        figure = next((each for each in _upwards(image) if each.tag == "figure"), None)
        caption = figure.find(".//*[@class='caption']") if figure is not None else None
        if (
            alt
            and caption is not None
            and alt.casefold() == " ".join(caption.text_content().split()).casefold()
        ):
            yield f"alt repeats the caption: {alt!r}"
        if _FILE_NAME.fullmatch(alt):
            yield f"alt is a file name: {alt!r}"


def _links(root: Any) -> Iterator[str]:
    targets = defaultdict(set)
    for link in root.iterfind(".//a"):
        text = " ".join(link.text_content().split())
        targets[text].add(link.get("href"))
        if text.casefold().strip(" .…»›>") in _VAGUE:
            yield f"a link that doesn't tell its purpose: {text!r}"
    yield from (
        f"one link text for {len(each)} targets: {text!r}" for text, each in targets.items() if len(each) > 1
    )


def _linked_data(root: Any) -> Iterator[str]:
    for block in root.iterfind(".//script"):
        try:
            told = json.loads(block.text)
        except ValueError as error:
            yield f"broken data block: {error}"
            continue
        if block.get("type") == "application/ld+json" and told.get("@context") != "https://schema.org":
            yield "linked data without its vocabulary"
