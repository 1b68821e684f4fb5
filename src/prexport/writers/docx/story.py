"""The story of a document: its paragraphs and tables, still open to what follows them."""

from __future__ import annotations

from dataclasses import field

from prexport.records import dataclass
from prexport.writers.docx.markup import Xml, paragraph_properties, twips, w
from prexport.writers.docx.style_ids import ParagraphStyle


@dataclass(slots=True)
class DocxParagraph:
    """One `w:p`. `properties` are those that its style doesn't have, `spaces` in twips."""

    style: ParagraphStyle
    content: Xml
    properties: dict[str, Xml] = field(default_factory=dict)
    spaces: dict[str, int] = field(default_factory=dict)

    def space(self, *, before_pt: float | None = None, after_pt: float | None = None) -> None:
        """Ask for other spaces than those of the style."""
        if before_pt is not None:
            self.spaces["before"] = twips(before_pt)
        if after_pt is not None:
            self.spaces["after"] = twips(after_pt)

    @property
    def before_pt(self) -> float:
        """The space before it that was asked for, 0 when none was."""
        return self.spaces.get("before", 0) / 20

    def keep_with_next(self, keep: bool = True) -> None:
        """Stand on the page of what follows, or don't although the style says so."""
        self.properties["keepNext"] = w("keepNext") if keep else w("keepNext", val=0)

    def xml(self) -> Xml:
        """The element."""
        properties = {"pStyle": w("pStyle", val=self.style), **self.properties}
        if self.spaces:
            properties["spacing"] = w("spacing", **self.spaces)
        return Xml(f"<w:p>{paragraph_properties(properties)}{self.content}</w:p>")


class Story:
    """Paragraphs and tables in reading order."""

    def __init__(self) -> None:
        """Begin empty."""
        self._members: list[DocxParagraph | Xml] = []
        self._owed_pt: float | None = None

    def add(self, paragraph: DocxParagraph) -> DocxParagraph:
        """Put in a paragraph; after a table it brings the space that a table can't have."""
        if self._owed_pt is not None:
            paragraph.space(before_pt=self._owed_pt)
            self._owed_pt = None
        self._members.append(paragraph)
        return paragraph

    def add_table(self, table: Xml, after_pt: float) -> None:
        """Put in a finished table, which stands `after_pt` above what follows."""
        self._members.append(table)
        self._owed_pt = after_pt

    def end_block(self, after_pt: float) -> None:
        """Let what was added last stand `after_pt` above what follows."""
        if (last := self.last_paragraph) is not None:
            last.space(after_pt=after_pt)
        elif self._members:
            self._owed_pt = after_pt

    @property
    def last_paragraph(self) -> DocxParagraph | None:
        """What was added last, if that is a paragraph."""
        last = self._members[-1] if self._members else None
        return last if isinstance(last, DocxParagraph) else None

    @property
    def ends_with_table(self) -> bool:
        """Whether what was added last is a table."""
        return bool(self._members) and self.last_paragraph is None

    def __len__(self) -> int:
        """How many members there are: the place of the next."""
        return len(self._members)

    def paragraphs_since(self, place: int) -> list[DocxParagraph]:
        """The paragraphs that were added when the story had `place` members, and later."""
        return [each for each in self._members[place:] if isinstance(each, DocxParagraph)]

    def xml(self) -> Xml:
        """All members, one after the other."""
        return Xml(
            "".join([each.xml() if isinstance(each, DocxParagraph) else each for each in self._members])
        )
