"""Lines with right-to-left text, written in the order in which they are read.

WeasyPrint writes a line from left to right, so that the words of Arabic or Hebrew come out last first. Here runs
and words follow each other as they are read, each at its own place. Inside a right-to-left word the glyphs still
go from left to right, since fonts advance that way; /ReversedChars says so (ISO 32000-1, 14.8.2.3.3).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from prexport.writers.pdf.syntax import serialise
from prexport.writers.pdf.weasyprint.shaping import Glyph, Run, clusters


@dataclass(frozen=True, slots=True)
class Word:
    """Glyphs that are shown together, from left to right, and the characters that they stand for, as written."""

    font: Any
    size: float
    glyphs: tuple[Glyph, ...]
    text: str
    right_to_left: bool


def words_of(runs: list[Run], written: str) -> Iterator[Word]:
    """The words of a line in reading order; a run of left-to-right text counts as one word.

    `written` is the line as the author wrote it: without the hyphen that may have been added at its end.
    """
    words = list(_words(runs))
    shown = "".join(word.text for word in words)
    if shown != written and shown.startswith(written):
        last = words.pop()
        words.append(replace(last, text=last.text.removesuffix(shown[len(written) :])))
    yield from words


def _words(runs: list[Run]) -> Iterator[Word]:
    for run in sorted(runs, key=lambda run: run.start):
        if not run.right_to_left:
            yield Word(run.font, run.size, run.glyphs, run.text.decode(), False)
            continue
        glyphs: list[Glyph] = []
        text = ""
        for own, said in clusters(run):
            if text.endswith(" ") and not said.isspace():
                yield Word(run.font, run.size, tuple(glyphs), text, True)
                glyphs, text = [], ""
            glyphs = own + glyphs
            text += said
        yield Word(run.font, run.size, tuple(glyphs), text, True)


def show(word: Word, baseline: float) -> list[bytes | str]:
    """The operators that show `word` within a text object, with the marks that say how to read it."""
    if not word.glyphs:
        return []
    operators: list[bytes | str] = [f"1 0 0 -1 {word.glyphs[0].x:.3f} {baseline:.3f} Tm"]
    pending = ""
    pen = word.glyphs[0].x
    for glyph in word.glyphs:
        gap = round((pen - glyph.x - glyph.shift) * 1000 / word.size)
        if gap:
            pending += str(gap)
            pen -= gap * word.size / 1000
        if glyph.rise:
            operators += [f"[{pending}] TJ"] if pending else []
            operators += [f"{glyph.rise:.3f} Ts", f"<{glyph.number:04x}> Tj", "0 Ts"]
            pending = ""
        else:
            pending += f"<{glyph.number:04x}>"
        pen += word.font.widths[glyph.number] * word.size / 1000
    operators += [f"[{pending}] TJ"] if pending else []

    spelled = [word.font.to_unicode[glyph.number] for glyph in word.glyphs]
    if "".join(reversed(spelled) if word.right_to_left else spelled) != word.text:
        return [b"/Span <</ActualText " + serialise(word.text) + b">> BDC", *operators, b"EMC"]
    if word.right_to_left and len(word.glyphs) > 1:
        return ["/ReversedChars BMC", *operators, b"EMC"]
    return operators
