"""The bytes of a page as characters (Encoding Standard; HTML Living Standard 13.2.3)."""

from __future__ import annotations

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"<meta[^>]{0,1000}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_LOOKED_AT = 1024  # bytes from the start in which a page may declare its encoding
_FALLBACK = "cp1252"
# Python knows more codecs than the web, some of them slow on purpose-made input. UTF-16 can't declare itself, and
# what says that it is Latin 1 is read as Windows 1252.
_ENCODINGS = frozenset(
    {
        "big5", "big5hkscs", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
        "cp1258", "cp866", "cp874", "cp949", "euc_jp", "euc_kr", "gb18030", "gb2312", "gbk", "iso2022_jp",
        "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16", "iso8859-2", "iso8859-3",
        "iso8859-4", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8", "koi8-r", "koi8-u", "mac-roman",
        "shift_jis", "utf-8",
    }
)  # fmt: skip


def characters(html: bytes) -> str:
    """The text of a page; what its encoding doesn't have becomes U+FFFD, and NUL is left out."""
    encoding, start = _encoding(html)
    return html[start:].decode(encoding, "replace").replace("\0", "")


def _encoding(html: bytes) -> tuple[str, int]:
    """The codec of a page, and where its text begins."""
    for mark, encoding in _MARKS:
        if html.startswith(mark):
            return encoding, len(mark)
    if (declared := _DECLARED.search(html[:_LOOKED_AT])) is not None:
        return _known(declared[1].decode("ascii")), 0
    try:
        html.decode("utf-8")
    except UnicodeDecodeError:
        return _FALLBACK, 0
    return "utf-8", 0


def _known(label: str) -> str:
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return _FALLBACK
    if name.startswith("utf-16"):
        return "utf-8"
    return name if name in _ENCODINGS else _FALLBACK
