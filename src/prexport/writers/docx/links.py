"""Hyperlinks to the web and within the document, and the bookmarks that these lead to."""

from __future__ import annotations

from prexport.document.tree import Link
from prexport.document.uri import uri
from prexport.writers.docx.markup import NOTHING, Xml, element, w
from prexport.writers.docx.package import Relation, Relationships

_TOOLTIP_LENGTH = 260  # characters; Word cuts or refuses more


class Links:
    """The links of one part. Each URL has one relationship, each anchor one bookmark."""

    def __init__(self, relationships: Relationships) -> None:
        """Take the relationships of the part that the links stand in."""
        self._relationships = relationships
        self._known: dict[str, str] = {}
        self._bookmarks = 0

    def hyperlink(self, link: Link, content: Xml) -> Xml:
        """The runs of a link, clickable; a place that others point back at if the link has an anchor."""
        attributes: dict[str, str | int] = (
            {"w:anchor": bookmark_name(link.target[1:])}
            if link.target.startswith("#")
            else {"r:id": self._relationship(link.target)}
        )
        if link.tooltip:
            attributes["w:tooltip"] = link.tooltip[:_TOOLTIP_LENGTH]
        made = element("w:hyperlink", attributes | {"w:history": 1}, content)
        return self.bookmarked(link.anchor, made)

    def bookmarked(self, anchor: str, content: Xml) -> Xml:
        """`content` as a place that links can lead to; as it is when `anchor` is ""."""
        if not anchor:
            return content
        identifier = self._bookmarks
        self._bookmarks += 1
        start = w("bookmarkStart", NOTHING, id=identifier, name=bookmark_name(anchor))
        return Xml(f"{start}{content}{w('bookmarkEnd', NOTHING, id=identifier)}")

    def _relationship(self, url: str) -> str:
        if url not in self._known:
            self._known[url] = self._relationships.relate(Relation.HYPERLINK, uri(url))
        return self._known[url]


def bookmark_name(anchor: str) -> str:
    """An id of the document as Word wants it: letters, digits and underscores."""
    return anchor.replace("-", "_")
