"""PDF objects as Python values, and a file made of them (ISO 32000-2, 7.3 and 7.5).

| Python | PDF |
|---|---|
| `None`, `bool`, `int`, `float` | null, boolean, numbers |
| `Name("Page")` | name |
| `str` | text string (PDFDocEncoding where it is ASCII, else UTF-16BE) |
| `bytes` | byte string, in hexadecimal |
| `Ref(5)` | indirect reference |
| `Raw(b"...")` | bytes written as they are: objects that an engine has serialised itself |
| `list`, `tuple`, `dict` | array, dictionary (keys without the solidus) |
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache

from prexport.records import dataclass

_REGULAR = frozenset(b"!\"$&'*+,-.0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ\\^_`abcdefghijklmnopqrstuvwxyz|~")


@dataclass(frozen=True, slots=True)
class Name:
    """A PDF name, without its solidus."""

    text: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to the indirect object of that number; generations are always 0."""

    number: int


@dataclass(frozen=True, slots=True)
class Raw:
    """Bytes that are PDF syntax already."""

    data: bytes


Value = None | bool | int | float | str | bytes | Name | Ref | Raw | Sequence["Value"] | Mapping[str, "Value"]


def serialise(value: Value) -> bytes:
    """The PDF syntax of `value`."""
    match value:
        case None:
            return b"null"
        case bool():
            return b"true" if value else b"false"
        case int():
            return b"%d" % value
        case float():
            return _number(value)
        case str():
            return _text(value)
        case bytes():
            return b"<" + value.hex().encode() + b">"
        case Name():
            return _name(value.text)
        case Ref():
            return b"%d 0 R" % value.number
        case Raw():
            return value.data
        case Mapping():
            entries = [_name(key) + b" " + serialise(item) for key, item in value.items()]
            return b"<<" + b"".join(entries) + b">>"
        case _:
            return b"[" + b" ".join([serialise(item) for item in value]) + b"]"


def _number(value: float) -> bytes:
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return b"0" if text in ("-0", "") else text.encode()


@lru_cache(maxsize=1024)
def _name(text: str) -> bytes:
    return b"/" + b"".join(bytes((byte,)) if byte in _REGULAR else b"#%02x" % byte for byte in text.encode())


def _text(text: str) -> bytes:
    if text.isascii():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return b"(" + escaped.replace("\r", "\\r").replace("\n", "\\n").encode() + b")"
    return b"<feff" + text.encode("utf-16-be").hex().encode() + b">"


@dataclass(frozen=True, slots=True)
class Carried:
    """A stream whose data go into the file as they are, however large they are: neither copied nor hashed again.

    `head` is the serialised dictionary and the keyword `stream`, `digest` a hash of `data` that is known already.
    """

    head: bytes
    data: bytes
    digest: bytes


Serialised = bytes | Carried
"""What stands between `obj` and `endobj`."""


class PdfFile:
    """An ordered collection of indirect objects that becomes the bytes of a file.

    Objects are numbered from 1. `adopt` takes over objects that an engine has numbered already; it must come
    first. Everything but streams goes into one compressed object stream (PDF 1.5 and later).
    """

    def __init__(self) -> None:
        """An empty file."""
        self._objects: list[tuple[Serialised, bool]] = [(b"", False)]  # (serialised, is a stream)

    def adopt(self, objects: Sequence[tuple[Serialised, bool]]) -> None:
        """Take `objects` as numbers 1, 2, 3 ...: each its serialised bytes and whether it is a stream."""
        if len(self._objects) > 1:
            raise ValueError("adopt() must come before other objects")
        self._objects.extend(objects)

    def reserve(self) -> Ref:
        """A number for an object that is given later with `put`."""
        self._objects.append((b"null", False))
        return Ref(len(self._objects) - 1)

    def put(self, ref: Ref, value: Value) -> Ref:
        """Make `value` the object of that number."""
        self._objects[ref.number] = (serialise(value), False)
        return ref

    def add(self, value: Value) -> Ref:
        """A new indirect object."""
        return self.put(self.reserve(), value)

    def add_stream(self, data: bytes, extra: Mapping[str, Value], *, compress: bool = True) -> Ref:
        """A new stream object holding `data`; `extra` are its dictionary's other entries."""
        ref = self.reserve()
        self._objects[ref.number] = (stream_object(data, extra, compress=compress), True)
        return ref

    def write(self, version: str, root: Ref, info: Ref | None) -> bytes:
        """The whole file. `/ID` is the hash of all objects, so equal content gives equal bytes."""
        out = [b"%PDF-" + version.encode() + b"\n%\xe2\xe3\xcf\xd3\n"]
        length = len(out[0])
        digest = hashlib.md5(usedforsecurity=False)
        offsets: dict[int, int] = {}
        packed: list[tuple[int, bytes]] = []

        def put(number: int, *data: bytes) -> None:
            nonlocal length
            offsets[number] = length
            parts = (b"%d 0 obj\n" % number, *data, b"\nendobj\n")
            out.extend(parts)
            length += sum(map(len, parts))

        for number, (data, stream) in enumerate(self._objects):
            if isinstance(data, Carried):
                digest.update(data.head)
                digest.update(data.digest)
                put(number, data.head, data.data, b"\nendstream")
                continue
            digest.update(data)
            if stream:
                put(number, data)
            elif number:
                packed.append((number, data))

        # ISO 32000-2, 7.5.7: object streams.
        index, bodies, position = [], [], 0
        for number, data in packed:
            index.append(b"%d %d" % (number, position))
            bodies.append(data)
            position += len(data) + 1
        head = b" ".join(index) + b"\n"
        container = len(self._objects)
        entries: dict[str, Value] = {"Type": Name("ObjStm"), "N": len(packed), "First": len(head)}
        put(container, stream_object(head + b"\n".join(bodies), entries))

        # ISO 32000-2, 7.5.8: cross-reference streams.
        start = offsets[container + 1] = length
        width = (start.bit_length() + 7) // 8
        place = {number: position for position, (number, _) in enumerate(packed)}
        rows = bytearray(b"\x00" + bytes(width) + b"\xff\xff")
        for number in range(1, container + 2):
            if number in place:
                rows += b"\x02" + container.to_bytes(width, "big") + place[number].to_bytes(2, "big")
            else:
                rows += b"\x01" + offsets[number].to_bytes(width, "big") + b"\x00\x00"
        identifier = digest.digest()
        trailer: dict[str, Value] = {
            "Type": Name("XRef"),
            "Size": container + 2,
            "W": [1, width, 2],
            "Root": root,
            "ID": [identifier, identifier],
        }
        if info is not None:
            trailer["Info"] = info
        put(container + 1, stream_object(bytes(rows), trailer))
        out.append(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(out)


def stream_object(data: bytes, extra: Mapping[str, Value], *, compress: bool = True) -> bytes:
    """A serialised stream object holding `data`; `extra` are its dictionary's other entries."""
    if compress:
        data = zlib.compress(data, 6)  # 9 takes half as long again for a hundredth less
    entries: dict[str, Value] = {**extra, "Length": len(data)}
    if compress:
        entries["Filter"] = Name("FlateDecode")
    return serialise(entries) + b"\nstream\n" + data + b"\nendstream"
