"""The tag tree of a PDF: roles, languages, alternatives, attributes, and the text in reading order."""

from __future__ import annotations

from dataclasses import field
from typing import Any

import pikepdf

from prexport.readers.pdf.content import PageContent, read_page
from prexport.records import dataclass


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link annotation: its alternative description and where it leads."""

    contents: str
    target: str


@dataclass(slots=True, kw_only=True)
class Tag:
    """One structure element.

    `path` leads to it from the root ("Document/Sect[2]/P[1]", counted among its kind); `standard` is the standard
    type that `role` is mapped to. `lang`, `alt`, `expansion`, `actual_text` and
    `identifier` are "" when the element has none of its own; `attributes` joins all attribute owners.
    `children` holds elements and text, in reading order; `pages` the indices of the pages it has content on,
    `pictures` the images (XObjects) that are drawn as its own content.
    """

    role: str
    standard: str
    path: str = ""
    namespace: str = ""
    lang: str = ""
    alt: str = ""
    expansion: str = ""
    actual_text: str = ""
    identifier: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    children: list[Tag | Annotation | str] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    pictures: list[Any] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text in it, in reading order."""
        parts = (
            child if isinstance(child, str) else child.text if isinstance(child, Tag) else ""
            for child in self.children
        )
        return "".join(parts)


@dataclass(slots=True)
class Tagged:
    """A tagged PDF: its root elements, and the artifacts of each page with their kind."""

    roots: list[Tag]
    artifacts: list[list[tuple[str, str]]]


def read_tags(pdf: pikepdf.Pdf) -> Tagged:
    """The tag tree of an open PDF; raises KeyError when it is not tagged."""
    reader = _Reader(pdf)
    root = pdf.Root["/StructTreeRoot"]
    return Tagged(
        [reader.read(kid) for kid in _many(root["/K"])], [content.artifacts for content in reader.contents]
    )


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.contents: list[PageContent] = [read_page(page) for page in pdf.pages]
        self._pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        self._counts: dict[tuple[int, str], int] = {}  # by parent and role
        self._roles = pdf.Root["/StructTreeRoot"].get("/RoleMap", pikepdf.Dictionary())

    def read(self, element: Any, parent: Tag | None = None) -> Tag:
        role = str(element["/S"]).removeprefix("/")
        tag = Tag(
            role=role,
            path=self._path(role, parent),
            standard=str(self._roles.get(f"/{role}", f"/{role}")).removeprefix("/"),
            namespace=str(element["/NS"]["/NS"]) if "/NS" in element else "",
            lang=str(element.get("/Lang", "")),
            alt=str(element.get("/Alt", "")),
            expansion=str(element.get("/E", "")),
            actual_text=str(element.get("/ActualText", "")),
            identifier=str(element.get("/ID", "")),
            attributes=_attributes(element.get("/A")),
        )
        home = self._page(element.get("/Pg"))
        for kid in _many(element.get("/K")):
            self._kid(tag, kid, home)
        return tag

    def _path(self, role: str, parent: Tag | None) -> str:
        if parent is None:
            return role
        key = (id(parent), role)
        self._counts[key] = self._counts.get(key, 0) + 1
        return f"{parent.path}/{role}[{self._counts[key]}]"

    def _kid(self, tag: Tag, kid: Any, home: int | None) -> None:
        if isinstance(kid, int):
            self._content(tag, home, kid)
        elif kid.get("/Type") == "/MCR":
            page = self._page(kid.get("/Pg"))
            self._content(tag, home if page is None else page, int(kid["/MCID"]))
        elif kid.get("/Type") == "/OBJR":
            tag.children.append(self._annotation(kid["/Obj"]))
        else:
            tag.children.append(self.read(kid, tag))

    def _content(self, tag: Tag, page: int | None, mcid: int) -> None:
        if page is None:
            raise ValueError(f"content {mcid} of a {tag.role} is on no page")
        if page not in tag.pages:
            tag.pages.append(page)
        tag.pictures += self.contents[page].pictures.get(mcid, [])
        text = self.contents[page].texts.get(mcid, "")
        if tag.children and isinstance(tag.children[-1], str):
            tag.children[-1] += text
        elif text:
            tag.children.append(text)

    @staticmethod
    def _annotation(annotation: Any) -> Annotation:
        contents = str(annotation.get("/Contents", ""))
        action = annotation.get("/A", pikepdf.Dictionary())
        if "/URI" in action:
            return Annotation(contents, str(action["/URI"]))
        if "/SD" in action:
            return Annotation(contents, "#" + str(action["/SD"][0].get("/ID", "")))
        return Annotation(contents, "#" + str(annotation.get("/Dest", "")))

    def _page(self, page: Any) -> int | None:
        return None if page is None else self._pages[page.objgen]


def _attributes(value: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for owner in _many(value):
        for key, item in owner.items():
            if key == "/O":
                continue
            name = key.removeprefix("/")
            if isinstance(item, pikepdf.Array):
                found[name] = [float(part) if name == "BBox" else str(part) for part in item]
            else:
                found[name] = str(item).removeprefix("/")
    return found


def _many(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]
