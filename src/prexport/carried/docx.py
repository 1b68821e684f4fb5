"""What a Word document carries: the public source as a custom XML part (ISO/IEC 29500-1, 15.2.4)."""

from __future__ import annotations

import re

from prexport.errors import UnusableInput
from prexport.opc import Package
from prexport.release.carriage import SOURCE_NAMESPACE

_CUSTOM_XML = "customXml"
# What XML can't hold stands in the part as JSON escapes, which canonical JSON never has for these characters.
_ESCAPED = re.compile(r"(?<!\\)((?:\\\\)*)\\u(00[789][0-9a-f]|fff[ef])")


def source_of(data: bytes) -> bytes | None:
    """The public source in a DOCX, None when it carries none; raises UnusableInput for what can't be read."""
    return _text(Package(data), SOURCE_NAMESPACE, "source")


def _text(package: Package, namespace: str, element: str) -> bytes | None:
    """The JSON that is the text of the custom XML part whose root is `element` of `namespace`."""
    related = package.relationships(package.main()).values()
    # Word may number the parts anew; what they are, their root tells.
    for name in sorted(
        {each.target for each in related if each.kind == _CUSTOM_XML and not each.is_external}
    ):
        try:
            root = package.xml(name)
        except UnusableInput:  # somebody else's part, or none
            continue
        if root.tag == f"{{{namespace}}}{element}":
            return _ESCAPED.sub(_character, root.text or "").encode()
    return None


def _character(escape: re.Match[str]) -> str:
    return escape[1] + chr(int(escape[2], 16))
