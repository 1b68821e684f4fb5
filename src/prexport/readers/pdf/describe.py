"""A PDF as readable text: what it says of itself, its bookmarks, its artifacts, its tag tree."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from prexport.readers.pdf.tags import Annotation, Tag, Tagged, read_tags

_INDENT = "  "
_DECLARED = re.compile(r"<pdfd:conformsTo>(.*?)</pdfd:conformsTo>")


def describe(pdf: bytes) -> str:
    """Everything of a PDF that a reader or a machine gets besides its looks, one fact a line."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        tagged = read_tags(opened)
        lines = [
            *_file(opened),
            "",
            "bookmarks",
            *_bookmarks(opened),
            "",
            "artifacts",
            *_artifacts(tagged),
            "",
            "tags",
            *tree_lines(tagged),
        ]
    return "\n".join(lines) + "\n"


def tag_tree(pdf: bytes) -> str:
    """The tag tree alone, one element a line."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return "\n".join(tree_lines(read_tags(opened))) + "\n"


def tree_lines(tagged: Tagged) -> Iterator[str]:
    """The lines of the tag tree."""
    for root in tagged.roots:
        yield from _element(root, 1)


def _element(tag: Tag, depth: int) -> Iterator[str]:
    words = [tag.role]
    words += [
        f"{name}={_quoted(value)}"
        for name, value in (
            ("lang", tag.lang),
            ("alt", tag.alt),
            ("expansion", tag.expansion),
            ("actual", tag.actual_text),
            ("id", tag.identifier),
        )
        if value
    ]
    words += [f"{name}={_attribute(value)}" for name, value in tag.attributes.items()]
    if len(tag.pages) > 1:
        words.append("pages=" + ",".join(str(page + 1) for page in tag.pages))
    links = [child for child in tag.children if isinstance(child, Annotation)]
    if links:
        places = f" in {len(links)} places" if len(links) > 1 else ""
        words.append(f"-> {links[0].target} {_quoted(links[0].contents)}{places}")
    content = [child for child in tag.children if not isinstance(child, Annotation)]
    if len(content) == 1 and isinstance(content[0], str):
        words.append(_quoted(content[0]))
        content = []
    yield _INDENT * depth + " ".join(words)
    for child in content:
        if isinstance(child, str):
            yield _INDENT * (depth + 1) + _quoted(child)
        elif isinstance(child, Tag):
            yield from _element(child, depth + 1)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _attribute(value: Any) -> str:
    if isinstance(value, list):
        return "[" + " ".join(f"{part:.0f}" if isinstance(part, float) else part for part in value) + "]"
    return str(value)


def _file(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    yield f"PDF {pdf.pdf_version}, {len(pdf.pages)} pages of {' x '.join(_size(pdf))} pt"
    yield f"language: {root.get('/Lang', '-')}"
    for key, value in root.get("/ViewerPreferences", pikepdf.Dictionary()).items():
        yield f"{key.removeprefix('/')}: {str(value).removeprefix('/').lower()}"
    yield from sorted(_metadata(pdf))
    for file in root.get("/AF", pikepdf.Array()):
        stream = file["/EF"]["/F"]
        kind = str(stream["/Subtype"]).removeprefix("/")
        yield f"file: {file['/UF']} ({str(file['/AFRelationship']).removeprefix('/')}, {kind})"


def _size(pdf: pikepdf.Pdf) -> list[str]:
    box = [float(value) for value in pdf.pages[0].mediabox]
    return [f"{box[2] - box[0]:.0f}", f"{box[3] - box[1]:.0f}"]


_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
}


def _metadata(pdf: pikepdf.Pdf) -> Iterator[str]:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for name in metadata:
            uri, _, local = name.removeprefix("{").rpartition("}")
            if uri in _PREFIXES:
                yield f"{_PREFIXES[uri]}:{local}: {_said(metadata[name])}"
    declared = _DECLARED.findall(pdf.Root.Metadata.read_bytes().decode())
    yield from (f"pdfd:conformsTo: {uri}" for uri in declared)


def _said(value: object) -> str:
    if isinstance(value, set):
        return ", ".join(sorted(map(str, value)))
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _bookmarks(pdf: pikepdf.Pdf) -> Iterator[str]:
    def each(items: Any, depth: int) -> Iterator[str]:
        for item in items:
            yield _INDENT * depth + item.title
            yield from each(item.children, depth + 1)

    with pdf.open_outline() as outline:
        yield from each(outline.root, 1)


def _artifacts(tagged: Tagged) -> Iterator[str]:
    for number, artifacts in enumerate(tagged.artifacts, 1):
        for kind, text in artifacts:
            yield f"{_INDENT}page {number}, {kind}: {text}"
