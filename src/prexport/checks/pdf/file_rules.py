"""Rules over a PDF as a file: what it says of itself, what runs in it, what it carries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from prexport.checks.flaws import Flaw
from prexport.checks.pdf.claims import Claims
from prexport.checks.pdf.elements import is_true, many, text_of

_RUNS = frozenset({"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Sound", "/Movie", "/Rendition"})
_MOST_ACTIONS = 10_000


def file_flaws(pdf: pikepdf.Pdf, claims: Claims) -> Iterator[Flaw]:
    """Judge the file by its catalogue and its metadata."""
    root: Any = pdf.Root
    marked: Any = root.get("/MarkInfo")
    is_marked = isinstance(marked, pikepdf.Dictionary) and is_true(marked.get("/Marked"))
    if not is_marked or not isinstance(root.get("/StructTreeRoot"), pikepdf.Dictionary):
        yield Flaw(
            "pdf-not-tagged", "The PDF has no tags: nothing tells what is a heading, a list or a table."
        )
    elif marked is not None and is_true(marked.get("/Suspects")):
        yield Flaw("pdf-suspects", "The PDF says of itself that its tags may be wrong (Suspects).")
    if not text_of(root, "/Lang"):
        yield Flaw("pdf-language-missing", "The PDF doesn’t say in which language it is.")
    yield from _titled(root, claims)
    if not claims.has_metadata:
        yield Flaw("pdf-metadata-missing", "The PDF has no metadata (XMP) that can be read.")
    elif not claims.claims_accessibility:
        yield Flaw("pdf-claim-missing", "The PDF doesn’t claim to be PDF/UA, so nobody can rely on its tags.")
    for claim in claims.unknown:
        yield Flaw("pdf-claim-unknown", f"The PDF claims to be {claim}, which is no standard.")
    yield from _locked(pdf)
    yield from _running(root)
    yield from _attached(root)
    yield from _bookmarked(pdf)


def _titled(root: Any, claims: Claims) -> Iterator[Flaw]:
    if claims.has_metadata and not claims.title:
        yield Flaw("pdf-title-missing", "The PDF has no title in its metadata (dc:title).")
    viewing: Any = root.get("/ViewerPreferences")
    if not isinstance(viewing, pikepdf.Dictionary) or not is_true(viewing.get("/DisplayDocTitle")):
        yield Flaw("pdf-title-hidden", "The window shows the file’s name instead of the title.")


def _locked(pdf: pikepdf.Pdf) -> Iterator[Flaw]:
    if pdf.is_encrypted and not pdf.allow.accessibility:
        yield Flaw("pdf-locked", "The PDF’s security settings keep screen readers out.")


def _running(root: Any) -> Iterator[Flaw]:
    """Actions that run something; those of annotations are looked at with the pages."""
    places: list[tuple[str, Any]] = [("when it is opened", root.get("/OpenAction"))]
    names = root.get("/Names")
    if isinstance(names, pikepdf.Dictionary) and "/JavaScript" in names:
        yield Flaw("pdf-script", "The PDF holds JavaScript.", "Catalog/Names/JavaScript")
    extra = root.get("/AA")
    if isinstance(extra, pikepdf.Dictionary):
        places += [("by itself", action) for action in extra.values()]
    for when, action in places:
        if kind := runs(action):
            yield Flaw("pdf-script", f"The PDF runs something {when} ({kind}).", "Catalog")


def runs(action: Any) -> str:
    """The kind of an action that runs something or sends data, "" for one that doesn't."""
    if not isinstance(action, pikepdf.Dictionary):
        return ""
    kind = str(action.get("/S", ""))
    return kind.removeprefix("/") if kind in _RUNS else ""


def _attached(root: Any) -> Iterator[Flaw]:
    """Attached files have a name that all viewers know, and tell what they are for."""
    for place, file in enumerate(many(root.get("/AF")), 1):
        if not isinstance(file, pikepdf.Dictionary):
            continue
        name = text_of(file, "/UF") or text_of(file, "/F")
        if not (text_of(file, "/UF") and text_of(file, "/F")):
            yield Flaw(
                "pdf-attachment-undescribed",
                f"Attached file {place} ({name or 'no name'}) lacks a name (F and UF).",
            )
        if "/AFRelationship" not in file:
            yield Flaw(
                "pdf-attachment-undescribed",
                f"The attached file {name or place} doesn’t tell what it is for.",
            )


def _bookmarked(pdf: pikepdf.Pdf) -> Iterator[Flaw]:
    """A PDF of several pages can be moved through by its bookmarks."""
    listed = pdf.Root.get("/Outlines")
    has_some = isinstance(listed, pikepdf.Dictionary) and "/First" in listed
    if len(pdf.pages) > 3 and not has_some:
        yield Flaw("pdf-bookmarks-missing", f"The PDF has {len(pdf.pages)} pages and no bookmarks.")
