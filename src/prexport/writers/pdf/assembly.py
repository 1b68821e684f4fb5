"""A layout and a profile become the bytes of a PDF: all that is the same for every engine."""

from __future__ import annotations

from prexport.document.tree import Document
from prexport.document.uri import uri
from prexport.writers.options import WriteOptions
from prexport.writers.pdf.attachments import Attachments, attach
from prexport.writers.pdf.destinations import Destinations
from prexport.writers.pdf.icc import srgb_profile
from prexport.writers.pdf.layout import Layout
from prexport.writers.pdf.outline import write_outline
from prexport.writers.pdf.profile import Profile
from prexport.writers.pdf.structure import Element, Structure
from prexport.writers.pdf.syntax import Name, PdfFile, Ref, Value
from prexport.writers.pdf.tags import reserve_elements, write_tags
from prexport.writers.pdf.xmp import PRODUCER, pdf_date, xmp_packet

_PRINTED = 4  # ISO 32000-1, 12.5.3: the flag Print, which PDF/A demands of annotations


def assemble(
    document: Document, structure: Structure, layout: Layout, profile: Profile, options: WriteOptions
) -> bytes:
    """The whole file. `layout` is not changed, so that several profiles can share one."""
    file = PdfFile()
    file.adopt(layout.objects)
    tree = file.reserve()
    pages = [file.reserve() for _ in layout.pages]
    elements = reserve_elements(file, structure)
    destinations = Destinations(layout, elements, pages, structural=profile.structure_destinations)
    annotations, annotated = _links(file, structure, layout, destinations, pages)
    for index, (page, ref) in enumerate(zip(layout.pages, pages, strict=True)):
        entries: dict[str, Value] = {
            "Type": Name("Page"),
            "Parent": tree,
            "MediaBox": [0, 0, page.width, page.height],
            "Contents": page.contents,
            "Resources": page.resources,
            "StructParents": index,
            "Tabs": Name("S"),  # PDF/UA-1 7.18.3
        }
        if annotations[index]:
            entries["Annots"] = annotations[index]
        file.put(ref, entries)
    file.put(tree, {"Type": Name("Pages"), "Kids": pages, "Count": len(pages)})

    carried = (
        attach(file, structure, layout, document.metadata.issued, options)
        if profile.carries_source
        else Attachments()
    )
    catalog: dict[str, Value] = {
        "Type": Name("Catalog"),
        "Pages": tree,
        "Lang": document.lang,
        "MarkInfo": {"Marked": True},
        "StructTreeRoot": write_tags(
            file, structure, elements, layout, profile, pages, annotated, carried.figures
        ),
        "ViewerPreferences": {
            "DisplayDocTitle": True,  # PDF/UA-1 7.1
            "Direction": Name("R2L" if document.dir == "rtl" else "L2R"),
        },
        "PageLayout": Name("OneColumn"),
        "PageLabels": {"Nums": [0, {"S": Name("D")}]},
        "Outlines": write_outline(file, structure.bookmarks, destinations),
        "Metadata": file.add_stream(
            xmp_packet(document, profile, options.public_source),
            {"Type": Name("Metadata"), "Subtype": Name("XML")},
            compress=False,
        ),
        "OutputIntents": [_output_intent(file)],
    }
    names: dict[str, Value] = {}
    if named := destinations.names():
        names["Dests"] = {"Names": named}
    if profile.carries_source:
        names["EmbeddedFiles"] = {"Names": carried.names}
        catalog["AF"] = carried.document
        if carried.pieces:
            catalog["PieceInfo"] = carried.pieces
    if names:
        catalog["Names"] = names
    info = file.add(_information(document)) if profile.info_dictionary else None
    return file.write(profile.pdf_version, file.add(catalog), info)


def _links(
    file: PdfFile,
    structure: Structure,
    layout: Layout,
    destinations: Destinations,
    pages: list[Ref],
) -> tuple[list[list[Value]], list[tuple[Element, int, Ref]]]:
    """Link annotations: those of each page, and all of them with element and page, in reading order."""
    by_page: list[list[Value]] = [[] for _ in pages]
    annotated: list[tuple[Element, int, Ref]] = []
    for number, area in enumerate(layout.links, start=len(pages)):
        entries: dict[str, Value] = {
            "Type": Name("Annot"),
            "Subtype": Name("Link"),
            "Rect": list(area.rectangle),
            "Border": [0, 0, 0],
            "F": _PRINTED,
            "P": pages[area.page],
            "StructParent": number,
            "Contents": area.element.contents,  # PDF/UA-1 7.18.5
        }
        if area.target.startswith("#"):
            entries |= destinations.to(structure.anchors[area.target[1:]])
        else:
            entries["A"] = {"S": Name("URI"), "URI": uri(area.target).encode("ascii")}
        annotation = file.add(entries)
        by_page[area.page].append(annotation)
        annotated.append((area.element, area.page, annotation))
    return by_page, annotated


def _output_intent(file: PdfFile) -> Value:
    return {
        "Type": Name("OutputIntent"),
        "S": Name("GTS_PDFA1"),
        "OutputConditionIdentifier": "sRGB",
        "Info": "sRGB IEC61966-2.1",
        "DestOutputProfile": file.add_stream(srgb_profile(), {"N": 3}),
    }


def _information(document: Document) -> dict[str, Value]:
    metadata = document.metadata
    date = pdf_date(metadata.issued)
    entries: dict[str, Value] = {
        "Title": metadata.title,
        "Author": metadata.publisher_names,
        "Subject": metadata.description,
        "Keywords": ", ".join(metadata.keywords),
        "Creator": PRODUCER,
        "Producer": PRODUCER,
        "CreationDate": date,
        "ModDate": date,
    }
    return {key: value for key, value in entries.items() if value}
