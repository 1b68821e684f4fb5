"""XMP packets (ISO 16684-1): the public properties are read, and a small clean packet of them is written.

The alternative text is `Iptc4xmpCore:AltTextAccessibility` of the IPTC Photo Metadata Standard 2021.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prexport.release.languages import is_language_tag
from prexport.release.photo.notice import Notice, plain

if TYPE_CHECKING:
    from lxml.etree import _Element

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XML = "http://www.w3.org/XML/1998/namespace"
_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}
_ALT = ("Iptc4xmpCore", "AltTextAccessibility")
_CREDIT = ("photoshop", "Credit")
_CREATOR = ("dc", "creator")
_RIGHTS = ("dc", "rights")
_TERMS = ("xmpRights", "UsageTerms")
_LICENCE = ("xmpRights", "WebStatement")
_SOURCE_TYPE = ("Iptc4xmpExt", "DigitalSourceType")

_MAX_PACKET = 1024 * 1024
_MAX_ITEMS = 20
# One JPEG segment holds 65,502 bytes of XMP; a packet that large is no notice any more.
_MAX_WRITTEN = 60_000


def read(packet: bytes) -> Notice:
    """The public properties of a packet; an empty notice when it is none or can't be parsed.

    No entity is ever expanded and nothing is fetched: a packet with a document type is not read at all.
    """
    packet = packet.strip(b"\0 \r\n\t")
    if not packet or len(packet) > _MAX_PACKET or b"<!DOCTYPE" in packet:
        return Notice()
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(packet, parser)
    except (etree.XMLSyntaxError, ValueError):
        return Notice()
    if root.getroottree().docinfo.doctype:  # in another encoding than the search above looked for
        return Notice()
    return Notice(
        alt=_alternatives(root, _ALT),
        credit=_text(root, _CREDIT),
        creators=tuple(filter(None, _items(root, _CREATOR))),
        copyright=_default(root, _RIGHTS),
        terms=_default(root, _TERMS),
        licence=_text(root, _LICENCE),
        source_type=_text(root, _SOURCE_TYPE),
    )


def write(notice: Notice) -> bytes:
    """A packet with these properties and no others; b"" for an empty notice."""
    properties = [
        _simple(_CREDIT, notice.credit),
        _simple(_LICENCE, notice.licence),
        _simple(_SOURCE_TYPE, notice.source_type),
        _array(_CREATOR, "Seq", [("", name) for name in notice.creators]),
        _array(_RIGHTS, "Alt", [("x-default", notice.copyright)] if notice.copyright else []),
        _array(_TERMS, "Alt", [("x-default", notice.terms)] if notice.terms else []),
        _array(_ALT, "Alt", list(notice.alt)),
    ]
    if not any(properties):
        return b""
    content = "".join(properties)
    namespaces = "".join(
        f' xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items() if f"<{prefix}:" in content
    )
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}">'
        f'<rdf:Description rdf:about=""{namespaces}>{content}</rdf:Description></rdf:RDF></x:xmpmeta>'
        '<?xpacket end="r"?>'
    ).encode()
    if len(packet) > _MAX_WRITTEN:
        # Rights come first; the alternatives are in the release by now.
        return write(Notice(credit=notice.credit, copyright=notice.copyright))
    return packet


def _simple(name: tuple[str, str], value: str) -> str:
    prefix, local = name
    return f"<{prefix}:{local}>{_escape(value)}</{prefix}:{local}>" if value else ""


def _array(name: tuple[str, str], kind: str, items: list[tuple[str, str]]) -> str:
    prefix, local = name
    entries = "".join(
        f'<rdf:li xml:lang="{lang}">{_escape(text)}</rdf:li>' if lang else f"<rdf:li>{_escape(text)}</rdf:li>"
        for lang, text in items
    )
    return f"<{prefix}:{local}><rdf:{kind}>{entries}</rdf:{kind}></{prefix}:{local}>" if entries else ""


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _tag(name: tuple[str, str]) -> str:
    return f"{{{_NAMESPACES[name[0]]}}}{name[1]}"


def _find(root: _Element, name: tuple[str, str]) -> _Element | None:
    """The element of a property: a child of an rdf:Description at the top."""
    path = f".//{{{_RDF}}}RDF/{{{_RDF}}}Description/{_tag(name)}"
    found = root.find(path)
    return root.find(f"{{{_RDF}}}Description/{_tag(name)}") if found is None else found


def _text(root: _Element, name: tuple[str, str]) -> str:
    """A simple property, written as an element or as an attribute of rdf:Description."""
    element = _find(root, name)
    if element is not None:
        # A URI may be given by reference.
        return plain(element.text or element.get(f"{{{_RDF}}}resource") or "")
    for description in root.iter(f"{{{_RDF}}}Description"):
        if value := description.get(_tag(name)):
            return plain(value)
    return ""


def _items(root: _Element, name: tuple[str, str]) -> list[str]:
    return [text for _, text in _entries(root, name)]


def _default(root: _Element, name: tuple[str, str]) -> str:
    """The text of `x-default`, else of the first language."""
    entries = _entries(root, name)
    return next((text for lang, text in entries if lang == "x-default"), entries[0][1] if entries else "")


def _alternatives(root: _Element, name: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Language and text, each language once, `x-default` first."""
    found: dict[str, str] = {}
    for lang, text in _entries(root, name):
        if text and (lang == "x-default" or is_language_tag(lang)):
            found.setdefault(lang, text)
    return tuple(sorted(found.items(), key=lambda item: item[0] != "x-default"))


def _entries(root: _Element, name: tuple[str, str]) -> list[tuple[str, str]]:
    """The items of an array; a property written as plain text has one, in no language."""
    element = _find(root, name)
    if element is None:
        single = _text(root, name)
        return [("x-default", single)] if single else []
    items = list(element.iter(f"{{{_RDF}}}li"))[:_MAX_ITEMS]
    if not items:
        text = plain(element.text or "")
        return [("x-default", text)] if text else []
    return [(_language(item), plain(item.text or "")) for item in items]


def _language(item: _Element) -> str:
    lang = (item.get(f"{{{_XML}}}lang") or "x-default").replace("_", "-")
    return lang.lower() if lang.lower() == "x-default" else lang
