"""The structure tree as PDF objects (ISO 32000-1, 14.7; ISO 32000-2, 14.7 and 14.8.6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from prexport.errors import InternalError
from prexport.writers.pdf.layout import Layout
from prexport.writers.pdf.profile import Profile
from prexport.writers.pdf.roles import NAMESPACE_1_7, NAMESPACE_2_0, ROLE_MAP_1_7, Role, namespace
from prexport.writers.pdf.structure import Element, Structure
from prexport.writers.pdf.syntax import Name, PdfFile, Ref, Value


def reserve_elements(file: PdfFile, structure: Structure) -> dict[Element, Ref]:
    """Numbers for all elements, so that annotations and destinations can point at them."""
    return {element: file.reserve() for element in structure.root.elements()}


def write_tags(
    file: PdfFile,
    structure: Structure,
    elements: Mapping[Element, Ref],
    layout: Layout,
    profile: Profile,
    pages: Sequence[Ref],
    annotations: Sequence[tuple[Element, int, Ref]],
    files: Mapping[Element, Ref],
) -> Ref:
    """Write the tree; returns its root (/StructTreeRoot).

    `annotations` are the link annotations as (element, page index, annotation), in reading order; the one at
    index i has /StructParent `len(pages) + i`, and page i has /StructParents i. `files` are the files that
    elements were made from.
    """
    writer = _TagWriter(file, elements, layout, profile, pages, files)
    root = file.reserve()
    for element, page, annotation in annotations:
        writer.objects.setdefault(element, []).append((page, annotation))
    writer.write(structure.root, root, "")

    parents: list[Value] = []
    for index, owners in enumerate(writer.owners):
        if None in owners:
            raise InternalError(f"marked content of page {index + 1} has no structure element")
        parents += [index, file.add(owners)]
    for index, (element, _, _) in enumerate(annotations, start=len(pages)):
        parents += [index, elements[element]]
    tree: dict[str, Value] = {
        "Type": Name("StructTreeRoot"),
        "K": [elements[structure.root]],
        "ParentTree": file.add({"Nums": parents}),
        "ParentTreeNextKey": len(pages) + len(annotations),
    }
    if writer.identifiers:
        names: list[Value] = []
        for identifier, ref in sorted(writer.identifiers.items()):
            names += [identifier, ref]
        limits = [min(writer.identifiers), max(writer.identifiers)]
        tree["IDTree"] = {"Kids": [file.add({"Limits": limits, "Names": names})]}
    if profile.namespaces:
        tree["Namespaces"] = list(writer.namespaces.values())
    else:
        tree["RoleMap"] = {ours: Name(standard) for ours, standard in ROLE_MAP_1_7.items()}
    return file.put(root, tree)


class _TagWriter:
    def __init__(
        self,
        file: PdfFile,
        elements: Mapping[Element, Ref],
        layout: Layout,
        profile: Profile,
        pages: Sequence[Ref],
        files: Mapping[Element, Ref],
    ) -> None:
        self.file = file
        self.elements = elements
        self.layout = layout
        self.profile = profile
        self.pages = pages
        self.files = files
        self.objects: dict[Element, list[tuple[int, Ref]]] = {}
        self.owners: list[list[Ref | None]] = [[None] * page.marks for page in layout.pages]
        self.identifiers: dict[bytes, Ref] = {}
        self.namespaces: dict[str, Ref] = {}
        if profile.namespaces:
            for uri in (NAMESPACE_2_0, NAMESPACE_1_7):
                self.namespaces[uri] = file.add({"Type": Name("Namespace"), "NS": uri})

    def write(self, element: Element, parent: Ref, lang: str) -> None:
        """Write `element`, whose parent speaks `lang`, and all below it."""
        ref = self.elements[element]
        entries: dict[str, Value] = {
            "Type": Name("StructElem"),
            "S": Name(element.role),
            "P": parent,
        }
        if self.profile.namespaces:
            entries["NS"] = self.namespaces[namespace(element.role)]
        if element.lang != lang:
            entries["Lang"] = element.lang
        if element.alt:
            entries["Alt"] = element.alt
        if element.expansion:
            entries["E"] = element.expansion
        if element.identifier:
            identifier = element.identifier.encode()
            entries["ID"] = identifier
            self.identifiers[identifier] = ref
        if attributes := self._attributes(element):
            entries["A"] = attributes
        if element in self.files:
            entries["AF"] = [self.files[element]]  # ISO 32000-2, 14.13.5
        kids, page = self._kids(element, ref)
        if page is not None:
            entries["Pg"] = self.pages[page]
        if kids:
            entries["K"] = kids
        self.file.put(ref, entries)

    def _kids(self, element: Element, ref: Ref) -> tuple[list[Value], int | None]:
        """The element's children and content in order, and the page that plain identifiers are of."""
        kids: list[Value] = []
        home: int | None = None
        for index, part in enumerate(element.parts):
            if isinstance(part, Element):
                self.write(part, ref, element.lang)
                kids.append(self.elements[part])
                continue
            for mark in self.layout.content.get((element, index), ()):
                self.owners[mark.page][mark.mcid] = ref
                home = mark.page if home is None else home
                if mark.page == home:
                    kids.append(mark.mcid)
                else:
                    page = self.pages[mark.page]
                    kids.append({"Type": Name("MCR"), "Pg": page, "MCID": mark.mcid})
        for number, annotation in self.objects.get(element, ()):
            kids.append({"Type": Name("OBJR"), "Pg": self.pages[number], "Obj": annotation})
        return kids, home

    def _attributes(self, element: Element) -> list[Value]:
        attributes: list[Value] = []
        if element.numbering:
            # PDF 1.7 has no word for a list of terms and meanings.
            described = element.numbering == "Description" and not self.profile.namespaces
            numbering = "None" if described else element.numbering
            attributes.append({"O": Name("List"), "ListNumbering": Name(numbering)})
        if element.scope or element.headers:
            table: dict[str, Value] = {"O": Name("Table")}
            if element.scope:
                table["Scope"] = Name(element.scope)
            if element.headers:
                table["Headers"] = [header.encode() for header in element.headers]
            attributes.append(table)
        if element.role is Role.FIGURE:
            if element not in self.layout.boxes:
                raise InternalError(f"the picture of node {element.key} was not laid out")
            box = list(self.layout.boxes[element])
            attributes.append({"O": Name("Layout"), "BBox": box, "Placement": Name("Block")})
        return attributes
