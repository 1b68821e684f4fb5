"""What a Word document carries: source and photo list as custom XML parts (ISO/IEC 29500-1, 15.2.4), media parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prexport.carried.held import Found, wanted
from prexport.errors import UnusableInput
from prexport.opc import Package
from prexport.release.carriage import PHOTOS_NAMESPACE, SOURCE_NAMESPACE, read_photo_list

_CUSTOM_XML, _IMAGE = "customXml", "image"
# What XML can't hold stands in the part as JSON escapes, which canonical JSON never has for these characters.
_ESCAPED = re.compile(r"(?<!\\)((?:\\\\)*)\\u(00[789][0-9a-f]|fff[ef])")


def source_of(data: bytes) -> bytes | None:
    """The public source in a DOCX, None when it carries none; raises UnusableInput for what can't be read."""
    return _json(Package(data), SOURCE_NAMESPACE, "source")


def source_and_photos(data: bytes) -> Found:
    """The public source, the photo list and the photos; raises UnusableInput for what can't be read."""
    package = Package(data)
    listed = read_photo_list(_json(package, PHOTOS_NAMESPACE, "photos") or b"")
    return (
        _json(package, SOURCE_NAMESPACE, "source"),
        listed,
        wanted(listed.values(), _photos(package)),
    )


def _json(package: Package, namespace: str, element: str) -> bytes | None:
    """The JSON that is the text of the custom XML part whose root is `element` of `namespace`."""
    # Word may number the parts anew; what they are, their root tells.
    for name in _related(package, _CUSTOM_XML):
        try:
            root = package.xml(name)
        except UnusableInput:  # somebody else's part, or none
            continue
        if root.tag == f"{{{namespace}}}{element}":
            return _ESCAPED.sub(_character, root.text or "").encode()
    return None


def _photos(package: Package) -> Iterator[bytes]:
    for name in _related(package, _IMAGE):
        try:
            yield package.read(name)
        except UnusableInput:
            continue  # a part that is damaged, or isn't there, is no photo; it will be missed if it was one


def _related(package: Package, kind: str) -> list[str]:
    """The names of the parts that the document has as its `kind`."""
    related = package.relationships(package.main()).values()
    return sorted({each.target for each in related if each.kind == kind and not each.is_external})


def _character(escape: re.Match[str]) -> str:
    return escape[1] + chr(int(escape[2], 16))
