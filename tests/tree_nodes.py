"""Nodes of a Document made by hand, for tests that want just this one: short names, everything else a default."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from photographs import encode, photo
from prexport.document import tree
from prexport.release.images import SafeImage

HEADED: dict[str, Any] = {"key": 1, "lang": "en", "dir": "ltr", "source": ""}
RUN: dict[str, Any] = {"key": 2, "source": ""}
ARABIC: dict[str, Any] = {"lang": "ar", "dir": "rtl"}


def runs(*parts: str | tree.Inline) -> tree.Runs:
    """Runs; a plain string is a text."""
    return tuple(tree.Text(part) if isinstance(part, str) else part for part in parts)


def paragraph(
    *parts: str | tree.Inline, role: tree.ParagraphRole = tree.ParagraphRole.BODY, **fields: Any
) -> tree.Paragraph:
    """A paragraph."""
    return tree.Paragraph(**{**HEADED, **fields}, runs=runs(*parts), role=role)


def heading(text: str, level: int = 2, anchor: str = "heading-2", **fields: Any) -> tree.Heading:
    """A heading."""
    return tree.Heading(**{**HEADED, **fields}, level=level, runs=runs(text), anchor=anchor)


def link(text: str | tree.Inline, target: str, **fields: Any) -> tree.Link:
    """A link."""
    return tree.Link(**{**RUN, **fields}, children=runs(text), target=target)


def label(text: str) -> tree.Label:
    """A label."""
    return tree.Label(**RUN, children=runs(text))


def item(*body: tree.Block, **fields: Any) -> tree.Item:
    """An item of a list."""
    return tree.Item(**{**HEADED, **fields}, body=body)


def items(*texts: str, **fields: Any) -> tree.List:
    """A list of paragraphs."""
    return tree.List(**{**HEADED, **fields}, items=tuple(item(paragraph(text)) for text in texts))


def cell(text: str, **fields: Any) -> tree.Cell:
    """A cell of a table."""
    return tree.Cell(**{**HEADED, **fields}, runs=runs(text))


def row(*cells: tree.Cell) -> tree.Row:
    """A row of a table."""
    return tree.Row(**HEADED, cells=cells)


def image(width: int = 60, height: int = 40, name: str = "harbour") -> SafeImage:
    """A small JPEG."""
    data = encode(photo(width, height), "JPEG")
    return SafeImage(
        name=name,
        media_type="image/jpeg",
        data=data,
        width=width,
        height=height,
        sha256=sha256(data).hexdigest(),
    )


def figure(alt: str = "A harbour", width: int = 60, height: int = 40, **fields: Any) -> tree.Figure:
    """A figure."""
    return tree.Figure(**{**HEADED, "image": image(width, height), **fields}, alt=alt)


def entry(name: str = "Ada Ng", **fields: Any) -> tree.Entry:
    """An entry for an address book: a person, by mail."""
    least: dict[str, Any] = {
        "link": runs(f"Contact card of {name} (vCard)"),
        "name": name,
        "name_lang": "en",
        "lang": "en",
        "is_person": True,
        "mail_addresses": ("a@example.org",),
    }
    return tree.Entry(**{**least, **fields})


def section(kind: tree.SectionKind, *body: tree.Block, **fields: Any) -> tree.Section:
    """A section with a heading."""
    return tree.Section(**{**HEADED, **fields}, kind=kind, heading=heading("Part"), body=body)


def metadata(**fields: Any) -> tree.Metadata:
    """Metadata of a release that says the least."""
    least: dict[str, Any] = {
        "identity": "urn:uuid:00000000-0000-8000-8000-000000000000",
        "title": "It opens",
        "description": "The museum opens.",
        "kind": "press-release",
        "kind_label": "Press Release",
        "publishers": (tree.Publisher(name="Harbour Museum"),),
        "publisher_names": "Harbour Museum",
        "issued": "2026-03-01",
    }
    return tree.Metadata(**{**least, **fields})


def document(*body: tree.Block, **fields: Any) -> tree.Document:
    """A release that says the least, with `body` as its text."""
    role = tree.ParagraphRole
    date = tree.Moment(**RUN, children=runs("1 March 2026"), value="2026-03-01")
    least: dict[str, Any] = {
        "lang": "en",
        "dir": "ltr",
        "metadata": metadata(),
        "page_words": tree.PageWords(
            page="Page {n} of {total}", skip="Skip to the release", lang="en", dir="ltr"
        ),
        "letterhead": tree.Letterhead(
            **HEADED,
            logo=tree.Logo(**HEADED, alt="Harbour Museum"),
            lines=(paragraph("Press Release", role=role.LABEL), paragraph(date, role=role.DATE)),
        ),
        "embargo": None,
        "headline": heading("It opens", level=1, anchor="heading-1"),
        "subheadlines": (),
        "replaces": (),
        "summary": None,
        "body": body or (paragraph("The museum opens."),),
        "end_mark": None,
        "after_end": (),
        "sections": (),
        "rights": None,
    }
    return tree.Document(**{**least, **fields})
