"""Opens a PDF from anywhere and judges it by all fast checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

import pikepdf

from prexport.checks.flaws import Flaw
from prexport.checks.pdf.claims import Claims, claims_of
from prexport.checks.pdf.elements import elements_of
from prexport.checks.pdf.file_rules import file_flaws
from prexport.checks.pdf.page_rules import page_flaws
from prexport.checks.pdf.pages import facts_of
from prexport.checks.pdf.tree_rules import tree_flaws
from prexport.errors import UnusableInput
from prexport.pdf_file import open_pdf
from prexport.records import dataclass

# What comes of objects that are of another type, or at another place, than everything else in the file says.
_DAMAGES = (
    pikepdf.PdfError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
    RecursionError,
)


@dataclass(frozen=True, slots=True)
class Judged:
    """What a PDF claims to be, and what is wrong with it; `is_readable` is False when nothing more can be asked."""

    flaws: tuple[Flaw, ...]
    claims: Claims = field(default_factory=Claims)
    is_readable: bool = True


def judge(pdf: bytes) -> Judged:
    """Judge a PDF; never raises for what is wrong with it."""
    try:
        with open_pdf(pdf) as opened:
            claims = claims_of(opened)
            return Judged(tuple(_flaws(opened, claims)), claims)
    except UnusableInput as error:
        locked = isinstance(error.__context__, pikepdf.PasswordError)
        flaw = Flaw("artefact-encrypted" if locked else "artefact-unreadable", error.message, mend=error.mend)
        return Judged((flaw,), is_readable=False)
    except _DAMAGES as error:
        flaw = Flaw("artefact-unreadable", f"The PDF is damaged and can’t be read: {_told(error)}.")
        return Judged((flaw,), is_readable=False)


def _flaws(pdf: pikepdf.Pdf, claims: Claims) -> Iterator[Flaw]:
    if not len(pdf.pages):
        raise ValueError("it has no pages")
    for warning in pdf.get_warnings()[:1]:
        yield Flaw("pdf-damaged", f"The PDF is damaged, and readers have to guess: {_told(warning)}.")
    yield from file_flaws(pdf, claims)
    elements = elements_of(pdf)
    pages = [facts_of(page) for page in pdf.pages]
    yield from page_flaws(pages, elements, is_tagged=bool(elements))
    yield from tree_flaws(elements)


def _told(error: object) -> str:
    """The words of an error without what a library says of its own."""
    words = " ".join(str(error).split())
    return words.rpartition("): ")[2].rstrip(".")[:200] or type(error).__name__
