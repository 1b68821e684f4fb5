"""Paragraphs before they are text: what follows one may still change its spaces or end a section with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from prexport.writers.docx.markup import Xml, paragraph_properties, twips, w
from prexport.writers.docx.style_ids import ParagraphStyle


@dataclass(slots=True)
class DocxParagraph:
    """One `w:p`. `properties` are those that its style doesn't have."""

    style: ParagraphStyle
    content: Xml
    properties: dict[str, Xml] = field(default_factory=dict)
    spaces: dict[str, int] = field(default_factory=dict)

    def space(self, *, before_pt: float | None = None, after_pt: float | None = None) -> None:
        """Say other spaces than those of the style."""
        if before_pt is not None:
            self.spaces["before"] = twips(before_pt)
        if after_pt is not None:
            self.spaces["after"] = twips(after_pt)

    def keep_with_next(self) -> None:
        """Stand on the page of what follows."""
        self.properties["keepNext"] = w("keepNext")

    def xml(self) -> Xml:
        """The element."""
        properties = {"pStyle": w("pStyle", val=self.style), **self.properties}
        if self.spaces:
            properties["spacing"] = w("spacing", **self.spaces)
        return Xml(f"<w:p>{paragraph_properties(properties)}{self.content}</w:p>")
