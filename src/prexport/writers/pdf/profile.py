"""The PDF profiles: which standards one file conforms to at the same time, and what they demand.

| profile | conforms to |
|---|---|
| `ua1-a3a` | PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3), source embedded |
| `ua1-a2a` | PDF/UA-1 and PDF/A-2a (ISO 19005-2), nothing embedded |
| `ua2-a4f` | PDF/UA-2 (ISO 14289-2), PDF/A-4f (ISO 19005-4), WTPDF 1.0 (both parts), source embedded |
"""

from __future__ import annotations

from typing import Literal

from prexport.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What one PDF file conforms to.

    `flavours` names the validation profiles of veraPDF that the file must pass; `declarations` the URIs of
    the PDF Declarations that its metadata make. `*_revision` is "" where the standard has no such key.
    """

    name: str
    pdf_version: Literal["1.7", "2.0"]
    pdfa_part: int
    pdfa_conformance: Literal["A", "F"]
    pdfa_revision: str = ""
    pdfua_part: int
    pdfua_revision: str = ""
    declarations: tuple[str, ...] = ()
    carries_source: bool
    flavours: tuple[str, ...]

    @property
    def namespaces(self) -> bool:
        """Whether structure elements name their namespace (PDF 2.0, ISO 32000-2 14.8.6)."""
        return self.pdf_version == "2.0"

    @property
    def structure_destinations(self) -> bool:
        """Whether jumps within the document point at structure elements (PDF/UA-2 8.8)."""
        return self.pdfua_part >= 2

    @property
    def info_dictionary(self) -> bool:
        """Whether there is a document information dictionary (PDF/A-4 6.1.3 forbids it)."""
        return self.pdfa_part < 4

    @property
    def extension_schemas(self) -> bool:
        """Whether XMP must describe schemas that PDF/A does not know (PDF/A-2 and -3 6.6.2.3)."""
        return self.pdfa_part < 4


UA1_A3A = Profile(
    name="ua1-a3a",
    pdf_version="1.7",
    pdfa_part=3,
    pdfa_conformance="A",
    pdfua_part=1,
    carries_source=True,
    flavours=("ua1", "3a"),
)
UA1_A2A = Profile(
    name="ua1-a2a",
    pdf_version="1.7",
    pdfa_part=2,
    pdfa_conformance="A",
    pdfua_part=1,
    carries_source=False,
    flavours=("ua1", "2a"),
)
UA2_A4F = Profile(
    name="ua2-a4f",
    pdf_version="2.0",
    pdfa_part=4,
    pdfa_conformance="F",
    pdfa_revision="2020",
    pdfua_part=2,
    pdfua_revision="2024",
    declarations=(
        "http://pdfa.org/declarations/wtpdf#accessibility1.0",
        "http://pdfa.org/declarations/wtpdf#reuse1.0",
    ),
    carries_source=True,
    flavours=("ua2", "4f", "wt1a", "wt1r"),
)

PROFILES: dict[str, Profile] = {profile.name: profile for profile in (UA1_A3A, UA1_A2A, UA2_A4F)}
