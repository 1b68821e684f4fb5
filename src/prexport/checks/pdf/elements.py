"""The tag tree of any PDF, however broken: nothing here recurses, goes in circles, or believes a type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Any

import pikepdf

from prexport.records import dataclass

MOST_ELEMENTS = 200_000

# ISO 32000-1, 14.8.4, and what ISO 32000-2, 14.8.4, added.
STANDARD = frozenset(
    [
        "Document",
        "DocumentFragment",
        "Part",
        "Art",
        "Sect",
        "Div",
        "Aside",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
        "P",
        "H",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "THead",
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Annot",
        "Ruby",
        "RB",
        "RT",
        "RP",
        "Warichu",
        "WT",
        "WP",
        "Figure",
        "Formula",
        "Form",
        "Title",
        "FENote",
        "Sub",
        "Em",
        "Strong",
        "Artifact",
    ]
)


@dataclass(slots=True, eq=False)
class Element:
    """One structure element.

    `path` leads to it from the root ("Document/Sect[2]/P[1]", counted among its kind); `role` is its standard type,
    `written` the type that the file gives it. `contents` are pairs of a page's index (-1: unknown) and a
    marked-content identifier, `objects` the annotations and XObjects that belong to it. `lang` is inherited.
    """

    path: str
    role: str
    written: str
    object: Any
    parent: Element | None
    lang: str
    children: list[Element] = field(default_factory=list)
    contents: list[tuple[int, int]] = field(default_factory=list)
    objects: list[Any] = field(default_factory=list)

    def text(self, key: str) -> str:
        """A text string of the element, "" when it has none."""
        return text_of(self.object, key)

    def attribute(self, name: str) -> Any:
        """An attribute of any owner, None when it has none."""
        owners = self.object.get("/A")
        for owner in many(owners):
            if isinstance(owner, pikepdf.Stream | pikepdf.Dictionary) and f"/{name}" in owner:
                return owner[f"/{name}"]
        return None

    def around(self) -> Iterator[Element]:
        """The elements that it stands in, the closest first."""
        parent = self.parent
        while parent is not None:
            yield parent
            parent = parent.parent

    def below(self) -> Iterator[Element]:
        """All elements in it, in reading order."""
        waiting = list(reversed(self.children))
        while waiting:
            each = waiting.pop()
            yield each
            waiting.extend(reversed(each.children))


def elements_of(pdf: pikepdf.Pdf) -> list[Element]:
    """All elements in reading order; those that can't be reached or are no elements are left out."""
    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return []
    pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    walk = _Walk(pages, _role_map(root))
    lang = text_of(pdf.Root, "/Lang")
    found: list[Element] = []
    waiting: list[tuple[Any, Element | None]] = [(kid, None) for kid in reversed(many(root.get("/K")))]
    while waiting and len(found) < MOST_ELEMENTS:
        kid, parent = waiting.pop()
        element = walk.element(kid, parent, lang)
        if element is None:
            continue
        found.append(element)
        waiting.extend((inner, element) for inner in reversed(walk.kids(element)))
    return found


class _Walk:
    def __init__(self, pages: dict[tuple[int, int], int], roles: dict[str, str]) -> None:
        self._pages = pages
        self._roles = roles
        self._seen: set[tuple[int, int]] = set()
        self._counts: dict[tuple[int, str], int] = {}

    def element(self, kid: Any, parent: Element | None, lang: str) -> Element | None:
        if not isinstance(kid, pikepdf.Dictionary) or "/S" not in kid:
            return None
        if kid.is_indirect:
            if kid.objgen in self._seen:
                return None
            self._seen.add(kid.objgen)
        written = str(kid["/S"]).removeprefix("/")
        key = (id(parent), written)
        self._counts[key] = self._counts.get(key, 0) + 1
        step = written if parent is None else f"{written}[{self._counts[key]}]"
        element = Element(
            path=step if parent is None else f"{parent.path}/{step}",
            role=self._standard(written),
            written=written,
            object=kid,
            parent=parent,
            lang=text_of(kid, "/Lang") or (lang if parent is None else parent.lang),
        )
        if parent is not None:
            parent.children.append(element)
        return element

    def kids(self, element: Element) -> list[Any]:
        """The elements in it, as they are in the file; content and objects are noted on the way."""
        inner = []
        home = self._page(element.object.get("/Pg"))
        for kid in many(element.object.get("/K")):
            if isinstance(kid, int):
                element.contents.append((home, kid))
            elif not isinstance(kid, pikepdf.Dictionary):
                continue
            elif kid.get("/Type") == "/MCR" and isinstance(kid.get("/MCID"), int):
                page = self._page(kid.get("/Pg"))
                element.contents.append((home if page < 0 else page, int(kid["/MCID"])))
            elif kid.get("/Type") == "/OBJR" and "/Obj" in kid:
                element.objects.append(kid["/Obj"])
            else:
                inner.append(kid)
        return inner

    def _page(self, page: Any) -> int:
        return self._pages.get(page.objgen, -1) if isinstance(page, pikepdf.Dictionary) else -1

    def _standard(self, written: str) -> str:
        role = written
        for _ in range(20):  # a role map may lead in a circle
            if role in STANDARD:
                return role
            if role not in self._roles:
                break
            role = self._roles[role]
        return role


def _role_map(root: Any) -> dict[str, str]:
    roles = root.get("/RoleMap")
    if not isinstance(roles, pikepdf.Dictionary):
        return {}
    return {key.removeprefix("/"): str(role).removeprefix("/") for key, role in roles.items()}


def many(value: Any) -> list[Any]:
    """The members of an array, one object alone, or nothing."""
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def text_of(holder: Any, key: str) -> str:
    """The text string `key` of a dictionary; "" where there is none, or something else."""
    value = holder.get(key)
    return str(value).strip() if isinstance(value, pikepdf.String | str) else ""


def is_true(value: object) -> bool:
    """Whether a value of a PDF is the boolean true, and not something that merely counts as such."""
    return value is True
