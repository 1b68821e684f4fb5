"""An entry of an address book as a vCard 4 (RFC 6350), and the link that hands it over without a server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from prexport.document.tree import Entry

MEDIA_TYPE = "text/vcard"

_LINE_OCTETS = 75  # RFC 6350 3.2, without the line break
_ESCAPES = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})
# What file systems refuse in a name; control characters no release holds.
_NO_FILE_NAME = re.compile(r'[\s\\/:*?"<>|]+')


def vcard(entry: Entry) -> str:
    """The vCard of `entry`, its lines folded, with CRLF after each."""
    return "".join(f"{_folded(line)}\r\n" for line in _lines(entry))


def vcard_url(entry: Entry) -> str:
    """The vCard of `entry` as a data URL."""
    return f"data:{MEDIA_TYPE};charset=utf-8,{quote(vcard(entry), safe='')}"


def file_name(entry: Entry) -> str:
    """The name under which a reader's device keeps the vCard of `entry`."""
    return f"{_NO_FILE_NAME.sub(' ', entry.name).strip(' .') or 'contact'}.vcf"


def _lines(entry: Entry) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"KIND:{'individual' if entry.is_person else 'org'}"
    name = _escaped(entry.name)
    yield f"FN;LANGUAGE={entry.name_lang}:{name}"
    if entry.is_person:
        # Which word of a name is the family's only its bearer knows: the whole name stands in one component, for
        # address books that show no FN.
        yield f"N;LANGUAGE={entry.name_lang}:;{name};;;"
    for property_name, value in (
        ("ORG", entry.organisation),
        ("TITLE", entry.title),
        ("ROLE", entry.role),
    ):
        if value:
            yield f"{property_name};LANGUAGE={entry.lang}:{_escaped(value)}"
    for telephone in entry.telephones:
        if telephone.uri:
            yield f"TEL;VALUE=uri;TYPE=work:{telephone.uri}"
        else:
            yield f"TEL;VALUE=text;TYPE=work:{_escaped(telephone.printed)}"
    yield from (f"EMAIL;TYPE=work:{_escaped(address)}" for address in entry.mail_addresses)
    yield from (f"URL;TYPE=work:{page}" for page in entry.pages)
    if entry.address:
        # Which line is the street and which the town is not known either.
        yield f"ADR;TYPE=work;LANGUAGE={entry.lang}:;;{_escaped(chr(10).join(entry.address))};;;;"
    yield "END:VCARD"


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _folded(line: str) -> str:
    """`line` in pieces of at most 75 octets, none of which ends inside a character."""
    pieces, piece, octets = [], "", 0
    for character in line:
        size = len(character.encode())
        if octets + size > _LINE_OCTETS:
            pieces.append(piece)
            piece, octets = "", 1  # the space that begins a continued line
        piece += character
        octets += size
    return "\r\n ".join([*pieces, piece])
