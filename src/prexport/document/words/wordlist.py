"""The words of one language, and how they are read from its data file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from importlib.resources import files
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from prexport.document.words.phrases import Phrase, Plural, Slot
from prexport.records import dataclass

_FORMS = frozenset(each.name for each in fields(Plural))


class Slots:
    """Declares the slots of a phrase; reading a data file checks that it has these and no others."""

    def __init__(self, *names: str) -> None:
        """Name the slots, in any order."""
        self.names = frozenset(names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Every printed or spoken word that the toolkit adds to a release, in one language.

    Each attribute but `lang` is a key of `<lang>.toml`. A `str` stands as it is; a `Phrase` has the slots
    named beside it; where a phrase begins or ends with a space, the space belongs to it.
    """

    lang: str
    """BCP 47 of these words: "en", "zh-Hant"."""

    # What the document is: the kicker, and the genre in metadata.
    press_release: str
    media_advisory: str
    statement: str
    fact_sheet: str
    speech: str
    correction: str

    # When it may be used. A warning is the second sentence of the banner.
    immediate: str
    embargoed: Annotated[Phrase, Slots("when")]
    embargo_warning: str
    hold: str
    hold_warning: str

    # Which release it is, and which it replaces, by what is known of that one.
    release_number: Annotated[Phrase, Slots("number")]
    replaces_number_and_date: Annotated[Phrase, Slots("number", "date")]
    replaces_number: Annotated[Phrase, Slots("number")]
    replaces_date: Annotated[Phrase, Slots("date")]
    replaces_earlier: str

    # Headings, printed or spoken.
    downloads: str
    photos: str
    notes: str
    contacts: str
    translations: str

    # The body.
    speaker: Annotated[Phrase, Slots("name", "title", "organisation")]
    attribution: Annotated[Phrase, Slots("who")]  # after a quotation
    attribution_before: Annotated[Phrase, Slots("who")]
    long_description: str
    end_of_release: str

    # Contacts.
    telephone: str
    email: str
    web: str
    address: str
    hours: str
    contact_card: Annotated[Phrase, Slots("name")]

    # Downloads: what kind of file, how many. Formats such as PDF keep their name.
    file_kind: Annotated[Phrase, Slots("kind", "format")]
    image: str
    video: str
    audio: str
    archive: str
    document: str
    spreadsheet: str
    presentation: str
    text_file: str
    web_page: str
    files: Annotated[Plural, Slots("count")]
    bytes: Annotated[Plural, Slots("count")]
    kilobytes: Annotated[Phrase, Slots("count")]
    megabytes: Annotated[Phrase, Slots("count")]
    gigabytes: Annotated[Phrase, Slots("count")]
    terabytes: Annotated[Phrase, Slots("count")]

    # Rights.
    copyright: Annotated[Phrase, Slots("year", "holder")]
    licence: Annotated[Phrase, Slots("licence")]

    # Names for finding one's way; mostly heard, not seen.
    skip_link: str
    note: Annotated[Phrase, Slots("n")]
    back_to_text: str
    page: Annotated[Phrase, Slots("n", "total")]

    # How words are put together.
    labelled: Annotated[Phrase, Slots("label", "value")]
    aside: Annotated[Phrase, Slots("text")]  # what follows something in brackets, with the space before it
    comma: str
    date_and_time: Annotated[Phrase, Slots("date", "time", "offset")]
    moment: Annotated[Phrase, Slots("weekday", "date", "time", "offset")]
    moment_in_zone: Annotated[Phrase, Slots("weekday", "date", "time", "zone", "offset")]

    # Link texts that don't tell their purpose, in lower case.
    vague_links: tuple[str, ...]

    def kind(self, kind: str) -> str:
        """Give the label of a release's `kind` as the format spells it; ValueError for another."""
        match kind:
            case "press-release":
                return self.press_release
            case "media-advisory":
                return self.media_advisory
            case "statement":
                return self.statement
            case "fact-sheet":
                return self.fact_sheet
            case "speech":
                return self.speech
            case "correction":
                return self.correction
        raise ValueError(f"not a kind of release: {kind}")


def available() -> frozenset[str]:
    """List the languages that have a data file."""
    names = (entry.name for entry in files(__package__).iterdir())
    return frozenset(name.removesuffix(".toml") for name in names if name.endswith(".toml"))


def read(lang: str) -> Words:
    """Read the data file of exactly this language; ValueError says what is wrong with it."""
    table = tomllib.loads(files(__package__).joinpath(f"{lang}.toml").read_text("utf-8"))
    return words_from(table, lang)


def words_from(table: Mapping[str, object], lang: str) -> Words:
    """Make words of a parsed data file: every key, no other, every slot, no other."""
    wanted = {
        name: kind for name, kind in get_type_hints(Words, include_extras=True).items() if name != "lang"
    }
    if wrong := sorted(wanted.keys() ^ table.keys()):
        raise ValueError(f"{lang}.toml: missing or unknown keys: {', '.join(wrong)}")
    values: dict[str, Any] = {
        name: _value(kind, table[name], f"{lang}.toml: {name}") for name, kind in wanted.items()
    }
    return Words(lang=lang, **values)


def _value(kind: Any, raw: object, where: str) -> str | Phrase | Plural | tuple[str, ...]:
    """Make the value of a key whose attribute has the type `kind`."""
    slots = kind.__metadata__[0].names if get_origin(kind) is Annotated else frozenset()
    plain = get_args(kind)[0] if slots else kind
    if plain is str and isinstance(raw, str) and raw and "{" not in raw:
        return raw
    if plain is Phrase and isinstance(raw, str):
        return _phrase(raw, slots, where)
    if plain is Plural and isinstance(raw, dict) and _FORMS.issuperset(raw) and "other" in raw:
        return Plural(**{form: _plural_form(text, slots, where) for form, text in raw.items()})
    if plain == tuple[str, ...] and isinstance(raw, list) and all(isinstance(text, str) for text in raw):
        return tuple(raw)
    raise ValueError(f"{where}: not what belongs here: {raw!r}")


def _plural_form(text: str, slots: frozenset[str], where: str) -> Phrase:
    # A form that names its count in words ("one file") has no slot for it.
    return _phrase(text, slots if "{" in text else frozenset(), where)


def _phrase(text: str, slots: frozenset[str], where: str) -> Phrase:
    phrase = Phrase(text)
    found = [piece.name for piece in phrase.pieces() if isinstance(piece, Slot)]
    if sorted(found) != sorted(slots):
        raise ValueError(f"{where}: needs each of {sorted(slots)} once, has {found}")
    return phrase
