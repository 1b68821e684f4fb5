"""Structure types: the words of the tag tree, and what they are in PDF 1.7 and PDF 2.0.

The tree speaks one vocabulary. In a PDF 1.7 file the types that only PDF 2.0 knows go through the role map
(ISO 32000-1, 14.7.3); in a PDF 2.0 file every element names its namespace (ISO 32000-2, 14.8.6).
"""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """A structure type that prexport uses."""

    DOCUMENT = "Document"
    SECT = "Sect"
    DIV = "Div"
    ASIDE = "Aside"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    H4 = "H4"
    P = "P"
    BLOCK_QUOTE = "BlockQuote"
    L = "L"
    LI = "LI"
    LBL = "Lbl"
    LBODY = "LBody"
    TABLE = "Table"
    CAPTION = "Caption"
    THEAD = "THead"
    TBODY = "TBody"
    TR = "TR"
    TH = "TH"
    TD = "TD"
    FIGURE = "Figure"
    SPAN = "Span"
    STRONG = "Strong"
    EM = "Em"
    CODE = "Code"
    LINK = "Link"
    REFERENCE = "Reference"


NAMESPACE_1_7 = "http://iso.org/pdf/ssn"
NAMESPACE_2_0 = "http://iso.org/pdf2/ssn"

ROLE_MAP_1_7: dict[Role, Role] = {
    Role.ASIDE: Role.SECT,
    Role.EM: Role.SPAN,
    Role.STRONG: Role.SPAN,
}
"""What the types that PDF 1.7 lacks are mapped to there."""

_ONLY_1_7 = frozenset({Role.BLOCK_QUOTE, Role.CODE, Role.REFERENCE})

HEADINGS: dict[int, Role] = {1: Role.H1, 2: Role.H2, 3: Role.H3, 4: Role.H4}


def namespace(role: Role) -> str:
    """The standard namespace that defines `role` (PDF 2.0 dropped a few types of PDF 1.7)."""
    return NAMESPACE_1_7 if role in _ONLY_1_7 else NAMESPACE_2_0
