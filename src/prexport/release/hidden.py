"""Characters that no text may hold, since they hide, break or reorder what is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prexport.findings import Fault
from prexport.release.pointers import Json, walk_json

# C0 but tab and newline, DEL, C1, and the code points that are no characters (XML 1.0 forbids most of them).
_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_EMBEDDINGS, _OVERRIDES, _ISOLATES = "\u202a\u202b", "\u202d\u202e", "\u2066\u2067\u2068"
_POP_EMBEDDING, _POP_ISOLATE = "\u202c", "\u2069"


def hidden_faults(data: Json) -> Iterator[Fault]:
    """Look through every string of the raw JSON, keys left out; one fault a string and rule."""
    for pointer, value in walk_json(data):
        if isinstance(value, str):
            yield from _faults_of(pointer, value)


def without_surrogates(data: Json) -> Json:
    """The same values with U+FFFD for every lone surrogate, character by character, so that types can be checked."""
    match data:
        case dict():
            return {_SURROGATE.sub("\ufffd", key): without_surrogates(value) for key, value in data.items()}
        case list():
            return [without_surrogates(item) for item in data]
        case str():
            return _SURROGATE.sub("\ufffd", data)
        case _:
            return data


def _faults_of(pointer: str, text: str) -> Iterator[Fault]:
    if controls := [match.start() for match in _CONTROL.finditer(text)]:
        yield _fault(
            "control-character",
            pointer,
            text,
            controls,
            "The text holds the invisible control character {code}{more}.",
            "Delete it. If a line break was meant, write \\n.",
        )
    if surrogates := [match.start() for match in _SURROGATE.finditer(text)]:
        yield _fault(
            "lone-surrogate",
            pointer,
            text,
            surrogates,
            "The text holds {code}, half of a character{more}.",
            "Type the character again, or write both halves of its \\u escape.",
        )
    if _BIDI.search(text):
        overriding, unpaired = _bidi_faults(text)
        if overriding:
            yield _fault(
                "bidi-control",
                pointer,
                text,
                overriding,
                "The invisible {code} overrides the direction of the text{more}: it reads other than it is stored.",
                "Delete it; directions follow from languages: [words]{{lang=ar}}.",
            )
        if unpaired:
            yield _fault(
                "bidi-control",
                pointer,
                text,
                unpaired,
                "The invisible direction control {code} has no partner{more}.",
                "Delete it; directions follow from languages: [words]{{lang=ar}}.",
            )


def _fault(rule: str, pointer: str, text: str, places: list[int], message: str, mend: str) -> Fault:
    first = places[0]
    more = f" (and {len(places) - 1} more of the kind)" if len(places) > 1 else ""
    said = message.format(code=f"U+{ord(text[first]):04X}", more=more)
    return Fault(rule, pointer, said, mend.format(), offset=first, length=1)


def _bidi_faults(text: str) -> tuple[list[int], list[int]]:
    """Where overrides are, and where controls without partner are (UAX #9, BD9 and BD11)."""
    overriding: list[int] = []
    unpaired: list[int] = []
    opened: list[int] = []
    for match in _BIDI.finditer(text):
        place, control = match.start(), match[0]
        if control in _OVERRIDES:
            overriding.append(place)
        if control in _EMBEDDINGS + _OVERRIDES + _ISOLATES:
            opened.append(place)
        elif control == _POP_EMBEDDING:
            if opened and text[opened[-1]] not in _ISOLATES:
                opened.pop()
            else:
                unpaired.append(place)
        elif any(text[at] in _ISOLATES for at in opened):
            # The end of an isolate ends what was opened within it, and leaves it without a partner.
            while text[opened[-1]] not in _ISOLATES:
                unpaired.append(opened.pop())
            opened.pop()
        else:
            unpaired.append(place)
    unpaired = sorted(place for place in unpaired + opened if text[place] not in _OVERRIDES)
    return overriding, unpaired
